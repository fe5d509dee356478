"""How replies are put into words, on every page alike: stances, counts, and a sentence for each who is silent."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from sitegen.days import Day
from sitegen.elections.models import Candidate, CandidateStatus
from sitegen.elections.questions import Question, Questionnaire, QuestionPart, Silent, SilentStatus, Stance
from sitegen.elections.replies import Count

STANCE_WORDS: Final = {
    Stance.YES: "Yes",
    Stance.NO: "No",
    Stance.QUALIFIED: "Partly",
    Stance.OTHER: "Own words",
    Stance.NONE: "No answer",
}
ONE_TEXT: Final = "One text for all the questions"
OUR_READING: Final = "Our reading of the answer"
HELD_BACK: Final = "An answer is here and is not published yet."


def day_words(day: Day | None, whole: str = "on", part: str = "in") -> str:
    """`on 20 February 2026`, `in February 2026`; empty where the day is not known."""
    return f"{whole if day.is_whole else part} {day.words}" if day else ""


def silent_words(silent: Silent, questionnaire: Questionnaire, candidate: Candidate, today: date) -> str:
    """What is known of one who has not answered, with its dates: one sentence for each status."""
    asked = day_words(questionnaire.asked_on)
    contacted = f"Contacted {asked}; " if asked else ""
    said = _SILENT[silent.status]
    if silent.status is SilentStatus.NOT_ASKED:
        return f"{said}: the questions were sent {asked}." if asked else f"{said}."
    if silent.status is SilentStatus.NOT_KNOWN:
        return f"{said}. The others were asked {asked}." if asked else f"{said}."
    if silent.status is SilentStatus.WITHDRAWN:
        steps = [one.date for one in candidate.status_history if one.status is CandidateStatus.WITHDRAWN]
        left = day_words(steps[-1]) if steps else ""
        return f"{said} {left}; no answer.".replace(" ;", ";")
    words = f"{contacted}{said}{_by_when(silent.status, questionnaire.deadline, today)}."
    return words[:1].upper() + words[1:]


_SILENT: Final = {
    SilentStatus.NO_REPLY: "no reply",
    SilentStatus.PROMISED: "said they would answer",
    SilentStatus.STATEMENT_ONLY: "sent a statement, did not answer",
    SilentStatus.DECLINED: "declined to answer",
    SilentStatus.NOT_ASKED: "Not asked",
    SilentStatus.NOT_KNOWN: "Not known whether asked",
    SilentStatus.WITHDRAWN: "Withdrew from the contest",
}


def _by_when(status: SilentStatus, deadline: Day | None, today: date) -> str:
    """What the deadline has to do with it, for those from whom an answer may still come."""
    promised = status is SilentStatus.PROMISED
    if status is not SilentStatus.NO_REPLY and not promised:
        return ""
    if deadline is None:
        return ", did not" if promised else ""
    if today > deadline.date:
        return f", did not by the deadline, {deadline.words}" if promised else f" by the deadline, {deadline.words}"
    return f"; the deadline is {deadline.words}" if promised else f" yet; the deadline is {deadline.words}"


def count_sentence(count: Count) -> str:
    """`Answered by 8 of 11 (those asked); 2 more: not known whether asked.`"""
    outside = (
        (count.not_known, "not known whether asked"),
        (count.not_asked, "not asked"),
        (count.withdrawn, "withdrew without an answer"),
    )
    parts = [f"{number} more: {words}" for number, words in outside if number]
    asked = f"{count.answered} of {count.asked} (those asked)" if count.asked else "nobody: none were asked"
    return "; ".join([f"Answered by {asked}", *parts]) + "."


def stance_count_words(counts: Mapping[Stance, int]) -> str:
    """`3 yes, 1 partly`: what the candidates answered, in the order of the stances."""
    return ", ".join(f"{number} {STANCE_WORDS[stance].lower()}" for stance, number in counts.items())


def part_words(answered: int, marks: int, *, has_parts: bool) -> str:
    """`7 of 8 parts`; empty where all of them are answered."""
    return "" if answered == marks else f"{answered} of {marks} {'parts' if has_parts else 'questions'}"


def question_title(question: Question, number: int) -> str:
    """The subject of a question; its number where none is written."""
    return question.short or f"Question {number}"


def numbered_title(question: Question, number: int) -> str:
    """`1. Card votes`; `Question 1` where no subject is written."""
    return f"{number}. {question.short}" if question.short else question_title(question, number)


def part_label(part: QuestionPart, number: int) -> str:
    """The letter of a part, as its id has it or by its place: `a)`."""
    return f"{part.id if len(part.id) < _LONG else chr(ord('a') + (number - 1) % _LETTERS)})"


_LONG: Final = 3
_LETTERS: Final = 26
