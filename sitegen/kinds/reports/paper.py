"""A report on paper: what was decided first, then who does what, the text, and who was there."""

from collections.abc import Iterator
from typing import Any

from sitegen.kind import Entry, Here, Site
from sitegen.kinds.reports.view import ORGANISATIONS, list_facts
from sitegen.papers import Block, Heading, Item, Listing, Numbering, Paper, Paragraph, Picture, Run, Table, read_runs
from sitegen.papers.reading import UNDESCRIBED
from sitegen.printing import file_finder, printed_article


def make_paper(entry: Entry[Any], site: Site, here: Here) -> Paper:
    """The paper of a report; its facts stand below the title, as on the page."""
    report = entry.fields
    facts = [(str(one["term"]), one["text"]) for one in list_facts(entry, site, here)]
    kind = "A member’s own report" if report.personal else ORGANISATIONS.get(report.organisation, "Report")
    day = report.meeting_date or report.date
    printed = [("Meeting", day.words), *((term, _words(text)) for term, text in facts if term != "Kind of meeting")]
    blocks = (*_decisions(report), *_actions(report))
    after = tuple(_photos(entry, site, here))
    return printed_article(entry, site, here, kicker=kind, facts=tuple(printed), before=blocks, after=after)


def _photos(entry: Entry[Any], site: Site, here: Here) -> Iterator[Block]:
    """The pictures of the meeting, each with what it shows and who took it."""
    find_file = file_finder(site)
    shown = [(one, find_file(here.link(one.src, entry))) for one in entry.fields.photos]
    if any(file for _, file in shown):
        yield Heading(1, (Run("Pictures"),))
    for one, file in shown:
        if file:
            yield Picture(file, one.alt or UNDESCRIBED, f"Picture: {one.credit}" if one.credit else "")


def _words(text: object) -> str:
    parts = text if isinstance(text, list) else [text]
    return "; ".join("".join(run.text for run in read_runs(str(part))) for part in parts)


def _decisions(report: Any) -> Iterator[Block]:
    if report.decisions:
        yield Heading(1, (Run("What was decided"),))
        items = [Item((Paragraph(_decided(one)),)) for one in report.decisions]
        yield Listing(tuple(items), Numbering.NUMBERS)


def _decided(decision: Any) -> tuple[Run, ...]:
    if not decision.outcome:
        return (Run(decision.text),)
    return (Run(f"{decision.text} "), Run(decision.outcome, is_strong=True))


def _actions(report: Any) -> Iterator[Block]:
    if not report.actions:
        return
    yield Heading(1, (Run("Who does what"),))
    rows = [
        tuple((Run(text),) if text else () for text in (one.text, one.owner, one.due.words if one.due else ""))
        for one in report.actions
    ]
    yield Table(((Run("What"),), (Run("Who"),), (Run("By when"),)), tuple(rows))
