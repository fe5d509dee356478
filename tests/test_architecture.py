"""The house stands as its plan says: what may import what, where libraries come in, rooms of one shape."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

from sitegen.catalogue import CATALOGUE
from sitegen.explanations import explained_codes
from tests import ROOT
from tests.house_rules import (
    find_bare_excuses,
    find_circles,
    find_homeless,
    find_kinds_in_kinds,
    find_long_modules,
    find_misshapen,
    find_named_kinds,
    find_pageless,
    find_prints,
    find_strangers,
    find_upward_imports,
    make_module,
    read_modules,
)

# From the ground up: a room imports only from layers below its own. A new room is named in the lowest
# layer that stands above everything it imports.
LAYERS: Final = (
    {
        "catalogue",
        "days",
        "fonts",
        "keeping",
        "policy",
        "reloading",
        "settings",
        "shapes",
        "swapping",
        "words",
        "written",
    },
    {"explanations", "meeting_secrets", "pictures", "problems"},
    {"markdown", "source", "upkeep"},
    {"clauses", "values"},
    {"papers", "schema"},
    {"article", "party"},
    {"datasets", "intake"},
    {"appending", "kind"},
    {"describing", "looks", "mail", "register", "unprinted", "word_files"},
    {"consent", "printing", "signing", "things"},
    {"calendars", "charts", "galleries"},
    {"elections"},
    {"kinds"},
    {"ageing", "links", "plain_words", "privacy", "reading"},
    {"checks"},
    {"site"},
    {"documents", "exports", "feeds", "json_schemas", "sharing", "state"},
    {"drafts"},
    {"pages"},
    {"theming"},
    {"component_gallery", "plugin"},
    {"building", "starting"},
    {"importing"},
    {"cli"},
    {"__main__"},
)
# The rooms through which a library comes in; all others know nothing of it.
DOORS: Final = {
    "PIL": {"component_gallery", "documents", "mail", "pictures", "sharing"},
    "click": {"cli"},
    "comrak": {"markdown"},
    "docx": {"documents", "word_files"},
    "css_inline": {"mail"},
    "dateutil": {"calendars"},
    "feedgen": {"feeds"},
    "frontmatter": {"source"},
    "icalendar": {"calendars"},
    "material": {"building", "plugin"},
    "mkdocs": {"building", "plugin"},
    "nh3": {"markdown"},
    "rcssmin": {"looks"},
    "rich": {"cli"},
    "typst": {"documents"},
    "yaml": {"component_gallery", "source"},
}
SOURCE_ENDINGS: Final = {".j2", ".jinja", ".map", ".md", ".py", ".pyc", ".scss", ".toml", ".yaml", ".yml"}

MODULES: Final = read_modules(ROOT / "sitegen", ROOT)
ALL_CODE: Final = (
    *MODULES,
    *(module for name in ("bench", "tests", "themes", "tools") for module in read_modules(ROOT / name, ROOT)),
)
KIND_FOLDERS: Final = sorted(file.parent for file in (ROOT / "sitegen" / "kinds").glob("*/__init__.py"))
COMPONENT_FOLDERS: Final = sorted(folder for folder in (ROOT / "themes/clp/components").iterdir() if folder.is_dir())


def listed(breaches: Iterable[str]) -> str:
    """One breach a line: pytest shows a long text in full, but not a long list."""
    return "\n".join(breaches)


def test_every_module_stands_in_a_layer() -> None:
    assert listed(find_homeless(MODULES, LAYERS)) == ""


def test_a_module_in_no_layer_is_told_where_to_go() -> None:
    (told,) = find_homeless([make_module("sitegen.utils", "")], LAYERS)
    assert told.startswith("sitegen.utils stands in no layer: name it in LAYERS")


def test_no_room_stands_in_two_layers() -> None:
    rooms = [room for layer in LAYERS for room in layer]
    assert len(rooms) == len(set(rooms))


def test_imports_go_down_only() -> None:
    assert listed(find_upward_imports(MODULES, LAYERS)) == ""


@pytest.mark.parametrize(
    "code",
    [
        "from sitegen.site import Site",
        "import sitegen.plugin",
        "from sitegen import cli",
        "from . import pages",
        "from .source import read_yaml",
        "def f():\n    from sitegen.checks import check",
    ],
)
def test_an_import_that_goes_up_or_sideways_is_found(code: str) -> None:
    (told,) = find_upward_imports([make_module("sitegen.markdown", code)], LAYERS)
    assert told.startswith("sitegen.markdown:")


@pytest.mark.parametrize("code", ["from ..site import Site", "from .. import site", "from sitegen import site"])
def test_an_import_that_goes_up_is_found_in_a_package(code: str) -> None:
    assert list(find_upward_imports([make_module("sitegen.register.__init__", code)], LAYERS))
    assert list(find_upward_imports([make_module("sitegen.register.seats", code)], LAYERS))


@pytest.mark.parametrize(
    "code",
    [
        "from sitegen import __version__",
        "from sitegen.problems import Problem",
        "from .spelling import spell",
        "import sitegen.register.areas",
        "import re",
    ],
)
def test_an_import_that_goes_down_or_stays_in_its_room_is_no_breach(code: str) -> None:
    assert list(find_upward_imports([make_module("sitegen.register.seats", code)], LAYERS)) == []


def test_no_imports_go_in_a_circle() -> None:
    assert listed(find_circles(MODULES)) == ""


def test_a_circle_of_imports_is_found() -> None:
    circle = [
        make_module("sitegen.register.__init__", "from sitegen.register.seats import Seat"),
        make_module("sitegen.register.seats", "from .areas import Area"),
        make_module("sitegen.register.areas", "from sitegen.register import Seat"),
    ]
    (told,) = find_circles(circle)
    assert "sitegen.register.seats imports sitegen.register.areas" in told


def test_a_library_comes_in_by_its_own_door_alone() -> None:
    assert listed(find_strangers(MODULES, DOORS)) == ""


@pytest.mark.parametrize(
    "code", ["import yaml", "from yaml import safe_load", "import yaml.nodes", "from mkdocs import x"]
)
def test_a_library_that_comes_in_elsewhere_is_found(code: str) -> None:
    (told,) = find_strangers([make_module("sitegen.kinds.news.__init__", code)], DOORS)
    assert told.startswith("sitegen.kinds.news.__init__:1 imports ")


def test_a_kind_imports_no_other_kind() -> None:
    assert listed(find_kinds_in_kinds(MODULES)) == ""


@pytest.mark.parametrize(
    "code", ["from sitegen.kinds.news import KIND", "from sitegen.kinds import KINDS", "from ..news import KIND"]
)
def test_a_kind_that_imports_another_is_found(code: str) -> None:
    assert list(find_kinds_in_kinds([make_module("sitegen.kinds.reports.view", code)]))


def test_a_kind_may_import_its_own_parts() -> None:
    own = "from sitegen.kinds.reports import view\nfrom .view import show"
    assert list(find_kinds_in_kinds([make_module("sitegen.kinds.reports.__init__", own)])) == []


def test_the_machinery_asks_for_no_kind_by_name() -> None:
    assert listed(find_named_kinds(MODULES, {folder.name for folder in KIND_FOLDERS})) == ""


@pytest.mark.parametrize(
    "code",
    [
        'if kind.name == "news": ...',
        'if "news" != entry.kind: ...',
        'if kind.name in ("reports", "news"): ...',
        'match kind.name:\n    case "news": ...',
    ],
)
def test_a_question_for_one_kind_is_found_in_the_machinery(code: str) -> None:
    (told,) = find_named_kinds([make_module("sitegen.pages.items", code)], {"news"})
    assert "asks for the kind 'news'" in told


def test_a_kind_may_name_itself() -> None:
    assert list(find_named_kinds([make_module("sitegen.kinds.news.view", 'a == "news"')], {"news"})) == []


def test_modules_and_functions_fit_in_the_head() -> None:
    assert listed(find_long_modules(ALL_CODE)) == ""


def test_a_long_module_and_a_long_function_are_found() -> None:
    function = "def count():\n" + "    pass\n" * 50
    module = make_module("sitegen.words", function + "\n" * 350)
    assert list(find_long_modules([module])) == [
        "sitegen.words has 401 lines; 400 is the most.",
        "sitegen.words:1 count has 51 lines; 50 is the most.",
    ]


def test_only_the_command_line_prints() -> None:
    assert listed(find_prints(MODULES)) == ""


def test_a_print_is_found_unless_it_is_the_command_lines() -> None:
    assert list(find_prints([make_module("sitegen.site", "print(1)"), make_module("sitegen.cli", "print(1)")])) == [
        "sitegen.site:1 prints: hand the words to cli.py."
    ]


def test_a_silenced_check_has_its_code_and_a_reason() -> None:
    assert listed(find_bare_excuses(ALL_CODE)) == ""


@pytest.mark.parametrize(
    "excuse",
    [
        "type: ignore",
        "type: ignore[attr-defined]",
        "noqa",
        "noqa: ARG001",
        "type: ignore  # the library has no types",
        "type: ignore[misc]  # noqa: B008 - made once",
    ],
)
def test_an_excuse_without_code_or_reason_is_found(excuse: str) -> None:
    assert len(list(find_bare_excuses([make_module("sitegen.site", f"x = 1  # {excuse}")]))) == 1


@pytest.mark.parametrize(
    "excuse",
    [
        "type: ignore[attr-defined]  # the library has no types",
        "noqa: ARG001 - MkDocs names the argument",
        "type: ignore[misc]  # no types there  # noqa: B008, E501 - made once",
    ],
)
def test_an_excuse_with_code_and_reason_is_no_breach(excuse: str) -> None:
    assert list(find_bare_excuses([make_module("sitegen.site", f"x = 1  # {excuse}")])) == []


def test_every_kind_has_the_same_parts() -> None:
    assert listed(find_misshapen(KIND_FOLDERS, {"__init__.py", "README.md", "examples"})) == ""
    assert listed(find_pageless(KIND_FOLDERS)) == ""


def test_every_component_has_the_same_parts() -> None:
    assert listed(find_misshapen(COMPONENT_FOLDERS, {"component.yml", "expected.html", "macro.html"})) == ""


def test_every_code_is_explained() -> None:
    missing = sorted(set(CATALOGUE) - set(explained_codes()))
    advice = (
        "Write sitegen/explanations/{}.txt: a title, why it matters, a wrong and a right example; see README.md there."
    )
    assert listed(advice.format(code) for code in missing) == ""


def test_a_folder_that_lacks_a_part_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "kinds" / "news"
    folder.mkdir(parents=True)
    (folder / "record.html").touch()
    assert list(find_misshapen([folder], {"README.md"})) == ["kinds/news lacks README.md."]
    assert list(find_pageless([folder])) == ["kinds/news has templates, but neither page.html nor item.html."]


def test_no_source_file_is_published(built_site: Path) -> None:
    files = [path.relative_to(built_site) for path in built_site.rglob("*") if path.is_file()]
    assert files
    assert [str(file) for file in files if file.suffix in SOURCE_ENDINGS or "examples" in file.parts] == []
