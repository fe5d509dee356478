"""Events as data: one row a date, so that a series can be read without following its rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sitegen.datasets import Cell, CellType, Column, Dataset, make_dataset
from sitegen.elections.data import data_notice, day_cell
from sitegen.kind import Site
from sitegen.kinds.events.dates import Meeting, rule_of
from sitegen.kinds.events.files import sequence_of, uid_of
from sitegen.kinds.events.listing import coming, past
from sitegen.kinds.events.models import Category, Status
from sitegen.kinds.events.whole import series_of
from sitegen.kinds.events.wording import series_words

_ADDRESS, _YES_NO = CellType.WEB_ADDRESS, CellType.YES_NO


@dataclass(frozen=True, slots=True, eq=False)
class DatedRow:
    """One date on its way into a row."""

    meeting: Meeting
    site: Site

    @property
    def fields(self) -> Any:
        """The fields of the event whose date it is."""
        return self.meeting.entry.fields

    @property
    def series(self) -> str | None:
        """The id of the series it belongs to."""
        entry = self.meeting.entry
        return entry.id if rule_of(entry) else entry.fields.series

    def of_place(self, name: str) -> Cell:
        """What is written of the place, or of taking part from elsewhere; yes and no in words."""
        place = self.fields.place
        written = getattr(place, name, "") if place else ""
        return ("yes" if written else "no") if isinstance(written, bool) else written or None

    def of_online(self, name: str) -> str | None:
        """What is written of taking part from elsewhere."""
        return (getattr(self.fields.online, name) or None) if self.fields.online else None


COLUMNS: Final[tuple[Column[DatedRow], ...]] = (
    Column("id", "Id", "The event and the day: names the row for ever.", lambda one: _id(one),
           is_required=True, is_unique=True),
    Column("event", "Event", "The id of the event or of the series.", lambda one: one.meeting.entry.id,
           is_required=True),
    Column("series", "Series", "The id of the series of which it is a date.", lambda one: one.series),
    Column("title", "Title", "What it is.", lambda one: one.meeting.entry.title, is_required=True),
    Column("start", "Start", "When it begins, with London's distance from UTC; a day alone is a whole day.",
           lambda one: one.meeting.start.iso, is_required=True),
    Column("end", "End", "When it ends; of whole days the last.", lambda one: day_cell(one.meeting.end)),
    Column("category", "Category", "What kind of event it is.", lambda one: one.fields.category,
           choices=tuple(Category)),
    Column("status", "Status", "Whether it takes place.", lambda one: one.fields.status, choices=tuple(Status),
           is_required=True),
    Column("reason", "Reason", "Why it is cancelled or postponed.", lambda one: one.fields.cancelled_reason or None),
    Column("moved_from", "Moved from", "The date it had before.", lambda one: day_cell(one.fields.moved_from)),
    Column("repeats", "Repeats", "How the series repeats, in words.",
           lambda one: series_words(one.meeting.entry) or None),
    Column("place", "Place", "The building or the meeting point.", lambda one: one.of_place("name")),
    Column("address", "Address", "Street and town.", lambda one: one.of_place("address")),
    Column("postcode", "Postcode", "The postcode.", lambda one: one.of_place("postcode")),
    Column("step_free", "Step-free", "Whether there are no steps: yes, no, or words.",
           lambda one: one.of_place("step_free")),
    Column("hearing_loop", "Hearing loop", "Whether there is one: yes, no, or words.",
           lambda one: one.of_place("hearing_loop")),
    Column("bsl", "British Sign Language", "Whether it is signed: yes, no, or words.", lambda one: one.of_place("bsl")),
    Column("toilets", "Toilets", "Whether there are any: yes, no, or words.", lambda one: one.of_place("toilets")),
    Column("transport", "Transport", "How to get there.", lambda one: one.of_place("transport")),
    Column("online", "Online", "Whether one can take part from elsewhere.", lambda one: bool(one.fields.online),
           _YES_NO, is_required=True),
    Column("platform", "Platform", "What it runs on.", lambda one: one.of_online("platform")),
    Column("link", "Link", "Where to join or to register.", lambda one: one.of_online("link"), _ADDRESS),
    Column("dial_in", "Telephone", "The number, for those without a screen.", lambda one: one.of_online("dial_in")),
    Column("contest", "Contest", "The id of the contest it is about.", lambda one: one.fields.contest),
    Column("uid", "Calendar id", "How calendars know it: the same for all dates of a series.",
           lambda one: _uid(one), is_required=True),
    Column("sequence", "Version", "Rises when time or place change.", lambda one: sequence_of(one.meeting.entry),
           CellType.NUMBER, is_required=True),
    Column("url", "Page", "Where the event stands on the site.",
           lambda one: one.site.settings.site_url + one.meeting.entry.address, _ADDRESS, is_required=True),
)  # fmt: skip


def _id(row: DatedRow) -> str:
    return f"{row.meeting.entry.id}/{row.meeting.start.date.isoformat()}"


def _uid(row: DatedRow) -> str:
    entry = row.meeting.entry
    return uid_of(series_of(entry, row.site) or entry, row.site)


def give_events(site: Site) -> Iterator[Dataset]:
    """All that was and all that comes within twelve months, in the order of time."""
    meetings = [*reversed(past(site)), *coming(site)]
    if meetings:
        yield make_dataset(
            "events",
            f"Events of {site.party.name}",
            "What took place, and what comes in the next twelve months: one row a date.",
            COLUMNS,
            [DatedRow(one, site) for one in meetings],
            page="events/",
            notice=data_notice(site),
        )
