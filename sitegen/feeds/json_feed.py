"""JSON Feed 1.1, which feedgen does not make. Source: the specification at jsonfeed.org/version/1.1.

The order of the keys is the order below; what is empty is left out; each item has a line of its own.
"""

import json
from functools import lru_cache
from typing import Any

from sitegen.feeds.feed import Feed, FeedItem, Picture, in_utc
from sitegen.feeds.printable import make_printable


def make_json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1, in UTF-8. `rights` and `author_email` have no place in this format."""
    feed = make_printable(feed)
    head = _write(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.home,
            "feed_url": feed.addresses.json,
            "description": feed.description,
            "icon": feed.icon,
            "authors": _make_authors(feed.author_name),
            "language": feed.language,
        }
    )
    items = ",\n".join(_make_item(item, feed.language) for item in feed.items)
    return f'{head[:-1]},"items":[\n{items}\n]}}\n'.encode()


@lru_cache(maxsize=2048)
def _make_item(item: FeedItem, language: str) -> str:
    return _write(
        {
            "id": item.id,
            "url": item.address,
            "title": item.title,
            "content_html": item.html,
            "summary": item.summary,
            "image": item.picture.address if item.picture else "",
            "date_published": in_utc(item.published).isoformat(),
            "date_modified": in_utc(item.updated).isoformat(),
            "authors": _make_authors(item.author),
            "tags": item.tags,
            "language": item.language if item.language != language else "",
            "attachments": [
                *([_make_attachment(item.picture)] if item.picture else []),
                *(
                    {"url": one.address, "mime_type": one.media_type, "title": one.title, "size_in_bytes": one.length}
                    for one in item.attachments
                ),
            ],
        }
    )


def _make_authors(name: str) -> list[dict[str, str]]:
    return [{"name": name}] if name else []


def _make_attachment(picture: Picture) -> dict[str, str | int]:
    attachment: dict[str, str | int] = {"url": picture.address, "mime_type": picture.media_type}
    if picture.alt:
        attachment["title"] = picture.alt
    return attachment | {"size_in_bytes": picture.length}


def _write(values: dict[str, Any]) -> str:
    filled = {key: value for key, value in values.items() if value}
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":"))
