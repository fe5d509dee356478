"""Files of answers that are waited for: one for each candidate without one, with the questions as headings."""

from collections.abc import Iterator
from typing import Final

from sitegen.elections.questions import Questionnaire, SilentStatus
from sitegen.elections.replies import Reply, make_replies
from sitegen.kind import Beginning, Entry, Site
from sitegen.markdown import plain_text
from sitegen.words import shorten

_LIKELY: Final = (SilentStatus.PROMISED, SilentStatus.NO_REPLY, SilentStatus.STATEMENT_ONLY, SilentStatus.NOT_KNOWN)
"""Of whom answers may still come, the likeliest first; then all others but those who withdrew."""


def begin_answers(site: Site) -> Iterator[Beginning]:
    """A file for each candidate who has none: those asked last come first, of them those who promised."""
    for questionnaire in reversed(site.of(Questionnaire)):
        replies = [one for one in make_replies(questionnaire, site) if _is_waited_for(one, questionnaire, site)]
        for reply in sorted(replies, key=_likelihood):
            yield _begin(reply, questionnaire)


def _is_waited_for(reply: Reply, questionnaire: Entry[Questionnaire], site: Site) -> bool:
    if reply.answers or (reply.silent and reply.silent.status is SilentStatus.WITHDRAWN):
        return False
    return f"answers:{questionnaire.id}/{reply.candidate.id}" not in site.withheld


def _likelihood(reply: Reply) -> int:
    status = reply.silent.status if reply.silent else SilentStatus.NO_REPLY
    return _LIKELY.index(status) if status in _LIKELY else len(_LIKELY)


def _begin(reply: Reply, questionnaire: Entry[Questionnaire]) -> Beginning:
    questions = questionnaire.fields.questions
    named = (f"{one.id}: {shorten(one.short or plain_text(one.text.body), 80)}" for one in questions)
    line = f", and the line '{reply.candidate.id}' below 'silent' in {questionnaire.document.file}"
    ready = f"Paste each answer below its heading. Then take out 'draft: yes'{line if reply.silent else ''}."
    return Beginning(
        id=reply.candidate.id,
        parent=questionnaire.id,
        title=f"{reply.candidate.title}, {questionnaire.title}",
        notes=(ready, *named),
        text="\n".join(f"## {one.id}\n" for one in questions),
    )
