"""The sample in Material's frame: every page, feed and download, opened in the browser; nothing from elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from sitegen.policy import HEADERS_FILE
from tests.browser.modes import Mode, open_page, sideways_scroll, watch_requests
from tests.browser.serving import serve
from tests.pages import find_broken_links
from tests.parties import TODAY, copy_sample, read_tree, run_program, run_sitegen, write_party

pytestmark = pytest.mark.browser

IMPRINT: Final = "Promoted by Rosalind Achterby"
SETTINGS: Final = (
    "site_name: Smallton Labour\nsite_url: https://smallton.example.org/\ndocs_dir: content\n"
    "theme: {name: material}\nplugins: [sitegen]\n"
)
NOMINATIONS: Final = "elections/national-committee-2026/nominations/"


@pytest.fixture(scope="module")
def framed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with `theme: {name: material}` and Material's own search, built."""
    party = copy_sample(tmp_path_factory.mktemp("framed") / "party")
    settings = (party / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("name: clp", "name: material").replace("  - sitegen", "  - search\n  - sitegen")
    (party / "mkdocs.yml").write_text(settings, encoding="utf-8")
    built = run_sitegen(party, "build", "--today", TODAY)
    assert built.returncode == 0, built.stdout + built.stderr
    return party / "site"


@pytest.fixture(scope="module")
def served_frame(framed: Path) -> Iterator[str]:
    """The address at which it can be read."""
    with serve(framed) as address:
        yield address


def _files(site: Path) -> set[str]:
    """Every page, feed and download; not what a theme brings."""
    paths = {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}
    return {path for path in paths if not path.startswith("assets/") and path != "search/search_index.json"}


def test_the_frame_holds_every_page_feed_and_download(framed: Path, built_site: Path) -> None:
    assert _files(framed) == _files(built_site) - {HEADERS_FILE}
    for name in ("feed.xml", "news/atom.xml", "events/calendar.ics", "data/officers.csv", "site.json"):
        assert (framed / name).read_bytes() == (built_site / name).read_bytes()


def test_every_link_in_the_frame_resolves(framed: Path) -> None:
    assert list(find_broken_links(framed, "https://exampleton.example.org/")) == []


def test_every_page_in_the_frame_carries_imprint_feed_and_one_extra_stylesheet(framed: Path) -> None:
    for path in sorted(framed.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        if "md-header" in text:
            assert IMPRINT in text, path
            assert re.search(r'<link rel="alternate " type="application/rss\+xml"', text), path
            assert len(re.findall(r'<link rel="stylesheet" href="[^"]*assets/style\.', text)) == 1, path
            assert text.count("<h1") == 1, path


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("place", ["", "motions/fair-pay/", NOMINATIONS, "officers/"])
def test_a_page_in_the_frame_is_styled_and_asks_no_other_host(
    browser: Browser, served_frame: str, place: str, width: int
) -> None:
    with open_page(browser, "about:blank", Mode("frame", width=width)) as page:
        asked, messages = watch_requests(page), list[str]()
        page.on("console", lambda message: messages.append(message.text) if message.type == "error" else None)
        page.goto(served_frame + place, wait_until="networkidle")
        assert page.locator(".md-header").is_visible()
        assert page.locator(".md-content .clp h1").is_visible()
        assert page.locator(".clp .foot").evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"
        assert sideways_scroll(page) == 0
        assert page.context.cookies() == []
    assert [url for url in asked if not url.startswith(served_frame)] == []
    assert messages == []


def test_the_menu_of_the_frame_leads_to_the_kinds(browser: Browser, served_frame: str) -> None:
    with open_page(browser, served_frame) as page:
        page.locator(".md-nav--primary").get_by_role("link", name="Motions", exact=True).click()
        page.wait_for_url(f"{served_frame}motions/")


def test_the_search_of_the_frame_finds_our_pages(browser: Browser, served_frame: str) -> None:
    with open_page(browser, served_frame) as page:
        page.locator(".md-search__input").click()
        page.keyboard.type("late shift")
        found = page.locator(".md-search-result__link").first
        found.wait_for()
        assert "motions/" in (found.get_attribute("href") or "")


def test_both_commands_make_the_same_framed_site_in_the_language_of_the_party(tmp_path: Path) -> None:
    party = write_party(tmp_path, {"mkdocs.yml": SETTINGS.replace("[sitegen]", f"[sitegen: {{today: {TODAY}}}]")})
    with (party / "data" / "party.yml").open("a", encoding="utf-8") as file:
        file.write("languages: [cy]\n")
    sites = []
    for program in ("sitegen", "mkdocs"):
        built = run_program(program, party, "build", "-d", str(party / program))
        assert built.returncode == 0, built.stdout + built.stderr
        sites.append(read_tree(party / program))
    assert sites[0] == sites[1]
    home = sites[0]["index.html"].decode()
    assert '<html lang="cy"' in home
    assert "fonts.googleapis" not in home


def test_a_party_that_asks_for_a_letter_from_elsewhere_gets_it(tmp_path: Path) -> None:
    settings = SETTINGS.replace("{name: material}", "{name: material, font: {text: Roboto}}")
    built = run_sitegen(write_party(tmp_path, {"mkdocs.yml": settings}), "build", "--today", TODAY)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "fonts.googleapis.com" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
