"""A text of clauses as the component `clauses` takes it: parts with their blocks, neighbouring clauses in lists."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from sitegen.clauses import Clause, Option, Part, Passage, Wording
from sitegen.kind import Entry, Here
from sitegen.kinds.motions.blanks import mark_blanks
from sitegen.kinds.motions.models import Motion
from sitegen.markdown import Body

_ID: Final = re.compile(r' id="[^"]*"')


class Show(NamedTuple):
    """Where a text is shown; without `has_ids` it is a second copy on its page, without anchors."""

    entry: Entry[Motion]
    here: Here
    has_ids: bool = True
    is_paper: bool = False

    def text(self, body: Body) -> Markup:
        """A piece of the text as HTML, its blanks marked."""
        html = self.here.text(body, self.entry.document.file, self.entry.address)
        if not self.has_ids:
            html = Markup(_ID.sub("", html).replace('aria-label="Table', 'aria-label="Other text, table'))
        return mark_blanks(html, self.entry.fields.blanks, in_brackets=not self.is_paper)

    def id(self, anchor: str) -> str:
        """An anchor, where this copy has them; one that begins with a blank's hyphen is none that HTML likes."""
        return anchor if self.has_ids and anchor[:1].isalpha() else ""


def show_wording(wording: Wording, show: Show) -> list[Mapping[str, Any]]:
    """All parts, ready for the component."""
    taken = {part.anchor for part in wording.parts}
    return [_part(part, show, taken) for part in wording.parts]


def show_footnotes(wording: Wording, show: Show) -> Markup:
    """The footnotes of all parts."""
    return show.text(wording.footnotes) if wording.footnotes else Markup("")


def _part(part: Part, show: Show, taken: set[str]) -> Mapping[str, Any]:
    """A part has its own name for an anchor too (`resolves`), unless a heading has it."""
    return {
        "part": show.id(part.name) if part.name not in taken or not part.title else "",
        "title": show.text(part.title) if part.title else "",
        "anchor": show.id(part.anchor) if part.title else "",
        "blocks": list(_blocks(part.blocks, show)),
    }


def _blocks(blocks: Iterable[Clause | Passage | Option], show: Show) -> Iterator[Mapping[str, Any]]:
    for is_list, group in groupby(blocks, lambda one: isinstance(one, Clause)):
        if is_list:
            yield {"clauses": [_clause(one, show) for one in group if isinstance(one, Clause)]}
            continue
        for one in group:
            if isinstance(one, Option):
                inner = list(_blocks(one.blocks, show))
                yield {"option": show.text(one.title), "anchor": show.id(one.anchor), "blocks": inner}
            elif isinstance(one, Passage):
                shown = {"shape": one.shape.value, "text": show.text(one.text)}
                yield {**shown, "anchor": show.id(one.anchor), "level": one.level}


def _clause(clause: Clause, show: Show) -> Mapping[str, Any]:
    return {
        "id": show.id(clause.anchor),
        "label": clause.label,
        "name": clause.spoken,
        "text": show.text(clause.text),
        "depth": clause.depth,
        "below": list(_blocks(clause.below, show)),
    }
