"""Affiliates: national unions and socialist societies by the names and short forms in use.

The list helps to recognise a name in a pasted list; it is no rule on who may nominate, and grows as names are met.
"""

from functools import cache
from typing import NamedTuple

from sitegen.register.seats import read_rows
from sitegen.register.spelling import plain_words, unordered_key


class Affiliate(NamedTuple):
    """One affiliate: `type` is `union` or `socialist-society`; `also` are other names in use."""

    type: str
    name: str
    also: tuple[str, ...]


@cache
def load_affiliates() -> tuple[Affiliate, ...]:
    """All of them, unions first."""
    return tuple(
        Affiliate(type, name, tuple(also.split("; ")) if also else ())
        for type, name, also in read_rows("affiliates.csv")
    )


def find_affiliate(name: str) -> Affiliate | None:
    """The affiliate that goes by `name`, compared as names of seats are; None for everything else."""
    return _by_key().get(unordered_key(plain_words(name)))


@cache
def _by_key() -> dict[str, Affiliate]:
    return {unordered_key(plain_words(name)): one for one in load_affiliates() for name in (one.name, *one.also)}
