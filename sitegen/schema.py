"""Values become checked models; every mistake is gathered, in plain words, with file and line.

A model is a pydantic class made of the types in `values.py`. Its fields are declared with
`declare`, whose words are the only explanation of the field: the guide, the JSON Schema
and the hints take it from there.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sitegen.problems import Place, Problem, make_problem
from sitegen.source import Document, Steps, Value
from sitegen.values import Leads, Prose, Refers
from sitegen.words import did_you_mean, join_words

REQUIRED: Final = ...
Mark = Refers | Leads


class Fields(BaseModel):
    """Checked fields of one entry, or of a part of one; frozen, without unknown names.

    A name that begins with `x_` is the editor's own: it stays in the document, unread.
    """

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


F = TypeVar("F", bound=Fields)

_PRIVATE: Final = frozenset(
    "phone mobile telephone tel email e-mail e_mail home_address address postcode membership_number membership".split()
)


def check_fields(model: type[F], values: Value, document: Document, at: Steps = ()) -> tuple[F | None, list[Problem]]:
    """The values as a `model`, or None and what is wrong with them; `at` are the steps to them in the document."""
    try:
        fields = model.model_validate(values)
    except ValidationError as error:
        found = (_explain(model, detail, document, at) for detail in error.errors(include_url=False))
        return None, list(dict.fromkeys(found))
    return fields, list(_prose_problems(fields, document, at))


def _explain(model: type[Fields], detail: ErrorDetails, document: Document, at: Steps) -> Problem:
    steps = (*at, *(step for step in detail["loc"]))
    place = document.place(*steps)
    name = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    kind = detail["type"]
    owner = _model_at(model, detail["loc"][:-1])
    if kind == "missing":
        return _missing(place, owner, name)
    if kind == "extra_forbidden":
        return _unknown(place, owner, name)
    if kind == "enum":
        written = str(detail["input"])
        choices = [str(choice) for choice in _choices(owner, name)]
        hint = did_you_mean(written, choices, f"Write one of: {join_words(choices, 'or')}.")
        return make_problem("E204", place, field=name, value=written, hint=hint)
    if kind in ("list_type", "tuple_type"):
        return make_problem("E207", place, example=str(detail["input"]))
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return make_problem("E206", place, field=name, example=_example(model, detail["loc"]))
    context = {key: value for key, value in (detail.get("ctx") or {}).items() if key != "code"}
    return make_problem(kind, place, **{"field": name, **context})


def _missing(place: Place, owner: type[Fields], name: str) -> Problem:
    info = owner.model_fields.get(name)
    example = _example_of(info) or "…"
    explanation = (info.description if info else "") or ""
    return make_problem("E201", place, field=name, example=example, explanation=explanation)


def _unknown(place: Place, owner: type[Fields], name: str) -> Problem:
    if name.lower() in _PRIVATE:
        return make_problem("E205", place, field=name)
    names = list(owner.model_fields)
    hint = did_you_mean(name, names, f"Fields here: {join_words(names)}.")
    return make_problem("E202", place, field=name, hint=hint)


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
    found = _inner_models(info.annotation)
    return found[0] if found else None


def _choices(owner: type[Fields], name: str) -> list[StrEnum]:
    info = owner.model_fields.get(name)
    return [choice for enum in _enums(info.annotation) for choice in enum] if info else []


def _enums(annotation: Any) -> Iterator[type[StrEnum]]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield annotation
    for argument in get_args(annotation):
        yield from _enums(argument)


def _example_of(info: FieldInfo | None) -> str:
    extra = info.json_schema_extra if info else None
    return str(extra.get("example", "")) if isinstance(extra, dict) else ""


def _example(model: type[Fields], loc: tuple[int | str, ...]) -> str:
    names = [step for step in loc if isinstance(step, str)]
    owner = _model_at(model, names[:-1])
    return _example_of(owner.model_fields.get(names[-1])) if names else ""


@cache
def telling_fields(model: type[Fields]) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    """The fields of `model` that can hold Markdown, links, references or further fields, with their marks."""
    found = ((name, info, _marks_of(info)) for name, info in model.model_fields.items())
    return tuple(
        (name, marks) for name, info, marks in found if marks or _inner_models(info.annotation) or _is_prose(info)
    )


def _marks_of(info: FieldInfo) -> tuple[Mark, ...]:
    own = tuple(mark for mark in info.metadata if isinstance(mark, Refers | Leads))
    return own or tuple(_inner_marks(info.annotation))


def _inner_marks(annotation: Any) -> Iterator[Mark]:
    yield from (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Refers | Leads))
    for argument in get_args(annotation):
        yield from _inner_marks(argument)


def _is_prose(info: FieldInfo) -> bool:
    return info.annotation is Prose or Prose in get_args(info.annotation)


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
            first = document.block_line(*steps)
            for problem in value.findings:
                place = Place(document.file, first + problem.place.line - 1, problem.place.column)
                yield Problem(place, problem.code, problem.message, problem.hint)
