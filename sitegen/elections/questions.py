"""What editors write about questionnaires: the questions, the answers, and why some have not answered."""

from enum import StrEnum
from typing import Annotated, Final

from pydantic import BeforeValidator, Field

from sitegen.article import Shared
from sitegen.schema import Fields, declare
from sitegen.values import Also, AnyDay, Id, Markdown, Refers, Text, WholeDay, YesNo, refuse

WHOLE: Final = ""
"""Stands for the whole of a question where its parts have names."""


class Stance(StrEnum):
    """Where a candidate stands on a question, or on a part of it."""

    YES = "yes"
    NO = "no"
    QUALIFIED = "qualified"
    OTHER = "other"
    NONE = "none"


class StancesBy(StrEnum):
    """Who says what an answer comes to."""

    CANDIDATE = "candidate"
    EDITOR = "editor"


class SilentStatus(StrEnum):
    """Why there is no answer."""

    NO_REPLY = "no-reply"
    PROMISED = "promised"
    STATEMENT_ONLY = "statement-only"
    DECLINED = "declined"
    NOT_ASKED = "not-asked"
    NOT_KNOWN = "not-known"
    WITHDRAWN = "withdrawn"


class QuestionPart(Fields):
    """One part of a question that asks for two or more things."""

    id: Id = declare("Its letter.", example="a")
    text: Markdown = declare("What is asked.", example="on every rule change?")
    short: Text = declare("Two or three words for the table.", example="every rule change", default="")


class Question(Fields):
    """One question."""

    id: Id = declare("Its id: the heading of its answers, and its address.", example="q1")
    text: Markdown = declare("What is asked.", example="Should conference decide by card vote, …")
    short: Text = declare("Its subject in two or three words.", example="Card votes", default="")
    parts: tuple[QuestionPart, ...] = declare(
        "Its parts, each with a stance of its own.", example="[{id: a, text: on every rule change?}]", default=()
    )


class Silent(Fields):
    """A candidate who has not answered, and why."""

    candidate: Text = declare("The candidate's id.", example="jo-example")
    status: SilentStatus = declare("What is known.", example="no-reply")
    note: Markdown | None = declare("A sentence on it.", example="Asked again on 5 March.", default=None)


class Questionnaire(Shared):
    """Questions that were put to all candidates of a contest."""

    title: Text = declare("What it is called.", example="Four questions to the candidates")
    contest: Annotated[str, Refers("contests")] = declare("The contest.", example="committee-2026")
    asked_by: Text = declare("Who asks.", example="Exampleton Labour Party")
    asked_on: AnyDay | None = declare("When the candidates were asked.", example="2026-02-20", default=None)
    asked_on_note: Text = declare("A note on that day.", default="")
    deadline: WholeDay | None = declare("Until when they were asked to answer.", example="2026-03-12", default=None)
    deadline_note: Text = declare("A note on that day.", default="")
    reply_policy: Markdown | None = declare(
        "How replies are treated.", example="We print every reply in full.", default=None
    )
    questions: Annotated[tuple[Question, ...], Field(min_length=1)] = declare(
        "The questions.", example="[{id: q1, text: Will you report in writing?}]"
    )
    silent: tuple[Silent, ...] = declare(
        "Everyone who has not answered.", example="[{candidate: jo-example, status: no-reply}]", default=()
    )


def _read_stances(value: object) -> object:
    """One stance for a whole question, or one for each part."""
    if isinstance(value, str):
        return {WHOLE: value}
    if not isinstance(value, dict):
        refuse("E670")
    return value


_PLAIN: Final = {"enum": [True, False, *Stance]}
"""A plain stance in editors that complete fields: to them `yes` and `no` are no words."""


class Answers(Shared):
    """What one candidate answered; the text stands below headings that are named as the questions."""

    candidate: Text = declare(
        "The candidate's id. The file's name says it already, and both agree.", example="jo-example", default=""
    )
    received_on: AnyDay | None = declare("When the answers came.", example="2026-03-02", default=None)
    received_on_note: Text = declare("A note on that day.", default="")
    blanket: YesNo = declare("'yes': one text answers every question, without headings.", example="yes", default=False)
    stances: dict[str, Annotated[dict[str, Stance], BeforeValidator(_read_stances), Also(_PLAIN)]] = declare(
        "Where the candidate stands on each question, or on each part of it.",
        example="{q1: yes, q2: {a: yes, b: none}}",
        default={},
    )
    stances_by: StancesBy = declare(
        "Who says so: 'editor' is shown as 'our reading of the answer'.",
        example="editor",
        default=StancesBy.CANDIDATE,
    )
    motions: tuple[Annotated[str, Refers("motions")], ...] = declare(
        "Ids of motions that the candidate names.", example="[fair-pay]", default=()
    )
