"""A feed of a made-up party, with what feeds have to bear: two languages, odd characters, pictures, a bare item."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from sitegen.feeds import Feed, FeedAddresses, FeedItem, Picture
from sitegen.feeds.json_feed import make_json_feed
from sitegen.feeds.xml_feeds import make_atom, make_rss
from tests.feed_rules import Format

_LONDON: Final = ZoneInfo("Europe/London")
_SITE: Final = "https://exampleton.example.org/"
_IMPRINT: Final = (
    "<p><small>Promoted by Ada Example, 1 High Street, Exampleton, EX1 1AA, on behalf of Exampleton Labour Party, "
    "1 High Street, Exampleton, EX1 1AA.</small></p>"
)

MAKERS: Final[dict[Format, Callable[[Feed], bytes]]] = {"rss": make_rss, "atom": make_atom, "json": make_json_feed}

BUDGET: Final = FeedItem(
    id="tag:exampleton.example.org,2026:news/budget",
    title="Budget: motions 4&5 carried, 30 < 47",
    address=f"{_SITE}news/budget/",
    html=(
        f'<p>The council’s <a href="{_SITE}motions/budget/?part=2&amp;clause=1#resolves-1">motion</a> was carried'
        f'<sup><a href="{_SITE}news/budget/#fn-1">1</a></sup> by 47 votes to 30 — “at last” 🌹.</p>\n'
        f'<p><img src="{_SITE}photos/budget.jpg" '
        f'srcset="{_SITE}photos/budget.jpg 800w, {_SITE}photos/budget-2.jpg 1600w"'
        ' alt="The council chamber" width="800" height="600"></p>\n'
        "<ul>\n<li>Less is &lt; more &amp; so on ]]&gt;</li>\n"
        '<li><a href="mailto:secretary@exampleton.example.org">Write to the secretary</a></li>\n</ul>\n' + _IMPRINT
    ),
    summary="What the budget says about rents & <buses>, in “plain” words.",
    published=datetime(2026, 3, 12, 19, 30, tzinfo=_LONDON),
    updated=datetime(2026, 4, 2, 9, 15, tzinfo=_LONDON),
    author="Tobias Wrenfield",
    tags=("housing", "buses & trams"),
    picture=Picture(f"{_SITE}photos/budget.jpg", "image/jpeg", 48213, "The chamber, rows 4&5", 800, 600),
    language="en-GB",
)
WELSH: Final = FeedItem(
    id=f"{_SITE}news/croeso/",
    title="Croeso i’r tŷ",
    address=f"{_SITE}news/croeso/",
    html="<p>Mae’r cyfarfod yn y tŷ.</p>\n" + _IMPRINT,
    summary="Mae’r cyfarfod yn y tŷ.",
    published=datetime(2026, 3, 10, 12, tzinfo=_LONDON),
    updated=datetime(2026, 3, 10, 12, tzinfo=_LONDON),
    author="",
    tags=(),
    picture=None,
    language="cy",
)
BARE: Final = FeedItem(
    id=f"{_SITE}news/minutes/",
    title="Minutes",
    address=f"{_SITE}news/minutes/",
    html="<p>The minutes are on the table.</p>\n" + _IMPRINT,
    summary="",
    published=datetime(2026, 3, 10, 12, tzinfo=_LONDON),
    updated=datetime(2026, 3, 10, 12, tzinfo=_LONDON),
    author="Exampleton Labour",
    tags=("minutes",),
    picture=Picture(f"{_SITE}photos/table.png", "image/png", 901),
    language="en-GB",
)
NEWS: Final = Feed(
    title="Exampleton Labour: news",
    description="What Exampleton Labour does & says.",
    id=f"{_SITE}news/",
    home=f"{_SITE}news/",
    addresses=FeedAddresses(f"{_SITE}news/feed.xml", f"{_SITE}news/atom.xml", f"{_SITE}news/feed.json"),
    language="en-GB",
    author_name="Exampleton Labour",
    author_email="secretary@exampleton.example.org",
    rights="© Exampleton Labour & its authors",
    icon=f"{_SITE}assets/icon.png",
    items=(BUDGET, WELSH, BARE),
    updated=datetime(2026, 1, 1, 12, tzinfo=UTC),
)
EMPTY: Final = Feed(
    title="Exampleton Labour: letters",
    description="",
    id=f"{_SITE}letters/",
    home=f"{_SITE}letters/",
    addresses=FeedAddresses(f"{_SITE}letters/feed.xml", f"{_SITE}letters/atom.xml", f"{_SITE}letters/feed.json"),
    language="en-GB",
    author_name="Exampleton Labour",
    author_email="",
    rights="",
    icon=f"{_SITE}assets/icon.svg",
    items=(),
    updated=datetime(2026, 1, 1, 12, tzinfo=UTC),
)
