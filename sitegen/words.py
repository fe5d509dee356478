"""Small pieces of English: lists in words, plurals, "did you mean", and ids made from words."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches


def join_words(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count_words(number: int, singular: str, plural: str = "") -> str:
    """`1 union`, `2 unions`, `1,200 members`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def did_you_mean(written: str, choices: Iterable[str], otherwise: str = "") -> str:
    """`Did you mean 'chair'?` with the nearest of `choices`; `otherwise` where none is near."""
    known = {choice.casefold(): choice for choice in sorted(choices)}
    near = get_close_matches(written.casefold(), known, n=1, cutoff=0.7)
    return f"Did you mean '{known[near[0]]}'?" if near else otherwise


def make_id(text: str) -> str:
    """An id from any text: small letters, figures and hyphens; `Tŷ Coch & Co.` gives `ty-coch-co`."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def shorten(text: str, most: int) -> str:
    """The text on one line, cut after a word and ended with `…` where it is longer than `most` characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(',;:.–')}…"
