"""Compass words: a name taken apart into its words and the points that stand by them.

"South Warwickshire" is not North Warwickshire, however alike they look: a guess has to
put the same points by the same words.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from sitegen.register.spelling import plain_words

POINT_WORDS: Final = {
    **dict.fromkeys(("north", "northern", "n", "gogledd", "ogledd"), "n"),
    **dict.fromkeys(("south", "southern", "s", "de", "dde"), "s"),
    **dict.fromkeys(("east", "eastern", "e", "dwyrain", "ddwyrain"), "e"),
    **dict.fromkeys(("west", "western", "w", "gorllewin", "orllewin"), "w"),
    **dict.fromkeys(("northeast", "ne"), "ne"),
    **dict.fromkeys(("northwest", "nw"), "nw"),
    **dict.fromkeys(("southeast", "se"), "se"),
    **dict.fromkeys(("southwest", "sw"), "sw"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    **dict.fromkeys(("central", "centre"), "central"),
    **dict.fromkeys(("canol", "ganol"), "canol"),
    **{word: word for word in ("inner", "outer", "upper", "lower")},
}
"""What each compass word points to, in English and Welsh; inner, outer, upper and lower part names just so."""

MAIN_POINT_WORDS: Final = (
    "north", "south", "east", "west", "mid", "central", "outer", "upper", "gogledd", "dwyrain", "gorllewin", "canol",
)  # fmt: skip
"""The compass words that are looked for behind a misspelt one."""

JOINERS: Final = frozenset({"and", "a", "ac"})
"""The words that part a name into phrases."""


class Bearing(NamedTuple):
    """One word of a name with the points that stand by it: Basildon, south."""

    word: str
    points: frozenset[str]


class Reading(NamedTuple):
    """A name taken apart into its words, each with its points, and all points of the name."""

    words: tuple[Bearing, ...]
    points: tuple[str, ...]


def read_name(name: str) -> Reading:
    """The reading of `name`; "and" and commas part the phrases in which a point holds.

    "South Basildon and East Thurrock" puts south by Basildon and east by Thurrock.
    """
    return read_words(plain_words(name.replace(",", " and ")))


def read_words(words: Iterable[str]) -> Reading:
    """The reading of plain words, in the order written."""
    phrases = _phrases(words)
    bearings = tuple(Bearing(word, frozenset(points)) for names, points in phrases for word in names)
    return Reading(bearings, tuple(point for _, points in phrases for point in points))


def _phrases(words: Iterable[str]) -> list[tuple[list[str], list[str]]]:
    """The words and the points of each phrase; points alone ("Central and West") go with their neighbour."""
    phrases: list[tuple[list[str], list[str]]] = [([], [])]
    previous = ""
    for word in words:
        names, points = phrases[-1]
        point = POINT_WORDS.get(word, "")
        if word in JOINERS:
            if names:
                phrases.append(([], []))
        elif previous in {"n", "s"} and point in {"e", "w"}:
            points[-1] += point
        elif point:
            points.append(point)
        else:
            names.append(word)
        previous = point
    if len(phrases) > 1 and not phrases[-1][0]:
        phrases[-2][1].extend(phrases.pop()[1])
    return phrases
