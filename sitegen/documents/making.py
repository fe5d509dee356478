"""Making all documents of a site: what was made before is taken as it is, the rest is made on all cores."""

import json
import multiprocessing
import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final, NamedTuple

from sitegen.documents.data import blocks_as_data
from sitegen.documents.made import MadeDocument
from sitegen.fonts import FOLDER as FONTS
from sitegen.keeping import Keeper, fingerprint
from sitegen.papers import Paper, Picture, blocks_within
from sitegen.papers.depth import make_shallow
from sitegen.papers.letters import spell_out

MEDIA_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    "pdf": ("application/pdf", "PDF"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
}
FEW: Final = 8
"""So many documents are made sooner by one process than by several, which have to be started."""


class Sender(NamedTuple):
    """Who gives the papers out: what stands around every text."""

    party: str
    imprint: str
    colour: str


class _Order(NamedTuple):
    """One document to make."""

    paper: Paper
    format: str
    name: str


def make_documents(papers: Iterable[Paper], sender: Sender, keeper: Keeper) -> tuple[MadeDocument, ...]:
    """The documents of all papers, in their order."""
    orders = [
        _Order(paper, format, _name(paper, format, sender))
        for paper in map(_as_printed, papers)
        for format in paper.formats
        if format in MEDIA_TYPES
    ]
    found = {order.name: kept for order in orders if (kept := keeper.find(order.name)) is not None}
    missing = [order for order in orders if order.name not in found]
    for order, made in zip(missing, _make_all(missing, sender), strict=True):
        keeper.keep(order.name, made)
        found[order.name] = made
    return tuple(_made(order, found[order.name]) for order in orders)


def _as_printed(paper: Paper) -> Paper:
    """The paper as it can be printed: not too deep, and with no sign that no font has."""
    shallow = replace(paper, blocks=make_shallow(paper.blocks))
    return spell_out(shallow)


def _made(order: _Order, content: bytes) -> MadeDocument:
    media_type, words = MEDIA_TYPES[order.format]
    address, name = f"{order.paper.base}.{order.format}", f"{order.paper.saved_name}.{order.format}"
    return MadeDocument(address, content, media_type, words, name)


def _name(paper: Paper, format: str, sender: Sender) -> str:
    """The fingerprint of all that a document depends on, but for where the party's folder lies."""
    words = {
        "blocks": blocks_as_data(paper.blocks, lambda picture: {"file": picture.file.name}),
        "around": [paper.title, paper.kicker, paper.day, paper.author, paper.language, *map(list, paper.facts)],
        "sender": [sender.party, sender.imprint, sender.colour],
    }
    pictures = [one.file.read_bytes() for one in blocks_within(paper.blocks) if isinstance(one, Picture)]
    return fingerprint([_makers(), format, json.dumps(words, ensure_ascii=False), *pictures])


@cache
def _makers() -> str:
    """The fingerprint of what makes the documents: this room, the fonts, the libraries."""
    room = Path(__file__).parent
    files = [*sorted(room.glob("*.py")), *sorted(room.glob("*.typ")), *sorted(FONTS.glob("*.ttf"))]
    versions = [f"{name} {version(name)}" for name in ("typst", "python-docx", "pillow")]
    return fingerprint([*versions, *(file.read_bytes() for file in files)])


def _make_all(orders: Sequence[_Order], sender: Sender) -> list[bytes]:
    cores = os.cpu_count() or 1
    if len(orders) <= FEW or cores == 1 or "forkserver" not in multiprocessing.get_all_start_methods():
        maker = _Maker(sender)
        return [maker.make(order) for order in orders]
    context = multiprocessing.get_context(
        "forkserver"
    )  # a copy of this process would wait for typst's threads for ever
    context.set_forkserver_preload([f"sitegen.documents.{name}" for name in ("making", "pdf", "word")])
    with ProcessPoolExecutor(cores, context, initializer=_begin, initargs=(sender,)) as pool:
        return list(pool.map(_make_one, orders, chunksize=4))


class _Maker:
    """The makers of each format, set up when they are first needed."""

    def __init__(self, sender: Sender) -> None:
        self.sender = sender

    def make(self, order: _Order) -> bytes:
        """One document; a picture that cannot be shown is in it as its words."""
        from sitegen.documents.pictures import show_pictures  # with typst, which takes long to load

        sender = self.sender
        paper = replace(order.paper, blocks=show_pictures(order.paper.blocks))
        if order.format == "pdf":
            from sitegen.documents.pdf import make_pdf

            return make_pdf(paper, sender.party, sender.imprint, sender.colour)
        from sitegen.documents.word import WordMaker  # so does python-docx

        return WordMaker(sender.party, sender.imprint, sender.colour).make(paper)


_MAKERS: list[_Maker] = []


def _begin(sender: Sender) -> None:
    _MAKERS[:] = [_Maker(sender)]


def _make_one(order: _Order) -> bytes:
    return _MAKERS[0].make(order)
