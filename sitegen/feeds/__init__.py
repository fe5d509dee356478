"""Feeds: what a party published lately, as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, in full text.

A caller fills the values below; the makers turn them into bytes and read nothing else.
`make_rss` and `make_atom` are in `xml_feeds`, `make_json_feed` in `json_feed`: they are not
imported here, since feedgen takes up to a tenth of a second to load and only a build needs it.
"""

from sitegen.feeds.feed import Attachment, Feed, FeedAddresses, FeedItem, Picture

__all__ = ["Attachment", "Feed", "FeedAddresses", "FeedItem", "Picture"]
