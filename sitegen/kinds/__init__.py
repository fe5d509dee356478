"""The kinds of content, in the order of the menu. A new kind is one new folder and one line here."""

from typing import Final

from sitegen.kind import Kind
from sitegen.kinds import (
    accounts,
    answers,
    candidates,
    contests,
    events,
    letters,
    motions,
    news,
    newsletters,
    nominations,
    officers,
    pages,
    questionnaires,
    redirects,
    reports,
    results,
    signatories,
)

KINDS: Final[tuple[Kind, ...]] = (
    news.KIND,
    events.KIND,
    reports.KIND,
    motions.KIND,
    letters.KIND,
    signatories.KIND,
    newsletters.KIND,
    contests.KIND,
    candidates.KIND,
    nominations.KIND,
    questionnaires.KIND,
    answers.KIND,
    results.KIND,
    officers.KIND,
    accounts.KIND,
    pages.KIND,
    redirects.KIND,
)

PLANNED: Final[tuple[str, ...]] = ()
"""Kinds of the content model that are not made yet: references to them are kept and shown as text."""
