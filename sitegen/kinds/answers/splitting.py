"""A reply that came as one text, split at the questions: what stands above, each answer, and what comes after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final, NamedTuple

from sitegen.elections.questions import Question
from sitegen.kinds.answers.marks import Mark, find_marks, is_repeated

_FAREWELL: Final = re.compile(
    r"[ ]*(?:--$|(?:(?:with|in|best|kind|warm|many|yours|comradely|fraternal)\b[ \w]{0,30}"
    r"(?:wishes|regards|greetings|solidarity|faithfully|sincerely|truly)?|solidarity|regards|cheers|"
    r"thank(?:s| you)[ \w]{0,30}|yours|sent from [ \w]+)[,.!]?$)",
    re.IGNORECASE,
)


class Doubt(NamedTuple):
    """A line of which it is not clear what it is, and how it was taken."""

    line: int
    words: str


@dataclass(slots=True)
class Piece:
    """A part of the reply: its lines, and at which line of the file it begins, from 0."""

    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there are no words in it."""
        return not any(line.strip() for line in self.lines)


@dataclass(slots=True)
class Split:
    """What became of a reply; `repeated` are lines that say the question again, and are left out."""

    preface: Piece
    closing: Piece
    answers: dict[str, Piece] = field(default_factory=dict)
    repeated: list[tuple[int, str]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def split_reply(lines: Sequence[str], questions: Sequence[Question]) -> Split:
    """The reply split at the numbers and subjects of the questions; without any, all of it is the preface."""
    split = Split(Piece(0), Piece(len(lines)))
    marks = _choose(list(find_marks(lines, questions)), lines, questions, split.doubts)
    split.preface.lines = list(lines[: marks[0].line] if marks else lines)
    for mark, after in zip_longest(marks, marks[1:]):
        end = after.line if after else len(lines)
        question = questions[mark.number - 1]
        piece = split.answers.setdefault(question.id, Piece(mark.line))
        own = [(mark.line, mark.rest), *((number, lines[number]) for number in range(mark.line + 1, end))]
        piece.lines += [*([""] if piece.lines else []), *_without_question(own, question, split)]
    if marks:
        _cut_farewell(split.answers[questions[marks[-1].number - 1].id], marks[-1].line, lines, split)
    return split


def _without_question(own: Sequence[tuple[int, str]], question: Question, split: Split) -> Iterator[str]:
    """The lines without those at the beginning that only repeat the question."""
    is_beginning = True
    for number, line in own:
        if is_beginning and line.strip() and is_repeated(line, question):
            split.repeated.append((number, line.strip()))
        else:
            is_beginning = is_beginning and not line.strip()
            yield line


def _choose(
    marks: Sequence[Mark], lines: Sequence[str], questions: Sequence[Question], doubts: list[Doubt]
) -> list[Mark]:
    """The marks at which answers begin: the clear ones where there are several, else numbers in rising order."""
    known = [mark for mark in marks if 1 <= mark.number <= len(questions)]
    clear = [mark for mark in known if mark.is_clear]
    if len({mark.number for mark in clear}) > 1 or (clear and len(questions) == 1):
        for number in sorted({mark.number for mark in clear}):
            again = [mark for mark in clear if mark.number == number][1:]
            where = questions[number - 1].id
            doubts += [
                Doubt(mark.line, f"{where} begins here a second time; both texts stand under it.") for mark in again
            ]
        return clear
    return list(_rising(known, lines, questions, doubts))


def _rising(
    marks: Sequence[Mark], lines: Sequence[str], questions: Sequence[Question], doubts: list[Doubt]
) -> Iterator[Mark]:
    """Numbers in rising order; one that begins again at 1 is a list within an answer."""
    top, inner = 0, 0
    for mark in marks:
        continues = inner > 0 and mark.number == inner + 1
        is_close = mark.line > 0 and bool(lines[mark.line - 1].strip())
        if mark.number > top and not (continues and is_close):
            if continues:
                here = questions[mark.number - 1].id
                doubts.append(Doubt(mark.line, f"A list stands before this; it was taken as the beginning of {here}."))
            top, inner = mark.number, 0
            yield mark
        elif mark.number == 1 and top:
            inner = 1
        elif continues:
            if mark.number == top + 1:
                words = f"It was taken as part of a list in the answer to {questions[top - 1].id}."
                doubts.append(Doubt(mark.line, words))
            inner = mark.number


def _cut_farewell(last: Piece, first_line: int, lines: Sequence[str], split: Split) -> None:
    """Take what comes after the last answer out of it: from a farewell that begins a paragraph on."""
    for number in range(first_line + 1, len(lines)):
        is_start = not lines[number - 1].strip()
        if is_start and lines[number].strip() and _FAREWELL.fullmatch(lines[number].rstrip()):
            length = len(lines) - number
            split.closing = Piece(number, list(lines[number:]))
            del last.lines[len(last.lines) - length :]
            return
