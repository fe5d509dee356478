"""Rules across files: references, links, pictures, imprint, addresses, privacy, and each kind's own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from unicodedata import normalize
from urllib.parse import unquote

from sitegen.ageing import check_ageing
from sitegen.kind import Entry, Kind, Site
from sitegen.links import FEED_FILES, MADE_FILES, MADE_PAGES, Resolved, SiteMap, make_site_map
from sitegen.markdown import Target
from sitegen.party import Party
from sitegen.pictures import ENDINGS as PICTURES
from sitegen.plain_words import find_hard_words, is_in_capitals
from sitegen.privacy import check_sources
from sitegen.problems import Place, Problem, make_problem
from sitegen.reading import LONGEST_ID, RESERVED_FOLDERS
from sitegen.register import BOUNDARIES, load_register
from sitegen.schema import Fields, walk
from sitegen.source import Document, Steps
from sitegen.unprinted import check_signs
from sitegen.upkeep import tell_few
from sitegen.values import Prose, Refers
from sitegen.words import did_you_mean, make_id, shorten

PLACEHOLDERS: Final = ("NAME OF THE PROMOTER", "ADDRESS OF THE PROMOTER", "NAME OF YOUR PARTY")
OWN: Final = "the site's own page"
OF_IPHONES: Final = (".heic", ".heif")


@dataclass(frozen=True, slots=True)
class Found:
    """What reading found beside the site: its files as they stand, documents beside it, and what is flawed.

    `flawed` and `unread` are as in `Reader`; `party` is who publishes, and where that is written, if it could be read.
    """

    texts: Mapping[str, str]
    beside: tuple[Document, ...] = ()
    flawed: Mapping[Entry[Any], bool] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    party: tuple[Party, Document] | None = None


def check_site(site: Site, found: Found, planned: tuple[str, ...]) -> Iterator[Problem]:
    """All problems of a site that was read; `planned` are the kinds to come."""
    site_map = make_site_map(site, planned, found.flawed, found.unread)
    notes: dict[str, Problem] = {}
    for problem in tell_few(_problems(site, site_map, found)):
        if problem.code.startswith("N"):
            notes.setdefault(problem.message, problem)
        else:
            yield problem
    yield from notes.values()


def _problems(site: Site, site_map: SiteMap, found: Found) -> Iterator[Problem]:
    if found.party:
        yield from _party(*found.party, site_map)
    yield from _addresses(site)
    yield from _parents(site, found)
    for kind in site.kinds:
        for entry in site.entries[kind.name]:
            yield from _entry(entry, site_map)
            yield from kind.check(entry, site)
        if not _is_flawed(kind, found):
            yield from kind.check_all(site)
    for entry, has_rules in found.flawed.items():
        yield from _entry(entry, site_map)
        if has_rules:
            yield from entry.kind.check(entry, site)
    yield from check_signs(site)
    own = f"{site.settings.data}/privacy.yml"
    documents = (*site.documents, *found.beside)
    yield from check_sources(documents, found.texts, _contacts(documents), site.settings.today, own)
    yield from check_ageing(site, found.party)


def _is_flawed(kind: Kind, found: Found) -> bool:
    """Whether an entry of the kind could not be read in full, so that nothing can be said of all of them."""
    is_unread = any(key.startswith(f"{kind.name}:") for key in found.unread)
    return is_unread or any(entry.kind is kind for entry in found.flawed)


def _party(party: Party, document: Document, site_map: SiteMap) -> Iterator[Problem]:
    imprint: Any = party.imprint
    named: list[tuple[Steps, Any]] = [((), party)]
    if imprint:
        named += [(("imprint", "on_behalf_of", number), one) for number, one in enumerate(imprint.on_behalf_of)]
        named += [(("imprint", name), getattr(imprint, name)) for name in ("promoter", "printer")]
    for steps, one in named:
        for name in ("name", "address"):
            value = getattr(one, name, None) or ""
            if any(placeholder in value.upper() for placeholder in PLACEHOLDERS):
                yield make_problem("E502", document.place(*steps, name), value=shorten(value, 60))
    yield from _fields(party, document, (), "", site_map)
    yield from _seats(party, document)


def _seats(party: Party, document: Document) -> Iterator[Problem]:
    year = party.boundaries
    if year not in BOUNDARIES:
        yield make_problem("E602", document.place("boundaries"), value=year)
        return
    for number, seat in enumerate(party.seats):
        register = load_register(year)
        match = register.match(seat)
        if match.seat:
            continue
        other = next((one for one in BOUNDARIES if load_register(one).match(seat).seat), None)
        hint = "Write the name or the code."
        if match.suggestions:
            hint = f"Did you mean '{match.suggestions[0].name}'?"
        elif other:
            hint = f"It is one of {other}: if you mean those, write 'boundaries: {other}'."
        yield make_problem("E504", document.place("seats", number), seat=shorten(seat, 60), year=year, hint=hint)


def _contacts(documents: Iterable[Document]) -> frozenset[str]:
    """Mailboxes that are declared as contacts, in small letters."""
    found: set[str] = set()
    for document in documents:
        _collect_contacts(document.values, found)
    return frozenset(found)


def _collect_contacts(value: object, found: set[str]) -> None:
    if isinstance(value, dict):
        contact = value.get("contact")
        if isinstance(contact, str):
            found.add(contact.casefold())
        for part in value.values():
            if not isinstance(part, str):
                _collect_contacts(part, found)
    elif isinstance(value, list):
        for part in value:
            if not isinstance(part, str):
                _collect_contacts(part, found)


@dataclass(slots=True)
class _Claims:
    """Which file or page takes each place of the site; a place is a path such as `news/fair/index.html`."""

    files: dict[str, str] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)

    def claim(self, address: str, owner: str) -> str:
        """Who has the place of an address already; empty where it was free, and is the owner's now."""
        path = f"{address}index.html" if not address or address.endswith("/") else address
        parts = path.split("/")
        above = ["/".join(parts[:length]) for length in range(1, len(parts))]
        taken = self.files.get(path) or self.folders.get(path)
        taken = taken or next((self.files[folder] for folder in above if folder in self.files), "")
        if not taken:
            self.files[path] = owner
            for folder in above:
                self.folders.setdefault(folder, owner)
        return taken


def _addresses(site: Site) -> Iterator[Problem]:
    """Two things at one address; old addresses that are taken or cannot be."""
    claims = _Claims()
    for address in (*MADE_PAGES, *MADE_FILES, "404.html", *_own_pages(site)):
        claims.claim(address, OWN)
    for kind in site.kinds:
        for entry in site.entries[kind.name]:
            if "#" not in entry.address and entry.address not in MADE_PAGES:
                file = entry.document.file
                if other := claims.claim(entry.address, file):
                    yield make_problem("E702", entry.place(), file=file, other=other, address=entry.address)
    for address, owner in _made(site):
        if other := claims.claim(address, owner):
            file, beside = (other, owner) if other != OWN else (owner, other)
            if beside == OWN and address.endswith("/"):
                yield make_problem("E703", Place(file), id=address.split("/")[-2])
            else:
                yield make_problem("E702", Place(file), file=file, other=beside, address=address)
    for path in site.files:
        yield from _asset_address(f"{site.settings.content}/{path}", path, claims)
    for entries in site.entries.values():
        for entry in entries:
            yield from _old_addresses(entry, claims)


def _made(site: Site) -> Iterator[tuple[str, str]]:
    """The address of each further page and file of the kinds, and whose it is."""
    for kind in site.kinds:
        for page in kind.further_pages(site):
            yield page.address, page.entry.document.file if page.entry else OWN
        yield from ((file.address, OWN) for file in kind.made_files(site))


def _own_pages(site: Site) -> Iterator[str]:
    for kind in site.kinds:
        if kind.index:
            yield kind.index
        if kind.has_feed:
            yield from (f"{kind.index}{name}" for name in FEED_FILES)


def _asset_address(file: str, path: str, claims: _Claims) -> Iterator[Problem]:
    """A published file in the place of a page, or in a folder that is kept for the site's own pages."""
    top = path.split("/", 1)[0]
    if top in RESERVED_FOLDERS and top != "assets":
        yield make_problem("E703", Place(file), id=top)
    elif other := claims.claim(path, file):
        yield make_problem("E702", Place(file), file=file, other=other, address=path.removesuffix("index.html"))


def _old_addresses(entry: Entry[Any], claims: _Claims) -> Iterator[Problem]:
    file = entry.document.file
    lines: dict[str, int] = {}
    for moved in entry.kind.moved(entry):
        place, target = moved.place, moved.old
        address = redirect_address(target)
        if address is None:
            hint = _why_no_address(target)
            yield make_problem("E708", place, target=shorten(target, 60), **({"hint": hint} if hint else {}))
        elif address == entry.address:
            yield make_problem("E708", place, target=target, hint="This page has that address now: take the line out.")
        elif address in lines:
            yield make_problem("E105", place, key=target, first=lines[address])
        elif other := claims.claim(address, file):
            hint = "Take the old address out: there is a page at it, or another line names it."
            named = f"The old address in {file}"
            yield make_problem("E702", place, file=named, other=other, address=address, hint=hint)
        lines.setdefault(address or "", place.line)


def _why_no_address(target: str) -> str:
    """What to write in the place of an old address that is no path; empty for the usual advice."""
    if "://" in target:
        path = "/" + target.partition("://")[2].partition("/")[2]
        return f"Leave the website's name out: write {shorten(path, 60)}." if redirect_address(path) else ""
    if "?" in target:
        return "What stands after the '?' asks a program, which a static site has not. Take the line out."
    return ""


def redirect_address(target: str) -> str | None:
    """The address inside the site that an old path stands for; None where it is no plain path."""
    path = normalize("NFC", unquote(target)).strip("/")
    if not path or not re.fullmatch(r"[\w.~/-]+", path) or ".." in path or "//" in path:
        return None
    if any(len(part.encode()) > _LONGEST_PART or part.startswith(".") for part in path.split("/")):
        return None
    if path == "index.html" or path.endswith("/index.html"):
        return path.removesuffix("index.html")
    return path if path.endswith((".html", ".htm")) else f"{path}/"


_LONGEST_PART: Final = 200
"""File systems take names of 255 bytes."""


def _parents(site: Site, found: Found) -> Iterator[Problem]:
    """Folders that are named after nothing, each told once."""
    told: set[tuple[str, str]] = set()
    for entry in (*(one for entries in site.entries.values() for one in entries), *found.flawed):
        kind = entry.kind.parent
        key = f"{kind}:{entry.parent}"
        if not kind or not entry.parent or (kind, entry.parent) in told:
            continue
        told.add((kind, entry.parent))
        if key not in site.by_key and key not in site.withheld:
            ids = [one.id for one in site.entries.get(kind, ())]
            hint = did_you_mean(
                entry.parent, ids, f"Rename the folder, or write {site.settings.data}/{kind}/{entry.parent}.yml."
            )
            yield make_problem("E706", Place(entry.document.file), parent=entry.parent, kind=kind, hint=hint)


def _tags(entry: Entry[Any]) -> Iterator[Problem]:
    """Tags have pages, so their names cannot be longer than those of files."""
    for number, tag in enumerate(entry.shared.tags if entry.shared else ()):
        if len(tag) > LONGEST_ID and len(make_id(tag)) > LONGEST_ID:
            place, hint = entry.place("tags", number), "A tag is a word or two: write a shorter one."
            yield make_problem("E710", place, name=shorten(tag, 60), hint=hint)


def _entry(entry: Entry[Any], site_map: SiteMap) -> Iterator[Problem]:
    yield from _tags(entry)
    yield from _plain_words(entry)
    yield from _fields(entry.fields, entry.document, entry.at, entry.address, site_map)
    file = entry.document.file
    for target in entry.body.targets:
        if target.target.strip():
            place = Place(file, target.line, target.column)
            yield from _target(target, place, file, entry.address, site_map)


def _plain_words(entry: Entry[Any]) -> Iterator[Problem]:
    """Words that are hard to read, in what the party itself says; a text with clauses may be one that was adopted."""
    shared = entry.shared
    if not shared or not entry.kind.speaks_for_party or shared.republished_from:
        return
    if entry.kind.title_field and is_in_capitals(entry.title):
        better = entry.title.capitalize()
        yield make_problem("W821", entry.place(entry.kind.title_field), text=entry.title, better=better)
    document = entry.document
    is_adopted = getattr(entry.kind.written, "has_letters", False)
    yield from find_hard_words(document.body, document.file, document.body_line, is_adopted=is_adopted)


def _fields(fields: Fields, document: Document, at: Steps, home: str, site_map: SiteMap) -> Iterator[Problem]:
    for steps, value, marks, owner in walk(fields, at):
        place = document.place(*steps)
        if isinstance(value, Prose):
            for target in value.body.targets:
                if target.target.strip():
                    there = document.place_in(steps, target.line, target.column)
                    yield from _target(target, there, document.file, home, site_map)
        elif isinstance(value, str):
            for mark in marks:
                if isinstance(mark, Refers):
                    yield from _reference(value, mark, place, site_map)
                elif mark.to == "picture":
                    yield from _picture(value, steps, owner, place, home, site_map)
                elif mark.to != "words" or _is_link(value, site_map):
                    yield from _link(value, place, home, site_map)


def _target(target: Target, place: Place, file: str, home: str, site_map: SiteMap) -> Iterator[Problem]:
    resolved = site_map.resolve(target.target, file, home)
    if resolved.code:
        yield make_problem(resolved.code, place, **resolved.values)
    elif target.is_picture and resolved.address:
        yield from _is_shown(target.target, place, resolved, site_map.site)


def _is_shown(target: str, place: Place, resolved: Resolved, site: Site) -> Iterator[Problem]:
    """Whether browsers show what is put there as a picture."""
    path, shown = target.partition("#")[0].partition("?")[0].lower(), shorten(target, 60)
    if not resolved.is_inside:
        yield make_problem("W312", place)
    elif path.endswith(OF_IPHONES):
        yield make_problem("E816", place, target=shown)
    elif not path.endswith(PICTURES):
        yield make_problem("W308", place, target=shown)
    elif (facts := site.pictures.find(resolved.address or "")) and facts.trouble:
        yield make_problem(facts.trouble, place, target=shown, ending=facts.ending)


def _reference(id: str, mark: Refers, place: Place, site_map: SiteMap) -> Iterator[Problem]:
    key = f"{mark.kind}:{id}"
    if mark.kind in site_map.planned:
        yield make_problem("N307", place, target=key)
    elif key in site_map.site.by_key or key in site_map.flawed or {key, f"{mark.kind}:"} & site_map.unread:
        return
    elif key in site_map.site.withheld:
        yield make_problem("W306", place, target=key)
    else:
        ids = [entry.id for entry in site_map.site.entries.get(mark.kind, ())]
        hint = did_you_mean(id, ids, f"Known: {', '.join(ids[:6])}." if ids else "There are none yet.")
        yield make_problem("E310", place, value=shorten(id, 60), kind=mark.kind, hint=hint)


def _is_link(value: str, site_map: SiteMap) -> bool:
    """Whether words that may be a link are one: they begin with a kind, or with what is nearly one."""
    name, colon, _ = value.partition(":")
    known = (*site_map.planned, *(kind.name for kind in site_map.site.kinds))
    return bool(colon) and " " not in value and (name in known or bool(did_you_mean(name, known)))


def _link(value: str, place: Place, home: str, site_map: SiteMap) -> Iterator[Problem]:
    resolved = site_map.resolve(value, place.file, home)
    if resolved.code:
        yield make_problem(resolved.code, place, **resolved.values)


def _picture(value: str, steps: Steps, owner: Fields, place: Place, home: str, site_map: SiteMap) -> Iterator[Problem]:
    problems = list(_link(value, place, home, site_map))
    resolved = site_map.resolve(value, place.file, home)
    yield from problems or _is_shown(value, place, resolved, site_map.site)
    name = str(steps[-1])
    described = getattr(owner, "alt" if name == "src" else f"{name}_alt", "")
    if not described:
        yield make_problem("W806", place, hint=f"Say in '{'alt' if name == 'src' else name + '_alt'}' what it shows.")
