"""A motion in plain words: the text file beside its page, and what "copy the text" copies."""

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Final

from sitegen.clauses import Clause, Option, Passage, Shape, Wording
from sitegen.kind import Entry, Site
from sitegen.kinds.motions.agenda import item_words, meeting_day
from sitegen.kinds.motions.amending import say_changes
from sitegen.kinds.motions.blanks import say_blanks
from sitegen.kinds.motions.facts import vote_counts
from sitegen.kinds.motions.models import Motion
from sitegen.kinds.motions.people import say_supporters, submitters
from sitegen.kinds.motions.statuses import MEANINGS, type_words
from sitegen.kinds.motions.texts import as_carried, shown_wording
from sitegen.markdown import Body, plain_text

WIDTH: Final = 76
DEEPEST_INDENT: Final = 24
OUTCOME: Final = "Outcome"
IF_CARRIED: Final = "If carried:"
IF_LOST: Final = "If lost:"
_PICTURE: Final = re.compile(r'<img[^>]*? alt="([^"]+)"[^>]*>')


def say_motion(entry: Entry[Motion], site: Site, *, unfilled: bool = True) -> str:
    """The motion as a text file: what it is, its clauses, what follows, the editor's note, the imprint.

    Without `unfilled` its blanks stay as they are written, for a script that fills them in.
    """
    motion = entry.fields
    blanks = motion.blanks if unfilled else None
    head = [underlined(entry.title, "="), "", *_head(entry, site)]
    text = say_wording(shown_wording(entry, site), blanks)
    summary = [_filled(f"In short: {_line(motion.summary.body)}", 0)] if motion.summary else []
    parts = ["\n".join(head), *summary, *_changes(entry, site), text, *_outcome(motion)]
    if motion.editors_note:
        parts.append(f"{underlined('Editor’s note')}\n\n{_paragraphs(motion.editors_note.body)}")
    parts += _ending(motion)
    page = f"This motion on the web: {site.settings.site_url}{entry.address}"
    imprint = wrap(site.party.imprint.printed_sentence, WIDTH)
    parts.append("\n".join(["-" * WIDTH, page, *imprint]))
    said = "\n\n".join(part for part in parts if part) + "\n"
    return say_blanks(said, motion.blanks) if unfilled else said


def underlined(words: str, sign: str = "-") -> str:
    """A heading with a line below it, as long as it is."""
    return f"{words}\n{sign * min(len(words), WIDTH)}"


def _ending(motion: Motion) -> Iterator[str]:
    """Corrections and sources."""
    newest = sorted(motion.corrections, key=lambda one: one.date.moment, reverse=True)
    if newest:
        lines = [_filled(f"•   {one.date.words}: {_line(one.text.body)}", 0, hanging=4) for one in newest]
        yield "\n\n".join([underlined("Corrections"), *lines])
    if motion.sources:
        named = [
            f"{one.title} ({one.url})" if (one.url or "").startswith("http") else one.title for one in motion.sources
        ]
        yield "\n\n".join([underlined("Sources"), *(_filled(f"•   {one}", 0, hanging=4) for one in named)])


def _head(entry: Entry[Motion], site: Site) -> Iterator[str]:
    motion = entry.fields
    label = ", ".join(
        part
        for part in (
            f"motion {motion.letter}" if motion.letter else "",
            item_words(motion.agenda_item),
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
    if supporters := say_supporters(motion.supporters):
        yield from wrap(f"Supported by: {supporters}", WIDTH)
    if day := meeting_day(entry, site):
        yield f"Meeting: {day.words}"
    if counts := vote_counts(motion):
        yield "Vote: " + ", ".join(f"{count['number']} {count['words']}" for count in counts)


def _changes(entry: Entry[Motion], site: Site) -> Iterator[str]:
    """What an amendment changes, sentence by sentence."""
    for title, sentences in say_changes(entry, site):
        lines = ["\n".join(wrap(one, WIDTH)) for one in sentences]
        yield "\n\n".join([underlined(f"What it changes in “{title}”"), *lines])


def _outcome(motion: Motion) -> Iterator[str]:
    outcomes = motion.outcomes
    if not outcomes or not (outcomes.carried or outcomes.lost):
        return
    yield underlined(OUTCOME)
    for lead, text in ((IF_CARRIED, outcomes.carried), (IF_LOST, outcomes.lost)):
        if text:
            yield f"{lead}\n\n{_paragraphs(text.body)}"


def _paragraphs(body: Body) -> str:
    """The lines of a text, the items of its lists with a sign before them."""
    html = "".join(body.pieces)
    lines = plain_text(re.sub(r"(<li[^>]*>(?:\s*<p>)?)", r"\1• ", html)).split("\n")
    return "\n\n".join("\n".join(wrap(line, WIDTH)) for line in lines if line.strip(" •"))


def say_wording(wording: Wording, blanks: Mapping[str, str] | None = None) -> str:
    """A text of clauses, wrapped, each clause below its number; the lines below headings are as long as these."""
    parts = []
    for part in wording.parts:
        title = _line(part.title) if part.title else ""
        title = say_blanks(title, blanks) if blanks else title
        lines = list(_blocks(part.blocks, 0))
        parts.append("\n\n".join([*([underlined(title)] if title else []), *lines]))
    if wording.footnotes:
        parts.append("\n".join(plain_text(wording.footnotes).split("\n")))
    return "\n\n".join(part for part in parts if part)


def _line(body: Body) -> str:
    """The words of a text in one line; a picture is its alternative text in brackets."""
    html = _PICTURE.sub(r" [\1] ", "".join(body.pieces))
    return " ".join(plain_text(html).split())


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
            is_bare = block.shape is Shape.QUOTATION and words[0] not in "“‘\"'"
            yield _filled(f"“{words}”" if is_bare else words, indent + 2 * (block.shape is Shape.QUOTATION))


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
    elif words := plain_text(_PICTURE.sub(r"[\1]", html)):
        yield "\n".join(f"{start}{line}" for line in words.split("\n"))


def _cells(row: str) -> list[str]:
    found = row.replace("<th", "\0th").replace("<td", "\0td").split("\0")[1:]
    return [cell.partition("</t")[0] for cell in found]
