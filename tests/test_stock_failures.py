"""What stock Material is known to get wrong for people with disabilities, each a test that we do not."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.browser.modes import Mode, open_page
from tests.browser.page_types import find_pages
from tests.browser.sample_sites import find_names
from tests.browser.serving import serve

pytestmark = pytest.mark.browser

Build: TypeAlias = Callable[[str], Path]
SCHEMES: Final = (Mode("light"), Mode("dark", colours="dark"))
LEAST: Final = 4.5
"""The contrast that WCAG 2.2 asks of text (1.4.3)."""
CONTRAST: Final = """
(all) => {
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((one) => one / 255)
      .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const ground = (one) => {
    for (let up = one; up; up = up.parentElement) {
      const colour = parts(getComputedStyle(up).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  return all.map((one) => {
    const [a, b] = [light(parts(getComputedStyle(one).color)), light(ground(one))].sort();
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
}
"""
every_site = pytest.mark.parametrize("site", find_names())
every_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda mode: mode.name)


def pages_of(folder: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """Every page of a built site with its elements."""
    for place in find_pages(folder):
        file = folder / (place if place.endswith(".html") else f"{place}index.html")
        yield place, html.parse(str(file)).getroot()


@every_scheme
def test_the_foot_of_every_page_has_enough_contrast(browser: Browser, served_site: str, scheme: Mode) -> None:
    with open_page(browser, served_site, scheme) as page:
        words = page.locator(".foot :is(a, p, h2)")
        assert words.count() > 10
        assert min(words.evaluate_all(CONTRAST)) >= LEAST


@every_scheme
def test_the_field_for_words_to_look_for_has_enough_contrast(browser: Browser, served_site: str, scheme: Mode) -> None:
    with open_page(browser, f"{served_site}search/", scheme) as page:
        page.get_by_role("searchbox").fill("buses")
        words = page.locator("search :is(input, label, button)")
        assert words.count() == 3
        assert min(words.evaluate_all(CONTRAST)) >= LEAST
        assert page.locator("[placeholder]").count() == 0


@every_site
def test_whatever_opens_over_a_page_has_a_name(build_sample: Build, site: str) -> None:
    for place, page in pages_of(build_sample(site)):
        for opened in page.xpath("//*[@popover or self::dialog or @role='dialog']"):
            assert opened.get("aria-label") or opened.get("aria-labelledby"), place


@every_site
def test_landmarks_that_are_there_twice_have_names_of_their_own(build_sample: Build, site: str) -> None:
    for place, page in pages_of(build_sample(site)):
        for sort in ("nav", "aside", "search", "section"):
            found = [_name(one, page) for one in page.iter(sort) if sort != "section" or _name(one, page)]
            assert len(set(found)) == len(found), (place, sort, found)
            assert len(found) < 2 or all(found), (place, sort)
        assert [len(page.xpath(f"//body/{one}")) for one in ("header", "main", "footer")] == [1, 1, 1], place


def _name(element: html.HtmlElement, page: html.HtmlElement) -> str:
    if labelled := element.get("aria-labelledby"):
        return " ".join(page.get_element_by_id(one).text_content().strip() for one in labelled.split())
    return str(element.get("aria-label", ""))


@every_site
def test_a_table_that_scrolls_can_be_reached_by_keyboard_and_has_a_name(build_sample: Build, site: str) -> None:
    for place, page in pages_of(build_sample(site)):
        for box in page.find_class("scroll"):
            assert box.get("tabindex") == "0", place
            assert _name(box, page), place


def test_no_box_scrolls_that_the_keyboard_does_not_reach(browser: Browser, served_site: str) -> None:
    for place in ("elections/national-committee-2026/nominations/", "reports/february-2026-general-meeting/"):
        with open_page(browser, served_site + place, Mode("320", width=320)) as page:
            boxes = page.locator("main *").evaluate_all(
                "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.checkVisibility()"
                " && /auto|scroll/.test(getComputedStyle(one).overflowX)).map((one) => one.tabIndex)"
            )
            assert boxes != []
            assert set(boxes) == {0}, place


@every_site
def test_no_checkbox_asks_to_be_completed_and_every_field_has_one_name_of_its_own(
    build_sample: Build, site: str
) -> None:
    for place, page in pages_of(build_sample(site)):
        fields = page.xpath("//input[not(@type='hidden')] | //select | //textarea")
        assert page.xpath("//input[@type='checkbox' or @type='radio'][@autocomplete]") == [], place
        labels = [[(label.text or "").strip() for label in (*page.xpath("//label[@for=$id]", id=one.get("id") or "?"),
                                                            *one.iterancestors("label"))]
                  for one in fields if one.get("type") != "checkbox"]  # fmt: skip
        assert all(len(one) == 1 and one[0] for one in labels), (place, labels)
        assert len({one[0] for one in labels}) == len(labels), (place, labels)


@every_site
def test_every_form_has_a_button_that_sends_it(build_sample: Build, site: str) -> None:
    for place, page in pages_of(build_sample(site)):
        for form in page.iter("form"):
            assert form.xpath(".//button[@type='submit']"), place


@every_site
def test_no_page_has_a_script_a_style_or_a_style_attribute_of_its_own(build_sample: Build, site: str) -> None:
    for place, page in pages_of(build_sample(site)):
        assert page.xpath("//script[not(@src)][not(@type='application/ld+json')] | //style | //*[@style]") == [], place
        named = {name for one in page.iter() for name in one.attrib}
        assert [name for name in named if re.match("on[a-z]", name)] == [], place


def test_a_bare_field_would_be_found(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p style='color: #777'>Grey on white</p>", encoding="utf-8")
    with serve(tmp_path) as address, open_page(browser, address) as page:
        (contrast,) = page.locator("p").evaluate_all(CONTRAST)
    assert contrast == pytest.approx(4.48, abs=0.01)
