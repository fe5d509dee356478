"""Replies as components show them: marks, answers to one question, and all answers of one candidate."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from sitegen.elections.models import Candidate
from sitegen.elections.questions import Answers, Question, Questionnaire
from sitegen.elections.replies import Mark, Reply, count_marks, make_replies, read_words
from sitegen.elections.reply_words import (
    HELD_BACK,
    ONE_TEXT,
    OUR_READING,
    STANCE_WORDS,
    numbered_title,
    part_label,
    part_words,
    silent_words,
)
from sitegen.kind import Entry, Here, Site
from sitegen.markdown import plain_text


def answer_id(question: Question, candidate: Entry[Candidate]) -> str:
    """The anchor of an answer on the page of its question: `q1-jo-example`."""
    return f"{question.id}-{candidate.id}"


def own_anchor(questionnaire: str, question: str = "") -> str:
    """The anchor of an answer on its candidate's page: `at-answers-left-q1`; without a question, of them all."""
    return f"at-answers-{questionnaire}{'-' + question if question else ''}"


def questionnaires_of(contest: str, site: Site) -> list[Entry[Questionnaire]]:
    """The listed questionnaires of a contest, in their order."""
    return [one for one in site.of(Questionnaire) if one.fields.contest == contest and one.is_listed]


def anchors_of_candidate(entry: Entry[Any], site: Site) -> Iterator[str]:
    """The anchors of all answers on a candidate's page."""
    for one in questionnaires_of(entry.parent, site):
        yield own_anchor(one.id)
        yield from (own_anchor(one.id, question.id) for question in one.fields.questions)


def mark_view(mark: Mark) -> dict[str, object]:
    """A mark in words, with what its part asks."""
    shown: dict[str, object] = {"stance": mark.stance.value, "words": STANCE_WORDS[mark.stance]}
    if mark.part:
        number = mark.question.parts.index(mark.part) + 1
        text = plain_text(mark.part.text.body)
        return {**shown, "label": part_label(mark.part, number), "text": text}
    return shown


def silence(reply: Reply, questionnaire: Entry[Questionnaire], site: Site, here: Here) -> Markup | str:
    """Why there is no answer: the sentence of its state, then the editor's note."""
    if reply.silent is None:
        return HELD_BACK
    words = silent_words(reply.silent, questionnaire.fields, reply.candidate.fields, site.settings.today)
    note = here.prose(reply.silent.note, questionnaire)
    return Markup("<p>{}</p>{}").format(words, note) if note else words


def answer_view(
    reply: Reply, question: Question, questionnaire: Entry[Questionnaire], site: Site, here: Here
) -> dict[str, object]:
    """The marks and words of one candidate on one question, or the sentence that says why there are none."""
    if reply.answers is None:
        return {"silent": silence(reply, questionnaire, site, here)}
    words = reply.words_on(question)
    return {
        "marks": [mark_view(mark) for mark in reply.marks_on(question)],
        "reading": OUR_READING if reply.is_reading and words else "",
        "blanket": f"{ONE_TEXT}:" if reply.answers.fields.blanket else "",
        "words": here.prose(words, reply.answers),
        "lang": reply.answers.fields.lang or "",
        "silent": "" if words else "No words on this question.",
    }


def candidate_replies(entry: Entry[Any], site: Site, here: Here) -> Iterator[Mapping[str, object]]:
    """Everything that a candidate answered, questionnaire by questionnaire; the same parts for each candidate."""
    for questionnaire in questionnaires_of(entry.parent, site):
        reply = next((one for one in make_replies(questionnaire, site) if one.candidate.id == entry.id), None)
        if reply is None:
            continue
        shown = {
            "id": own_anchor(questionnaire.id),
            "title": questionnaire.title,
            "link": {"title": "All candidates", "href": here.url(questionnaire.address)},
        }
        if reply.answers is None:
            yield {**shown, "answers": None, "silent": silence(reply, questionnaire, site, here)}
        else:
            yield {**shown, **_answered(reply, reply.answers, questionnaire, site, here)}


def _answered(
    reply: Reply, answers: Entry[Answers], questionnaire: Entry[Questionnaire], site: Site, here: Here
) -> Mapping[str, object]:
    """Preface, answers, closing and what was sent with them."""
    fields, questions = answers.fields, questionnaire.fields.questions
    words = read_words(answers)
    number, all_marks = count_marks(reply, questions)
    named = [{"title": title, "href": here.link(f"motions:{id}", answers)} for id, title in _motions(fields, site)]
    return {
        "answers": answers,
        "silent": "",
        "day": fields.received_on,
        "day_note": fields.received_on_note,
        "changed": fields.updated if fields.updated != fields.received_on else None,
        "changed_note": fields.updated_note,
        "lang": answers.fields.lang or "",
        "partial": part_words(number, all_marks, has_parts=any(one.parts for one in questions)),
        "preface": here.prose(words.preface, answers),
        "preface_title": f"{ONE_TEXT}:" if fields.blanket else "",
        "reading": OUR_READING if reply.is_reading and fields.blanket else "",
        "items": list(_own_answers(reply, questionnaire, site, here)),
        "closing": here.prose(words.closing, answers),
        "motions": named,
    }


def _motions(fields: Answers, site: Site) -> Iterator[tuple[str, str]]:
    for id in fields.motions:
        known = site.by_key.get(f"motions:{id}")
        yield id, known.title if known else id.replace("-", " ").capitalize()


def _own_answers(
    reply: Reply, questionnaire: Entry[Questionnaire], site: Site, here: Here
) -> Iterator[Mapping[str, object]]:
    """Each question with the candidate's answer; a text for all of them is not said again at each."""
    is_blanket = reply.answers is not None and reply.answers.fields.blanket
    for number, question in enumerate(questionnaire.fields.questions, 1):
        item = answer_view(reply, question, questionnaire, site, here)
        if is_blanket:
            item = {"marks": item["marks"]}
        yield {
            "title": numbered_title(question, number),
            "id": own_anchor(questionnaire.id, question.id),
            "href": here.url(f"{questionnaire.address}{question.id}/#{answer_id(question, reply.candidate)}"),
            "question": here.prose(question.text, questionnaire),
            **item,
        }
