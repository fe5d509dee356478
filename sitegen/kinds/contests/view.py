"""What the page of a contest shows: facts, the rule of each position in words, and every candidate's standing."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sitegen.article import Article
from sitegen.elections.models import CandidateStatus, NominationList, Position, VotingSystem
from sitegen.elections.tally import Tally, make_tallies
from sitegen.elections.thresholds import sentence
from sitegen.elections.wording import STATUS_WORDS, order_words, standing_words
from sitegen.kind import Entry, Here, Site
from sitegen.words import count_words

SYSTEMS: Final = {
    VotingSystem.STV: "Single transferable vote",
    VotingSystem.FPTP: "First past the post",
    VotingSystem.BLOCK: "Block vote",
    VotingSystem.AV: "Alternative vote",
    VotingSystem.YES_NO: "Yes or no",
}
LATEST: Final = 6
"""How many texts about a contest its page lists."""


def order_contests(entry: Entry[Any]) -> tuple[Any, ...]:
    """The newest year first, then by id."""
    return (-(entry.fields.year or 0), entry.id)


def view_contest(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """Facts, positions with their candidates in the declared order, and texts about the contest."""
    tallies = make_tallies(entry, site)
    return {
        "facts": list(_facts(entry.fields)),
        "groups": list(_groups(entry, tallies, here)),
        "nominations": site.find(NominationList, entry.id),
        "about": [here.item(one) for one in _about(entry, site)],
    }


def _facts(contest: Any) -> Iterator[Mapping[str, object]]:
    days = (("Nominations open", contest.opens, contest.opens_note), ("Nominations close", contest.closes, contest.closes_note))
    for term, day, note in days:
        if day:
            yield {"term": term, "text": f"{day.words}{f' ({note})' if note else ''}"}
    if contest.voting_system:
        yield {"term": "How votes are counted", "text": SYSTEMS[contest.voting_system]}
    yield {"term": "Constituencies", "text": f"Those of {contest.boundaries}"}
    yield {"term": "Order of candidates", "text": order_words(contest)}


def _groups(entry: Entry[Any], tallies: tuple[Tally, ...], here: Here) -> Iterator[Mapping[str, object]]:
    for position in (*entry.fields.positions, None):
        own = [tally for tally in tallies if tally.position == position]
        if not own and position is None:
            continue
        yield {
            "id": position.id if position else "unknown",
            "title": position.title if position else "Position not known",
            "note": _seats(position),
            "rule": sentence(position.threshold) if position and position.threshold else "",
            "candidates": [_card(tally, here) for tally in own],
        }


def _seats(position: Position | None) -> str:
    return count_words(position.seats, "seat") if position and position.seats else ""


def _card(tally: Tally, here: Here) -> Mapping[str, object]:
    candidate = tally.candidate.fields
    card: dict[str, object] = {
        "name": candidate.name,
        "href": here.url(tally.candidate.address),
        "note": candidate.clp,
        "lines": list(standing_words(tally)),
    }
    if candidate.photo:
        card["photo"] = here.picture(candidate.photo, candidate.photo_alt, tally.candidate)
    else:
        parts = candidate.name.split()
        card["initials"] = "".join(part[0] for part in parts[:1] + parts[-1:])
    if candidate.status:
        is_on = candidate.status in (CandidateStatus.ON_BALLOT, CandidateStatus.ELECTED)
        card["status"] = {"words": STATUS_WORDS[candidate.status], "tone": "main" if is_on else "plain", "icon": ""}
    return card


def _about(entry: Entry[Any], site: Site) -> list[Entry[Any]]:
    texts = [one for kind in site.kinds if issubclass(kind.model, Article) for one in site.entries[kind.name]]
    about = [one for one in texts if one.is_listed and one.fields.contest == entry.id]
    return sorted(about, key=lambda one: one.kind.order(one))[:LATEST]
