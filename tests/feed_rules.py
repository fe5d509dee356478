"""What is wrong with a feed, as far as its bytes tell: for the feeds of tests and of whole built sites.

The rules are those of the W3C feed validator, RFC 4287, the RSS Profile and JSON Feed 1.1, and two
of this house: content may hold no `style`, and items are newest first.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import pairwise
from typing import Final, Literal
from urllib.parse import urlsplit

from tests.feed_formats import Read, ReadItem, read_atom, read_json, read_rss
from tests.feed_html_rules import address_findings, html_findings

Format = Literal["rss", "atom", "json"]

_READERS: Final = {"rss": read_rss, "atom": read_atom, "json": read_json}
_SELF_TYPES: Final = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
_UNPRINTABLE = re.compile("[^\t\n\r -~\u00a0-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]")
_MARKUP = re.compile(r"</[a-z][a-z0-9]*>|&(amp|lt|gt|quot|apos|nbsp|#[0-9]+|#x[0-9a-f]+);", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_MEDIA_TYPE = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+")
_RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d\d:\d\d:\d\d (GMT|[+-]\d{4})"
)
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def findings(feed: bytes, form: Format, *, address: str = "", now: datetime | None = None) -> list[str]:
    """One sentence for each thing that is wrong with `feed`; none if all is well.

    `address` is where the feed is published, `now` the moment no date may be later than; each is
    left unexamined when absent.
    """
    try:
        read = _READERS[form](feed)
    except ValueError as error:  # lxml's and json's errors of syntax, and bytes that are not UTF-8
        return [f"it cannot be read: {error}"]
    found = [*read.found, *_find_in_head(read, form, address), *_find_in_dates(read, form, now)]
    found += [f"U+{ord(character):04X} stands in it" for character in sorted(set(_UNPRINTABLE.findall(read.text)))]
    for number, item in enumerate(read.items, 1):
        found += [f"item {number}: {finding}" for finding in _find_in_item(item)]
    found += [f"the id {item_id} stands {count} times" for item_id, count in _count(read) if item_id and count > 1]
    return found


def _count(read: Read) -> list[tuple[str, int]]:
    return sorted(Counter(item.id for item in read.items).items())


def _find_in_head(read: Read, form: Format, address: str) -> Iterator[str]:
    if not read.title.strip():
        yield "the title is empty"
    if not _LANGUAGE.fullmatch(read.language):
        yield f"'{read.language}' is no language"
    yield from (f"home: {finding}" for finding in address_findings(read.home))
    if len(read.selves) != 1:
        yield f"it has {len(read.selves)} links to itself"
    for own, media_type in read.selves:
        yield from (f"self: {finding}" for finding in address_findings(own))
        if media_type != _SELF_TYPES[form]:
            yield f"the link to itself has the type '{media_type}'"
        if address and own != address:
            yield f"the link to itself is {own}, not {address}"
    yield from (f"'{text}' holds HTML" for text in read.plain if _MARKUP.search(text))


def _find_in_item(item: ReadItem) -> Iterator[str]:
    if not item.title.strip():
        yield "the title is empty"
    if not item.id:
        yield "it has no id"
    elif not re.match(r"(https?://|tag:|urn:)\S+$", item.id):
        yield f"the id {item.id} is neither an address nor a tag"
    elif not _is_canonical(item.id):
        yield f"the id {item.id} can be written in several ways"
    yield from (f"link: {finding}" for finding in address_findings(item.address))
    if not any(html.strip() for html in item.htmls):
        yield "it has no content"
    for html in item.htmls:
        yield from html_findings(html)
    for address, media_type, length in item.enclosures:
        yield from (f"enclosure: {finding}" for finding in address_findings(address))
        if not _MEDIA_TYPE.fullmatch(media_type):
            yield f"the enclosure {address} has the type '{media_type}'"
        if not length.isdecimal() or int(length) == 0:
            yield f"the enclosure {address} has the length '{length}'"


def _is_canonical(item_id: str) -> bool:
    parts = urlsplit(item_id)
    if parts.scheme not in ("http", "https"):
        return True
    default = {"http": ":80", "https": ":443"}[parts.scheme]
    is_plain_host = parts.netloc == parts.netloc.lower() and not parts.netloc.endswith(default)
    return is_plain_host and bool(parts.path) and not {".", ".."} & set(parts.path.split("/"))


def _find_in_dates(read: Read, form: Format, now: datetime | None) -> Iterator[str]:
    values = [("feed", read.updated)] if form != "json" else []
    for number, item in enumerate(read.items, 1):
        values.append((f"item {number}", item.published))
        if form != "rss":
            values.append((f"item {number}", item.updated))
    for place, value in values:
        moment = _read_moment(value, form)
        if moment is None:
            yield f"{place}: '{value}' is no date"
        elif moment.year < 1990:
            yield f"{place}: {value} is before all feeds"
        elif now and moment > now:
            yield f"{place}: {value} is in the future"
    yield from _find_in_order(read, form)


def _find_in_order(read: Read, form: Format) -> Iterator[str]:
    published = [_read_moment(item.published, form) or datetime.min.replace(tzinfo=UTC) for item in read.items]
    for number, (above, below) in enumerate(pairwise(published), 2):
        if below > above:
            yield f"item {number} is newer than the one above it"
    updated = [_read_moment(item.updated, form) for item in read.items]
    for number, (first, last) in enumerate(zip(published, updated, strict=True), 1):
        if last and last < first:
            yield f"item {number} was changed before it was published"
    whole = _read_moment(read.updated, form)
    newest = max([moment for moment in (*published, *updated) if moment], default=None)
    if whole and newest and newest > whole:
        yield "the feed is older than its newest item"
    if form == "atom":
        same = Counter(item.updated for item in read.items)
        yield from (f"{count} entries were updated at {value}" for value, count in sorted(same.items()) if count > 1)


def _read_moment(value: str, form: Format) -> datetime | None:
    try:
        if form != "rss":
            return datetime.fromisoformat(value) if _RFC_3339.fullmatch(value) else None
        if not _RFC_822.fullmatch(value):
            return None
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    return moment.replace(tzinfo=moment.tzinfo or UTC) if value.startswith(weekdays[moment.weekday()]) else None
