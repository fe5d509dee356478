"""A model motion in a browser: blanks are filled on the page, the text is copied, and nothing is sent."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.checkers import find_barriers
from tests.browser.modes import Mode, open_page, watch_requests

pytestmark = pytest.mark.browser

MODEL = "motions/fair-contracts-model/"


def test_blanks_are_filled_on_the_page_and_in_letters_and_nothing_is_sent(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + MODEL) as page:
        asked = watch_requests(page)
        page.get_by_role("textbox", name="Name of your council").fill("Bath & <b>Wells</b>")
        marks = page.locator('mark[data-blank="council"]')
        assert set(marks.all_inner_texts()) == {"Bath & <b>Wells</b>"}
        link = page.get_by_role("link", name="Open in your mail program").first
        assert "Bath%20%26%20%3Cb%3EWells" in (link.get_attribute("href") or "")
        page.get_by_role("textbox", name="Name of your council").fill("")
        assert set(marks.all_inner_texts()) == {"[name of your council]"}
        assert find_barriers(page) == ()
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert asked == []


def test_the_text_is_copied_with_what_was_filled_in(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + MODEL) as page:
        page.evaluate("Object.assign(navigator.clipboard, {writeText: async (text) => {window.copied = text}})")
        page.get_by_role("textbox", name="Name of your party").fill("Smallton Labour")
        page.get_by_role("button", name="Copy the text").click()
        page.get_by_text("Copied.").wait_for()
        copied = page.evaluate("window.copied")
        assert "Smallton Labour notes" in copied
        assert "   a)  a last bus after the end of the last shift," in copied
        assert "[name of your council]" in copied


def test_what_was_filled_in_is_printed_and_the_form_is_not(browser: Browser, served_site: str, tmp_path: Path) -> None:
    with open_page(browser, served_site + MODEL) as page:
        page.get_by_role("textbox", name="Name of your party").fill("Smallton Labour")
        marks = page.locator('main mark[data-blank="clp"]')
        expect(marks.first).to_have_text("Smallton Labour")
        page.emulate_media(media="print")
        assert not page.get_by_role("textbox", name="Name of your party").is_visible()
        look = "mark => getComputedStyle(mark).textDecorationLine + getComputedStyle(mark).borderBottomStyle"
        assert set(marks.evaluate_all(f"marks => marks.map({look})")) == {"nonenone"}
        unfilled = page.locator('main mark[data-blank="council"]').first.evaluate(look)
        assert "underline" in unfilled or "dashed" in unfilled, "what is still to fill in is seen"
        page.pdf(path=str(tmp_path / "printed.pdf"))
    command = ["pdftotext", str(tmp_path / "printed.pdf"), "-"]
    text = " ".join(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert "Smallton Labour notes" in text
    assert "[name of your party]" not in text
    assert "[name of your council]" in text


def test_without_a_script_the_blanks_are_words_and_there_is_no_form(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + MODEL, Mode("no-script", script=False)) as page:
        assert page.locator('mark[data-blank="clp"]').first.inner_text() == "[name of your party]"
        assert not page.get_by_role("button", name="Copy the text").is_visible()
        assert page.get_by_role("link", name="Open in your mail program").first.is_visible()


def test_a_link_to_a_clause_leads_to_it(browser: Browser, served_site: str) -> None:
    with open_page(browser, f"{served_site}motions/fair-pay/#resolves-2-c") as page:
        clause = page.locator("#resolves-2-c")
        assert clause.evaluate("element => element.matches(':target')")
        assert "10.30 pm" in clause.inner_text()
