"""What all pages of one build share: the site, its map, the templates, and what was made once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from sitegen.article import News
from sitegen.documents.made import MadeDocument
from sitegen.kind import Entry, FurtherPage, Kind, MarkdownFiles, Site
from sitegen.links import SiteMap, make_site_map
from sitegen.looks.accent import Accents, make_accents
from sitegen.looks.stylesheet import make_sheets, make_stylesheet
from sitegen.pages.environment import make_environment
from sitegen.pages.here import HereOn
from sitegen.words import make_id

DEFAULT_COLOUR: Final = "#b8231b"


@dataclass(eq=False)
class Workshop:
    """The site with the tools to make its pages; lives for one build.

    `documents` are those of each entry that has any, by its key.
    """

    site: Site
    site_map: SiteMap
    environment: Environment
    stylesheet: str
    sheets: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, tuple[MadeDocument, ...]] = field(default_factory=dict)
    tops: dict[tuple[str, str, str], tuple[Markup, Markup]] = field(default_factory=dict)

    def here(self, address: str) -> HereOn:
        """The place of a page, with its way to the root."""
        if address == "404.html":
            return HereOn(self.site, self.site_map, address, base_path(self.site.settings.site_url))
        return HereOn(self.site, self.site_map, address, "../" * address.count("/"))

    @cached_property
    def outside(self) -> HereOn:
        """The place of somebody who reads elsewhere: every link is absolute."""
        return HereOn(self.site, self.site_map, "", self.site.settings.site_url)

    def render(self, template: str, values: Mapping[str, object]) -> Markup:
        """A template with values; the result is safe, because every value was escaped or is Markup."""
        return Markup(self.environment.get_template(template).render(values))

    free_pages = MarkdownFiles("", by_path=True)

    @cached_property
    def by_address(self) -> Mapping[str, tuple[str, Entry[Any] | None]]:
        """The title, and the entry if it is one, of every list and entry that has a page."""
        found: dict[str, tuple[str, Entry[Any] | None]] = {}
        for kind in self.site.kinds:
            if kind.index:
                found[kind.index] = (kind.title, None)
            found.update({entry.address: (entry.title, entry) for entry in self.site.entries[kind.name]})
        found.update({one.address: (one.title, None) for _, one in self.further_pages})
        return found | {"": ("Home", None)}

    @cached_property
    def further_pages(self) -> tuple[tuple[Kind, FurtherPage], ...]:
        """The pages of kinds beside lists and entries."""
        return tuple((kind, one) for kind in self.site.kinds for one in kind.further_pages(self.site))

    def above(self, address: str) -> tuple[tuple[str, str], ...]:
        """The pages above an address, from the home page down, each with title and address."""
        parts = address.split("/")[:-1]
        above = [""] + ["/".join(parts[:length]) + "/" for length in range(1, len(parts))]
        return tuple((self.by_address[one][0], one) for one in above if one in self.by_address and one != address)

    @property
    def free_entries(self) -> tuple[Entry[Any], ...]:
        """The free pages, those that give the text above made pages among them."""
        return tuple(
            entry
            for kind in self.site.kinds
            if kind.written == self.free_pages
            for entry in self.site.entries[kind.name]
        )

    def below(self, entry: Entry[Any]) -> list[Entry[Any]]:
        """The free pages one step below a free page, in the order of their menu, then by title."""
        return self.pages_below(entry.address)

    def pages_below(self, address: str) -> list[Entry[Any]]:
        """The free pages one step below an address."""
        return [one for one in self._pages_by_parent.get(address, []) if one.address != address]

    @cached_property
    def theme_colour(self) -> str:
        """The colour that phones may give to the bar around the page: that of filled blocks in the light scheme."""
        return self.accents.block[0]

    @cached_property
    def accents(self) -> Accents:
        """What is made from the party's colour, or from the usual one."""
        return make_accents(self.site.party.colour or DEFAULT_COLOUR)

    @cached_property
    def _pages_by_parent(self) -> Mapping[str, list[Entry[Any]]]:
        found: dict[str, list[Entry[Any]]] = {}
        for entry in listed(self.free_entries):
            parent = entry.address[:-1].rpartition("/")[0]
            found.setdefault(f"{parent}/" if parent else "", []).append(entry)
        return {parent: sorted(entries, key=menu_order) for parent, entries in found.items()}

    @cached_property
    def stylesheet_address(self) -> str:
        """Where the stylesheet is published; the name changes with what is in it."""
        return _named_sheet("style", self.stylesheet)

    @cached_property
    def sheet_addresses(self) -> Mapping[str, str]:
        """Where the stylesheets are published that only some pages need, by name."""
        return {name: _named_sheet(name, css) for name, css in self.sheets.items()}

    @cached_property
    def dated(self) -> tuple[Entry[Any], ...]:
        """All listed entries of dated kinds, newest first."""
        found = [entry for kind in self.site.kinds if kind.is_dated for entry in listed(self.site.entries[kind.name])]
        return tuple(sorted(found, key=lambda entry: entry.kind.order(entry)))

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each entry among all dated ones, by key: 0 is the newest."""
        return {entry.key: number for number, entry in enumerate(self.dated)}

    @cached_property
    def by_tag(self) -> Mapping[str, "Tag"]:
        """The tags of all listed entries, by id; one with other capitals is the same tag."""
        found: dict[str, list[Entry[Any]]] = {}
        names: dict[str, list[str]] = {}
        for entry in self.dated:
            for name in dict.fromkeys(entry.shared.tags if entry.shared else ()):
                if id := make_id(name):
                    names.setdefault(id, []).append(name)
                    if entry not in found.setdefault(id, [])[-1:]:
                        found[id].append(entry)
        return {id: Tag(id, _usual(names[id]), tuple(found[id])) for id in sorted(found)}

    @cached_property
    def by_contest(self) -> Mapping[str, tuple[Entry[Any], ...]]:
        """Listed entries that name a contest, newest first."""
        found: dict[str, list[Entry[Any]]] = {}
        for entry in self.dated:
            if contest := getattr(entry.fields, "contest", None):
                found.setdefault(contest, []).append(entry)
        return {contest: tuple(entries) for contest, entries in found.items()}

    @cached_property
    def news(self) -> Mapping[str, News]:
        """What feeds of contests say of listed entries that are no dated texts, by key."""
        entries = (one for kind in self.site.kinds for one in listed(self.site.entries[kind.name]))
        return {one.key: news for one in entries if (news := one.kind.news_of(one, self.site))}

    def feed_of_contest(self, contest: str) -> list[Entry[Any]]:
        """All that names a contest and has a moment, newest first."""
        others = [self.site.by_key[key] for key, news in self.news.items() if news.contest == contest]
        return sorted([*self.by_contest.get(contest, ()), *others], key=self._moment)

    def _moment(self, entry: Entry[Any]) -> tuple[float, str, str]:
        day = self.news[entry.key].published if entry.key in self.news else entry.date
        return (-day.moment.timestamp() if day else 0.0, entry.id, entry.key)


class Tag(NamedTuple):
    """A word under which entries are filed, newest first."""

    id: str
    name: str
    entries: tuple[Entry[Any], ...]

    @property
    def address(self) -> str:
        """Its page."""
        return f"tags/{self.id}/"


def _named_sheet(name: str, css: str) -> str:
    return f"assets/{name}.{sha256(css.encode()).hexdigest()[:8]}.css"


def menu_order(entry: Entry[Any]) -> tuple[int, str]:
    """Free pages with a number in `menu` first, the others by title."""
    menu = getattr(entry.fields, "menu", None)
    order = menu.order if menu and menu.order is not None else 1_000
    return (order, entry.title)


def _usual(names: Sequence[str]) -> str:
    """The most frequent spelling; of equals the first in the alphabet."""
    return min(set(names), key=lambda name: (-names.count(name), name))


def listed(entries: Iterable[Entry[Any]]) -> list[Entry[Any]]:
    """The entries that lists may show."""
    return [entry for entry in entries if entry.is_listed]


def base_path(site_url: str) -> str:
    """The path of the site's address, for the one page that is shown at any depth."""
    path = site_url.split("://", 1)[-1].partition("/")[2]
    return f"/{path}" if not path or path.endswith("/") else f"/{path}/"


def make_workshop(site: Site, planned: tuple[str, ...], theme_folders: Sequence[Path]) -> Workshop:
    """The tools for one build; `theme_folders` come first, so that a party overrides by a file of the same name."""
    environment = make_environment(site.kinds, theme_folders)
    stylesheet = make_stylesheet(theme_folders, site.party.colour, site.party.masthead, site.settings.site_url)
    return Workshop(site, make_site_map(site, planned), environment, stylesheet, make_sheets(theme_folders))
