"""From answer files to replies: one for each candidate, in the declared order, with marks and counts.

The order of candidates is that of the contest, never that of the files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from sitegen.days import Day
from sitegen.elections.models import Candidate, Contest, Position
from sitegen.elections.order import order_candidates, position_of
from sitegen.elections.questions import (
    WHOLE,
    Answers,
    Question,
    Questionnaire,
    QuestionPart,
    Silent,
    SilentStatus,
    Stance,
    StancesBy,
)
from sitegen.kind import Entry, Site
from sitegen.markdown import Cut, cut_body
from sitegen.values import Prose

CLOSING: Final = "closing"
"""The heading of what comes after the last answer."""
WORDS_LEVEL: Final = 4
"""Headings in an answer stand below those of the page, of the questionnaire and of the question."""


class Words(NamedTuple):
    """The text of an answer file: what stands above the first heading, below each question's, and at the end."""

    preface: Prose
    answers: Mapping[str, Prose]
    closing: Prose
    cuts: tuple[Cut, ...]


class Mark(NamedTuple):
    """Where a candidate stands on a question, or on one part of it."""

    question: Question
    part: QuestionPart | None
    stance: Stance


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """What one candidate sent, or why there is nothing; neither where an answer is not published yet."""

    candidate: Entry[Candidate]
    position: Position | None
    answers: Entry[Answers] | None
    silent: Silent | None

    @property
    def is_reading(self) -> bool:
        """Whether the marks are the editor's reading of the words."""
        return self.answers is not None and self.answers.fields.stances_by is StancesBy.EDITOR

    def words_on(self, question: Question) -> Prose | None:
        """The answer to a question; the one text where it answers all of them; None where there are no words."""
        if self.answers is None:
            return None
        words = read_words(self.answers)
        found = words.preface if self.answers.fields.blanket else words.answers.get(question.id)
        return found or None

    def marks_on(self, question: Question) -> tuple[Mark, ...]:
        """One mark, or one for each part of the question."""
        if self.answers is None:
            return ()
        declared = self.answers.fields.stances.get(question.id, {})
        unsaid = Stance.OTHER if self.words_on(question) else Stance.NONE
        whole = declared.get(WHOLE, unsaid)
        if not question.parts:
            return (Mark(question, None, whole),)
        return tuple(Mark(question, part, declared.get(part.id, whole)) for part in question.parts)


class Count(NamedTuple):
    """How many answered, of those who were asked; and how many stand outside that count."""

    answered: int
    asked: int
    not_asked: int
    not_known: int
    withdrawn: int


@lru_cache(maxsize=2048)
def read_words(answers: Entry[Answers]) -> Words:
    """The text of an answer file, cut at its headings."""
    document = answers.document
    cuts = cut_body(answers.body, document.body, document.body_line, WORDS_LEVEL)
    named: dict[str, Prose] = {}
    for cut in cuts[1:]:
        named.setdefault(cut.title, Prose(cut.text, cut.body))
    preface, empty = Prose(cuts[0].text, cuts[0].body), Prose("", cuts[0].body)
    return Words(preface, named, named.pop(CLOSING, empty), cuts)


@lru_cache(maxsize=64)
def make_replies(questionnaire: Entry[Questionnaire], site: Site) -> tuple[Reply, ...]:
    """The reply of every candidate of the contest, in the declared order."""
    contest = site.find(Contest, questionnaire.fields.contest)
    if contest is None:
        return ()
    answers = {one.id: one for one in site.of(Answers, questionnaire.id)}
    silent = {one.candidate: one for one in questionnaire.fields.silent}
    candidates = order_candidates(contest.fields, site.of(Candidate, contest.id))
    return tuple(
        Reply(one, position_of(contest.fields, one.fields), answers.get(one.id), silent.get(one.id))
        for one in candidates
    )


def listed_replies(questionnaire: Entry[Questionnaire], site: Site) -> tuple[Reply, ...]:
    """The replies that lists and counts may show."""
    return tuple(reply for reply in make_replies(questionnaire, site) if reply.candidate.is_listed)


def count_replies(replies: Sequence[Reply]) -> Count:
    """Who was asked: all but those of whom that is not known, who were not asked, and who withdrew unanswering."""
    statuses = [reply.silent.status if reply.silent else None for reply in replies]
    outside = [statuses.count(one) for one in (SilentStatus.NOT_ASKED, SilentStatus.NOT_KNOWN, SilentStatus.WITHDRAWN)]
    answered = sum(reply.answers is not None for reply in replies)
    return Count(answered, len(replies) - sum(outside), *outside)


def count_stances(question: Question, part: QuestionPart | None, replies: Sequence[Reply]) -> dict[Stance, int]:
    """How many candidates have each stance on a question or a part, in the order of `Stance`; none that is 0."""
    given = [mark.stance for reply in replies for mark in reply.marks_on(question) if mark.part == part]
    return {stance: number for stance in Stance if (number := given.count(stance))}


def count_marks(reply: Reply, questions: Sequence[Question]) -> tuple[int, int]:
    """How many questions, counted by their parts, a reply answers, and how many there are."""
    marks = [mark for question in questions for mark in reply.marks_on(question)]
    return sum(mark.stance is not Stance.NONE for mark in marks), len(marks)


def last_changed(questionnaire: Entry[Questionnaire], replies: Sequence[Reply]) -> Day | None:
    """The newest day on which the questionnaire or an answer came or changed."""
    fields = [reply.answers.fields for reply in replies if reply.answers]
    days = [questionnaire.fields.updated, *(one.updated for one in fields), *(one.received_on for one in fields)]
    return max((day for day in days if day), key=lambda day: day.moment, default=None)
