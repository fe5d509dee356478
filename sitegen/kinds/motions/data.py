"""Motions as open data: one row a motion, names only of those who act in public, supporters as a count."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sitegen.datasets import CellType, Column, Dataset, make_dataset
from sitegen.elections.data import data_notice, day_cell
from sitegen.kind import Entry, Here, Site, Thing
from sitegen.kinds.motions.agenda import meeting_day, meeting_entry
from sitegen.kinds.motions.blanks import say_blanks
from sitegen.kinds.motions.facts import find_motion
from sitegen.kinds.motions.family import families_of, forwarded_id
from sitegen.kinds.motions.models import Motion, Status, Type
from sitegen.kinds.motions.people import submitters
from sitegen.kinds.motions.saying import say_wording
from sitegen.kinds.motions.texts import shown_wording
from sitegen.things import make_article

_DAY, _NUMBER = CellType.DAY, CellType.NUMBER


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One motion, with the site it stands on."""

    entry: Entry[Motion]
    site: Site

    @property
    def motion(self) -> Motion:
        """Its fields."""
        return self.entry.fields

    @property
    def url(self) -> str:
        """Its page, in full."""
        return self.site.settings.site_url + self.entry.address


def _text(row: Row) -> str:
    blanks = row.motion.blanks
    return say_blanks(say_wording(shown_wording(row.entry, row.site), blanks), blanks)


def _vote(name: str) -> Any:
    return lambda row: getattr(row.motion.vote, name) if row.motion.vote else None


def _ids(ids: Any) -> str:
    return " ".join(ids)


COLUMNS: Final[tuple[Column[Row], ...]] = (
    Column("id", "Id", "The id of the motion, for ever.", lambda row: row.entry.id, is_required=True, is_unique=True),
    Column("title", "Title", "What it is called.", lambda row: row.entry.title, is_required=True),
    Column("status", "Status", "How it stands; the page of reference says what each means.",
           lambda row: row.motion.status.value, choices=tuple(Status), is_required=True),
    Column("type", "Type", "What sort of motion it is, where that is said.",
           lambda row: row.motion.sort.value if row.motion.sort else None, choices=tuple(Type)),
    Column("date", "Date", "When it was made public.", lambda row: day_cell(row.motion.date), _DAY, is_required=True),
    Column("submitted", "Submitted", "When it came in.", lambda row: day_cell(row.motion.submitted), _DAY),
    Column("organisation", "Organisation", "Which body debates it.", lambda row: row.motion.organisation or None),
    Column("meeting", "Meeting", "Which meeting, in words.", lambda row: _meeting(row)),
    Column("meeting_date", "Day of the meeting", "When that meeting is.",
           lambda row: day_cell(meeting_day(row.entry, row.site)), _DAY),
    Column("agenda_item", "Item", "The item of the agenda.", lambda row: row.motion.agenda_item or None),
    Column("letter", "Letter", "Its label on the agenda.", lambda row: row.motion.letter or None),
    Column("submitted_by", "Submitted by", "Who submitted it.", lambda row: submitters(row.motion) or None),
    Column("mover", "Mover", "Who moves it.", lambda row: row.motion.mover or None),
    Column("seconder", "Seconder", "Who seconds it.", lambda row: row.motion.seconder or None),
    Column("supporters", "Supporters", "How many support it, as written.", lambda row: _supporters(row)),
    Column("votes_for", "For", "Votes in favour.", lambda row: row.motion.vote.in_favour if row.motion.vote else None,
           _NUMBER),
    Column("votes_against", "Against", "Votes against.", _vote("against"), _NUMBER),
    Column("votes_abstained", "Abstained", "Abstentions.", _vote("abstain"), _NUMBER),
    Column("amends", "Amends", "Ids of the motions that it changes, parted by spaces.",
           lambda row: _ids(dict.fromkeys(one.motion for one in row.motion.amends)) or None),
    Column("made_from", "Made from", "Ids of the motions from which it descends, parted by spaces.",
           lambda row: _ids(_shown(families_of(row.site).parents.get(row.entry.id, ()), row.site)) or None),
    Column("forwarded_to", "Forwarded to", "Where it was sent: words, or the id of the motion it became.",
           lambda row: forwarded_id(row.motion) or row.motion.forwarded_to or None),
    Column("adoptions", "Adoptions", "How many parties adopted it.", lambda row: len(row.motion.adopted_by) or None,
           _NUMBER),
    Column("tags", "Topics", "Its topics, parted by semicolons.", lambda row: "; ".join(row.motion.tags) or None),
    Column("text", "Text", "The clauses in plain words; as carried, where it was amended.",
           lambda row: _text(row) or None),
    Column("url", "Page", "Its page.", lambda row: row.url, CellType.WEB_ADDRESS, is_required=True),
)  # fmt: skip


def _meeting(row: Row) -> str | None:
    named = meeting_entry(row.motion, row.site)
    words = row.motion.meeting
    return named.title if named else None if ":" in words and " " not in words else words or None


def _supporters(row: Row) -> str | None:
    supporters = row.motion.supporters
    if not supporters:
        return None
    return supporters.count.text if supporters.count else str(len(supporters.names)) if supporters.names else None


def _shown(ids: tuple[str, ...], site: Site) -> list[str]:
    return [id for id in ids if (found := find_motion(id, site)) and found.is_listed]


def give_motions(site: Site) -> Iterator[Dataset]:
    """All listed motions, where there are any."""
    entries = [entry for entry in site.of(Motion) if entry.is_listed]
    if entries:
        yield make_dataset(
            "motions",
            f"Motions of {site.party.name}",
            "What members asked meetings to decide, word for word, and what became of it.",
            COLUMNS,
            [Row(entry, site) for entry in entries],
            page=entries[0].kind.index,
            notice=data_notice(site),
        )


def tell_motion(entry: Entry[Any], site: Site, outside: Here) -> Iterator[Thing]:
    """A motion as machines know it: an article, with the meeting that it is about where that has a page."""
    named = meeting_entry(entry.fields, site)
    about = {"about": {"@id": outside.url(named.address)}} if named else {}
    yield {**make_article(entry, site, outside), **about}
