"""Draw the made-up nominations of the sample's national committee election, by lot and always alike.

The constituencies are real, all else is made up: which local parties meet, on which evening,
and whom they name are drawn with a fixed seed. Every row says so in its source.
Run `python -m tools.draw_nominations [file]`.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from sitegen.register import Seat, load_register

FILE: Final = Path("data/nominations/national-committee-2026.csv")
SEED: Final = 2026
SOURCE: Final = "Made up for this sample: drawn by lot"
FIRST_EVENING: Final = date(2025, 12, 2)
LAST_EVENING: Final = date(2026, 2, 26)
LAST_RECORDED: Final = date(2026, 3, 2)
HOLIDAYS: Final = (date(2025, 12, 19), date(2026, 1, 6))
"""From the first to the last of these days nobody meets; eleven weeks are left."""

LOTS: Final = 43
"""As many lots as there are for evenings, whatever their number: other evenings leave all other draws as they are."""
MEETING: Final = 156
"""How many local parties hold a meeting; no more than `MOST` names a section come from one."""
MOST: Final = 3

LEADERS: Final = {"Aurelia Fenwright": 6, "Barnaby Ostrel": 5, "Dilys Quennell": 2}
DEPUTIES: Final = {"Ishbel Carrowmore": 6, "Thaddeus Loomworth": 3, "Yusuf Hartsmere": 4}

PRINTED: Final = {
    "Tewkesbury": "Tewskesbury",
    "Hemel Hempstead": "Hemel Hemstead",
    "Penistone and Stocksbridge": "Peniston and Stockbridge",
}
"""Spellings as lists print them; `national-committee-2026.aliases.yml` confirms each."""

RETRACTED: Final = {"adeyemi-larkspur": 1, "dominic-ashgrove": 2}
"""How many nominations of a candidate were taken back after a second meeting."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; the names of the fields are its columns."""

    candidate: str
    nominator: str
    type: str = "clp"
    kind: str = "nomination"
    date: str = ""
    recorded_on: str = ""
    evidence: str = ""
    source: str = SOURCE
    members: str = ""
    note: str = ""
    retracted_on: str = ""
    leader: str = ""
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class Aim:
    """How many of the meetings name a candidate, and where they are likeliest (`home`) or solely (`only`)."""

    candidate: str
    section: str
    count: int
    home: tuple[str, ...] = ()
    only: bool = False


AIMS: Final = (
    Aim("adeyemi-larkspur", "local-parties", 86, ("London", "North West", "Wales")),
    Aim("dominic-ashgrove", "local-parties", 61, ("East of England", "South East", "East Midlands")),
    Aim("farida-quillstone", "local-parties", 34, ("South West", "South East")),
    Aim("hamish-torrowan", "local-parties", 12, ("Scotland", "North East")),
    Aim("gwendolen-marchbank", "local-parties", 3, ("Yorkshire and the Humber", "North West")),
    Aim("ines-de-vellacott", "local-parties", 2),
    Aim("oluchi-farthingale", "youth", 41, ("London", "West Midlands")),
    Aim("keturah-bellweather", "youth", 9, ("Scotland", "North East", "Yorkshire and the Humber")),
    Aim("bronwen-castellan", "wales", 7, ("Wales",), only=True),
    Aim("rhoswen-tallis", "wales", 2, ("Wales",), only=True),
)

BY_HAND: Final = (
    Row("adeyemi-larkspur", "Labour International", date="2026-02-04", recorded_on="2026-02-06", evidence="confirmed",
        note="Met online; members in nineteen countries", leader="Dilys Quennell", deputy="Yusuf Hartsmere"),
    Row("oluchi-farthingale", "Labour International", date="2026-02-04", recorded_on="2026-02-06", evidence="confirmed",
        leader="Dilys Quennell", deputy="Yusuf Hartsmere"),
    *(Row(candidate, "Exampleton", date="2026-02-12", recorded_on="2026-02-14", evidence="official", members="81",
          leader="Aurelia Fenwright", deputy="Ishbel Carrowmore")
      for candidate in ("adeyemi-larkspur", "gwendolen-marchbank", "hamish-torrowan", "oluchi-farthingale")),
    Row("gwendolen-marchbank", "National Union of Weavers", "union", date="2026-02-09", evidence="official"),
    Row("gwendolen-marchbank", "Ferry and Tramway Workers' Union", "union", date="2026-02-17", evidence="confirmed"),
    Row("gwendolen-marchbank", "Society of Labour Gardeners", "socialist-society", date="2026-02-21",
        evidence="reported", note="By post; the count was checked twice"),
    Row("adeyemi-larkspur", "Lamplighters' and Signal Workers' Union", "union", date="2026-01-29", evidence="official"),
    Row("dominic-ashgrove", "Readers' and Writers' Labour Circle", "socialist-society", date="2026-02-11",
        evidence="confirmed"),
    Row("hamish-torrowan", "Ferry and Tramway Workers' Union", "union", date="2026-02-17", evidence="confirmed"),
    Row("farida-quillstone", "Riverside branch", "branch", "supporting", date="2026-02-03", evidence="confirmed",
        note="A branch supports; it does not nominate"),
    Row("gwendolen-marchbank", "Old Town branch", "branch", "supporting", date="2026-01-29", evidence="confirmed"),
    Row("adeyemi-larkspur", "Members' Voice", "organisation", "endorsement", date="2026-01-20"),
    Row("gwendolen-marchbank", "Members' Voice", "organisation", "endorsement", date="2026-01-20"),
    Row("dominic-ashgrove", "Open Platform", "organisation", "endorsement", date="2026-01-22"),
    Row("bronwen-castellan", "Friends of the Slow Train", "organisation", "endorsement", date="2026-02"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meeting:
    """One local party's evening: what all its nominations have in common."""

    seat: Seat
    day: date
    members: str
    leader: str
    deputy: str


def draw_meetings(seats: Sequence[Seat], lot: Random) -> list[Meeting]:
    """The local parties that meet, those with a misprinted name always among them."""
    always = [seat for seat in seats if seat.name in PRINTED]
    others = [seat for seat in seats if seat.nation != "Northern Ireland" and seat.name not in PRINTED]
    return [_meeting(seat, lot) for seat in [*always, *lot.sample(others, MEETING - len(always))]]


def list_evenings() -> list[date]:
    """The evenings on which parties meet: no Friday, no Sunday, none in the holidays."""
    days = [FIRST_EVENING + timedelta(days=number) for number in range((LAST_EVENING - FIRST_EVENING).days + 1)]
    return [day for day in days if day.weekday() not in (4, 6) and not HOLIDAYS[0] <= day <= HOLIDAYS[1]]


def _meeting(seat: Seat, lot: Random) -> Meeting:
    evenings = list_evenings()
    day = evenings[lot.randrange(LOTS) * len(evenings) // LOTS]
    members = str(lot.randrange(18, 141)) if lot.random() < 0.3 else ""
    if lot.random() < 0.2:
        return Meeting(seat, day, members, "", "")
    return Meeting(seat, day, members, _one(LEADERS, lot), _one(DEPUTIES, lot))


def _one(weights: dict[str, int], lot: Random) -> str:
    return lot.choices(list(weights), list(weights.values()))[0]


def draw_rows(meetings: Sequence[Meeting], lot: Random) -> Iterator[Row]:
    """The nominations of every aim, candidate by candidate, each in the order of the evenings."""
    named: Counter[tuple[str, str]] = Counter()
    for aim in AIMS:
        chosen = draw_supporters(aim, meetings, named, lot)
        taken_back = set(lot.sample(range(len(chosen)), RETRACTED.get(aim.candidate, 0)))
        for place, meeting in enumerate(sorted(chosen, key=lambda one: (one.day, one.seat.name))):
            yield make_row(aim.candidate, meeting, place in taken_back, lot)


def draw_supporters(
    aim: Aim, meetings: Sequence[Meeting], named: Counter[tuple[str, str]], lot: Random
) -> list[Meeting]:
    """The meetings that name a candidate, drawn without doubles; a candidate's home counts eightfold."""
    open_to = [
        meeting for meeting in meetings
        if named[meeting.seat.code, aim.section] < MOST and (not aim.only or meeting.seat.region in aim.home)
    ]  # fmt: skip
    ranked = sorted(open_to, key=lambda one: -(lot.random() ** (1 / (8 if one.seat.region in aim.home else 1))))
    wanted = aim.count + RETRACTED.get(aim.candidate, 0)
    named.update((meeting.seat.code, aim.section) for meeting in ranked[:wanted])
    return ranked[:wanted]


def make_row(candidate: str, meeting: Meeting, is_taken_back: bool, lot: Random) -> Row:
    """One nomination of a local party, written down some days after its meeting."""
    recorded = min(meeting.day + timedelta(days=lot.randrange(1, 6)), LAST_RECORDED)
    return Row(
        candidate,
        PRINTED.get(meeting.seat.name, meeting.seat.name),
        date=meeting.day.isoformat(),
        recorded_on=recorded.isoformat(),
        evidence=_one({"reported": 5, "confirmed": 3, "official": 2}, lot),
        members=meeting.members,
        note="The meeting had too few members; it met again and named somebody else" if is_taken_back else "",
        retracted_on=min(recorded + timedelta(days=28), LAST_RECORDED).isoformat() if is_taken_back else "",
        leader=meeting.leader,
        deputy=meeting.deputy,
    )


def write_rows(rows: Iterable[Row], file: Path) -> None:
    """Write the table with its headings."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as lines:
        table = csv.DictWriter(lines, [column.name for column in fields(Row)], lineterminator="\n")
        table.writeheader()
        table.writerows(asdict(row) for row in rows)


def main(file: Path = FILE) -> None:
    """Draw everything anew and write it."""
    lot = Random(SEED)
    meetings = draw_meetings(load_register(2024).seats, lot)
    write_rows([*draw_rows(meetings, lot), *BY_HAND], file)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
