"""The count by the Scottish rules: against another program, against a count of single papers, and by its laws."""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sitegen.elections.counting import (
    Act,
    Ballots,
    Count,
    LotMisplaced,
    LotMissing,
    Pile,
    Stage,
    count_ballots,
    read_ballots,
)
from sitegen.elections.counting.stages import WHOLE, as_units, as_votes

COUNTS = Path(__file__).parent / "counts"
NAMES = tuple("ABCDEFGH")


def make_ballots(seats: int, *papers: tuple[int, str], withdrawn: str = "", names: int = 0) -> Ballots:
    """Ballots from piles such as `(3, "ABC")`."""
    number = names or 1 + max(NAMES.index(letter) for _, letters in papers for letter in letters)
    piles = tuple(Pile(count, tuple(NAMES.index(letter) for letter in letters)) for count, letters in papers)
    return Ballots(NAMES[:number], seats, frozenset(NAMES.index(letter) for letter in withdrawn), piles)


def count_with_lots(ballots: Ballots) -> Count:
    """The count, with every lot falling on the first of those who are level."""
    lots: list[int] = []
    while True:
        try:
            return count_ballots(ballots, lots)
        except LotMissing as missing:
            lots.append(missing.candidates[0])


@pytest.mark.parametrize("file", sorted(COUNTS.glob("*.blt")), ids=lambda file: file.stem)
def test_every_stage_is_as_another_program_counts_it(file: Path) -> None:
    ballots, problems = read_ballots(file.read_text(encoding="utf-8"), file.name)
    assert ballots, problems
    count = count_ballots(ballots)
    with file.with_suffix(".csv").open(encoding="utf-8", newline="") as table:
        *stages, elected = csv.DictReader(table)
    assert len(count.stages) == len(stages)
    for stage, expected in zip(count.stages, stages, strict=True):
        found = {ballots.names[one]: as_votes(stage.votes[one]) for one in ballots.standing}
        found["non-transferable"] = as_votes(stage.non_transferable)
        assert found == {name: Decimal(votes) for name, votes in expected.items() if name != "stage"}
    assert {ballots.names[one] for one in count.elected} == {name for name, mark in elected.items() if mark == "yes"}


def test_the_compared_counts_have_surpluses_exclusions_ties_and_withdrawals() -> None:
    counts = []
    for file in COUNTS.glob("*.blt"):
        ballots, _ = read_ballots(file.read_text(encoding="utf-8"), file.name)
        assert ballots
        counts.append((ballots, count_ballots(ballots)))
    stages = [stage for _, count in counts for stage in count.stages]
    assert {stage.act for stage in stages} == set(Act)
    assert any(stage.lost for stage in stages)
    assert any(tie.earlier for stage in stages for tie in stage.ties)
    assert any(ballots.withdrawn for ballots, _ in counts)
    assert any(stage.below_quota for stage in stages)


def test_a_transfer_value_is_cut_after_the_fifth_place() -> None:
    """7 papers for A, quota 5, surplus 2: each paper goes on at 2/7 = 0.28571, and 0.00003 is lost."""
    count = count_ballots(make_ballots(2, (7, "AB"), (3, "C"), (2, "B")))
    assert count.quota == 5
    first, second = count.stages
    assert (first.act, first.elected) == (Act.FIRST, (0,))
    assert as_votes(second.votes[1]) == Decimal("3.99997")
    assert as_votes(second.lost) == Decimal("0.00003")
    assert (second.leaving, second.below_quota) == (2, (1,))


def test_a_paper_that_was_received_by_transfer_goes_on_at_its_own_value_times_the_surplus() -> None:
    count = count_ballots(make_ballots(3, (10, "ABC"), (5, "BC"), (3, "C"), (2, "D")))
    assert count.quota == 6
    second, third = count.stages[1:3]
    assert as_votes(second.votes[1]) == Decimal(9)  # 5 + 10 × 0.4
    # B has 9, surplus 3: ten papers of 0.4 go on at 0.4 × 3 / 9 = 0.13333, five papers at 0.33333
    assert as_votes(third.votes[2]) == 3 + 10 * Decimal("0.13333") + 5 * Decimal("0.33333")
    assert as_votes(third.lost) == 3 - 10 * Decimal("0.13333") - 5 * Decimal("0.33333")


def test_a_tie_is_settled_by_the_latest_stage_at_which_the_votes_differed() -> None:
    count = count_ballots(make_ballots(1, (6, "A"), (4, "B"), (3, "C"), (1, "DC")))
    assert [(stage.act, stage.candidate) for stage in count.stages] == [
        (Act.FIRST, None),
        (Act.EXCLUSION, 3),
        (Act.EXCLUSION, 2),
    ]
    (tie,) = count.stages[2].ties
    assert (tie.candidates, tie.taken, tie.earlier) == ((1, 2), 2, 1)


def test_a_tie_at_every_stage_asks_for_a_lot_and_takes_the_one_it_fell_on() -> None:
    ballots = make_ballots(1, (6, "A"), (3, "BA"), (3, "CA"))
    with pytest.raises(LotMissing) as missing:
        count_ballots(ballots)
    assert (missing.value.stage, missing.value.candidates, missing.value.act) == (2, (1, 2), Act.EXCLUSION)
    for lot in (1, 2):
        count = count_ballots(ballots, [lot])
        assert count.stages[1].candidate == lot
        assert count.stages[1].ties[0].earlier == 0


def test_equal_surpluses_at_the_first_stage_ask_for_a_lot() -> None:
    ballots = make_ballots(3, (8, "AC"), (8, "BD"), (2, "C"), (2, "D"), (1, "E"))
    with pytest.raises(LotMissing) as missing:
        count_ballots(ballots)
    assert (missing.value.act, missing.value.candidates) == (Act.SURPLUS, (0, 1))


def test_a_lot_that_nobody_asked_for_or_that_fell_on_somebody_else_is_refused() -> None:
    with pytest.raises(LotMisplaced) as unasked:
        count_ballots(make_ballots(1, (6, "A"), (3, "B")), [0])
    assert (unasked.value.number, unasked.value.stage) == (0, 0)
    with pytest.raises(LotMisplaced) as other:
        count_ballots(make_ballots(1, (6, "A"), (3, "BA"), (3, "CA")), [0])
    assert (other.value.stage, other.value.candidates) == (2, (1, 2))


def test_an_exact_quota_is_elected_without_a_stage_of_its_own() -> None:
    count = count_ballots(make_ballots(2, (4, "AB"), (4, "B"), (3, "C")))
    assert count.quota == 4
    assert len(count.stages) == 1
    assert set(count.elected) == {0, 1}


def test_as_many_candidates_as_seats_are_elected_at_once() -> None:
    count = count_ballots(make_ballots(3, (4, "AB"), (1, "B")))
    assert len(count.stages) == 1
    assert set(count.elected) == {0, 1}


def test_papers_that_name_only_those_who_withdrew_are_not_valid() -> None:
    ballots = make_ballots(1, (4, "AB"), (3, "B"), (2, "A"), withdrawn="A", names=3)
    assert (ballots.papers, ballots.valid) == (9, 7)
    assert count_with_lots(ballots).stages[0].votes == (0, 7 * WHOLE, 0)


@st.composite
def all_ballots(draw: st.DrawFn) -> Ballots:
    """Ballots of up to seven candidates; some withdrew."""
    number = draw(st.integers(2, 7))
    preferences = st.permutations(range(number)).flatmap(
        lambda order: st.integers(1, number).map(lambda length: tuple(order[:length]))
    )
    piles = draw(st.lists(st.builds(Pile, st.integers(1, 30), preferences), min_size=1, max_size=25))
    withdrawn = draw(st.frozensets(st.integers(0, number - 1), max_size=number - 2))
    return Ballots(NAMES[:number], draw(st.integers(1, 5)), withdrawn, tuple(piles))


@given(all_ballots())
@settings(max_examples=120, deadline=None)
def test_no_vote_is_made_or_lost_at_any_stage(ballots: Ballots) -> None:
    count = count_with_lots(ballots)
    for stage in count.stages:
        assert stage.total == ballots.valid * WHOLE
        assert min(stage.votes) >= 0
    for before, after in pairwise(count.stages):
        assert after.moved == tuple(now - then for now, then in zip(after.votes, before.votes, strict=True))
        assert after.non_transferable >= before.non_transferable
        assert after.lost >= before.lost


@given(all_ballots())
@settings(max_examples=120, deadline=None)
def test_every_seat_is_filled_once_as_far_as_there_are_candidates(ballots: Ballots) -> None:
    elected = count_with_lots(ballots).elected
    assert len(set(elected)) == len(elected) == min(ballots.seats, len(ballots.standing))
    assert not ballots.withdrawn & set(elected)


@given(all_ballots(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_the_order_of_papers_in_the_file_changes_nothing(ballots: Ballots, random: Random) -> None:
    papers = [Pile(1, pile.preferences) for pile in ballots.piles for _ in range(pile.papers)]
    random.shuffle(papers)
    shuffled = Ballots(ballots.names, ballots.seats, ballots.withdrawn, tuple(papers))
    assert count_with_lots(shuffled) == count_with_lots(ballots)


@given(all_ballots())
@settings(max_examples=80, deadline=None)
def test_who_withdrew_might_never_have_stood(ballots: Ballots) -> None:
    kept = ballots.standing
    piles = tuple(
        Pile(pile.papers, tuple(kept.index(one) for one in pile.preferences if one in kept)) for pile in ballots.piles
    )
    without = Ballots(tuple(ballots.names[one] for one in kept), ballots.seats, frozenset(), piles)
    whole, part = count_with_lots(ballots), count_with_lots(without)
    assert [kept.index(one) for one in whole.elected] == list(part.elected)
    assert [tuple(stage.votes[one] for one in kept) for stage in whole.stages] == [one.votes for one in part.stages]


@dataclass(slots=True)
class _Paper:
    """One paper of the second count: its preferences, what it is worth, and who holds it."""

    preferences: tuple[int, ...]
    value: Fraction
    holder: int | None = None


def count_single_papers(ballots: Ballots) -> list[tuple[Fraction, ...]]:
    """A second count, as the rules are read aloud: one paper at a time, in fractions, nothing shared with ours."""
    papers = [_Paper(pile.preferences, Fraction(1)) for pile in ballots.piles for _ in range(pile.papers)]
    papers = [paper for paper in papers if set(paper.preferences) - ballots.withdrawn]
    quota = len(papers) // (ballots.seats + 1) + 1
    standing, elected, settled = set(ballots.standing), set[int](), set[int]()
    stages: list[tuple[Fraction, ...]] = []
    given, factor = papers, Fraction(1)
    while True:
        for paper in given:
            paper.value = Fraction(int(paper.value * factor * 100_000), 100_000)
            paper.holder = next((one for one in paper.preferences if one in standing), None)
        sums = [sum((one.value for one in papers if one.holder == number), Fraction(0)) for number in range(8)]
        now = tuple(Fraction(quota) if one in settled else sums[one] for one in range(len(ballots.names)))
        stages.append(now)
        reached = {one for one in standing if now[one] >= quota}
        standing, elected = standing - reached, elected | reached
        over = [one for one in elected if now[one] > quota]
        if len(standing) <= ballots.seats - len(elected) or len(elected) == ballots.seats:
            return stages
        chosen = _pick(over, stages, max) if over else _pick(sorted(standing), stages, min)
        standing.discard(chosen)
        if over:
            settled.add(chosen)
        elif len(standing) <= ballots.seats - len(elected):
            return stages
        factor = (now[chosen] - quota) / now[chosen] if over else Fraction(1)
        given = [paper for paper in papers if paper.holder == chosen]


def _pick(pool: list[int], stages: list[tuple[Fraction, ...]], wanted: Callable[[Iterable[Fraction]], Fraction]) -> int:
    """The one with the most or the fewest votes, lately; examples that need a lot are left to other tests."""
    for stage in reversed(stages):
        best = wanted(stage[one] for one in pool)
        pool = [one for one in pool if stage[one] == best]
    assume(len(pool) == 1)
    return pool[0]


@given(all_ballots())
@settings(max_examples=80, deadline=None)
def test_it_counts_as_one_would_paper_by_paper(ballots: Ballots) -> None:
    stages = count_single_papers(ballots)
    count = count_ballots(ballots)
    assert [tuple(Fraction(one, WHOLE) for one in stage.votes) for stage in count.stages] == stages


def test_votes_keep_their_five_places_on_the_way_there_and_back() -> None:
    assert as_votes(1_204_000) == Decimal("12.04")
    assert as_units(Decimal("12.04003")) == 1_204_003


def stages_of(text: str) -> Sequence[Stage]:
    """The stages of a ballot file that is right."""
    ballots, problems = read_ballots(text, "x.blt")
    assert ballots, problems
    return count_ballots(ballots).stages


FILE = (
    '4 2\n-2\n3 1 3 4 0\n4 1 3 2 0\n2 4 1 3 0\n1 2 0\n2 2 4 3 1 0\n1 3 4 2 0\n0\n"Adam"\n"Basil"\n"Char"\n"Don"\n"T"\n'
)


@pytest.mark.parametrize(
    "other",
    [
        FILE.replace("\n", " "),
        FILE.replace("\n", "\r\n").replace("\r\n", "\n"),
        FILE.replace("4 2\n", "4 2   # candidates, seats\n# who withdrew\n"),
        FILE.replace("2 4 1 3 0", "(a1) 4 1 3 0\n(a2) 4 1 3 0"),
        FILE.replace("3 1 3 4 0", "3 1 - 3 4 0"),
        FILE.replace('"T"\n', ""),
        FILE.replace('"T"', '"T" "our source" "a comment"'),
        FILE.replace('"Char"', "Char"),
        FILE.replace("-2\n", "-2 "),
    ],
    ids=["one line", "lines", "comments", "numbers of papers", "gaps", "no title", "source", "no marks", "joined"],
)
def test_the_common_forms_of_a_ballot_file_are_read_alike(other: str) -> None:
    assert stages_of(other) == stages_of(FILE)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "it ends before it says how many candidates there are"),
        ("five 2\n", 1, "'five' stands where a number should say how many candidates there are"),
        ("3 0\n0\n", 1, "it begins with 3 candidates and 0 seats"),
        (FILE.replace("-2", "-7"), 2, "candidate 7, who is said to have withdrawn, does not exist"),
        (FILE.replace("4 1 3 2 0", "4 1 3 5 0"), 4, "there is no candidate 5; the first line says 4"),
        (FILE.replace("4 1 3 2 0", "4 1 3 1 0"), 4, "candidate 1 has two preferences on one paper"),
        (FILE.replace("4 1 3 2 0", "4 1 3 2"), 4, "these preferences do not end in 0"),
        (FILE.replace("4 1 3 2 0", "4 1=3 2 0"), 4, "'1=3' ranks two candidates equally"),
        (FILE.replace("4 1 3 2 0", "4 (1 3) 2 0"), 4, "'(1 3)' ranks two candidates equally"),
        (FILE.replace("4 1 3 2 0", "four 1 3 2 0"), 4, "'four' is not a number of papers"),
        (FILE.replace("4 1 3 2 0", "4.5 1 3 2 0"), 4, "'4.5' is not a number of papers"),
        (FILE.replace("4 1 3 2 0", "4 1 three 2 0"), 4, "'three' is not a candidate's number"),
        (FILE.replace("2 0\n0\n", "2 0\n"), 9, "the papers have no end mark"),
        (FILE.partition("\n0\n")[0] + "\n", 8, "the papers have no end mark"),
        (FILE.replace('"Don"\n"T"\n', ""), 12, "it names 3 candidates, and the first line says 4"),
        (FILE.replace('"Basil"', '"Basil'), 11, "a quotation mark is opened and not closed"),
        (FILE.replace('"Basil"', "[tie 1 2]"), 11, "'[tie' stands where a name is expected"),
        (FILE + '"a"\n"b"\n"c"\n', 17, "it has 8 names and titles; the first line says 4 candidates"),
    ],
)
def test_a_mistake_in_a_ballot_file_is_told_with_its_line(text: str, line: int, reason: str) -> None:
    ballots, problems = read_ballots(text, "data/results/x.blt")
    assert ballots is None
    assert problems[0].place.line == line
    assert problems[0].message.startswith(f"This ballot file cannot be counted: {reason}")


def test_all_mistakes_of_a_ballot_file_are_told_but_not_hundreds() -> None:
    _, problems = read_ballots(FILE.replace(" 1 ", " 9 "), "x.blt")
    assert len(problems) == 4
    _, problems = read_ballots("2 1\n" + "1 1 7 0\n" * 300 + '0\n"A"\n"B"\n', "x.blt")
    assert len(problems) == 10
