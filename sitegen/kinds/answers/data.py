"""Who answered what, as data: a row for each candidate and each part of each question, for the silent ones too."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sitegen.datasets import CellType, Column, Dataset, make_dataset
from sitegen.elections.data import contest_sources, data_notice, day_cell
from sitegen.elections.models import Contest
from sitegen.elections.questions import Answers, Question, Questionnaire, QuestionPart, SilentStatus, Stance, StancesBy
from sitegen.elections.replies import Reply, last_changed, listed_replies
from sitegen.elections.reply_view import answer_id, questionnaires_of
from sitegen.elections.reply_words import silent_words
from sitegen.kind import Entry, Site
from sitegen.markdown import plain_text
from sitegen.values import Prose

_DAY, _YES_NO = CellType.DAY, CellType.YES_NO


class _Own(StrEnum):
    """States beside those of who is silent."""

    ANSWERED = "answered"
    HELD_BACK = "not-published"


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """One part of one question, with what one candidate said on it."""

    questionnaire: Entry[Questionnaire]
    question: Question
    part: QuestionPart | None
    stance: Stance | None
    reply: Reply
    site: Site

    @property
    def id(self) -> str:
        """`four-questions/q1/a/jo-example`: it stays the same when candidates or questions are added."""
        part = [self.part.id] if self.part else []
        return "/".join([self.questionnaire.id, self.question.id, *part, self.reply.candidate.id])

    @property
    def state(self) -> str:
        """What is known of the reply."""
        if self.reply.silent:
            return self.reply.silent.status
        return _Own.ANSWERED if self.reply.answers else _Own.HELD_BACK

    @property
    def fields(self) -> Answers | None:
        """The fields of the file of answers."""
        return self.reply.answers.fields if self.reply.answers else None

    @property
    def asked(self) -> str:
        """The question with the part, in plain words."""
        texts = [self.question.text, *([self.part.text] if self.part else [])]
        return " ".join(_line(text) for text in texts)

    @property
    def words(self) -> str | None:
        """The answer in plain words; the one text where it answers every question."""
        found = self.reply.words_on(self.question)
        return _line(found) if found else None

    @property
    def why(self) -> str | None:
        """The sentence on one who is silent, as the pages print it, and the editor's note."""
        silent = self.reply.silent
        if silent is None:
            return None
        questionnaire, candidate = self.questionnaire.fields, self.reply.candidate.fields
        words = silent_words(silent, questionnaire, candidate, self.site.settings.today)
        return f"{words} {_line(silent.note)}" if silent.note else words

    @property
    def url(self) -> str:
        """The full address of the answer."""
        anchor = answer_id(self.question, self.reply.candidate)
        return f"{self.site.settings.site_url}{self.questionnaire.address}{self.question.id}/#{anchor}"


def _line(words: Prose) -> str:
    """Plain words in one line: not every reader of tables knows what to do with more."""
    return " ".join(plain_text(words.body).split())


COLUMNS: Final[tuple[Column[Answered], ...]] = (
    Column("id", "Id", "Names this row: questionnaire, question, part, candidate.", lambda one: one.id,
           is_required=True, is_unique=True),
    Column("contest", "Contest", "The id of the contest.", lambda one: one.questionnaire.fields.contest,
           is_required=True),
    Column("questionnaire", "Questionnaire", "Its id.", lambda one: one.questionnaire.id, is_required=True),
    Column("candidate", "Candidate", "The candidate's id, as in the table of candidates.",
           lambda one: one.reply.candidate.id, is_required=True),
    Column("candidate_name", "Name of the candidate", "The full name.", lambda one: one.reply.candidate.title,
           is_required=True),
    Column("position", "Position", "The id of the position stood for; empty where it is not known.",
           lambda one: one.reply.position.id if one.reply.position else None),
    Column("state", "State", "Whether the candidate answered the questionnaire, or why not.", lambda one: one.state,
           choices=(*_Own, *SilentStatus), is_required=True),
    Column("question", "Question", "The id of the question.", lambda one: one.question.id, is_required=True),
    Column("part", "Part", "The id of the part; empty for a question without parts.",
           lambda one: one.part.id if one.part else None),
    Column("asked", "What was asked", "The question, with the part, in plain words.", lambda one: one.asked,
           is_required=True),
    Column("stance", "Stance", "Where the candidate stands on it; “qualified” is shown as “Partly”, “other” as “Own "
           "words”. Empty for one who is silent.", lambda one: one.stance, choices=tuple(Stance)),
    Column("stances_by", "Whose reading", "Who says so: the candidate, or the editor, who read the words.",
           lambda one: one.fields.stances_by if one.fields else None, choices=tuple(StancesBy)),
    Column("one_text", "One text for all", "Whether one text answers all questions; then each row repeats it.",
           lambda one: one.fields.blanket if one.fields else None, _YES_NO),
    Column("received_on", "Received", "When the answers came.",
           lambda one: day_cell(one.fields.received_on) if one.fields else None, _DAY),
    Column("text", "Answer", "The candidate's words on the whole question, in one line of plain text, paragraphs one "
           "after another; the same for each part.", lambda one: one.words),
    Column("silent", "Why there is no answer", "The sentence on one who is silent.", lambda one: one.why),
    Column("page", "Page", "Where the answer can be read.", lambda one: one.url, CellType.WEB_ADDRESS,
           is_required=True),
)  # fmt: skip


def give_answers(site: Site) -> Iterator[Dataset]:
    """The replies to every listed questionnaire of each listed contest, in one table a contest."""
    for contest in site.of(Contest):
        asked = questionnaires_of(contest.id, site)
        if not asked or not contest.is_listed:
            continue
        days = [day for one in asked if (day := last_changed(one, listed_replies(one, site)))]
        yield make_dataset(
            f"{contest.id}/answers",
            f"Answers: {contest.title}",
            "What each candidate answered to each part of each question; whoever is silent has rows too, with the "
            "reason.",
            COLUMNS,
            [row for one in asked for row in _rows(one, site)],
            page=asked[0].address if len(asked) == 1 else contest.address,
            as_at=max(days, key=lambda day: day.moment, default=None),
            notice=data_notice(site, contest.fields.editors_note),
            sources=contest_sources(contest),
        )


def _rows(questionnaire: Entry[Questionnaire], site: Site) -> Iterator[Answered]:
    """Candidates in the declared order, the questions of each in theirs."""
    for reply in listed_replies(questionnaire, site):
        for question in questionnaire.fields.questions:
            marks = [(mark.part, mark.stance) for mark in reply.marks_on(question)]
            silent = [(part, None) for part in question.parts or (None,)]
            for part, stance in marks or silent:
                yield Answered(questionnaire, question, part, stance, reply, site)
