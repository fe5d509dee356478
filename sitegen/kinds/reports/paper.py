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
    blocks = (*_decisions(report, site), *_actions(report))
    after = (*_photos(entry, site, here), *_recordings(report))
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


def _recordings(report: Any) -> Iterator[Block]:
    if report.media:
        yield Heading(1, (Run("Recordings"),))
        yield Listing(tuple(Item((_link(one.title, one.url),)) for one in report.media))


def _link(title: str, url: str | None) -> Paragraph:
    """A title with its address in full, for those who read on paper."""
    is_web = (url or "").startswith("http")
    address = (Run(f" ({url})"),) if is_web else ()
    return Paragraph((Run(title, link=url or "" if is_web else ""), *address))


def _words(text: object) -> str:
    parts = text if isinstance(text, list) else [text]
    words = "; ".join("".join(run.text for run in read_runs(str(part))) for part in parts)
    return words[:1].upper() + words[1:]


def _decisions(report: Any, site: Site) -> Iterator[Block]:
    if report.decisions:
        yield Heading(1, (Run("What was decided"),))
        items = [Item((Paragraph(_decided(one, site)),)) for one in report.decisions]
        yield Listing(tuple(items), Numbering.NUMBERS)


def _decided(decision: Any, site: Site) -> tuple[Run, ...]:
    """What was decided, how it ended, and on the line below which motion that was."""
    outcome = (Run(f" ({decision.outcome})", is_strong=True),) if decision.outcome else ()
    motion = site.by_key.get(f"motions:{decision.motion}") if decision.motion else None
    named = (Run("\n"), Run(f"Motion: {motion.title}")) if motion else ()
    return (Run(decision.text), *outcome, *named)


def _actions(report: Any) -> Iterator[Block]:
    if not report.actions:
        return
    yield Heading(1, (Run("Who does what"),))
    rows = [tuple((Run(text),) if text else () for text in (one.text, one.owner, _due(one))) for one in report.actions]
    yield Table(((Run("What"),), (Run("Who"),), (Run("By when"),)), tuple(rows))


def _due(action: Any) -> str:
    note = f" ({action.due_note})" if action.due_note else ""
    return f"{action.due.words}{note}" if action.due else ""
