"""Spans of whole weeks: a run of days cut into at most so many equal parts, each from a Monday to a Sunday."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sitegen.days import MONTHS


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """One or more whole weeks; both days belong to it."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day <= self.last

    @property
    def words(self) -> str:
        """`12 to 18 January`, `26 January to 1 February`."""
        same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return f"{self.first.day if same else short_day(self.first)} to {short_day(self.last)}"


def short_day(day: date) -> str:
    """`12 January`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def make_spans(days: Iterable[date], most: int) -> tuple[Span, ...]:
    """At most `most` spans that cover all days, each of as few weeks as that allows; the last may be shorter."""
    found = sorted(days)
    if not found:
        return ()
    first = found[0] - timedelta(days=found[0].weekday())
    end = found[-1] + timedelta(days=6 - found[-1].weekday())
    weeks = ((end - first).days + 1) // 7
    length = -(-weeks // most)
    starts = [first + timedelta(weeks=number) for number in range(0, weeks, length)]
    return tuple(Span(start, min(start + timedelta(weeks=length, days=-1), end)) for start in starts)
