"""Which feeds a site has, and what is in each: everything, kinds, contests and tags, newest first, in full."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

from markupsafe import escape

from sitegen.describing import describe
from sitegen.feeds import Attachment, Feed, FeedAddresses, FeedItem, Picture
from sitegen.feeds.json_feed import make_json_feed
from sitegen.feeds.xml_feeds import make_atom, make_rss
from sitegen.kind import Entry, MadeFile
from sitegen.pages.frame import feed_title, written_language
from sitegen.pages.sharing import reply_link
from sitegen.pages.standing import feed_places
from sitegen.pages.workshop import Workshop

BEFORE_ANYTHING: Final = datetime(2000, 1, 1, 12, tzinfo=UTC)
"""The moment of a feed that has no items yet: it must not move from build to build."""


def make_feeds(workshop: Workshop, examine: Callable[[str, str], None]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every feed in its three formats; `examine` sees the address and text of each item once."""
    items: dict[str, FeedItem] = {}
    for address, title, text, entries in _feeds(workshop):
        newest = entries[: workshop.site.settings.feed_items]
        for entry in newest:
            if entry.key not in items:
                items[entry.key] = item = make_item(entry, workshop)
                examine(entry.address, f"{item.title}\n{item.summary}\n{item.html}")
        feed = _feed(address, title, text, tuple(items[entry.key] for entry in newest), workshop)
        yield f"{address}feed.xml", make_rss(feed)
        yield f"{address}atom.xml", make_atom(feed)
        yield f"{address}feed.json", make_json_feed(feed)


def _feeds(workshop: Workshop) -> Iterator[tuple[str, str, str, Sequence[Entry[Any]]]]:
    name = workshop.site.party.name
    yield "", feed_title("", workshop), f"All that is new from {name}.", workshop.dated
    of_kind = {kind.index: kind for kind in workshop.site.kinds if kind.has_feed}
    for address, title, text in feed_places(workshop):
        parts = address.split("/")
        if address in of_kind:
            entries: Sequence[Entry[Any]] = [one for one in workshop.dated if one.kind is of_kind[address]]
        elif parts[0] == "tags":
            entries = workshop.by_tag[parts[1]].entries
        else:
            entries = workshop.feed_of_contest(parts[1])
        yield address, f"{workshop.site.party.masthead}: {title}", text, entries


def _feed(address: str, title: str, text: str, items: tuple[FeedItem, ...], workshop: Workshop) -> Feed:
    party, root = workshop.site.party, workshop.site.settings.site_url
    here = root + address
    return Feed(
        title=title,
        description=text,
        id=here,
        home=here,
        addresses=FeedAddresses(f"{here}feed.xml", f"{here}atom.xml", f"{here}feed.json"),
        language=written_language(party.languages[0]),
        author_name=party.name,
        author_email=party.contact or "",
        rights="",
        icon="",
        items=items,
        updated=BEFORE_ANYTHING,
    )


def make_item(entry: Entry[Any], workshop: Workshop) -> FeedItem:
    """An entry as an item: the whole text with absolute addresses, and the imprint at its end."""
    outside, party = workshop.outside, workshop.site.party
    address = workshop.site.settings.site_url + entry.address
    shared = entry.shared
    news = workshop.news.get(entry.key)
    day = news.published if news else entry.date
    assert day is not None  # only dated texts and news have feeds
    updated = news.updated if news else shared.updated if shared and shared.updated else day
    return FeedItem(
        id=address,
        title=news.title if news else entry.title,
        address=address,
        html=f"{_full_text(entry, workshop)}{_reply(entry, workshop)}\n<hr>\n<p>{escape(party.imprint.sentence)}</p>",
        summary=news.summary if news else describe(entry),
        published=day.moment,
        updated=max(updated.moment, day.moment),
        author=(shared.author if shared else "") or party.name,
        tags=tuple(shared.tags) if shared else (),
        picture=_picture(entry, workshop, outside),
        language=written_language((shared.lang if shared else None) or party.languages[0]),
        attachments=tuple(_attachments(entry, workshop)),
    )


def _attachments(entry: Entry[Any], workshop: Workshop) -> Iterator[Attachment]:
    """The documents of an entry, and its text where that is a file too."""
    home = workshop.site.settings.site_url
    for one in workshop.documents.get(entry.key, ()):
        yield Attachment(home + one.address, one.media_type, len(one.content), one.format)
    if file := _text_files(workshop).get(f"{entry.address}{entry.id}.txt"):
        text = file.make(workshop)
        length = len(text.encode() if isinstance(text, str) else text)
        yield Attachment(home + file.address, "text/plain", length, "Plain text")


@lru_cache(maxsize=1)
def _text_files(workshop: Workshop) -> Mapping[str, MadeFile]:
    """The texts that kinds make beside their pages, by their addresses."""
    made = (file for kind in workshop.site.kinds for file in kind.made_files(workshop.site))
    return {file.address: file for file in made if file.address.endswith(".txt")}


def _reply(entry: Entry[Any], workshop: Workshop) -> str:
    """The way to answer the author, for those who read in an app."""
    link = reply_link(entry, workshop)
    return f'\n<p><a href="{escape(link)}">Reply by e-mail</a></p>' if link else ""


def _full_text(entry: Entry[Any], workshop: Workshop) -> str:
    """All that the entry says, by the kind's own template for feeds if it has one."""
    outside = workshop.outside
    own = entry.kind.home / "feed.html"
    template = f"kinds/{entry.kind.name}/feed.html" if own.is_file() else "pages/feed.html"
    view = entry.kind.item_view(entry, workshop.site, outside)
    values = {"entry": entry, "fields": entry.fields, "kind": entry.kind, "here": outside, "site": workshop.site}
    return str(workshop.render(template, {**values, **view}))


def _picture(entry: Entry[Any], workshop: Workshop, outside: Any) -> Picture | None:
    shared = entry.shared
    if not shared or not shared.image:
        return None
    shown = outside.picture(shared.image, shared.image_alt, entry)
    address = str(shown["src"]).removeprefix(workshop.site.settings.site_url) if shown else ""
    facts = workshop.site.pictures.find(address)
    if not shown or not facts:
        return None
    width, height = facts.width or None, facts.height or None
    return Picture(str(shown["src"]), facts.media_type, facts.size, shared.image_alt, width, height)
