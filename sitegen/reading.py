"""From files to entries: each kind's files are found, read and checked against its model."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
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
from sitegen.schema import Checked, Fields, check_fields, example_of
from sitegen.source import Document, Refused, Unreadable, Value, read_markdown, read_table, read_text, read_yaml
from sitegen.values import is_id
from sitegen.words import did_you_mean, join_words, make_id

RESERVED_IDS: Final = frozenset(("page", "archive", "feed", "tags"))
RESERVED_FOLDERS: Final = frozenset(("tags", "data", "share", "edit", "admin", "search", "assets"))
YAML_ENDINGS: Final = (".yml", ".yaml")
LONGEST_ID: Final = 120
"""Saved files are named after ids, and file systems take names of 255 bytes."""


@dataclass(slots=True)
class Reader:
    """Reads files of one party and collects what it meets: documents, texts and problems.

    `flawed` are entries in which something is wrong: they are never published, but what is right
    in them is checked in the same run; each says whether its kind's own rules can be checked too.
    `unread` are the keys of entries that could not be read at all, with their files; a key
    without an id stands for all entries of its kind.
    """

    settings: Settings
    content_files: tuple[str, ...]
    data_files: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    flawed: dict[Entry[Any], bool] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)

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


def read_entries(kind: Kind, reader: Reader, kept: frozenset[str]) -> Iterator[Entry[Any]]:
    """The entries of a kind; `kept` are the folders of the content that belong to other kinds."""
    written = kind.written
    if isinstance(written, MarkdownFiles):
        yield from _markdown_entries(kind, written, reader, kept)
    elif isinstance(written, YamlList):
        yield from _listed_entries(kind, written, reader)
        if written.folder:
            yield from _yaml_entries(kind, YamlFiles(written.folder), reader)
    elif isinstance(written, YamlFiles):
        yield from _yaml_entries(kind, written, reader)
    else:
        yield from _table_entries(kind, written, reader)


def _markdown_entries(kind: Kind, written: MarkdownFiles, reader: Reader, kept: frozenset[str]) -> Iterator[Entry[Any]]:
    folder = f"{written.folder}/" if written.folder else ""
    for path in reader.content_files:
        if not path.endswith(".md") or not path.startswith(folder) or path.rsplit("/", 1)[-1] == "README.md":
            continue
        if written.by_path and path.split("/", 1)[0] in kept and "/" in path:
            continue
        file = f"{reader.settings.content}/{path}"
        parent, id, is_named = _name(kind, written, path.removeprefix(folder)[:-3], file, reader)
        document = reader.read(file, read_markdown)
        if document is None:
            reader.unread[_key(kind, parent, id)] = file
            continue
        checked = _check(kind, document.values, document, reader)
        body, problems = read_body(document.body, file, document.body_line, has_letters=written.has_letters)
        reader.problems += problems
        yield from _entry(kind, parent, id, checked, reader, body=body, is_named=is_named)


def _entry(
    kind: Kind,
    parent: str,
    id: str,
    checked: Checked[Any],
    reader: Reader,
    *,
    body: Any = EMPTY_BODY,
    at: tuple[str | int, ...] = (),
    is_named: bool = True,
) -> Iterator[Entry[Any]]:
    """The entry, if it is whole and named; else it is kept among the flawed ones."""
    if checked.fields is None:
        reader.unread[_key(kind, parent, id)] = checked.document.file
        return
    is_home = kind.written == MarkdownFiles("", by_path=True) and id == "index"
    address = "" if is_home else kind.address_of(id, parent, checked.fields)
    entry = Entry(kind, id, parent, checked.fields, checked.document, body, address, at)
    if checked.is_whole and is_named:
        yield entry
    else:
        reader.flawed[entry] = isinstance(kind.written, Tables) and checked.has_all_fields


def _key(kind: Kind, parent: str, id: str) -> str:
    return f"{kind.name}:{parent + '/' if parent else ''}{id}"


def _name(kind: Kind, written: MarkdownFiles, path: str, file: str, reader: Reader) -> tuple[str, str, bool]:
    """Parent and id that a path gives, and whether they can be used; a problem where they cannot."""
    parts = path.split("/")
    place = Place(file)
    if written.by_path:
        if len(parts) > 1 and parts[-1] == "index":
            parts.pop()
        parent, id, named = "", "/".join(parts), parts
        if parts[0] in RESERVED_FOLDERS:
            reader.problems.append(make_problem("E703", place, id=parts[0]))
            return parent, id, False
    elif written.in_parents:
        parent, id, named = parts[0] if len(parts) > 1 else "", parts[-1], [*parts[:-1][:1], parts[-1]]
        if not parent:
            folder = f"{reader.settings.content}/{written.folder}"
            values = {"folder": folder, "parent": kind.parent, "name": f"{id}.md"}
            reader.problems.append(make_problem("E705", place, **values))
            return parent, id, False
    else:
        parent, id, named = "", parts[-1], parts[-1:]
    return parent, id, _is_free(id, named, place, reader)


def _is_free(id: str, named: list[str], place: Place, reader: Reader) -> bool:
    """Whether all parts of a name can be ids, and the id is not one of the site's own; a problem where not."""
    wrong = next((part for part in named if not is_id(part)), None)
    if wrong is not None:
        better = make_id(wrong)[:LONGEST_ID].strip("-") or "spring-meeting"
        reader.problems.append(make_problem("E704", place, name=wrong, better=better))
    elif any(len(part) > LONGEST_ID for part in named):
        reader.problems.append(make_problem("E710", place, name=f"{id[:20]}…", most=LONGEST_ID))
    elif id.rsplit("/", 1)[-1] in RESERVED_IDS:
        reader.problems.append(make_problem("E703", place, id=id.rsplit("/", 1)[-1]))
    else:
        return True
    return False


def _listed_entries(kind: Kind, written: YamlList, reader: Reader) -> Iterator[Entry[Any]]:
    if written.file not in reader.data_files:
        return
    file = f"{reader.settings.data}/{written.file}"
    document = reader.read(file, lambda text, name: read_yaml(text, name, written.name))
    if not document:
        reader.unread[f"{kind.name}:"] = file
        return
    for name in document.values:
        if name != written.name and not name.startswith("x_"):
            hint = f"The list begins with '{written.name}:'."
            reader.problems.append(make_problem("E202", document.place(name), field=name, hint=hint))
            reader.unread[f"{kind.name}:"] = file
    listed = document.values.get(written.name, [])
    if not isinstance(listed, list):
        hint = f"Begin each {kind.singular} on a line of its own with '- '."
        reader.problems.append(make_problem("E207", document.place(written.name), field=written.name, hint=hint))
        reader.unread[f"{kind.name}:"] = file
        return
    for number, values in enumerate(listed):
        yield from _listed_entry(kind, written.name, number, values, document, reader)


def _listed_entry(
    kind: Kind, name: str, number: int, values: Value, document: Document, reader: Reader
) -> Iterator[Entry[Any]]:
    at = (name, number)
    checked = _check(kind, values, document, reader, at)
    id = ""
    if isinstance(values, dict):
        id = kind.read_id(values) if kind.read_id else str(values.get("id", ""))
    place = document.place(*at)
    is_named = bool(id) and checked.is_whole and _is_free(id, [id], place, reader)
    if not id and checked.is_whole:
        told = {"field": "id", "example": "spring-meeting", "explanation": "its address and the name that links use."}
        reader.problems.append(make_problem("E201", place, **told))
    yield from _entry(kind, "", id or str(number), checked, reader, at=at, is_named=is_named)


def _yaml_entries(kind: Kind, written: YamlFiles, reader: Reader) -> Iterator[Entry[Any]]:
    for path, id, is_named in _files_of(written.folder, YAML_ENDINGS, reader):
        file = f"{reader.settings.data}/{path}"
        document = reader.read(file, read_yaml)
        if document is None:
            reader.unread[_key(kind, "", id)] = file
            continue
        document = _with_texts(document, written, id, reader)
        checked = _check(kind, document.values, document, reader)
        yield from _entry(kind, "", id, checked, reader, is_named=is_named)


def _with_texts(document: Document, written: YamlFiles, id: str, reader: Reader) -> Document:
    """The document with the texts that lie beside its file."""
    found: dict[str, Document] = {}
    folder = document.file.rpartition("/")[0]
    for path in reader.data_files if written.beside else ():
        file = f"{reader.settings.data}/{path}"
        name = file.removeprefix(f"{folder}/")
        if name.startswith(f"{id}.") and name.endswith(written.beside):
            text = reader.read(file, lambda text, file: (Document(file, {}, body=text), ()))
            found |= {name: text} if text else {}
    return replace(document, companions=found) if found else document


def _files_of(folder: str, endings: tuple[str, ...], reader: Reader) -> Iterator[tuple[str, str, bool]]:
    """Path and id of each data file below `folder` that has one of the endings, and whether the id can be used."""
    for path in reader.data_files:
        name = PurePosixPath(path)
        if not path.startswith(f"{folder}/") or name.suffix not in endings or "." in name.stem:
            continue
        yield path, name.stem, _is_free(name.stem, [name.stem], Place(f"{reader.settings.data}/{path}"), reader)


def _table_entries(kind: Kind, written: Tables, reader: Reader) -> Iterator[Entry[Any]]:
    for path, id, is_named in _files_of(written.folder, (".csv", *YAML_ENDINGS), reader):
        file = f"{reader.settings.data}/{path}"
        is_csv = path.endswith(".csv")
        table = reader.read(file, read_table if is_csv else lambda text, name: read_yaml(text, name, "rows"))
        document = _with_companions(table or Document(file, {}), written, id, reader)
        if table is None:
            reader.unread[_key(kind, "", id)] = file
            continue
        rows = _rows(kind, written, document, reader)
        values: dict[str, Any] = {"rows": rows, **_companion_values(document)}
        yield from _entry(kind, "", id, _check(kind, values, document, reader), reader, is_named=is_named)


def _with_companions(table: Document, written: Tables, id: str, reader: Reader) -> Document:
    found: dict[str, Document] = {}
    for name in written.companions:
        for ending in YAML_ENDINGS:
            path = f"{written.folder}/{id}.{name}{ending}"
            file = f"{reader.settings.data}/{path}"
            if path in reader.data_files:
                found[name] = reader.read(file, read_yaml) or Document(file, {"": Refused()})
    return replace(table, companions=found)


def _companion_values(document: Document) -> Mapping[str, Value]:
    return {name: one.values.get("", one.values) for name, one in document.companions.items()}


def _rows(kind: Kind, written: Tables, table: Document, reader: Reader) -> Any:
    """The rows, with the columns that the row's model does not know gathered in `written.rest`.

    A column that every row needs and none has is told once, and the rows are not looked at.
    """
    for name in table.values:
        if name != "rows" and not name.startswith("x_"):
            hint = "The list of rows begins with 'rows:'."
            reader.problems.append(make_problem("E202", table.place(name), field=name, hint=hint))
    rows = table.values.get("rows", [])
    row_model: type[Fields] = next(
        one for one in get_args(kind.model.model_fields["rows"].annotation) if one is not Ellipsis
    )
    if missing := list(_missing_columns(row_model, table)):
        reader.problems += missing
        return Refused()
    if not written.rest or not isinstance(rows, list):
        return rows
    known = frozenset(row_model.model_fields) - {written.rest}
    return [_gather_rest(row, known, written.rest) if isinstance(row, dict) else row for row in rows]


def _missing_columns(row_model: type[Fields], table: Document) -> Iterator[Problem]:
    if ("columns",) not in table.marks:
        return
    unknown = [column for column in table.columns if column not in row_model.model_fields]
    for name, info in row_model.model_fields.items():
        if info.is_required() and name not in table.columns:
            near = did_you_mean(name, unknown)
            hint = near.replace("Did you mean", "Rename the column").replace("?", ".") if near else None
            values = {"column": name, "explanation": _in_sentence(info.description or "")}
            yield make_problem("E122", table.place("columns"), **values, **({"hint": hint} if hint else {}))


def _in_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]


def _gather_rest(row: dict[str, Value], known: frozenset[str], rest: str) -> dict[str, Value]:
    if row.keys() <= known:
        return row
    own = {name: value for name, value in row.items() if name in known}
    others = {name: value for name, value in row.items() if name not in known and not name.startswith("x_")}
    return {**own, rest: others} if others else own


def _check(kind: Kind, values: Any, document: Document, reader: Reader, at: tuple[str | int, ...] = ()) -> Checked[Any]:
    checked = check_fields(kind.model, values, document, at)
    if required := _no_front_matter(kind, document):
        reader.problems.append(make_problem("E117", Place(document.file), **required))
    else:
        reader.problems += checked.problems
    return checked


def _no_front_matter(kind: Kind, document: Document) -> dict[str, str]:
    """What the front matter should hold, for a Markdown file that has none and needs one."""
    if not isinstance(kind.written, MarkdownFiles) or document.body_line > 1:
        return {}
    required = [(name, info) for name, info in kind.model.model_fields.items() if info.is_required()]
    lines = [f"'{name}: {example_of(info) or '…'}'" for name, info in required]
    fields = join_words([f"'{name}'" for name, _ in required])
    return {"fields": fields, "lines": join_words(["'---'", *lines, "'---'"])} if required else {}
