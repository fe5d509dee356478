"""Lists of entries: each kind's pages, archives by year, and tags; long lists go over several pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from sitegen.kind import Entry, Kind, Thing, YamlList
from sitegen.pages.page import Page
from sitegen.pages.workshop import Tag, Workshop, listed

PER_PAGE: Final = 20
"""How many items one page of a list shows."""


def make_lists(workshop: Workshop) -> Iterator[Page]:
    """The list pages of all kinds, with archives; then the pages of all tags."""
    for kind in workshop.site.kinds:
        if kind.is_dated and kind.index:
            yield from _dated_lists(kind, workshop)
        elif kind.index:
            yield _plain_list(kind, workshop)
    if workshop.by_tag:
        yield _all_tags(workshop)
        for tag in workshop.by_tag.values():
            yield from _tag_pages(tag, workshop)


def _plain_list(kind: Kind, workshop: Workshop) -> Page:
    here = workshop.here(kind.index)
    values = {"kind": kind, "here": here, "site": workshop.site}

    def make() -> Any:
        entries = workshop.site.entries[kind.name]
        view = kind.index_view(workshop.site, here)
        return workshop.render(f"kinds/{kind.name}/page.html", {**values, "entries": entries, **view})

    return Page(
        kind.index,
        kind.title,
        make,
        section=kind.index,
        crumbs=(("Home", ""),),
        description=kind.explanation,
        source=f"{workshop.site.settings.data}/{kind.written.file}" if isinstance(kind.written, YamlList) else "",
        kind=kind.name,
        feeds=_feeds(kind),
        things=partial(_things, kind, workshop),
    )


def _things(kind: Kind | None, workshop: Workshop) -> Iterable[Thing]:
    """What the first page of a kind's list says to machines."""
    return kind.index_json_ld(workshop.site, workshop.outside) if kind else ()


def _feeds(kind: Kind) -> tuple[str, ...]:
    return (kind.index,) if kind.has_feed else ()


def _dated_lists(kind: Kind, workshop: Workshop) -> Iterator[Page]:
    entries = listed(workshop.site.entries[kind.name])
    years: dict[int, list[Entry[Any]]] = {}
    for entry in entries:
        if entry.date:
            years.setdefault(entry.date.year, []).append(entry)
    counts = {year: len(found) for year, found in years.items()}
    template = f"kinds/{kind.name}/page.html"
    common: dict[str, object] = {"kind": kind, "years": counts}
    yield from _paged(workshop, kind.index, kind.title, entries, template, {**common, "year": None}, kind)
    for year, found in years.items():
        address = f"{kind.index}archive/{year}/"
        title = f"{kind.title} of {year}"
        yield from _paged(workshop, address, title, found, template, {**common, "year": year}, kind)


def _paged(
    workshop: Workshop,
    address: str,
    title: str,
    entries: Sequence[Entry[Any]],
    template: str,
    values: Mapping[str, object],
    kind: Kind | None = None,
) -> Iterator[Page]:
    last = max(1, -(-len(entries) // PER_PAGE))
    section = kind.index if kind else "tags/"
    parents: tuple[tuple[str, str], ...] = (("Home", ""),)
    if kind and address != kind.index:
        parents += ((kind.title, kind.index),)
    elif not kind:
        parents += (("Tags", "tags/"),)
    for number in range(1, last + 1):
        shown = entries[(number - 1) * PER_PAGE : number * PER_PAGE]
        own = page_address(address, number)
        numbered = title if number == 1 else f"{title}, page {number} of {last}"
        yield Page(
            address=own,
            title=numbered,
            make=_list_maker(workshop, template, own, address, numbered, number, last, shown, values, kind),
            section=section,
            crumbs=parents if number == 1 else (*parents, (title, address)),
            description=kind.explanation if kind and number == 1 else f"{numbered}.",
            kind=kind.name if kind else "",
            feeds=((kind.index,) if kind and kind.has_feed else ()) or ((address,) if not kind else ()),
            things=partial(_things, kind if own == (kind and kind.index) else None, workshop),
        )


def _list_maker(
    workshop: Workshop,
    template: str,
    own: str,
    first: str,
    title: str,
    number: int,
    last: int,
    shown: Sequence[Entry[Any]],
    values: Mapping[str, object],
    kind: Kind | None,
) -> Any:
    def make() -> Any:
        here = workshop.here(own)
        pager: dict[str, object] = {"pages": [], "newer": "", "older": ""}
        if last > 1:
            pager = {
                "pages": [
                    {"number": one, "href": here.url(page_address(first, one)), "current": one == number}
                    for one in near_numbers(number, last)
                ],
                "newer": here.url(page_address(first, number - 1)) if number > 1 else "",
                "older": here.url(page_address(first, number + 1)) if number < last else "",
            }
        items = [here.item(entry) for entry in shown]
        given = {
            "title": title,
            "items": items,
            "pager_of": pager,
            "here": here,
            "number": number,
            "entries": shown,
            "site": workshop.site,
        }
        view = kind.index_view(workshop.site, here) if kind else {}
        return workshop.render(template, {**given, **values, **view})

    return make


def page_address(first: str, number: int) -> str:
    """The address of one page of a list: `news/`, `news/page/2/`."""
    return first if number == 1 else f"{first}page/{number}/"


def near_numbers(number: int, last: int) -> list[int]:
    """The page numbers to offer: first, last, and those near the current one."""
    return sorted({1, last, *(one for one in range(number - 2, number + 3) if 1 <= one <= last)})


def _all_tags(workshop: Workshop) -> Page:
    here = workshop.here("tags/")
    tags = workshop.by_tag.values()

    def make() -> Any:
        items = [{"title": tag.name, "href": here.url(tag.address), "number": len(tag.entries)} for tag in tags]
        return workshop.render("pages/tags.html", {"items": items, "here": here})

    return Page("tags/", "Tags", make, section="tags/", crumbs=(("Home", ""),), description="Everything by subject.")


def _tag_pages(tag: Tag, workshop: Workshop) -> Iterator[Page]:
    title = f"Tagged “{tag.name}”"
    yield from _paged(workshop, tag.address, title, tag.entries, "pages/tag.html", {"tag": tag})
