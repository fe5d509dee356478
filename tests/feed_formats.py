"""RSS, Atom and JSON Feed read into one shape, with what is wrong in the format itself.

The readers raise ValueError for bytes that are not the format's syntax at all.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR: Final = "{http://purl.org/dc/elements/1.1/}creator"
_MEDIA: Final = "{http://search.yahoo.com/mrss/}"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_CHANNEL_NEEDS: Final = ("title", "link", "description", "language", "lastBuildDate")
_ATOM_NEEDS: Final = ("id", "title", "updated")


@dataclass(slots=True)
class ReadItem:
    """An item as it stands in the feed; `enclosures` are (address, media type, length)."""

    id: str
    title: str
    address: str
    htmls: list[str]
    published: str
    updated: str
    enclosures: list[tuple[str, str, str]]


@dataclass(slots=True)
class Read:
    """A feed as it stands: `selves` are (address, media type), `plain` all that may hold no HTML."""

    title: str = ""
    home: str = ""
    language: str = ""
    updated: str = ""
    text: str = ""
    selves: list[tuple[str, str]] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    items: list[ReadItem] = field(default_factory=list)
    found: list[str] = field(default_factory=list)


def read_rss(feed: bytes) -> Read:
    """An RSS 2.0 feed, with breaches of RSS 2.0 and of the RSS Profile."""
    root = _parse(feed)
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        return Read(found=["it is no RSS 2.0"])
    items = channel.findall("item")
    own = [(link.get("href", ""), link.get("type", "")) for link in channel.findall(f"{_ATOM}link[@rel='self']")]
    plain = ["title", "description", "copyright", "category", "item/title", "item/category"]
    return Read(
        title=_text(channel, "title"),
        home=_text(channel, "link"),
        language=_text(channel, "language"),
        updated=_text(channel, "lastBuildDate"),
        text=_all_text(root),
        selves=own,
        plain=[element.text or "" for path in plain for element in channel.findall(path)],
        items=[_read_rss_item(item) for item in items],
        found=[*_find_in_channel(channel), *(finding for item in items for finding in _find_in_rss_item(item))],
    )


def _read_rss_item(item: etree._Element) -> ReadItem:
    return ReadItem(
        id=_text(item, "guid"),
        title=_text(item, "title"),
        address=_text(item, "link"),
        htmls=[element.text or "" for name in (_CONTENT, "description") for element in item.findall(name)],
        published=_text(item, "pubDate"),
        updated="",
        enclosures=[_read_enclosure(element, "url") for element in item.findall("enclosure")],
    )


def _find_in_channel(channel: etree._Element) -> Iterator[str]:
    tags = [str(child.tag) for child in channel]
    yield from (f"the channel has {tags.count(name)} {name}" for name in _CHANNEL_NEEDS if tags.count(name) != 1)
    yield from _find_late(tags, "item")
    if not _text(channel, "description").strip():
        yield "the description is empty"
    for name in ("managingEditor", "webMaster"):
        for person in channel.findall(name):
            if not re.fullmatch(r"\S+@\S+ \(.+\)", person.text or ""):
                yield f"{name} is not of the form 'address (name)'"
    for image in channel.findall("image"):
        if not _text(image, "url").lower().endswith((".png", ".gif", ".jpg", ".jpeg")):
            yield "the picture of the channel is neither PNG, GIF nor JPEG"
        if any(_text(image, name) != _text(channel, name) for name in ("title", "link")):
            yield "the picture has not the title and link of the channel"


def _find_in_rss_item(item: etree._Element) -> Iterator[str]:
    tags = [str(child.tag) for child in item]
    once = ("title", "link", "description", "guid", "pubDate", "enclosure", _CONTENT)
    yield from (f"an item has {tags.count(name)} {name}" for name in once if tags.count(name) > 1)
    if _CONTENT in tags and "description" not in tags[: tags.index(_CONTENT)]:
        yield "an item has its content before its description"
    if "author" in tags and _CREATOR in tags:
        yield "an item has an author and a dc:creator"
    if any(len(group) < 2 for group in item.findall(f"{_MEDIA}group")):
        yield "an item has a media group of one"
    for guid in item.findall("guid"):
        if guid.get("isPermaLink") not in (None, "true", "false"):
            yield "isPermaLink is neither true nor false"
        elif guid.get("isPermaLink") != "false" and not (guid.text or "").startswith(("http://", "https://")):
            yield f"the guid {guid.text} is no address and does not say so"
    if any(not (category.text or "").strip() for category in item.findall("category")):
        yield "a category is empty"


def read_atom(feed: bytes) -> Read:
    """An Atom feed, with breaches of RFC 4287."""
    root = _parse(feed)
    if root.tag != f"{_ATOM}feed":
        return Read(found=["it is no Atom feed"])
    entries = root.findall(f"{_ATOM}entry")
    plain = ["title", "subtitle", "rights", "entry/title", "entry/summary"]
    elements = [element for path in plain for element in root.findall(_ATOM + path.replace("/", f"/{_ATOM}"))]
    return Read(
        title=_text(root, f"{_ATOM}title"),
        home=_alternate(root),
        language=root.get(_LANG, ""),
        updated=_text(root, f"{_ATOM}updated"),
        text=_all_text(root),
        selves=[(link.get("href", ""), link.get("type", "")) for link in root.findall(f"{_ATOM}link[@rel='self']")],
        plain=[element.text or "" for element in elements if element.get("type", "text") == "text"],
        items=[_read_atom_entry(entry) for entry in entries],
        found=[*_find_in_atom_feed(root), *(finding for entry in entries for finding in _find_in_entry(entry))],
    )


def _read_atom_entry(entry: etree._Element) -> ReadItem:
    return ReadItem(
        id=_text(entry, f"{_ATOM}id"),
        title=_text(entry, f"{_ATOM}title"),
        address=_alternate(entry),
        htmls=[element.text or "" for element in entry.findall(f"{_ATOM}content") if element.get("type") == "html"],
        published=_text(entry, f"{_ATOM}published"),
        updated=_text(entry, f"{_ATOM}updated"),
        enclosures=[_read_enclosure(element, "href") for element in entry.findall(f"{_ATOM}link[@rel='enclosure']")],
    )


def _find_in_atom_feed(root: etree._Element) -> Iterator[str]:
    tags = [str(child.tag).removeprefix(_ATOM) for child in root]
    yield from (f"the feed has {tags.count(name)} {name}" for name in _ATOM_NEEDS if tags.count(name) != 1)
    yield from _find_late(tags, "entry")
    yield from _find_double_alternates(root)
    entries = root.findall(f"{_ATOM}entry")
    if "author" not in tags and (not entries or any(entry.find(f"{_ATOM}author") is None for entry in entries)):
        yield "neither the feed nor the entry has an author"
    if any(not _text(author, f"{_ATOM}name") for author in root.iter(f"{_ATOM}author")):
        yield "an author has no name"


def _find_in_entry(entry: etree._Element) -> Iterator[str]:
    tags = [str(child.tag).removeprefix(_ATOM) for child in entry]
    yield from (f"an entry has {tags.count(name)} {name}" for name in _ATOM_NEEDS if tags.count(name) != 1)
    yield from _find_double_alternates(entry)
    for content in entry.findall(f"{_ATOM}content"):
        if content.get("type") not in ("html", "xhtml", "text"):
            yield f"the content of an entry has the type '{content.get('type', '')}'"
        if content.get("type") == "html" and len(content):
            yield "the content of an entry is not escaped"
    if any(not category.get("term") for category in entry.findall(f"{_ATOM}category")):
        yield "a category has no term"


def read_json(feed: bytes) -> Read:
    """A JSON feed, with breaches of JSON Feed 1.1 that the reader needs to know; the schema holds the rest."""
    document = json.loads(feed.decode("utf-8"))
    if not isinstance(document, dict) or document.get("version") != "https://jsonfeed.org/version/1.1":
        return Read(found=["it is no JSON Feed 1.1"])
    items: list[dict[str, Any]] = document.get("items", [])
    found = [f"{name} is of version 1.0" for name in ("author",) if name in document or any(name in i for i in items)]
    return Read(
        title=document.get("title", ""),
        home=document.get("home_page_url", ""),
        language=document.get("language", ""),
        text="".join(_all_strings(document)),
        selves=[(document["feed_url"], "application/feed+json")] if "feed_url" in document else [],
        plain=[document.get("title", ""), *(item.get("title", "") for item in items)],
        items=[_read_json_item(item) for item in items],
        found=found,
    )


def _read_json_item(item: dict[str, Any]) -> ReadItem:
    attachments = item.get("attachments", [])
    return ReadItem(
        id=str(item.get("id", "")),
        title=item.get("title", ""),
        address=item.get("url", ""),
        htmls=[item.get("content_html", "")],
        published=item.get("date_published", ""),
        updated=item.get("date_modified", ""),
        enclosures=[(a.get("url", ""), a.get("mime_type", ""), str(a.get("size_in_bytes", ""))) for a in attachments],
    )


def _parse(feed: bytes) -> etree._Element:
    try:
        return etree.fromstring(feed, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error


def _find_late(tags: list[str], item: str) -> list[str]:
    late = tags[tags.index(item) :] if item in tags else []
    return [f"{name} stands below the first {item}" for name in late if name != item]


def _find_double_alternates(element: etree._Element) -> list[str]:
    links = [link for link in element.findall(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate"]
    kinds = Counter((link.get("type", ""), link.get("hreflang", "")) for link in links)
    return [f"{count} alternate links have the type '{kind[0]}'" for kind, count in kinds.items() if count > 1]


def _alternate(element: etree._Element) -> str:
    links = element.findall(f"{_ATOM}link")
    return next((link.get("href", "") for link in links if link.get("rel", "alternate") == "alternate"), "")


def _read_enclosure(element: etree._Element, address: str) -> tuple[str, str, str]:
    return element.get(address, ""), element.get("type", ""), element.get("length", "")


def _text(element: etree._Element, path: str) -> str:
    return element.findtext(path) or ""


def _all_text(root: etree._Element) -> str:
    attributes = (str(value) for element in root.iter() for value in element.attrib.values())
    return "".join((*(str(text) for text in root.itertext()), *attributes))


def _all_strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in _all_strings(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _all_strings(part))
