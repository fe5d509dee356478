"""Vocabulary: all words of the names of seats, and which of them a written word may stand for."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice, takewhile
from typing import Final

from sitegen.register.compass import MAIN_POINT_WORDS, POINT_WORDS

SMALL_WORDS: Final = frozenset({"an", "ar", "h", "in", "na", "of", "on", "the", "under", "upon", "y"})
"""Words that weigh little in a name and stand for nothing but themselves."""

_SHORT_FORMS: Final = {
    "beds": "bedfordshire", "berks": "berkshire", "bucks": "buckinghamshire", "cambs": "cambridgeshire",
    "derbys": "derbyshire", "hants": "hampshire", "herts": "hertfordshire", "lancs": "lancashire",
    "leics": "leicestershire", "northants": "northamptonshire", "pembs": "pembrokeshire", "salop": "shropshire",
    "staffs": "staffordshire", "warks": "warwickshire", "wilts": "wiltshire", "worcs": "worcestershire",
    "yorks": "yorkshire",
}  # fmt: skip
_SHORT: Final = 4
_ALIKE: Final = 0.8
_ALIKE_WHEN_SHORT: Final = 0.75
_ALIKE_WHEN_SWAPPED: Final = 0.88


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The known words in alphabetical order, and by length with their letters, main compass words included there."""

    words: tuple[str, ...]
    by_length: dict[int, list[tuple[str, frozenset[str]]]]


def make_vocabulary(words: Iterable[str]) -> Vocabulary:
    """The vocabulary of plain `words`; compass words are not among them."""
    known = sorted(set(words))
    by_length: defaultdict[int, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for word in (*known, *MAIN_POINT_WORDS):
        by_length[len(word)].append((word, frozenset(word)))
    return Vocabulary(tuple(known), dict(by_length))


@lru_cache(maxsize=4096)
def meanings(vocabulary: Vocabulary, word: str) -> dict[str, float]:
    """The known words that `word` may stand for, and how alike each is (1 is the same).

    It may be a known word, the short form of a county, the beginning of a longer word, or misspelt.
    A town never stands for its county: Northampton South is not South Northamptonshire.
    """
    if word in SMALL_WORDS:
        return {word: 1.0}
    longer = (known for known in _longer_words(vocabulary, word) if known != f"{word}shire")
    found = {known: len(word) / len(known) for known in longer}
    found |= {word: 1.0} if is_known(vocabulary, word) else misspelt(vocabulary, word)
    return found | ({_SHORT_FORMS[word]: 1.0} if word in _SHORT_FORMS else {})


def is_known(vocabulary: Vocabulary, word: str) -> bool:
    """Whether `word` stands in the name of a seat, compass words aside."""
    place = bisect_right(vocabulary.words, word)
    return place > 0 and vocabulary.words[place - 1] == word


@lru_cache(maxsize=4096)
def misspelt(vocabulary: Vocabulary, word: str) -> dict[str, float]:
    """The known and compass words that `word` may be a misspelling of; none if it is a word itself."""
    if word in POINT_WORDS or word in SMALL_WORDS or word in _SHORT_FORMS or is_known(vocabulary, word):
        return {}
    least = _ALIKE if len(word) > _SHORT else _ALIKE_WHEN_SHORT
    matcher = SequenceMatcher(b=word, autojunk=False)
    found = {}
    for known in _similar_letters(vocabulary, word, 1 - least):
        matcher.set_seq1(known)
        if (most := matcher.quick_ratio()) < least:
            continue
        ratio = _ALIKE_WHEN_SWAPPED if most == 1 else matcher.ratio()
        if ratio >= least:
            found[known] = ratio
    return found


def misspelt_point(vocabulary: Vocabulary, word: str) -> tuple[str, ...]:
    """The compass word that `word` may be a misspelling of; none if it may be either of two ("Est")."""
    likely = {known: ratio for known, ratio in misspelt(vocabulary, word).items() if known in POINT_WORDS}
    best = [known for known, ratio in likely.items() if ratio == max(likely.values())]
    return tuple(best) if len(best) == 1 else ()


def _similar_letters(vocabulary: Vocabulary, word: str, unlike: float) -> Iterable[str]:
    """The words that differ by no more than that part of both words' letters: a quick first sieve."""
    letters = frozenset(word)
    for length, words in vocabulary.by_length.items():
        most = round(unlike * (len(word) + length))
        if abs(len(word) - length) <= most:
            yield from (known for known, known_letters in words if len(letters ^ known_letters) <= most)


def _longer_words(vocabulary: Vocabulary, word: str) -> Iterable[str]:
    """The known words that begin with `word`, if it is long enough to tell."""
    if len(word) < _SHORT:
        return ()
    after = islice(vocabulary.words, bisect_right(vocabulary.words, word), None)
    return takewhile(lambda known: known.startswith(word), after)
