"""YAML as fields: text, lists and fields alone, each with its line; what else YAML can do is refused."""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml._yaml import CParser

from sitegen.problems import Place, Problem, make_problem
from sitegen.source.document import BLOCK, Document, Refused, Steps, Unreadable, Value
from sitegen.source.yaml_mistakes import explain_yaml
from sitegen.words import shorten

DEEPEST: Final = 24
"""How deep lists and fields may nest; deeper is a mistake or an attack."""

_CUT: Final = re.compile(r"[ \t]#[^\s#!]")
"""A comment without a space after its sign: most likely words or a colour that were meant to be read."""

_NOTHING: Final = frozenset(("~", "null"))


def read_yaml(text: str, file: str, list_name: str = "") -> tuple[Document, tuple[Problem, ...]]:
    """A YAML file as a document; a bare list is taken as the field `list_name` where that is given."""
    builder = _Builder(text, file)
    is_list = bool(list_name) and text.lstrip().startswith("-") and not text.lstrip().startswith("---")
    try:
        value = builder.build((list_name,) if is_list else ())
    except yaml.YAMLError as error:
        raise Unreadable(explain_yaml(error, text, file)) from None
    if isinstance(value, list) and list_name:
        value = {list_name: value}
    if value is None:
        value = {}
    if not isinstance(value, dict):
        raise Unreadable(next(iter(builder.problems), make_problem("E108", builder.first)))
    return Document(file, value, builder.marks), tuple(builder.problems)


class _Builder:
    """Collects values and marks from the events of one YAML text."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.first = Place(file)
        self.marks: dict[Steps, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.lines = text.split("\n") if _CUT.search(text) else []
        self.cuts = {number for number, line in enumerate(self.lines, 1) if _CUT.search(line)}
        self.told: set[tuple[str, int]] = set()

    def build(self, at: Steps) -> "Value | None":
        """The value of the first YAML document in the text; a second one is refused."""
        events = iter(CParser(self.text).get_event, None)  # as yaml.parse does, with three calls less an event
        value: Value | None = None
        seen = False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and seen:
                raise Unreadable(make_problem("E112", self._place(event)))
            if isinstance(event, yaml.NodeEvent):
                self.first = self._place(event)
                value = self._node(event, events, at)
                seen = True
        return value

    def _place(self, event: yaml.Event) -> Place:
        return Place(self.file, *_spot(event.start_mark))

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], at: Steps) -> "Value | None":
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, at)
        if len(at) > DEEPEST:
            raise Unreadable(make_problem("E113", self._place(event)))
        if isinstance(event, yaml.AliasEvent):
            self._refuse("E106", event)
            return Refused()
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        value: Value = self._fields(event, events, at) if is_mapping else self._list(events, at)
        return Refused() if self._has_extras(event) else value

    def _text(self, event: yaml.ScalarEvent, at: Steps) -> str | None:
        self._has_extras(event)
        text = str(event.value)
        if event.style in ("|", ">"):
            self.marks[(*at, BLOCK)] = (self._place(event).line + 1, 1)
        elif self.cuts and _spot(event.end_mark)[0] in self.cuts:
            self._find_cut(event)
        if not text.strip() or (not event.style and text in _NOTHING):
            return None
        return text

    def _has_extras(self, event: yaml.Event) -> bool:
        """Whether a value has a tag or an anchor, which are refused."""
        tag, anchor = getattr(event, "tag", None), getattr(event, "anchor", None)
        if tag:
            self._refuse("E107", event)
        elif anchor:
            self._refuse("E106", event)
        return bool(tag)

    def _refuse(self, code: str, event: yaml.Event) -> None:
        """A problem, once a line."""
        place = self._place(event)
        if (code, place.line) not in self.told:
            self.told.add((code, place.line))
            self.problems.append(make_problem(code, place))

    def _find_cut(self, event: yaml.ScalarEvent) -> None:
        line, column = _spot(event.end_mark)
        after = self.lines[line - 1][column - 1 :]
        if _CUT.match(re.sub("^[ \t]+", " ", after)):
            self.problems.append(make_problem("W118", Place(self.file, line, column)))

    def _list(self, events: Iterator[yaml.Event], at: Steps) -> "list[Value]":
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            steps = (*at, len(items))
            self.marks[steps] = _spot(event.start_mark)
            value = self._node(event, events, steps)
            if value is not None:
                items.append(value)
        return items

    def _fields(self, start: yaml.Event, events: Iterator[yaml.Event], at: Steps) -> "dict[str, Value] | Refused":
        fields: dict[str, Value] = {}
        is_merged, is_cut = False, False
        is_short = bool(getattr(start, "flow_style", False)) and not getattr(start, "tag", None)
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._name(event, events, at)
            following = next(events)
            if is_short and _spot(event.end_mark) == _spot(following.start_mark):
                self.problems += [] if is_cut else [make_problem("E125", self._place(event), key=shorten(key, 60))]
                is_cut = True
                continue
            is_merged = is_merged or key == "<<"
            value = self._value(key, event, following, events, at)
            if value is not None and key:
                fields[key] = value
        return Refused() if is_merged else fields

    def _value(
        self, key: str, event: yaml.Event, following: yaml.Event, events: Iterator[yaml.Event], at: Steps
    ) -> "Value | None":
        """The value of a field that begins with `following`; None where it is empty or stands twice."""
        steps = (*at, key)
        if key == "<<":
            self._refuse("E124", event)
        if key and steps in self.marks:
            problem = make_problem("E105", self._place(event), key=shorten(key, 60), first=self.marks[steps][0])
            self.problems.append(problem)
            self._node(following, events, (*at, f"{key} again"))
            return None
        self.marks[steps] = _spot(event.start_mark)
        return self._node(following, events, steps)

    def _name(self, event: yaml.Event, events: Iterator[yaml.Event], at: Steps) -> str:
        """The name of a field; empty, and a problem, where something else stands for it."""
        if isinstance(event, yaml.ScalarEvent) and str(event.value).strip():
            self._has_extras(event)
            return str(event.value)
        self._refuse("E114", event)
        self._node(event, events, (*at, ""))
        return ""


def _spot(mark: Any) -> tuple[int, int]:
    """Line and column of a mark, from 1."""
    return mark.line + 1, mark.column + 1
