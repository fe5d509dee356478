"""What a screen reader says, in its order, beside where it stands on the page."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from playwright.sync_api import CDPSession, Page

NEAR: Final = 2
PICTURES: Final = frozenset({"image", "img", "graphics-document", "SvgRoot"})
TABLE_ROLES: Final = frozenset({"table", "rowgroup", "row", "cell", "columnheader", "rowheader"})
"""The names by which Chromium's accessibility tree knows the parts of a table."""


@dataclass(frozen=True, slots=True)
class Said:
    """A run of words with its box in the page, in CSS pixels."""

    words: str
    left: float
    top: float
    right: float
    bottom: float


def find_order_faults(page: Page) -> tuple[str, ...]:
    """Words that are said after others although they stand above them, as sentences."""
    return tuple(
        f"After “{before.words[:60]}” it says “{after.words[:60]}”, which stands above"
        for before, after in pairwise(_say(page))
        if after.bottom <= before.top + NEAR and after.left < before.right - NEAR
    )


def count_table_roles(page: Page) -> Counter[str]:
    """How many tables, rows and cells of each sort a screen reader meets."""
    session = page.context.new_cdp_session(page)
    roles = (node["role"]["value"] for node in _tree(session) if not node["ignored"])
    return Counter(role for role in roles if role in TABLE_ROLES)


def _say(page: Page) -> Iterator[Said]:
    session = page.context.new_cdp_session(page)
    boxes = _boxes(session)
    for node in _tree(session):
        box = boxes.get(node.get("backendDOMNodeId", 0))
        if not node["ignored"] and node["role"]["value"] == "StaticText" and box and box[2] > NEAR and box[3] > NEAR:
            left, top, width, height = box
            yield Said(node["name"]["value"], left, top, left + width, top + height)


def _tree(session: CDPSession) -> Iterator[Mapping[str, Any]]:
    """Every node of the accessibility tree, in the order in which it is read; a picture is read as one."""
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    waiting = [next(iter(nodes))]
    while waiting:
        node = nodes[waiting.pop()]
        yield node
        if node["role"]["value"] not in PICTURES:
            waiting += [child for child in reversed(node.get("childIds", [])) if child in nodes]


def _boxes(session: CDPSession) -> Mapping[int, list[float]]:
    """Left, top, width and height of everything that is seen, by the number of its node."""
    answer = session.send("DOMSnapshot.captureSnapshot", {"computedStyles": ["clip-path"]})
    document, strings = answer["documents"][0], answer["strings"]
    nodes, layout = document["nodes"], document["layout"]
    unseen = {
        index
        for index, styles in zip(layout["nodeIndex"], layout["styles"], strict=True)
        if styles and strings[styles[0]].startswith("inset(50%")
    }
    return {
        nodes["backendNodeId"][index]: box
        for index, box in zip(layout["nodeIndex"], layout["bounds"], strict=True)
        if unseen.isdisjoint(_ancestors(index, nodes["parentIndex"]))
    }


def _ancestors(index: int, parents: list[int]) -> Iterator[int]:
    while index >= 0:
        yield index
        index = parents[index]
