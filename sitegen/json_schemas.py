"""JSON Schemas of the files that editors write, so that an editor's program completes names and marks mistakes.

They are made from the same declarations as the checks, and say a little less: what needs more than one field, or
more than one file, only `sitegen check` finds. A value is taken as the programs read it: `yes` may be a word or a
truth value, `2026` a number; the site itself reads all of them as written.
"""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from sitegen.kind import Kind, MarkdownFiles, Tables, YamlFiles, YamlList
from sitegen.party import Party
from sitegen.privacy import Permissions
from sitegen.schema import Fields, example_of
from sitegen.swapping import write_whole
from sitegen.values import Also, as_list, fragment_of

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""What programs for YAML know best."""

FOLDER: Final = ".schemas"
"""Where a party's folder keeps what its editors' programs need to know of the fields."""

Schema = dict[str, Any]
_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"]}


def make_schemas(kinds: Iterable[Kind]) -> Mapping[str, Schema]:
    """A schema by the name of its file: one a kind, and one for each file that the whole site has."""
    made = {"party": make_schema(Party, "Who publishes"), "privacy": make_schema(Permissions, "Finds that are allowed")}
    for kind in kinds:
        if isinstance(kind.written, Tables):
            made |= _of_table(kind, kind.written)
        elif isinstance(kind.written, YamlList):
            made[kind.name] = _of_list(kind, kind.written)
            if kind.written.folder:
                made[f"{kind.name}.one"] = make_schema(kind.model, f"A {kind.singular}", kind.explanation)
        else:
            what = "Front matter of a" if isinstance(kind.written, MarkdownFiles) else "A"
            made[kind.name] = make_schema(kind.model, f"{what} {kind.singular}", kind.explanation)
    return dict(sorted(made.items()))


def make_schema(model: type[Fields], title: str, explanation: str = "") -> Schema:
    """The schema of one file that holds the fields of a model."""
    models: dict[str, Schema] = {}
    _add(model, models)
    return {**_head(title, explanation), "$ref": f"#/definitions/{model.__name__}", "definitions": models}


def _head(title: str, explanation: str = "") -> Schema:
    return {"$schema": DIALECT, "title": title, **({"description": explanation} if explanation else {})}


def _of_list(kind: Kind, written: YamlList) -> Schema:
    models: dict[str, Schema] = {}
    items = {"type": "array", "items": _add(kind.model, models)}
    named = {"type": "object", "properties": {written.name: items}, "required": [written.name]}
    shape = {**named, "patternProperties": {"^x_": {}}, "additionalProperties": False}
    return {**_head(kind.title, kind.explanation), **shape, "definitions": models}


def _of_table(kind: Kind, written: Tables) -> Mapping[str, Schema]:
    """The rows of a table as YAML, and each file that belongs to it."""
    made: dict[str, Schema] = {}
    for name, info in kind.model.model_fields.items():
        models: dict[str, Schema] = {}
        inner = _of_field(info, models)
        title = f"{kind.title}: {name}"
        if name == "rows":
            if written.rest:
                row = next(one for one in models.values() if written.rest in one["properties"])
                row["properties"].pop(written.rest)
                row["additionalProperties"] = _TEXT
            rows = {"type": "object", "properties": {"rows": inner}, "required": ["rows"]}
            made[kind.name] = {**_head(title, kind.explanation), **rows, "definitions": models}
        elif name in written.companions:
            made[f"{kind.name}.{name}"] = {**_head(title), **inner, "definitions": models}
    return made


def _add(model: type[Fields], models: dict[str, Schema]) -> Schema:
    """The reference to a model, which is described once."""
    if model.__name__ not in models:
        models[model.__name__] = {}
        fields = {name: _described(info, models) for name, info in model.model_fields.items()}
        needed = [name for name, info in model.model_fields.items() if info.is_required()]
        required = [name for name in needed if name not in model.instead]
        either = [{"anyOf": [{"required": [name]}, {"required": [other]}]} for name, other in model.instead.items()]
        models[model.__name__] = {
            "type": "object",
            "description": (model.__doc__ or "").partition("\n")[0],
            "properties": fields,
            **({"required": required} if required else {}),
            **({"allOf": either} if either else {}),
            "patternProperties": {"^x_": {}},
            "additionalProperties": False,
        }
    return {"$ref": f"#/definitions/{model.__name__}"}


def _described(info: FieldInfo, models: dict[str, Schema]) -> Schema:
    inner = _of_field(info, models)
    example = example_of(info)
    about = {"description": info.description or "", **({"examples": [example]} if example else {})}
    if "$ref" in inner:
        inner = {"allOf": [inner]}
    if info.is_required():
        return {**about, **inner}
    return {**about, "anyOf": [inner, {"type": "null"}]}


def _of_field(info: FieldInfo, models: dict[str, Schema]) -> Schema:
    return _of(info.annotation, tuple(info.metadata), models)


def _of(annotation: Any, marks: tuple[Any, ...], models: dict[str, Schema]) -> Schema:
    """The schema of what a field holds, with the short forms in which it may be written."""
    for mark in marks:
        if fragment := fragment_of(mark):
            return dict(fragment)
    also = [dict(mark.fragment) for mark in marks if isinstance(mark, Also)]
    if annotation is Any and len(also) == 1:
        return also[0]
    plain = _of_plain(annotation, models)
    if any(isinstance(mark, BeforeValidator) and mark.func is as_list for mark in marks):
        also.append(plain.get("items", _TEXT))
    return {"anyOf": [plain, *also]} if also else plain


def _of_plain(annotation: Any, models: dict[str, Schema]) -> Schema:
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return _add(annotation, models)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return {"enum": [word for choice in annotation for word in _as_read(str(choice))]}
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of(arguments[0], arguments[1:], models)
    if origin is tuple:
        return {"type": "array", "items": _of(arguments[0], (), models)}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _of(arguments[1], (), models)}
    if origin in (Union, UnionType):
        kept = [_of(one, (), models) for one in arguments if one is not type(None)]
        return kept[0] if len(kept) == 1 else {"anyOf": kept}
    return dict(_TEXT)


def _as_read(word: str) -> list[object]:
    """A choice as programs may read it: `yes` is a word in one, and true in another."""
    return [word, {"yes": True, "no": False}[word]] if word in ("yes", "no") else [word]


def write_schemas(folder: Path, kinds: Iterable[Kind]) -> tuple[Path, ...]:
    """Write every schema into a folder, as `<name>.json`; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {folder / f"{name}.json": schema for name, schema in make_schemas(kinds).items()}
    for path, schema in made.items():
        write_whole(path, (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode())
    return tuple(made)


def name_of_schema(path: str, kinds: Iterable[Kind], *, content: str = "content", data: str = "data") -> str | None:
    """The schema for a file, by its path from the party's folder; None where there is none, as for CSV."""
    inside = path.removeprefix(f"{data}/")
    if inside != path and path.endswith((".yml", ".yaml")):
        if inside in ("party.yml", "privacy.yml"):
            return inside.removesuffix(".yml")
        return next(filter(None, (_name_of_data(inside, kind) for kind in kinds)), None)
    inside = path.removeprefix(f"{content}/")
    if inside == path or not path.endswith(".md"):
        return None
    markdown = [(kind.written, kind.name) for kind in kinds if isinstance(kind.written, MarkdownFiles)]
    longest = sorted(markdown, key=lambda one: -len(one[0].folder))
    return next((name for written, name in longest if inside.startswith(f"{written.folder}/".lstrip("/"))), None)


def schema_line(file: str, name: str) -> str:
    """The comment by which a file, by its path from the party's folder, names its schema."""
    return f"# yaml-language-server: $schema={'../' * file.count('/')}{FOLDER}/{name}.json\n"


def _name_of_data(inside: str, kind: Kind) -> str | None:
    written = kind.written
    if isinstance(written, YamlList):
        is_one = bool(written.folder) and inside.startswith(f"{written.folder}/")
        return kind.name if inside == written.file else f"{kind.name}.one" if is_one else None
    if isinstance(written, YamlFiles | Tables) and inside.startswith(f"{written.folder}/"):
        _, _, belongs = PurePosixPath(inside).stem.partition(".")
        return f"{kind.name}.{belongs}" if belongs else kind.name
    return None
