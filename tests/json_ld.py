"""What machines read in our pages: JSON-LD taken out by extruct, expanded by pyld with terms that are kept here."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import extruct
from pyld import jsonld

from tests import ROOT

TERMS: Final = ROOT / "tests" / "schemas" / "schema-org-terms.json"
SCHEMA_ORG: Final = "http://schema.org/"
_READ_AS_WORDS: Final = tuple(f"{SCHEMA_ORG}{name}" for name in ("item", "target", "thumbnailUrl", "url"))


def read_things(html: str) -> list[dict[str, Any]]:
    """Every JSON-LD block of a page, as extruct finds it."""
    found: list[dict[str, Any]] = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    return found


def expand(block: dict[str, Any]) -> list[Any]:
    """A block with all its terms written out; whatever schema.org does not know is dropped by the rules of JSON-LD."""
    whole: list[Any] = jsonld.expand(block, {"documentLoader": _load, "base": "nowhere://here/page/"})
    return whole


def _load(url: str, _options: object) -> dict[str, Any]:
    assert url.rstrip("/") == "https://schema.org", f"{url} is no context of ours."
    return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json", "document": make_context()}


@cache
def make_context() -> dict[str, Any]:
    """The context of schema.org, for the terms that our pages may use, and without a word for all others."""
    terms = json.loads(TERMS.read_text(encoding="utf-8"))
    context: dict[str, Any] = {"schema": SCHEMA_ORG}
    context |= {name: {"@id": f"schema:{name}"} for name in (*terms["types"], *terms["words"])}
    context |= {name: {"@id": f"schema:{name}", "@type": "@id"} for name in terms["links"]}
    context |= {name: {"@id": f"schema:{name}", "@type": "schema:Date"} for name in terms["days"]}
    return {"@context": context}


def find_unknown_words(block: dict[str, Any]) -> Iterator[str]:
    """Types and properties that schema.org does not know, which machines would silently pass over."""
    known = make_context()["@context"]
    yield from (word for word in _words(block) if word not in known and not word.startswith("@"))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        types = value.get("@type", ())
        yield from [types] if isinstance(types, str) else types
        yield from value
        for part in value.values():
            yield from _words(part)
    elif isinstance(value, list):
        for part in value:
            yield from _words(part)


def find_relative_addresses(expanded: Any, name: str = "") -> Iterator[str]:
    """Addresses that mean nothing away from their page; schema.org reads some, such as `url`, as words."""
    if isinstance(expanded, dict):
        address = expanded.get("@id") or (expanded.get("@value", "") if name in _READ_AS_WORDS else "https:")
        if not address.startswith(("https:", "http:", "mailto:")):
            yield address
        for key, part in expanded.items():
            yield from find_relative_addresses(part, key)
    elif isinstance(expanded, list):
        for part in expanded:
            yield from find_relative_addresses(part, name)


def things_of(html: str) -> list[dict[str, Any]]:
    """The things of a page, whether they stand alone or in a graph."""
    return [thing for block in read_things(html) for thing in block.get("@graph", [block])]
