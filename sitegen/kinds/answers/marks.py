"""Lines at which an answer begins: `1.`, `1)`, `Q1`, `Question 1:`, `1a)`, and the subjects of the questions."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sitegen.elections.questions import Question
from sitegen.markdown import plain_text
from sitegen.words import make_id

_LEAD: Final = r"(?P<quote>(?:>[ ]?)*)[ ]{0,3}(?P<heading>#{1,6}[ ]+)?(?P<bold>\*\*|__|\*|_)?"
_END: Final = r"(?:\*\*|__|\*|_)?[ ]*"
_WORD: Final = re.compile(rf"{_LEAD}(?:Q|Question|Answer)[ ]*(?:no\.?[ ]*)?(?P<number>\d{{1,2}})\b", re.IGNORECASE)
_NUMBER: Final = re.compile(rf"{_LEAD}\(?(?P<number>\d{{1,2}})(?=[.):]|[ ]*\(?[a-z]\)|[a-z][.):]|[ ]+[-–—][ ]|\*\*|$)")
_AFTER: Final = re.compile(rf"{_END}[.):]*{_END}(?:[-–—:][ ]+)?")
_SUBJECT: Final = re.compile(
    r"(?P<name>[^:–—]{1,60}?)(?:\*\*|__|\*|_)?[ ]*(?:[:.–—?]|[ ]-[ ]|$)(?:\*\*|__)?[ ]*(?P<rest>.*)"
)
_SHORTEST: Final = 2
"""How many words of a question must stand in a line for it to be that question again."""


class Mark(NamedTuple):
    """A line that may begin an answer: `number` is that of the question, from 1, and `rest` what follows on the line.

    It is clear where a word, a heading or the subject of the question says it; a number alone may be one of a list.
    """

    line: int
    number: int
    rest: str
    is_clear: bool


def find_marks(lines: Sequence[str], questions: Sequence[Question]) -> Iterator[Mark]:
    """Every line that may begin an answer, in order."""
    subjects = {name: number for number, one in enumerate(questions, 1) for name in _names(one)}
    for place, line in enumerate(lines):
        if mark := _mark(place, line.rstrip(), subjects):
            yield mark


def _names(question: Question) -> list[str]:
    return [name for name in (make_id(question.short), make_id(question.id)) if name]


def _mark(place: int, line: str, subjects: dict[str, int]) -> Mark | None:
    found = _WORD.match(line) or _NUMBER.match(line)
    if found:
        rest = _AFTER.sub("", line[found.end() :], count=1)
        subject = _subject(rest, subjects)
        is_clear = found.re is _WORD or bool(found["heading"] or found["bold"]) or subject is not None
        if subject is not None and subject[0] == int(found["number"]):
            rest = subject[1]
        return Mark(place, int(found["number"]), rest, is_clear)
    lead = re.match(_LEAD, line)
    subject = _subject(line[lead.end() :] if lead else line, subjects)
    return Mark(place, subject[0], subject[1], True) if subject else None


def _subject(words: str, subjects: dict[str, int]) -> tuple[int, str] | None:
    """The question whose subject a line begins with, alone on it or before a colon or a dash, and the rest."""
    parts = _SUBJECT.match(words)
    if parts and (number := subjects.get(make_id(parts["name"]))):
        return number, parts["rest"]
    return None


def is_repeated(line: str, question: Question) -> bool:
    """Whether a line is the question again, or a part of it, as replies often have it."""
    words = make_id(line.lstrip("> ")).split("-")
    texts = [question.text, *(part.text for part in question.parts)]
    whole = make_id(" ".join([question.short, *(plain_text(text.body) for text in texts)])).split("-")
    own = [word for word in words if len(word) > 1]
    asked = [word for word in whole if len(word) > 1]
    return len(own) > _SHORTEST and f" {' '.join(own)} " in f" {' '.join(asked)} "
