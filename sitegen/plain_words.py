"""Plain words: what makes a text hard to read, found in the editor's own lines.

Only what the party itself says is examined: words of others, words in quotation marks, code, and texts that a meeting
has adopted stay as they are.
The figure of 25 words is that of GOV.UK's guidance, which splits sentences above it.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sitegen.problems import Place, Problem, make_problem
from sitegen.shapes import shape_of
from sitegen.words import shorten

LONG: Final = 25
"""How many words a sentence may have on average."""
ENOUGH: Final = 100
"""So many words a text needs before an average says something."""
_CAPITALS: Final = re.compile(
    r"(?<![\w-])(?P<quoted>['\"‘“«]?)(?P<words>(?:[A-ZÀ-Þ][A-ZÀ-Þ’'-]* ){3,}[A-ZÀ-Þ][A-ZÀ-Þ’'-]+)(?![\w-])"
)
_HEADING: Final = re.compile(r"\n#{1,6} ([^a-zà-ÿ\n]{10,})$", re.MULTILINE)
"""A heading without small letters, with the line end before it: that is found faster than the beginning of a line."""
_TWO_CAPITALS: Final = b"A A"
"""What stands, in the shape of a text, wherever words in capitals do; most texts have it nowhere."""
_FEWEST_LETTERS: Final = 16
_FEWEST_LETTERS_OF_A_LINE: Final = 10
_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_END: Final = re.compile(r"[.!?…]+[\"”’')\]*_]*(?=\s|$)")
_CODE: Final = re.compile(
    r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)"
    r"|(?:\A\n*|(?<=\n\n))(?: {4}[^\n]*(?:\n+|\Z))+"
    r"|(?<!`)(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\2(?!`)",
    re.MULTILINE | re.DOTALL,
)
"""Code between fences, code that is indented, and code within a line."""
_SIGNS_OF_CODE: Final = ("`", "~~~", "\n    ")
"""One of these stands in every text with code that does not begin with it."""
_LINK: Final = re.compile(r"\]\([^)\n]*\)|<[^<>\n]*>|https?://\S+")
_ASIDE: Final = re.compile(r"[ \t]*(?:#|\||\[[^\]]*\]:|>? ?\[!)")
"""Lines that are no sentences: headings, rows of tables, footnotes, the heads of notes."""
_ITEM: Final = re.compile(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+")
_ENDS: Final = (". ", ".\n", "\n\n", "\n- ")


class _Sentence(NamedTuple):
    """One sentence: the line in which it begins, from 0, and its number of words."""

    line: int
    words: int


def find_hard_words(text: str, file: str, first_line: int, *, is_adopted: bool = False) -> Iterator[Problem]:
    """Words in capitals, and a text whose sentences are long on average; `text` is Markdown from a line of a file.

    The sentences of a text that is adopted are left alone.
    """
    if _TWO_CAPITALS in shape_of(text) or _HEADING.search(text):
        yield from _find_capitals(_without_code(text), file, first_line)
    if not is_adopted and _may_be_long(text):
        yield from _find_long(text, file, first_line)


def is_in_capitals(line: str) -> bool:
    """Whether a whole line, such as a title, is in capitals; `NEC`, `AGM 2026` and `UNISON` are names, not shouting."""
    if not line.isupper():
        return False
    letters = [letter for letter in line if letter.isalpha()]
    words = [word for word in _WORD.findall(line) if word[0].isalpha()]
    return len(letters) >= _FEWEST_LETTERS_OF_A_LINE and len(words) > 1


def _find_capitals(text: str, file: str, first_line: int) -> Iterator[Problem]:
    for found in _CAPITALS.finditer(text):
        shouted = found["words"]
        before = text[: found.start()]
        if sum(map(str.isalpha, shouted)) >= _FEWEST_LETTERS and not found["quoted"]:
            line = first_line + before.count("\n")
            yield make_problem("W821", Place(file, line), text=shorten(shouted, 50), better=shorten(_calm(shouted), 50))
    for found in _HEADING.finditer(f"\n{text}"):
        heading = found[1].strip()
        if not _CAPITALS.search(heading) and is_in_capitals(heading):
            place = Place(file, first_line + text.count("\n", 0, found.start()))
            yield make_problem("W821", place, text=shorten(heading, 50), better=shorten(_calm(heading), 50))


def _without_code(text: str) -> str:
    """The text with as many lines; code within a line is one word, and no other code is read as a sentence."""
    if not any(sign in text for sign in _SIGNS_OF_CODE) and not text.startswith("    "):
        return text
    return _CODE.sub(lambda found: "\n" * found[0].count("\n") or "code", text)


def _calm(shouted: str) -> str:
    return shouted[:1] + shouted[1:].lower()


def _may_be_long(text: str) -> bool:
    """A quick look: most texts have a full stop often enough, and need no second one."""
    words = text.count(" ") + text.count("\n")
    sentences = 1
    for end in _ENDS:
        sentences += text.count(end)
        if words <= LONG * 0.8 * sentences:
            return False
    return words >= ENOUGH


def _find_long(text: str, file: str, first_line: int) -> Iterator[Problem]:
    sentences = list(_sentences(text))
    words = sum(one.words for one in sentences)
    if words < ENOUGH or words <= LONG * len(sentences):
        return
    longest = max(sentences, key=lambda one: (one.words, -one.line))
    place = Place(file, first_line + longest.line)
    yield make_problem("W822", place, average=str(round(words / len(sentences))), most=str(longest.words))


def _sentences(text: str) -> Iterator[_Sentence]:
    """The sentences of a text; a list item without a full stop is one."""
    plain = _LINK.sub("", _without_code(text))
    words, begin = 0, 0
    for number, line in enumerate([*plain.split("\n"), ""]):
        item = _ITEM.match(line)
        if words and (item or not line.strip() or _ASIDE.match(line)):
            yield _Sentence(begin, words)
            words = 0
        if _ASIDE.match(line):
            continue
        at = item.end() if item else 0
        for end in [*(found.end() for found in _END.finditer(line, at)), len(line)]:
            counted = len(_WORD.findall(line, at, end))
            begin = begin if words or not counted else number
            words += counted
            if words and end > at and _END.search(line, at, end):
                yield _Sentence(begin, words)
                words = 0
            at = end
