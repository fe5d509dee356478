"""How clauses are counted: `1.`, `a)`, `i)` by depth, and in names `1`, `a`, `i`."""

from typing import Final

_ROMAN: Final = tuple(zip((100, 90, 50, 40, 10, 9, 5, 4, 1), "c xc l xl x ix v iv i".split(), strict=True))


def sign(number: int, depth: int) -> str:
    """The number of a clause as its name has it, by its depth from 1: `3`, `c`, `iii`, then again from the first."""
    return (str, _letters, _roman)[(depth - 1) % 3](number)


def label(number: int, depth: int) -> str:
    """The number of a clause as it stands before it: `3.`, `c)`, `iii)`."""
    return sign(number, depth) + (")" if (depth - 1) % 3 else ".")


def _letters(number: int) -> str:
    """`a` … `z`, `aa`, `ab` …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
