"""What a text looks like, letter by letter: there is found at once that it holds nothing to look for."""

from string import ascii_lowercase, ascii_uppercase
from typing import Final

_SHAPES: Final = bytes.maketrans(
    b"123456789" + ascii_lowercase.encode() + ascii_uppercase.encode(), b"0" * 9 + b"a" * 26 + b"A" * 26
)


def shape_of(text: str) -> bytes:
    """The text with `0` for each figure, `a` for each small letter and `A` for each capital of the alphabet."""
    return text.encode().translate(_SHAPES)
