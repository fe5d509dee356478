"""The kinds of content, in the order of the menu. A new kind is one new folder and one line here."""

from typing import Final

from sitegen.kind import Kind
from sitegen.kinds import (
    answers,
    candidates,
    contests,
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
)

KINDS: Final[tuple[Kind, ...]] = (
    news.KIND,
    reports.KIND,
    motions.KIND,
    newsletters.KIND,
    contests.KIND,
    candidates.KIND,
    nominations.KIND,
    questionnaires.KIND,
    answers.KIND,
    results.KIND,
    officers.KIND,
    pages.KIND,
    redirects.KIND,
)

PLANNED: Final = ("letters", "events", "accounts")
"""Kinds of the content model that are not made yet: references to them are kept and shown as text."""
