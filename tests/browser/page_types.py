"""A page of each type of a built site, found by addresses and by what stands on the pages.

Pages whose addresses have one shape are of one type: `news/fair/` and `news/stall/` are both `news/*`. The richest of
each type is taken. Then pages are added until every class name of the site has been seen: whatever any component can
look like is on one of the pages.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

FIXED: Final = frozenset(
    "all archive download nominations page print results send share status tags topic type".split()
)
"""Words in addresses that the generator writes; all others below the first are names of things."""


def find_pages(site: Path) -> tuple[str, ...]:
    """The addresses of all pages but redirects and e-mails, without a leading slash."""
    return tuple(_read(site))


def find_page_types(site: Path) -> tuple[str, ...]:
    """The addresses of the pages that stand for all, in order."""
    classes = _read(site)
    richest: dict[str, str] = {}
    for address in classes:
        shape = find_shape(address)
        richest[shape] = max(richest.get(shape, address), address, key=lambda one: len(classes[one]))
    chosen = set(richest.values())
    unseen = frozenset().union(*classes.values()).difference(*(classes[one] for one in chosen))
    while unseen:
        best = max(classes, key=lambda one: len(classes[one] & unseen))
        chosen.add(best)
        unseen -= classes[best]
    return tuple(sorted(chosen))


def find_shape(address: str) -> str:
    """An address with a star for each name of a thing."""
    first, *further = address.rstrip("/").split("/")
    return "/".join([first, *(part if part in FIXED else "*" for part in further)])


def _read(site: Path) -> Mapping[str, frozenset[str]]:
    """The class names on each page, by address."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if file.name == "email.html" or 'http-equiv="refresh"' in text:
            continue
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        found[address] = frozenset(one for names in re.findall(r'\bclass="([^"]*)"', text) for one in names.split())
    return found
