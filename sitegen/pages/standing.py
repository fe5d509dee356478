"""Pages that every site has: home, subscribe, imprint, privacy, accessibility, search, and the page not found."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sitegen import __version__
from sitegen.describing import describe, describe_calendar
from sitegen.kind import CalendarPlace, Entry, Here, Kind, Site, newest_first
from sitegen.pages.frame import FORMATS
from sitegen.pages.json_ld import tell_publisher
from sitegen.pages.page import Page
from sitegen.pages.workshop import Workshop, listed

LATEST: Final = 6
"""How many items the home page shows."""
PICTURED: Final = 12
"""Among how many of the newest the one with a picture is looked for that is told large."""
LONGEST_LINE: Final = 24
"""How many characters fit into a line of the home page's headline."""

_TITLES: Final[Mapping[str, str]] = {
    "imprint": "Imprint",
    "privacy": "Privacy",
    "accessibility": "Accessibility",
    "subscribe": "Subscribe",
}


def make_standing(workshop: Workshop) -> Iterator[Page]:
    """All of them; a free page of the same name gives the text above the made part."""
    yield _home(workshop)
    for id, title in _TITLES.items():
        yield _with_text(id, title, workshop)
    yield _made("search/", "Search", "search", workshop, is_indexed=False)
    yield _made("search/all/", "All parts of this site", "all", workshop)
    yield _made("404.html", "Page not found", "not_found", workshop, is_indexed=False)


def _text(id: str, workshop: Workshop) -> Entry[Any] | None:
    return next((one for one in workshop.free_entries if one.id == id), None)


def _home(workshop: Workshop) -> Page:
    text = _text("index", workshop)
    here = workshop.here("")
    site = workshop.site

    def make() -> Any:
        latest = [here.item(entry) for entry in _newest(workshop)]
        first = _told_large(latest)
        others = [{**item, "picture": None} for item in latest if item is not first][: LATEST - 1]
        values: dict[str, object] = {"first": first, "others": others, "from_kinds": _kinds_at_home(workshop)}
        values |= {"leading": _kinds_at_home(workshop, is_leading=True), "heading": set_headline(heading)}
        values["calendar"] = f"{here.url('subscribe/')}#at-calendars" if _calendars(workshop) else ""
        values["opening"] = lambda: _opening(workshop)
        template = "campaign" if site.settings.look == "campaign" else "home"
        return workshop.render(f"pages/{template}.html", {**_given("", text, workshop), **values})

    title = text.title if text else site.settings.site_name
    heading = text.title if text else site.party.name
    description = describe(text) if text else site.party.name
    shared = text.shared if text else None
    image = here.picture(shared.image, shared.image_alt, text) if shared and shared.image and text else None
    return Page(
        "", title, make, description=description, things=lambda: tell_publisher(workshop), image=image,
        source=text.document.file if text else "", words=description,
    )  # fmt: skip


def set_headline(title: str) -> str | list[str]:
    """A headline of short sentences as one line for each; any other as it is."""
    lines = re.split(r"(?<=[.!?]) ", title)
    return lines if len(lines) > 1 and max(map(len, lines)) <= LONGEST_LINE else title


def _newest(workshop: Workshop) -> list[Entry[Any]]:
    """The newest entries; those of one moment in the order of the menu, so that news lead."""
    places = {kind.name: place for place, kind in enumerate(workshop.site.kinds)}
    newest = workshop.dated[:PICTURED]
    return sorted(newest, key=lambda entry: (newest_first(entry)[0], places[entry.kind.name]))


def _told_large(latest: Sequence[Mapping[str, object]]) -> Mapping[str, object] | None:
    """The newest item with a picture, else the newest of which something is said, else the newest."""
    for part in ("picture", "summary"):
        found = next((item for item in latest if item[part]), None)
        if found:
            return found
    return latest[0] if latest else None


def _calendars(workshop: Workshop) -> list[CalendarPlace]:
    """Every calendar to subscribe to."""
    return [place for kind in workshop.site.kinds for place in kind.calendars(workshop.site)]


def _kinds_at_home(workshop: Workshop, *, is_leading: bool = False) -> list[Any]:
    """What each kind shows on the home page, finished: below the latest, or leading beside the head."""
    kinds = [kind for kind in workshop.site.kinds if kind.leads_home is is_leading]
    return _shown_at_home("home", [(kind, kind.home_view) for kind in kinds], workshop)


def _shown_at_home(
    template: str, views: Iterable[tuple[Kind, Callable[[Site, Here], Mapping[str, object]] | None]], workshop: Workshop
) -> list[Any]:
    """The template of each kind whose view gives values."""
    here, site = workshop.here(""), workshop.site
    given = [(kind, view(site, here)) for kind, view in views if view]
    return [
        workshop.render(f"kinds/{kind.name}/{template}.html", {"here": here, "kind": kind, "site": site, **values})
        for kind, values in given
        if values
    ]


def _opening(workshop: Workshop) -> list[Any]:
    """What the home page of a campaign shows first."""
    return _shown_at_home("campaign", [(kind, kind.campaign_view) for kind in workshop.site.kinds], workshop)


def _sections(workshop: Workshop) -> list[Mapping[str, object]]:
    """Each kind that has a list and entries, with what it holds."""
    site = workshop.site
    return [
        {"title": kind.title, "address": kind.index, "text": kind.explanation}
        for kind in site.kinds
        if kind.index and site.entries[kind.name]
    ]


def _given(address: str, text: Entry[Any] | None, workshop: Workshop) -> dict[str, object]:
    here = workshop.here(address)
    return {"here": here, "site": workshop.site, "party": workshop.site.party, "text": text}


def _with_text(id: str, title: str, workshop: Workshop) -> Page:
    text = _text(id, workshop)
    address = f"{id}/"

    def make() -> Any:
        given = _given(address, text, workshop)
        return workshop.render(f"pages/{id}.html", {**given, "title": shown, **_more(id, workshop)})

    shown = text.title if text else title
    description = describe(text) if text else f"{title} of {workshop.site.party.name}."
    source = text.document.file if text else ""
    return Page(address, shown, make, section=address, crumbs=(("Home", ""),), description=description, source=source)


def _more(id: str, workshop: Workshop) -> Mapping[str, object]:
    if id != "subscribe":
        return {"version": __version__}
    calendars = [describe_calendar(place, workshop.site) for place in _calendars(workshop)]
    return {"feeds": feed_rows(workshop), "calendars": calendars}


def feed_rows(workshop: Workshop) -> list[Mapping[str, object]]:
    """Every feed with what comes by it and its formats, for the page on which members choose."""
    here = workshop.here("subscribe/")

    def row(title: str, text: str, address: str) -> Mapping[str, object]:
        formats = [{"title": name, "href": here.url(address + file)} for file, _, name in FORMATS]
        return {"title": title, "text": text, "formats": formats}

    rows = [row("Everything", "All that is new on this site, in full.", "")]
    for address, title, text in feed_places(workshop):
        rows.append(row(title, text, address))
    return rows


def feed_places(workshop: Workshop) -> Iterator[tuple[str, str, str]]:
    """Address, title and explanation of each feed but the one of everything: kinds, contests, tags."""
    site = workshop.site
    for kind in site.kinds:
        if kind.has_feed:
            yield kind.index, kind.title, kind.explanation
    for kind in site.kinds:
        if kind.feed_each:
            for entry in listed(site.entries[kind.name]):
                yield entry.address, entry.title, kind.feed_each
    for tag in workshop.by_tag.values():
        yield tag.address, f"Tagged “{tag.name}”", "All that is filed under this word."


def _made(address: str, title: str, template: str, workshop: Workshop, *, is_indexed: bool = True) -> Page:
    def make() -> Any:
        values = {**_given(address, None, workshop), "title": title, "sections": _sections(workshop)}
        return workshop.render(f"pages/{template}.html", {**values, **_map(template, workshop)})

    crumbs = (("Home", ""), ("Search", "search/")) if address == "search/all/" else (("Home", ""),)
    return Page(
        address, title, make, section=address, crumbs=crumbs, is_indexed=is_indexed,
        description=f"{title}: {workshop.site.party.name}.",
    )  # fmt: skip


def _map(template: str, workshop: Workshop) -> Mapping[str, object]:
    """For the map of the site: free pages as a tree, and tags."""
    if template != "all":
        return {}
    here = workshop.here("search/all/")

    def branch(address: str) -> list[Mapping[str, object]]:
        entries = workshop.pages_below(address)
        return [
            {
                "title": here.title(one),
                "href": here.url(one.address),
                "children": branch(one.address) if one.address else [],
            }
            for one in entries
        ]

    tags = [
        {"title": tag.name, "href": here.url(tag.address), "number": len(tag.entries)}
        for tag in workshop.by_tag.values()
    ]
    return {"free_pages": branch(""), "tags": tags}
