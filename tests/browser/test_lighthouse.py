"""Lighthouse gives 100 for access, good practice and being found; performance is reported, not asserted.

Pages are sent compressed, as hosts do: a slow line is part of what is simulated.
"""

from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.browser.lighthouse import find_lighthouse_faults, visit
from tests.browser.page_types import find_page_types
from tests.browser.quality_log import Note
from tests.browser.sample_sites import find_names
from tests.browser.serving import serve

pytestmark = pytest.mark.browser

Build = Callable[[str], Path]
RUNS = 3


def is_hidden(folder: Path, place: str) -> bool:
    """Whether a page asks search engines to leave it out."""
    file = folder / place if place.endswith(".html") else folder / place / "index.html"
    return 'name="robots" content="noindex"' in file.read_text(encoding="utf-8")


def test_lighthouse_gives_the_richest_report_full_marks_and_nothing_moves(built_site: Path) -> None:
    place = "reports/february-2026-general-meeting/"
    with serve(built_site, is_compressed=True) as address:
        (page,) = visit([address + place])
    assert list(find_lighthouse_faults(page, is_hidden=False)) == []


def test_lighthouse_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!DOCTYPE html><title>x</title><img src='a.png'>", encoding="utf-8")
    with serve(tmp_path) as address:
        (page,) = visit([address])
    found = list(find_lighthouse_faults(page, is_hidden=False))
    assert any(fault.startswith("image-alt") for fault in found)
    assert any(fault.startswith("accessibility: ") for fault in found)


@pytest.mark.everywhere
@pytest.mark.parametrize("site", find_names())
def test_lighthouse_gives_every_page_type_full_marks(build_sample: Build, site: str, note: Note) -> None:
    folder = build_sample(site)
    places = find_page_types(folder)
    with serve(folder, is_compressed=True) as address:
        pages = list(visit([address + place for place in places], RUNS))
    found = [
        f"{place}: {fault}"
        for place, page in zip(places, pages, strict=True)
        for fault in find_lighthouse_faults(page, is_hidden(folder, place))
    ]
    speeds, times = [page.scores["performance"] for page in pages], [page.blocked for page in pages]
    speed = {"performance": median(speeds), "slowest": min(speeds), "blocked": median(times), "longest": max(times)}
    still = {"shift": max(page.shift for page in pages), "power": median(page.power for page in pages)}
    note("Lighthouse", site, "mobile", len(places), len(found), **speed, **still)
    assert "\n".join(found) == ""
