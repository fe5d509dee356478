"""The library: ways to find motions by status, type and topic, agendas by letter, and what each status means."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

from sitegen.kind import Entry, FurtherPage, Here, Site
from sitegen.kinds.motions.agenda import AgendaItem, agendas, item_words, meeting_day, meeting_entry
from sitegen.kinds.motions.facts import REFERENCE, is_open, show_item, show_on_agenda, status_tag
from sitegen.kinds.motions.models import Motion, Status, Type
from sitegen.kinds.motions.statuses import MEANINGS, ORGANISATIONS, TYPE_PLURALS
from sitegen.words import count_words, make_id

PER_PAGE: Final = 100
"""How many motions one page of a filter lists."""


class Filter(NamedTuple):
    """The motions that have something in common: what that is, where they are listed, which they are."""

    title: str
    address: str
    entries: tuple[Entry[Motion], ...]


@lru_cache(maxsize=2)
def filters(site: Site) -> Mapping[str, tuple[Filter, ...]]:
    """All filters that have motions, by what they filter by: status, type, topic."""
    entries = [entry for entry in site.of(Motion) if entry.is_listed]
    return {
        "status": tuple(_choices(entries, lambda one: [one.fields.status], Status, _status, REFERENCE)),
        "type": tuple(
            _choices(entries, lambda one: [one.fields.sort], Type, TYPE_PLURALS.__getitem__, "motions/type/")
        ),
        "topic": tuple(_topics(entries)),
    }


def _status(status: Status) -> str:
    return MEANINGS[status].words


def _choices(
    entries: list[Entry[Motion]],
    values: Callable[[Entry[Motion]], list[Any]],
    order: Iterable[Any],
    words: Callable[[Any], str],
    folder: str,
) -> Iterator[Filter]:
    for choice in order:
        found = tuple(one for one in entries if choice in values(one))
        if found:
            yield Filter(words(choice), f"{folder}{choice.value}/", found)


def _topics(entries: list[Entry[Motion]]) -> Iterator[Filter]:
    by_topic: dict[str, list[Entry[Motion]]] = {}
    names: dict[str, str] = {}
    for entry in entries:
        for id, tag in {make_id(tag): tag for tag in entry.fields.tags}.items():
            if id:
                names.setdefault(id, tag)
                by_topic.setdefault(id, []).append(entry)
    for id in sorted(by_topic):
        yield Filter(names[id], f"motions/topic/{id}/", tuple(by_topic[id]))


def view_library(site: Site, here: Here) -> Mapping[str, object]:
    """What the list of motions shows around its items."""
    return {
        "ways": [
            {"title": f"By {name}", "links": [_link(one, here) for one in found]}
            for name, found in filters(site).items()
            if found
        ],
        "reference": here.url(REFERENCE),
        "agendas": list(_agendas(site, here)),
        "show": partial(show_item, here=here),
    }


def _link(one: Filter, here: Here) -> Mapping[str, object]:
    return {"title": one.title, "href": here.url(one.address), "note": str(len(one.entries))}


def _agendas(site: Site, here: Here) -> Iterator[Mapping[str, object]]:
    """Items of agendas with motions that no meeting has decided on, each in the order of letters."""
    for number, (_, entries) in enumerate(sorted(agendas(site).items(), key=_by_item), 1):
        shown = [one for one in entries if one.is_listed]
        if any(is_open(one.fields) for one in shown):
            title = _agenda_title(shown[0], site)
            items = [show_on_agenda(one, here) for one in shown]
            yield {"id": f"at-agenda-{number}", "title": title, "items": items}


def _by_item(agenda: tuple[AgendaItem, tuple[Entry[Motion], ...]]) -> tuple[str, int, str]:
    (meeting, item), _ = agenda
    return (meeting, int(item) if item.isdecimal() else 0, item)


def _agenda_title(entry: Entry[Motion], site: Site) -> str:
    """`General meeting, 12 March 2026, item 6`."""
    motion = entry.fields
    named, day = meeting_entry(motion, site), meeting_day(entry, site)
    is_words = motion.meeting and ":" not in motion.meeting
    meeting = named.title if named else motion.meeting if is_words else ORGANISATIONS.get(motion.organisation, "")
    date = day.words.split(",")[0] if day and day.words not in meeting else ""
    parts = (meeting or "On the agenda", date, item_words(motion.agenda_item))
    return ", ".join(part for part in parts if part)


def make_further_pages(site: Site) -> Iterator[FurtherPage]:
    """The reference of all statuses, and a list for each status, type and topic."""
    anchors = tuple(status.value for status in Status)
    explanation = "What each status of a motion means, and how many of ours stand so."
    title = "What the status of a motion means"
    yield FurtherPage(REFERENCE, title, "statuses.html", partial(_view_statuses, site), explanation, anchors=anchors)
    for name, found in filters(site).items():
        for one in found:
            yield from _filter_pages(name, one)


def _view_statuses(site: Site, here: Here) -> Mapping[str, object]:
    by_address = {one.address: one for one in filters(site)["status"]}
    rows = []
    for status, meaning in MEANINGS.items():
        found = by_address.get(f"{REFERENCE}{status.value}/")
        count = count_words(len(found.entries), "motion").replace(" ", "\N{NO-BREAK SPACE}") if found else ""
        link = {"title": count, "href": here.url(found.address)} if found else None
        tag = {"words": meaning.words, "tone": meaning.tone, "icon": meaning.icon}
        rows.append({"id": status.value, "tag": tag, "text": meaning.explanation, "link": link})
    return {"rows": rows, "library": here.url("motions/")}


def _filter_pages(name: str, one: Filter) -> Iterator[FurtherPage]:
    last = -(-len(one.entries) // PER_PAGE)
    for number in range(1, last + 1):
        title = f"Motions by {name}: {one.title}"
        address = one.address if number == 1 else f"{one.address}page/{number}/"
        title = title if number == 1 else f"{title}, page {number} of {last}"
        view = partial(_view_filter, name, one, number, last)
        yield FurtherPage(address, title, "filter.html", view, f"{title}.")


def _view_filter(name: str, one: Filter, number: int, last: int, here: Here) -> Mapping[str, object]:
    shown = one.entries[(number - 1) * PER_PAGE : number * PER_PAGE]
    first = shown[0].fields
    pages = [
        {
            "number": page,
            "href": here.url(one.address if page == 1 else f"{one.address}page/{page}/"),
            "current": page == number,
        }
        for page in range(1, last + 1)
    ]
    return {
        "items": [show_item(entry, here) for entry in shown],
        "count": count_words(len(one.entries), "motion"),
        "meaning": MEANINGS[first.status].explanation if name == "status" else "",
        "tag": status_tag(first) if name == "status" else None,
        "pages": pages if last > 1 else [],
        "newer": pages[number - 2]["href"] if number > 1 else "",
        "older": pages[number]["href"] if number < last else "",
        "library": here.url("motions/"),
        "reference": here.url(REFERENCE),
    }
