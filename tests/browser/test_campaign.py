"""The example of a campaign, whole: no barrier, no broken link, clean markup, the tally first."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests import ROOT
from tests.browser.checkers import find_barriers, find_markup_faults, find_style_faults
from tests.browser.modes import MODES, Mode, open_page, sideways_scroll
from tests.browser.serving import serve
from tests.pages import find_broken_links
from tests.parties import TODAY, run_sitegen

pytestmark = pytest.mark.browser

CAMPAIGN: Final = ROOT / "examples" / "campaign"
CONTEST: Final = "elections/members-seats-2026/"
PLACES: Final = (
    "",
    "events/",
    "motions/ask-your-party/",
    CONTEST,
    f"{CONTEST}nominations/",
    f"{CONTEST}odile-marchpane/",
    f"{CONTEST}members-ask/",
    "newsletters/week-eight/",
    "subscribe/",
)
SEEN: Final = [mode for mode in MODES if mode.name in ("light", "320-dark")]


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example of a campaign, built."""
    site = tmp_path_factory.mktemp("campaign") / "site"
    built = run_sitegen(CAMPAIGN, "build", "--today", TODAY, "-d", str(site))
    assert built.returncode == 0, built.stdout + built.stderr
    assert "warning" not in built.stderr
    return site


@pytest.fixture(scope="module")
def served(campaign: Path) -> Iterator[str]:
    """The address at which it can be read."""
    with serve(campaign) as address:
        yield address


def test_every_link_of_the_campaign_resolves(campaign: Path) -> None:
    assert list(find_broken_links(campaign, "https://odile.example.org/")) == []


def test_the_markup_of_the_campaign_passes_the_nu_checker(campaign: Path) -> None:
    assert find_markup_faults(campaign) == ()


def test_the_markup_of_the_campaign_passes_html_validate(campaign: Path) -> None:
    assert find_style_faults(campaign) == ()


@pytest.mark.parametrize("mode", SEEN, ids=lambda mode: mode.name)
def test_the_home_page_of_the_campaign_has_no_barrier_and_no_sideways_scroll(
    browser: Browser, served: str, mode: Mode
) -> None:
    with open_page(browser, served, mode) as page:
        assert find_barriers(page) == ()
        assert sideways_scroll(page) == 0


@pytest.mark.everywhere
@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
@pytest.mark.parametrize("place", PLACES)
def test_every_page_type_of_the_campaign_holds_in_every_mode(
    browser: Browser, served: str, place: str, mode: Mode
) -> None:
    with open_page(browser, served + place, mode) as page:
        assert find_barriers(page) == ()
        if not mode.printed:
            assert sideways_scroll(page) == 0


def test_the_tally_comes_first_on_the_home_page_of_a_campaign(browser: Browser, served: str) -> None:
    with open_page(browser, served) as page:
        headings = page.locator("main h2").all_inner_texts()
        assert headings[0] == "Nominations so far"
        assert page.locator("main table").first.inner_text().splitlines()[0].startswith("Members’ seats")
        assert page.locator(".tally b").all_inner_texts() == ["22", "9"]


def test_the_opening_of_a_campaign_fills_the_width(browser: Browser, served: str) -> None:
    with open_page(browser, served, Mode("wide", width=1280)) as page:
        box = page.locator("main > .hero").bounding_box()
        assert box is not None
        assert (box["x"], box["width"]) == (0, 1280)
