"""An entry on paper: what every text has there, whatever its kind.

Kinds give what is their own (`facts`, blocks before and after the text); the editor's note, corrections and
sources, the name of the saved file and the day are the same for all.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sitegen.describing import last_change
from sitegen.kind import Entry, Here, Site
from sitegen.papers import Block, Heading, Item, Listing, Note, Paper, Paragraph, Run, read_blocks
from sitegen.words import make_id


def printed_article(
    entry: Entry[Any],
    site: Site,
    here: Here,
    *,
    kicker: str,
    facts: tuple[tuple[str, str], ...] = (),
    before: tuple[Block, ...] = (),
    text: tuple[Block, ...] | None = None,
    after: tuple[Block, ...] = (),
) -> Paper:
    """The paper of an entry; `text` takes the place of its body. `here` is the place of somebody outside."""
    body = text if text is not None else read_blocks(here.body(entry), file_finder(site))
    day = last_change(entry)
    shared = entry.shared
    blocks = (*_notes(entry, site, here), *before, *body, *after, *_ending(entry))
    return Paper(
        base=f"{entry.address}{entry.id}",
        saved_name=saved_name(entry, site),
        title=entry.title,
        kicker=kicker,
        blocks=blocks,
        day=day.words if day else "",
        facts=facts,
        author=shared.author if shared else "",
        language=(shared.lang if shared else None) or site.party.languages[0],
    )


def saved_name(entry: Entry[Any], site: Site) -> str:
    """What a saved file is called, without its ending: `fair-pay-motion-exampleton-labour`."""
    return f"{entry.id}-{make_id(entry.kind.singular)}-{make_id(site.party.masthead)}"


def file_finder(site: Site) -> Callable[[str], Path | None]:
    """What finds the file of a picture by its absolute address."""
    return lambda address: site.files.get(address.removeprefix(site.settings.site_url))


def _notes(entry: Entry[Any], site: Site, here: Here) -> Iterator[Block]:
    shared = entry.shared
    if shared and shared.republished_from:
        origin = shared.republished_from
        where = Run(origin.title, link=here.link(origin.url, entry) if origin.url else "")
        yield Paragraph(
            (Run("First published elsewhere: "), where, Run(f", {origin.date.words}" if origin.date else ""))
        )
    if shared and shared.editors_note:
        blocks = read_blocks(here.prose(shared.editors_note, entry), file_finder(site))
        yield Note("Editor’s note", blocks)


def _ending(entry: Entry[Any]) -> Iterator[Block]:
    shared = entry.shared
    if not shared:
        return
    if shared.corrections:
        yield Heading(1, (Run("Corrections"),))
        newest = sorted(shared.corrections, key=lambda one: one.date.moment, reverse=True)
        items = (f"{one.date.words}: {one.text.text.strip()}" for one in newest)
        yield Listing(tuple(Item((Paragraph((Run(" ".join(text.split())),)),)) for text in items))
    if shared.sources:
        yield Heading(1, (Run("Sources"),))
        yield Listing(tuple(Item((_source(one),)) for one in shared.sources))


def _source(source: Any) -> Paragraph:
    is_web = (source.url or "").startswith("http")
    read = f", read {source.accessed.words}" if source.accessed else ""
    address = f" ({source.url})" if is_web else ""
    return Paragraph((Run(source.title, link=source.url if is_web else ""), Run(f"{address}{read}")))
