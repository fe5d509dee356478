"""A new text or entry to begin with: the fields it needs, with an example of each, kept off the site as a draft."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, get_args

from sitegen.article import Article, Shared
from sitegen.json_schemas import schema_line
from sitegen.kind import Beginning, Kind, MarkdownFiles, Tables, YamlFiles, YamlList
from sitegen.schema import example_of
from sitegen.words import make_id

_PLAIN = re.compile(r"[A-Za-z0-9À-ÿ][A-Za-z0-9À-ÿ ,.'’()/&–-]*")
_WORDS = frozenset("yes no true false on off null".split())
_FIRST_LINE = re.compile(r"[ \t]*(?:\[\s*\]|~|null)?(?:([ \t]+#[^\r\n]*)|[ \t]*)(\r?\n)?")
"""What may stand behind the name of a list: nothing, or the signs for an empty one; a comment and the line's end."""


class ListInOneLine(Exception):
    """A list is written in square brackets: no item can be added below it."""


class Draft(NamedTuple):
    """A new file by its path from the party's folder; with `is_item`, the text is one more item of that file's list."""

    path: str
    text: str
    is_item: bool = False


def can_begin(kind: Kind) -> bool:
    """Whether an entry of a kind can be begun with a title of its own: not where it is a row, or has none."""
    return not isinstance(kind.written, Tables) and bool(kind.title_field)


def begins_another(kind: Kind) -> bool:
    """Whether an entry of a kind is about another one and named after it: see `make_begun`."""
    return kind.beginnings is not None


def usual_title(kind: Kind) -> str:
    """The title of an entry that is begun where nobody typed one; empty where the kind itself gives it."""
    return "" if kind.title_field in _given(kind) else f"A new {kind.singular}"


def owner_of(kind: Kind) -> str:
    """The kind whose entries have to be there before one of this kind can be begun; empty where there is none."""
    return kind.parent or (kind.written.beside if isinstance(kind.written, Tables) else "")


def begins_table(kind: Kind) -> bool:
    """Whether a table of a kind can be begun: a file with the names of its columns, named after another entry."""
    return isinstance(kind.written, Tables) and bool(kind.written.beside)


def typed_name(kind: Kind) -> str:
    """What a kind is called in commands: `report`, `news`, `nominations`."""
    singular = make_id(kind.singular)
    is_several = singular == kind.name or "-" in singular
    return kind.name if is_several else kind.name.removesuffix("s")


def has_beginning(kind: Kind) -> bool:
    """Whether anything of a kind can be begun, in one of these ways."""
    return can_begin(kind) or begins_table(kind) or begins_another(kind)


def make_table(kind: Kind, id: str, data: str = "data") -> Draft:
    """A table with the names of its columns and no row yet; `id` is that of the entry that it belongs to."""
    written = kind.written
    assert isinstance(written, Tables), "see begins_table"
    rows = kind.model.model_fields["rows"].annotation
    row = next(one for one in get_args(rows) if one is not Ellipsis)
    columns = ",".join(name for name in row.model_fields if name != written.rest)
    return Draft(f"{data}/{written.folder}/{id}.csv", f"{columns}\n")


def make_begun(kind: Kind, beginning: Beginning, content: str = "content") -> Draft:
    """The draft of an entry that is named after another one, with what it is begun with."""
    written = kind.written
    assert isinstance(written, MarkdownFiles), "kinds with beginnings are written as Markdown"
    path = "/".join(filter(None, (content, written.folder, beginning.parent, f"{beginning.id}.md")))
    lines = "\n".join([*(f"# {note}" for note in beginning.notes), *_lines(kind, "", date.min)])
    return Draft(path, f"---\n{schema_line(path, kind.name)}{lines}\n---\n{beginning.text}")


def make_draft(
    kind: Kind, title: str, day: date, *, parent: str = "", content: str = "content", data: str = "data"
) -> Draft:
    """The draft of an entry with a title; `parent` is the contest of a candidate, and the like."""
    written, id = kind.written, make_id(title) or "new"
    lines = list(_lines(kind, title, day))
    if isinstance(written, MarkdownFiles):
        folders = "/".join(filter(None, (content, written.folder, parent if written.in_parents else "")))
        path, fields = f"{folders}/{id}.md", "\n".join(lines)
        return Draft(path, f"---\n{schema_line(path, kind.name)}{fields}\n---\nWrite here.\n")
    if isinstance(written, YamlList) and not written.folder:
        first, *others = lines or [f"id: {id}"]
        item = "\n".join([f"- {first}", *(f"  {line}" for line in others)])
        return Draft(f"{data}/{written.file}", f"{item}\n", is_item=True)
    assert isinstance(written, YamlFiles | YamlList), "a row of a table is no entry: see can_begin"
    path = f"{data}/{written.folder}/{id}.yml"
    name = f"{kind.name}.one" if isinstance(written, YamlList) else kind.name
    return Draft(path, schema_line(path, name) + "\n".join(lines) + "\n")


def _lines(kind: Kind, title: str, day: date) -> Iterator[str]:
    """A line for each field that is needed, the title and the day put in."""
    model, given = kind.model, _given(kind)
    if issubclass(model, Shared):
        yield "draft: yes"
    for name, info in model.model_fields.items():
        if name == kind.title_field and title:
            yield f"{name}: {_as_yaml(title)}"
        elif name == "date" and issubclass(model, Article):
            yield f"date: {day.isoformat()}"
        elif info.is_required() and name not in given:
            yield f"{name}: {example_of(model.model_fields[name]) or '…'}"
    if title and kind.title_field not in model.model_fields:
        yield f"title: {_as_yaml(title)}"
    yield from (line for name, line in given.items() if not title or name != kind.title_field)


def _given(kind: Kind) -> dict[str, str]:
    """The lines that the kind itself gives a new entry, by the field."""
    return {line.partition(":")[0]: line for line in kind.begins_with}


def _as_yaml(text: str) -> str:
    """A text as a value of YAML: in quotation marks only where it needs them."""
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS and not text.endswith(" ")
    return text if is_plain and not re.fullmatch(r"[\d.,:-]+", text) else json.dumps(text, ensure_ascii=False)


def begin_list(kind: Kind, draft: Draft) -> str:
    """The text of a list's file that is not there yet, with its first item."""
    assert isinstance(kind.written, YamlList), "only an item of a list goes into a file with others"
    return add_item(schema_line(draft.path, kind.name), kind.written.name, draft.text)


def add_item(text: str, name: str, item: str) -> str:
    """The text of a list's file with one more item at the end of the list called `name`; all else as it was.

    Raises ListInOneLine where the list holds something in square brackets.
    """
    lines = text.splitlines(keepends=True)
    start = next((number for number, line in enumerate(lines) if line.startswith(f"{name}:")), None)
    if start is not None:
        lines[start] = _opened(lines[start], name)
    if start is None:
        return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{name}:\n{_indented(item, '  ')}"
    end = next((n for n in range(start + 1, len(lines)) if re.match(r"[^\s#-]", lines[n])), len(lines))
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    marks = [found[1] for line in lines[start + 1 : end] if (found := re.match(r"( *)- ", line))]
    newline = "\r\n" if lines[start].endswith("\r\n") else "\n"
    if not lines[end - 1].endswith(("\n", "\r")):
        lines[end - 1] += newline
    added = _indented(item, min(marks, key=len) if marks else "  ").replace("\n", newline)
    return "".join([*lines[:end], added, *lines[end:]])


def _opened(line: str, name: str) -> str:
    """The first line of a list without the brackets that say that there is nothing in it."""
    found = _FIRST_LINE.fullmatch(line.removeprefix(f"{name}:"))
    if not found:
        raise ListInOneLine(name)
    comment, ending = found.groups(default="")
    return f"{name}:{comment}{ending}"


def _indented(item: str, indent: str) -> str:
    return "".join(f"{indent}{line}" for line in item.splitlines(keepends=True))
