"""From files to entries: each kind's files are found, read and checked against its model."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, get_args

from sitegen.kind import (
    EMPTY_BODY,
    Entry,
    Kind,
    MarkdownFiles,
    Settings,
    Tables,
    YamlFiles,
    YamlList,
)
from sitegen.markdown import read_body
from sitegen.problems import Place, Problem, make_problem
from sitegen.schema import Fields, check_fields
from sitegen.source import Document, Unreadable, Value, read_markdown, read_table, read_text, read_yaml
from sitegen.values import is_id
from sitegen.words import make_id

RESERVED_IDS: Final = frozenset(("page", "archive", "feed", "tags"))
RESERVED_FOLDERS: Final = frozenset(("tags", "data", "share", "edit", "admin", "search", "assets"))
YAML_ENDINGS: Final = (".yml", ".yaml")


@dataclass(slots=True)
class Reader:
    """Reads files of one party and collects what it meets: documents, texts and problems."""

    settings: Settings
    content_files: tuple[str, ...]
    data_files: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)

    def read(self, file: str, how: Callable[[str, str], tuple[Document, tuple[Problem, ...]]]) -> Document | None:
        """The file (a path from the party's folder) as a document; None, and a problem, if it cannot be read."""
        try:
            text = self.text(file)
            document, problems = how(text, file)
        except Unreadable as unreadable:
            self.problems.append(unreadable.problem)
            return None
        self.problems += problems
        self.documents.append(document)
        return document

    def text(self, file: str) -> str:
        """The text of a file, read once."""
        if file not in self.texts:
            self.texts[file] = read_text(self.settings.root / file, file)
        return self.texts[file]


def list_files(root: Path, folder: str) -> tuple[str, ...]:
    """All files below a folder of the party, sorted, as paths from that folder; hidden ones are left out."""
    found: list[str] = []
    top = os.path.join(root, folder)
    for place, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = os.path.relpath(place, top).replace(os.sep, "/")
        prefix = "" if below == "." else below + "/"
        found += [prefix + name for name in names if not name.startswith(".")]
    return tuple(sorted(found))


def read_entries(kind: Kind, reader: Reader, kept: frozenset[str]) -> Iterator[Entry[Any]]:
    """The entries of a kind; `kept` are the folders of the content that belong to other kinds."""
    written = kind.written
    if isinstance(written, MarkdownFiles):
        yield from _markdown_entries(kind, written, reader, kept)
    elif isinstance(written, YamlList):
        yield from _listed_entries(kind, written, reader)
    elif isinstance(written, YamlFiles):
        yield from _yaml_entries(kind, written, reader)
    else:
        yield from _table_entries(kind, written, reader)


def _markdown_entries(
    kind: Kind, written: MarkdownFiles, reader: Reader, kept: frozenset[str]
) -> Iterator[Entry[Any]]:
    folder = f"{written.folder}/" if written.folder else ""
    for path in reader.content_files:
        if not path.endswith(".md") or not path.startswith(folder) or path.rsplit("/", 1)[-1] == "README.md":
            continue
        if written.by_path and path.split("/", 1)[0] in kept and "/" in path:
            continue
        file = f"{reader.settings.content}/{path}"
        named = _name(kind, written, path.removeprefix(folder)[:-3], file, reader)
        document = reader.read(file, read_markdown)
        if document and named:
            fields = _checked(kind, document.values, document, reader)
            body, problems = read_body(document.body, file, document.body_line)
            reader.problems += problems
            if fields:
                parent, id = named
                yield Entry(kind, id, parent, fields, document, body, _address(kind, id, parent))


def _address(kind: Kind, id: str, parent: str) -> str:
    return "" if kind.written == MarkdownFiles("", by_path=True) and id == "index" else kind.address_of(id, parent)


def _name(kind: Kind, written: MarkdownFiles, path: str, file: str, reader: Reader) -> tuple[str, str] | None:
    """Parent and id that a path gives; None, and a problem, where it cannot."""
    parts = path.split("/")
    if written.by_path:
        if len(parts) > 1 and parts[-1] == "index":
            parts.pop()
        if parts[0] in RESERVED_FOLDERS:
            reader.problems.append(make_problem("E703", Place(file), id=parts[0]))
            return None
        wrong = next((part for part in parts if not is_id(part)), None)
        named = ("", "/".join(parts))
    else:
        if written.in_parents and len(parts) < 2:
            reader.problems.append(make_problem("E705", Place(file), file=file, folder=_folder(kind, reader)))
            return None
        wrong = next((part for part in (parts[0], parts[-1]) if not is_id(part)), None)
        named = (parts[0] if written.in_parents else "", parts[-1])
    if wrong is not None:
        better = make_id(wrong) or "spring-meeting"
        reader.problems.append(make_problem("E704", Place(file), name=wrong, better=better))
        return None
    return named if _is_free(parts[-1], Place(file), reader) else None


def _folder(kind: Kind, reader: Reader) -> str:
    folder = getattr(kind.written, "folder", "")
    return f"{reader.settings.content}/{folder}"


def _is_free(id: str, place: Place, reader: Reader) -> bool:
    if id in RESERVED_IDS:
        reader.problems.append(make_problem("E703", place, id=id))
        return False
    return True


def _listed_entries(kind: Kind, written: YamlList, reader: Reader) -> Iterator[Entry[Any]]:
    if written.file not in reader.data_files:
        return
    file = f"{reader.settings.data}/{written.file}"
    document = reader.read(file, lambda text, name: read_yaml(text, name, written.name))
    if not document:
        return
    for name in document.values:
        if name != written.name and not name.startswith("x_"):
            hint = f"The list begins with '{written.name}:'."
            reader.problems.append(make_problem("E202", document.place(name), field=name, hint=hint))
    listed = document.values.get(written.name, [])
    if not isinstance(listed, list):
        reader.problems.append(make_problem("E207", document.place(written.name), example="…"))
        return
    for number, values in enumerate(listed):
        yield from _listed_entry(kind, written.name, number, values, document, reader)


def _listed_entry(
    kind: Kind, name: str, number: int, values: Value, document: Document, reader: Reader
) -> Iterator[Entry[Any]]:
    at = (name, number)
    fields = _checked(kind, values, document, reader, at)
    if not fields or not isinstance(values, dict):
        return
    id = kind.read_id(values) if kind.read_id else str(values.get("id", ""))
    place = document.place(*at)
    if not is_id(id):
        better = make_id(id) or "secretary"
        reader.problems.append(make_problem("E704", place, name=id, better=better))
    elif _is_free(id, place, reader):
        yield Entry(kind, id, "", fields, document, EMPTY_BODY, kind.address_of(id), at)


def _yaml_entries(kind: Kind, written: YamlFiles, reader: Reader) -> Iterator[Entry[Any]]:
    for path, id in _files_of(written.folder, YAML_ENDINGS, reader):
        document = reader.read(f"{reader.settings.data}/{path}", read_yaml)
        if document and (fields := _checked(kind, document.values, document, reader)):
            yield Entry(kind, id, "", fields, document, EMPTY_BODY, kind.address_of(id))


def _files_of(folder: str, endings: tuple[str, ...], reader: Reader) -> Iterator[tuple[str, str]]:
    """Path and id of each data file below `folder` that has one of the endings; bad ids become problems."""
    for path in reader.data_files:
        stem, ending = os.path.splitext(path)
        if not path.startswith(f"{folder}/") or ending not in endings:
            continue
        id = stem.rsplit("/", 1)[-1]
        place = Place(f"{reader.settings.data}/{path}")
        if "." in id:
            continue
        if not is_id(id):
            reader.problems.append(make_problem("E704", place, name=id, better=make_id(id) or "spring-meeting"))
        elif _is_free(id, place, reader):
            yield path, id


def _table_entries(kind: Kind, written: Tables, reader: Reader) -> Iterator[Entry[Any]]:
    for path, id in _files_of(written.folder, (".csv", *YAML_ENDINGS), reader):
        file = f"{reader.settings.data}/{path}"
        is_csv = path.endswith(".csv")
        table = reader.read(file, read_table if is_csv else lambda text, name: read_yaml(text, name, "rows"))
        if not table:
            continue
        document = _with_companions(table, written, id, reader)
        values: dict[str, Any] = {"rows": _rows(kind, written, table), **_companion_values(document)}
        if fields := _checked(kind, values, document, reader):
            yield Entry(kind, id, "", fields, document, EMPTY_BODY, kind.address_of(id))


def _with_companions(table: Document, written: Tables, id: str, reader: Reader) -> Document:
    found: dict[str, Document] = {}
    for name in written.companions:
        for ending in YAML_ENDINGS:
            path = f"{written.folder}/{id}.{name}{ending}"
            if path in reader.data_files and (one := reader.read(f"{reader.settings.data}/{path}", read_yaml)):
                found[name] = one
    return Document(table.file, table.values, table.marks, companions=found)


def _companion_values(document: Document) -> Mapping[str, Value]:
    return {name: one.values for name, one in document.companions.items()}


def _rows(kind: Kind, written: Tables, table: Document) -> list[Any]:
    """The rows, with the columns that the row's model does not know gathered in `written.rest`."""
    values = table.values.get("rows") or next(iter(table.values.values()), [])
    if not written.rest or not isinstance(values, list):
        return values if isinstance(values, list) else []
    row_model = next(one for one in get_args(kind.model.model_fields["rows"].annotation) if one is not Ellipsis)
    known = frozenset(row_model.model_fields) - {written.rest}
    return [_gather_rest(row, known, written.rest) if isinstance(row, dict) else row for row in values]


def _gather_rest(row: dict[str, Value], known: frozenset[str], rest: str) -> dict[str, Value]:
    if row.keys() <= known:
        return row
    own = {name: value for name, value in row.items() if name in known}
    others = {name: value for name, value in row.items() if name not in known and not name.startswith("x_")}
    return {**own, rest: others} if others else own


def _checked(
    kind: Kind, values: Value, document: Document, reader: Reader, at: tuple[str | int, ...] = ()
) -> Fields | None:
    fields, problems = check_fields(kind.model, values, document, at)
    reader.problems += problems
    return fields
