"""Spelling: what of a written name counts when it is compared, and what does not."""

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = "'\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
_DASHES: Final = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_MARKS: Final = str.maketrans(
    {"&": " and "} | dict.fromkeys(_APOSTROPHES, "") | dict.fromkeys(_DASHES + ",.()", " "),
)
_WELSH_AND: Final = re.compile(r"\bac?\b")
_UNSEEN: Final = frozenset({"Mn", "Cf"})


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a name with all that does not matter taken away, in the order written.

    Capitals, accents, apostrophes, commas, hyphens, full stops and brackets go; `&` is "and",
    "Saint" is "st". Any other mark stays, so that "Bath?" is not Bath.
    """
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in apart if unicodedata.category(sign) not in _UNSEEN)
    words = text.casefold().translate(_MARKS).split()
    return tuple("st" if word == "saint" else word for word in words)


def ordered_key(words: tuple[str, ...]) -> str:
    """The key of words whose order counts."""
    return " ".join(words)


def unordered_key(words: tuple[str, ...]) -> str:
    """The key that "South West Wolverhampton" and "Wolverhampton South West" share."""
    return " ".join(sorted(words))


def spellings(name: str, *, welsh: bool = False) -> tuple[str, ...]:
    """The ways to write `name` that plain words alone do not make equal.

    A hyphen may be a space or nothing (Castell-nedd, Castellnedd); in a Welsh name `&` stands for "a" and "ac".
    """
    found = [name]
    if "-" in name:
        found.append(name.replace("-", ""))
    if welsh and _WELSH_AND.search(name):
        found.append(_WELSH_AND.sub("&", name))
    return tuple(found)
