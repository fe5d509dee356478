"""RSS 2.0 (with the RSS Profile) and Atom: the one module that imports feedgen.

feedgen makes the frame of a feed, and each item apart from it: an item is written once for each
format, and its bytes are set into the frame of every feed that carries it. A site has a feed for
each tag, so that most items stand in several; decision 0004 has the figures.
"""

import html
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final
from zlib import crc32

from feedgen.entry import FeedEntry
from feedgen.ext.dc import DcEntryExtension, DcExtension
from feedgen.ext.media import MediaEntryExtension, MediaExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from sitegen.feeds.feed import Attachment, Feed, FeedItem, Picture, in_utc
from sitegen.feeds.printable import make_printable

_MEDIA: Final = "http://search.yahoo.com/mrss/"
_RSS_NAMESPACES: Final = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": _MEDIA,
}
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def make_rss(feed: Feed) -> bytes:
    """The feed as RSS 2.0, in UTF-8; `lastBuildDate` is the latest change of its content."""
    feed = make_printable(feed)
    frame = _make_frame(feed, feed.addresses.rss, "application/rss+xml")
    frame.register_extension("dc", DcExtension)
    frame.register_extension("media", MediaExtension)
    frame.updated(in_utc(_find_latest(feed)))
    if feed.author_email:
        frame.managingEditor(f"{feed.author_email} ({feed.author_name})")
    if feed.icon.endswith((".png", ".jpg", ".jpeg", ".gif")):
        frame.image(url=feed.icon)
    items = (_make_rss_item(item, feed.language) for item in feed.items)
    return _set_into(frame.rss_str(pretty=True), b"  </channel>", items)


def make_atom(feed: Feed) -> bytes:
    """The feed as Atom, in UTF-8; `updated` is the latest change of its content."""
    feed = make_printable(feed)
    frame = _make_frame(feed, feed.addresses.atom, "application/atom+xml")
    frame.id(feed.id)
    latest = _find_latest(feed)
    moments = (_make_distinct_moment(item) for item in feed.items if item.updated == latest)
    frame.updated(max(moments, default=in_utc(latest)))
    author = {"name": feed.author_name, "email": feed.author_email}
    frame.author({key: value for key, value in author.items() if value})
    frame.icon(feed.icon)
    entries = (_make_atom_entry(item, feed.language) for item in feed.items)
    return _set_into(frame.atom_str(pretty=True), b"</feed>", entries)


def _make_frame(feed: Feed, address: str, media_type: str) -> FeedGenerator:
    frame = FeedGenerator()
    frame.title(feed.title)
    frame.description(feed.description or feed.title)
    frame.link(href=address, rel="self", type=media_type)
    frame.link(href=feed.home, rel="alternate", type="text/html")  # the last one becomes the link of an RSS channel
    frame.language(feed.language)
    frame.rights(feed.rights)
    frame.generator("sitegen")
    return frame


def _find_latest(feed: Feed) -> datetime:
    return max((item.updated for item in feed.items), default=feed.updated)


def _set_into(frame: bytes, end: bytes, items: Iterable[bytes]) -> bytes:
    head, end, tail = frame.rpartition(end)
    return b"".join((_spell(head), *items, end, tail))


@lru_cache(maxsize=2048)
def _make_rss_item(item: FeedItem, language: str) -> bytes:
    entry = _make_entry(item)
    entry.register_extension("dc", DcEntryExtension)
    entry.register_extension("media", MediaEntryExtension)
    entry.guid(item.id, permalink=item.id == item.address)
    if item.summary:
        entry.description(html.escape(item.summary, quote=False))  # readers take it for HTML
    entry.dc.dc_creator(item.author or None)
    if item.language != language:
        entry.dc.dc_language(item.language)
    if item.picture:
        entry.media.content(_make_media(item.picture), group=None)
    if printed := next((one for one in item.attachments if one.media_type == "application/pdf"), None):
        entry.enclosure(printed.address, str(printed.length), printed.media_type)  # RSS has room for one
    element = entry.rss_entry()
    if item.picture and item.picture.alt:
        description = etree.SubElement(element.find(f"{{{_MEDIA}}}content"), f"{{{_MEDIA}}}description", type="plain")
        description.text = item.picture.alt
    root = etree.Element("rss", nsmap=_RSS_NAMESPACES)
    etree.SubElement(root, "channel").append(element)
    return _cut_out(root, b"<channel>\n", b"  </channel>")


@lru_cache(maxsize=2048)
def _make_atom_entry(item: FeedItem, language: str) -> bytes:
    entry = _make_entry(item)
    entry.id(item.id)
    if item.summary:
        entry.summary(item.summary)
    if item.author:
        entry.author(name=item.author)
    entry.updated(_make_distinct_moment(item))
    for one in item.attachments:
        entry.link(_link_to(one))
    element = entry.atom_entry()
    for link, stated in zip(element.findall("link"), entry.link(), strict=True):
        link.attrib.update(stated)  # feedgen writes the href alone
    if item.language != language:
        element.set(_XML_LANG, item.language)
    root = etree.Element("feed")
    root.append(element)
    return _cut_out(root, b"<feed>\n", b"</feed>")


def _make_entry(item: FeedItem) -> FeedEntry:
    entry = FeedEntry()
    entry.title(item.title)
    entry.link(href=item.address, rel="alternate", type="text/html")
    entry.content(item.html, type="html")
    entry.published(in_utc(item.published))
    entry.category([{"term": tag} for tag in item.tags])
    if item.picture:
        entry.link(_make_enclosure(item.picture))
    return entry


def _link_to(one: Attachment) -> dict[str, str]:
    return {
        "href": one.address,
        "rel": "enclosure",
        "type": one.media_type,
        "length": str(one.length),
        "title": one.title,
    }


def _make_enclosure(picture: Picture) -> dict[str, str]:
    link = {"href": picture.address, "rel": "enclosure", "type": picture.media_type, "length": str(picture.length)}
    return link | {"title": picture.alt} if picture.alt else link


def _make_media(picture: Picture) -> dict[str, str]:
    media = {"url": picture.address, "fileSize": str(picture.length), "type": picture.media_type, "medium": "image"}
    if picture.width and picture.height:
        media |= {"width": str(picture.width), "height": str(picture.height)}
    return media


def _make_distinct_moment(item: FeedItem) -> datetime:
    """When `item` changed, and a fraction of a second made from its id.

    A day without a time is 12:00 for every item, and validators warn of two entries with one `updated`.
    """
    return in_utc(item.updated) + timedelta(microseconds=crc32(item.id.encode()) % 999_999 + 1)


def _cut_out(root: etree._Element, start: bytes, end: bytes) -> bytes:
    text = etree.tostring(root, encoding="UTF-8", pretty_print=True)
    return _spell(text.partition(start)[2].rpartition(end)[0])


def _spell(xml: bytes) -> bytes:
    """`xml` with & and < spelt as the RSS Profile asks, so that no reader takes plain text for HTML."""
    return xml.replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")
