"""The table of the fields of a kind, made from its model: a field is explained once, for its README and the guide."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, get_args, get_origin

from pydantic.fields import FieldInfo

from sitegen import values
from sitegen.schema import Fields, example_of
from sitegen.values import Leads, Refers

START: Final = "<!-- The table is made from the model: pytest --update-golden writes it. -->"
END: Final = "<!-- End of the table. -->"
_ALIASES: Final = {
    "text": values.Text,
    "Markdown": values.Markdown,
    "date, may be partial": values.AnyDay,
    "whole date": values.WholeDay,
    "count": values.AnyCount,
    "whole number": values.WholeNumber,
    "votes, with up to five decimal places": values.Votes,
    "yes or no": values.YesNo,
    "id": values.Id,
    "e-mail address": values.Mailbox,
    "language code": values.Language,
}
WORDS: Final[Mapping[object, str]] = MappingProxyType(
    {get_args(alias)[1].func: words for words, alias in _ALIASES.items()}
)
LINKS: Final = {"page": "link", "picture": "picture", "words": "words or link"}


def with_table(readme: str, model: type[Fields]) -> str:
    """A README with the table of its model between the two marks; ValueError where the marks are missing."""
    start, end = readme.index(START) + len(START), readme.index(END)
    return f"{readme[:start]}\n{make_table(model)}{readme[end:]}"


def make_table(model: type[Fields]) -> str:
    """Every field of a model at any depth, one a line; required ones are bold."""
    lines = ["| field | holds | meaning | example |", "|---|---|---|---|"]
    for path, info in walk_fields(model):
        name = f"**{path}**" if info.is_required() else path
        cells = (name, describe(info.annotation, info.metadata), info.description or "", _example(info))
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, ""])


def walk_fields(model: type[Fields], path: str = "", seen: tuple[type, ...] = ()) -> Iterator[tuple[str, FieldInfo]]:
    """Every field with its dotted path; a model that holds itself is written out once."""
    for name, info in sorted(model.model_fields.items(), key=lambda item: _age(model, item[0])):
        yield f"{path}{name}", info
        for inner in inner_models(info.annotation):
            if inner not in (*seen, model):
                yield from walk_fields(inner, f"{path}{name}.", (*seen, model))


def _age(model: type[Fields], name: str) -> int:
    """From how many models above it a model has a field: its own come first, shared ones last."""
    return sum(name in getattr(base, "model_fields", {}) for base in model.__mro__)


def inner_models(annotation: Any) -> tuple[type[Fields], ...]:
    """The models that a field is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return (annotation,)
    return tuple(inner for argument in get_args(annotation) for inner in inner_models(argument))


def describe(annotation: Any, marks: list[Any]) -> str:
    """What a field holds, in words: `date, may be partial`, `list of text`, `one of: a, b`."""
    for mark in marks:
        if isinstance(mark, Refers):
            return f"id of our {mark.kind}"
        if isinstance(mark, Leads):
            return LINKS[mark.to]
    for mark in marks:
        if words := WORDS.get(getattr(mark, "func", None)):
            return words
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return f"one of: {', '.join(annotation)}"
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return "fields"
    return _describe_inner(annotation)


def _describe_inner(annotation: Any) -> str:
    arguments = get_args(annotation)
    origin = get_origin(annotation)
    if origin is tuple:
        return f"list of {_inner(arguments[0])}"
    if origin is dict:
        return f"names, each with {_inner(arguments[1])}"
    chosen = [argument for argument in arguments if argument is not type(None)]
    return _inner(chosen[0]) if chosen else "a word"


def _inner(annotation: Any) -> str:
    marks = list(getattr(annotation, "__metadata__", ()))
    return describe(get_args(annotation)[0] if marks else annotation, marks)


def _example(info: FieldInfo) -> str:
    example = example_of(info)
    return f"`{re.sub(r'`', '', example)}`" if example else ""
