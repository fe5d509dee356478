"""A motion on paper: the same clauses as on its page, with what an amendment changes, and what follows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sitegen.clauses import Clause, Option, Part, Passage, Role, Shape, Wording
from sitegen.clauses.labels import label
from sitegen.kind import Entry, Here, Site
from sitegen.kinds.motions.amending import list_amended
from sitegen.kinds.motions.blanks import mark_blanks
from sitegen.kinds.motions.facts import list_facts, vote_counts
from sitegen.kinds.motions.models import Motion
from sitegen.kinds.motions.saying import IF_CARRIED, IF_LOST, OUTCOME
from sitegen.kinds.motions.showing import Show
from sitegen.kinds.motions.statuses import type_words
from sitegen.kinds.motions.texts import as_carried, shown_wording
from sitegen.papers import (
    Block,
    Heading,
    Item,
    Listing,
    Numbering,
    Paper,
    Paragraph,
    Quotation,
    Run,
    read_blocks,
    read_runs,
    words_of,
)
from sitegen.printing import file_finder, printed_article


def make_paper(entry: Entry[Any], site: Site, here: Here) -> Paper:
    """The paper of a motion; `here` is the place of somebody outside."""
    motion = entry.fields
    printer = _Printer(Show(entry, here, is_paper=True), site, is_counted=motion.is_counted)
    kicker = " ".join(part for part in (type_words(motion), motion.letter) if part)
    return printed_article(
        entry,
        site,
        here,
        kicker=kicker,
        facts=tuple(_facts(entry, site, here)),
        before=tuple(_before(entry, site, here)),
        text=tuple(printer.wording(shown_wording(entry, site))),
        after=tuple(_outcome(entry, site, here)),
    )


def _facts(entry: Entry[Motion], site: Site, here: Here) -> Iterator[tuple[str, str]]:
    for one in list_facts(entry, site, here):
        text = one.get("text")
        parts = text if isinstance(text, list) else [text] if text else []
        day, note = one.get("day"), one.get("note")
        words = [words_of(read_runs(str(part))) for part in parts] or [f"{day}{f' ({note})' if note else ''}"]
        yield str(one["term"]), "; ".join([words[0][:1].upper() + words[0][1:], *words[1:]])
        if one["term"] == "Status" and (counts := vote_counts(entry.fields)):
            yield "Vote", ", ".join(f"{count['number']} {count['words']}" for count in counts)


def _before(entry: Entry[Motion], site: Site, here: Here) -> Iterator[Block]:
    """That the text is as carried; what an amendment changes."""
    if entry.fields.summary:
        first, *rest = read_blocks(here.prose(entry.fields.summary, entry), file_finder(site))
        lead = Run("In short: ", is_strong=True)
        yield replace(first, runs=(lead, *first.runs)) if isinstance(first, Paragraph) else first
        yield from rest
    if as_carried(entry, site):
        yield Paragraph((Run("The text as it was carried, with all amendments.", is_emphasis=True),))
    for amended in list_amended(entry, site, here):
        yield Heading(1, (Run(f"What it changes in “{amended['title']}”"),))
        for change in amended["changes"]:
            yield Paragraph(read_runs(str(change["where"])), is_lead=True)
            yield Paragraph(tuple(_changed(run["kept"], run["words"]) for run in change["runs"]))


def _changed(kept: str, words: str) -> Run:
    return Run(words, is_added=kept == "added", is_struck=kept == "taken-out")


def _outcome(entry: Entry[Motion], site: Site, here: Here) -> Iterator[Block]:
    outcomes = entry.fields.outcomes
    if not outcomes or not (outcomes.carried or outcomes.lost):
        return
    yield Heading(1, (Run(OUTCOME),))
    for lead, text in ((IF_CARRIED, outcomes.carried), (IF_LOST, outcomes.lost)):
        if text:
            yield Paragraph((Run(lead, is_strong=True),), is_lead=True)
            html = mark_blanks(here.prose(text, entry), entry.fields.blanks, in_brackets=False)
            yield from read_blocks(html, file_finder(site))


class _Printer:
    """Makes blocks of a text; under `is_counted` clauses are numbered by the paper itself."""

    def __init__(self, show: Show, site: Site, *, is_counted: bool) -> None:
        self.show = show
        self.find_file = file_finder(site)
        self.is_counted = is_counted

    def wording(self, wording: Wording) -> Iterator[Block]:
        """All parts, and the footnotes."""
        for part in wording.parts:
            if part.title:
                yield Heading(1, read_runs(self.show.text(part.title)))
            yield from self._blocks(part.blocks, part)
        if wording.footnotes:
            yield from read_blocks(self.show.text(wording.footnotes), self.find_file)

    def _blocks(self, blocks: Iterable[Clause | Passage | Option], part: Part) -> Iterator[Block]:
        waiting: list[Clause] = []
        for block in blocks:
            if isinstance(block, Clause) and block.label:
                waiting.append(block)
                continue
            yield from self._listing(waiting, part)
            waiting = []
            if isinstance(block, Option):
                yield Heading(2, read_runs(self.show.text(block.title)))
                yield from self._blocks(block.blocks, part)
            elif isinstance(block, Clause):
                yield Paragraph(read_runs(self.show.text(block.text)))
                yield from self._blocks(block.below, part)
            else:
                yield from self._passage(block)
        yield from self._listing(waiting, part)

    def _listing(self, clauses: list[Clause], part: Part) -> Iterator[Listing]:
        if not clauses:
            return
        is_counted = self.is_counted and part.role is not Role.APPENDIX
        items = (Item(tuple(self._item(one, part)), "" if is_counted else one.label) for one in clauses)
        numbering = Numbering.CLAUSES if is_counted else Numbering.WRITTEN
        yield Listing(tuple(items), numbering, _number(clauses[0]) if is_counted else 1)

    def _item(self, clause: Clause, part: Part) -> Iterator[Block]:
        if runs := read_runs(self.show.text(clause.text)):
            yield Paragraph(runs)
        yield from self._blocks(clause.below, part)

    def _passage(self, passage: Passage) -> Iterator[Block]:
        html = self.show.text(passage.text)
        if passage.shape is Shape.HEADING:
            yield Heading(max(passage.level - 1, 2), read_runs(html))
        elif passage.shape is Shape.QUOTATION:
            yield Quotation(read_blocks(html, self.find_file))
        elif passage.shape is Shape.PARAGRAPH:
            runs = read_runs(html)
            is_lead = words_of(runs).rstrip().endswith(":")
            yield from [Paragraph(runs, is_lead)] if words_of(runs).strip() else read_blocks(html, self.find_file)
        else:
            yield from read_blocks(html, self.find_file)


def _number(clause: Clause) -> int:
    """The place of a clause among those beside it, as its label counts."""
    return next((number for number in range(1, 1000) if label(number, clause.depth) == clause.label), 1)
