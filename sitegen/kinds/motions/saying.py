"""A motion in plain words: the text file beside its page, and what "copy the text" copies."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from sitegen.clauses import Clause, Option, Passage, Shape, Wording
from sitegen.kind import Entry, Site
from sitegen.kinds.motions.amending import say_changes
from sitegen.kinds.motions.blanks import say_blanks
from sitegen.kinds.motions.models import Motion
from sitegen.kinds.motions.people import submitters
from sitegen.kinds.motions.statuses import MEANINGS, type_words
from sitegen.kinds.motions.texts import as_carried, shown_wording
from sitegen.markdown import Body, plain_text

WIDTH: Final = 76
DEEPEST_INDENT: Final = 24
OUTCOME: Final = "Outcome"
IF_CARRIED: Final = "If carried:"
IF_LOST: Final = "If lost:"


def say_motion(entry: Entry[Motion], site: Site, *, unfilled: bool = True) -> str:
    """The motion as a text file: what it is, its clauses, what follows, the editor's note, the imprint.

    Without `unfilled` its blanks stay as they are written, for a script that fills them in.
    """
    motion = entry.fields
    head = [entry.title, "=" * min(len(entry.title), WIDTH), "", *_head(entry, site)]
    text = say_wording(shown_wording(entry, site))
    summary = [_paragraphs(motion.summary.body)] if motion.summary else []
    parts = ["\n".join(head), *summary, *_changes(entry, site), text, *_outcome(motion)]
    if motion.editors_note:
        parts.append(f"Editor’s note\n\n{_paragraphs(motion.editors_note.body)}")
    parts.append("\n".join(["-" * WIDTH, *wrap(site.party.imprint.sentence, WIDTH)]))
    said = "\n\n".join(part for part in parts if part) + "\n"
    return say_blanks(said, motion.blanks) if unfilled else said


def _head(entry: Entry[Motion], site: Site) -> Iterator[str]:
    motion = entry.fields
    label = ", ".join(
        part
        for part in (
            f"motion {motion.letter}" if motion.letter else "",
            f"item {motion.agenda_item}" if motion.agenda_item else "",
        )
        if part
    )
    yield f"{type_words(motion)}{f' ({label})' if label else ''}. Status: {MEANINGS[motion.status].words.lower()}."
    if as_carried(entry, site):
        yield "This is the text as carried, with all amendments."
    if names := submitters(motion):
        yield f"Submitted by: {names}"
    if motion.mover:
        yield f"Moved by: {motion.mover}"
    if motion.seconder:
        yield f"Seconded by: {motion.seconder}"


def _changes(entry: Entry[Motion], site: Site) -> Iterator[str]:
    """What an amendment changes, sentence by sentence."""
    for title, sentences in say_changes(entry, site):
        heading = f"What it changes in “{title}”"
        lines = ["\n".join(wrap(one, WIDTH)) for one in sentences]
        yield "\n\n".join([f"{heading}\n{'-' * min(len(heading), WIDTH)}", *lines])


def _outcome(motion: Motion) -> Iterator[str]:
    outcomes = motion.outcomes
    if not outcomes or not (outcomes.carried or outcomes.lost):
        return
    yield f"{OUTCOME}\n{'-' * len(OUTCOME)}"
    for lead, text in ((IF_CARRIED, outcomes.carried), (IF_LOST, outcomes.lost)):
        if text:
            yield f"{lead}\n\n{_paragraphs(text.body)}"


def _paragraphs(body: Body) -> str:
    return "\n\n".join("\n".join(wrap(line, WIDTH)) for line in plain_text(body).split("\n") if line.strip())


def say_wording(wording: Wording) -> str:
    """A text of clauses, wrapped, each clause below its number."""
    parts = []
    for part in wording.parts:
        title = _line(part.title) if part.title else ""
        lines = list(_blocks(part.blocks, 0))
        heading = f"{title}\n{'-' * min(len(title), WIDTH)}" if title else ""
        parts.append("\n\n".join([*([heading] if heading else []), *lines]))
    if wording.footnotes:
        parts.append("\n".join(plain_text(wording.footnotes).split("\n")))
    return "\n\n".join(part for part in parts if part)


def _line(body: Body) -> str:
    return " ".join(plain_text(body).split())


def _blocks(blocks: Iterable[Clause | Passage | Option], indent: int) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Clause):
            yield from _clause(block, indent)
        elif isinstance(block, Option):
            yield _filled(_line(block.title), indent)
            yield from _blocks(block.blocks, indent + 2)
        elif block.shape is Shape.OTHER:
            yield from _other(block, indent)
        elif words := _line(block.text):
            quoted = block.shape is Shape.QUOTATION
            yield _filled(f"“{words}”" if quoted and not words.startswith("“") else words, indent + 2 * quoted)


def _clause(clause: Clause, indent: int) -> Iterator[str]:
    words = _line(clause.text)
    step = max(4, len(clause.label) + 1) if clause.label else 0
    first = f"{clause.label:<{step}}{words}" if clause.label else words
    yield _filled(first, indent, hanging=step)
    yield from _blocks(clause.below, min(indent + step, DEEPEST_INDENT))


def _filled(words: str, indent: int, hanging: int = 0) -> str:
    start = " " * indent
    return (
        "\n".join(
            wrap(
                words,
                WIDTH,
                initial_indent=start,
                subsequent_indent=start + " " * hanging,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
        or start.rstrip()
    )


def _other(passage: Passage, indent: int) -> Iterator[str]:
    """A table row by row, its cells parted by bars; anything else by its lines."""
    html = "".join(passage.text.pieces)
    start = " " * indent
    if "<tr" in html:
        rows = list(html.split("<tr")[1:])
        cells = [[" ".join(plain_text(f"<{cell}").split()) for cell in _cells(row)] for row in rows]
        yield "\n".join(f"{start}{' | '.join(row)}" for row in cells)
    elif words := plain_text(html):
        yield "\n".join(f"{start}{line}" for line in words.split("\n"))


def _cells(row: str) -> list[str]:
    found = row.replace("<th", "\0th").replace("<td", "\0td").split("\0")[1:]
    return [cell.partition("</t")[0] for cell in found]
