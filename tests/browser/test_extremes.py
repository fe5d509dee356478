"""Names as long as names get, kinds with nothing in them, and more than anybody reads: nothing sticks out or is cut."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.modes import open_page, sideways_scroll
from tests.browser.page_types import find_page_types
from tests.browser.probing import probe
from tests.browser.sample_sites import find_names
from tests.browser.serving import serve
from tests.long_names import EMPTY, write_long_party
from tests.parties import TODAY, run_sitegen, write_party

pytestmark = pytest.mark.browser

WIDTHS: Final = (320, 768, 1280)
PER_PAGE: Final = 20
PLACES: Final = (
    *("", "news/", "news/long/", "motions/", "motions/long/", "letters/long/", "reports/long/", "officers/"),
    *("events/long/", "elections/long/", "elections/long/long/", "elections/long/nominations/", "share/news/long/"),
)
KINDS: Final = ("news/", "events/", "motions/", "letters/", "reports/", "newsletters/", "elections/")

Build = Callable[[str], Path]


def faults(page: Page, widths: Sequence[int] = WIDTHS) -> Iterator[str]:
    """What does not fit, at each width."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        yield from (f"{width}: {fault}" for fault in page.evaluate(probe("crowding")))
        if wider := sideways_scroll(page):
            yield f"{width}: scrolls sideways by {wider} pixels"


def read_pages(browser: Browser, site: Path, places: Iterable[str], widths: Sequence[int] = WIDTHS) -> str:
    """What does not fit on pages, one fault a line."""
    found = []
    with serve(site) as address, open_page(browser, address) as page:
        for place in places:
            page.goto(address + place)
            found += [f"/{place} at {fault}" for fault in faults(page, widths)]
    return "\n".join(found)


def build(party: Path) -> Path:
    """The built site of a party."""
    built = run_sitegen(party, "build", "--today", TODAY)
    assert built.returncode == 0, built.stdout + built.stderr
    return party / "site"


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The party with the long names, built."""
    return build(write_long_party(tmp_path_factory.mktemp("long") / "party"))


def test_names_of_any_length_fit_on_home_list_and_item(browser: Browser, long_site: Path) -> None:
    assert read_pages(browser, long_site, PLACES, (320, 1280)) == ""


@pytest.mark.everywhere
def test_names_of_any_length_fit_on_every_type_of_page(browser: Browser, long_site: Path) -> None:
    assert read_pages(browser, long_site, find_page_types(long_site), (320, 412, 768, 1000, 1280)) == ""


@pytest.mark.everywhere
@pytest.mark.parametrize("site", find_names())
def test_nothing_sticks_out_or_is_cut_on_any_page_type(browser: Browser, build_sample: Build, site: str) -> None:
    folder = build_sample(site)
    assert read_pages(browser, folder, find_page_types(folder)) == ""


def test_a_kind_without_anything_in_it_says_so_and_leads_on(browser: Browser, tmp_path: Path) -> None:
    site = build(write_party(tmp_path, EMPTY))
    assert read_pages(browser, site, ("", *KINDS), (320,)) == ""
    with serve(site) as address, open_page(browser, address) as page:
        for place in KINDS:
            page.goto(address + place)
            assert len(page.locator("main").inner_text().split()) > 8, place
            assert page.locator("main a[href*=subscribe]").is_visible(), place


def test_hundreds_of_items_stand_on_pages_of_twenty_and_in_an_archive_by_year(browser: Browser, tmp_path: Path) -> None:
    news = {
        f"content/news/item-{number}.md": (
            f"---\ntitle: Item {number}\ndate: {2018 + number // 50}-{number // 5 % 10 + 1:02}-01\n---\nWords.\n"
        )
        for number in range(400)
    }
    site = build(write_party(tmp_path, news | {"mkdocs.yml": PLAIN, "content/news/fair.md": ""}))
    with serve(site) as address, open_page(browser, address + "news/") as page:
        items, pager = page.locator("main .news-list > li"), page.locator(".pager a")
        assert items.count() == PER_PAGE
        assert 2 < pager.count() < 15
        assert "\n".join(faults(page)) == ""
        page.locator(".archive a", has_text="2019").click()
        page.wait_for_url("**/news/archive/2019/")
        assert items.count() == PER_PAGE
        assert pager.count() > 0


PLAIN: Final = (
    "site_name: Smallton Labour\nsite_url: https://smallton.example.org/\ndocs_dir: content\n"
    "theme: {name: clp}\nplugins: [{sitegen: {documents: false, share_images: false}}]\n"
)

BAD: Final = """<!DOCTYPE html><html lang="en-GB"><title>Bad</title>
<style>body, p {margin: 0} body {font: 16px/1 sans-serif} .cut {width: 40px; overflow: hidden; white-space: nowrap}
.on {margin-top: -16px} .narrow {width: 20px; overflow-wrap: anywhere} .wide {width: 2000px; text-align: right}</style>
<p class="cut">Words in a box</p><p>First</p><p class="on">Second</p><p class="narrow">Subscribe</p>
<p class="wide">Far away</p><textarea rows="1">One
two
three</textarea>
"""


def test_the_probe_finds_what_does_not_fit(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(BAD, encoding="utf-8")
    with serve(tmp_path) as address, open_page(browser, address) as page:
        found = "\n".join(page.evaluate(probe("crowding")))
    assert "is cut: “Words in a box”" in found
    assert "stands upon “First”: “Second”" in found
    assert "breaks “Subscribe”" in found
    assert "sticks out: “Far away”" in found
    assert "is cut: “One\ntwo\nthree”" in found
