"""Checks of what grows old by itself: what ends soon, announcements, the try for barriers, and pages that say "now"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from sitegen.days import Day
from sitegen.kind import Entry, Site
from sitegen.party import Party
from sitegen.problems import Place, Problem, make_problem
from sitegen.source import Document
from sitegen.upkeep import SOON, days_words
from sitegen.words import shorten

A_YEAR: Final = timedelta(days=365)
_PASSING: Final = re.compile(
    r"\b(?:now(?! and (?:then|again)\b)|currently|at the moment|recently|(?:this|next) (?:week|month|year|spring|summer"
    r"|autumn|winter))\b",
    re.IGNORECASE,
)
"""Words that are true for a while only."""
_TARGET: Final = re.compile(r"\]\([^)]*\)|`[^`]*`|<[^>]*>")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")


def check_ageing(site: Site, party: tuple[Party, Document] | None) -> Iterator[Problem]:
    """All that will be, or is, out of date on the day of the build; what kinds know of it is in their own checks."""
    if party:
        yield from _party(*party, site.settings.today)
    for kind in site.kinds:
        for entry in site.entries[kind.name]:
            yield from _ending(entry, site)
            if entry.shared and not kind.is_dated and kind.speaks_for_party:
                yield from _passing(entry, site.settings.today)


def day_words(day: date) -> str:
    """`31 March 2026`."""
    return Day(day.year, day.month, day.day).words


def _ending(entry: Entry[Any], site: Site) -> Iterator[Problem]:
    """What ends within a month."""
    for one in entry.kind.upkeep(entry, site):
        days = (one.last - site.settings.today).days if one.last else -1
        if one.last and 0 <= days <= SOON:
            told = {"says": one.says, "when": days_words(days), "day": day_words(one.last)}
            yield make_problem("N830", one.place, **told, hint=one.advice)


def _party(party: Party, document: Document, today: date) -> Iterator[Problem]:
    announcement = party.announcement
    if announcement and announcement.until and announcement.until.date < today:
        yield make_problem("N835", document.place("announcement", "until"), until=announcement.until.words)
    reviewed = party.accessibility.reviewed
    if reviewed and reviewed.date + A_YEAR < today:
        yield make_problem("W837", document.place("accessibility", "reviewed"), reviewed=reviewed.words)


def _passing(entry: Entry[Any], today: date) -> Iterator[Problem]:
    """A page that was not touched for a year, by the days it states itself, and speaks of the present."""
    touched = getattr(entry.fields, "updated", None) or entry.date
    if not touched or _last_day(touched) + A_YEAR > today:
        return
    for number, line in enumerate(_prose(entry.document.body), entry.document.body_line):
        if found := _PASSING.search(line):
            place = Place(entry.document.file, number, found.start() + 1)
            told = {"words": shorten(found[0], 40), "touched": touched.words, "today": today.isoformat()}
            yield make_problem("W838", place, **told)
            return


def _last_day(day: Day) -> date:
    """The day itself; of a partial date the last that it can mean."""
    month = day.month or 12
    return date(day.year, month, day.day or monthrange(day.year, month)[1])


def _prose(body: str) -> Iterator[str]:
    """The lines of a text, with what is code and where links lead blanked out."""
    is_code = False
    for line in body.split("\n"):
        if _FENCE.match(line):
            is_code = not is_code
        yield "" if is_code else _TARGET.sub(lambda found: " " * len(found[0]), line)
