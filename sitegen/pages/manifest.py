"""`/site.json`, by which other sites gather from this one, its schema, and the list of all feeds as OPML."""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any, Final

from sitegen.exports import PACKAGE, make_exports
from sitegen.pages.frame import FORMATS, feed_title
from sitegen.pages.standing import feed_places
from sitegen.pages.workshop import Workshop
from sitegen.register import load_register
from sitegen.things import without_gaps

VERSION: Final = 1
"""Rises when a field leaves or changes its meaning; a new field does not raise it."""
MANIFEST: Final = "site.json"
SCHEMA: Final = "site.schema.json"
OPML: Final = "feeds.opml"
_SCHEMA_FILE: Final = Path(__file__).with_name("site.schema.json")


def make_manifest(workshop: Workshop) -> str:
    """Who publishes, what for, how to reach each post, and where everything can be gathered."""
    site, outside, party = workshop.site, workshop.outside, workshop.site.party
    told: dict[str, object] = {
        "$schema": outside.url(SCHEMA),
        "version": VERSION,
        "name": party.name,
        "short_name": party.short_name,
        "name_cy": party.name_cy,
        "kind": str(party.kind),
        "url": outside.url(""),
        "languages": list(party.languages),
        "imprint": party.imprint.sentence,
        "contact": party.contact,
        "nation": party.nation,
        "region": party.region,
        "parent": party.parent,
        "branches": [{"id": branch.id, "name": branch.name} for branch in party.branches],
        "links": without_gaps(dict(party.links)),
        "data": outside.url(PACKAGE) if make_exports(site) else "",
    }
    always: dict[str, Any] = {"boundaries": party.boundaries, "seats": _seats(workshop), "feeds": _feeds(workshop)}
    always |= {"posts": [], "accounts": [], "contests": []}
    for kind in site.kinds:
        always |= kind.manifest(site, outside)
    return json.dumps({**without_gaps(told), **always}, ensure_ascii=False, indent=2) + "\n"


def _seats(workshop: Workshop) -> list[Mapping[str, str]]:
    """The constituencies with their codes, whichever of the two the party wrote."""
    party = workshop.site.party
    found = (load_register(party.boundaries).match(seat).seat for seat in party.seats)
    return [{"code": seat.code, "name": seat.name} for seat in found if seat]


def _feeds(workshop: Workshop) -> list[Mapping[str, str]]:
    root = workshop.outside.url("")
    places = ["", *(address for address, _, _ in feed_places(workshop))]
    names = {"RSS": "rss", "Atom": "atom", "JSON Feed": "json"}
    return [
        {"title": feed_title(address, workshop), "page": root + address}
        | {names[name]: f"{root}{address}{file}" for file, _, name in FORMATS}
        for address in places
    ]


def read_schema() -> str:
    """The JSON Schema of `/site.json`, as it is published beside it."""
    return _SCHEMA_FILE.read_text(encoding="utf-8")


def make_opml(workshop: Workshop) -> str:
    """All feeds in one file that reading apps can take in at once."""
    party = workshop.site.party
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', "<head>"]
    lines += [f"<title>{_words(f'Feeds of {party.name}')}</title>", f"<ownerName>{_words(party.name)}</ownerName>"]
    lines += ["</head>", "<body>"]
    for feed in _feeds(workshop):
        title = _words(feed["title"])
        lines.append(
            f'<outline type="rss" text="{title}" title="{title}" xmlUrl="{_words(feed["rss"])}" '
            f'htmlUrl="{_words(feed["page"])}"/>'
        )
    return "\n".join([*lines, f"<!-- {_remark(party.imprint.sentence)} -->", "</body>", "</opml>", ""])


def _words(text: str) -> str:
    return escape(text, quote=True)


def _remark(text: str) -> str:
    """Words as a comment of XML can hold them, in which two hyphens cannot stand side by side."""
    return escape(text.replace("--", "–"))
