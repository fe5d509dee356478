"""Reads the common ballot format (`.blt`): every mistake is one sentence with its line.

    4 2                 candidates, seats
    -2                  candidate 2 withdrew (may be left out)
    3 1 3 4 0           three papers with the preferences 1, 3, 4; 0 ends them
    (a7) 2 - 4 0        one paper, by its number in brackets; `-` is a preference left out
    0                   the end of the papers
    "Ann Ash"           the candidates in order, then the title
    …

What follows a `#` is a comment. Source of the form: Hill, Wichmann and Woodall, Algorithm 123
(1987), with the comments, numbers of papers and gaps that OpenSTV and OpaVote write.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from sitegen.elections.counting.ballots import Ballots, Pile
from sitegen.problems import Place, Problem, make_problem
from sitegen.words import count_words, shorten

MOST_TOLD: Final = 10
"""After so many mistakes reading stops: the same one on every line is told often enough."""
MOST_CANDIDATES: Final = 500
_TOKENS: Final = re.compile(r'"[^"]*"?|\([^)"#]*\)?|[^\s"#]+|#.*')
_END_OF_LINE: Final = "\n"


class _Token(NamedTuple):
    text: str
    line: int

    @property
    def is_name(self) -> bool:
        """Whether it stands in quotation marks."""
        return self.text.startswith('"')

    @property
    def number(self) -> int | None:
        """The whole number that it is, or None."""
        return int(self.text) if re.fullmatch(r"[0-9]{1,9}", self.text, re.ASCII) else None


class _Stop(Exception):
    """Nothing more can be read; the problem is told."""


@dataclass(slots=True)
class _Reader:
    """The tokens of one file, how far they are read, and what is wrong so far."""

    file: str
    tokens: Sequence[_Token]
    at: int = 0
    problems: list[Problem] = field(default_factory=list)

    def tell(self, line: int, reason: str, advice: str) -> None:
        """One mistake; after too many of them reading stops."""
        self.problems.append(make_problem("E685", Place(self.file, line), reason=reason, advice=advice))
        if len(self.problems) >= MOST_TOLD:
            raise _Stop

    def stop(self, line: int, reason: str, advice: str) -> _Stop:
        """One mistake behind which nothing can be understood; to be raised."""
        self.tell(line, reason, advice)
        return _Stop()

    def peek(self) -> _Token | None:
        """The next token, ends of lines left out."""
        while self.at < len(self.tokens) and self.tokens[self.at].text == _END_OF_LINE:
            self.at += 1
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> _Token | None:
        """The next token, which is then read."""
        token = self.peek()
        self.at += token is not None
        return token

    @property
    def last_line(self) -> int:
        """The last line that holds anything."""
        return self.tokens[-1].line if self.tokens else 1


@lru_cache(maxsize=64)
def read_ballots(text: str, file: str) -> tuple[Ballots | None, tuple[Problem, ...]]:
    """The papers of a ballot file; None, and every mistake with its line, where it cannot be trusted."""
    reader = _Reader(file, tuple(_split(text)))
    try:
        ballots = _read(reader)
    except _Stop:
        return None, tuple(reader.problems)
    return (None if reader.problems else ballots), tuple(reader.problems)


def _split(text: str) -> Iterator[_Token]:
    for line, words in enumerate(text.split("\n"), 1):
        found = [word for word in _TOKENS.findall(words) if not word.startswith("#")]
        yield from (_Token(word, line) for word in found)
        if found:
            yield _Token(_END_OF_LINE, line)


def _read(reader: _Reader) -> Ballots:
    count = _whole_number(reader, "how many candidates there are")
    seats = _whole_number(reader, "how many seats there are")
    if not 1 <= count <= MOST_CANDIDATES or not seats:
        reason = f"it begins with {count_words(count, 'candidate')} and {count_words(seats, 'seat')}"
        raise reader.stop(1, reason, "Write both numbers in the first line, such as '5 2'.")
    withdrawn = _withdrawn(reader, count)
    piles = tuple(_piles(reader, count))
    names, title = _names(reader, count)
    return Ballots(names, seats, withdrawn, piles, title)


def _whole_number(reader: _Reader, meaning: str) -> int:
    token = reader.take()
    number = token.number if token else None
    if token is None or number is None:
        there = f"'{_shown(token)}' stands where a number should say" if token else "it ends before it says"
        line = token.line if token else reader.last_line
        raise reader.stop(line, f"{there} {meaning}", "Begin with two numbers: candidates and seats, such as '5 2'.")
    return number


def _withdrawn(reader: _Reader, count: int) -> frozenset[int]:
    """The candidates that stand with a minus before the papers."""
    found: set[int] = set()
    while (token := reader.peek()) and re.fullmatch(r"-[0-9]{1,9}", token.text, re.ASCII):
        number = -int(token.text)
        if not 1 <= number <= count:
            advice = f"Candidates have the numbers 1 to {count}."
            reader.tell(token.line, f"candidate {number}, who is said to have withdrawn, does not exist", advice)
        found.add(number - 1)
        reader.take()
    return frozenset(found)


def _piles(reader: _Reader, count: int) -> Iterator[Pile]:
    """The papers up to the 0 that ends them."""
    while True:
        token = reader.take()
        if token is None or token.is_name:
            line = token.line if token else reader.last_line
            raise reader.stop(line, "the papers have no end mark", "Write 0 on a line of its own below the last paper.")
        if token.text == "0":
            return
        papers = 1 if token.text.startswith("(") else token.number
        if papers is None:
            advice = "Begin each line with how many papers it stands for, and end it with 0, such as '3 1 4 2 0'."
            reader.tell(token.line, f"'{_shown(token)}' is not a number of papers", advice)
        preferences = _preferences(reader, token.line, count)
        if papers is not None:
            yield Pile(papers, preferences)


def _preferences(reader: _Reader, line: int, count: int) -> tuple[int, ...]:
    """The preferences up to their 0, with all that is wrong in them told."""
    found: list[int] = []
    while True:
        token = reader.tokens[reader.at] if reader.at < len(reader.tokens) else _Token(_END_OF_LINE, line)
        if token.text == _END_OF_LINE or token.is_name:
            reader.tell(line, "these preferences do not end in 0", "Write 0 after the last preference.")
            return tuple(found)
        reader.at += 1
        if token.text == "0":
            return tuple(found)
        if token.text != "-" and _is_preference(reader, token, found, count):
            found.append(int(token.text) - 1)


def _is_preference(reader: _Reader, token: _Token, found: Sequence[int], count: int) -> bool:
    if "=" in token.text or token.text.startswith("("):
        reason = f"'{_shown(token)}' ranks two candidates equally, which the rules of this count do not know"
        reader.tell(token.line, reason, "Write one candidate after the other, or leave the papers out as spoilt.")
    elif token.number is None:
        advice = f"Write the candidates' numbers, 1 to {count}, with spaces between them, and 0 at the end."
        reader.tell(token.line, f"'{_shown(token)}' is not a candidate's number", advice)
    elif token.number > count:
        reason = f"there is no candidate {token.number}; the first line says {count}"
        reader.tell(token.line, reason, "Correct the number here, or the first number of the file.")
    elif token.number - 1 in found:
        reason = f"candidate {token.number} has two preferences on one paper"
        reader.tell(token.line, reason, "Keep the first of the two.")
    else:
        return True
    return False


def _names(reader: _Reader, count: int) -> tuple[tuple[str, ...], str]:
    """The names of all candidates, and the title behind them."""
    tokens: list[_Token] = []
    while token := reader.take():
        if token.is_name and (len(token.text) < 2 or not token.text.endswith('"')):
            reader.tell(token.line, "a quotation mark is opened and not closed", 'Write the name as "Ann Ash".')
        elif not token.is_name and (token.number is not None or token.text.startswith("[")):
            advice = "Below the end mark stand the candidates' names alone, and the title."
            reader.tell(token.line, f"'{_shown(token)}' stands where a name is expected", advice)
        tokens.append(token)
    texts = [" ".join(token.text.strip('"').split()) for token in tokens]
    if len(texts) < count or not all(texts[:count]):
        named = sum(bool(text) for text in texts[:count])
        reason = f"it names {count_words(named, 'candidate')}, and the first line says {count}"
        raise reader.stop(reader.last_line, reason, 'Write every name on a line of its own, such as "Ann Ash".')
    if len(texts) > count + 3:  # after the title some programs write a source and a comment
        reason = f"it has {len(texts)} names and titles; the first line says {count_words(count, 'candidate')}"
        reader.tell(tokens[count + 3].line, reason, "Correct the first number of the file, or take names out.")
    return tuple(texts[:count]), texts[count] if len(texts) > count else ""


def _shown(token: _Token) -> str:
    return shorten(token.text.strip('"'), 40)
