"""What the feed of a contest says of one candidate's answers."""

from collections.abc import Mapping
from typing import Any

from sitegen.article import News
from sitegen.elections.models import Candidate
from sitegen.elections.questions import Questionnaire
from sitegen.elections.reply_view import candidate_replies, own_anchor
from sitegen.kind import Entry, Here, Site


def view_answers(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """The answers as the candidate's page has them; none where no list leads to the questionnaire."""
    candidate = _candidate(entry, site)
    replies = candidate_replies(candidate, site, here) if candidate else ()
    return {"reply": next((one for one in replies if one["id"] == own_anchor(entry.parent)), None)}


def news_of_answers(entry: Entry[Any], site: Site) -> News | None:
    """Answers are news on the day when they came; without that day they stand in no feed."""
    questionnaire, candidate = site.find(Questionnaire, entry.parent), _candidate(entry, site)
    came = entry.fields.received_on
    if not came or not questionnaire or not candidate or not (questionnaire.is_listed and candidate.is_listed):
        return None
    changed = max(came, entry.fields.updated or came, key=lambda day: day.moment)
    title = f"{candidate.title}: {questionnaire.title}"
    summary = f"What {candidate.title} answered to {questionnaire.fields.asked_by}."
    return News(questionnaire.fields.contest, title, summary, came, changed)


def _candidate(entry: Entry[Any], site: Site) -> Entry[Candidate] | None:
    questionnaire = site.find(Questionnaire, entry.parent)
    return site.find(Candidate, entry.id, questionnaire.fields.contest) if questionnaire else None
