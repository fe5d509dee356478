"""Newsletters: what an issue gathers, freezing it, its e-mail by the kept list, and the page for whoever sends it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen.kind import Entry, Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.kinds.newsletters import Newsletter
from sitegen.kinds.newsletters.freezing import write_items
from sitegen.kinds.newsletters.gathering import gather
from sitegen.mail import MOST_BYTES, find_strangers, fit_for_mail, load_kept, make_html_mail, make_text_mail
from sitegen.pages import make_workshop
from sitegen.site import load_site
from tests import ROOT
from tests.kind_examples import THEME, make_settings
from tests.parties import TODAY, run_sitegen, write_party

IMPRINT = "Promoted by Ann Example, 1 High Street, Smallton, ZZ1 1ZZ."
ISSUES = {
    "content/newsletters/january.md": "---\ntitle: January\ndate: 2026-01-31\n---\nDear friends.\n",
    "content/newsletters/march.md": (
        "---\ntitle: March\ndate: 2026-03-05\nsince: auto  # until it is sent\npreheader: A fair.\n---\nDear friends, "
        "see [the fair](news:fair).\n"
    ),
    "content/news/before.md": "---\ntitle: Before\ndate: 2026-01-30\n---\nOld.\n",
    "content/news/after.md": "---\ntitle: After\ndate: 2026-03-06\n---\nNew.\n",
    "content/news/hidden.md": "---\ntitle: Hidden\ndate: 2026-03-02\nvisibility: unlisted\n---\nQuiet.\n",
    "content/reports/roof.md": "---\ntitle: The roof\ndate: 2026-02-02\nmeeting: General meeting\n---\nMended.\n",
}


def _load(folder: Path, files: dict[str, str] | None = None) -> Site:
    return load_site(make_settings(write_party(folder, {**ISSUES, **(files or {})})), KINDS, PLANNED)


def _issue(site: Site, id: str = "march") -> Entry[Newsletter]:
    return next(one for one in site.of(Newsletter) if one.id == id)


def _pack(site: Site, name: str, id: str = "march") -> str:
    workshop = make_workshop(site, PLANNED, [THEME])
    kind = _issue(site, id).kind
    (file,) = (one for one in kind.made_files(site) if one.address == f"newsletters/{id}/{name}")
    made = file.make(workshop)
    assert isinstance(made, str)
    return made


def test_an_issue_gathers_what_is_new_since_the_last_and_nothing_unlisted(tmp_path: Path) -> None:
    assert gather(_issue(_load(tmp_path)), _load(tmp_path)) == ("news:fair", "reports:roof")


def test_the_first_issue_gathers_all_up_to_its_date(tmp_path: Path) -> None:
    site = _load(tmp_path, {"content/newsletters/january.md": ""})
    assert gather(_issue(site), site) == ("news:fair", "news:before", "reports:roof")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_freezing_changes_one_line_and_keeps_every_other_byte(end: bytes) -> None:
    lines = [
        b"---",
        b"title: 'March'  # a comment",
        b"since: auto   # not yet",
        b"tags: [a]",
        b"---",
        b"Dear  friends ",
        b"",
    ]
    frozen = write_items(end.join(lines), 3, ["news:fair", "reports:roof"])
    expected = [*lines[:2], b"items:   # not yet", b"  - news:fair", b"  - reports:roof", *lines[3:]]
    assert frozen == end.join(expected)


def test_an_issue_without_items_freezes_to_an_empty_list() -> None:
    assert write_items(b"---\nsince: 'auto'\n---\n", 2, []) == b"---\nitems: []\n---\n"


def test_a_line_that_is_not_since_auto_is_left_alone() -> None:
    assert write_items(b"---\nx: {since: auto}\n---\n", 2, ["news:a"]) is None


def test_a_frozen_issue_shows_what_it_showed_before(tmp_path: Path) -> None:
    party = write_party(tmp_path, ISSUES)
    file = party / "content/newsletters/march.md"
    before = _load(tmp_path / "before")
    frozen = run_sitegen(party, "newsletter", "freeze", "march", "--today", TODAY)
    assert frozen.returncode == 0, frozen.stderr
    assert frozen.stdout == "Wrote 2 items in place of 'since: auto' into content/newsletters/march.md.\n"
    text = file.read_text(encoding="utf-8")
    assert "items:  # until it is sent\n  - news:fair\n  - reports:roof\npreheader: A fair.\n" in text
    after = load_site(make_settings(party), KINDS, PLANNED)
    assert not [one for one in after.problems if one.code == "W510"]
    assert _pack(after, "email.html") == _pack(before, "email.html")


def test_the_page_for_sending_has_the_lines_that_freezing_writes_until_they_are_written(tmp_path: Path) -> None:
    party = write_party(tmp_path, ISSUES)
    page = party / "site/newsletters/march/send/index.html"
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    found = re.search(r'<textarea id="at-list" [^>]*>([^<]*)</textarea>', page.read_text(encoding="utf-8"))
    assert found
    assert found[1] == "items:\n  - news:fair\n  - reports:roof"
    file = party / "content/newsletters/march.md"
    written = file.read_text(encoding="utf-8")
    pasted = re.sub(r"since: auto.*", found[1], written)
    assert pasted != written
    file.write_text(pasted, encoding="utf-8")
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    html = page.read_text(encoding="utf-8")
    assert "at-list" not in html
    assert "Not fixed yet" not in html


def test_each_word_of_the_kept_list_has_its_source() -> None:
    kept = load_kept()
    for group in (kept.tags, kept.attributes, kept.properties, kept.rules, kept.pictures):
        assert group
        assert [name for name, source in group.items() if not source.startswith("https://")] == []


@pytest.mark.parametrize(
    ("document", "stranger"),
    [
        ("<video></video>", "tag video"),
        ('<p onclick="x">', "attribute onclick"),
        ('<p style="position: absolute">', "property position"),
        ("<style>p {float: left}</style>", "property float"),
        ("<style>@media print {p {color: #000}}</style>", "rule @media print"),
        ('<img src="https://example.org/a.webp" alt="">', "picture https://example.org/a.webp"),
    ],
)
def test_what_is_not_on_the_kept_list_is_found(document: str, stranger: str) -> None:
    assert list(find_strangers(document)) == [stranger]


def test_an_email_is_made_of_what_is_kept_and_says_all_that_it_must(tmp_path: Path) -> None:
    html = _pack(_load(tmp_path), "email.html")
    assert list(find_strangers(html)) == []
    assert len(html.encode()) < MOST_BYTES
    assert IMPRINT in html
    assert '<div style="display: none' in html.replace("display:none", "display: none")
    assert ">A fair.</div>" in html
    assert "%UNSUBSCRIBE%" in html
    assert "prefers-color-scheme: dark" in html or "prefers-color-scheme:dark" in html
    assert 'href="https://smallton.example.org/news/fair/"' in html
    assert "Coming up" not in html


def test_every_cell_has_its_styles_in_its_tag(tmp_path: Path) -> None:
    html = _pack(_load(tmp_path), "email.html")
    assert "font-family" not in html.split("<style")[1].split("</style>")[0]
    assert all("style=" in tag for tag in re.findall(r"<(?:td|h1|h2|a)\b[^>]*>", re.sub("<!--.*?-->", "", html)))


@pytest.mark.parametrize(
    ("service", "words"),
    [("mailchimp", "*|UNSUB|*"), ("buttondown", "{{ unsubscribe_url }}"), ("other", "%UNSUBSCRIBE%")],
)
def test_the_way_off_the_list_is_written_as_the_service_reads_it(tmp_path: Path, service: str, words: str) -> None:
    party = (
        f"name: Smallton Labour Party\nkind: group\nmail_service: {service}\n"
        "imprint:\n  promoter: {name: Ann Example, address: '1 High Street, Smallton, ZZ1 1ZZ'}\n"
    )
    site = _load(tmp_path, {"data/party.yml": party})
    assert f'href="{words}"' in _pack(site, "email.html")
    assert words in _pack(site, "email.txt")


def test_an_issue_that_is_too_long_leads_to_its_page(tmp_path: Path) -> None:
    body = "\n\n".join(f"Paragraph {number} with some words in it." for number in range(4_000))
    long = ISSUES["content/newsletters/march.md"].replace("Dear friends,", body)
    site = _load(tmp_path, {"content/newsletters/march.md": long})
    html = _pack(site, "email.html")
    assert len(html.encode()) < MOST_BYTES
    assert "Read this issue on our site" in html
    assert "Paragraph 7 " not in html
    assert [one.code for one in site.problems if one.code == "W985"] == ["W985"]


def test_an_issue_of_a_hundred_items_stays_below_the_limit(tmp_path: Path) -> None:
    summary = "It was decided, after some hours, to say so in a hundred and fifty characters, " * 2
    head = f"date: 2026-02-10\nsummary: {summary}\n---\nText.\n"
    news = {f"content/news/item-{number}.md": f"---\ntitle: Item {number}\n{head}" for number in range(100)}
    html = _pack(_load(tmp_path, news), "email.html")
    assert len(html.encode()) < MOST_BYTES
    assert "42 more on our site" in html


def test_all_that_markdown_can_hold_is_fitted_for_mail(tmp_path: Path) -> None:
    everything = (
        "## A heading\n\n> [!NOTE]\n> Mind.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\n"
        "A ~~wrong~~ `word`[^1], <mark>marked</mark>, <kbd>Ctrl</kbd>, H<sub>2</sub>O.\n\n"
        "<details><summary>More</summary>Inside</details>\n\n```\ncode\n```\n\n---\n\n1. one\n2. two\n\n[^1]: A note.\n"
    )
    march = ISSUES["content/newsletters/march.md"].replace("Dear friends,", f"{everything}\n\nDear friends,")
    site = _load(tmp_path, {"content/newsletters/march.md": march})
    html = _pack(site, "email.html")
    assert list(find_strangers(html)) == []
    for word in ("Mind.", "Ctrl", "Inside", "A note.", "marked", "More"):
        assert word in html


def test_a_picture_that_mailboxes_do_not_show_is_replaced_by_its_words() -> None:
    fitted = fit_for_mail('<p><img src="https://e.org/a.webp" alt="The hall" width="9" height="9"></p>')
    assert fitted == '<p><a href="https://e.org/a.webp">Picture: The hall</a></p>'


def test_a_picture_is_no_wider_than_the_letter() -> None:
    fitted = fit_for_mail('<img src="https://e.org/a.jpg" alt="The hall" width="1072" height="400" loading="lazy">')
    assert (
        fitted
        == '<img src="https://e.org/a.jpg" alt="The hall" width="536" height="200" style="width:100%;max-width:536px">'
    )


def test_words_are_never_lost_nor_made_into_tags() -> None:
    fitted = fit_for_mail(
        '<section class="x">5 &lt; 6 &amp; <span class="unseen">Not done: <b>x</b></span>&#x27;so</section>'
    )
    assert fitted == "<div>5 &lt; 6 &amp; &#x27;so</div>"


def test_styles_are_inlined_and_nothing_is_fetched() -> None:
    html = make_html_mail(
        '<html><head><link rel="stylesheet" href="https://nowhere.invalid/a.css"><style>p{color:red}</style></head><body><p>x</p></body></html>'
    )
    assert '<p style="color:red">x</p>' in html.replace("color: red", "color:red").replace(";", "")


def test_plain_text_has_its_links_in_words_and_no_signs_of_markdown() -> None:
    text = make_text_mail(
        '<h1>March</h1><p>1. April: see <a href="https://e.org/">the plan</a> *now*.</p><ol><li>One</li></ol>'
        '<p><a href="mailto:jo@example.org">jo@example.org</a></p>'
    )
    assert text == "March\n=====\n\n1. April: see the plan (https://e.org/) *now*.\n\n  1. One\n\njo@example.org\n"


def test_plain_text_has_lists_quotations_and_tables_in_lines_of_their_own() -> None:
    html = (
        "<blockquote><p>Yes.</p><p>No.</p></blockquote><ol start='3'><li>One<ul><li><p>two</p></li></ul></li></ol>"
        "<pre><code>a  b\n c</code></pre><table><tr><th>Ward</th><th>Votes</th></tr><tr><td>Mill<br>End</td></tr>"
        "</table><dl><dt>Hall</dt><dd>Mill Lane</dd></dl><p>Done, <del>perhaps</del>.</p>"
    ).replace("'", '"')
    assert make_text_mail(html) == (
        "> Yes.\n>\n> No.\n\n  3. One\n       – two\n\n    a  b\n     c\n\n"
        "Ward     | Votes\n---------|------\nMill End |\n\nHall\n    Mill Lane\n\nDone, ~~perhaps~~.\n"
    )


def test_plain_text_breaks_no_address_and_underlines_a_long_heading_below_its_last_line() -> None:
    address = f"https://example.org/{'the-spring-fair-' * 5}"
    text = make_text_mail(f"<p>All about it: {address}</p><h1>{'Autumn ' * 12}</h1>")
    assert f"\n{address}\n" in text
    assert text.endswith(f"{'Autumn ' * 9}Autumn\nAutumn Autumn\n{'=' * 69}\n")


def test_the_text_of_an_issue_says_all_that_its_email_says(tmp_path: Path) -> None:
    text = _pack(_load(tmp_path), "email.txt")
    for words in ("March\n=====", "The roof", "https://smallton.example.org/reports/roof/", "%UNSUBSCRIBE%"):
        assert words in text
    assert " ".join(text.split()).endswith(IMPRINT)
    assert all(len(line) <= 76 or "https://" in line for line in text.splitlines())


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.roles: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.roles.append(dict(attrs).get("role"))


@pytest.mark.slow
def test_every_email_of_the_sample_keeps_the_rules(built_site: Path) -> None:
    emails = sorted(built_site.glob("newsletters/*/email.html"))
    assert len(emails) >= 12
    for path in emails:
        html = path.read_text(encoding="utf-8")
        assert list(find_strangers(html)) == [], path
        assert path.stat().st_size < MOST_BYTES, path
        assert "Promoted by Rosalind Achterby, 14 Mill Lane, Exampleton, ZZ1 1ZZ, on behalf of" in html
        links = re.findall(r'(?:href|src)="([^"]*)"', html)
        assert all(link.startswith(("https://", "mailto:", "{{ unsubscribe_url }}")) for link in links), path
        assert all('alt="' in tag for tag in re.findall(r"<img[^>]*>", html)), path
        reader = _Tables()
        reader.feed(html)
        assert set(reader.roles[:2]) == {"presentation"}
        for link in links:
            if link.startswith("https://exampleton.example.org/"):
                inside = link.removeprefix("https://exampleton.example.org/").partition("#")[0]
                assert (built_site / inside / "index.html").exists() or (built_site / inside).is_file(), link


@pytest.mark.slow
def test_every_issue_has_a_page_that_says_how_to_send_it_and_no_list_leads_there(built_site: Path) -> None:
    pages = sorted(built_site.glob("newsletters/*/send/index.html"))
    assert len(pages) == len(list(built_site.glob("newsletters/*/email.html")))
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in html
        assert "Mailchimp" in html
        assert "Buttondown" in html
        assert "newsletters/feed.xml" in html
    listed = (built_site / "sitemap.xml").read_text(encoding="utf-8") + (
        built_site / "search" / "index.json"
    ).read_text(encoding="utf-8")
    assert "/send/" not in listed


@pytest.mark.slow
def test_the_feed_of_newsletters_has_one_item_an_issue_in_order_with_its_picture(built_site: Path) -> None:
    feed = (built_site / "newsletters" / "feed.xml").read_text(encoding="utf-8")
    issues = list((ROOT / "content" / "newsletters").rglob("*.md"))
    ids = re.findall(r"<guid[^>]*>([^<]*)</guid>", feed)
    assert len(ids) == len(set(ids)) == len(issues)
    assert "<media:content" in feed
    assert feed.count("In this issue") >= len(issues) - 1
