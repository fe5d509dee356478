"""Rules for answers: the candidate and the questions exist, each is answered once, and every stance has words."""

from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.elections.models import Candidate
from sitegen.elections.questions import WHOLE, Question, Questionnaire, Stance
from sitegen.elections.replies import CLOSING, read_words
from sitegen.kind import Entry, Site
from sitegen.problems import Place, Problem, make_problem
from sitegen.words import did_you_mean


def check_answers(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """All rules of one file of answers."""
    questionnaire = site.find(Questionnaire, entry.parent)
    if questionnaire is None:
        return
    yield from _candidate(entry, questionnaire.fields.contest, site)
    asked = questionnaire.fields.asked_on
    received = entry.fields.received_on
    if asked and received and received.moment < asked.moment and received.iso not in asked.iso:
        yield make_problem("E222", entry.place("received_on"), field="received_on", other="asked_on")
    questions = {question.id: question for question in questionnaire.fields.questions}
    yield from _headings(entry, questions)
    yield from _stances(entry, questions)
    words = read_words(entry)
    if not any((words.preface, words.closing, *words.answers.values())):
        yield make_problem("E680", entry.place(), file=questionnaire.document.file)


def _candidate(entry: Entry[Any], contest: str, site: Site) -> Iterator[Problem]:
    named = entry.fields.candidate
    if named and named != entry.id:
        yield make_problem("E678", entry.place("candidate"), id=entry.id, candidate=named)
    if not site.find(Candidate, entry.id, contest) and f"candidates:{contest}/{entry.id}" not in site.withheld:
        ids = [one.id for one in site.of(Candidate, contest)]
        hint = did_you_mean(entry.id, ids, "Name the file as the candidate's file is named.")
        yield make_problem("E604", entry.place(), candidate=entry.id, hint=hint)


def _headings(entry: Entry[Any], questions: dict[str, Question]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for cut in read_words(entry).cuts[1:]:
        place, title = Place(entry.document.file, cut.line), cut.title
        if entry.fields.blanket and title != CLOSING:
            yield make_problem("E679", place)
        elif title in first:
            yield make_problem("E676", place, question=title, first=first[title])
        elif title not in questions and title != CLOSING:
            yield make_problem("E674", place, question=title, hint=_known(title, questions, "'### '"))
        first.setdefault(title, cut.line)


def _known(written: str, questions: dict[str, Question], smaller: str = "") -> str:
    """The question that was meant, else all of them."""
    known = [*questions, CLOSING] if smaller else [*questions]
    aside = f" A heading within an answer begins with {smaller}." if smaller else ""
    return did_you_mean(written, known, f"Write one of: {', '.join(known)}.{aside}")


def _stances(entry: Entry[Any], questions: dict[str, Question]) -> Iterator[Problem]:
    words = read_words(entry)
    for id, stances in entry.fields.stances.items():
        question = questions.get(id)
        if question is None:
            place = entry.place("stances", id)
            yield make_problem("E674", place, question=id, hint=_known(id, questions))
            continue
        yield from _parts(entry, question, stances)
        is_worded = bool(words.preface if entry.fields.blanket else words.answers.get(id))
        taken = [stance for stance in stances.values() if stance is not Stance.NONE]
        if taken and not is_worded:
            yield make_problem("E677", entry.place("stances", id), question=id, stance=taken[0].value)


def _parts(entry: Entry[Any], question: Question, stances: dict[str, Stance]) -> Iterator[Problem]:
    """Stances for parts that the question does not have."""
    known = [part.id for part in question.parts]
    for part in stances:
        if part != WHOLE and part not in known:
            one = f"It has no parts: write '{question.id}: yes'."
            hint = did_you_mean(part, known, f"Its parts: {', '.join(known)}." if known else one)
            yield make_problem(
                "E675", entry.place("stances", question.id, part), question=question.id, part=part, hint=hint
            )
