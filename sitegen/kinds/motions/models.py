"""What editors write of a motion: its fields, as the content model has them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, create_model, model_validator

from sitegen.article import Article
from sitegen.days import read_day
from sitegen.kinds.motions.blanks import say_known_blanks
from sitegen.schema import Fields, declare
from sitegen.source import Refused
from sitegen.values import (
    Also,
    AnyCount,
    AnyDay,
    Link,
    Markdown,
    Refers,
    Text,
    WholeDay,
    WholeNumber,
    WordsOrLink,
    YesNo,
    YesNoText,
    as_list,
)


class Status(StrEnum):
    """How a motion stands."""

    DRAFT = "draft"
    MODEL = "model"
    SUBMITTED = "submitted"
    TABLED = "tabled"
    RULED_OUT = "ruled-out"
    COMPOSITED = "composited"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    NOT_REACHED = "not-reached"
    CARRIED = "carried"
    CARRIED_AS_AMENDED = "carried-as-amended"
    CARRIED_IN_PARTS = "carried-in-parts"
    LOST = "lost"
    REMITTED = "remitted"
    REFERRED_BACK = "referred-back"
    FORWARDED = "forwarded"
    OUTCOME_NOT_RECORDED = "outcome-not-recorded"


class Type(StrEnum):
    """What sort of motion it is."""

    POLICY = "policy"
    EMERGENCY = "emergency"
    PROCEDURAL = "procedural"
    RULE_CHANGE = "rule-change"
    CONSTITUTIONAL = "constitutional"
    STATEMENT = "statement"
    MODEL = "model"
    COMPOSITE = "composite"
    AMENDMENT = "amendment"


class Numbering(StrEnum):
    """Whether clauses are counted or keep the marks that the editor wrote."""

    AUTO = "auto"
    AS_WRITTEN = "as-written"


class Op(StrEnum):
    """What an amendment does."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    ADD = "add"


class SubmitterType(StrEnum):
    """Who can submit a motion."""

    PERSON = "person"
    CLP = "clp"
    BRANCH = "branch"
    GROUP = "group"


def _bare_id(value: object) -> object:
    """`motions:fair-pay` where an id alone is asked for."""
    return value.removeprefix("motions:") if isinstance(value, str) and not isinstance(value, Refused) else value


def _one_or_more(value: object) -> object:
    """One set of fields where a list of them is expected."""
    return [value] if isinstance(value, dict) else value


MotionId = Annotated[str, BeforeValidator(_bare_id), Refers("motions")]
MotionIds = Annotated[tuple[MotionId, ...], BeforeValidator(as_list)]


class Submitter(Fields):
    """Who submits a motion."""

    name: Text = declare("Their name.", example="Riverside branch")
    type: SubmitterType | None = declare("person, clp, branch or group.", example="branch", default=None)
    of: Text = declare("What they belong to.", example="Exampleton Labour Party", default="")


class Supporter(Fields):
    """Somebody who supports a motion; may be nameless."""

    name: Text = declare("The name; empty for somebody who is counted, not shown.", example="Jo Example", default="")
    consent: YesNo = declare("Whether the name may be shown.", example="yes", default=False)


class Supporters(Fields):
    """How many support a motion, and the names of those who agreed to be shown."""

    count: AnyCount | None = declare("How many, names included.", example="over 20", default=None)
    names: tuple[Supporter, ...] = declare("Who.", example="[{name: Jo Example, consent: yes}]", default=())


_NAMED_AS_IN_PYTHON: Final[dict[str, Any]] = {
    "for": (WholeNumber | None, declare("In favour.", example="47", default=None))
}
"""A word of Python is the name of this field, so that it can only be named in quotation marks."""
_InFavour: type[Fields] = create_model("_InFavour", __base__=Fields, **_NAMED_AS_IN_PYTHON)


class Vote(_InFavour):
    """How the meeting voted."""

    against: WholeNumber | None = declare("Against.", example="6", default=None)
    abstain: WholeNumber | None = declare("Abstained.", example="3", default=None)
    method: Text = declare("How it was counted.", example="show of cards", default="")
    casting_vote: YesNoText = declare("The chair's casting vote: yes, or which way.", example="for", default=False)

    @property
    def in_favour(self) -> int | None:
        """How many voted for it."""
        number: int | None = getattr(self, "for")
        return number


class Step(Fields):
    """One step of what became of a motion."""

    status: Text = declare("A status of the reference, or words of your own.", example="tabled")
    date: AnyDay | None = declare("When.", example="2026-02-03", default=None)
    date_note: Text = declare("A note on that day.", default="")
    note: Text = declare("What else to know.", example="by 47 to 6", default="")


class Amends(Fields):
    """One change that an amendment makes."""

    motion: MotionId = declare("The id of the motion it amends, or of an amendment.", example="fair-pay")
    op: Op | None = declare("What it does; none: the text says it in words.", example="replace", default=None)
    clause: Text = declare("The clause it changes; for `add` a part.", example="resolves.2.c", default="")
    words: Text = declare("Exact words inside the clause; none: all of it.", example="9 pm", default="")
    text: Text = declare("What is inserted, added, or takes their place.", example="10.30 pm", default="")


class Outcomes(Fields):
    """What follows from a procedural motion."""

    carried: Markdown | None = declare("If carried.", example="The meeting moves to the vote.", default=None)
    lost: Markdown | None = declare("If lost.", example="The debate goes on.", default=None)


class Adoption(Fields):
    """A party that adopted a model motion."""

    name: Text = declare("Which party.", example="Bath")
    date: AnyDay | None = declare("When.", example="2026-01-22", default=None)
    date_note: Text = declare("A note on that day.", default="")
    url: Link | None = declare("Where it says so.", example="https://bath.example.org/motions", default=None)
    as_amended: YesNo = declare("Whether it was amended first.", example="yes", default=False)


class SampleLetter(Fields):
    """A letter that readers can send."""

    to: Text = declare("A mailbox, or whom it is for.", example="leader@council.example.org")
    subject: Text = declare("The subject.", example="Fair pay at the depot")
    body: Markdown = declare("The letter.", example="Dear Councillor, …")


class Motion(Article):
    """A motion, an amendment, a composite or a model motion."""

    instead: ClassVar[Mapping[str, str]] = {"date": "submitted"}

    date: AnyDay = declare("When it was made public; without it, the day of 'submitted'.", example="2026-01-24")
    status: Status = declare("How it stands.", example="tabled")
    type: Type | None = declare("What sort it is.", example="policy", default=None)
    letter: Text = declare("Its label on the agenda.", example="B", default="")
    organisation: Text = declare("clp, branch, executive, agm, conference, nec, or words.", example="clp", default="")
    agenda_item: Text = declare("The item of the agenda.", example="6", default="")
    submitted_by: Annotated[
        tuple[Submitter, ...], BeforeValidator(_one_or_more), Also({"$ref": "#/definitions/Submitter"})
    ] = declare("Who submits it.", example="[{name: Riverside branch, type: branch}]", default=())
    mover: Text = declare("Who moves it.", example="Jo Example", default="")
    seconder: Text = declare("Who seconds it.", example="Ann Example", default="")
    supporters: Supporters | None = declare("Who supports it.", example="{count: over 20}", default=None)
    submitted: AnyDay | None = declare("When it came in.", example="2026-01-22", default=None)
    submitted_note: Text = declare("A note on that day.", default="")
    revised: AnyDay | None = declare("When its text was last changed.", example="2026-02-01", default=None)
    revised_note: Text = declare("A note on that day.", default="")
    meeting: WordsOrLink = declare(
        "Which meeting: words, or `events:` or `reports:` and its id.", example="events:march-meeting", default=""
    )
    meeting_date: AnyDay | None = declare("When that meeting is, if it is no entry.", default=None)
    meeting_date_note: Text = declare("A note on that day.", default="")
    vote: Vote | None = declare("How the meeting voted.", example="{for: 47, against: 6, abstain: 3}", default=None)
    status_history: tuple[Step, ...] = declare("What became of it.", example="[{status: tabled}]", default=())
    amends: Annotated[tuple[Amends, ...], BeforeValidator(_one_or_more), Also({"$ref": "#/definitions/Amends"})] = (
        declare(
            "What it changes in which motion.",
            example="[{motion: fair-pay, op: delete, clause: resolves.2}]",
            default=(),
        )
    )
    composite_of: MotionIds = declare("Ids of the motions it is made of.", default=())
    derived_from: MotionIds = declare("Ids of the motions it was made from.", default=())
    identical_to: MotionIds = declare("Ids of motions with the same text.", default=())
    version_of: MotionId | None = declare("The id of the motion of which it is another version.", default=None)
    forwarded_to: WordsOrLink = declare("Where it was sent: words, or the id of the motion it became.", default="")
    superseded_by: MotionId | None = declare("The id of the motion that took its place.", default=None)
    outcomes: Outcomes | None = declare("What follows if it is carried or lost.", default=None)
    deadline: WholeDay | None = declare("Until when it can be sent in.", example="2026-03-05", default=None)
    deadline_note: Text = declare("A note on that day.", default="")
    blanks: Mapping[str, Text] = declare("Blanks of the text.", example='{clp: "name of your CLP"}', default={})
    adopted_by: tuple[Adoption, ...] = declare("Who adopted it.", example="[{name: Bath}]", default=())
    sample_letters: tuple[SampleLetter, ...] = declare("Letters to send.", example="[{to: …}]", default=())
    numbering: Numbering | None = declare("auto or as-written.", example="as-written", default=None)

    @model_validator(mode="before")
    @classmethod
    def _say_blanks_beside_the_text(cls, values: object) -> object:
        """Title, summary and editor's note are not filled in: a blank stands there as its words."""
        blanks = values.get("blanks") if isinstance(values, dict) else None
        if not isinstance(values, dict) or not isinstance(blanks, dict):
            return values
        known = {name: words for name, words in blanks.items() if isinstance(words, str)}
        said = {
            name: say_known_blanks(values[name], known)
            for name in ("title", "summary", "editors_note")
            if isinstance(values.get(name), str)
        }
        return {**values, **said}

    @model_validator(mode="before")
    @classmethod
    def _date_from_submitted(cls, values: object) -> object:
        """`date` is `submitted` where only that is written; a day that cannot be read is told once."""
        if not isinstance(values, dict) or "date" in values or "submitted" not in values:
            return values
        given: Any = values["submitted"]
        try:
            read_day(str(given).strip())
        except ValueError:
            given = Refused()
        return {**values, "date": given}

    @property
    def sort(self) -> Type | None:
        """What sort of motion it is, told by its other fields where it does not say so itself."""
        if self.type:
            return self.type
        if self.amends:
            return Type.AMENDMENT
        if self.composite_of:
            return Type.COMPOSITE
        return Type.MODEL if self.status is Status.MODEL else None

    @property
    def is_counted(self) -> bool:
        """Whether its clauses are numbered anew, by depth."""
        if self.numbering:
            return self.numbering is Numbering.AUTO
        return self.status in (Status.DRAFT, Status.MODEL, Status.SUBMITTED, Status.TABLED)
