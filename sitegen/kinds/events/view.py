"""The page of an event: when and where, how to join and get in, and all that belongs to the meeting."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from markupsafe import Markup

from sitegen.days import Day
from sitegen.describing import describe_calendar
from sitegen.kind import CalendarPlace, Entry, Here, Site
from sitegen.kinds.events.dates import Meeting, in_a_year, meetings_of, rule_of
from sitegen.kinds.events.files import file_of
from sitegen.kinds.events.hub import find_motions, find_reports, motion_rows
from sitegen.kinds.events.listing import coming, diary_item, past, ticket_of
from sitegen.kinds.events.models import Status
from sitegen.kinds.events.places import access_signs, place_words
from sitegen.kinds.events.whole import series_of, who_says, whole
from sitegen.kinds.events.wording import STATUS, category_words, day_words, moved_words, series_words, when_words
from sitegen.words import join_words

MOST_PAST: Final = 12
"""How many past dates the page of a series shows; all are in the archive."""
_TWO_YEARS: Final = timedelta(days=731)


def view_event(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """All that the page shows, ready for components; sections without anything are empty."""
    entry = whole(entry, site)
    fields = entry.fields
    meeting = _shown(entry, site)
    status = STATUS.get(fields.status, "")
    is_off, is_over = meeting.is_off, meeting.last_day < site.settings.today
    ticket = ticket_of(meeting, site, here)
    if is_off:
        ticket["when_lines"] = [_struck(line) for line in _lines(ticket)]
    return {
        "kicker": " · ".join(part for part in (category_words(entry), status) if part),
        "heading": _struck(entry.title) if is_off else entry.title,
        "is_off": is_off,
        "is_over": is_over,
        "status_words": status,
        "is_tentative": fields.status is Status.TENTATIVE,
        "moved": moved_words(entry),
        "repeats": series_words(entry),
        "part_of": _part_of(entry, site, here),
        "ticket_of": {**ticket, "title": _ticket_title(entry, meeting, site), "id": "at-when"},
        "facts": list(_facts(entry, meeting, site, here)),
        "joining": None if is_off or is_over else _joining(entry, site, here),
        "signs": [] if is_over else list(access_signs(entry)),
        "access_contact": "" if is_over else fields.access_contact,
        "follow": _follow(entry, site),
        "agenda": [here.prose(item, entry) for item in fields.agenda],
        "papers": [_paper(one, entry, here) for one in fields.papers],
        "motion_rows": motion_rows(find_motions(entry, site), here),
        "reports": [_linked(one, here) for one in find_reports(entry, site)],
        "about": [link for target in fields.links if (link := _about(target, entry, site, here))],
        "dates": _dates(entry, site, here),
        "past_dates": _past_dates(entry, site, here),
        **_neighbours(entry, meeting, site, here),
    }


def _lines(ticket: Mapping[str, object]) -> Sequence[str]:
    lines = ticket["when_lines"]
    assert isinstance(lines, list)
    return lines


def _struck(text: str) -> Markup:
    """A text struck through: words beside it say why."""
    return Markup("<s>{}</s>").format(text)


def _shown(entry: Entry[Any], site: Site) -> Meeting:
    """The date that the page is about: of a series the next one, of one that has ended the last."""
    if rule_of(entry) is None:
        return Meeting(entry, entry.fields.start, entry.fields.end)
    today = site.settings.today
    following = next(meetings_of(entry, site, today, in_a_year(today)), None)
    if following:
        return following
    before = list(meetings_of(entry, site, entry.fields.start.date, today))
    return before[-1] if before else Meeting(entry, entry.fields.start, entry.fields.end)


def _ticket_title(entry: Entry[Any], meeting: Meeting, site: Site) -> str:
    is_over = meeting.last_day < site.settings.today
    if not rule_of(entry):
        return "When and where it was" if is_over and not meeting.is_off else "When and where"
    if is_over:
        return "The last date"
    sooner = any(_belongs(one, entry) and one.start.date < meeting.start.date for one in coming(site) if not one.is_off)
    return "The next usual date" if sooner else "The next date"


def _part_of(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, str] | None:
    series = series_of(entry, site)
    return {"title": series.title, "href": here.url(series.address)} if series else None


def _facts(entry: Entry[Any], meeting: Meeting, site: Site, here: Here) -> Iterator[Mapping[str, object]]:
    fields = entry.fields
    notes = [note for note in (fields.start_note, fields.end_note) if note]
    yield {"term": "When", "text": "; ".join([when_words(meeting), *notes])}
    if repeats := series_words(entry):
        yield {"term": "Repeats", "text": repeats}
    for term, name in (("Also on", "also"), ("Not on", "except")):
        if days := _days(entry, name, site):
            yield {"term": term, "text": days}
    if moved := moved_words(entry):
        yield {"term": "Changed", "text": moved}
    if fields.organiser:
        yield {"term": "Called by", "text": _named(fields.organiser, who_says(entry, "organiser", site), site, here)}
    contest = site.by_key.get(f"contests:{fields.contest}") if fields.contest else None
    if contest:
        yield {"term": "Election", "text": _link(contest.title, here.url(contest.address))}


def _days(entry: Entry[Any], name: str, site: Site) -> str:
    """The days to come that a series has besides, or leaves out: `9 July and 13 August 2026 (summer break)`."""
    days = sorted(day.date for day in getattr(entry.fields, name) if day.date >= site.settings.today)
    words = join_words([Day(day.year, day.month, day.day).words for day in days])
    note = getattr(entry.fields, f"{name}_note")
    return f"{words} ({note})" if words and note else words


def _named(written: str, entry: Entry[Any], site: Site, here: Here) -> Markup:
    """Words as they are, or a link with the title of what a reference names."""
    known = site.by_key.get(written.partition("#")[0])
    href = here.link(written, entry) if known else ""
    return _link(known.title, href) if known and href else Markup("{}").format(written)


def _link(title: str, href: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, title)


def _joining(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object] | None:
    """How to take part from elsewhere; None for a meeting in a room alone."""
    online = entry.fields.online
    if not online:
        return None
    link = {"title": f"Join or register{f' ({online.platform})' if online.platform else ''}", "href": online.link}
    return {
        "platform": online.platform,
        "link": link if online.link else None,
        "dial_in": online.dial_in,
        "text": here.prose(online.joining, who_says(entry, "online", site)),
        "is_hybrid": bool(place_words(entry) not in ("", "Online")),
    }


def _follow(entry: Entry[Any], site: Site) -> list[Mapping[str, object]]:
    """The calendar of a series that goes on, for those who come to this alone."""
    rule, today = rule_of(entry), site.settings.today
    if rule is None or not entry.is_listed or next(meetings_of(entry, site, today, in_a_year(today)), None) is None:
        return []
    text = "Every date of it, and what becomes of each."
    return [describe_calendar(CalendarPlace(file_of(entry), entry.title, text), site)]


def _paper(attached: Any, entry: Entry[Any], here: Here) -> Mapping[str, object]:
    shown = getattr(here, "file", None)
    return dict(shown(attached, entry)) if shown else {"title": attached.title, "href": here.link(attached.file, entry)}


def _linked(entry: Entry[Any], here: Here) -> Mapping[str, object]:
    return {"title": entry.title, "href": here.url(entry.address), "note": entry.date.words if entry.date else ""}


def _about(target: str, entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object] | None:
    """A further page: by its title, or by its address where it is elsewhere; None where it is not published yet."""
    href = here.link(target, entry)
    known = site.by_key.get(target.partition("#")[0])
    title = known.title if known else href.partition("://")[2].rstrip("/")
    return {"title": title or href, "href": href} if href else None


def _dates(entry: Entry[Any], site: Site, here: Here) -> list[Mapping[str, object]]:
    """The coming dates of a series, those with a page of their own among them."""
    if not rule_of(entry):
        return []
    return [diary_item(one, here) for one in coming(site) if _belongs(one, entry)]


def _past_dates(entry: Entry[Any], site: Site, here: Here) -> list[Mapping[str, object]]:
    if not rule_of(entry):
        return []
    return [diary_item(one, here) for one in past(site) if _belongs(one, entry)][:MOST_PAST]


def _belongs(meeting: Meeting, series: Entry[Any]) -> bool:
    return meeting.entry is series or meeting.entry.fields.series == series.id


def _neighbours(entry: Entry[Any], meeting: Meeting, site: Site, here: Here) -> Mapping[str, object]:
    """The date before and the one after: of the same series, else of the same category; none for a whole series."""
    if rule_of(entry):
        return {"older": None, "newer": None}
    day = meeting.start.date
    around = [one for one in _like(entry, site, day) if one.entry is not entry and not one.is_off]
    older = next((one for one in reversed(around) if one.start.moment < meeting.start.moment), None)
    newer = next((one for one in around if one.start.moment > meeting.start.moment), None)
    return {"older": _neighbour(older, here), "newer": _neighbour(newer, here)}


def _like(entry: Entry[Any], site: Site, day: date) -> list[Meeting]:
    found: list[Meeting] = []
    for one in site.entries[entry.kind.name]:
        series, one = entry.fields.series, whole(one, site)
        is_same = series in (one.id, one.fields.series) if series else one.fields.category == entry.fields.category
        if is_same and one.is_listed and one.fields.start:
            found += meetings_of(one, site, day - _TWO_YEARS, in_a_year(max(day, site.settings.today)))
    return sorted(found, key=lambda one: (one.start.moment, one.entry.id))


def _neighbour(meeting: Meeting | None, here: Here) -> Mapping[str, str] | None:
    if meeting is None:
        return None
    title = f"{meeting.entry.title}, {day_words(meeting.start)}"
    return {"title": title, "href": here.url(meeting.entry.address)}
