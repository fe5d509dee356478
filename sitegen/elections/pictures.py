"""Pictures of nominations: maps, bars and time lines made from tallies, the same on every page."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from sitegen.charts import Chart
from sitegen.charts.bars import Bar, make_bars
from sitegen.charts.hexmap import SIGNS, STEPS, SeatState, make_hexmap
from sitegen.charts.spans import make_spans
from sitegen.charts.timeline import Line, make_timeline
from sitegen.elections.models import Contest, NominatorType
from sitegen.elections.tally import Listed, Tally
from sitegen.elections.thresholds import NAMES, Nominating, Threshold, count_nominating, plain_need
from sitegen.elections.together import Choices, count_choices, nominator_key
from sitegen.elections.wording import NO_LIST, PLURALS
from sitegen.register import Seat
from sitegen.words import count_words, join_words

REST: Final = "No nomination listed"
OTHERS: Final = "Others"
NOTHING: Final = "Nominated; no name recorded"
_CHOICE_SIGNS: Final = tuple(sign for sign in SIGNS if sign != "point")


def map_candidate(tally: Tally, contest: Contest, id: str) -> Chart | None:
    """Where a candidate was nominated; None where no local party with a seat nominated."""
    if not tally.with_seat:
        return None
    state = _state("Nominated", tally.clps, "dot")
    title = f"Where {tally.candidate.title} was nominated"
    what = f"those whose local parties nominated {tally.candidate.title}"
    return make_hexmap(id, title, contest.boundaries, [state], rest=REST, what=what, note=_on_map([state]))


def map_two(one: Tally, other: Tally, contest: Contest, id: str) -> Chart:
    """Where either of two candidates was nominated, and where both were."""
    first, second = ({nominator_key(row): row for row in tally.clps} for tally in (one, other))
    states = [
        _state(f"{one.candidate.title} alone", [row for key, row in first.items() if key not in second], "dot"),
        _state(f"{other.candidate.title} alone", [row for key, row in second.items() if key not in first], "pole"),
        _state("Both", [row for key, row in first.items() if key in second], "bar"),
    ]
    names = f"{one.candidate.title} and {other.candidate.title}"
    what = f"those whose local parties nominated {one.candidate.title}, {other.candidate.title} or both"
    title = f"Where {names} were nominated"
    return make_hexmap(id, title, contest.boundaries, states, rest=REST, what=what, note=_on_map(states))


def map_choice(rows: Sequence[Listed], choices: Choices, column: str, contest: Contest, id: str) -> Chart | None:
    """Whom the local parties chose in one related contest; more choices than signs are put together as others."""
    once = {nominator_key(one): one for one in rows}
    chosen = {key: each[column] for key, each in choices.items() if column in each and key in once}
    if not any(once[key].seat for key in chosen):
        return None
    names = [name for name, _ in count_choices(choices, column)]
    most = len(_CHOICE_SIGNS)
    kept = names if len(names) <= most else names[: most - 1]
    states = [
        _state(name, [once[key] for key, choice in chosen.items() if choice == name], sign)
        for name, sign in zip(kept, _CHOICE_SIGNS, strict=False)
    ]
    if len(kept) < len(names):
        rest = [once[key] for key, choice in chosen.items() if choice not in kept]
        states.append(_state(OTHERS, rest, _CHOICE_SIGNS[-1]))
    if len(chosen) < len(once):
        states.append(_state(NOTHING, [one for key, one in once.items() if key not in chosen], "point"))
    title = f"By whom they also nominated: {contest.related[column]}"
    what = f"the choice of their local parties for {contest.related[column]}"
    return make_hexmap(id, title, contest.boundaries, states, rest=REST, what=what, note=_on_map(states))


def map_weeks(rows: Sequence[Listed], contest: Contest, id: str) -> Chart | None:
    """When each seat first nominated, in at most four spans of weeks; None where dates fill fewer than two."""
    first: dict[str, tuple[date, Listed]] = {}
    for one in sorted(rows, key=lambda each: each.row.date.date if each.row.date else date.max):
        if one.row.date and one.row.date.is_whole:
            first.setdefault(nominator_key(one), (one.row.date.date, one))
    spans = make_spans((day for day, _ in first.values()), len(STEPS))
    if len(spans) < 2:
        return None
    states = [
        _state(span.words, [one for day, one in first.values() if span.holds(day)], sign)
        for span, sign in zip(spans, STEPS, strict=False)
    ]
    undated = {nominator_key(one): one for one in rows if nominator_key(one) not in first}
    if undated:
        states.append(_state("Nominated; no day recorded", list(undated.values()), "point"))
    what = "the weeks in which their local parties first nominated somebody"
    return make_hexmap(
        id, "When each first nominated", contest.boundaries, states, rest=REST, what=what, note=_on_map(states)
    )


def grow(tallies: Sequence[Tally], type: NominatorType, id: str, title: str) -> Chart | None:
    """How nominations of one type grew, candidate by candidate; None where no day is known."""
    days = [[one.row.date for one in tally.of_type(type) if one.row.date] for tally in tallies]
    whole = [tuple(day.date for day in each if day.is_whole) for each in days]
    if not any(whole):
        return None
    lines = [
        Line(tally.candidate.title, known, "" if tally.is_held else NO_LIST)
        for tally, known in zip(tallies, whole, strict=True)
    ]
    missing = sum(len(tally.of_type(type)) for tally in tallies) - sum(len(known) for known in whole)
    note = f"{count_words(missing, 'nomination')} without a whole date: not in this picture." if missing else ""
    need, words = common_need(tallies, type)
    return make_timeline(id, title, lines, heading="Candidate", threshold=need, threshold_words=words, note=note)


def count_bars(tallies: Sequence[Tally], type: NominatorType, id: str, title: str) -> Chart:
    """How many nominations of one type each candidate has, with the line of the threshold."""
    bars = [
        Bar(
            tally.candidate.title, len(tally.of_type(type)) if tally.is_held else None, "" if tally.is_held else NO_LIST
        )
        for tally in tallies
    ]
    need, words = common_need(tallies, type)
    return make_bars(id, title, bars, columns=("Candidate", PLURALS[type]), threshold=need, threshold_words=words)


def common_need(tallies: Sequence[Tally], type: NominatorType) -> tuple[int, str]:
    """How many of one type every candidate here needs, and what to call that line; 0 where they need different ones."""
    rules = {tally.position.id: tally.position.threshold for tally in tallies if tally.position}
    needs = {plain_need(rule, Nominating(type)) if rule else 0 for rule in rules.values()}
    need = needs.pop() if len(needs) == 1 else 0
    if not need:
        return 0, ""
    is_all = all(rule and _is_single(rule) for rule in rules.values())
    words = count_nominating(need, Nominating(type))
    return need, f"{words} needed" if is_all else f"{words}, one way onto the ballot"


def _is_single(rule: Threshold) -> bool:
    parts = rule.any or rule.all
    return not parts or (len(parts) == 1 and _is_single(parts[0]))


def _state(words: str, rows: Iterable[Listed], sign: str) -> SeatState:
    seats: list[Seat] = []
    without: list[str] = []
    for one in rows:
        if one.seat:
            seats.append(one.seat)
        else:
            without.append(one.name)
    return SeatState(words, tuple(seats), sign, tuple(sorted(without)))


def _on_map(states: Sequence[SeatState]) -> str:
    """How many are on the map, where some are not: `113 of 115 have a seat`."""
    seats = sum(len(state.seats) for state in states)
    without = sum(len(state.without_seat) for state in states)
    names = NAMES[Nominating.CLP]
    return f"{seats} of {count_words(seats + without, *names)} have a seat and are on the map." if without else ""


def name_tallies(tallies: Sequence[Tally]) -> str:
    """The names of candidates in one sentence."""
    return join_words([tally.candidate.title for tally in tallies])
