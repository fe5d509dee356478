"""Posts in the length of each network: title, as much of the summary as there is room for, link, and the imprint."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from sitegen.words import shorten

_FILE: Final = Path(__file__).with_name("networks.json")
_LEAST: Final = 40
"""How many characters of a summary are worth having; with less room it is left out."""


@dataclass(frozen=True, slots=True)
class Network:
    """A network: its longest post (0 for no limit), what a link counts for (0 for its length), where that is said."""

    name: str
    most: int
    link: int
    source: str

    def count(self, text: str, link: str) -> int:
        """How long the network says that a text is, in which the link stands once."""
        return len(text) - len(link) + self.link if self.link and link in text else len(text)


@dataclass(frozen=True, slots=True)
class Post:
    """A text for a network; `has_imprint` says whether there was room for the imprint in it."""

    network: Network
    text: str
    length: int
    has_imprint: bool


@cache
def load_networks() -> tuple[Network, ...]:
    """The networks as they stand in `networks.json`, the shortest posts first."""
    found = json.loads(_FILE.read_text(encoding="utf-8"))["networks"]
    return tuple(Network(**one) for one in found)


def write_posts(title: str, summary: str, link: str, imprint: str) -> tuple[Post, ...]:
    """A post for each network, none longer than it may be."""
    return tuple(_write(network, title, summary, link, imprint) for network in load_networks())


def _write(network: Network, title: str, summary: str, link: str, imprint: str) -> Post:
    most = network.most or 10_000
    whole = _joined(title, summary, link, imprint)
    if network.count(whole, link) <= most:
        return Post(network, whole, network.count(whole, link), True)
    room = most - network.count(_joined(title, "", link, ""), link)
    if room < 0:
        room_for_title = most - network.count(f"\n\n{link}", link)
        text = _joined(shorten(title, max(room_for_title, 1)), "", link, "")
    else:
        kept = shorten(summary, room - 2) if room - 2 >= min(_LEAST, len(summary)) else ""
        text = _joined(title, kept, link, "")
    return Post(network, text, network.count(text, link), False)


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
