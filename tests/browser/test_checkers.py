"""The checkers find what is wrong, and nothing in a page that is right: else their silence says nothing."""

import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.checkers import find_barriers, find_markup_faults, find_style_faults
from tests.browser.modes import MODES, Mode, open_page, sideways_scroll
from tests.browser.serving import serve

pytestmark = pytest.mark.browser

GOOD = """<!DOCTYPE html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Officers of Exampleton Labour</title>
    <style>@media (prefers-color-scheme: dark) { body { color: #fff; background: #000; } }</style>
  </head>
  <body><main><h1>Officers</h1><p>Nobody stood for treasurer.</p></main></body>
</html>
"""
BAD = """<!doctype html>
<html>
  <head><title>Officers</title><style>b { colour: red; }</style></head>
  <body><h3>Officers</h4><img src="chair.png"><table width=900><tr><td style="min-width: 900px">Chair</table></body>
</html>
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A folder with one page that is right."""
    (tmp_path / "index.html").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A folder with one page that is wrong in every way."""
    (tmp_path / "index.html").write_text(BAD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_axe_finds_barriers_in_a_bad_page_in_every_mode(browser: Browser, bad: Path, mode: Mode) -> None:
    with serve(bad) as address, open_page(browser, address, mode) as page:
        rules = {barrier.partition(":")[0] for barrier in find_barriers(page)}
    assert {"html-has-lang", "image-alt"} <= rules


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_axe_finds_no_barrier_in_a_good_page_in_any_mode(browser: Browser, good: Path, mode: Mode) -> None:
    with serve(good) as address, open_page(browser, address, mode) as page:
        assert find_barriers(page) == ()
        assert sideways_scroll(page) == 0


def test_sideways_scroll_is_measured_in_pixels(browser: Browser, bad: Path) -> None:
    with serve(bad) as address, open_page(browser, address, Mode("320", width=320)) as page:
        assert sideways_scroll(page) > 500


def test_the_nu_checker_tells_good_from_bad(good: Path) -> None:
    assert find_markup_faults(good) == ()
    (good / "bad.html").write_text(BAD, encoding="utf-8")
    (good / "style.css").write_text("p { colour: red; }", encoding="utf-8")
    faults = find_markup_faults(good)
    assert any(fault.startswith("bad.html: error:") for fault in faults)
    assert any(fault.startswith("style.css: error:") for fault in faults)


def test_html_validate_tells_good_from_bad(good: Path) -> None:
    assert find_style_faults(good) == ()
    (good / "bad.html").write_text(BAD, encoding="utf-8")
    assert any(fault.startswith("bad.html:4: ") for fault in find_style_faults(good))


def test_a_folder_is_served_with_addresses_of_folders_and_its_own_page_for_what_is_missing(good: Path) -> None:
    (good / "404.html").write_text("<p>Not here.</p>", encoding="utf-8")
    (good / "news").mkdir()
    (good / "news" / "index.html").write_text("<p>News</p>", encoding="utf-8")
    with serve(good) as address:
        with urllib.request.urlopen(f"{address}news/") as answer:
            assert answer.read() == b"<p>News</p>"
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(f"{address}motions/")
    with missing.value as answer:
        assert answer.code == 404
        assert answer.read() == b"<p>Not here.</p>"


SCRIPTED = """<!DOCTYPE html>
<title>Search</title>
<h1>Before</h1>
<noscript><p>Without script</p></noscript>
<script>document.querySelector("h1").textContent = "After";</script>
<script>setInterval(() => document.querySelector("h1").textContent = "Late", 1)</script>
"""


def test_a_page_read_without_script_runs_none_but_can_be_examined(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(SCRIPTED, encoding="utf-8")
    with serve(tmp_path) as address, open_page(browser, address, Mode("no-script", script=False)) as page:
        page.wait_for_timeout(50)
        assert page.locator("h1").inner_text() == "Before"
        assert page.locator("noscript p").inner_text() == "Without script"
        assert any(barrier.startswith("html-has-lang:") for barrier in find_barriers(page))
