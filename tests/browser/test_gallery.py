"""The gallery of components: each example renders, validates and has no barrier, in both looks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from sitegen.component_gallery.components import read_component
from sitegen.looks.stylesheet import make_stylesheet
from sitegen.theming.folders import LOOKS, find_folders
from sitegen.words import make_id
from tests import ROOT
from tests.browser.checkers import find_barriers, find_markup_faults, find_style_faults
from tests.browser.modes import MODES, Mode, open_page, sideways_scroll
from tests.browser.serving import serve
from tests.parties import read_tree, run_sitegen

pytestmark = pytest.mark.browser

THEME: Final = ROOT / "themes" / "clp"
COMPONENTS: Final = [read_component(folder) for folder in sorted((THEME / "components").iterdir()) if folder.is_dir()]
every_component = pytest.mark.parametrize("number", range(len(COMPONENTS)), ids=[one.name for one in COMPONENTS])


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gallery, made by the command."""
    folder = tmp_path_factory.mktemp("gallery")
    made = run_sitegen(folder, "gallery", "-d", "shown")
    assert made.returncode == 0, made.stdout + made.stderr
    assert made.stdout.startswith(f"Made a gallery of {len(COMPONENTS)} components.")
    return folder / "shown"


@pytest.fixture(scope="module")
def served_gallery(gallery: Path) -> Iterator[str]:
    """The address at which it can be read."""
    with serve(gallery) as address:
        yield address


def test_the_gallery_shows_every_example_of_every_component_in_both_looks(gallery: Path) -> None:
    index = (gallery / "index.html").read_text(encoding="utf-8")
    for component in COMPONENTS:
        assert f'href="{component.name}/index.html"' in index
        page = (gallery / component.name / "index.html").read_text(encoding="utf-8")
        for example in component.examples:
            for look in LOOKS:
                file = f"{make_id(example.name)}-{look}.html"
                assert page.count(f'<iframe src="{file}"') == 2
                assert f"assets/{look}.css" in (gallery / component.name / file).read_text(encoding="utf-8")


def test_names_in_the_words_of_the_gallery_stand_as_code(gallery: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in (gallery / "index.html", *gallery.glob("*/index.html"))]
    assert any("<code>" in page for page in pages)
    assert [page for page in pages if "`" in page] == []


def test_the_gallery_is_drawn_with_the_stylesheets_of_sites(gallery: Path) -> None:
    for look in LOOKS:
        sheet = (gallery / "assets" / f"{look}.css").read_text(encoding="utf-8")
        assert sheet == make_stylesheet(find_folders(THEME, look, None).all, None)


def test_the_gallery_made_twice_is_the_same(gallery: Path, tmp_path: Path) -> None:
    assert run_sitegen(tmp_path, "gallery").returncode == 0
    assert run_sitegen(tmp_path, "gallery").returncode == 0
    assert read_tree(tmp_path / "gallery") == read_tree(gallery)


def test_the_gallery_is_not_laid_over_other_files(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    made = run_sitegen(tmp_path, "gallery", "-d", ".")
    assert made.returncode == 2
    assert "There are other files in '.'. Name an empty folder with -d." in made.stderr
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "Dear all"


def test_the_gallery_shows_a_partys_own_component(tmp_path: Path) -> None:
    own = tmp_path / "theme" / "components" / "stamp"
    own.mkdir(parents=True)
    (own / "macro.html").write_text(
        '{% macro stamp(words, icon_name="") %}\n<p>Ours: {{ words }}</p>\n{% endmacro %}\n', encoding="utf-8"
    )
    assert run_sitegen(tmp_path, "gallery", "--custom-dir", "theme").returncode == 0
    shown = [path.read_text(encoding="utf-8") for path in (tmp_path / "gallery" / "stamp").glob("*-party.html")]
    assert shown
    assert all("<p>Ours: " in text for text in shown)


def test_the_markup_of_the_gallery_passes_the_nu_checker(gallery: Path) -> None:
    assert find_markup_faults(gallery) == ()


def test_the_markup_of_the_gallery_passes_html_validate(gallery: Path) -> None:
    assert find_style_faults(gallery) == ()


def _find_faults(browser: Browser, address: str, number: int, look: str, mode: Mode) -> list[str]:
    """What is wrong with the examples of a component, each with its name."""
    component = COMPONENTS[number]
    found = []
    for example in component.examples:
        with open_page(browser, f"{address}{component.name}/{make_id(example.name)}-{look}.html", mode) as page:
            found += [f"{example.name}: {one}" for one in find_barriers(page)]
            if not mode.printed and (wider := sideways_scroll(page)):
                found.append(f"{example.name}: {wider} pixels too wide")
    return found


@pytest.mark.parametrize("name", ["hero", "person", "tally", "ticket"])
def test_the_examples_of_rich_components_have_no_barrier(browser: Browser, served_gallery: str, name: str) -> None:
    number = [one.name for one in COMPONENTS].index(name)
    assert _find_faults(browser, served_gallery, number, LOOKS[1], MODES[0]) == []


@pytest.mark.everywhere
@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
@pytest.mark.parametrize("look", LOOKS)
@every_component
def test_no_example_has_a_barrier_in_any_look_and_mode(
    browser: Browser, served_gallery: str, number: int, look: str, mode: Mode
) -> None:
    assert _find_faults(browser, served_gallery, number, look, mode) == []


@pytest.mark.parametrize("place", ["index.html", "hero/index.html"])
def test_the_pages_of_the_gallery_have_no_barrier(browser: Browser, served_gallery: str, place: str) -> None:
    with open_page(browser, served_gallery + place) as page:
        assert find_barriers(page) == ()
        assert sideways_scroll(page) == 0
