"""Events: what we invite to, by month, with a page for each meeting and calendars to subscribe to."""

from pathlib import Path
from typing import Any

from sitegen.kind import Entry, Kind, YamlList
from sitegen.kinds.events.checks import check_event
from sitegen.kinds.events.data import give_events
from sitegen.kinds.events.dates import give_occasions
from sitegen.kinds.events.files import give_calendars, make_calendar_files
from sitegen.kinds.events.listing import make_archives, view_events, view_home
from sitegen.kinds.events.machines import tell_event
from sitegen.kinds.events.models import Event
from sitegen.kinds.events.past import name_upkeep
from sitegen.kinds.events.view import view_event


def _by_start(entry: Entry[Any]) -> tuple[Any, ...]:
    return (entry.fields.start.moment.timestamp(), entry.id)


KIND = Kind(
    name="events",
    title="Events",
    singular="event",
    explanation="Where to meet us: the coming twelve months, and what was.",
    model=Event,
    home=Path(__file__).parent,
    written=YamlList("events.yml", "events", folder="events"),
    address="events/{id}/",
    index="events/",
    order=_by_start,
    anchors=(
        "at-when",
        "at-details",
        "at-joining",
        "at-access",
        "at-notice",
        "at-agenda",
        "at-papers",
        "at-motions",
        "at-report",
        "at-dates",
        "at-calendar",
        "at-past",
        "at-links",
        "at-corrections",
        "at-sources",
    ),
    check=check_event,
    upkeep=name_upkeep,
    further_pages=make_archives,
    made_files=make_calendar_files,
    datasets=give_events,
    item_view=view_event,
    index_view=view_events,
    home_view=view_home,
    leads_home=True,
    json_ld=tell_event,
    occasions=give_occasions,
    calendars=give_calendars,
)
