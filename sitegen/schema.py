"""Values become checked models; every mistake is gathered, in plain words, with file and line.

A model is a pydantic class made of the types in `values.py`. Its fields are declared with
`declare`, whose words are the only explanation of the field: the guide, the JSON Schema
and the hints take it from there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Final, Generic, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sitegen.problems import Place, Problem, make_problem
from sitegen.source import Document, Refused, Steps, Value
from sitegen.values import LONGEST_SHOWN, Leads, Prose, Refers
from sitegen.words import did_you_mean, join_words, shorten

REQUIRED: Final = ...
Mark = Refers | Leads


class Fields(BaseModel):
    """Checked fields of one entry, or of a part of one; frozen, without unknown names.

    A name that begins with `x_` is the editor's own: it stays in the document, unread.
    """

    instead: ClassVar[Mapping[str, str]] = {}
    """Required fields that another field can stand for, with its name."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_own_names(cls, values: object) -> object:
        if isinstance(values, dict) and any(name.startswith("x_") for name in values):
            return {name: value for name, value in values.items() if not name.startswith("x_")}
        return values


def declare(explanation: str, *, example: str = "", default: Any = REQUIRED) -> Any:
    """A field with its one explanation and one example; required where no default is given."""
    return Field(default, description=explanation, json_schema_extra={"example": example} if example else None)


def example_of(info: FieldInfo | None) -> str:
    """The example with which a field was declared; empty where there is none."""
    extra = info.json_schema_extra if info else None
    return str(extra.get("example", "")) if isinstance(extra, dict) else ""


F = TypeVar("F", bound=Fields)

_POSTAL: Final = ("address", "postcode")
_PRIVATE: Final = frozenset(
    (
        "phone",
        "mobile",
        "telephone",
        "tel",
        "email",
        "e-mail",
        "e_mail",
        "home_address",
        "membership_number",
        "membership",
        *_POSTAL,
    )
)


@dataclass(frozen=True, slots=True)
class Checked(Generic[F]):
    """What checking gave: the fields, where they stand, and what is wrong with them.

    Where something is wrong, `is_whole` is false and `fields` are those that are right, so
    that what they lead to can be checked in the same run; None where nothing is left.
    `dropped` are the steps, in the values as written, to what is left out of them.
    """

    fields: F | None
    document: Document
    problems: tuple[Problem, ...]
    is_whole: bool
    dropped: frozenset[Steps] = frozenset()

    @property
    def has_all_fields(self) -> bool:
        """Whether no field of its own is left out as a whole, but details in them: a row, a cell, a name."""
        return self.fields is not None and all(len(steps) > 1 for steps in self.dropped)


def check_fields(model: type[F], values: Value, document: Document, at: Steps = ()) -> Checked[F]:
    """The values checked against `model`; `at` are the steps to them in the document."""
    try:
        fields = model.model_validate(values)
    except ValidationError as error:
        details = error.errors(include_url=False)
        misspelt = {("missing", (*detail["loc"][:-1], _meant(model, detail))) for detail in details}
        told = [detail for detail in details if (detail["type"], detail["loc"]) not in misspelt]
        found = (_explain(model, detail, document, at) for detail in told)
        problems = dict.fromkeys(problem for problem in found if problem)
        left, there, dropped = _salvage(model, values, document, at)
        prose = _prose_problems(left, there, at) if left else ()
        return Checked(left, there, (*problems, *prose), False, frozenset(dropped))
    return Checked(fields, document, tuple(_prose_problems(fields, document, at)), True)


def _meant(model: type[Fields], detail: ErrorDetails) -> str:
    """The field that was meant by an unknown one; empty where none is near."""
    if detail["type"] != "extra_forbidden":
        return ""
    owner, written = _model_at(model, detail["loc"][:-1]), shorten(str(detail["loc"][-1]), LONGEST_SHOWN)
    return did_you_mean(written, owner.model_fields).removeprefix("Did you mean '").removesuffix("'?")


def _explain(model: type[Fields], detail: ErrorDetails, document: Document, at: Steps) -> Problem | None:
    """The problem in words; None where another problem with the same value is told already."""
    loc, given, kind = detail["loc"], detail["input"], detail["type"]
    if isinstance(given, Refused) or (kind == "too_short" and given):
        return None
    steps = (*at, *loc)
    place = document.place(*steps)
    name = _name_written(steps, document)
    owner = _model_at(model, loc[:-1])
    if kind == "missing":
        return _missing(place, owner, str(loc[-1]))
    if kind == "extra_forbidden":
        return _unknown(place, owner, str(loc[-1]))
    if kind == "enum":
        return _no_choice(place, name, given, [str(choice) for choice in _choices(owner, _field_at(owner, loc))])
    if kind in _SHAPES:
        code = _SHAPES[kind]
        inner = _model_at(model, loc)
        if code == "E206" and steps and isinstance(steps[-1], int):
            return make_problem(code, place, field=name, hint=_as_item(inner))
        return make_problem(code, place, field=name, example=_example(owner, name) or "…")
    context = {key: value for key, value in (detail.get("ctx") or {}).items() if key != "code"}
    return make_problem(kind, place, **{"field": name, **context})


def _field_at(owner: type[Fields], loc: tuple[int | str, ...]) -> str:
    """The field of `owner` in which the value stands, also where it is one of many with names of their own."""
    return next((str(step) for step in reversed(loc) if step in owner.model_fields), "")


def _name_written(steps: Steps, document: Document) -> str:
    """The name of the field, as it is written: `candidate_order: ballot` is short for its `rule`."""
    if len(steps) > 1 and isinstance(steps[-2], str) and steps not in document.marks and steps[:-1] in document.marks:
        return steps[-2]
    return next((str(step) for step in reversed(steps) if isinstance(step, str)), "")


_SHAPES: Final = {
    "list_type": "E207",
    "tuple_type": "E207",
    "too_short": "E209",
    "model_type": "E206",
    "model_attributes_type": "E206",
    "dict_type": "E206",
}
"""What pydantic calls a value of another shape than declared, and our code for it."""


def _missing(place: Place, owner: type[Fields], name: str) -> Problem:
    info = owner.model_fields.get(name)
    explanation = (info.description if info else "") or ""
    explanation = explanation[:1].lower() + explanation[1:]
    if choices := [str(choice) for choice in _choices(owner, name)]:
        explanation = f"{explanation} One of: {join_words(choices, 'or')}."
    return make_problem("E201", place, field=name, example=example_of(info) or "…", explanation=explanation)


def _unknown(place: Place, owner: type[Fields], name: str) -> Problem:
    shown = shorten(name, LONGEST_SHOWN)
    if name in _POSTAL and "postal_address" in owner.model_fields:
        return make_problem("E202", place, field=shown, hint="Did you mean 'postal_address'?")
    if name.lower() in _PRIVATE:
        return make_problem("E205", place, field=shown)
    names = [field for field in owner.model_fields if not field.endswith("_note")]
    hint = did_you_mean(shown, owner.model_fields, f"Fields here: {join_words(names)}.")
    return make_problem("E202", place, field=shown, hint=hint)


def _no_choice(place: Place, name: str, given: object, choices: Sequence[str]) -> Problem:
    if not isinstance(given, str):
        return make_problem("E203", place, field=name)
    written = shorten(given, LONGEST_SHOWN)
    hint = did_you_mean(written, choices, f"Write one of: {join_words(choices, 'or')}.")
    return make_problem("E204", place, field=name, value=written, hint=hint)


def _as_item(model: type[Fields]) -> str:
    """How to begin an item that is made of fields."""
    told = [one for one in model.model_fields.items() if example_of(one[1]) and one[0] != "id"]
    name, info = next((one for one in told if one[1].is_required()), (*told, ("name", None))[0])
    return f"Write each with the names of its fields, such as '- {name}: {example_of(info) or 'Jo Example'}'."


def _salvage(model: type[F], values: Value, document: Document, at: Steps) -> tuple[F | None, Document, set[Steps]]:
    """The fields without what is wrong in them, the document with its marks moved to what is left, what is dropped."""
    dropped: set[Steps] = set()
    for _ in range(_MOST_ROUNDS):
        origins: dict[Steps, Steps] = {}
        left = _without(values, dropped, (), (), origins)
        try:
            fields = _lenient(model).model_validate(left)
        except ValidationError as error:
            new = {_to_drop(detail, origins) for detail in error.errors(include_url=False)} - {()}
            if not new - dropped:
                break
            dropped |= new
        else:
            moved = {(*at, *here): document.marks.get((*at, *there)) for here, there in origins.items()}
            marks = {**document.marks, **{steps: mark for steps, mark in moved.items() if mark}}
            return fields, replace(document, marks=marks), dropped
    return None, document, dropped


_MOST_ROUNDS: Final = 6


def _without(value: Any, dropped: set[Steps], there: Steps, here: Steps, origins: dict[Steps, Steps]) -> Any:
    """The value without what is dropped; `origins` maps the steps in it to those in the whole."""
    origins[here] = there
    if isinstance(value, dict):
        kept = ((name, part) for name, part in value.items() if (*there, name) not in dropped)
        return {name: _without(part, dropped, (*there, name), (*here, name), origins) for name, part in kept}
    if isinstance(value, list):
        left = [number for number in range(len(value)) if (*there, number) not in dropped]
        return [
            _without(value[number], dropped, (*there, number), (*here, place), origins)
            for place, number in enumerate(left)
        ]
    return value


def _to_drop(detail: ErrorDetails, origins: dict[Steps, Steps]) -> Steps:
    """The steps in the whole to the smallest part without which a problem is gone."""
    steps = detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]
    while steps and steps not in origins:
        steps = steps[:-1]
    return origins.get(steps, ())


@cache
def _lenient(model: type[F]) -> type[F]:
    """The model with none of its own fields required."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        if info.is_required():
            optional = copy(info)
            optional.default = None
            fields[name] = (info.annotation, optional)
    return create_model(model.__name__, __base__=model, **fields)


def _model_at(model: type[Fields], loc: Iterable[int | str]) -> type[Fields]:
    """The model that the steps of pydantic's `loc` lead to."""
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            model = _inner_model(model.model_fields[step]) or model
    return model


@cache
def _inner_models(annotation: Any) -> tuple[type[Fields], ...]:
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return (annotation,)
    return tuple(inner for argument in get_args(annotation) for inner in _inner_models(argument))


def _inner_model(info: FieldInfo) -> type[Fields] | None:
    annotation: Any = info.annotation
    found = _inner_models(annotation)
    return found[0] if found else None


def _choices(owner: type[Fields], name: str) -> list[StrEnum]:
    info = owner.model_fields.get(name)
    return [choice for enum in _enums(info.annotation) for choice in enum] if info else []


def _enums(annotation: Any) -> Iterator[type[StrEnum]]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield annotation
    for argument in get_args(annotation):
        yield from _enums(argument)


def _example(owner: type[Fields], name: str) -> str:
    return example_of(owner.model_fields.get(name))


@cache
def telling_fields(model: type[Fields]) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    """The fields of `model` that can hold Markdown, links, references or further fields, with their marks."""
    found = ((name, info, _marks_of(info)) for name, info in model.model_fields.items())
    return tuple((name, marks) for name, info, marks in found if marks or _inner_model(info) or _is_prose(info))


def _marks_of(info: FieldInfo) -> tuple[Mark, ...]:
    own = tuple(mark for mark in info.metadata if isinstance(mark, Refers | Leads))
    return own or tuple(_inner_marks(info.annotation))


def _inner_marks(annotation: Any) -> Iterator[Mark]:
    yield from (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Refers | Leads))
    for argument in get_args(annotation):
        yield from _inner_marks(argument)


def _is_prose(info: FieldInfo) -> bool:
    return _holds_prose(info.annotation)


def _holds_prose(annotation: Any) -> bool:
    return annotation is Prose or any(_holds_prose(argument) for argument in get_args(annotation))


def walk(fields: Fields, at: Steps = ()) -> Iterator[tuple[Steps, object, tuple[Mark, ...], Fields]]:
    """Every telling value with its steps, its marks and the fields it stands in, at any depth."""
    for name, marks in telling_fields(type(fields)):
        if name not in fields.model_fields_set:
            continue
        value = getattr(fields, name)
        for steps, part in _parts((*at, name), value):
            if isinstance(part, Fields):
                yield from walk(part, steps)
            else:
                yield steps, part, marks, fields


def _parts(at: Steps, value: object) -> Iterator[tuple[Steps, object]]:
    if isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _parts((*at, number), part)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _parts((*at, key), part)
    elif value is not None:
        yield at, value


def _prose_problems(fields: Fields, document: Document, at: Steps) -> Iterator[Problem]:
    for steps, value, _, _ in walk(fields, at):
        if isinstance(value, Prose):
            for problem in value.findings:
                place = document.place_in(steps, problem.place.line, problem.place.column)
                yield Problem(place, problem.code, problem.message, problem.hint)
