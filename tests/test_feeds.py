"""Feeds: expected files, the formats' own grammars, a foreign reader, and one test for each promise."""

import json
import os
import re
import subprocess
import sys
from calendar import timegm
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import feedparser
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from sitegen.feeds import Feed, FeedItem
from sitegen.feeds.json_feed import make_json_feed
from sitegen.feeds.xml_feeds import make_atom, make_rss
from tests import ROOT
from tests.feed_formats import Read, read_atom, read_json, read_rss
from tests.feed_rules import Format, findings
from tests.feed_sample import BARE, BUDGET, EMPTY, MAKERS, NEWS, WELSH

READERS: Final[dict[Format, Callable[[bytes], Read]]] = {"rss": read_rss, "atom": read_atom, "json": read_json}
SUFFIXES: Final[dict[Format, str]] = {"rss": "rss.xml", "atom": "atom.xml", "json": "json"}
GRAMMAR: Final = etree.RelaxNG(etree.parse(str(ROOT / "tests/schemas/atom.rng")))
SCHEMA: Final = Draft202012Validator(
    json.loads((ROOT / "tests/schemas/json-feed-1.1.json").read_bytes()), format_checker=FormatChecker()
)
ATOM: Final = "{http://www.w3.org/2005/Atom}"
MEDIA: Final = "{http://search.yahoo.com/mrss/}"

each_format = pytest.mark.parametrize("form", MAKERS)
each_feed = pytest.mark.parametrize("feed", [NEWS, EMPTY], ids=["news", "empty"])


def read_back(feed: Feed, form: Format) -> Read:
    return READERS[form](MAKERS[form](feed))


def with_items(*items: FeedItem) -> Feed:
    return replace(NEWS, items=items)


@each_format
@pytest.mark.parametrize(("name", "feed"), [("news", NEWS), ("empty", EMPTY)])
def test_a_feed_is_as_expected(name: str, feed: Feed, form: Format, golden: Callable[[Path, str], None]) -> None:
    golden(ROOT / f"tests/golden/feeds/{name}.{SUFFIXES[form]}", MAKERS[form](feed).decode())


@each_format
@each_feed
def test_nothing_is_wrong_with_a_feed(feed: Feed, form: Format) -> None:
    address: str = getattr(feed.addresses, form)
    assert findings(MAKERS[form](feed), form, address=address, now=datetime(2026, 5, 1, tzinfo=UTC)) == []


@each_feed
def test_atom_keeps_to_the_grammar_of_rfc_4287(feed: Feed) -> None:
    GRAMMAR.assertValid(etree.fromstring(make_atom(feed)))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'type="html"', b'type="CDATA"'),
        (b"<updated>2026-04-02T", b"<updated>2026-04-02 "),
        (b"<id>tag:", b"<id/><id>tag:"),
        (b"<name>Tobias Wrenfield</name>", b""),
        (b'<category term="minutes"/>', b"<category/>"),
        (b"</feed>", b"<title>Again</title></feed>"),
    ],
)
def test_the_grammar_refuses_other_atom(right: bytes, wrong: bytes) -> None:
    atom = make_atom(NEWS)
    assert right in atom
    assert not GRAMMAR.validate(etree.fromstring(atom.replace(right, wrong)))


@each_feed
def test_a_json_feed_keeps_to_its_schema(feed: Feed) -> None:
    SCHEMA.validate(json.loads(make_json_feed(feed)))


@pytest.mark.parametrize(
    "change",
    [
        {"version": "https://jsonfeed.org/version/1"},
        {"title": " "},
        {"home_page_url": "/news/"},
        {"feed_url": ""},
        {"language": "english"},
        {"author": {"name": "Ada"}},
        {"authors": ["Ada"]},
        {"items": {}},
        {"items": [{"id": 1}]},
    ],
    ids=str,
)
def test_the_schema_refuses_other_feeds(change: dict[str, Any]) -> None:
    assert not SCHEMA.is_valid(json.loads(make_json_feed(NEWS)) | change)


@pytest.mark.parametrize(
    "change",
    [
        {"id": 7},
        {"id": "budget"},
        {"url": "news/budget/"},
        {"date_published": "2026-03-12"},
        {"date_modified": "2026-03-12T12:00:00"},
        {"tags": "housing"},
        {"tags": []},
        {"image": "photos/budget.jpg"},
        {"summary": ""},
        {"attachments": [{"url": "https://example.org/a.jpg"}]},
        {"attachments": [{"url": "https://example.org/a.jpg", "mime_type": "image/jpeg", "size_in_bytes": "9"}]},
        {"content_html": None},
        {"content": "<p>…</p>"},
    ],
    ids=str,
)
def test_the_schema_refuses_other_items(change: dict[str, Any]) -> None:
    feed = json.loads(make_json_feed(NEWS))
    feed["items"][0] |= change
    assert not SCHEMA.is_valid(feed)


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_foreign_reader_finds_the_same_values(form: Format) -> None:
    read = feedparser.parse(MAKERS[form](NEWS), sanitize_html=False, resolve_relative_uris=False)
    assert not read.bozo
    assert (read.feed.title, read.feed.link, read.feed.rights) == (NEWS.title, NEWS.home, NEWS.rights)
    assert (read.feed.subtitle, read.feed.language) == (NEWS.description, NEWS.language)
    for item, entry in zip(NEWS.items, read.entries, strict=True):
        assert (entry.id, entry.title, entry.link) == (item.id, item.title, item.address)
        assert datetime.fromtimestamp(timegm(entry.published_parsed), UTC) == item.published
        assert entry.get("author", "") == item.author
        assert tuple(tag.term for tag in entry.get("tags", [])) == item.tags
        assert item.html in [part.value for part in entry.get("content", [])] + [entry.get("summary")]
        pictures = [(part.href, part.type, int(part.length)) for part in entry.enclosures]
        assert pictures == (
            [(item.picture.address, item.picture.media_type, item.picture.length)] if item.picture else []
        )


def test_json_holds_the_same_values() -> None:
    feed = json.loads(make_json_feed(NEWS))
    assert (feed["title"], feed["home_page_url"], feed["description"]) == (NEWS.title, NEWS.home, NEWS.description)
    for item, entry in zip(NEWS.items, feed["items"], strict=True):
        assert (entry["id"], entry["title"], entry["url"]) == (item.id, item.title, item.address)
        assert (entry["content_html"], entry.get("summary", "")) == (item.html, item.summary)
        assert datetime.fromisoformat(entry["date_published"]) == item.published
        assert datetime.fromisoformat(entry["date_modified"]) == item.updated
        assert tuple(entry.get("tags", [])) == item.tags
        assert [author["name"] for author in entry.get("authors", [])] == ([item.author] if item.author else [])


def test_a_summary_is_plain_text_in_atom_and_json_and_html_in_rss() -> None:
    feed = with_items(BUDGET)
    rss, atom = (etree.fromstring(MAKERS[form](feed)) for form in ("rss", "atom"))
    assert (
        rss.findtext("channel/item/description")
        == "What the budget says about rents &amp; &lt;buses&gt;, in “plain” words."
    )
    assert atom.findtext(f"{ATOM}entry/{ATOM}summary") == BUDGET.summary
    assert json.loads(make_json_feed(feed))["items"][0]["summary"] == BUDGET.summary


def test_an_item_without_a_summary_has_its_text_as_description_in_rss() -> None:
    item = etree.fromstring(make_rss(with_items(BARE))).find("channel/item")
    assert item is not None
    assert item.findtext("description") == BARE.html


@each_format
def test_a_feed_links_to_itself_with_its_type(form: Format) -> None:
    media_type = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}[form]
    assert read_back(NEWS, form).selves == [(getattr(NEWS.addresses, form), media_type)]


@each_format
def test_the_link_of_a_feed_is_its_page(form: Format) -> None:
    assert read_back(NEWS, form).home == NEWS.home


@each_format
def test_every_address_is_absolute(form: Format) -> None:
    read = read_back(NEWS, form)
    addresses = [read.home, *(own for own, _ in read.selves), *(item.address for item in read.items)]
    addresses += [address for item in read.items for address, _, _ in item.enclosures]
    assert len(addresses) == 7
    assert all(address.startswith("https://exampleton.example.org/") for address in addresses)


@each_format
def test_content_holds_no_relative_reference(form: Format) -> None:
    references = re.findall(r'(?:href|src|srcset)="([^"]*)"', "".join(read_back(NEWS, form).items[0].htmls))
    assert len(references) == 5
    assert all(re.match("https://|mailto:", part) for reference in references for part in reference.split(", "))


@each_format
def test_full_text_ends_in_the_imprint(form: Format) -> None:
    for item in read_back(NEWS, form).items:
        assert item.htmls[0].endswith("EX1 1AA.</small></p>")


@each_format
def test_a_picture_comes_with_its_type_and_length(form: Format) -> None:
    enclosures = [item.enclosures for item in read_back(NEWS, form).items]
    assert enclosures == [
        [("https://exampleton.example.org/photos/budget.jpg", "image/jpeg", "48213")],
        [],
        [("https://exampleton.example.org/photos/table.png", "image/png", "901")],
    ]


def test_a_picture_comes_with_its_size_and_its_words_in_rss() -> None:
    known, unknown = etree.fromstring(make_rss(NEWS)).iter(f"{MEDIA}content")
    assert (known.get("width"), known.get("height"), known.get("fileSize")) == ("800", "600", "48213")
    assert known.findtext(f"{MEDIA}description") == "The chamber, rows 4&5"
    assert not {"width", "height"} & set(unknown.attrib)
    assert len(unknown) == 0


def test_a_picture_comes_with_its_words_in_atom_and_json() -> None:
    (link,) = etree.fromstring(make_atom(with_items(BUDGET))).iterfind(f"{ATOM}entry/{ATOM}link[@rel='enclosure']")
    assert link.get("title") == "The chamber, rows 4&5"
    item = json.loads(make_json_feed(with_items(BUDGET)))["items"][0]
    assert item["attachments"][0]["title"] == "The chamber, rows 4&5"
    assert item["image"] == "https://exampleton.example.org/photos/budget.jpg"


def test_dates_are_in_utc_and_of_their_format() -> None:
    rss, atom, feed = (read_back(with_items(BUDGET), form) for form in ("rss", "atom", "json"))
    assert (rss.updated, rss.items[0].published) == (
        "Thu, 02 Apr 2026 08:15:00 +0000",
        "Thu, 12 Mar 2026 19:30:00 +0000",
    )
    assert feed.items[0].updated == "2026-04-02T08:15:00+00:00"
    assert feed.items[0].published == atom.items[0].published == "2026-03-12T19:30:00+00:00"
    assert re.fullmatch(r"2026-04-02T08:15:00\.\d{6}\+00:00", atom.items[0].updated)


@each_format
def test_an_id_outlives_title_date_and_address(form: Format) -> None:
    later = timedelta(days=9)
    changed = replace(
        BUDGET, title="Another", address="https://exampleton.example.org/news/another/", html="<p>New</p>"
    )
    changed = replace(changed, published=BUDGET.published + later, updated=BUDGET.updated + later)
    assert (
        read_back(with_items(changed), form).items[0].id == read_back(with_items(BUDGET), form).items[0].id == BUDGET.id
    )


@each_format
def test_ids_are_unique(form: Format) -> None:
    assert len({item.id for item in read_back(NEWS, form).items}) == 3


def test_a_guid_is_a_permanent_link_only_where_it_is_the_address() -> None:
    guids = [guid.get("isPermaLink") for guid in etree.fromstring(make_rss(NEWS)).iter("guid")]
    assert guids == ["false", "true", "true"]


@each_format
def test_markup_in_plain_words_stays_words(form: Format) -> None:
    script = "<script>alert(1)</script>"
    item = replace(WELSH, title=script, summary=script, author=script, tags=(script,))
    made = MAKERS[form](replace(NEWS, title=script, items=(item,)))
    assert form == "json" or b"<script" not in made
    assert READERS[form](made).items[0].title == script
    assert all("<script" not in html for html in READERS[form](made).items[0].htmls)


@each_format
def test_no_control_character_gets_out(form: Format) -> None:
    bad = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF]))
    assert BUDGET.picture is not None
    item = replace(
        BUDGET,
        id=BUDGET.id + bad,
        title=f"A{bad}B",
        address=BUDGET.address + bad,
        html=f"<p>A{bad}B</p>",
        summary=f"A{bad}B",
        author=f"A{bad}B",
        tags=(f"A{bad}B",),
        picture=replace(BUDGET.picture, address=BUDGET.picture.address + bad, alt=bad),
    )
    feed = replace(NEWS, title=f"A{bad}B", description=bad, rights=f"A{bad}", author_name=f"A{bad}", items=(item,))
    made = MAKERS[form](feed)
    assert findings(made, form) == []
    read = READERS[form](made)
    assert (read.title, read.items[0].title, read.items[0].htmls[0]) == ("AB", "AB", "<p>AB</p>")


@each_format
def test_items_stand_in_the_order_given(form: Format) -> None:
    for items in ((BUDGET, WELSH, BARE), (BARE, BUDGET, WELSH)):
        assert [item.id for item in read_back(with_items(*items), form).items] == [item.id for item in items]


def test_a_feed_is_dated_by_its_content() -> None:
    assert read_back(with_items(WELSH, BARE), "rss").updated == "Tue, 10 Mar 2026 12:00:00 +0000"
    atom = read_back(NEWS, "atom")
    assert atom.updated == max(item.updated for item in atom.items)


def test_an_empty_feed_has_the_date_it_was_given() -> None:
    assert read_back(EMPTY, "rss").updated == "Thu, 01 Jan 2026 12:00:00 +0000"
    assert read_back(EMPTY, "atom").updated == "2026-01-01T12:00:00+00:00"


def test_atom_entries_of_one_moment_are_told_apart_by_their_ids() -> None:
    welsh, bare = read_back(with_items(WELSH, BARE), "atom").items
    assert welsh.updated != bare.updated
    assert read_back(with_items(BARE), "atom").items[0].updated == bare.updated
    assert {welsh.updated[:19], bare.updated[:19]} == {"2026-03-10T12:00:00"}


@each_format
@pytest.mark.parametrize("name", ["published", "updated"])
def test_a_moment_without_a_zone_is_refused(name: str, form: Format) -> None:
    changes: dict[str, Any] = {name: datetime(2026, 1, 1)}
    with pytest.raises(ValueError, match="has no time zone"):
        MAKERS[form](with_items(replace(WELSH, **changes)))


@each_format
def test_a_shared_item_reads_the_same_in_every_feed(form: Format) -> None:
    alone = read_back(with_items(WELSH), form).items[0]
    shared = read_back(with_items(BUDGET, WELSH), form).items[1]
    assert alone == shared
    changed = replace(WELSH, title="Newer words")
    assert read_back(with_items(changed), form).items[0].title == "Newer words"


@each_format
def test_a_language_is_stated_where_it_differs_from_that_of_the_feed(form: Format) -> None:
    mark = {"rss": b"<dc:language>", "atom": b"<entry xml:lang=", "json": b'"language":'}[form]
    head = 1 if form == "json" else 0
    for language, others in (("en-GB", 1), ("cy", 2)):
        assert MAKERS[form](replace(NEWS, language=language)).count(mark) == others + head


@pytest.mark.parametrize(
    ("zone", "locale", "seed"), [("Pacific/Auckland", "C.utf8", "1"), ("America/St_Johns", "cy_GB.UTF-8", "2")]
)
def test_same_values_give_the_same_bytes_on_another_machine(zone: str, locale: str, seed: str) -> None:
    environment = os.environ | {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
    program = (
        "import sys; from tests.feed_sample import MAKERS, NEWS\n"
        "sys.stdout.buffer.writelines(make(NEWS) for make in MAKERS.values())"
    )
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout == b"".join(make(NEWS) for make in MAKERS.values())


def test_the_values_are_loaded_without_feedgen() -> None:
    program = "import sys, sitegen.feeds, sitegen.feeds.json_feed; sys.exit('feedgen' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
