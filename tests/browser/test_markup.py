"""The HTML, CSS and SVG of every sample site, every file of it, as two checkers see them."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.browser.checkers import find_markup_faults, find_style_faults
from tests.browser.quality_log import Note
from tests.browser.sample_sites import find_names

pytestmark = pytest.mark.browser

CHECKERS: Final = {"Nu HTML checker": find_markup_faults, "html-validate": find_style_faults}


@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("site", find_names())
def test_every_file_of_every_sample_site_passes_the_checkers_of_markup(
    build_sample: Callable[[str], Path], site: str, checker: str, note: Note
) -> None:
    folder = build_sample(site)
    found = CHECKERS[checker](folder)
    note(checker, site, "files", len([*folder.rglob("*.html")]), len(found))
    assert "\n".join(found) == ""
