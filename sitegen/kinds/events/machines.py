"""What machines are told of events, in the words of schema.org."""

from collections.abc import Iterator
from typing import Any, Final

from sitegen.days import Day
from sitegen.describing import describe
from sitegen.kind import Entry, Here, Site, Thing
from sitegen.kinds.events.dates import rule_of
from sitegen.kinds.events.models import Status
from sitegen.kinds.events.whole import series_of, whole
from sitegen.kinds.events.wording import series_words
from sitegen.things import name_party, without_gaps

_STATUS: Final = {
    Status.CONFIRMED: "EventScheduled",
    Status.TENTATIVE: "EventScheduled",
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
}


def tell_event(entry: Entry[Any], site: Site, outside: Here) -> Iterator[Thing]:
    """The event; a series says how it repeats."""
    entry = whole(entry, site)
    fields = entry.fields
    moved = fields.moved_from and fields.status is Status.CONFIRMED
    url = outside.url(entry.address)
    yield without_gaps(
        {
            "@type": "EventSeries" if rule_of(entry) else "Event",
            "@id": f"{url}#event",
            "name": entry.title,
            "url": url,
            "description": describe(entry),
            "startDate": fields.start.iso,
            "endDate": fields.end.iso if fields.end else "",
            "previousStartDate": fields.moved_from.iso if fields.moved_from else "",
            "eventStatus": f"https://schema.org/{'EventRescheduled' if moved else _STATUS[fields.status]}",
            "eventAttendanceMode": _mode(entry),
            "location": list(_locations(entry, outside)),
            "organizer": name_party(site, outside),
            "eventSchedule": _schedule(entry),
            "superEvent": _super(entry, site, outside),
            "isAccessibleForFree": True,
        }
    )


def _mode(entry: Entry[Any]) -> str:
    place, online = entry.fields.place, entry.fields.online
    mode = "Mixed" if place and online else "Online" if online else "Offline"
    return f"https://schema.org/{mode}EventAttendanceMode"


def _locations(entry: Entry[Any], outside: Here) -> Iterator[Thing]:
    place, online = entry.fields.place, entry.fields.online
    if place:
        address = {"@type": "PostalAddress", "streetAddress": place.address, "postalCode": place.postcode}
        yield without_gaps({"@type": "Place", "name": place.name or place.address, "address": without_gaps(address)})
    if online:
        yield {"@type": "VirtualLocation", "url": online.link or outside.url(entry.address)}


def _schedule(entry: Entry[Any]) -> Thing | str:
    rule, start = rule_of(entry), entry.fields.start
    if rule is None:
        return ""
    parts = dict(part.split("=", 1) for part in rule.pattern.split(";"))
    unit = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}[parts["FREQ"]]
    return without_gaps(
        {
            "@type": "Schedule",
            "repeatFrequency": f"P{parts.get('INTERVAL', '1')}{unit}",
            "byDay": parts.get("BYDAY", "").split(",") if parts.get("BYDAY") else [],
            "startDate": Day(start.year, start.month, start.day).iso,
            "endDate": rule.until.isoformat() if rule.until else "",
            "startTime": f"{start.hour:02}:{start.minute:02}" if start.has_time else "",
            "scheduleTimezone": "Europe/London",
            "description": series_words(entry),
        }
    )


def _super(entry: Entry[Any], site: Site, outside: Here) -> Thing | str:
    series = series_of(entry, site)
    if series is None:
        return ""
    return {"@type": "EventSeries", "@id": f"{outside.url(series.address)}#event", "name": series.title}
