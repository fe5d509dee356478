"""What a field can hold: text, Markdown, days, counts, yes or no, links, references.

Each type is plain text on the way in and a checked value on the way out. A value that does
not fit raises a code of the catalogue; `schema.py` turns it into a problem with its line.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Final, NoReturn, TypeVar

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from sitegen.days import Day, read_day
from sitegen.markdown import Body, read_short
from sitegen.problems import Problem
from sitegen.source import Refused
from sitegen.words import make_id, shorten

LONGEST_SHOWN: Final = 60
"""How much of a value a message repeats."""


def refuse(code: str, **values: str) -> NoReturn:
    """Refuse a value with a code of the catalogue; `hint` among the values replaces its hint."""
    shown = {name: shorten(text, LONGEST_SHOWN) if name == "value" else text for name, text in values.items()}
    raise PydanticCustomError(code, "{code}", {"code": code, **shown})


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown of a field, read; `findings` hold lines counted from the field's first line."""

    text: str
    body: Body = field(compare=False)
    findings: tuple[Problem, ...] = field(default=(), compare=False)

    def __bool__(self) -> bool:
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as written (`over 900`), and the number in it."""

    text: str
    number: int

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that names an entry of another kind by its id; `within` is the field that names its parent."""

    kind: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Leads:
    """Marks a field that holds a link; `to` says to what: `page`, `picture`, or `words` that may be a link."""

    to: str = "page"


def _one_text(value: object) -> str:
    if isinstance(value, str) and not isinstance(value, Refused):
        return value.strip()
    refuse("E203")


def _prose(value: object) -> Prose:
    if not isinstance(value, str) or isinstance(value, Refused):
        refuse("E203")
    body, findings = read_short(value, "")
    return Prose(value, body, findings)


def _day(value: object) -> Day:
    text = _one_text(value)
    try:
        return read_day(text)
    except ValueError as advice:
        refuse("E210", value=text, advice=str(advice))


def _whole_day(value: object) -> Day:
    day = _day(value)
    if not day.is_whole:
        refuse("E211", value=_one_text(value))
    return day


_COUNT: Final = re.compile(
    r"(?:(over|more than|at least|about|nearly|up to) +)?(\d{1,3}(?:,\d{3})+|\d{1,12})", re.ASCII | re.IGNORECASE
)


def _count(value: object) -> Count:
    text = _one_text(value)
    found = _COUNT.fullmatch(text)
    if not found:
        refuse("E212", value=text)
    return Count(text, int(found[2].replace(",", "")))


def _whole_number(value: object) -> int:
    text = _one_text(value)
    if not re.fullmatch(r"[0-9]{1,12}", text):
        refuse("E213", value=text)
    return int(text)


def _votes(value: object) -> Decimal:
    text = _one_text(value)
    if not re.fullmatch(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.[0-9]{1,5})?", text):
        refuse("E686", value=text)
    return Decimal(text.replace(",", ""))


_YES: Final = {"yes": True, "true": True, "no": False, "false": False}


def _yes_no(value: object) -> bool:
    answer = _YES.get(_one_text(value).lower())
    if answer is None:
        refuse("E214", value=str(value))
    return answer


def _yes_no_text(value: object) -> bool | str:
    text = _one_text(value)
    return _YES.get(text.lower(), text)


_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether `text` is small letters, figures and single hyphens, as ids are."""
    return _ID.fullmatch(text) is not None


def _id(value: object) -> str:
    text = _one_text(value)
    if not is_id(text):
        refuse("E215", value=text, hint_id=make_id(text) or "spring-meeting")
    return text


def _mailbox(value: object) -> str:
    text = _one_text(value).removeprefix("mailto:")
    if not re.fullmatch(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+", text):
        refuse("E216", value=text)
    return text


def is_web_address(text: str) -> bool:
    """Whether `text` begins with https:// or http://, and the name of a website follows."""
    return re.fullmatch(r"https?://[^\s<>\"/?#]+(?:[/?#][^\s<>\"]*)?", text, re.IGNORECASE) is not None


def _web_address(value: object) -> str:
    text = _one_text(value)
    if not is_web_address(text):
        refuse("E217", value=text)
    return text


def _colour(value: object) -> str:
    text = _one_text(value)
    if not re.fullmatch(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text):
        refuse("E218", value=text)
    return text


def _language(value: object) -> str:
    text = _one_text(value)
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Z]{2})?", text):
        refuse("E219", value=text)
    return text


def as_list(value: object) -> object:
    """A single value where a list is expected is a list of one; a text with commas is refused."""
    if isinstance(value, str):
        if "," in value:
            refuse("E207", example=f"[{shorten(value, LONGEST_SHOWN)}]")
        return [value]
    return value


T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Also:
    """Marks a field that may be written in a short form too, with the JSON Schema of that form."""

    fragment: Mapping[str, Any]


_FRAGMENTS: Final[dict[object, Mapping[str, Any]]] = {}


def value(read: Callable[[object], Any], fragment: Mapping[str, Any]) -> PlainValidator:
    """The type of a field that `read` reads; `fragment` is its JSON Schema, for the programs of editors."""
    _FRAGMENTS[read] = fragment
    return PlainValidator(read)


def fragment_of(mark: object) -> Mapping[str, Any] | None:
    """The JSON Schema of a type that was made with `value`; None for every other mark of a field."""
    return _FRAGMENTS.get(mark.func) if isinstance(mark, PlainValidator) else None


_ANY_TEXT: Final = {"type": ["string", "number", "boolean"]}
_DAY_PATTERN: Final = r"^\d{4}-\d{2}-\d{2}( \d{1,2}:\d{2})?$"
_PARTIAL_PATTERN: Final = r"^\d{4}(-\d{2}(-\d{2}( \d{1,2}:\d{2})?)?)?$"
_COUNT_PATTERN: Final = r"^([A-Za-z]+ )*\d[\d,]*$"
_VOTES_PATTERN: Final = r"^\d[\d,]*(\.\d{1,5})?$"
_YES_NO: Final = {"enum": [True, False, "yes", "no", "Yes", "No", "YES", "NO", "true", "false", "True", "False"]}


Text = Annotated[str, value(_one_text, _ANY_TEXT)]
Markdown = Annotated[Prose, value(_prose, _ANY_TEXT)]
AnyDay = Annotated[Day, value(_day, {"type": ["string", "integer"], "pattern": _PARTIAL_PATTERN})]
WholeDay = Annotated[Day, value(_whole_day, {"type": "string", "pattern": _DAY_PATTERN})]
AnyCount = Annotated[Count, value(_count, {"type": ["string", "integer"], "pattern": _COUNT_PATTERN, "minimum": 0})]
WholeNumber = Annotated[int, value(_whole_number, {"type": ["string", "integer"], "pattern": r"^\d+$", "minimum": 0})]
Votes = Annotated[Decimal, value(_votes, {"type": ["string", "number"], "pattern": _VOTES_PATTERN, "minimum": 0})]
YesNo = Annotated[bool, value(_yes_no, _YES_NO)]
YesNoText = Annotated[bool | str, value(_yes_no_text, _ANY_TEXT)]
Id = Annotated[str, value(_id, {"type": ["string", "integer"], "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"})]
Mailbox = Annotated[str, value(_mailbox, {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+\.[^@\s.]+$"})]
WebAddress = Annotated[str, value(_web_address, {"type": "string", "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s]+$"})]
Colour = Annotated[str, value(_colour, {"type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"})]
Language = Annotated[str, value(_language, {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Z]{2})?$"})]
Link = Annotated[str, value(_one_text, _ANY_TEXT), Leads()]
Picture = Annotated[str, value(_one_text, _ANY_TEXT), Leads("picture")]
WordsOrLink = Annotated[str, value(_one_text, _ANY_TEXT), Leads("words")]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_list)]
