"""What the page of a questionnaire shows: the questions with their counts, and the grid of all candidates."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sitegen.article import News
from sitegen.elections.models import Contest
from sitegen.elections.questions import Question, Questionnaire
from sitegen.elections.replies import (
    Reply,
    count_replies,
    last_changed,
    listed_replies,
)
from sitegen.elections.reply_view import answer_id, mark_view, own_anchor, silence
from sitegen.elections.reply_words import (
    ONE_TEXT,
    OUR_READING,
    count_sentence,
    numbered_title,
    part_label,
    question_title,
)
from sitegen.kind import Entry, Here, Site
from sitegen.kinds.questionnaires.asking import question_address, view_asked
from sitegen.markdown import plain_text
from sitegen.words import shorten

SHORT_PART: Final = 24
"""How many characters of a part's text stand for it in the table, where it has no shorter words."""


def order_questionnaires(entry: Entry[Any]) -> tuple[Any, ...]:
    """The first asked first, those without a date last; then by id."""
    asked = entry.fields.asked_on
    return (asked is None, asked.moment.timestamp() if asked else 0.0, entry.id)


def view_questionnaire(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """Questions with their counts, and the grid of all candidates in the declared order."""
    contest = site.find(Contest, entry.fields.contest)
    assert contest is not None  # a questionnaire without its contest is an error, found when it is loaded
    replies = listed_replies(entry, site)
    questions = list(enumerate(entry.fields.questions, 1))
    changed = last_changed(entry, replies)
    return {
        "contest": contest,
        "count": count_sentence(count_replies(replies)),
        "changed": changed,
        "changed_note": entry.fields.updated_note if changed == entry.fields.updated else "",
        "questions": [_question(entry, question, number, replies, here) for number, question in questions],
        "columns": [_column(entry, question, number, here) for number, question in questions],
        "groups": list(_groups(entry, replies, site, here)),
        "has_readings": any(reply.is_reading for reply in replies),
    }


def news_of_questionnaire(entry: Entry[Any], site: Site) -> News | None:
    """What the contest's feed says: the questions when they were asked; nothing where that day is not known."""
    asked = entry.fields.asked_on
    if asked is None:
        return None
    changed = last_changed(entry, listed_replies(entry, site)) or asked
    summary = f"Asked by {entry.fields.asked_by}. {count_sentence(count_replies(listed_replies(entry, site)))}"
    return News(entry.fields.contest, entry.title, summary, asked, max(asked, changed, key=lambda day: day.moment))


def _question(
    entry: Entry[Questionnaire], question: Question, number: int, replies: Sequence[Reply], here: Here
) -> Mapping[str, object]:
    title = question_title(question, number)
    return {
        "number": number,
        "title": title,
        "id": question.id,
        "link": {"title": f"All answers: {title}", "href": here.url(question_address(entry, question))},
        **view_asked(entry, question, replies, here),
    }


def _column(entry: Entry[Questionnaire], question: Question, number: int, here: Here) -> Mapping[str, object]:
    parts = [
        {
            "label": part_label(part, place),
            "title": part.short or shorten(plain_text(part.text.body), SHORT_PART),
        }
        for place, part in enumerate(question.parts, 1)
    ]
    href = here.url(question_address(entry, question))
    return {"number": number, "title": numbered_title(question, number), "href": href, "parts": parts}


def _groups(
    entry: Entry[Questionnaire], replies: Sequence[Reply], site: Site, here: Here
) -> Iterator[Mapping[str, object]]:
    """The candidates by position, those without a known one last; no title where there is one position alone."""
    places = {reply.position.id if reply.position else "": reply.position for reply in replies}
    for id, position in places.items():
        own = [reply for reply in replies if (reply.position.id if reply.position else "") == id]
        title = position.title if position else "Position not known"
        yield {
            "title": title if len(places) > 1 else "",
            "rows": [_row(entry, reply, site, here) for reply in own],
        }


def _row(entry: Entry[Questionnaire], reply: Reply, site: Site, here: Here) -> Mapping[str, object]:
    """The same room for each: name, own party, and marks or a sentence."""
    candidate = reply.candidate
    row: dict[str, object] = {"name": candidate.title, "note": candidate.fields.clp}
    row["href"] = here.url(f"{candidate.address}#{own_anchor(entry.id)}")
    if reply.answers is None:
        return {**row, "silent": silence(reply, entry, site, here)}
    said = ONE_TEXT if reply.answers.fields.blanket else "", OUR_READING if reply.is_reading else ""
    return {**row, "reading": ". ".join(part for part in said if part), "marks": list(_marks(entry, reply, here))}


def _marks(entry: Entry[Questionnaire], reply: Reply, here: Here) -> Iterator[Mapping[str, object]]:
    """A mark for each part, with the way to the words where there are any."""
    for number, question in enumerate(entry.fields.questions, 1):
        href = here.url(f"{question_address(entry, question)}#{answer_id(question, reply.candidate)}")
        for mark in reply.marks_on(question):
            shown = mark_view(mark)
            if reply.words_on(question):
                on = f"{number}{shown.get('label', '')}".rstrip(")")
                shown |= {"href": href, "unseen": f"{reply.candidate.title} on question {on}"}
            yield shown
