"""`sitegen import answers`: a reply that came as one text becomes a candidate's file of answers."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sitegen.elections.models import Candidate
from sitegen.elections.questions import Question, Questionnaire
from sitegen.elections.replies import CLOSING
from sitegen.elections.reply_words import question_title
from sitegen.intake import (
    Change,
    Finding,
    ImportOption,
    ImportPlan,
    ImportRefused,
    PastedText,
    Standing,
    read_pasted,
)
from sitegen.kind import Entry, Importer, ImportRequest
from sitegen.kinds.answers.plain_words import as_markdown
from sitegen.kinds.answers.splitting import Piece, Split, split_reply
from sitegen.words import count_words, did_you_mean, join_words, shorten

_LARGE_HEADING: Final = re.compile(r"^( {0,3})#{1,2}(?=[ \t])")
_FENCE: Final = re.compile(r" {0,3}(```|~~~)")
_SHOWN: Final = 60


def import_answers(request: ImportRequest) -> ImportPlan:
    """The file as it would be; ImportRefused where questionnaire or candidate are not known, or a file is there."""
    questionnaire = _questionnaire(request)
    candidate = _candidate(request, questionnaire)
    file = f"{request.site.settings.content}/answers/{questionnaire.id}/{candidate}.md"
    if (request.site.settings.root / file).exists():
        raise ImportRefused(f"{file} is there already, and is not touched. Delete it first, or change it by hand.")
    if len(request.pasted) != 1:
        raise ImportRefused("Name one file: a reply is one file.")
    text = read_pasted(request.pasted[0])
    is_plain = not text.name.lower().endswith((".md", ".markdown"))
    questions = questionnaire.fields.questions
    is_blanket = request.options.get("one_text", "") == "yes"
    split = split_reply(text.lines, () if is_blanket else questions)
    if not split.answers and not is_blanket:
        raise ImportRefused(
            f"No question was found in '{text.name}': no line begins with 1. or Q1, or with a subject such as "
            f"'{question_title(questions[0], 1)}:'. If it is one text for all questions, add '--one-text yes'."
        )
    findings = (*_found(text, split, questions), *_doubts(text, split))
    content = _file(candidate, split, questions, is_plain=is_plain, is_blanket=is_blanket)
    words = "one text for all questions" if is_blanket else count_words(len(split.answers), "answer")
    remarks = tuple(_remarks(text, split, questionnaire, is_blanket=is_blanket))
    return ImportPlan(findings, (Change(file, content.encode(), words),), remarks)


def _questionnaire(request: ImportRequest) -> Entry[Questionnaire]:
    id = request.options["questionnaire"]
    known = [one.id for one in request.site.of(Questionnaire)]
    found = request.site.find(Questionnaire, id)
    if found is None:
        hint = did_you_mean(id, known, f"There are: {join_words(known)}." if known else "There are none yet.")
        raise ImportRefused(f"There is no questionnaire '{id}'. {hint}")
    return found


def _candidate(request: ImportRequest, questionnaire: Entry[Questionnaire]) -> str:
    id, contest = request.options["candidate"], questionnaire.fields.contest
    known = [one.id for one in request.site.of(Candidate, contest)]
    if id not in known:
        raise ImportRefused(f"'{id}' is no candidate of {contest}. {did_you_mean(id, known)}".rstrip())
    return id


def _found(text: PastedText, split: Split, questions: Sequence[Question]) -> Iterator[Finding]:
    """The parts of the reply in the order of the file, each with its first words."""
    named = {question.id: question_title(question, number) for number, question in enumerate(questions, 1)}
    parts = [(split.preface, "preface"), (split.closing, CLOSING)]
    parts += [(piece, f"{id} ({named[id]})") for id, piece in split.answers.items()]
    for piece, name in sorted(parts, key=lambda part: part[0].line):
        if not piece.is_empty:
            first = next(line for line in piece.lines if line.strip())
            yield Finding(text.name, piece.line + 1, name, Standing.NEW, shorten(first, _SHOWN))
    for number, line in split.repeated:
        words = "the question itself, which the page shows already"
        yield Finding(text.name, number + 1, shorten(line, _SHOWN), Standing.LEFT_OUT, words)


def _doubts(text: PastedText, split: Split) -> Iterator[Finding]:
    for doubt in split.doubts:
        line = shorten(text.lines[doubt.line], _SHOWN)
        yield Finding(text.name, doubt.line + 1, line, Standing.UNSURE, doubt.words)


def _remarks(text: PastedText, split: Split, questionnaire: Entry[Questionnaire], *, is_blanket: bool) -> Iterator[str]:
    """What was taken for granted, and what is left to do."""
    if text.remark:
        yield text.remark
    if not split.closing.is_empty:
        line = split.closing.line
        words = shorten(text.lines[line], _SHOWN)
        yield f"From line {line + 1} on ('{words}') it was taken as the closing: look at it."
    empty = [id for id, piece in split.answers.items() if piece.is_empty]
    missing = [one.id for one in questionnaire.fields.questions if one.id not in split.answers]
    if (missing or empty) and not is_blanket:
        yield f"No answer was found to {join_words([*missing, *empty])}."
    yield (
        "Then say where the candidate stands: 'stances: {q1: yes}', with 'stances_by: editor' if you read it from "
        "the words; and 'received_on:'."
    )


def _file(candidate: str, split: Split, questions: Sequence[Question], *, is_plain: bool, is_blanket: bool) -> str:
    parts = [f"---\ncandidate: {candidate}\n{'blanket: yes' + chr(10) if is_blanket else ''}---"]
    named: list[tuple[str, Piece]] = [("", split.preface)]
    named += [(one.id, split.answers[one.id]) for one in questions if one.id in split.answers]
    for title, piece in (*named, (CLOSING, split.closing)):
        if not piece.is_empty:
            parts += [f"## {title}"] if title else []
            parts.append(as_markdown(piece.lines) if is_plain else _smaller("\n".join(piece.lines).strip("\n")))
    return "\n\n".join(parts) + "\n"


def _smaller(markdown: str) -> str:
    """Markdown in which no heading is as large as that of a question."""
    shown, fence = [], ""
    for line in markdown.split("\n"):
        if found := _FENCE.match(line):
            fence = "" if fence == found[1] else fence or found[1]
        shown.append(line if fence else _LARGE_HEADING.sub(r"\1###", line))
    return "\n".join(shown)


IMPORTER: Final = Importer(
    name="answers",
    help="Split the reply of one candidate into answers, by its numbers or the subjects of the questions.",
    run=import_answers,
    options=(
        ImportOption("questionnaire", "The id of the questionnaire.", is_required=True),
        ImportOption("candidate", "The id of the candidate.", is_required=True),
        ImportOption("one-text", "'yes' if one text answers all the questions.", choices=("yes", "no")),
    ),
)
