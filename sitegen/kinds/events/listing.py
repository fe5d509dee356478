"""Lists of events: the coming twelve months by month, the past ones by year, and the next one for the home page."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import groupby
from typing import Any

from sitegen.days import Day
from sitegen.describing import describe_calendar
from sitegen.kind import Entry, FurtherPage, Here, Site
from sitegen.kinds.events.dates import Meeting, all_meetings, in_a_year
from sitegen.kinds.events.files import file_of, give_calendars, saved_as
from sitegen.kinds.events.places import access_in_short, full_address, place_words
from sitegen.kinds.events.wording import STATUS, category_words, month, moved_words, times, weekday

NAME = "events"


@lru_cache(maxsize=4)
def coming(site: Site) -> tuple[Meeting, ...]:
    """What is listed: from today on, for twelve months."""
    today = site.settings.today
    return tuple(all_meetings(site, NAME, today, in_a_year(today)))


@lru_cache(maxsize=4)
def past(site: Site) -> tuple[Meeting, ...]:
    """All that was, the newest first."""
    entries = [entry for entry in site.entries[NAME] if entry.fields.start]
    if not entries:
        return ()
    yesterday = site.settings.today - timedelta(days=1)
    first = min(entry.fields.start.date for entry in entries)
    found = all_meetings(site, NAME, first, yesterday)
    return tuple(one for one in reversed(found) if one.last_day <= yesterday)


def view_events(site: Site, here: Here) -> Mapping[str, object]:
    """The coming events by month, the calendars, and the years of the archive."""
    years = sorted({one.start.year for one in past(site)}, reverse=True)
    counts = {year: sum(1 for one in past(site) if one.start.year == year) for year in years}
    return {
        "months": by_month(coming(site), here),
        "until": Day(*_date(in_a_year(site.settings.today))),
        "calendars": [describe_calendar(place, site) for place in give_calendars(site)],
        "years": [
            {"title": year, "href": here.url(f"events/archive/{year}/"), "number": count}
            for year, count in counts.items()
        ],
    }


def _date(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def by_month(meetings: Sequence[Meeting], here: Here) -> list[Mapping[str, object]]:
    """The meetings in groups, each with the name of its month and an anchor."""
    months = [list(group) for _, group in groupby(meetings, key=lambda one: month(one.start))]
    return [
        {
            "title": month(found[0].start),
            "id": f"at-{found[0].start.year}-{found[0].start.month:02}",
            "items": [diary_item(one, here) for one in found],
        }
        for found in months
    ]


def diary_item(meeting: Meeting, here: Here) -> Mapping[str, object]:
    """One date as the component `diary` takes it."""
    entry = meeting.entry
    status = STATUS.get(entry.fields.status, "")
    notes = [entry.fields.cancelled_reason if meeting.is_off else "", moved_words(entry)]
    return {
        "day": str(meeting.start.day),
        "weekday": weekday(meeting.start),
        "month": month(meeting.start),
        "iso": meeting.start.iso,
        "title": entry.title,
        "href": here.url(entry.address),
        "words": [times(meeting.start, meeting.end), place_words(entry)],
        "kind": category_words(entry),
        "status": status,
        "is_off": meeting.is_off,
        "note": ". ".join(note.rstrip(".") for note in notes if note),
    }


def make_archives(site: Site) -> Iterator[FurtherPage]:
    """A page for each year in which there was something."""
    for year, group in groupby(past(site), key=lambda one: one.start.year):
        meetings = sorted(group, key=lambda one: (one.start.moment, one.entry.id))
        yield FurtherPage(
            f"events/archive/{year}/",
            f"Events of {year}",
            "archive.html",
            partial(_view_archive, meetings),
            description=f"What took place in {year}.",
        )


def _view_archive(meetings: Sequence[Meeting], here: Here) -> Mapping[str, object]:
    return {"months": by_month(meetings, here)}


def view_home(site: Site, here: Here) -> Mapping[str, object]:
    """The next event that takes place, as the ticket takes it; nothing where there is none."""
    found = next((one for one in coming(site) if not one.is_off), None)
    if found is None:
        return {}
    category = category_words(found.entry)
    return {
        "ticket_of": {
            **ticket_of(found, site, here),
            "title": found.entry.title,
            "id": "at-next",
            "href": here.url(found.entry.address),
            "kicker": f"Next: {category[:1].lower()}{category[1:]}",
        },
        "all_events": {"title": "All events", "href": here.url("events/")},
    }


def ticket_of(meeting: Meeting, site: Site, here: Here) -> dict[str, object]:
    """Day, time, place and the way into a calendar."""
    entry = meeting.entry
    lines = [weekday(meeting.start), month(meeting.start), times(meeting.start, meeting.end)]
    return {
        "day": str(meeting.start.day),
        "when_lines": lines,
        "iso": meeting.start.iso,
        "rows": list(_rows(entry)),
        "actions": [calendar_button(entry, site, here)],
    }


def calendar_button(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """The link that puts one event into a calendar."""
    href, name = here.url(file_of(entry)), saved_as(entry, site)
    return {"title": "Add to your calendar", "href": href, "icon": "calendar", "download": name}


def _rows(entry: Entry[Any]) -> Iterator[Mapping[str, object]]:
    online = entry.fields.online
    if address := full_address(entry):
        yield {"icon": "pin", "title": "In the room", "text": address}
    if online:
        how = ", ".join(part for part in (online.platform, "or by telephone" if online.dial_in else "") if part)
        yield {"icon": "screen", "title": "Online", "text": how}
    if access := access_in_short(entry):
        yield {"icon": "access", "title": "Access", "text": access}
