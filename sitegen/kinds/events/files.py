"""The calendars of a party: all events, those of one category, and a file for each event.

A UID is made from the id of the event, which is never reused, and the address of the site; a date of a series carries
the UID of the series, and says which date it stands for. No file depends on the day on which it is made.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final
from urllib.parse import urlsplit

from sitegen.calendars import Calendar, CalendarEvent, CalendarStatus
from sitegen.kind import CalendarPlace, Entry, Here, MadeFile, Press, Site
from sitegen.kinds.events.dates import changed_dates, is_off, local_moment, rule_of
from sitegen.kinds.events.models import Status
from sitegen.kinds.events.places import access_words, full_address
from sitegen.kinds.events.whole import series_of, whole
from sitegen.kinds.events.wording import MANY, STATUS, category_words, moved_words
from sitegen.markdown import plain_text
from sitegen.words import make_id

ALL: Final = "events/calendar.ics"
_STATUS: Final = {
    Status.CONFIRMED: CalendarStatus.CONFIRMED,
    Status.TENTATIVE: CalendarStatus.TENTATIVE,
    Status.CANCELLED: CalendarStatus.CANCELLED,
    Status.POSTPONED: CalendarStatus.CANCELLED,
}


def give_calendars(site: Site) -> Iterator[CalendarPlace]:
    """The calendars to subscribe to: all events, then each category that has any."""
    entries = _listed(site)
    if not entries:
        return
    yield CalendarPlace(ALL, "All our events", "Everything we invite to, in one calendar.")
    used = {category for entry in entries for category in _categories(entry, site)}
    for category, (title, text) in MANY.items():
        if category in used:
            yield CalendarPlace(f"events/{category}.ics", title, text)


def make_calendar_files(site: Site) -> Iterator[MadeFile]:
    """Every calendar that readers can subscribe to, and one file for each event."""
    for place in give_calendars(site):
        category = place.address.removeprefix("events/").removesuffix(".ics")
        chosen = [one for one in _listed(site) if place.address == ALL or category in _categories(one, site)]
        name = site.party.masthead if place.address == ALL else f"{site.party.masthead}: {place.title}"
        yield MadeFile(place.address, partial(_make, name, place.text, place.address, chosen))
    for entry in site.entries["events"]:
        dates = [one for one in changed_dates(entry, site).values() if one.is_listed] if rule_of(entry) else []
        yield MadeFile(file_of(entry), partial(_make, entry.title, "", file_of(entry), [entry, *dates]))


def _categories(entry: Entry[Any], site: Site) -> frozenset[str]:
    """In which calendars an event stands: a date of a series also in that of its series, which would show it wrong."""
    series = series_of(entry, site)
    return frozenset(one.fields.category for one in (whole(entry, site), series) if one and one.fields.category)


def file_of(entry: Entry[Any]) -> str:
    """The address of the calendar file of one event."""
    return f"{entry.address}{entry.id}.ics"


def saved_as(entry: Entry[Any], site: Site) -> str:
    """The name that the file of one event has in a folder of downloads."""
    return f"{entry.id}-event-{make_id(site.party.masthead) or 'calendar'}.ics"


def _listed(site: Site) -> list[Entry[Any]]:
    return [entry for entry in site.entries["events"] if entry.is_listed]


def _make(title: str, text: str, address: str, entries: Sequence[Entry[Any]], press: Press) -> bytes:
    """The bytes of one file; the maker is loaded here, since only a build needs it."""
    from sitegen.calendars.ics import make_calendar

    site, outside = press.site, press.outside
    events = tuple(make_event(entry, site, outside) for entry in entries)
    return make_calendar(Calendar(title, text, outside.url(address), site.party.languages[0], events))


def make_event(entry: Entry[Any], site: Site, outside: Here) -> CalendarEvent:
    """An event, a series or a date of one, as calendars take it."""
    series, entry = series_of(entry, site), whole(entry, site)
    fields = entry.fields
    changed = changed_dates(entry, site) if fields.repeats else {}
    left_out = [day.date for day in getattr(fields, "except")]
    left_out += [day for day, one in changed.items() if not one.is_listed]
    return CalendarEvent(
        uid=uid_of(series or entry, site),
        title=_title(entry),
        start=local_moment(fields.start),
        end=local_moment(fields.end) if fields.end else None,
        is_whole_day=not fields.start.has_time,
        url=outside.url(entry.address),
        place=_location(entry, outside),
        text=_description(entry, site, outside),
        status=_STATUS[fields.status],
        sequence=sequence_of(entry),
        changed=_changed(entry),
        category=category_words(entry) if fields.category else "",
        contact=fields.access_contact or site.party.contact or "",
        rule=rule_of(entry),
        without=tuple(sorted(left_out)) if fields.repeats else (),
        also=tuple(day.date for day in fields.also) if fields.repeats else (),
        replaces=_replaced(entry, series),
    )


def _replaced(entry: Entry[Any], series: Entry[Any] | None) -> Any:
    """The date of the series that this event stands for, at the time at which the series begins."""
    if series is None:
        return None
    day, begins = (entry.fields.moved_from or entry.fields.start).date, series.fields.start
    return datetime.combine(day, local_moment(begins).time()) if begins.has_time else day


def uid_of(entry: Entry[Any], site: Site) -> str:
    """`march-meeting@exampleton.example.org`: the same for ever, also after the site has moved (`first_address`)."""
    address = urlsplit(site.party.first_address or site.settings.site_url)
    path = make_id(address.path)
    return f"{entry.id}{f'.{path}' if path else ''}@{address.hostname or 'localhost'}"


def sequence_of(entry: Entry[Any]) -> int:
    """What the editor raised, and one more for being moved, and for being called off: calendars take the highest."""
    return int(entry.fields.sequence) + bool(entry.fields.moved_from) + is_off(entry)


def _changed(entry: Entry[Any]) -> datetime | None:
    updated = entry.fields.updated
    return updated.moment.astimezone(UTC) if updated else None


def _title(entry: Entry[Any]) -> str:
    """Many programs show no status: the title says it too."""
    status = STATUS.get(entry.fields.status)
    return f"{status}: {entry.title}" if status else entry.title


def _location(entry: Entry[Any], outside: Here) -> str:
    """The place with a link beside it: where to join, else the page."""
    online = entry.fields.online
    link = online.link if online and online.link and not is_off(entry) else outside.url(entry.address)
    address = full_address(entry)
    return f"{address} ({link})" if address else link


def _description(entry: Entry[Any], site: Site, outside: Here) -> str:
    """What somebody needs who sees only this: why it is off, how to join, access, the page, and the imprint."""
    fields, online = entry.fields, None if is_off(entry) else entry.fields.online
    parts = [
        f"{STATUS[fields.status]}. {fields.cancelled_reason}".strip() if is_off(entry) else "",
        moved_words(entry),
        plain_text(fields.summary.body) if fields.summary else "",
        f"Online: {' '.join(part for part in (online.platform, online.link or '') if part)}" if online else "",
        f"By telephone: {online.dial_in}" if online and online.dial_in else "",
        plain_text(online.joining.body) if online and online.joining else "",
        f"Access: {access}" if (access := access_words(entry)) else "",
        f"Tell us what you need: {fields.access_contact}" if fields.access_contact else "",
        f"All about it: {outside.url(entry.address)}",
        site.party.imprint.sentence,
    ]
    return "\n".join(part for part in parts if part)
