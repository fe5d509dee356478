"""What every dataset about a contest says beside its rows: from which day, from where, what to read with it."""

from dataclasses import dataclass

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
    """One listed candidate on the way into a row: with the contest, the tally, and the site for addresses."""

    contest: Entry[Contest]
    tally: Tally
    site: Site

    @property
    def id(self) -> str:
        """The candidate's id, which no other row of this contest has."""
        return self.tally.candidate.id

    @property
    def url(self) -> str:
        """The full address of the candidate's page."""
        return self.site.settings.site_url + self.tally.candidate.address

    @property
    def position(self) -> str | None:
        """The id of the position stood for; None where it is not known."""
        position = position_of(self.contest.fields, self.tally.candidate.fields)
        return position.id if position else None


def list_standings(contest: Entry[Contest], site: Site) -> list[Standing]:
    """The candidates that pages list, in the declared order."""
    return [Standing(contest, tally, site) for tally in make_tallies(contest, site) if tally.candidate.is_listed]


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


def day_cell(day: Day | None) -> str | None:
    """A day as data has it: ISO, and partial where it is."""
    return day.iso if day else None
