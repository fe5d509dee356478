"""The body of one page of each sort, in Markdown: reports, motions, questionnaires, newsletters, tables, officers."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from bench.speech import WORDS, Speech

_PARTS_OF_A_MOTION: Final = ("This party notes", "This party believes", "This party resolves")


def write_report(speech: Speech) -> Iterator[str]:
    """A report of a meeting: 300 to 800 words under numbered headings, then a table of actions."""
    left = speech.number(330, 760) - 230  # the opening, the table and the links have so many
    yield from (
        speech.paragraph(35),
        "",
        f"**There:** {', '.join(speech.name() for _ in range(speech.number(8, 18)))}.",
        "",
    )
    item = 0
    while left > 40:
        item += 1
        lines = [speech.paragraph(speech.number(40, 85)), ""]
        if speech.number(1, 5) > 2:
            lines += speech.bullets(speech.number(3, 5))
        if speech.number(1, 4) == 1:
            lines += [f"> {speech.sentence()}", ""]
        left -= sum(len(line.split()) for line in lines)
        yield from (f"## {item}. {speech.title()}", "", *lines)
    yield from ("## Who does what", "", "| Who | What | By |", "|---|---|---|")
    yield from (f"| {speech.name()} | {speech.title()} | {speech.number(1, 28)} June |" for _ in range(6))


def write_motion(speech: Speech) -> Iterator[str]:
    """A motion: three numbered lists, each up to three deep."""
    for part in _PARTS_OF_A_MOTION:
        yield from (f"## {part}", "")
        for clause in range(1, speech.number(3, 5) + 1):
            yield f"{clause}. {speech.sentence()}"
            for point in range(1, speech.number(0, 3) + 1):
                yield f"    {point}. {speech.sentence()}"
                yield from (f"        {step}. {speech.sentence()}" for step in range(1, speech.number(0, 2) + 1))
        yield ""
    yield f"*Moved by {speech.name()}, seconded by {speech.name()}.*"


def write_questionnaire(speech: Speech) -> Iterator[str]:
    """A candidate's answers to eight to twelve questions."""
    yield from (speech.paragraph(50), "")
    for number in range(1, speech.number(8, 12) + 1):
        yield from (f"## {number}. What of {speech.title().lower()}?", "", speech.paragraph(speech.number(50, 90)), "")
        if speech.number(1, 10) <= 3:
            yield from speech.bullets(3, "1.")


def write_newsletter(speech: Speech) -> Iterator[str]:
    """A newsletter of four to seven pieces."""
    yield from (speech.paragraph(60), "")
    for _ in range(speech.number(4, 7)):
        yield from (f"## {speech.title()}", "", speech.paragraph(speech.number(50, 100)), "")
        if speech.number(1, 5) <= 2:
            yield from (f"### {speech.title()}", "", *speech.bullets(4))
        if speech.number(1, 10) <= 3:
            yield from (f"> {speech.sentence()}", "")


def write_table(speech: Speech) -> Iterator[str]:
    """Nominations as they came in: a table of 100 to 180 rows and eight columns."""
    yield from (speech.paragraph(60), "", "## As they came in", "")
    yield from ("| No. | Branch | Ward | For whom | For what | Ayes | Noes | On |", "|--:|---|---|---|---|--:|--:|---|")
    for number in range(1, speech.number(100, 180) + 1):
        first = f"| {number} | {speech.pick('wards')} branch | {speech.pick('wards')} | {speech.name()} "
        votes = f"| {speech.pick('offices')} | {speech.number(5, 60)} | {speech.number(0, 20)} "
        yield f"{first}{votes}| {speech.number(1, 28)} May 2026 |"
    yield from ("", "## How to read them", "", speech.paragraph(80))


def write_officers(speech: Speech) -> Iterator[str]:
    """A committee: a table of its posts, and what they do."""
    yield from (
        speech.paragraph(60),
        "",
        "## The committee",
        "",
        "| Post | Name | Ward | Mailbox |",
        "|---|---|---|---|",
    )
    for post in WORDS["posts"]:
        mailbox = f"{post.lower().replace(' ', '-').replace('’', '')}@example.org"
        yield f"| {post} | {speech.name()} | {speech.pick('wards')} | {mailbox} |"
    yield from ("", "## How to write to us", "", speech.paragraph(80), "", "## What each does", "", *speech.bullets(8))


WRITERS: Final[Mapping[str, Callable[[Speech], Iterator[str]]]] = {
    "reports": write_report,
    "motions": write_motion,
    "questionnaires": write_questionnaire,
    "newsletters": write_newsletter,
    "tables": write_table,
    "officers": write_officers,
}
