"""Characters that no page, feed or printer can show: they are left out before the text is read.

Source: XML 1.0, section 2.2, `Char`, and what the HTML standard calls controls and noncharacters.
"""

import re
from collections.abc import Iterator
from typing import Final

from sitegen.markdown.origin import Origin
from sitegen.problems import Problem, make_problem

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS: Final = re.compile("[\x0b\x0c\x85]")


def tidy_lines(text: str) -> str:
    """The text with a line feed alone at the end of each line."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def has_unprintable(text: str) -> bool:
    """Whether there is any such character in the text."""
    if text.replace("\n", "").replace("\t", "").isprintable():  # stricter, and fast
        return False
    return bool(_UNPRINTABLE.search(text))


def drop_unprintable(text: str) -> str:
    """The text without them; a page break and a soft line break, as Word writes them, become a space."""
    return _UNPRINTABLE.sub("", _BREAKS.sub(" ", text))


def find_unprintable(origin: Origin) -> Iterator[Problem]:
    """A problem for each line that holds such a character."""
    for line, words in enumerate(origin.lines, 1):
        if found := _UNPRINTABLE.search(words):
            column = len(words[: found.start()].encode(errors="replace")) + 1
            yield make_problem("W807", origin.place(line, column), character=f"U+{ord(found[0]):04X}")
