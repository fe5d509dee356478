"""Likeness: which seats somebody may have meant by a name that matches none."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice, product
from typing import Final, NamedTuple

from sitegen.register.compass import JOINERS, Bearing, Reading, read_name, read_words
from sitegen.register.seats import Seat
from sitegen.register.spelling import plain_words
from sitegen.register.vocabulary import SMALL_WORDS, Vocabulary, make_vocabulary, meanings, misspelt_point

MOST: Final = 3
"""How many seats are suggested at most; where more are equally likely, none is."""

_PARTY_WORDS: Final = frozenset({"clp", "constituency", "labour", "party"})
_SMALL_WEIGHT: Final = 0.5
_POINT_WEIGHT: Final = 3.0
_NEARLY_THE_SAME: Final = 0.88
_NEAR_BEST: Final = 0.1
_MOST_READINGS: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Guide:
    """The names of one register, made ready for guessing.

    `run_together` holds them without spaces, `by_word` the places in `names` where a word stands.
    """

    names: tuple[tuple[Reading, Seat], ...]
    run_together: dict[str, Seat]
    by_word: dict[str, list[int]]
    vocabulary: Vocabulary


class _Pair(NamedTuple):
    """A written word, the known word it may stand for, and how alike they are (1 is the same)."""

    written: Bearing
    known: Bearing
    alike: float


class _Fit(IntEnum):
    """How a written name fits a known one: with words changed, added, left out, or word for word."""

    CHANGED = 0
    MORE = 1
    PART = 2
    WHOLE = 3


_LEAST_SHARE: Final = {_Fit.CHANGED: 0.8, _Fit.MORE: 0.7, _Fit.PART: 1 / 3, _Fit.WHOLE: 0.7}


@dataclass(frozen=True, order=True, slots=True)
class _Likeness:
    """How alike two names are: how the one fits the other, and what share of both is the same."""

    fit: _Fit
    share: float


def make_guide(names: Iterable[tuple[str, Seat]]) -> Guide:
    """A guide to the seats by all their `names`."""
    readings: list[tuple[Reading, Seat]] = []
    run_together: dict[str, Seat] = {}
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for place, (name, seat) in enumerate(names):
        reading = read_name(name)
        readings.append((reading, seat))
        run_together |= dict.fromkeys(_run_together(plain_words(name)), seat)
        for bearing in reading.words:
            by_word[bearing.word].append(place)
    return Guide(tuple(readings), run_together, dict(by_word), make_vocabulary(by_word))


def likely_seats(guide: Guide, name: str) -> tuple[Seat, ...]:
    """The seats that `name` may mean, best first and at most `MOST`; often one, and none rather than a wild guess.

    All seats of whose name it is a part are as likely; else those nearly as like as the best.
    One whose compass words differ never is.
    """
    words = [word for word in plain_words(name.replace(",", " and ")) if word not in _PARTY_WORDS]
    for key in _run_together(words):
        if key in guide.run_together:
            return (guide.run_together[key],)
    likely = _likely(guide, words)
    if not likely:
        return ()
    best = max(likely.values())
    least = 0.0 if best.fit is _Fit.PART else best.share - _NEAR_BEST
    near = [seat for seat, one in likely.items() if one.fit == best.fit and one.share > least]
    near.sort(key=lambda seat: (-likely[seat].share, seat.name))
    return tuple(near) if len(near) <= MOST else ()


def _likely(guide: Guide, words: list[str]) -> dict[Seat, _Likeness]:
    """Every seat that is like enough in one of its names."""
    found: dict[Seat, _Likeness] = {}
    for reading in _readings(guide, words):
        for place in _places(guide, reading):
            known, seat = guide.names[place]
            likeness = _likeness(guide, reading, known)
            if likeness and (seat not in found or likeness > found[seat]):
                found[seat] = likeness
    return found


def _run_together(words: Iterable[str]) -> tuple[str, str]:
    """The words without spaces, with and without their joiners."""
    kept = list(words)
    return "".join(kept), "".join(word for word in kept if word not in JOINERS)


def _readings(guide: Guide, words: list[str]) -> Iterator[Reading]:
    """The name as it is, and with each word that may be a misspelt compass word ("Souht") put right."""
    choices = [(word, *misspelt_point(guide.vocabulary, word)) for word in words]
    return (read_words(choice) for choice in islice(product(*choices), _MOST_READINGS))


def _places(guide: Guide, reading: Reading) -> set[int]:
    """Where names stand that share a word of weight with the reading."""
    words = (bearing.word for bearing in reading.words if bearing.word not in SMALL_WORDS)
    known = (meant for word in words for meant in meanings(guide.vocabulary, word))
    return {place for word in known for place in guide.by_word.get(word, ())}


def _likeness(guide: Guide, written: Reading, known: Reading) -> _Likeness | None:
    """How alike the names are; None where it is too little or the compass differs."""
    pairs = _pairs(guide, written, known)
    if not _is_same_way(written, known, pairs):
        return None
    same = sum(pair.alike * (_weight(pair.written) + _weight(pair.known)) for pair in pairs)
    same += 2 * _POINT_WEIGHT * len(written.points)
    share = same / (_total_weight(written) + _total_weight(known))
    fit = _fit(written, known, pairs)
    return _Likeness(fit, share) if share >= _LEAST_SHARE[fit] else None


def _fit(written: Reading, known: Reading, pairs: list[_Pair]) -> _Fit:
    """How the names fit; a part has to be spelt nearly right."""
    has_all_written = _has_all(written, (pair.written for pair in pairs))
    has_all_known = _has_all(known, (pair.known for pair in pairs)) and len(known.points) == len(written.points)
    if has_all_written and has_all_known:
        return _Fit.WHOLE
    if has_all_written and all(pair.alike >= _NEARLY_THE_SAME for pair in pairs):
        return _Fit.PART
    return _Fit.MORE if has_all_known else _Fit.CHANGED


def _pairs(guide: Guide, written: Reading, known: Reading) -> list[_Pair]:
    """Each written word with the word of the known name that it may stand for."""
    left = list(known.words)
    pairs = []
    for one in written.words:
        meant = meanings(guide.vocabulary, one.word)
        other = max(left, key=lambda bearing: meant.get(bearing.word, 0.0), default=None)
        if other and other.word in meant:
            left.remove(other)
            pairs.append(_Pair(one, other, meant[other.word]))
    return pairs


def _is_same_way(written: Reading, known: Reading, pairs: list[_Pair]) -> bool:
    """Whether each written point stands by the same word in the known name, none is contrary and none replaces a word.

    South Warwickshire is not North Warwickshire, Aberdeen Donside is not Aberdeen North.
    """
    shared = [(pair.written.points, pair.known.points) for pair in pairs]
    agreed = {point for ours, theirs in shared for point in ours & theirs} == set(written.points)
    contrary = any(ours and theirs and not ours & theirs for ours, theirs in shared)
    replaces = len(known.points) > len(written.points) and not _has_all(written, (pair.written for pair in pairs))
    return agreed and Counter(written.points) <= Counter(known.points) and not contrary and not replaces


def _has_all(reading: Reading, paired: Iterable[Bearing]) -> bool:
    """Whether every word of weight of the reading is among those paired."""
    found = set(paired)
    return all(bearing in found for bearing in reading.words if bearing.word not in SMALL_WORDS)


def _weight(bearing: Bearing) -> float:
    return _SMALL_WEIGHT if bearing.word in SMALL_WORDS else float(len(bearing.word))


def _total_weight(reading: Reading) -> float:
    return sum(map(_weight, reading.words)) + _POINT_WEIGHT * len(reading.points)
