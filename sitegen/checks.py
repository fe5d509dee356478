"""Rules across files: references, links, pictures, imprint, addresses, privacy, and each kind's own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sitegen.kind import Entry, Site
from sitegen.links import MADE_PAGES, SiteMap, make_site_map
from sitegen.privacy import check_sources
from sitegen.problems import Place, Problem, make_problem
from sitegen.register import BOUNDARIES, load_register
from sitegen.schema import Fields, walk
from sitegen.source import Document, Steps
from sitegen.values import Leads, Prose, Refers
from sitegen.words import did_you_mean

PLACEHOLDERS: Final = ("NAME OF THE PROMOTER", "ADDRESS OF THE PROMOTER")
PICTURES: Final = (".webp", ".jpg", ".jpeg", ".png", ".svg", ".gif", ".avif")
_VAGUE: Final = frozenset(("here", "click here", "read more"))


def check_site(site: Site, texts: Mapping[str, str], planned: tuple[str, ...]) -> Iterator[Problem]:
    """All problems of a site that was read; `texts` are its files as they stand, `planned` the kinds to come."""
    site_map = make_site_map(site, planned)
    notes: dict[str, Problem] = {}
    for problem in _problems(site, site_map, texts):
        if problem.code.startswith("N"):
            notes.setdefault(problem.message, problem)
        else:
            yield problem
    yield from notes.values()


def _problems(site: Site, site_map: SiteMap, texts: Mapping[str, str]) -> Iterator[Problem]:
    yield from _party(site, site_map)
    yield from _addresses(site)
    for kind in site.kinds:
        for entry in site.entries[kind.name]:
            yield from _entry(entry, site, site_map)
            yield from kind.check(entry, site)
        yield from kind.check_all(site)
    yield from check_sources(site.documents, texts, _contacts(site), site.settings.today)


def _party(site: Site, site_map: SiteMap) -> Iterator[Problem]:
    document = next(one for one in site.documents if one.file == f"{site.settings.data}/party.yml")
    imprint = site.party.imprint
    named = [(("promoter",), imprint.promoter)]
    named += [(("on_behalf_of", number), one) for number, one in enumerate(imprint.on_behalf_of)]  # type: ignore[list-item]  # steps of other lengths
    for steps, one in named:
        for name in ("name", "address"):
            value = getattr(one, name)
            if any(placeholder in value.upper() for placeholder in PLACEHOLDERS):
                yield make_problem("E502", document.place("imprint", *steps, name), value=value)
    yield from _fields(site.party, document, (), "", site_map)
    yield from _seats(site, document)


def _seats(site: Site, document: Document) -> Iterator[Problem]:
    year = site.party.boundaries
    if year not in BOUNDARIES:
        yield make_problem("E602", document.place("boundaries"), value=year)
        return
    register = load_register(year)
    codes = {seat.code for seat in register.seats}
    for number, seat in enumerate(site.party.seats):
        if seat in codes or (match := register.match(seat)).seat:
            continue
        hint = f"Did you mean '{match.suggestions[0].name}'?" if match.suggestions else "Write the name or the code."
        yield make_problem("E504", document.place("seats", number), seat=seat, year=year, hint=hint)


def _contacts(site: Site) -> frozenset[str]:
    """Mailboxes that are declared as contacts, in small letters."""
    found: set[str] = set()
    for document in site.documents:
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


def _addresses(site: Site) -> Iterator[Problem]:
    """Two things at one address; old addresses that are taken or cannot be."""
    own = {f"{kind.index}": "the site's own page" for kind in site.kinds if kind.index}
    claimed: dict[str, str] = {**own, **{f"{path}": f"{site.settings.content}/{path}" for path in site.files}}
    for kind in site.kinds:
        for entry in site.entries[kind.name]:
            if "#" in entry.address:
                continue
            file = entry.document.file
            other = claimed.setdefault(entry.address, file)
            if other != file:
                yield make_problem("E702", entry.place(), file=file, other=other, address=entry.address)
    for entries in site.entries.values():
        for entry in entries:
            yield from _old_addresses(entry, claimed)


def _old_addresses(entry: Entry[Any], claimed: dict[str, str]) -> Iterator[Problem]:
    if not entry.shared:
        return
    for number, target in enumerate(entry.shared.redirect_from):
        place = entry.place("redirect_from", number)
        address = redirect_address(target)
        if address is None:
            yield make_problem("E708", place, target=target)
            continue
        other = claimed.setdefault(address, entry.document.file)
        if other != entry.document.file or address == entry.address or address in MADE_PAGES:
            yield make_problem("E702", place, file=entry.document.file, other=other, address=address)


def redirect_address(target: str) -> str | None:
    """The address inside the site that an old path stands for; None where it is no plain path."""
    path = target.strip("/")
    if not path or not re.fullmatch(r"[A-Za-z0-9._~/-]+", path) or ".." in path or "//" in path:
        return None
    return path if path.endswith((".html", ".htm")) else f"{path}/"


def _entry(entry: Entry[Any], site: Site, site_map: SiteMap) -> Iterator[Problem]:
    if entry.kind.parent and not any(one.id == entry.parent for one in site.entries.get(entry.kind.parent, ())):
        yield make_problem("E706", Place(entry.document.file), parent=entry.parent)
    yield from _fields(entry.fields, entry.document, entry.at, entry.address, site_map)
    for target in entry.body.targets:
        resolved = site_map.resolve(target.target, entry.document.file, entry.address)
        if resolved.code:
            place = Place(entry.document.file, target.line, target.column)
            if resolved.code != "E805" or target.target.strip():
                yield make_problem(resolved.code, place, **resolved.values)


def _fields(
    fields: Fields, document: Document, at: Steps, home: str, site_map: SiteMap
) -> Iterator[Problem]:
    for steps, value, marks, owner in walk(fields, at):
        place = document.place(*steps)
        if isinstance(value, Prose):
            for target in value.body.targets:
                yield from _target(target.target, place, home, site_map)
        elif isinstance(value, str):
            for mark in marks:
                if isinstance(mark, Refers):
                    yield from _reference(value, mark, place, site_map)
                else:
                    yield from _link(value, mark, place, home, site_map)
                    yield from _picture(value, mark, steps, owner, place)


def _target(target: str, place: Place, home: str, site_map: SiteMap) -> Iterable[Problem]:
    resolved = site_map.resolve(target, place.file, home)
    if resolved.code:
        yield make_problem(resolved.code, place, **resolved.values)


def _reference(id: str, mark: Refers, place: Place, site_map: SiteMap) -> Iterator[Problem]:
    if mark.kind in site_map.planned:
        yield make_problem("N307", place, target=f"{mark.kind}:{id}")
        return
    ids = [entry.id for entry in site_map.site.entries.get(mark.kind, ())]
    if f"{mark.kind}:{id}" in site_map.site.withheld:
        yield make_problem("W306", place, target=f"{mark.kind}:{id}")
    elif id not in ids:
        hint = did_you_mean(id, ids, f"Known: {', '.join(ids[:6])}." if ids else "There are none yet.")
        yield make_problem("E310", place, value=id, kind=mark.kind, hint=hint)


def _link(value: str, mark: Leads, place: Place, home: str, site_map: SiteMap) -> Iterator[Problem]:
    if mark.to == "words":
        name = value.partition(":")[0]
        known = (*site_map.planned, *(kind.name for kind in site_map.site.kinds))
        if name not in known or " " in value:
            return
    yield from _target(value, place, home, site_map)


def _picture(value: str, mark: Leads, steps: Steps, owner: Fields, place: Place) -> Iterator[Problem]:
    if mark.to != "picture":
        return
    if not value.lower().endswith(PICTURES):
        yield make_problem("W308", place, target=value)
    name = str(steps[-1])
    described = getattr(owner, "alt" if name == "src" else f"{name}_alt", "")
    if not described:
        yield make_problem("W806", place, hint=f"Say in '{'alt' if name == 'src' else name + '_alt'}' what it shows.")
