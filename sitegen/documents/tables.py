"""How a table fits on A4: with the largest letters that break no word, on a turned page where nothing else helps.

A table within a note, a quotation or a list cannot have a page of its own, and stays upright.
"""

from dataclasses import replace
from typing import Final, NamedTuple

from sitegen.papers import Runs, Table, words_of

_UPRIGHT: Final = 470.0
_TURNED: Final = 735.0
_SIZES: Final = ((10.0, _UPRIGHT), (8.5, _UPRIGHT), (8.5, _TURNED), (6.5, _TURNED))
_WITHIN: Final = 380.0
_SIZES_WITHIN: Final = ((10.0, _WITHIN), (8.5, _WITHIN), (6.5, _WITHIN))
_LETTER: Final = 0.58
"""How wide a letter is on average, in its own size."""
_INSET: Final = 9.0
_GAP: Final = "\u200b"


class Fit(NamedTuple):
    """The size of the letters in points, whether the page is turned, after how many letters words break (0: never)."""

    size: float
    is_turned: bool
    breaks_after: int = 0


def fit_table(table: Table, *, is_within: bool = False) -> Fit:
    """How a table stands on its page; `is_within`: inside something else."""
    letters = sum(_longest_word(table, column) for column in range(len(table.head)))
    sizes = _SIZES_WITHIN if is_within else _SIZES
    for size, width in sizes:
        if letters * size * _LETTER + len(table.head) * _INSET <= width:
            return Fit(size, width == _TURNED)
    size, width = sizes[-1]
    room = (width / len(table.head) - _INSET) / (size * _LETTER)
    return Fit(size, width == _TURNED, max(1, int(room)))


def _longest_word(table: Table, column: int) -> int:
    words = (word for row in (table.head, *table.rows) for word in words_of(row[column]).split())
    return max((len(word) for word in words), default=1)


def break_words(runs: Runs, longest: int) -> Runs:
    """Runs whose long words may break: a space of no width stands in them after so many letters."""
    return tuple(replace(run, text=_broken(run.text, longest)) for run in runs)


def _broken(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    return " ".join(
        _GAP.join(word[at : at + longest] for at in range(0, len(word), longest)) if len(word) > longest else word
        for word in text.split(" ")
    )
