"""Content files become values that keep their lines: YAML, front matter and CSV are read here alone.

Values come out as written: every scalar is text (`no`, `010`, `1.10`, `19:30`), an
empty value is absent. Nothing here knows what a field means.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

import yaml
from frontmatter.default_handlers import YAMLHandler

from sitegen.problems import Place, Problem, make_problem

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Steps: TypeAlias = "tuple[str | int, ...]"

DEEPEST: Final = 24
"""How deep lists and fields may nest; deeper is a mistake or an attack."""

BLOCK: Final = "|"
"""Last step of the mark that says where the lines of a block text (`|`, `>`) begin."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One source file: its values, where each of them stands, and its Markdown body.

    `marks` maps the steps to a value (`("posts", 2, "role")`) to line and column, from 1.
    `companions` are files that belong to it, reached by their name as first step.
    """

    file: str
    values: dict[str, Value]
    marks: Mapping[Steps, tuple[int, int]] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    companions: Mapping[str, "Document"] = field(default_factory=dict)

    def place(self, *steps: str | int) -> Place:
        """Where the value at `steps` stands, or the nearest thing around it."""
        if steps and steps[0] in self.companions:
            return self.companions[str(steps[0])].place(*steps[1:])
        for length in range(len(steps), 0, -1):
            if mark := self.marks.get(steps[:length]):
                return Place(self.file, *mark)
        return Place(self.file)

    def block_line(self, *steps: str | int) -> int:
        """The line where the text at `steps` begins: below the key for `|` and `>`."""
        mark = self.marks.get((*steps, BLOCK))
        return mark[0] if mark else self.place(*steps).line


class Unreadable(Exception):
    """This one file cannot be read; `problem` says why and what to write instead."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_text(path: Path, file: str) -> str:
    """The text of a UTF-8 file with `\\n` at line ends; raises Unreadable for other encodings."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - before.rfind(b"\n")
        raise Unreadable(make_problem("E101", Place(file, before.count(b"\n") + 1, column))) from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_markdown(text: str, file: str) -> tuple[Document, tuple[Problem, ...]]:
    """A Markdown file with its front matter; raises Unreadable where the front matter has no end."""
    if not text.startswith("---"):
        return Document(file, {}, {}, text, 1), ()
    handler = YAMLHandler()  # type: ignore[no-untyped-call]  # the library has no annotations
    if not handler.detect(text):
        return Document(file, {}, {}, text, 1), ()
    try:
        front, body = handler.split(text)
    except ValueError:
        raise Unreadable(make_problem("E103", Place(file))) from None
    document, problems = read_yaml(front, file)
    line = text.count("\n", 0, len(text) - len(body)) + 1
    if not isinstance(document.values, dict):
        raise Unreadable(make_problem("E108", Place(file, 2)))
    return Document(file, document.values, document.marks, body, line), problems


def read_yaml(text: str, file: str, list_name: str = "") -> tuple[Document, tuple[Problem, ...]]:
    """A YAML file as a document; a bare list is taken as the field `list_name` where that is given."""
    builder = _Builder(file)
    try:
        value = builder.build(text, (list_name,) if list_name and text.lstrip().startswith("-") else ())
    except yaml.YAMLError as error:
        raise Unreadable(_explain_yaml(error, text, file)) from None
    if isinstance(value, list) and list_name:
        value = {list_name: value}
    if value is None:
        value = {}
    if not isinstance(value, dict):
        raise Unreadable(make_problem("E108", Place(file)))
    return Document(file, value, builder.marks), tuple(builder.problems)


def read_table(text: str, file: str) -> tuple[Document, tuple[Problem, ...]]:
    """A CSV file as `{"rows": […]}`; each row is a mapping from column to what is written there."""
    rows: list[Value] = []
    marks: dict[Steps, tuple[int, int]] = {("columns",): (1, 1)}
    problems: list[Problem] = []
    columns: list[str] = []
    for line, cells in _csv_lines(text, file):
        if not columns:
            columns = [cell.strip() for cell in cells]
            problems += _check_columns(columns, file, line)
        elif any(cells):
            if len(cells) > len(columns):
                place = Place(file, line)
                problems.append(make_problem("E110", place, cells=len(cells), columns=len(columns)))
            marks["rows", len(rows)] = (line, 1)
            rows.append({column: text for column, cell in zip(columns, cells, strict=False) if (text := cell.strip())})
    return Document(file, {"rows": rows}, marks), tuple(problems)


def _csv_lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise Unreadable(make_problem("E109", Place(file, line))) from None


def _check_columns(columns: list[str], file: str, line: int) -> Iterator[Problem]:
    if len(columns) == 1 and (";" in columns[0] or "\t" in columns[0]):
        yield make_problem("E111", Place(file, line))
    for number, column in enumerate(columns):
        if column and column in columns[:number]:
            yield make_problem("E105", Place(file, line), key=column, first=line)


class _Builder:
    """Collects values and marks from the events of one YAML text."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.marks: dict[Steps, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def build(self, text: str, at: Steps) -> "Value | None":
        """The value of the first YAML document in `text`; a second one is refused."""
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        value: Value | None = None
        seen = False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and seen:
                raise Unreadable(make_problem("E112", self._place(event)))
            if isinstance(event, yaml.NodeEvent):
                value = self._node(event, events, at)
                seen = True
        return value

    def _place(self, event: yaml.Event) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], at: Steps) -> "Value | None":
        if isinstance(event, yaml.ScalarEvent):
            if event.tag or event.anchor:
                self._refuse(event)
            if event.style in ("|", ">"):
                self.marks[(*at, BLOCK)] = (event.start_mark.line + 2, 1)
            return str(event.value) or None
        if len(at) > DEEPEST:
            raise Unreadable(make_problem("E113", self._place(event)))
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event)
            return None
        if event.tag or event.anchor:
            self._refuse(event)
        return self._fields(events, at) if isinstance(event, yaml.MappingStartEvent) else self._list(events, at)

    def _refuse(self, event: yaml.Event) -> None:
        tag = getattr(event, "tag", None)
        code, values = ("E107", {"tag": tag}) if tag else ("E106", {})
        self.problems.append(make_problem(code, self._place(event), **values))

    def _list(self, events: Iterator[yaml.Event], at: Steps) -> "list[Value]":
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            steps = (*at, len(items))
            self.marks[steps] = (event.start_mark.line + 1, event.start_mark.column + 1)
            value = self._node(event, events, steps)
            if value is not None:
                items.append(value)
        return items

    def _fields(self, events: Iterator[yaml.Event], at: Steps) -> "dict[str, Value]":
        fields: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                raise Unreadable(make_problem("E114", self._place(event)))
            key = str(event.value)
            steps = (*at, key)
            if steps in self.marks:
                place = self._place(event)
                self.problems.append(make_problem("E105", place, key=key, first=self.marks[steps][0]))
            else:
                self.marks[steps] = (event.start_mark.line + 1, event.start_mark.column + 1)
            value = self._node(next(events), events, steps)
            if value is not None:
                fields[key] = value
        return fields


_ADVICE: Final = (
    ("mapping values are not allowed", "a second colon stands in it", 'Put the text after the first colon in "quotation marks".'),
    ("could not find expected ':'", "there is no ': ' after the field's name", "Write 'field: value', with a colon and a space."),
    ("did not find expected key", "it is not in line with the fields above it", "Begin it in the same column as the fields it belongs to."),
    ("did not find expected '-' indicator", "it is not in line with the list above it", "Begin it with '- ' in the same column as the items above."),
    ("block sequence entries are not allowed", "a list begins where a value is expected", "Begin the list on the next line, with '- ' before each item."),
    ("unexpected end of stream", "a quotation mark is opened and not closed", 'Close it with the same mark: "text".'),
    ("while parsing a flow", "a bracket is opened and not closed, or a comma is missing", "Write [one, two] or {name: value}, with a comma between."),
    ("found unexpected document indicator", "a quotation mark is opened and not closed", 'Close it with the same mark: "text".'),
    ("control characters are not allowed", "it holds a character that cannot be seen", "Type the line anew."),
    ("found unknown escape character", "a backslash stands between quotation marks", "Use single quotation marks: 'text'."),
)


def _explain_yaml(error: yaml.YAMLError, text: str, file: str) -> Problem:
    words = str(error)
    opened = "quoted scalar" in words or "while parsing a flow" in words
    mark = getattr(error, "context_mark" if opened else "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else _reader_position(error, text)
    place = Place(file, line, column)
    lines = text.split("\n")
    written = lines[line - 1] if line <= len(lines) else ""
    if "\t" in written[: len(written) - len(written.lstrip())] or ("cannot start any token" in words and "\t" in written):
        return make_problem("E102", place)
    if "alias" in words or "anchor" in words:
        return make_problem("E106", place)
    for sign, reason, advice in _ADVICE:
        if sign in words:
            return make_problem("E104", place, reason=reason, advice=advice)
    advice = 'Put the value in "quotation marks"; look also at the line above.'
    return make_problem("E104", place, reason="a sign in it has a meaning of its own", advice=advice)


def _reader_position(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    before = text[: getattr(error, "position", 0) or 0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")
