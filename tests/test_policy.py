"""The content security policy: on every page, in the headers, in the words about them, and in a real browser."""

import base64
import hashlib
import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Error, Page

from sitegen.policy import HEADERS_FILE, headers_file, make_headers, page_policy
from tests import ROOT
from tests.browser.modes import Mode, open_page
from tests.browser.page_types import find_page_types
from tests.parties import TODAY, write_party

META: Final = re.compile(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
DATA: Final = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
LISTEN: Final = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


def read_policy(text: str) -> dict[str, list[str]]:
    """The lists of a policy by their names."""
    return {words[0]: words[1:] for part in text.split(";") if (words := part.split())}


def rate(*policies: str) -> list[list[dict[str, object]]]:
    """What Google's csp_evaluator finds in each policy."""
    said = subprocess.run(
        ["node", str(ROOT / "tests/csp.mjs"), *policies], capture_output=True, text=True, check=True, cwd=ROOT
    )
    found: list[list[dict[str, object]]] = json.loads(said.stdout)
    return found


@pytest.mark.slow
def test_every_page_carries_the_policy_and_it_allows_only_the_sites_own_files(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        if path.name == "email.html":
            continue
        html = path.read_text(encoding="utf-8")
        found = META.findall(html)
        assert len(found) == 1, path
        policy = read_policy(found[0])
        data = DATA.findall(html)
        prints = [f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in data]
        assert policy.pop("default-src") == policy.pop("base-uri") == ["'none'"], path
        assert policy.pop("script-src") == ["'self'", *prints], path
        assert set(map(tuple, policy.values())) == {("'self'",)}, path
        assert "unsafe" not in found[0]


@pytest.mark.slow
def test_the_file_of_headers_is_published_with_what_only_a_header_can_say(built_site: Path) -> None:
    text = (built_site / HEADERS_FILE).read_text(encoding="utf-8")
    assert text == headers_file("https://exampleton.example.org/")
    assert text.startswith("/*\n  Content-Security-Policy: default-src 'none'; ")
    assert "frame-ancestors 'none'" in text
    assert "\n  Strict-Transport-Security: max-age=31536000\n" in text


def test_a_site_without_https_promises_none() -> None:
    assert "Strict-Transport-Security" not in make_headers("http://exampleton.example.org/")


@pytest.mark.parametrize("form", ['add_header {} "{}" always;', 'Header always set {} "{}"'])
def test_the_page_on_headers_has_each_of_them_for_hosts_of_ones_own(form: str) -> None:
    page = (ROOT / "docs/headers.md").read_text(encoding="utf-8")
    for name, value in make_headers("https://exampleton.example.org/").items():
        assert form.format(name, value) in page
        assert f"`{name}`" in page


def test_csp_evaluator_finds_nothing_high_in_page_and_header() -> None:
    mild, bad = 50, "script-src 'unsafe-inline'"
    policies = page_policy('{"@context":"https://schema.org"}'), make_headers("https://x.example.org/")
    page, header, other = rate(policies[0], policies[1]["Content-Security-Policy"], bad)
    for one in (*page, *header):
        assert isinstance(one["severity"], int)
        assert one["severity"] >= mild, one
    assert any(one["severity"] == 10 for one in other), "it would find something"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 412])
def test_nothing_of_any_page_type_is_stopped_by_its_policy(
    browser: Browser, built_site: Path, served_site: str, width: int
) -> None:
    with open_page(browser, "about:blank", Mode("usual", width=width)) as page:
        page.add_init_script(LISTEN)
        for place in find_page_types(built_site):
            page.goto(served_site + place, wait_until="load")
            assert page.evaluate("document.fonts.ready.then(() => window.refused)") == [], place


@pytest.mark.browser
def test_what_a_stranger_would_add_is_stopped(browser: Browser, served_site: str) -> None:
    with open_page(browser, "about:blank") as page:
        page.add_init_script(LISTEN)
        page.goto(served_site, wait_until="load")
        page.evaluate(
            """() => {
              for (const [name, text] of [["script", "window.ran = true"], ["style", "body {opacity: .5}"]]) {
                const added = document.createElement(name);
                added.textContent = text;
                document.body.append(added);
              }
              const picture = new Image();
              picture.src = "https://tracker.example.org/dot.gif";
              document.body.append(picture);
            }"""
        )
        page.wait_for_function("window.refused.length >= 3")
        refused = " ".join(page.evaluate("window.refused"))
        assert all(name in refused for name in ("script-src", "style-src", "img-src"))
        assert page.evaluate("window.ran") is None
        assert page.evaluate("getComputedStyle(document.body).opacity") == "1"


@contextmanager
def serving(party: Path) -> Iterator[str]:
    """`sitegen serve` on a party; the address at which it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    program = str(Path(sys.executable).with_name("sitegen"))
    server = subprocess.Popen(
        [program, "serve", "--today", TODAY, "-a", address],
        cwd=party,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{address}/"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=60)


def _open_when_ready(page: Page, address: str) -> None:
    """Open a page of a server that is still building; a refused connection is asked for again."""
    page.goto("about:blank")
    for _ in range(240):
        try:
            page.goto(address, wait_until="load")
        except Error:
            page.wait_for_timeout(500)
        else:
            return
    pytest.fail(f"{address} does not answer.")


@pytest.mark.browser
@pytest.mark.slow
def test_a_page_that_is_served_shows_a_change_by_itself_under_the_same_policy(browser: Browser, tmp_path: Path) -> None:
    party = write_party(tmp_path)
    with serving(party) as address, open_page(browser, "about:blank") as page:
        page.add_init_script(LISTEN)
        _open_when_ready(page, f"{address}news/fair/")
        policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
        assert "default-src 'none'" in (policy or "")
        write_party(
            party, {"content/news/fair.md": "---\ntitle: The summer fair\ndate: 2026-03-01\n---\nCome along.\n"}
        )
        page.get_by_role("heading", level=1, name="The summer fair").wait_for(timeout=120_000)
        assert page.evaluate("window.refused") == []
