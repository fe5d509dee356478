"""Text that may stand in a feed: without the characters that XML 1.0 forbids or discourages.

Source: XML 1.0, section 2.2, `Char` and the note on control characters from #x7F to #x9F.
"""

import re
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from sitegen.feeds.feed import Feed, FeedAddresses, FeedItem, Picture

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def make_printable(feed: Feed) -> Feed:
    """`feed` with every text in it printable, in its items and their pictures too."""
    return replace(feed, **_clean_fields(feed))


@lru_cache(maxsize=2048)
def _clean_item(item: FeedItem) -> FeedItem:
    return replace(item, **_clean_fields(item))  # once, however many feeds carry it


def _clean_fields(value: Feed | FeedAddresses | FeedItem | Picture) -> dict[str, Any]:
    return {field.name: _clean(getattr(value, field.name)) for field in fields(value)}


def _clean(value: object) -> object:
    match value:
        case str():
            is_printable = value.replace("\n", "").isprintable()  # stricter, and fast
            return value if is_printable else _FORBIDDEN.sub("", value)
        case tuple():
            return tuple(_clean(part) for part in value)
        case FeedItem():
            return _clean_item(value)
        case Picture() | FeedAddresses():
            return replace(value, **_clean_fields(value))
        case _:
            return value
