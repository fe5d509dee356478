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


def order_words(contest: Contest) -> str:
    """In which order the candidates stand, so that nobody has to guess why."""
    rule = contest.candidate_order.rule
    if rule is OrderRule.BALLOT:
        return "As on the ballot paper"
    if rule is OrderRule.RANDOM:
        return f"Drawn at random once, from the number {contest.candidate_order.random or 0}"
    return "By name"


def total_words(tally: Tally, contest: Contest) -> str:
    """The total of a candidate in words; never 0 where no list is held here."""
    if not tally.is_held:
        return NO_LIST
    if tally.nominations:
        return tally.total_words
    return "Not yet nominated" if contest.lists_complete else "No nomination listed here"


def reach_words(tally: Tally) -> tuple[str, str]:
    """How far a candidate is on the way to the ballot: a word, and what is there or missing."""
    if tally.progress is None:
        return "Not checked.", "" if tally.is_held else "The threshold needs a list."
    word = {State.REACHED: "Reached.", State.NOT_REACHED: "Not yet.", State.NOT_CHECKED: "Not checked."}
    return word[tally.progress.state], tally.progress.words


def standing_words(tally: Tally) -> Iterator[str]:
    """A candidate's standing in one or two short lines."""
    if not tally.is_held:
        yield NO_LIST
        return
    if tally.nominations:
        yield f"Nominated by {tally.total_words}"
    if tally.progress:
        word, words = reach_words(tally)
        yield f"Threshold: {word[0].lower()}{word[1:]} {words}".strip()


def note_words(one: Listed) -> str:
    """What is to be said beside a name: the printed spelling, evidence, a note, and when it was taken back."""
    row = one.row
    said = [
        f"printed “{one.printed}”" if one.printed else "",
        (one.placeless.note or PLACELESS_WORDS[one.placeless.kind]) if one.placeless and one.placeless.kind else "",
        row.evidence.value if row.evidence else "",
        row.date.words if row.date else "",
        row.note,
        f"taken back {row.retracted_on.words}" if row.retracted_on else "",
    ]
    return "; ".join(part for part in said if part)
