"""The built sample, read file by file: links, feeds, policy, what is published and what is not."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from sitegen.checks import redirect_address
from sitegen.policy import HEADERS_FILE
from tests import ROOT
from tests.feed_rules import findings
from tests.pages import find_broken_links, read_pages
from tests.parties import TODAY, run_sitegen, write_party

pytestmark = pytest.mark.slow

SITE_URL = "https://exampleton.example.org/"
NEC_URL = "https://nominations.example.org/"
BANNER = (
    "An example made from lists published in February 2020; incomplete, not final; "
    "not published by or for any candidate"
)
PUBLISHED = {
    *(".html", ".xml", ".json", ".css", ".js", ".svg", ".jpg", ".png", ".webp", ".woff2", ".txt", ".csv", ".pdf"),
    *(".docx", ".ics", ".opml"),
}
FORMATS: dict[str, Literal["rss", "atom", "json"]] = {"feed.xml": "rss", "atom.xml": "atom", "feed.json": "json"}


@pytest.fixture(scope="module")
def nec_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example made from published lists, built."""
    site = tmp_path_factory.mktemp("nec") / "site"
    built = run_sitegen(ROOT / "examples" / "nec-2020", "build", "--today", TODAY, "-d", str(site))
    assert built.returncode == 0, built.stderr
    return site


def test_every_link_and_fragment_of_the_sample_resolves(built_site: Path) -> None:
    assert list(find_broken_links(built_site, SITE_URL)) == []


def test_every_link_and_fragment_of_the_example_resolves(nec_site: Path) -> None:
    assert list(find_broken_links(nec_site, NEC_URL)) == []


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="gone/">x</a><a href="#gone">y</a>', encoding="utf-8")
    assert len(list(find_broken_links(tmp_path, SITE_URL))) == 2


def test_a_site_in_a_folder_of_its_host_resolves_too(tmp_path: Path) -> None:
    settings = (
        "site_name: A\nsite_url: https://host.example.org/clp\ndocs_dir: content\n"
        "theme: {name: clp}\nplugins: [sitegen]\n"
    )
    party = write_party(tmp_path, {"mkdocs.yml": settings})
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    assert list(find_broken_links(party / "site", "https://host.example.org/clp/")) == []
    assert 'href="/clp/assets/' in (party / "site" / "404.html").read_text(encoding="utf-8")


def test_no_source_file_is_published(built_site: Path, nec_site: Path) -> None:
    for site in (built_site, nec_site):
        endings = {path.suffix for path in site.rglob("*.*") if path.is_file()}
        assert endings <= PUBLISHED
        assert [path.name for path in site.rglob("*") if path.is_file() and not path.suffix] == [HEADERS_FILE]


def test_nothing_of_material_is_published_that_is_not_used(built_site: Path) -> None:
    files = (path for path in (built_site / "assets").rglob("*") if path.is_file() and path.parent.name != "pictures")
    assets = {path.name.split(".")[0] for path in files}
    scripts, fonts = {"fill-in", "filter", "scheme", "search", "share"}, {"besley-700-subset", "besley-700-letters"}
    assert assets == {"style", "figures", "icon"} | scripts | fonts


def test_no_page_has_inline_code_or_loads_from_elsewhere(built_site: Path) -> None:
    for path, page in read_pages(built_site).items():
        assert page.inline == [], path
        assert [load for load in page.loads if re.match(r"(?:[a-z]+:)?//|data:", load)] == [], path


def test_ids_are_unique_and_headings_leave_no_level_out(built_site: Path, nec_site: Path) -> None:
    for site in (built_site, nec_site):
        for path, page in read_pages(site).items():
            assert sorted(set(page.ids)) == sorted(page.ids), path
            assert page.headings.count(1) == 1, path
            main = [level for level in page.headings if level]
            assert all(later - level <= 1 for level, later in pairwise(main)), (path, main)


def test_every_page_says_in_its_head_what_it_is(built_site: Path, nec_site: Path) -> None:
    for site in (built_site, nec_site):
        for path in read_pages(site):
            text = (site / path).read_text(encoding="utf-8")
            assert re.search('name="description" content="[^"]{8,}"|http-equiv="refresh"', text), path


def test_every_page_carries_the_imprint_in_full(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "Promoted by Rosalind Achterby, 14 Mill Lane, Exampleton, ZZ1 1ZZ, on behalf of" in text, path


def test_every_page_of_the_example_says_what_it_is_and_is_not_indexed(nec_site: Path) -> None:
    pages = read_pages(nec_site)
    assert len(pages) > 20
    for path, page in pages.items():
        assert BANNER in (nec_site / path).read_text(encoding="utf-8"), path
        assert page.robots == "noindex", path


def test_the_example_publishes_its_totals_and_no_zero_for_lists_it_does_not_hold(nec_site: Path) -> None:
    text = (nec_site / "elections" / "nec-2020" / "nominations" / "index.html").read_text(encoding="utf-8")
    plain = " ".join(re.sub(r"<[^>]+>", " ", text).split())
    assert "115 CLPs, 5 needed" in plain
    assert "44 CLPs, 5 needed" in plain
    assert "stated: 115; listed: 115" in plain
    assert plain.count("No list held here") >= 11
    assert "0 CLPs" not in plain
    assert "printed “Tewskesbury”" in plain


def test_every_feed_keeps_the_rules_of_the_validators(built_site: Path) -> None:
    feeds = [path for path in built_site.rglob("*") if path.name in FORMATS]
    assert len(feeds) >= 50
    for path in feeds:
        address = SITE_URL + path.relative_to(built_site).as_posix()
        assert findings(path.read_bytes(), FORMATS[path.name], address=address) == [], path


def test_every_atom_feed_fits_its_grammar_and_every_json_feed_its_schema(built_site: Path) -> None:
    schemas = ROOT / "tests" / "schemas"
    grammar = etree.RelaxNG(etree.parse(str(schemas / "atom.rng")))
    schema: Any = json.loads((schemas / "json-feed-1.1.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    for path in built_site.rglob("atom.xml"):
        grammar.assertValid(etree.parse(str(path)))
    for path in built_site.rglob("feed.json"):
        validator.validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "place", ["", "news/", "reports/", "newsletters/", "tags/housing/", "elections/national-committee-2026/"]
)
def test_feeds_stand_where_the_content_model_says_and_are_linked(built_site: Path, place: str) -> None:
    head = (built_site / place / "index.html").read_text(encoding="utf-8").split("</head>")[0]
    subscribe = (built_site / "subscribe" / "index.html").read_text(encoding="utf-8")
    for name in FORMATS:
        assert (built_site / place / name).is_file()
        assert f'href="{name}"' in head or f'/{name}"' in head
        assert f'href="../{place}{name}"' in subscribe


def test_feed_items_end_in_the_imprint(built_site: Path) -> None:
    feed = json.loads((built_site / "feed.json").read_text(encoding="utf-8"))
    assert len(feed["items"]) == 20
    for item in feed["items"]:
        end = "on behalf of Exampleton Labour Party, 14 Mill Lane, Exampleton, ZZ1 1ZZ.</p>"
        assert item["content_html"].rstrip().endswith(end)


def test_drafts_and_later_pages_are_nowhere_and_unlisted_ones_are_not_in_lists(built_site: Path) -> None:
    everything = "".join(path.read_text(encoding="utf-8") for path in built_site.rglob("*.html"))
    feeds = (built_site / "feed.xml").read_text(encoding="utf-8")
    index = (built_site / "search" / "index.json").read_text(encoding="utf-8")
    from sitegen.source import read_markdown

    seen = set()
    for path in sorted((ROOT / "content").rglob("*.md")):
        values = read_markdown(path.read_text(encoding="utf-8"), path.name)[0].values
        title = str(values.get("title", ""))
        if values.get("draft") == "yes" or str(values.get("publish_from", "")) > TODAY:
            seen.add("withheld")
            assert title not in everything
        elif values.get("visibility") == "unlisted":
            seen.add("unlisted")
            assert title in everything
            assert title not in feeds + index
    assert seen == {"withheld", "unlisted"}


def test_the_map_for_search_engines_lists_public_pages_with_dates_from_content(built_site: Path) -> None:
    tree = etree.parse(str(built_site / "sitemap.xml"))
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    places = [str(place.text) for place in tree.findall(".//s:loc", space)]
    assert {SITE_URL, f"{SITE_URL}officers/"} <= set(places)
    for place in places:
        assert (built_site / place.removeprefix(SITE_URL) / "index.html").is_file()
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (built_site / "robots.txt").read_text(encoding="utf-8")


def test_old_addresses_lead_to_the_new_page(built_site: Path) -> None:
    old = (built_site / "join-labour" / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../join/"' in old
    assert f'<link rel="canonical" href="{SITE_URL}join/">' in old


@pytest.mark.parametrize("old", ["/tŷ-gwyn/", "/t%C5%B7-gwyn", "ty\u0302-gwyn"])
def test_an_old_address_may_have_any_letters_however_they_were_written(old: str) -> None:
    assert redirect_address(old) == "tŷ-gwyn/"


@pytest.mark.parametrize("old", ["/?p=1", "/a b/", "/../a/", "/a%2F..%2Fb/", "/%00/", "https://example.org/a/", "/#a"])
def test_an_old_address_that_is_no_path_is_refused(old: str) -> None:
    assert redirect_address(old) is None


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("what-we-do/index.html", "../about/", "About"),
        ("2017/06/our-story/index.html", "../../../about/history/", "history"),
        ("shop.html", "https://shop.example.org/exampleton", "shop.example.org"),
        ("category/meetings/index.html", "../../reports/", "Reports"),
    ],
)
def test_addresses_of_an_older_website_lead_on_without_a_script(
    built_site: Path, old: str, new: str, words: str
) -> None:
    page = (built_site / old).read_text(encoding="utf-8")
    assert f'content="0; url={new}"' in page
    assert f'<a href="{new}">' in page
    assert words in page
    assert "<script" not in page
    assert "Promoted by Rosalind Achterby" in page
