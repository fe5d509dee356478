"""What a kind of content declares, and the values that machinery makes from it: entries and the site.

A kind is a declaration: its model, where editors write it, its addresses, its order, and
optional hooks. Loading, checking, pages, feeds and tests work from the declaration alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeVar

from markupsafe import Markup

from sitegen.article import Article, News, Shared, Visibility
from sitegen.datasets import Dataset
from sitegen.days import Day
from sitegen.intake import Change, ImportOption, ImportPlan, Pasted
from sitegen.markdown import Body
from sitegen.papers import Paper
from sitegen.party import Party
from sitegen.pictures import Pictures
from sitegen.problems import Place, Problem
from sitegen.schema import Fields
from sitegen.settings import Settings as Settings
from sitegen.source import Document, Steps
from sitegen.upkeep import Upkeep
from sitegen.values import Prose
from sitegen.written import Beginning as Beginning
from sitegen.written import MarkdownFiles as MarkdownFiles
from sitegen.written import Tables as Tables
from sitegen.written import Written as Written
from sitegen.written import YamlFiles as YamlFiles
from sitegen.written import YamlList as YamlList

F_co = TypeVar("F_co", bound=Fields, covariant=True)
F = TypeVar("F", bound=Fields)

EMPTY_BODY: Final = Body(("",), (), (), frozenset())


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Generic[F_co]):
    """One entry of a kind: checked fields, its body, its address, and where it is written.

    `address` has no leading slash (`news/fair-pay/`); `at` are the steps to it in its document.
    """

    kind: "Kind"
    id: str
    parent: str
    fields: F_co
    document: Document
    body: Body
    address: str
    at: Steps = ()

    @property
    def title(self) -> str:
        """What it is called on its page and in lists; the id where its kind has no titles."""
        return str(getattr(self.fields, self.kind.title_field)) if self.kind.title_field else self.id

    @property
    def date(self) -> Day | None:
        """When it was made public, where its kind has dates."""
        day = getattr(self.fields, "date", None)
        return day if isinstance(day, Day) else None

    @property
    def key(self) -> str:
        """How a reference names it: `news:fair-pay`, `candidates:nec-2020/jo-bird`."""
        return f"{self.kind.name}:{self.parent + '/' if self.parent else ''}{self.id}"

    @property
    def is_listed(self) -> bool:
        """Whether lists, feeds and search may lead to it."""
        return not isinstance(self.fields, Shared) or self.fields.visibility is Visibility.PUBLIC

    @property
    def shared(self) -> Shared | None:
        """The common fields, where its kind has them."""
        return self.fields if isinstance(self.fields, Shared) else None

    def place(self, *steps: str | int) -> Place:
        """Where a field of it is written."""
        return self.document.place(*self.at, *steps)


def newest_first(entry: "Entry[Any]") -> tuple[Any, ...]:
    """Order by date, newest first; entries of one moment by id."""
    moment = entry.date.moment.timestamp() if entry.date else 0.0
    return (-moment, entry.id)


def as_written(entry: "Entry[Any]") -> tuple[Any, ...]:
    """Order as in the file."""
    return tuple(step for step in entry.at if isinstance(step, int)) or (entry.id,)


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """Everything a party publishes, loaded and checked; frozen and trusted.

    `entries` are each kind's published ones, in its order; `files` those of the content folder, by path from it, with
    `pictures` among them. `by_key` finds an entry as references name it; `withheld` are keys not published yet.
    """

    settings: Settings
    party: Party
    kinds: "tuple[Kind, ...]"
    entries: Mapping[str, "tuple[Entry[Any], ...]"]
    files: Mapping[str, Path]
    by_key: Mapping[str, "Entry[Any]"]
    withheld: Mapping[str, str] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    pictures: Pictures = field(default_factory=Pictures)

    def of(self, model: type[F], parent: str = "") -> "tuple[Entry[F], ...]":
        """The entries whose fields are a `model`, in order; those of one parent where it is given."""
        return tuple(
            entry
            for kind in self.kinds
            if kind.model is model
            for entry in self.entries[kind.name]
            if not parent or entry.parent == parent
        )

    def find(self, model: type[F], id: str, parent: str = "") -> "Entry[F] | None":
        """The one entry with that id, or None."""
        return next((entry for entry in self.of(model, parent) if entry.id == id), None)


class Here(Protocol):
    """What a page offers to those who fill it: addresses as they must be written on that page."""

    def url(self, address: str) -> str:
        """The way from this page to an address of the site."""

    def link(self, target: str, entry: Entry[Any]) -> str:
        """The way to where a link, written in an entry, leads; empty where it leads nowhere yet."""

    def prose(self, value: Prose | None, entry: Entry[Any]) -> Markup:
        """Markdown of a field as HTML; empty for None."""

    def title(self, entry: Entry[Any]) -> str:
        """The title of an entry, marked where it is in another language than the site around it."""

    def body(self, entry: Entry[Any]) -> Markup:
        """The body of an entry as HTML."""

    def text(self, body: Body, file: str, home: str) -> Markup:
        """A text, or a piece of one, that is written in `file` and shown on the page `home`, as HTML."""

    def picture(self, target: str, alt: str, entry: Entry[Any]) -> Mapping[str, object] | None:
        """A picture with `src`, `alt`, `width`, `height`, `srcset` (WebP by width) and `fallback`; None without one."""

    def size_words(self, target: str, entry: Entry[Any]) -> str:
        """How large a picture is, such as `1,600 × 1,067 pixels, 240 kB`; empty where that is not known."""

    def item(self, entry: Entry[Any]) -> Mapping[str, object]:
        """An entry as an item of a list: `title`, `href`, `summary`, `kind`, `date`, `picture`."""

    def downloads(self, path: str) -> Sequence[Mapping[str, object]]:
        """The files of the dataset with that path, or of all in a folder (`<contest>/`).

        Each has `title`, `href`, `format`, `size` and `download`.
        """


class Press(Protocol):
    """What makes pages and files: places to see links from, and templates."""

    @property
    def site(self) -> Site:
        """All that is published."""

    def here(self, address: str) -> Here:
        """The place of a page: links are relative."""

    @property
    def outside(self) -> Here:
        """The place of somebody who reads elsewhere: every link is absolute."""

    def render(self, template: str, values: Mapping[str, object]) -> Markup:
        """A template, such as `kinds/newsletters/email.html`, with values."""


NO_VIEW: Final[Mapping[str, object]] = {}
Thing = Mapping[str, object]
"""What a page says to machines, in the words of schema.org: `@type` and properties, addresses absolute, no context."""


@dataclass(frozen=True, slots=True, eq=False)
class FurtherPage:
    """A page of a kind beside its list and its entries: one question of many, or what each status means.

    `address` has no leading slash; `template` is a file in the kind's folder that `view` fills. `part` is how links
    name it after its `entry` (`questionnaires:left/q1`), `anchors` its ids. One not listed is in no search or map.
    """

    address: str
    title: str
    template: str
    view: "Callable[[Here], Mapping[str, object]]"
    description: str = ""
    entry: Entry[Any] | None = None
    part: str = ""
    anchors: tuple[str, ...] = ()
    is_listed: bool = True
    json_ld: "Callable[[Here], Iterable[Thing]]" = field(default=lambda _outside: ())


@dataclass(frozen=True, slots=True, eq=False)
class MadeFile:
    """A file beside the pages, such as a calendar or the text of a motion; `make` gives what is in it.

    `address` has no leading slash and is its path. A file of HTML is a whole page of its own, without the frame.
    """

    address: str
    make: Callable[[Press], str | bytes]


@dataclass(frozen=True, slots=True, eq=False)
class ImportRequest:
    """What an editor asks of an import: pasted files, options by name, and the site as far as it can be read."""

    site: Site
    pasted: tuple[Pasted, ...]
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Importer:
    """How pasted lists become a kind's files: `sitegen import <name> FILE …`.

    `run` looks and plans, and writes nothing; it raises ImportRefused where it cannot begin. `help` is one sentence.
    """

    name: str
    help: str
    run: Callable[[ImportRequest], ImportPlan]
    options: tuple[ImportOption, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Occasion:
    """Something that takes place on a day: one date of an entry, which may have several.

    `address` has no leading slash; `place` says where in words. A cancelled one stays, and says so.
    """

    entry: Entry[Any]
    title: str
    start: Day
    address: str
    place: str = ""
    is_cancelled: bool = False


class Moved(NamedTuple):
    """An old address: as it is written and where, and the link to where it leads; empty for the entry itself."""

    old: str
    place: Place
    to: str = ""


def moved_here(entry: "Entry[Any]") -> Iterable[Moved]:
    """The old addresses that an entry names in `redirect_from`."""
    for number, old in enumerate(entry.shared.redirect_from if entry.shared else ()):
        yield Moved(old, entry.place("redirect_from", number))


class Chore(NamedTuple):
    """Something that a command does with one entry's file: `sitegen <singular> <name> <id>`.

    `run` gives the file as it shall be, and a sentence that says what was done; it writes nothing.
    Raises ChoreRefused where there is nothing to do.
    """

    name: str
    help: str
    run: Callable[[Entry[Any], Site], Change]


class ChoreRefused(Exception):
    """A chore cannot be done; the text is one calm sentence that says why."""


class CalendarPlace(NamedTuple):
    """A calendar that readers can subscribe to; `text` is one plain sentence on what comes by it."""

    address: str
    title: str
    text: str


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of content: all that machinery needs to know of it.

    `address` and `index` are patterns of addresses; an empty `address` means that entries
    stand on the index page alone, an empty `index` that there is no list page. Beside `{id}` and
    `{parent}` a pattern names fields: the entry's own, or those of the entry that its folder names.
    With a `#` in it, entries stand on the page of another entry. With `feed_each`, the words on it, each entry
    has a feed of all that names it, where an entry without a date stands by its `news_of`. `home` is the
    folder of its templates: `page.html` lists, `item.html` shows one entry; `anchors` are
    the ids that every `item.html` makes beside those of the body, and `anchors_of` those that one entry has by what
    is in it. `further_pages` and `made_files` are what a kind publishes besides, `datasets` what it gives away as
    data, `importer` how pasted lists become its files. With a `home_view` that gives values, `home.html` is a section
    of the site's home page; `feed.html` is the text in feeds, where `pages/feed.html` does not do.
    `paper` gives what of an entry is made as PDF and Word; None where it has no such documents. `begins_with` are
    lines of YAML that a new entry needs beside its required fields or in their place, `beginnings` entries that are
    waited for. `in_lists` says how words of a text read in short descriptions: in lists, feeds and search.

    `json_ld` gives what an entry's page says to machines (dated texts are articles without it), `index_json_ld`
    what its list says; `party_json_ld` adds to what they are told of the party, such as its accounts, and `manifest`
    to `/site.json`. All of these see the site from outside: addresses are absolute. `occasions` are what takes place
    from one day to another, both included; `calendars` those that readers can subscribe to. `foot_links` stand in the
    foot of every page, under the kind's title. With `takes_replies` readers can answer the author by e-mail. `moved`
    are old addresses; `chores` are commands that change an entry's file, `upkeep` is what of it ends or waits. A
    kind that `leads_home` stands beside the head of the home page. With a `campaign_view` that gives values,
    `campaign.html` comes first on a campaign's home page. One that does not speak for the party holds others' words.
    """

    name: str
    title: str
    singular: str
    explanation: str
    model: type[Fields]
    home: Path
    written: Written
    address: str = ""
    index: str = ""
    parent: str = ""
    title_field: str = "title"
    order: Callable[[Entry[Any]], tuple[Any, ...]] = newest_first
    read_id: Callable[[Mapping[str, Any]], str] | None = None
    in_menu: bool = True
    has_feed: bool = False
    feed_each: str = ""
    news_of: Callable[[Entry[Any], Site], News | None] = field(default=lambda _entry, _site: None)
    check: Callable[[Entry[Any], Site], Iterable[Problem]] = field(default=lambda _entry, _site: ())
    check_all: Callable[[Site], Iterable[Problem]] = field(default=lambda _site: ())
    begins_with: tuple[str, ...] = ()
    beginnings: Callable[[Site], Iterable[Beginning]] | None = None
    anchors: tuple[str, ...] = ()
    anchors_of: Callable[[Entry[Any], Site], Iterable[str]] = field(default=lambda _entry, _site: ())
    further_pages: Callable[[Site], Iterable[FurtherPage]] = field(default=lambda _site: ())
    made_files: Callable[[Site], Iterable[MadeFile]] = field(default=lambda _site: ())
    paper: "Callable[[Entry[Any], Site, Here], Paper | None] | None" = None
    datasets: Callable[[Site], Iterable[Dataset]] = field(default=lambda _site: ())
    importer: Importer | None = None
    in_lists: Callable[[Entry[Any], str], str] = field(default=lambda _entry, words: words)
    item_view: Callable[[Entry[Any], Site, Here], Mapping[str, object]] = field(
        default=lambda _entry, _site, _here: NO_VIEW
    )
    index_view: Callable[[Site, Here], Mapping[str, object]] = field(default=lambda _site, _here: NO_VIEW)
    home_view: Callable[[Site, Here], Mapping[str, object]] | None = None
    campaign_view: Callable[[Site, Here], Mapping[str, object]] | None = None
    json_ld: Callable[[Entry[Any], Site, Here], Iterable[Thing]] | None = None
    index_json_ld: Callable[[Site, Here], Iterable[Thing]] = field(default=lambda _site, _outside: ())
    party_json_ld: Callable[[Site, Here], Thing] = field(default=lambda _site, _outside: NO_VIEW)
    occasions: Callable[[Site, date, date], Iterable[Occasion]] = field(default=lambda _site, _first, _last: ())
    takes_replies: bool = False
    moved: Callable[[Entry[Any]], Iterable[Moved]] = moved_here
    chores: tuple[Chore, ...] = ()
    upkeep: Callable[[Entry[Any], Site], Iterable[Upkeep]] = field(default=lambda _entry, _site: ())
    calendars: Callable[[Site], Iterable[CalendarPlace]] = field(default=lambda _site: ())
    foot_links: Callable[[Site, Here], Iterable[Mapping[str, object]]] = field(default=lambda _site, _here: ())
    leads_home: bool = False
    speaks_for_party: bool = True
    manifest: Callable[[Site, Here], Mapping[str, object]] = field(default=lambda _site, _outside: NO_VIEW)

    @property
    def is_dated(self) -> bool:
        """Whether its entries are dated texts: they get archives, pages of a list, previous and next."""
        return issubclass(self.model, Article)

    @property
    def has_pages(self) -> bool:
        """Whether its entries have pages of their own."""
        return bool(self.address) and "#" not in self.address

    def address_of(self, id: str, parent: str, *fields: object) -> str:
        """The address of an entry; a post on a shared page is reached by its anchor.

        `fields` are the entry's own and, where they are known, those of the one above it.
        """
        if not self.address:
            return f"{self.index}#{id}"
        names = {name for _, name, _, _ in Formatter().parse(self.address) if name}
        named = {name: next((str(found) for one in fields if (found := getattr(one, name, ""))), "") for name in names}
        return self.address.format(**{**named, "id": id, "parent": parent})
