"""What pages weigh: everything a first visit asks for, as hosts send it, without pictures."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.pages import read_pages
from tests.parties import TODAY, run_sitegen, write_party

pytestmark = pytest.mark.slow

MOST_OF_HOME: Final = 30_000
MOST_OF_A_REPORT: Final = 40_000
MOST_SCRIPT: Final = 15_000
MOST_REQUESTS: Final = 5
LETTERS: Final = 33_000
_ASKED: Final = re.compile(r'<(?:link rel="(?:stylesheet|preload)" href|script src)="([^"]+)"([^>]*)>')


def asked_for(page: Path, site: Path) -> Iterator[Path]:
    """The page, and each file that its head or its end asks for; no pictures."""
    yield page
    for address, _ in _ASKED.findall(page.read_text(encoding="utf-8")):
        yield find_file(address, page, site)


def find_file(address: str, page: Path, site: Path) -> Path:
    """The file at an address that a page names; 404.html names them from the root."""
    return site / address[1:] if address.startswith("/") else (page.parent / address).resolve()


def sent(file: Path) -> int:
    """How many bytes a host sends of a file: fonts are compressed already."""
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(gzip.compress(content, 6))


def test_the_home_page_is_light_and_asks_for_little(built_site: Path) -> None:
    files = list(asked_for(built_site / "index.html", built_site))
    assert len(files) <= MOST_REQUESTS
    assert sum(map(sent, files)) <= MOST_OF_HOME


def test_a_long_report_is_light(tmp_path: Path) -> None:
    words = (Path(__file__).parent.parent / "content/reports/february-2026-general-meeting.md").read_text("utf-8")
    told = words.partition("---\n")[2].partition("---\n")[2]
    body = (told * (LETTERS // len(told) + 1))[:LETTERS].replace("[", "").replace("]", "").replace("^", "")
    front = "---\ntitle: All that was said\ndate: 2026-03-01\nmeeting: March meeting\nmeeting_date: 2026-03-01\n---\n"
    party = write_party(tmp_path, {"content/reports/long.md": front + body})
    built = run_sitegen(party, "build", "--today", TODAY)
    assert built.returncode == 0, built.stderr
    page = party / "site/reports/long/index.html"
    assert len(page.read_text(encoding="utf-8")) > LETTERS
    assert sum(map(sent, asked_for(page, party / "site"))) <= MOST_OF_A_REPORT


def test_scripts_are_deferred_and_small_on_every_page(built_site: Path) -> None:
    for path in read_pages(built_site):
        page = built_site / path
        scripts = [
            (address, rest) for address, rest in _ASKED.findall(page.read_text("utf-8")) if address.endswith(".js")
        ]
        assert all("defer" in rest for _, rest in scripts), path
        assert sum(sent(find_file(address, page, built_site)) for address, _ in scripts) <= MOST_SCRIPT, path
        if not path.startswith("search"):
            assert not any(address.endswith("search.js") for address, _ in scripts), path


def test_scripts_are_for_search_colours_filters_forms_and_copying_alone(built_site: Path) -> None:
    names = {file.stem for file in (built_site / "assets").glob("*.js")}
    assert names == {"fill-in", "filter", "scheme", "search", "share"}
