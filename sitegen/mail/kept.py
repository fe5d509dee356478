"""The kept list: what tags, properties and pictures an e-mail may be made of, and a reader that finds others."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("kept.json")
_DECLARATION: Final = re.compile(r"([a-z-]+)\s*:([^;{}]+)")
_BLOCK: Final = re.compile(r"[^{}]*\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Kept:
    """Each word that may be used, with the address that says where it works."""

    tags: Mapping[str, str]
    attributes: Mapping[str, str]
    properties: Mapping[str, str]
    rules: Mapping[str, str]
    pictures: Mapping[str, str]


@cache
def load_kept() -> Kept:
    """The list as it stands in `kept.json`."""
    found = json.loads(_FILE.read_text(encoding="utf-8"))
    return Kept(**{name: found[name] for name in Kept.__slots__})


def find_strangers(document: str) -> Iterator[str]:
    """What a document holds that is not on the list, each as `tag x`, `attribute x`, `property x`, `picture x`."""
    reader = _Reader()
    reader.feed(document)
    yield from dict.fromkeys(reader.strangers)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.strangers: list[str] = []
        self.is_style = False
        self.kept = load_kept()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_style = tag == "style"
        if tag not in self.kept.tags:
            self.strangers.append(f"tag {tag}")
        for name, value in attrs:
            if name not in self.kept.attributes:
                self.strangers.append(f"attribute {name}")
            if name == "style":
                self._look_at(value or "")
        source = dict(attrs).get("src") or ""
        if tag == "img" and source.rpartition(".")[2].lower() not in self.kept.pictures:
            self.strangers.append(f"picture {source}")

    def handle_data(self, data: str) -> None:
        if not self.is_style:
            return
        for rule in re.findall(r"@[^{]+", data):
            if rule.strip() not in self.kept.rules:
                self.strangers.append(f"rule {rule.strip()}")
        for block in _BLOCK.findall(data):
            self._look_at(block)

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self.is_style = False

    def _look_at(self, declarations: str) -> None:
        for name, _ in _DECLARATION.findall(declarations):
            if name not in self.kept.properties:
                self.strangers.append(f"property {name}")
