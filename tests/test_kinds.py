"""Every kind: its examples, its README, its templates, and that a further kind is one folder."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sitegen.article import Shared
from sitegen.kind import Kind, Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.problems import Severity
from sitegen.schema import Fields, declare
from sitegen.site import load_site
from sitegen.values import Texts, WholeDay
from tests import ROOT
from tests.conftest import Golden
from tests.kind_examples import (
    Example,
    all_examples,
    find_examples,
    make_expected,
    make_settings,
    print_problems,
    read_example,
    shown_entry,
)
from tools.field_table import inner_models, make_table, with_table

README_PARTS = ("Where", "Fields", "What is checked", "Templates", "How to change it")
LEAST = 3

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
every_good_example = pytest.mark.parametrize("example", all_examples(), ids=str)
every_bad_example = pytest.mark.parametrize("example", all_examples(bad=True), ids=str)


@every_good_example
def test_a_good_example_makes_the_expected_page(example: Example, tmp_path: Path, golden: Golden) -> None:
    site, problems = read_example(example, tmp_path)
    errors = [str(problem) for problem in problems if problem.severity is Severity.ERROR]
    assert errors == [], "\n".join(errors)
    assert site is not None
    assert shown_entry(example, site) or not example.kind.address, f"No entry has the id {example.name}."
    golden(example.folder / "expected.html", make_expected(example, site))


@every_good_example
def test_a_good_example_warns_only_of_what_is_expected(example: Example, tmp_path: Path, golden: Golden) -> None:
    _, problems = read_example(example, tmp_path)
    file = example.folder / "expected.txt"
    if (said := print_problems(problems)) or file.exists():
        golden(file, said)


@every_bad_example
def test_a_bad_example_is_explained(example: Example, tmp_path: Path, golden: Golden) -> None:
    _, problems = read_example(example, tmp_path)
    said = print_problems(problems)
    assert said, "Nothing is wrong with it: move it to the good examples."
    golden(example.folder / "expected.txt", said)


@every_kind
def test_a_kind_has_good_and_bad_examples(kind: Kind) -> None:
    assert len(find_examples(kind)) >= LEAST
    assert len(find_examples(kind, bad=True)) >= LEAST


@every_kind
def test_every_field_of_a_kind_is_used_by_its_examples(kind: Kind, tmp_path: Path) -> None:
    used: set[tuple[type, str]] = set()
    for example in find_examples(kind):
        site, _ = read_example(example, tmp_path / example.name)
        for entry in site.entries[kind.name] if site else ():
            used |= set(_used_fields(entry.fields))
    unused = [f"{model.__name__}.{name}" for model, name in sorted(_all_fields(kind.model), key=str)]
    named = {f"{model.__name__}.{name}" for model, name in used}
    assert [name for name in unused if name not in named] == []


def _all_fields(model: type[Fields], seen: tuple[type, ...] = ()) -> set[tuple[type, str]]:
    """Every field of a model and of the models it is made of."""
    found: set[tuple[type, str]] = {(model, name) for name in model.model_fields}
    for info in model.model_fields.values():
        for inner in inner_models(info.annotation):
            if inner not in (*seen, model):
                found |= _all_fields(inner, (*seen, model))
    return found


def _used_fields(value: Any) -> Iterator[tuple[type, str]]:
    """Every field that was written, at any depth."""
    if isinstance(value, Fields):
        for name in value.model_fields_set:
            yield type(value), name
            yield from _used_fields(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _used_fields(part)


@every_kind
def test_the_table_of_fields_in_a_readme_is_what_the_model_says(kind: Kind, golden: Golden) -> None:
    file = kind.home / "README.md"
    golden(file, with_table(file.read_text(encoding="utf-8"), kind.model))


@every_kind
def test_a_readme_answers_the_same_questions_for_every_kind(kind: Kind) -> None:
    text = (kind.home / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^# (.+)$", text, re.MULTILINE) == [kind.title]
    assert tuple(re.findall(r"^## (.+)$", text, re.MULTILINE)) == README_PARTS
    templates = [path.name for path in sorted(kind.home.glob("*.html"))]
    assert [name for name in templates if f"`{name}`" not in text] == []


@every_kind
def test_the_templates_of_a_kind_write_no_class_names(kind: Kind) -> None:
    for path in sorted(kind.home.glob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\bclass=|\bstyle=|\|\s*safe\b", text), path.name


@every_good_example
def test_an_expected_page_has_one_title_unique_ids_and_links_that_lead_somewhere(example: Example) -> None:
    parts = re.split(
        r"^<!-- .+ -->$", (example.folder / "expected.html").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    for part in parts[1:]:
        ids = re.findall(r'\bid="([^"]*)"', part)
        assert sorted(set(ids)) == sorted(ids)
        assert 'href=""' not in part
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", part)]
        assert levels.count(1) <= 1
        assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


@pytest.fixture(scope="module")
def sample() -> Site:
    """The sample site, loaded once."""
    return load_site(make_settings(ROOT), KINDS, PLANNED)


@every_kind
def test_the_sample_uses_a_kind_at_least_three_times(kind: Kind, sample: Site) -> None:
    assert len(sample.entries[kind.name]) >= LEAST


def test_a_table_of_fields_begins_with_the_kinds_own_and_marks_what_is_required() -> None:
    table = make_table(_Letter)
    assert table.splitlines()[2:5] == [
        "| **to** | list of text | To whom. | `[Jo]` |",
        "| sent | whole date | When. |  |",
        "| parts | list of fields | Its parts. |  |",
    ]
    assert table.index("| parts.parts |") < table.index("| updated |")
    assert table.count("| parts.parts") == 1, "A model that holds itself is written out once."


class _Part(Fields):
    """A part, which may have parts."""

    parts: "tuple[_Part, ...]" = declare("Its parts.", default=())


class _Letter(Shared):
    """A model for the test above."""

    to: Texts = declare("To whom.", example="[Jo]")
    sent: WholeDay | None = declare("When.", default=None)
    parts: tuple[_Part, ...] = declare("Its parts.", default=())


def test_a_field_that_no_example_uses_would_be_named() -> None:
    assert ("_Letter", "sent") in {(model.__name__, name) for model, name in _all_fields(_Letter)}
    used = {(model.__name__, name) for model, name in _used_fields(_Letter.model_validate({"to": "Jo", "parts": [{}]}))}
    assert used == {("_Letter", "to"), ("_Letter", "parts")}
