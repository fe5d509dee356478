"""Days and moments as a party writes them: whole or partial, always in London's time.

`2026-03-12`, `2026-03`, `2026` and `2026-03-12 19:30` are read; all else is refused with
a suggestion. Source of the rules: ISO 8601, and the zone Europe/London of the tz database.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

LONDON: Final = ZoneInfo("Europe/London")
MONTHS: Final = tuple("January February March April May June July August September October November December".split())
WEEKDAYS: Final = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[ T](\d{2}):(\d{2})(?::\d{2})?)?)?)?", re.ASCII)
_LOOSE: Final = re.ASCII | re.IGNORECASE
_CLOCK: Final = r"(?:,? *(?:at +|T)?(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?)?"
_TURNED = re.compile(rf"(\d{{4}})[/.-](\d{{1,2}})[/.-](\d{{1,2}}){_CLOCK}", _LOOSE)
_BRITISH = re.compile(rf"(\d{{1,2}})[/. -](\d{{1,2}})(?:[/. -](\d{{4}})|[/.](\d{{2}})){_CLOCK}", _LOOSE)
_WORDS = re.compile(
    rf"(?:[a-z]+,? +)?(\d{{1,2}})(?:st|nd|rd|th)? +(?:of +)?([a-z]{{3,9}})\.?,? +(\d{{4}}){_CLOCK}",
    _LOOSE,
)
_MONTH_FIRST = re.compile(
    rf"(?:[a-z]+,? +)?([a-z]{{3,9}})\.? +(?:the +)?(\d{{1,2}})(?:st|nd|rd|th)?,? +(\d{{4}}){_CLOCK}",
    _LOOSE,
)
_MONTH = re.compile(r"([a-z]{3,9})\.?,? +(\d{4})", _LOOSE)
_PATTERN: Final = "Write year-month-day, such as 2026-03-12."


@dataclass(frozen=True, order=True, slots=True)
class Day:
    """A day as far as it is known: `month` and `day` are 0 where they are not; `hour` is -1 without a time."""

    year: int
    month: int = 0
    day: int = 0
    hour: int = -1
    minute: int = -1

    @property
    def is_whole(self) -> bool:
        """Whether year, month and day are all known."""
        return self.day > 0

    @property
    def has_time(self) -> bool:
        """Whether a time of day was given."""
        return self.hour >= 0

    @property
    def date(self) -> date:
        """The calendar day; the first one of a partial date."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def moment(self) -> datetime:
        """The moment in London; 12:00 where no time was given."""
        return _moment(self)

    @property
    def iso(self) -> str:
        """As ISO 8601, for the `datetime` attribute: `2026-03`, `2026-03-12`, `2026-03-12T19:30+00:00`."""
        if self.has_time:
            return self.moment.isoformat(timespec="minutes")
        return "-".join(f"{part:02}" for part in (self.year, self.month, self.day) if part)

    @property
    def words(self) -> str:
        """In plain English: `March 2026`, `12 March 2026`, `Thursday 12 March 2026, 7.30 pm`."""
        if not self.month:
            return str(self.year)
        name = f"{MONTHS[self.month - 1]} {self.year}"
        if not self.day:
            return name
        if not self.has_time:
            return f"{self.day} {name}"
        return f"{WEEKDAYS[self.date.weekday()]} {self.day} {name}, {clock_words(self.hour, self.minute)}"

    def __str__(self) -> str:
        return self.words


def clock_words(hour: int, minute: int) -> str:
    """A time of day as British readers write it: `7.30 pm`, `noon`, `10 am`."""
    if minute == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    minutes = f".{minute:02}" if minute else ""
    return f"{(hour - 1) % 12 + 1}{minutes} {'am' if hour < 12 else 'pm'}"


@lru_cache(maxsize=4096)
def _moment(day: Day) -> datetime:
    hour, minute = (day.hour, day.minute) if day.has_time else (12, 0)
    return datetime(day.year, day.month or 1, day.day or 1, hour, minute, tzinfo=LONDON)


def read_day(text: str) -> Day:
    """The day that `text` states; raises ValueError, whose text says what to write instead."""
    found = _ISO.fullmatch(text)
    if not found:
        raise ValueError(_advice(text))
    year, month, day, hour, minute = (int(part) if part else 0 for part in found.groups())
    if why := _why_not(year, month if found[2] else 1, day if found[3] else 1):
        raise ValueError(why)
    if found[4] is None:
        return Day(year, month, day)
    if hour > 23 or minute > 59:
        raise ValueError("Times run from 00:00 to 23:59, such as 19:30.")
    return Day(year, month, day, hour, minute)


def _advice(text: str) -> str:
    """What to write instead of `text`: the same day if it can be told, else the pattern."""
    if (found := _MONTH.fullmatch(text)) and (month := _month_number(found[1])):
        return f"Write {found[2]}-{month:02}."
    parts = _parts(text)
    if parts is None:
        return _PATTERN
    year, month, day, clock = parts
    if why := _why_not(year, month, day):
        return f"{why} {_PATTERN}"
    return f"Write {date(year, month, day).isoformat()}{clock}."


def _why_not(year: int, month: int, day: int) -> str:
    """Why there is no such day; empty where there is one."""
    if not 1800 <= year <= 2200:
        return "Write the year with its four figures, such as 2026."
    if not 1 <= month <= 12:
        return f"There is no month {month:02}: months run from 01 to 12."
    days = monthrange(year, month)[1]
    return "" if 1 <= day <= days else f"{MONTHS[month - 1]} {year} has {days} days."


def _parts(text: str) -> tuple[int, int, int, str] | None:
    """Year, month, day and time that a date in another form states, the day before the month as in Britain."""
    if found := _TURNED.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3]), _clock(*found.groups()[3:])
    if found := _BRITISH.fullmatch(text):
        return int(found[3] or f"20{found[4]}"), int(found[2]), int(found[1]), _clock(*found.groups()[4:])
    for pattern, day, month in ((_WORDS, 1, 2), (_MONTH_FIRST, 2, 1)):
        if (found := pattern.fullmatch(text)) and (number := _month_number(found[month])):
            return int(found[3]), number, int(found[day]), _clock(*found.groups()[3:])
    return None


def _clock(hour: str | None, minute: str | None, half: str | None) -> str:
    """A time in another form as ` 19:30`; empty where there is none, or none that can be told."""
    if hour is None or (minute is None and half is None):
        return ""
    number = int(hour)
    if half and number <= 12:
        number = number % 12 + (12 if half.lower() == "pm" else 0)
    return f" {number:02}:{minute or '00'}" if number < 24 and int(minute or 0) < 60 else ""


def _month_number(word: str) -> int:
    matching = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())]
    return matching[0] if len(matching) == 1 else 0
