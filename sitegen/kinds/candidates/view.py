"""What a candidate's page shows beside the statement: the tally, supporters without doubles, other contests."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from sitegen.elections.models import Candidate, CandidateStatus, Contest, NominatorType
from sitegen.elections.tally import Listed, Tally, make_tallies, position_of
from sitegen.elections.wording import PLURALS, STATUS_WORDS, note_words, reach_words, total_words
from sitegen.kind import Entry, Here, Site
from sitegen.problems import Problem, make_problem
from sitegen.words import did_you_mean

UNKNOWN: Final = "unknown"
NEVER: Final = datetime(1800, 1, 1, tzinfo=UTC)
"""Steps without a date come last."""


def check_candidate(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """The contest and the position must exist; an unknown position is a warning."""
    contest = site.find(Contest, entry.parent)
    if not contest:
        return
    positions = [position.id for position in contest.fields.positions]
    position = entry.fields.position
    if position == UNKNOWN:
        yield make_problem("W606", entry.place("position"), candidate=entry.title)
    elif position and position not in positions:
        hint = did_you_mean(position, positions, f"Positions: {', '.join(positions)}, or unknown.")
        yield make_problem("E607", entry.place("position"), position=position, hint=hint)
    elif not position and len(positions) > 1:
        yield make_problem("E608", entry.place(), positions=", ".join(positions))


def view_candidate(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """All that stands beside the statement, ready for components."""
    candidate = entry.fields
    contest = site.find(Contest, entry.parent)
    tallies = make_tallies(contest, site) if contest else ()
    tally = next((one for one in tallies if one.candidate.id == entry.id), None)
    parts = candidate.name.split()
    return {
        "contest": contest,
        "tally": tally,
        "position_words": _position_words(contest, candidate),
        "status": _status(candidate.status),
        "initials": "" if candidate.photo else "".join(part[0] for part in parts[:1] + parts[-1:]),
        "photo": here.picture(candidate.photo, candidate.photo_alt, entry) if candidate.photo else None,
        "facts": list(_facts(candidate)),
        "total": total_words(tally, contest.fields) if tally and contest else "",
        "reach": " ".join(reach_words(tally)).strip() if tally and tally.progress else "",
        "names": list(_names(tally)) if tally else [],
        "supporters": list(_supporters(candidate, tally, entry, here)),
        "links": [{"title": one.title, "href": here.link(one.url, entry)} for one in candidate.links],
        "history": list(_history(candidate)),
        "elsewhere": list(_elsewhere(entry, site, here)),
    }


def _position_words(contest: Entry[Contest] | None, candidate: Candidate) -> str:
    if not contest:
        return ""
    position = position_of(contest.fields, candidate)
    return f"Candidate for {position.title}" if position else "Candidate; the position is not known"


def _status(status: CandidateStatus | None) -> Mapping[str, str] | None:
    if not status:
        return None
    is_on = status in (CandidateStatus.ON_BALLOT, CandidateStatus.ELECTED)
    return {"words": STATUS_WORDS[status], "tone": "main" if is_on else "plain"}


def _facts(candidate: Candidate) -> Iterator[Mapping[str, object]]:
    pairs = (
        ("Party", candidate.clp),
        ("Pronouns", candidate.pronouns),
        ("Stands with", candidate.slate),
        ("For nominating parties", candidate.contact or ""),
    )
    yield from ({"term": term, "text": text} for term, text in pairs if text)


def _names(tally: Tally) -> Iterator[Mapping[str, object]]:
    """The names of all who nominated, by type; then supporting nominations, then those taken back."""
    for type in NominatorType:
        if rows := tally.of_type(type):
            yield _group(f"at-{type}", PLURALS[type], rows)
    if tally.supporting:
        yield _group("at-supporting", "Supporting nominations, counted apart", tally.supporting)
    if tally.retracted:
        yield _group("at-retracted", "Taken back, not counted", tally.retracted)


def _group(id: str, title: str, rows: Iterable[Listed]) -> Mapping[str, object]:
    names = [{"name": one.name, "note": note_words(one)} for one in rows]
    return {"id": id, "title": title, "note": str(len(names)), "names": names}


def _supporters(
    candidate: Candidate, tally: Tally | None, entry: Entry[Any], here: Here
) -> Iterator[Mapping[str, object]]:
    named = {supporter.name for supporter in candidate.supported_by}
    for one in candidate.supported_by:
        yield {"title": one.name, "href": here.link(one.url, entry) if one.url else ""}
    endorsed = [one.row.nominator for one in tally.endorsements] if tally else []
    yield from ({"title": name, "href": ""} for name in dict.fromkeys(endorsed) if name not in named)


def _history(candidate: Candidate) -> Iterator[Mapping[str, object]]:
    dated = sorted(candidate.status_history, key=lambda one: one.date.moment if one.date else NEVER, reverse=True)
    for step in dated:
        yield {"words": STATUS_WORDS[step.status], "date": step.date, "note": step.note}


def _elsewhere(entry: Entry[Any], site: Site, here: Here) -> Iterator[Mapping[str, object]]:
    person = entry.fields.person
    for one in site.of(Candidate):
        if person and one.fields.person == person and one is not entry:
            contest = site.find(Contest, one.parent)
            yield {"title": contest.title if contest else one.title, "href": here.url(one.address)}
