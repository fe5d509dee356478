"""What a feed says, whatever its format: the feed, its items, and their pictures.

Every address is absolute. Text is plain but for `FeedItem.html`. Moments know their zone.
"""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of an item: `length` in bytes, `width` and `height` in pixels where they are known."""

    address: str
    media_type: str
    length: int
    alt: str = ""
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document of an item; `length` in bytes."""

    address: str
    media_type: str
    length: int
    title: str


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One news item, report, motion … in a feed.

    `id` is permanent: an absolute address or a `tag:` URI that depends on neither title nor
    date. `html` is the full text, safe, with absolute links and pictures, and ends in the imprint.
    """

    id: str
    title: str
    address: str
    html: str
    summary: str
    published: datetime
    updated: datetime
    author: str
    tags: tuple[str, ...]
    picture: Picture | None
    language: str
    attachments: tuple[Attachment, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)  # ids are unique; the whole text need not be gone through


@dataclass(frozen=True, slots=True)
class FeedAddresses:
    """Where the three formats of one feed are published."""

    rss: str
    atom: str
    json: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `home` is the page it belongs to, `items` are newest first.

    `author_email` is a role mailbox or empty; `rights` and `icon` may be empty. `updated` counts
    only while there are no items: an empty feed has to be given a moment that does not move.
    """

    title: str
    description: str
    id: str
    home: str
    addresses: FeedAddresses
    language: str
    author_name: str
    author_email: str
    rights: str
    icon: str
    items: tuple[FeedItem, ...]
    updated: datetime


def in_utc(moment: datetime) -> datetime:
    """`moment` in UTC, to the second.

    Raises ValueError for a moment without a zone: it would mean another one on each machine.
    """
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} has no time zone")
    return moment.astimezone(UTC).replace(microsecond=0)
