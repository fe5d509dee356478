"""The two looks, and a party's own files in the place of the theme's."""

from pathlib import Path
from typing import Final

import pytest

from sitegen.looks.stylesheet import make_stylesheet
from sitegen.theming.folders import LOOKS, find_folders
from tests import ROOT
from tests.parties import TODAY, run_program, run_sitegen, write_party

pytestmark = pytest.mark.slow

THEME: Final = ROOT / "themes" / "clp"
SETTINGS: Final = (
    "site_name: Smallton Labour\nsite_url: https://smallton.example.org/\ndocs_dir: content\nplugins: [sitegen]\n"
)
OWN: Final = SETTINGS + "theme: {name: clp, custom_dir: theme}\n"
OWN_HERO: Final = """{% macro hero(title, lead="", actions=(), figures=()) %}
<div class="hero"><h1>{{ title }}</h1><p>Smallton’s own.</p>{% if caller is defined %}{{ caller() }}{% endif %}</div>
{% endmacro %}
"""


def build(party: Path, *, program: str = "sitegen") -> Path:
    """The built site of a party's folder."""
    site = party / "site"
    if program == "sitegen":
        built = run_sitegen(party, "build", "--today", TODAY)
    else:
        built = run_program(program, party, "build", "--quiet")
    assert built.returncode == 0, built.stdout + built.stderr
    return site


def sheet_of(site: Path) -> str:
    """The stylesheet of every page."""
    (sheet,) = (site / "assets").glob("style.*.css")
    return sheet.read_text(encoding="utf-8")


@pytest.mark.parametrize("program", ["sitegen", "mkdocs"])
def test_a_party_overrides_one_component_by_one_file_of_the_same_name(program: str, tmp_path: Path) -> None:
    files = {"mkdocs.yml": OWN, "theme/components/hero/macro.html": OWN_HERO}
    site = build(write_party(tmp_path, files), program=program)
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "<h1>Welcome</h1><p>Smallton’s own.</p>" in home
    assert 'class="masthead"' in home


def test_a_party_overrides_a_style_a_page_and_a_file(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": OWN,
        "theme/components/tag/style.css": ".tag {color: green}\n",
        "theme/pages/search.html": "<h1>Looking for something?</h1>\n",
        "theme/assets/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>\n',
    }
    site = build(write_party(tmp_path, files))
    assert ".tag{color:green}" in sheet_of(site)
    assert "<h1>Looking for something?</h1>" in (site / "search" / "index.html").read_text(encoding="utf-8")
    assert 'viewBox="0 0 1 1"' in (site / "assets" / "icon.svg").read_text(encoding="utf-8")


def test_a_look_changes_the_opening_of_the_home_page_alone(tmp_path: Path) -> None:
    party = build(write_party(tmp_path / "party"))
    bold = build(write_party(tmp_path / "bold", {"mkdocs.yml": SETTINGS + "theme: {name: clp, look: campaign}\n"}))
    assert sheet_of(bold) != sheet_of(party)
    for page in ("news/index.html", "news/fair/index.html", "subscribe/index.html"):
        one, other = ((site / page).read_text(encoding="utf-8") for site in (party, bold))
        assert one.partition("<main")[2] == other.partition("<main")[2]


def test_every_look_shares_the_components() -> None:
    for look in LOOKS:
        folders = find_folders(THEME, look, None)
        assert folders.all[-1] == THEME
        assert [path for folder in folders.ours[:-1] for path in folder.rglob("*.html")] == []
    sheets = {look: make_stylesheet(find_folders(THEME, look, None).all, None) for look in LOOKS}
    assert len(set(sheets.values())) == len(LOOKS)


def test_what_a_party_adds_to_the_styles_stands_behind_the_look(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "look.css").write_text(".hero {color: green}\n", encoding="utf-8")
    sheet = make_stylesheet(find_folders(THEME, "campaign", str(tmp_path)).all, None)
    assert sheet.index(".page>.hero{--ink") < sheet.index(".hero{color:green}") < sheet.rindex("@media print")
