"""Matching: from a name as somebody printed it to one seat, to a question, or to nothing.

A name counts as exact, as normalised, or not at all: a word left out, added, shortened or
misspelt is for a person to confirm, never for this program.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from sitegen.register.areas import region_or_nation
from sitegen.register.likeness import Guide, likely_seats, make_guide
from sitegen.register.seats import Seat, read_aliases, read_seats
from sitegen.register.spelling import ordered_key, plain_words, spellings, unordered_key


class MatchKind(StrEnum):
    """How a name was matched: letter by letter, but for what does not matter, or not."""

    EXACT = "exact"
    NORMALISED = "normalised"
    NONE = "none"


class Match(NamedTuple):
    """What became of one printed name; `suggestions` (best first, often none) only where there is no seat."""

    kind: MatchKind
    seat: Seat | None = None
    suggestions: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """The seats of one set of boundaries, and by what they are found.

    `by_name` holds codes, names and Welsh names as they are; the other two hold keys of all
    names, aliases too, each with every seat that goes by it.
    """

    year: int
    seats: tuple[Seat, ...]
    names: tuple[tuple[str, Seat], ...]
    by_name: dict[str, Seat]
    by_ordered_words: dict[str, tuple[Seat, ...]]
    by_words: dict[str, tuple[Seat, ...]]

    def match(self, name: str) -> Match:
        """The seat of that name, Welsh name, alias or code, else the seats that may be meant.

        Two seats with the same words are told apart by the order of the words, or both suggested.
        The name of a nation or region is no seat and gets no suggestion (see `region_or_nation`).
        """
        name = name.strip()
        if name in self.by_name:
            return Match(MatchKind.EXACT, self.by_name[name])
        words = plain_words(name)
        found = self.by_ordered_words.get(ordered_key(words)) or self.by_words.get(unordered_key(words), ())
        if len(found) == 1:
            return Match(MatchKind.NORMALISED, found[0])
        if found or region_or_nation(name):
            return Match(MatchKind.NONE, suggestions=found)
        return Match(MatchKind.NONE, suggestions=likely_seats(_guide(self), name))


def make_register(year: int, seats: Iterable[Seat], aliases: Iterable[tuple[str, str]] = ()) -> Register:
    """A register of `seats` with those `aliases` (pairs of code and name) whose code is among them."""
    by_code = {seat.code: seat for seat in seats}
    other = [(alias, by_code[code]) for code, alias in aliases if code in by_code]
    english = [(seat.name, seat) for seat in by_code.values()]
    welsh = [(seat.name_cy, seat) for seat in by_code.values() if seat.name_cy]
    spelt = [(text, seat) for name, seat in english + other for text in spellings(name)]
    spelt += [(text, seat) for name, seat in welsh for text in spellings(name, welsh=True)]
    words = [(plain_words(text), seat) for text, seat in spelt]
    return Register(
        year,
        tuple(by_code.values()),
        tuple(english + welsh + other),
        dict(welsh) | dict(english) | by_code,
        _seats_by_key((ordered_key(key), seat) for key, seat in words),
        _seats_by_key((unordered_key(key), seat) for key, seat in words),
    )


@cache
def load_register(year: int) -> Register:
    """The register of the boundaries of `year`, read once; ValueError for a year that is not carried."""
    return make_register(year, read_seats(year), read_aliases())


def _seats_by_key(pairs: Iterable[tuple[str, Seat]]) -> dict[str, tuple[Seat, ...]]:
    found: dict[str, tuple[Seat, ...]] = {}
    for key, seat in pairs:
        known = found.get(key, ())
        if seat not in known:
            found[key] = (*known, seat)
    return found


@lru_cache(maxsize=4)
def _guide(register: Register) -> Guide:
    """What suggestions need, made at the first name that does not match."""
    return make_guide(register.names)
