"""The page of one entry, with its way up, its neighbours, its tags and what is related to it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Final

from markupsafe import Markup

from sitegen.describing import describe, last_change
from sitegen.documents.made import MadeDocument
from sitegen.kind import Entry, FurtherPage, Kind, Thing
from sitegen.pages.here import HereOn
from sitegen.pages.page import Page
from sitegen.pages.workshop import Workshop, listed
from sitegen.things import make_article
from sitegen.words import make_id

STANDING: Final = frozenset(("index", "imprint", "privacy", "accessibility", "subscribe"))
"""Ids of free pages that give the text above a page that is made anyway."""


def make_items(workshop: Workshop) -> Iterator[Page]:
    """A page for each entry that has an address of its own."""
    for kind in workshop.site.kinds:
        if not kind.has_pages:
            continue
        entries = workshop.site.entries[kind.name]
        shown = listed(entries) if kind.is_dated else []
        places = {id(entry): number for number, entry in enumerate(shown)}
        for entry in entries:
            if entry.kind.written == workshop.free_pages and entry.id in STANDING:
                continue
            number = places.get(id(entry))
            around: tuple[Entry[Any] | None, Entry[Any] | None] = (None, None)
            if number is not None:
                older = shown[number + 1] if number + 1 < len(shown) else None
                around = (older, shown[number - 1] if number else None)
            yield make_item(entry, around, workshop)


def make_item(entry: Entry[Any], around: tuple[Entry[Any] | None, Entry[Any] | None], workshop: Workshop) -> Page:
    """The page of one entry; `around` are the one before and the one after it in time."""
    here = workshop.here(entry.address)
    shared = entry.shared
    image = here.picture(shared.image, shared.image_alt, entry) if shared and shared.image else None
    title = page_title(entry, workshop)
    description, changed = describe(entry), last_change(entry)
    return Page(
        address=entry.address,
        title=title,
        make=partial(_make, entry, around, here, workshop),
        section=_section(entry),
        crumbs=workshop.above(entry.address),
        description=description,
        language=(shared.lang or "") if shared else "",
        is_indexed=entry.is_listed,
        updated=changed.date.isoformat() if changed else "",
        source=entry.document.file,
        line=entry.place().line if entry.at else 1,
        image=image,
        entry=entry,
        things=partial(_things, entry, workshop),
        is_article=entry.kind.is_dated,
        feeds=_feeds(entry),
        kind=entry.kind.name,
        words=description,
    )


def _things(entry: Entry[Any], workshop: Workshop) -> Iterable[Thing]:
    """What the page of an entry says to machines: what its kind says; without that, a dated text is an article."""
    if entry.kind.json_ld:
        return entry.kind.json_ld(entry, workshop.site, workshop.outside)
    return (make_article(entry, workshop.site, workshop.outside),) if entry.kind.is_dated else ()


def make_further(kind: Kind, further: FurtherPage, workshop: Workshop) -> Page:
    """A page of a kind beside its list and its entries."""
    entry, here = further.entry, workshop.here(further.address)
    crumbs = workshop.above(further.address)

    def make() -> Markup:
        values = {"page": further, "title": further.title, "entry": entry, "kind": kind, "here": here}
        given = {**values, "site": workshop.site, "tags": [], "contents": [], "related": [], "below": []}
        return workshop.render(f"kinds/{kind.name}/{further.template}", {**given, **further.view(here)})

    return Page(
        address=further.address,
        title=further.title if not entry else f"{further.title} · {entry.title}",
        make=make,
        section=_section(entry) if entry else kind.index,
        crumbs=crumbs,
        description=further.description,
        is_indexed=further.is_listed and (entry is None or entry.is_listed),
        source=entry.document.file if entry else "",
        line=entry.place().line if entry and entry.at else 1,
        things=lambda: further.json_ld(workshop.outside),
        kind=kind.name,
        words=further.description,
    )


def page_title(entry: Entry[Any], workshop: Workshop) -> str:
    """The title of an entry's page; a list of nominations takes its contest's."""
    if entry.kind.title_field:
        return entry.title
    above = workshop.above(entry.address)
    return f"{entry.kind.title}: {above[-1][0]}" if len(above) > 1 else entry.kind.title


def _make(entry: Entry[Any], around: Sequence[Entry[Any] | None], here: HereOn, workshop: Workshop) -> Markup:
    shared = entry.shared
    values: dict[str, object] = {
        "entry": entry,
        "fields": entry.fields,
        "kind": entry.kind,
        "here": here,
        "site": workshop.site,
        "title": here.title(entry) if entry.kind.title_field else page_title(entry, workshop),
        "contents": contents_of(entry),
        "tags": [
            {"title": workshop.by_tag[id].name, "href": here.url(f"tags/{id}/")}
            for id in dict.fromkeys(make_id(tag) for tag in (shared.tags if shared else ()))
            if id in workshop.by_tag
        ],
        "older": _neighbour(around[0], here),
        "newer": _neighbour(around[1], here),
        "related": [_related(one, here) for one in related(entry, workshop)] if entry.kind.is_dated else [],
        "below": [],
        "documents": [shown_document(one, here) for one in workshop.documents.get(entry.key, ())],
    }
    if entry.kind.written == workshop.free_pages:
        reached = here.reached(entry)
        values["below"] = [
            {"title": here.title(one), "href": here.url(one.address)}
            for one in workshop.below(entry)
            if one.address not in reached
        ]
    view = entry.kind.item_view(entry, workshop.site, here)
    return workshop.render(f"kinds/{entry.kind.name}/item.html", {**values, **view})


def shown_document(made: MadeDocument, here: HereOn) -> dict[str, str]:
    """A document as a component of the theme lists it, with format, size and the name of the saved file."""
    return {
        "title": "To print" if made.format == "PDF" else "To edit",
        "href": here.url(made.address),
        "format": made.format,
        "size": made.size,
        "download": made.saved_name,
    }


def contents_of(entry: Entry[Any]) -> list[dict[str, str]]:
    """The second-level headings of the body, where there are at least three."""
    headings = [one for one in entry.body.headings if one.level == 2]
    return [{"title": one.text, "href": f"#{one.anchor}"} for one in headings] if len(headings) > 2 else []


def _neighbour(entry: Entry[Any] | None, here: HereOn) -> dict[str, str] | None:
    return {"title": here.title(entry), "href": here.url(entry.address)} if entry else None


def _related(entry: Entry[Any], here: HereOn) -> dict[str, str]:
    day = f", {entry.date.words}" if entry.date else ""
    return {
        "title": here.title(entry),
        "href": here.url(entry.address),
        "note": f"{entry.kind.singular.capitalize()}{day}",
    }


def related(entry: Entry[Any], workshop: Workshop) -> list[Entry[Any]]:
    """Up to three other entries of the same contest or with the same tags; the most in common first.

    Only the newest few of each tag are looked at: the cost does not grow with the site.
    """
    shared = entry.shared
    pools = [workshop.by_contest.get(getattr(entry.fields, "contest", None) or "", ())[:6]]
    pools += [
        tag.entries[:6] for name in (shared.tags if shared else ()) if (tag := workshop.by_tag.get(make_id(name)))
    ]
    found = {one.key: one for pool in pools for one in pool if one is not entry}
    shared_with = Counter(key for pool in pools for key in {one.key for one in pool})
    ranks = workshop.ranks
    return [found[key] for key in sorted(found, key=lambda key: (-shared_with[key], ranks[key]))[:3]]


def _section(entry: Entry[Any]) -> str:
    if entry.kind.in_menu:
        return entry.kind.index
    return f"{entry.address.partition('/')[0]}/" if entry.address else ""


def _feeds(entry: Entry[Any]) -> tuple[str, ...]:
    found = [entry.kind.index] if entry.kind.has_feed else []
    contest = getattr(entry.fields, "contest", None) or (entry.address.startswith("elections/") and entry.parent)
    return (*found, f"elections/{contest}/") if contest else tuple(found)
