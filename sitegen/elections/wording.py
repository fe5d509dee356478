"""How tallies are put into words, on every page alike."""

from collections.abc import Iterator
from typing import Final

from sitegen.elections.models import CandidateStatus, Contest, NominatorType, OrderRule, PlacelessKind
from sitegen.elections.tally import Listed, Tally
from sitegen.elections.thresholds import State

NO_LIST: Final = "No list held here"
STATUS_WORDS: Final = {
    CandidateStatus.SEEKING: "Seeking nominations",
    CandidateStatus.ON_BALLOT: "On the ballot",
    CandidateStatus.WITHDRAWN: "Withdrawn",
    CandidateStatus.SUSPENDED: "Suspended",
    CandidateStatus.ELECTED: "Elected",
    CandidateStatus.NOT_ELECTED: "Not elected",
}
PLACELESS_WORDS: Final = {
    PlacelessKind.NATION: "one party for a whole nation",
    PlacelessKind.INTERNATIONAL: "members abroad",
    PlacelessKind.HOLYROOD: "a seat of the Scottish Parliament",
    PlacelessKind.UNKNOWN: "as printed; not a seat of this set",
}
PLURALS: Final = {
    NominatorType.CLP: "CLPs",
    NominatorType.UNION: "Unions",
    NominatorType.SOCIALIST_SOCIETY: "Socialist societies",
    NominatorType.BRANCH: "Branches",
    NominatorType.ORGANISATION: "Organisations",
}
STATE_WORDS: Final = {
    State.REACHED: "Reached.",
    State.NOT_REACHED: "Not yet.",
    State.NOT_CHECKED: "Not checked.",
}


def order_words(contest: Contest) -> str:
    """In which order the candidates stand, so that nobody has to guess why."""
    rule = contest.candidate_order.rule
    if rule is OrderRule.BALLOT:
        return "As on the ballot paper"
    if rule is OrderRule.RANDOM:
        return f"Drawn at random once, from the number {contest.candidate_order.random or 0}"
    return "By name"


def initials(name: str) -> str:
    """First letters of the first and the last name, for the mark in place of a portrait."""
    parts = name.split()
    return "".join(part[0] for part in (parts[:1] + parts[1:][-1:]))


def status_tag(status: CandidateStatus | None) -> dict[str, str] | None:
    """How far a candidate has come, as the component `tag` shows it."""
    if not status:
        return None
    is_on = status in (CandidateStatus.ON_BALLOT, CandidateStatus.ELECTED)
    return {"words": STATUS_WORDS[status], "tone": "main" if is_on else "plain"}


def total_words(tally: Tally, contest: Contest) -> str:
    """The total of a candidate in words; never 0 where no list is held here."""
    if not tally.is_held:
        return NO_LIST
    if tally.nominations:
        return tally.total_words
    return "Not yet nominated" if contest.lists_complete else "No nomination listed here"


def reach_words(tally: Tally) -> tuple[str, str]:
    """How far a candidate is on the way to the ballot: a word, and what is there or missing."""
    if tally.progress:
        return STATE_WORDS[tally.progress.state], tally.progress.words
    if tally.position is None:
        return "Not checked.", "The position is not known."
    return ("Not checked.", "") if tally.position.threshold else ("", "No threshold is stated.")


def threshold_words(tally: Tally) -> str:
    """`Threshold reached: 115 CLPs, 5 needed`; empty where there is no threshold, or no list to check it with."""
    if not tally.progress:
        return ""
    word = {State.REACHED: "reached", State.NOT_REACHED: "not yet reached", State.NOT_CHECKED: "not checked"}
    return f"Threshold {word[tally.progress.state]}: {tally.progress.words}"


def standing_words(tally: Tally, contest: Contest) -> Iterator[str]:
    """A candidate's standing in one or two short lines."""
    total = total_words(tally, contest)
    yield f"Nominated by {total}" if tally.is_held and tally.nominations else total
    if threshold := threshold_words(tally):
        yield threshold


def as_at_words(contest: Contest) -> str:
    """What is to be said beside the day of the lists: the editor's note on it, and whether the lists are complete."""
    note = contest.as_at_note.rstrip(".")
    complete = "These lists are complete." if contest.lists_complete else "These lists may be incomplete."
    return f"{note[:1].upper()}{note[1:]}. {complete}" if note else complete


def note_words(one: Listed) -> str:
    """What stands beside a name: the printed spelling, why there is no seat, a note, when it was taken back."""
    row = one.row
    back = f"taken back {row.retracted_on.words}" if row.retracted_on else ""
    said = [
        f"printed “{one.printed}”" if one.printed else "",
        (one.placeless.note or PLACELESS_WORDS[one.placeless.kind]) if one.placeless and one.placeless.kind else "",
        row.note,
        f"{back} ({row.retracted_on_note})" if back and row.retracted_on_note else back,
    ]
    return "; ".join(part.rstrip(".") for part in said if part)
