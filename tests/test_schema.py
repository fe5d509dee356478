"""Values become checked fields; every mistake is told at its line, and what is right is kept."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from sitegen.days import Day
from sitegen.kinds import KINDS
from sitegen.kinds.officers import Post
from sitegen.party import Party
from sitegen.privacy import Permissions
from sitegen.schema import Checked, Fields, check_fields, declare, walk
from sitegen.source import read_yaml
from sitegen.values import AnyCount, AnyDay, Markdown, Picture, Text, Texts, WholeNumber, YesNo, YesNoText
from tools.field_table import inner_models


class Stall(Fields):
    """A stall of the fair."""

    name: Text = declare("What it sells.", example="Cakes")
    helpers: WholeNumber | None = declare("How many.", example="3", default=None)


class Fair(Fields):
    """A fair with all that can go wrong."""

    title: Text = declare("Its name.", example="Spring fair")
    date: AnyDay = declare("The day.", example="2026-03-12")
    open: YesNo = declare("Whether all may come.", example="yes", default=True)
    ramp: YesNoText = declare("How to get in.", default=False)
    tags: Texts = declare("Words.", example="[fair]", default=())
    story: Markdown | None = declare("The story.", default=None)
    picture: Picture | None = declare("A picture.", default=None)
    stalls: tuple[Stall, ...] = declare("The stalls.", example="[{name: Cakes}]", default=())


def checked(text: str) -> Checked[Fair]:
    """A fair, as it is written in YAML."""
    document, problems = read_yaml(text, "data/fair.yml")
    assert problems == ()
    return check_fields(Fair, document.values, document)


def told(text: str) -> list[tuple[str, int]]:
    """Code and line of every problem with a fair."""
    return [(problem.code, problem.place.line) for problem in sorted(checked(text).problems)]


def test_what_is_right_becomes_frozen_fields() -> None:
    fair = checked(
        "title: Fair\ndate: 2026-03\nopen: no\nramp: by the side door\ntags: cakes\nstalls: [{name: Books}]\n"
    )
    assert fair.is_whole
    assert fair.fields is not None
    assert (fair.fields.date, fair.fields.open, fair.fields.tags) == (Day(2026, 3), False, ("cakes",))
    assert (fair.fields.ramp, fair.fields.stalls[0].name) == ("by the side door", "Books")
    for name in ("title", "ramp"):
        with pytest.raises(ValueError, match="frozen"):
            setattr(fair.fields, name, "Other")


def test_all_mistakes_are_told_at_once_each_at_its_line() -> None:
    text = "date: soon\nopen: perhaps\ntags: a, b\nshade: yes\n"
    text += "stalls:\n  - {name: Cakes, helpers: few}\n  - helpers: 2\n  - Books\n"
    assert told(text) == [
        ("E201", 1),
        ("E210", 1),
        ("E214", 2),
        ("E207", 3),
        ("E202", 4),
        ("E213", 6),
        ("E201", 7),
        ("E206", 8),
    ]


def test_a_misspelt_field_is_one_mistake_and_not_a_missing_one_as_well() -> None:
    assert told("titel: Fair\ndate: 2026\n") == [("E202", 1)]


def test_what_is_right_is_kept_beside_what_is_wrong_with_its_own_lines() -> None:
    text = "title: Fair\ndate: soon\nstory: See [x](a.md).\n"
    text += "stalls:\n  - {name: Cakes, helpers: few}\n  - 7\n  - {name: Books}\n"
    fair = checked(text)
    assert not fair.is_whole
    assert fair.fields is not None
    assert fair.fields.date is None
    assert [(stall.name, stall.helpers) for stall in fair.fields.stalls] == [("Cakes", None), ("Books", None)]
    assert fair.document.place("stalls", 1).line == 7
    assert not fair.has_all_fields


def test_names_that_begin_with_x_are_the_editors_own() -> None:
    assert told("title: Fair\ndate: 2026\nx_note: {a: [b]}\nstalls: [{name: Cakes, x_price: 2}]\n") == []


def test_values_that_lead_somewhere_are_found_at_any_depth_with_their_steps() -> None:
    fair = checked("title: Fair\ndate: 2026\nstory: See [x](a.md).\npicture: fair.webp\n")
    assert fair.fields is not None
    assert [steps for steps, *_ in walk(fair.fields)] == [("story",), ("picture",)]


def test_what_is_to_be_mended_in_markdown_has_the_line_in_the_file() -> None:
    (problem,) = checked("title: Fair\ndate: 2026\nstory: |\n  One.\n\n  [Click here](a.md)\n").problems
    assert (problem.code, problem.place.line) == ("W804", 6)


@pytest.mark.parametrize("text", ["over 900", "more than 1,200", "at least 3", "About 7", "nearly 40", "up to 9", "12"])
def test_a_count_is_shown_as_written(text: str) -> None:
    assert TypeAdapter(AnyCount).validate_python(text).text == text


@pytest.mark.parametrize("text", ["over", "1,2000", "4.5", "-3", "over900", "many", "٣"])
def test_other_words_are_no_count(text: str) -> None:
    with pytest.raises(ValidationError, match="E212"):
        TypeAdapter(AnyCount).validate_python(text)


def test_every_date_has_room_for_a_note_beside_it() -> None:
    models = {one for kind in KINDS for one in (kind.model, *inner_models(kind.model))}
    models |= {Party, *inner_models(Party), Permissions, *inner_models(Permissions)}
    assert {f"{model.__name__}.{name}" for model in models for name in _dates(model)} == set()


def _dates(model: type[Fields]) -> Iterator[str]:
    """The fields that hold a date and have no note."""
    for name, info in model.model_fields.items():
        if _holds_day(info.annotation) and f"{name}_note" not in model.model_fields:
            yield name


def _holds_day(annotation: Any) -> bool:
    return annotation is Day or any(_holds_day(argument) for argument in get_args(annotation))


def test_a_post_needs_a_name_of_one_kind_or_the_other() -> None:
    document, _ = read_yaml("contact: chair@example.org\n", "data/officers.yml")
    (problem,) = check_fields(Post, document.values, document).problems
    assert problem.code == "E520"
