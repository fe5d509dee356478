"""The pages of single questions: each with how many gave which answer, and all answers in the declared order."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from sitegen.elections.questions import Question, Questionnaire, QuestionPart
from sitegen.elections.replies import Reply, count_replies, count_stances, listed_replies
from sitegen.elections.reply_view import answer_id, answer_view, own_anchor
from sitegen.elections.reply_words import (
    count_sentence,
    numbered_title,
    part_label,
    question_title,
    stance_count_words,
)
from sitegen.kind import Entry, FurtherPage, Here, Site
from sitegen.markdown import plain_text
from sitegen.words import shorten


def question_address(entry: Entry[Questionnaire], question: Question) -> str:
    """The page of one question."""
    return f"{entry.address}{question.id}/"


def view_asked(
    entry: Entry[Questionnaire], question: Question, replies: Sequence[Reply], here: Here
) -> Mapping[str, object]:
    """What is asked, with how many gave which answer."""

    def count(part: QuestionPart | None) -> str:
        return stance_count_words(count_stances(question, part, replies))

    parts = [
        {"label": part_label(part, number), "text": here.prose(part.text, entry), "count": count(part)}
        for number, part in enumerate(question.parts, 1)
    ]
    return {"text": here.prose(question.text, entry), "parts": parts, "count": "" if parts else count(None)}


def question_pages(site: Site) -> Iterator[FurtherPage]:
    """One page for each question, with an anchor for each candidate."""
    for entry in site.of(Questionnaire):
        replies = listed_replies(entry, site)
        numbered = {question.id: (number, question) for number, question in enumerate(entry.fields.questions, 1)}
        for number, question in numbered.values():
            yield FurtherPage(
                question_address(entry, question),
                question_title(question, number),
                "question.html",
                partial(view_question, entry, question, number, site),
                description=shorten(_whole_text(question), 155),
                entry=entry,
                part=question.id,
                anchors=("at-answers", *(answer_id(question, reply.candidate) for reply in replies)),
            )


def _whole_text(question: Question) -> str:
    return " ".join(plain_text(text.body) for text in (question.text, *(part.text for part in question.parts)))


def view_question(
    entry: Entry[Questionnaire], question: Question, number: int, site: Site, here: Here
) -> Mapping[str, object]:
    """The question, how many gave which answer, and all answers side by side in the declared order."""
    replies = listed_replies(entry, site)
    questions = entry.fields.questions
    return {
        "fields": entry.fields,
        "kicker": f"Question {number} of {len(questions)}",
        "question": view_asked(entry, question, replies, here),
        "answers": [_answer(entry, question, reply, site, here) for reply in replies],
        "count": count_sentence(count_replies(replies)),
        "previous": _neighbour(entry, number - 1, here) if number > 1 else None,
        "next": _neighbour(entry, number + 1, here) if number < len(questions) else None,
    }


def _neighbour(entry: Entry[Questionnaire], number: int, here: Here) -> Mapping[str, str]:
    question = entry.fields.questions[number - 1]
    return {"title": numbered_title(question, number), "href": here.url(question_address(entry, question))}


def _answer(
    entry: Entry[Questionnaire], question: Question, reply: Reply, site: Site, here: Here
) -> Mapping[str, object]:
    candidate, position = reply.candidate, reply.position
    where = (candidate.fields.clp, position.title if position else "Position not known")
    return {
        "title": candidate.title,
        "id": answer_id(question, candidate),
        "href": here.url(f"{candidate.address}#{own_anchor(entry.id)}"),
        "note": ", ".join(part for part in where if part),
        **answer_view(reply, question, entry, site, here),
    }
