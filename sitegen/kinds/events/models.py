"""What editors write about an event: when, where, how to get in and how to join, and what belongs to it."""

from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, create_model, model_validator

from sitegen.article import AttachedFile, Shared
from sitegen.calendars import RuleMistake, read_rule
from sitegen.kinds.events.pattern import read_every, read_on
from sitegen.schema import Fields, declare
from sitegen.values import (
    Also,
    Id,
    Link,
    Mailbox,
    Markdown,
    Refers,
    Text,
    WebAddress,
    WholeDay,
    WholeNumber,
    WordsOrLink,
    YesNo,
    YesNoText,
    as_list,
    refuse,
    value,
)


class Category(StrEnum):
    """What kind of event it is."""

    MEETING = "meeting"
    AGM = "agm"
    BRANCH = "branch"
    EXECUTIVE = "executive"
    CANVASS = "canvass"
    SOCIAL = "social"
    HUSTINGS = "hustings"
    TRAINING = "training"
    CONFERENCE = "conference"


class Status(StrEnum):
    """How sure it is."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


class Place(Fields):
    """Where it is, and how to get in."""

    name: Text = declare("The building or the meeting point.", example="Weavers’ Hall", default="")
    address: Text = declare("Street and town.", example="14 Mill Lane, Exampleton", default="")
    postcode: Text = declare("The postcode.", example="ZZ1 1ZZ", default="")
    step_free: YesNoText = declare("Whether there are no steps: yes, no, or words.", example="yes", default="")
    hearing_loop: YesNoText = declare("Whether there is a hearing loop.", example="yes", default="")
    bsl: YesNoText = declare("Whether it is interpreted into British Sign Language.", example="on request", default="")
    toilets: YesNoText = declare(
        "Whether there are toilets, and which.", example="accessible, on the same floor", default=""
    )
    transport: YesNoText = declare("How to come by bus or train, and where to park.", example="Bus 7", default="")


class Online(Fields):
    """How to take part from elsewhere."""

    platform: Text = declare("What it runs on.", example="Zoom", default="")
    link: WebAddress | None = declare(
        "Where to join or to register; never with a password in it.", example="https://example.org/march", default=None
    )
    dial_in: Text = declare("The telephone number, for those without a screen.", example="0306 999 0147", default="")
    joining: Markdown | None = declare("How to get the link, and where to get help.", default=None)


def _every(written: object) -> object:
    if not isinstance(written, str) or read_every(written) is None:
        refuse("E966", value=str(written))
    return written.strip()


def _on(written: object) -> object:
    if not isinstance(written, str) or not read_on(written):
        refuse("E965", value=str(written))
    return written.strip()


def _rule(written: object) -> object:
    try:
        read_rule(str(written))
    except RuleMistake as mistake:
        refuse("E972", reason=str(mistake))
    return str(written).strip()


NOWHERE: Final = Place()
NOWHERE_ONLINE: Final = Online()
"""What `place: no` and `online: no` become: a date of a series that has not what the series has."""
_NO: Final = {"enum": [False, "no"]}


def _or_no(written: object) -> object:
    """`no` as the fields of nothing."""
    return {} if isinstance(written, str) and written.strip().casefold() == "no" else written


def _as_rule(written: object) -> object:
    return {"rule": written} if isinstance(written, str) else written


_TEXT = {"type": ["string", "integer"]}


class Repeats(Fields):
    """How a series repeats, in words; or as an RRULE."""

    every: Annotated[str, value(_every, _TEXT)] = declare(
        "day, week, fortnight, month, quarter or year; or a number of them.", example="month", default=""
    )
    on: Annotated[str, value(_on, _TEXT)] = declare("On which day.", example="second thursday", default="")
    until: WholeDay | None = declare("The last day on which it may meet.", example="2026-12-31", default=None)
    until_note: Text = declare("A note on that day.", default="")
    rule: Annotated[str, value(_rule, _TEXT)] = declare(
        "An RRULE in place of `every` and `on`; `repeats: FREQ=…` is short for it.",
        example="FREQ=MONTHLY;BYDAY=2TH",
        default="",
    )

    @model_validator(mode="after")
    def _says_how_often(self) -> "Repeats":
        if not self.every and not self.rule:
            refuse("E201", field="every", example="month", explanation="how often it meets.")
        return self


_TIME_ALONE = r"^\d{1,2}:\d{2}$"


_NAMED_AS_IN_PYTHON: Final[dict[str, Any]] = {
    "except": (
        Annotated[tuple[WholeDay, ...], BeforeValidator(as_list)],
        declare("Dates of the series on which it does not meet.", example="[2026-08-13]", default=()),
    ),
    "except_note": (Text, declare("A note on those dates.", example="summer break", default="")),
}
"""A word of Python is the name of the first field, so that it can only be named in quotation marks."""
_Exceptions: type[Shared] = create_model("_Exceptions", __base__=Shared, **_NAMED_AS_IN_PYTHON)


class Event(_Exceptions):
    """One event, or a series of them."""

    id: Id | None = declare("Its id in the list; a file's name is its id.", example="march-meeting", default=None)
    title: Text = declare("What it is.", example="General meeting: the depot dispute")
    start: WholeDay = declare("When it begins; a date alone is a whole day.", example="2026-03-12 19:30")
    start_note: Text = declare("A note on that day.", example="doors open at 7 pm", default="")
    end: Annotated[WholeDay | None, Also({"type": "string", "pattern": _TIME_ALONE})] = declare(
        "When it ends; a time alone is one of the same day.", example="21:30", default=None
    )
    end_note: Text = declare("A note on that.", default="")
    category: Category | None = declare("What kind of event it is.", example="meeting", default=None)
    status: Status = declare("How sure it is.", example="cancelled", default=Status.CONFIRMED)
    sequence: WholeNumber = declare("Raise it with each change of time or place.", example="1", default=0)
    organiser: WordsOrLink = declare("Who calls it: words, or `officers:` and the id.", default="")
    place: Annotated[Place | None, BeforeValidator(_or_no), Also(_NO)] = declare(
        "Where it is, and how to get in; 'no' for a date of a series that is not in a room.",
        example="{name: Weavers’ Hall}",
        default=None,
    )
    online: Annotated[Online | None, BeforeValidator(_or_no), Also(_NO)] = declare(
        "How to take part from elsewhere; 'no' for a date of a series that nobody can join so.",
        example="{platform: Zoom}",
        default=None,
    )
    access_contact: Mailbox | None = declare("Whom to tell what one needs.", example="access@example.org", default=None)
    repeats: Annotated[Repeats | None, BeforeValidator(_as_rule), Also({"type": "string"})] = declare(
        "How it repeats: fields, or an RRULE.", example="{every: month, on: second thursday}", default=None
    )
    also: Annotated[tuple[WholeDay, ...], BeforeValidator(as_list)] = declare(
        "Further dates of the series.", example="[2026-08-20]", default=()
    )
    also_note: Text = declare("A note on those dates.", default="")
    series: Annotated[str, Refers("events")] | None = declare(
        "The series of which this is one date: place, online, category, organiser and access_contact are those of "
        "the series, where the date does not say otherwise.",
        example="general-meeting",
        default=None,
    )
    moved_from: WholeDay | None = declare("The date it had before.", example="2026-03-05", default=None)
    moved_from_note: Text = declare("A note on that.", default="")
    cancelled_reason: Text = declare("Why it is cancelled or postponed.", example="The hall is flooded.", default="")
    notice: Markdown | None = declare("The notice by which it was called.", default=None)
    agenda: Annotated[tuple[Markdown, ...], BeforeValidator(lambda written: _listed(written))] = declare(
        "What is on the agenda, item by item.", example="[Minutes, Fair pay at the depot]", default=()
    )
    papers: tuple[AttachedFile, ...] = declare(
        "Papers to read before.", example="[{title: Accounts, file: ../files/accounts.csv}]", default=()
    )
    motions: tuple[Annotated[str, Refers("motions")], ...] = declare("Ids of its motions.", default=())
    report: Annotated[str, Refers("reports")] | None = declare("The id of its report.", default=None)
    report_expected: YesNo = declare(
        "'no': no report of it will be published, and the check asks for none.", example="no", default=True
    )
    contest: Annotated[str, Refers("contests")] | None = declare(
        "The contest it is about or decides.", example="committee-2026", default=None
    )
    links: tuple[Link, ...] = declare("Further pages about it.", example="[news:spring-fair]", default=())

    @model_validator(mode="before")
    @classmethod
    def _complete_end(cls, values: Any) -> Any:
        """`end: 21:30` is on the day of the start."""
        if not isinstance(values, dict):
            return values
        start, end = values.get("start"), values.get("end")
        if isinstance(start, str) and isinstance(end, str) and end.strip().replace(":", "").isdecimal():
            hour, colon, minute = end.strip().partition(":")
            if colon and len(minute) == 2:
                return {**values, "end": f"{start.strip()[:10]} {hour:0>2}:{minute}"}
        return values


def _listed(written: object) -> object:
    return [written] if isinstance(written, str) else written
