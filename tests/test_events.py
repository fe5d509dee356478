"""Events in the built sample: lists, the next one, the page of a meeting, what machines and spreadsheets get."""

import csv
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.days import read_day
from sitegen.kind import Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.kinds.events.dates import all_meetings
from sitegen.kinds.events.listing import coming, past
from sitegen.site import load_site
from tests.kind_examples import make_settings
from tests.parties import run_sitegen, write_party


def page(site: Path, address: str) -> str:
    """The HTML of a page."""
    return (site / address / "index.html").read_text(encoding="utf-8")


def load(folder: Path, events: str) -> Site:
    """The smallest party with these events."""
    return load_site(make_settings(write_party(folder, {"data/events.yml": events})), KINDS, PLANNED)


def test_the_next_event_stands_on_the_home_page(built_site: Path) -> None:
    ticket = page(built_site, "").partition('class="ticket"')[2]
    assert 'href="events/march-meeting/"' in ticket
    assert "Thursday" in ticket.partition("</article>")[0]


def test_coming_events_stand_by_month_and_past_ones_by_year(built_site: Path) -> None:
    html = page(built_site, "events")
    assert re.findall(r'id="at-(20\d\d-\d\d)"', html)[0] == "2026-03"
    assert re.findall(r'id="at-(20\d\d-\d\d)"', html)[-1] == "2027-03"
    assert 'href="archive/2025/"' in html or 'href="../events/archive/2025/"' in html
    assert "Riverside hustings" in page(built_site, "events/archive/2025")


def test_what_is_over_says_what_came_of_it_and_invites_nobody(built_site: Path) -> None:
    coming, over = (page(built_site, f"events/{name}-meeting") for name in ("march", "february"))
    for invitation in ("Add to your calendar", "How to join online", "Tell us what you need"):
        assert invitation in coming
        assert invitation not in over
    assert "When and where it was" in over
    assert re.findall(r'<h2 id="(at-[a-z]+)"', over)[:2] == ["at-when", "at-report"]


def test_a_cancelled_meeting_is_struck_through_and_says_why(built_site: Path) -> None:
    html = page(built_site, "events/january-meeting")
    assert "<s>General meeting</s>" in html
    assert "The pavements were ice" in html
    assert "Cancelled" in html


def test_the_page_of_a_meeting_is_its_hub(built_site: Path) -> None:
    html = page(built_site, "events/march-meeting")
    parts = re.findall(r'<h2 id="(at-[a-z]+)"', html)
    assert [one for one in parts if one in ("at-joining", "at-access", "at-notice", "at-agenda", "at-papers")] == [
        "at-joining",
        "at-access",
        "at-notice",
        "at-agenda",
        "at-papers",
    ]
    assert "0306 999 0147" in html
    assert 'href="../february-meeting/"' in html or 'href="../../events/february-meeting/"' in html
    assert "february-2026-general-meeting" in page(built_site, "events/february-meeting")


def test_a_series_leaves_out_and_moves_what_it_should(built_site: Path) -> None:
    dates = re.findall(r'<time datetime="(\d{4}-\d\d-\d\d)', page(built_site, "events/general-meeting"))
    assert "2026-05-21" in dates
    assert not {"2026-05-14", "2026-07-09", "2026-08-13"} & set(dates)


def test_events_are_data_with_a_row_for_each_date(built_site: Path) -> None:
    with (built_site / "data/events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["id"] for row in rows}) == len(rows) > 150
    (may,) = (row for row in rows if row["event"] == "may-meeting")
    assert (may["start"], may["series"], may["uid"]) == (
        "2026-05-21T19:30+01:00",
        "general-meeting",
        "general-meeting@exampleton.example.org",
    )
    assert json.loads((built_site / "data/events.json").read_text(encoding="utf-8"))


def things(html: str) -> list[dict[str, Any]]:
    """What a page says to machines."""
    (block,) = re.findall(r'<script type="application/ld\+json">(.+?)</script>', html, re.DOTALL)
    whole: dict[str, Any] = json.loads(block)
    found: list[dict[str, Any]] = whole.get("@graph", [whole])
    return found


def test_machines_are_told_when_where_and_what_became_of_it(built_site: Path) -> None:
    (march,) = (one for one in things(page(built_site, "events/march-meeting")) if one["@type"] == "Event")
    assert march["startDate"] == "2026-03-12T19:30+00:00"
    assert march["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    (january,) = (one for one in things(page(built_site, "events/january-meeting")) if one["@type"] == "Event")
    assert january["eventStatus"] == "https://schema.org/EventCancelled"
    (may,) = (one for one in things(page(built_site, "events/may-meeting")) if one["@type"] == "Event")
    assert may["previousStartDate"] == "2026-05-14T19:30+01:00"


def test_every_calendar_can_be_subscribed_to(built_site: Path) -> None:
    for address in ("subscribe", "events"):
        html = page(built_site, address)
        assert 'href="webcal://exampleton.example.org/events/calendar.ics"' in html
        assert all(word in html for word in ("Google Calendar", "iPhone", "Outlook"))


def test_an_event_is_listed_to_its_last_day_and_a_series_for_twelve_months(tmp_path: Path) -> None:
    site = load(
        tmp_path,
        "events:\n  - {id: fair, title: Fair, start: 2026-03-07, end: 2026-03-10}\n"
        "  - {id: over, title: Over, start: 2026-03-09}\n"
        "  - {id: weekly, title: Weekly, start: 2026-03-10, repeats: {every: week}}\n",
    )
    found = coming(site)
    assert [one.entry.id for one in found][:2] == ["fair", "weekly"]
    assert max(one.start.date for one in found) == date(2027, 3, 9)
    assert [one.entry.id for one in past(site)] == ["over"]


def test_a_time_stays_the_same_when_the_clocks_change(tmp_path: Path) -> None:
    site = load(
        tmp_path,
        "events:\n  - {id: weekly, title: Weekly, start: 2026-03-22 19:30, repeats: {every: week, on: sunday}}\n",
    )
    found = all_meetings(site, "events", date(2026, 3, 20), date(2026, 4, 1))
    assert [one.start.iso for one in found] == ["2026-03-22T19:30+00:00", "2026-03-29T19:30+01:00"]


SERIES = """\
events:
  - id: monthly
    title: General meeting
    start: 2026-01-08 19:30
    end: 21:15
    category: meeting
    organiser: The secretary
    place: {name: Weavers’ Hall, step_free: yes}
    online: {platform: Zoom, dial_in: 0330 088 5830, joining: "Ask [the board](pages:board)."}
    access_contact: access@example.org
    repeats: {every: month, on: second thursday}
  - {id: may, title: The budget, start: 2026-05-21 18:00, moved_from: 2026-05-14, series: monthly}
  - {id: june, title: On the screen, start: 2026-06-11 19:30, series: monthly, category: agm, place: no}
  - {id: july, title: In the park, start: 2026-07-09 19:30, end: 20:00, series: monthly, online: no,
     place: {name: The park}}
"""
BOARD = "---\ntitle: The board\n---\nUs.\n"


def test_a_date_of_a_series_is_where_the_series_is_unless_it_says_otherwise(tmp_path: Path) -> None:
    site = load(tmp_path, SERIES.replace("(pages:board)", "(https://example.org/board)"))
    dates = {one.entry.id: one for one in coming(site) if one.entry.fields.series}
    may, june, july = (dates[id].entry.fields for id in ("may", "june", "july"))
    assert (may.place.name, may.place.step_free, may.category) == ("Weavers’ Hall", True, "meeting")
    assert (may.online.platform, may.access_contact, may.organiser) == ("Zoom", "access@example.org", "The secretary")
    assert dates["may"].end == read_day("2026-05-21 19:45"), "as long as the others"
    assert june.place is None
    assert (june.online.platform, june.category) == ("Zoom", "agm")
    assert (july.place.name, july.place.step_free, july.online) == ("The park", "", None)
    assert dates["july"].end == read_day("2026-07-09 20:00")


def test_the_page_of_a_date_says_how_to_come_and_how_to_join_as_its_series_does(tmp_path: Path) -> None:
    write_party(tmp_path, {"data/events.yml": SERIES, "content/board.md": BOARD})
    assert run_sitegen(tmp_path, "build", "-d", str(tmp_path / "out"), "--today", "2026-03-10").returncode == 0
    may = page(tmp_path / "out", "events/may")
    assert "Weavers’ Hall" in may
    assert "6 pm to 7.45 pm" in may
    assert 'href="../../board/"' in may
    assert "0330 088 5830" in may
    assert "access@example.org" in may
    assert "Weavers’ Hall" not in page(tmp_path / "out", "events/june").partition("<main")[2].partition("</main>")[0]
    assert "How to join online" not in page(tmp_path / "out", "events/july")


def test_a_meeting_that_is_off_does_not_say_how_to_join_it(tmp_path: Path) -> None:
    off = SERIES.replace("series: monthly}", "series: monthly, status: cancelled, cancelled_reason: Flood.}")
    write_party(tmp_path, {"data/events.yml": off, "content/board.md": BOARD})
    assert run_sitegen(tmp_path, "build", "-d", str(tmp_path / "out"), "--today", "2026-03-10").returncode == 0
    assert "0330 088 5830" not in page(tmp_path / "out", "events/may")
    assert "0330 088 5830" not in (tmp_path / "out/events/may/may.ics").read_text(encoding="utf-8")


def test_a_series_has_a_calendar_of_its_own_to_subscribe_to(built_site: Path) -> None:
    html = page(built_site, "events/general-meeting")
    address = "exampleton.example.org/events/general-meeting/general-meeting.ics"
    assert f'href="webcal://{address}"' in html
    assert f'href="https://{address}"' in html
    assert 'href="webcal:' not in page(built_site, "events/march-meeting")


def test_the_head_of_every_page_names_the_calendar_of_all_events(built_site: Path) -> None:
    for address, way in (("", ""), ("news", "../"), ("events/march-meeting", "../../")):
        head = page(built_site, address).partition("</head>")[0]
        (link,) = re.findall(r'<link rel="alternate" type="text/calendar"[^>]*>', head)
        assert f'href="{way}events/calendar.ics"' in link, address
