"""Calendars: what phones and computers read from them, by two readers; times, folds, and bytes that stay the same."""

import json
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from sitegen.calendars import Calendar as CalendarValues
from sitegen.calendars import CalendarEvent, CalendarStatus, Rule, RuleMistake, clock_change, read_rule
from sitegen.calendars.ics import make_calendar
from sitegen.days import read_day
from sitegen.kind import Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.kinds.events.pattern import make_rule, read_on, words_of_rule
from sitegen.meeting_secrets import find_secrets
from sitegen.pages import make_workshop
from sitegen.site import load_site
from tests import ROOT
from tests.kind_examples import THEME, make_settings
from tests.parties import write_party

LONDON: Final = ZoneInfo("Europe/London")
EVENTS: Final = """\
events:
  - id: monthly
    title: General meeting
    start: 2026-01-08 19:30
    end: 21:00
    category: meeting
    repeats: {every: month, on: second thursday, until: 2026-12-31}
    except: [2026-08-13]
    also: [2026-08-20]
  - {id: may, title: In May, start: 2026-05-21 20:00, moved_from: 2026-05-14, series: monthly, category: meeting}
  - {id: june, title: In June, start: 2026-06-11 19:30, series: monthly, status: cancelled, cancelled_reason: Flood.}
  - {id: winter, title: Before the clocks, start: 2026-03-29 00:30, end: 2026-03-29 02:30}
  - {id: autumn, title: After the clocks, start: 2026-10-25 02:30}
  - {id: fair, title: Ffair yr haf – “ŵ” and an emoji 🌹 in a title that is long enough to be folded, start: 2026-06-13}
  - {id: online, title: On the screen, start: 2026-04-01 19:00, online: {link: "https://example.org/join"}}
  - {id: hidden, title: Unlisted, start: 2026-04-02, visibility: unlisted}
"""


def make_files(folder: Path, events: str = EVENTS, today: str = "2026-03-10", **changes: Any) -> Mapping[str, bytes]:
    """Every calendar of a party with these events, by its address."""
    write_party(folder, {"data/events.yml": events})
    settings = make_settings(folder)._replace(today=date.fromisoformat(today), **changes)
    site: Site = load_site(settings, KINDS, PLANNED)
    workshop = make_workshop(site, PLANNED, [THEME])
    files = [file for kind in KINDS for file in kind.made_files(site) if file.address.endswith(".ics")]
    made = {file.address: file.make(workshop) for file in files}
    return {address: text if isinstance(text, bytes) else text.encode() for address, text in made.items()}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The calendars of the party above."""
    return make_files(tmp_path_factory.mktemp("calendars"))


def read(data: bytes) -> dict[tuple[str, str], Any]:
    """The events of a file, strictly read by icalendar, by their UID and the date they stand for."""
    calendar: Any = Calendar.from_ical(data)
    assert not calendar.errors
    found = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        stands_for = event.get("RECURRENCE-ID")
        found[str(event["UID"]).partition("@")[0], stands_for.dt.isoformat()[:10] if stands_for else ""] = event
    return found


def read_by_js(folder: Path, files: Mapping[str, bytes], most: int = 14) -> list[list[dict[str, Any]]]:
    """What ical.js says of files."""
    paths = []
    for number, data in enumerate(files.values()):
        paths.append(folder / f"{number}.ics")
        paths[-1].write_bytes(data)
    command = ["node", str(ROOT / "tests/ical.mjs"), str(most), *map(str, paths)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    found: list[list[dict[str, Any]]] = json.loads(said.stdout)
    return found


def test_there_is_a_calendar_of_all_one_a_category_and_one_an_event(files: Mapping[str, bytes]) -> None:
    ids = ("monthly", "may", "june", "winter", "autumn", "fair", "online", "hidden")
    own = {f"events/{id}/{id}.ics" for id in ids}
    assert set(files) == {"events/calendar.ics", "events/meeting.ics"} | own


def test_lines_end_in_crlf_are_75_octets_at_most_and_cut_no_letter(files: Mapping[str, bytes]) -> None:
    for data in files.values():
        assert data.endswith(b"\r\n")
        assert b"\n" not in data.replace(b"\r\n", b"")
        for line in data.split(b"\r\n"):
            assert len(line) <= 75
            line.decode()
    assert "🌹" in files["events/fair/fair.ics"].replace(b"\r\n ", b"").decode()


def test_two_readers_read_every_calendar(files: Mapping[str, bytes], tmp_path: Path) -> None:
    for data, by_js in zip(files.values(), read_by_js(tmp_path, files), strict=True):
        assert sorted(str(one["UID"]) for one in read(data).values()) == sorted(one["uid"] for one in by_js)


def test_two_readers_read_every_calendar_of_the_sample(built_site: Path, tmp_path: Path) -> None:
    found = {str(path): path.read_bytes() for path in sorted((built_site / "events").rglob("*.ics"))}
    assert len(found) > 20
    for data, by_js in zip(found.values(), read_by_js(tmp_path, found), strict=True):
        assert len(read(data)) == len(by_js) > 0


def test_a_series_meets_when_london_says_so_with_moved_cancelled_and_further_dates(
    files: Mapping[str, bytes], tmp_path: Path
) -> None:
    (events,) = read_by_js(tmp_path, {"all": files["events/calendar.ics"]})
    series = next(one for one in events if one["uid"].startswith("monthly@") and one["dates"])
    assert series["dates"] == [
        ["2026-01-08T19:30:00.000Z", "General meeting"],
        ["2026-02-12T19:30:00.000Z", "General meeting"],
        ["2026-03-12T19:30:00.000Z", "General meeting"],
        ["2026-04-09T18:30:00.000Z", "General meeting"],
        ["2026-05-21T19:00:00.000Z", "In May"],
        ["2026-06-11T18:30:00.000Z", "Cancelled: In June"],
        ["2026-07-09T18:30:00.000Z", "General meeting"],
        ["2026-08-20T18:30:00.000Z", "General meeting"],
        ["2026-09-10T18:30:00.000Z", "General meeting"],
        ["2026-10-08T18:30:00.000Z", "General meeting"],
        ["2026-11-12T19:30:00.000Z", "General meeting"],
        ["2026-12-10T19:30:00.000Z", "General meeting"],
    ]


def test_a_date_of_a_series_stands_in_the_calendar_of_its_series_whatever_it_is_called(tmp_path: Path) -> None:
    events = EVENTS.replace("series: monthly, category: meeting}", "series: monthly, category: agm}")
    found = make_files(tmp_path, events)
    for address in ("events/meeting.ics", "events/monthly/monthly.ics", "events/calendar.ics"):
        assert b"RECURRENCE-ID;TZID=Europe/London:20260514T193000" in found[address], address
    assert b"RECURRENCE-ID;TZID=Europe/London:20260611T193000" in found["events/meeting.ics"], "without a category"
    assert b"UID:monthly@" not in found["events/agm.ics"].replace(b"UID:monthly@", b"", 1), "that date alone"


def test_a_cancelled_meeting_stays_says_so_and_has_a_higher_sequence(files: Mapping[str, bytes]) -> None:
    events = read(files["events/meeting.ics"]) | read(files["events/calendar.ics"])
    june = events["monthly", "2026-06-11"]
    assert (str(june["STATUS"]), int(june["SEQUENCE"])) == ("CANCELLED", 1)
    assert str(june["DESCRIPTION"]).startswith("Cancelled. Flood.")
    assert int(events["monthly", "2026-05-14"]["SEQUENCE"]) == 1
    assert int(events["monthly", ""]["SEQUENCE"]) == 0


@pytest.mark.parametrize(
    ("id", "start", "end"),
    [("winter", "2026-03-29T00:30+00:00", "2026-03-29T02:30+01:00"), ("autumn", "2026-10-25T02:30+00:00", "")],
)
def test_the_nights_of_the_clocks_are_right(files: Mapping[str, bytes], id: str, start: str, end: str) -> None:
    event = read(files["events/calendar.ics"])[id, ""]
    assert event["DTSTART"].dt == datetime.fromisoformat(start)
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert not end or event["DTEND"].dt == datetime.fromisoformat(end)


def test_the_zone_says_what_the_tz_database_says(tmp_path: Path) -> None:
    zone = make_files(tmp_path)["events/calendar.ics"].split(b"END:VTIMEZONE")[0] + b"END:VTIMEZONE\r\n"
    days = [datetime(year, month, day, 12) for year in range(1997, 2036, 3) for month in (3, 10) for day in (24, 31)]
    events = tuple(CalendarEvent(f"{day:%Y%m%d}@x", "x", day, "https://example.org/") for day in days)
    made = make_calendar(CalendarValues("x", "", "https://example.org/x.ics", "en", events))
    assert zone.partition(b"BEGIN:VTIMEZONE")[2] in made
    (found,) = read_by_js(tmp_path, {"zone": made})
    expected = [day.replace(tzinfo=LONDON).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z") for day in days]
    assert [one["start"] for one in found] == expected


def test_a_whole_day_has_dates_alone_and_ends_on_the_next(files: Mapping[str, bytes]) -> None:
    event = read(files["events/fair/fair.ics"])["fair", ""]
    assert event["DTSTART"].dt == date(2026, 6, 13)
    assert b"VTIMEZONE" not in files["events/fair/fair.ics"]


def test_a_link_stands_in_location_and_description_and_the_imprint_at_the_end(files: Mapping[str, bytes]) -> None:
    for (id, _), event in read(files["events/calendar.ics"]).items():
        assert "https://" in str(event["LOCATION"]), id
        assert "https://smallton.example.org/events/" in str(event["DESCRIPTION"])
        assert str(event["DESCRIPTION"]).endswith("Promoted by Ann Example, 1 High Street, Smallton, ZZ1 1ZZ.")
    assert str(read(files["events/calendar.ics"])["online", ""]["LOCATION"]) == "https://example.org/join"


def test_a_calendar_says_how_often_to_look_again(files: Mapping[str, bytes]) -> None:
    calendar: Any = Calendar.from_ical(files["events/calendar.ics"])
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=12)
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT12H\r\n" in files["events/calendar.ics"]


def test_an_unlisted_event_is_in_no_calendar_but_its_own(files: Mapping[str, bytes]) -> None:
    assert [address for address, data in files.items() if b"UID:hidden@" in data] == ["events/hidden/hidden.ics"]


def test_calendars_are_the_same_whatever_day_it_is(files: Mapping[str, bytes], tmp_path: Path) -> None:
    assert make_files(tmp_path, today="2026-11-30") == files


def test_a_site_that_moves_keeps_its_uids(files: Mapping[str, bytes], tmp_path: Path) -> None:
    own = "data/party.yml"
    party = write_party(tmp_path, {"data/events.yml": EVENTS})
    text = (party / own).read_text(encoding="utf-8") + "first_address: https://smallton.example.org/\n"
    write_party(tmp_path, {own: text, "data/events.yml": EVENTS})
    settings = make_settings(tmp_path)._replace(site_url="https://new.example.org/smallton/")
    site = load_site(settings, KINDS, PLANNED)
    workshop = make_workshop(site, PLANNED, [THEME])
    made = next(file for kind in KINDS for file in kind.made_files(site) if file.address == "events/calendar.ics").make(
        workshop
    )
    assert isinstance(made, bytes)
    assert {str(one["UID"]) for one in read(made).values()} == {
        str(one["UID"]) for one in read(files["events/calendar.ics"]).values()
    }


def test_two_sites_of_one_host_have_no_uid_in_common(tmp_path: Path) -> None:
    one, two = (
        make_files(tmp_path / name, site_url=f"https://pages.example.org/{name}/")["events/fair/fair.ics"]
        for name in ("one", "two")
    )
    assert b"UID:fair.one@pages.example.org" in one
    assert b"UID:fair.two@pages.example.org" in two


@pytest.mark.parametrize(
    ("local", "change"),
    [
        ("2026-03-29 00:59", ""),
        ("2026-03-29 01:00", "skipped"),
        ("2026-03-29 01:59", "skipped"),
        ("2026-03-29 02:00", ""),
        ("2026-10-25 00:59", ""),
        ("2026-10-25 01:00", "twice"),
        ("2026-10-25 01:59", "twice"),
        ("2026-10-25 02:00", ""),
    ],
)
def test_times_that_are_skipped_or_come_twice_are_known(local: str, change: str) -> None:
    assert clock_change(datetime.fromisoformat(local)) == change


@pytest.mark.parametrize(
    ("every", "on", "pattern", "words"),
    [
        ("month", "second thursday", "FREQ=MONTHLY;BYDAY=2TH", "Second Thursday of every month"),
        ("month", "the last Friday", "FREQ=MONTHLY;BYDAY=-1FR", "Last Friday of every month"),
        (
            "month",
            "first and third tuesday",
            "FREQ=MONTHLY;BYDAY=1TU,3TU",
            "First Tuesday and third Tuesday of every month",
        ),
        ("fortnight", "saturday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "Saturday, every 2 weeks"),
        ("week", "mon, wed", "FREQ=WEEKLY;BYDAY=MO,WE", "Every Monday and Wednesday"),
        ("quarter", "third friday", "FREQ=MONTHLY;INTERVAL=3;BYDAY=3FR", "Third Friday of every 3 months"),
        ("month", "15", "FREQ=MONTHLY;BYMONTHDAY=15", "On day 15 of every month"),
        ("year", "", "FREQ=YEARLY", "Every year"),
    ],
)
def test_words_become_a_rule_and_a_rule_becomes_words(every: str, on: str, pattern: str, words: str) -> None:
    rule = make_rule(every, on, read_day("2026-01-08"))
    assert rule == Rule(pattern)
    assert words_of_rule(rule) == words


def test_words_that_name_no_day_are_refused() -> None:
    assert [read_on(text) for text in ("second", "thirstday", "sixth monday", "32", "second of", "")] == [()] * 6


@pytest.mark.parametrize(
    "text", ["", "FREQ=HOURLY", "FREQ=MONTHLY;INTERVAL=0", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=2;UNTIL=20260101"]
)
def test_a_rule_that_cannot_be_followed_is_refused(text: str) -> None:
    with pytest.raises(RuleMistake):
        read_rule(text)


def test_an_event_that_was_never_changed_has_a_fixed_stamp_and_a_changed_one_its_day() -> None:
    event = CalendarEvent("x@y", "x", datetime(2026, 3, 12, 19, 30), "https://example.org/")
    changed = event._replace(changed=datetime(2026, 3, 1, 12, tzinfo=UTC), status=CalendarStatus.TENTATIVE)
    texts = [
        make_calendar(CalendarValues("x", "", "https://example.org/x.ics", "en", (one,))) for one in (event, changed)
    ]
    assert b"DTSTAMP:20000101T120000Z" in texts[0]
    assert b"LAST-MODIFIED" not in texts[0]
    assert b"DTSTAMP:20260301T120000Z\r\nLAST-MODIFIED:20260301T120000Z" in texts[1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("https://us02web.zoom.us/j/81234567890?pwd=QmFz", "E960"),
        ("https://zoom.us/w/81234567890?tk=abc.def", "E960"),
        ("https://teams.microsoft.com/meet/38417?p=aBc123", "E960"),
        ("https://example.org/room?passcode=rose", "E960"),
        ("https://zoom.us/my/ann.example", "E961"),
        ("https://us02web.zoom.us/j/1234567890", "E961"),
        ("https://party.webex.com/meet/ann", "E961"),
        ("https://meet.google.com/lookup/abcdef", "E961"),
        ("Personal Meeting ID: 123 456 7890", "E961"),
        ("Meeting ID 812 3456 7890, passcode: 304171", "E962"),
        ("The password is Rose7times", "E962"),
        ("Passcode 304171", "E962"),
        ("**Passcode:** rosebud.", "E962"),
    ],
)
def test_what_only_members_should_know_is_found(text: str, code: str) -> None:
    assert [found for found, _ in find_secrets(f"Join us: {text}")] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "https://us02web.zoom.us/j/81234567890",
        "https://us02web.zoom.us/meeting/register/tZ0kf-mopz",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting?context=%7b%7d",
        "https://meet.google.com/abc-defg-hij",
        "https://example.org/search?p=2&tk=1",
        "The passcode comes by e-mail.",
        "The password is handed over with the post.",
        "Two of you know the password; change it when a post changes.",
        "Passcode: ask the secretary",
        "Meeting ID 812 3456 7890",
    ],
)
def test_what_everybody_may_know_is_left_alone(text: str) -> None:
    assert list(find_secrets(text)) == []
