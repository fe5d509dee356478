"""Rules by which meetings repeat: the RRULE of RFC 5545, read strictly, and the dates it gives.

The end of a rule is kept apart from its pattern, as a day: in a calendar it is written in UTC, or as a date, and
counting stops there even where a pattern (30 February) gives no date at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Final

from dateutil.rrule import rrulestr

from sitegen.days import read_day

_PARTS: Final = frozenset("FREQ INTERVAL BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS WKST UNTIL COUNT".split())
_FREQUENCIES: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_MOST: Final = 999
_TRIED_FROM: Final = datetime(2024, 1, 1, 12)
_TRIED_TO: Final = datetime(2052, 1, 1)
"""A rule that gives no date in twenty-eight years gives none at all: weekdays and leap years begin again."""


class RuleMistake(ValueError):
    """A rule cannot be read; the text is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern such as `FREQ=MONTHLY;BYDAY=2TH`, its last possible day, and how often at most (0: no limit)."""

    pattern: str
    until: date | None = None
    count: int = 0

    def dates(self, start: datetime, last: date) -> Iterator[datetime]:
        """The dates from `start` to the end of the day `last`, in order; without a zone, as `start`."""
        end = min(self.until, last) if self.until else last
        if end < start.date():
            return
        found = rrulestr(f"{self.pattern};UNTIL={datetime.combine(end, time.max):%Y%m%dT%H%M%S}", dtstart=start)
        yield from islice(found, self.count or None)


def read_rule(text: str) -> Rule:
    """The rule that an RRULE states, with or without `RRULE:` before it; raises RuleMistake."""
    parts: dict[str, str] = {}
    for part in text.strip().removeprefix("RRULE:").rstrip(";").split(";"):
        name, equals, value = part.strip().upper().partition("=")
        if name not in _PARTS or not equals or not value:
            raise RuleMistake(f"'{part.strip()[:40]}' is no part of such a rule.")
        if name in parts:
            raise RuleMistake(f"{name} stands in it twice.")
        parts[name] = value
    if parts.get("FREQ") not in _FREQUENCIES:
        raise RuleMistake("It needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.")
    if not 1 <= _number(parts.get("INTERVAL", "1")) <= _MOST:
        raise RuleMistake(f"INTERVAL is a number from 1 to {_MOST}.")
    if "UNTIL" in parts and "COUNT" in parts:
        raise RuleMistake("UNTIL and COUNT exclude each other.")
    until, count = parts.pop("UNTIL", ""), parts.pop("COUNT", "")
    rule = Rule(";".join(f"{name}={value}" for name, value in parts.items()), _until(until), _count(count))
    _try(rule)
    return rule


def _until(value: str) -> date | None:
    """The day of UNTIL: `20261231` or `20261231T235959Z`."""
    if not value:
        return None
    day = f"{value[:4]}-{value[4:6]}-{value[6:8]}"
    try:
        return read_day(day).date if value[8:9] in ("", "T") else _no_day(value)
    except ValueError:
        return _no_day(value)


def _no_day(value: str) -> date:
    raise RuleMistake(f"UNTIL={value[:20]} is no day. Write it as 20261231.")


def _count(value: str) -> int:
    if not value:
        return 0
    if not 1 <= _number(value) <= _MOST:
        raise RuleMistake(f"COUNT is a number from 1 to {_MOST}.")
    return int(value)


def _number(value: str) -> int:
    return int(value) if re.fullmatch("[0-9]{1,5}", value) else 0


def _try(rule: Rule) -> None:
    """Find out whether the pattern can be followed, and gives any date."""
    try:
        found = rrulestr(f"{rule.pattern};UNTIL={_TRIED_TO:%Y%m%dT%H%M%S}", dtstart=_TRIED_FROM)
        first = next(iter(found), None)
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
        raise RuleMistake("One of its values cannot be used.") from None
    if first is None:
        raise RuleMistake("No date fits it.")
