"""The checker of feeds finds each fault it is there for, and none in a good feed."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest

from tests.feed_html_rules import html_findings
from tests.feed_rules import Format, findings
from tests.feed_sample import MAKERS, NEWS

BUDGET_ID: Final = "tag:exampleton.example.org,2026:news/budget"
MINUTES_ID: Final = "https://exampleton.example.org/news/minutes/"
CROESO_ID: Final = "https://exampleton.example.org/news/croeso/"

FAULTS: Final[list[tuple[Format, str, str, str]]] = [
    ("rss", "<rss ", "<rss <", "it cannot be read: "),
    ("rss", 'version="2.0"', 'version="0.91"', "it is no RSS 2.0"),
    ("rss", "<title>Exampleton Labour: news</title>\n    <link>", "<title/>\n    <link>", "the title is empty"),
    ("rss", "<description>What Exampleton Labour does &#x26; says.</description>", "", "the channel has 0 description"),
    ("rss", "What Exampleton Labour does &#x26; says.", " ", "the description is empty"),
    ("rss", "<language>en-GB</language>", "<language>English</language>", "'English' is no language"),
    (
        "rss",
        "<language>en-GB</language>",
        "<language>en</language><language>cy</language>",
        "the channel has 2 language",
    ),
    ("rss", ' rel="self"', ' rel="hub"', "it has 0 links to itself"),
    ("rss", ' type="application/rss+xml"', "", "the link to itself has the type ''"),
    (
        "rss",
        "<atom:link href=",
        "<atom:link rel='self' href='/feed.xml'/><atom:link href=",
        "self: /feed.xml is relative",
    ),
    ("rss", "<link>https://exampleton.example.org/news/</link>", "<link>/news/</link>", "home: /news/ is relative"),
    ("rss", "+0000</lastBuildDate>", "GMT+1</lastBuildDate>", "feed: 'Thu, 02 Apr 2026 08:15:00 GMT+1' is no date"),
    ("rss", "Thu, 12 Mar", "Wed, 12 Mar", "item 1: 'Wed, 12 Mar 2026 19:30:00 +0000' is no date"),
    ("rss", "Thu, 12 Mar 2026 19", "Thu, 32 Mar 2026 19", "item 1: 'Thu, 32 Mar 2026 19:30:00 +0000' is no date"),
    ("rss", "Thu, 12 Mar 2026", "Mon, 12 Mar 1984", "item 1: Mon, 12 Mar 1984 19:30:00 +0000 is before all feeds"),
    ("rss", "Thu, 12 Mar 2026", "Mon, 09 Mar 2026", "item 2 is newer than the one above it"),
    ("rss", "Thu, 12 Mar 2026", "Tue, 12 May 2026", "the feed is older than its newest item"),
    ("rss", "(Exampleton Labour)", "", "managingEditor is not of the form 'address (name)'"),
    ("rss", "icon.png</url>", "icon.ico</url>", "the picture of the channel is neither PNG, GIF nor JPEG"),
    (
        "rss",
        "<title>Exampleton Labour: news</title>\n      <link>",
        "<title>News</title>\n      <link>",
        "the picture has",
    ),
    ("rss", "</item>\n  </channel>", "</item><ttl>9</ttl>\n  </channel>", "ttl stands below the first item"),
    ("rss", "<title>Minutes</title>", "<title> </title>", "item 3: the title is empty"),
    ("rss", "<title>Minutes</title>", "<title>A &#x3C;b>B&#x3C;/b></title>", "'A <b>B</b>' holds HTML"),
    ("rss", "<title>Minutes</title>", "<title>A &#x26;amp; B</title>", "'A &amp; B' holds HTML"),
    ("rss", f'<guid isPermaLink="false">{BUDGET_ID}</guid>', "", "item 1: it has no id"),
    ("rss", f">{BUDGET_ID}</guid>", ">budget</guid>", "item 1: the id budget is neither an address nor a tag"),
    ("rss", f">{BUDGET_ID}</guid>", f">{MINUTES_ID}</guid>", f"the id {MINUTES_ID} stands 2 times"),
    ("rss", 'isPermaLink="false"', 'isPermaLink="no"', "isPermaLink is neither true nor false"),
    ("rss", ' isPermaLink="false"', "", f"the guid {BUDGET_ID} is no address and does not say so"),
    ("rss", f"<link>{MINUTES_ID}</link>", "<link>minutes/</link>", "item 3: link: minutes/ is relative"),
    ("rss", f"<link>{MINUTES_ID}</link>", "", "item 3: link: an address is empty"),
    ("rss", f"<link>{MINUTES_ID}</link>", "<link>x</link><link>y</link>", "an item has 2 link"),
    ("rss", "<dc:creator>Tobias", "<author>a@example.org</author><dc:creator>Tobias", "an item has an author and a"),
    (
        "rss",
        'length="901"',
        'length="0"',
        "item 3: the enclosure https://exampleton.example.org/photos/table.png has the l",
    ),
    (
        "rss",
        'type="image/png"/>\n      <pub',
        'type="png"/>\n      <pub',
        "item 3: the enclosure https://exampleton.example",
    ),
    (
        "rss",
        '<enclosure url="https://exampleton.example.org/photos/table',
        '<enclosure url="table',
        "item 3: enclosure: t",
    ),
    (
        "rss",
        '<enclosure url="https://exampleton.example.org/photos/table',
        '<enclosure/><enclosure url="',
        "an item has 2",
    ),
    (
        "rss",
        "<media:content",
        "<media:group><media:thumbnail/></media:group><media:content",
        "an item has a media group",
    ),
    ("rss", "<category>minutes", "<category/><category>minutes", "a category is empty"),
    ("rss", "<content:encoded>", "<description/><content:encoded>", "an item has 2 description"),
    (
        "rss",
        "<description>Mae",
        "<content:encoded>x</content:encoded><description>Mae",
        "an item has its content before",
    ),
    (
        "rss",
        "&#x3C;p&gt;The minutes",
        '&#x3C;p style="color:red"&gt;The minutes',
        "item 3: the attribute style has no place in",
    ),
    ("rss", "The minutes are", "The \x92 minutes are", "U+0092 stands in it"),
    ("rss", "The minutes are", "The \ufffd minutes are", "U+FFFD stands in it"),
    ("rss", "The minutes are", "The \x01 minutes are", "it cannot be read: "),
    ("rss", "The minutes are", "The &nbsp; minutes are", "it cannot be read: "),
    ("atom", 'xmlns="http://www.w3.org/2005/Atom"', 'xmlns="http://purl.org/atom/ns#"', "it is no Atom feed"),
    ("atom", ' xml:lang="en-GB"', "", "'' is no language"),
    ("atom", ' rel="self"', ' rel="related"', "it has 0 links to itself"),
    ("atom", ' type="application/atom+xml"', ' type="text/xml"', "the link to itself has the type 'text/xml'"),
    ("atom", "<id>https://exampleton.example.org/news/</id>", "", "the feed has 0 id"),
    (
        "atom",
        "<generator>",
        '<link href="https://x.org/" type="text/html"/><generator>',
        "2 alternate links have the type",
    ),
    (
        "atom",
        "</entry>\n</feed>",
        "</entry><icon>x</icon></feed>",
        "icon stands below the first entry",
    ),
    ("atom", f"<id>{BUDGET_ID}</id>", "", "an entry has 0 id"),
    ("atom", f"<id>{BUDGET_ID}</id>", f"<id>{CROESO_ID}</id>", f"the id {CROESO_ID} stands 2 times"),
    (
        "atom",
        f"<id>{CROESO_ID}</id>",
        "<id>https://Example.org/</id>",
        "item 2: the id https://Example.org/ can be written",
    ),
    (
        "atom",
        f"<id>{CROESO_ID}</id>",
        "<id>https://example.org</id>",
        "item 2: the id https://example.org can be written",
    ),
    (
        "atom",
        f"<id>{CROESO_ID}</id>",
        "<id>https://example.org:443/</id>",
        "item 2: the id https://example.org:443/ can be",
    ),
    (
        "atom",
        f"<id>{CROESO_ID}</id>",
        "<id>https://example.org/../</id>",
        "item 2: the id https://example.org/../ can be",
    ),
    ("atom", "<published>2026-03-12T", "<published>2026-03-12 ", "item 1: '2026-03-12 19:30:00+00:00' is no date"),
    ("atom", "<published>2026-03-12T", "<published>2026-02-30T", "item 1: '2026-02-30T19:30:00+00:00' is no date"),
    ("atom", "<published>2026-03-12T", "<published>2026-04-12T", "item 1 was changed before it was published"),
    ("atom", 'type="html"', 'type="CDATA"', "the content of an entry has the type 'CDATA'"),
    ("atom", ' type="html"', "", "the content of an entry has the type ''"),
    ("atom", "&#x3C;p&gt;The minutes", "<p/>The minutes", "the content of an entry is not escaped"),
    ("atom", "<name>Tobias Wrenfield</name>", "", "an author has no name"),
    ("atom", '<category term="minutes"/>', '<category label="minutes"/>', "a category has no term"),
    (
        "atom",
        ' length="901"',
        "",
        "item 3: the enclosure https://exampleton.example.org/photos/table.png has the length ''",
    ),
    ("atom", "<summary>Mae", "<summary>&#x3C;/p>Mae", "holds HTML"),
    ("json", '{"version"', '["version"', "it cannot be read: "),
    ("json", "version/1.1", "version/1", "it is no JSON Feed 1.1"),
    ("json", '"authors":[{"name":"Tobias Wrenfield"}]', '"author":{"name":"T"}', "author is of version 1.0"),
    ("json", '"feed_url"', '"_feed"', "it has 0 links to itself"),
    ("json", f'"id":"{BUDGET_ID}",', "", "item 1: it has no id"),
    ("json", f'"id":"{BUDGET_ID}"', f'"id":"{MINUTES_ID}"', f"the id {MINUTES_ID} stands 2 times"),
    ("json", '"title":"Minutes",', "", "item 3: the title is empty"),
    ("json", '"content_html":"<p>The minutes', '"content":"<p>The minutes', "item 3: it has no content"),
    (
        "json",
        '"date_published":"2026-03-12T',
        '"date_published":"2026-3-12T',
        "item 1: '2026-3-12T19:30:00+00:00' is no d",
    ),
    ("json", "The minutes are", "The \\u0008 minutes are", "U+0008 stands in it"),
    ("json", "The minutes are", "<iframe></iframe>", "item 3: <iframe> has no place in a feed"),
    (
        "json",
        '"size_in_bytes":901',
        '"size_in_bytes":-1',
        "item 3: the enclosure https://exampleton.example.org/photos/",
    ),
]


@pytest.mark.parametrize(("form", "right", "wrong", "said"), FAULTS)
def test_a_fault_is_found(form: Format, right: str, wrong: str, said: str) -> None:
    good = MAKERS[form](NEWS).decode()
    assert right in good
    found = findings(good.replace(right, wrong).encode(), form)
    assert any(said in finding for finding in found), found


@pytest.mark.parametrize("form", MAKERS)
def test_bytes_that_are_not_utf_8_are_found(form: Format) -> None:
    bad = MAKERS[form](NEWS).replace(b"Minutes", b"Minutes\xff")
    assert findings(bad, form)[0].startswith("it cannot be read: ")


@pytest.mark.parametrize("form", MAKERS)
def test_a_feed_at_another_address_is_found(form: Format) -> None:
    (found,) = findings(MAKERS[form](NEWS), form, address="https://example.org/feed")
    assert found.endswith("not https://example.org/feed")


@pytest.mark.parametrize("form", MAKERS)
def test_dates_in_the_future_are_found(form: Format) -> None:
    found = findings(MAKERS[form](NEWS), form, now=datetime(2026, 3, 11, tzinfo=UTC))
    assert found
    assert all("is in the future" in finding for finding in found)


def test_atom_without_any_author_is_found() -> None:
    atom = MAKERS["atom"](replace(NEWS, author_name="", author_email=""))
    assert "neither the feed nor the entry has an author" in findings(atom, "atom")


def test_atom_entries_of_one_moment_are_found() -> None:
    moment = re.compile(rb"<updated>2026-03-10[^<]*")
    atom = moment.sub(b"<updated>2026-03-10T12:00:00Z", MAKERS["atom"](NEWS))
    assert findings(atom, "atom") == ["2 entries were updated at 2026-03-10T12:00:00Z"]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<script>alert(1)</script>", "<script> has no place in a feed"),
        ("<style>p { color: red }</style>", "<style> has no place in a feed"),
        ("<form></form>", "<form> has no place in a feed"),
        ("<svg></svg>", "<svg> has no place in a feed"),
        ("<clp-map></clp-map>", "<clp-map> has no place in a feed"),
        ("<meta http-equiv='refresh' content='0'>", "the attribute http-equiv has no place in a feed"),
        ("<p onclick='x()'>A</p>", "the attribute onclick has no place in a feed"),
        ("<p STYLE='color: red'>A</p>", "the attribute style has no place in a feed"),
        ("<a href='fair-pay/'>A</a>", "href: fair-pay/ is relative"),
        ("<a href='/fair-pay/'>A</a>", "href: /fair-pay/ is relative"),
        ("<a href='//example.org/'>A</a>", "href: //example.org/ is relative"),
        ("<a href='#fn-1'>A</a>", "href: #fn-1 is relative"),
        ("<a href=''>A</a>", "href: an address is empty"),
        ("<a href='javascript:x()'>A</a>", "href: javascript: is no kind of address for a feed"),
        ("<a href='JavaScript:x()'>A</a>", "href: javascript: is no kind of address for a feed"),
        ("<a href='https:///fair-pay/'>A</a>", "href: https:///fair-pay/ is no address"),
        ("<a href='https://example.org/a b'>A</a>", "href: https://example.org/a b is no address"),
        ("<img src='a.jpg' alt=''>", "src: a.jpg is relative"),
        ("<img src='data:image/png;base64,AAAA' alt=''>", "src: data: is no kind of address for a feed"),
        ("<img src='https://example.org/a.jpg'>", "a picture has no alternative text"),
        ("<img alt='' srcset='https://example.org/a.jpg 1x, b.jpg 2x'>", "srcset: b.jpg is relative"),
        ("<img alt='' srcset='https://example.org/a.jpg 1x,b.jpg 2x'>", "srcset: b.jpg is relative"),
        ("<video poster='a.jpg'></video>", "poster: a.jpg is relative"),
        ("<blockquote cite='a.html'></blockquote>", "cite: a.html is relative"),
        ("<p>A", "<p> is not closed"),
        ("<p>A</p></p>", "</p> closes nothing"),
        ("<p><b>A</p></b>", "</p> closes nothing"),
        ("<?import x>", "<?import> has no place in a feed"),
        ("<!DOCTYPE html>", "<!DOCTYPE> has no place in a feed"),
        ("<p>A & B</p>", "'&' is no character"),
        ("<p>A &nosuch; B</p>", "'&nosuch;' is no character"),
        ("<p>A &ampB</p>", "'&' is no character"),
    ],
)
def test_html_that_has_no_place_in_a_feed_is_found(html: str, said: str) -> None:
    assert said in html_findings(html)


def test_good_html_passes() -> None:
    html = (
        '<h2 id="a">A &amp; B&nbsp;&#8211;&#x2014;</h2><!-- a note --><ul>'
        '<li><input type="checkbox" disabled> A</li></ul>'
        '<hr/><p>A<br>B <a href="tel:+441632960000">C</a> <a href="https://example.org">D</a></p>'
        '<img alt="" src="https://example.org/a,b.jpg" srcset="https://example.org/a,b.jpg 1x, https://example.org/c.jpg">'
    )
    assert html_findings(html) == []
