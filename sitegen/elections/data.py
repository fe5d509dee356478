"""What every dataset about a contest says beside its rows: from which day, from where, what to read with it."""

from dataclasses import dataclass
from functools import lru_cache

from sitegen.datasets import DataSource
from sitegen.days import Day
from sitegen.elections.models import Contest
from sitegen.elections.order import position_of
from sitegen.elections.tally import Tally, make_tallies
from sitegen.kind import Entry, Site
from sitegen.markdown import plain_text
from sitegen.register import ATTRIBUTION
from sitegen.values import Prose, is_web_address


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """One listed candidate on the way into a row: with the contest and the tally.

    `id` is the candidate's, which no other row of this contest has, `url` the full address of the candidate's page,
    `position` the id of the position stood for, None where it is not known.
    """

    contest: Entry[Contest]
    tally: Tally
    id: str
    url: str
    position: str | None


def list_standings(contest: Entry[Contest], site: Site) -> list[Standing]:
    """The candidates that pages list, in the declared order."""
    return [_standing(contest, tally, site) for tally in make_tallies(contest, site) if tally.candidate.is_listed]


def _standing(contest: Entry[Contest], tally: Tally, site: Site) -> Standing:
    candidate = tally.candidate
    position = position_of(contest.fields, candidate.fields)
    url = site.settings.site_url + candidate.address
    return Standing(contest, tally, candidate.id, url, position.id if position else None)


def data_notice(site: Site, note: Prose | None = None) -> str:
    """What must be read with data: the banner of the whole site, then the note of the editor (see `editors_note`)."""
    parts = (site.party.banner, plain_text(note.body) if note else "")
    return " ".join(" ".join(part.split()) for part in parts if part)


def contest_sources(contest: Entry[Contest], *, has_seats: bool = False) -> list[DataSource]:
    """What the contest names as its sources; with names of seats, the sentence that must stand beside them."""
    named = [DataSource(one.title, _address(one.url)) for one in contest.fields.sources]
    return [*named, DataSource(ATTRIBUTION)] if has_seats else named


def _address(url: str | None) -> str:
    return url if url and is_web_address(url) else ""


@lru_cache(maxsize=4096)
def day_cell(day: Day | None) -> str | None:
    """A day as data has it: ISO, and partial where it is."""
    return day.iso if day else None
