"""What a field can hold: text, Markdown, days, counts, yes or no, links, references.

Each type is plain text on the way in and a checked value on the way out. A value that does
not fit raises a code of the catalogue; `schema.py` turns it into a problem with its line.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
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


def _value(read: Callable[[object], Any]) -> PlainValidator:
    return PlainValidator(read)


Text = Annotated[str, _value(_one_text)]
Markdown = Annotated[Prose, _value(_prose)]
AnyDay = Annotated[Day, _value(_day)]
WholeDay = Annotated[Day, _value(_whole_day)]
AnyCount = Annotated[Count, _value(_count)]
WholeNumber = Annotated[int, _value(_whole_number)]
YesNo = Annotated[bool, _value(_yes_no)]
YesNoText = Annotated[bool | str, _value(_yes_no_text)]
Id = Annotated[str, _value(_id)]
Mailbox = Annotated[str, _value(_mailbox)]
WebAddress = Annotated[str, _value(_web_address)]
Colour = Annotated[str, _value(_colour)]
Language = Annotated[str, _value(_language)]
Link = Annotated[str, _value(_one_text), Leads()]
Picture = Annotated[str, _value(_one_text), Leads("picture")]
WordsOrLink = Annotated[str, _value(_one_text), Leads("words")]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_list)]
