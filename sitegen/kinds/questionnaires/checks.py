"""Rules for questionnaires: ids of their own, dates in order, and every candidate accounted for, once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sitegen.elections.models import Candidate, Contest
from sitegen.elections.questions import Question, SilentStatus
from sitegen.elections.replies import CLOSING
from sitegen.kind import Entry, Site
from sitegen.problems import Problem, make_problem
from sitegen.upkeep import Sort, Upkeep
from sitegen.words import did_you_mean

RESERVED: Final = ("nominations", "results")
"""Pages of the contest itself, beside those of its questionnaires."""


def check_questionnaire(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """All rules of one questionnaire."""
    fields = entry.fields
    if entry.id in RESERVED:
        yield make_problem("E703", entry.place(), id=entry.id)
    if fields.asked_on and fields.deadline and fields.deadline < fields.asked_on:
        yield make_problem("E222", entry.place("deadline"), field="deadline", other="asked_on")
    yield from _ids(entry, fields.questions)
    yield from _promised(entry, site)
    if site.find(Contest, fields.contest):
        candidates = site.of(Candidate, fields.contest)
        yield from _silent(entry, [one.id for one in candidates], site)
        yield from _unaccounted(entry, candidates, site)


def name_upkeep(entry: Entry[Any], _site: Site) -> Iterable[Upkeep]:
    """The day by which answers were asked for."""
    if deadline := entry.fields.deadline:
        says = f"The time to answer '{entry.title}' ends"
        advice = "After it, say of everyone who has not answered what is known: 'no-reply', declined …"
        yield Upkeep(Sort.OPEN, entry.place("deadline"), entry.title, says, deadline.date, advice)


def _promised(entry: Entry[Any], site: Site) -> Iterator[Problem]:
    """Answers that were promised, and have not come by the day."""
    deadline = entry.fields.deadline
    for number, silent in enumerate(entry.fields.silent):
        if silent.status is SilentStatus.PROMISED and deadline and deadline.date < site.settings.today:
            file = f"{site.settings.content}/answers/{entry.id}/{silent.candidate}.md"
            told = {"deadline": deadline.words, "candidate": silent.candidate, "file": file}
            yield make_problem("N839", entry.place("silent", number, "status"), **told)


def _ids(entry: Entry[Any], questions: Sequence[Question]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, question in enumerate(questions):
        place = entry.place("questions", number, "id")
        if question.id == CLOSING:
            yield make_problem("E681", place, id=question.id)
        if question.id in seen:
            yield make_problem("E701", place, what="question", id=question.id)
        seen.add(question.id)
        parts: set[str] = set()
        for part_number, part in enumerate(question.parts):
            if part.id in parts:
                place = entry.place("questions", number, "parts", part_number, "id")
                yield make_problem("E701", place, what="part", id=part.id)
            parts.add(part.id)


def _answer_file(entry: Entry[Any], candidate: str, site: Site) -> str:
    """The file of a candidate's answers, published or not; empty where there is none."""
    key = f"answers:{entry.id}/{candidate}"
    if found := site.by_key.get(key):
        return found.document.file
    return site.withheld.get(key, "")


def _is_draft(file: str, site: Site) -> bool:
    """Whether a file is begun, and on no page before somebody says so: unlike one that only waits for its day."""
    written = next((one.values.get("draft") for one in site.documents if one.file == file), None)
    return str(written).lower() in ("yes", "true")


def _silent(entry: Entry[Any], ids: Sequence[str], site: Site) -> Iterator[Problem]:
    """Lines on nobody, on one candidate twice, or on one who has answered; a draft is no answer yet."""
    first: dict[str, int] = {}
    for number, silent in enumerate(entry.fields.silent):
        place, id = entry.place("silent", number), silent.candidate
        if id in first:
            yield make_problem("E673", place, candidate=id, line=first[id])
        elif id not in ids and f"candidates:{entry.fields.contest}/{id}" not in site.withheld:
            hint = did_you_mean(id, ids, "Write the name of the candidate's file, without .md.")
            yield make_problem("E604", place, candidate=id, hint=hint)
        elif (file := _answer_file(entry, id, site)) and not _is_draft(file, site):
            yield make_problem("E672", place, candidate=id, file=file)
        first.setdefault(id, place.line)


def _unaccounted(entry: Entry[Any], candidates: Sequence[Entry[Candidate]], site: Site) -> Iterator[Problem]:
    """Candidates of whom nothing is said; an answer that cannot be read, or is not published yet, is one."""
    ids = [candidate.id for candidate in candidates]
    silent = {one.candidate for one in entry.fields.silent}
    meant = {did_you_mean(id, ids) for id in silent.difference(ids)}
    for candidate in candidates:
        if f"Did you mean '{candidate.id}'?" in meant:
            continue
        if candidate.id not in silent and not _answer_file(entry, candidate.id, site):
            folder = f"{site.settings.content}/answers/{entry.id}"
            yield make_problem("E671", entry.place("silent"), candidate=candidate.id, folder=folder)
