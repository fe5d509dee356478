"""What editors write about a result: figures as they were published, or a ballot file to be counted."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from sitegen.article import Shared
from sitegen.schema import Fields, declare
from sitegen.values import AnyDay, Refers, Text, Texts, Votes, WholeNumber, YesNo


class ResultKind(StrEnum):
    """What was held: only an election and a selection can elect anybody."""

    ELECTION = "election"
    SELECTION = "selection"
    POLL = "poll"


class Method(StrEnum):
    """What is published of the count, and so which figures there are."""

    ORDER = "order"
    FIRST_PREFERENCES = "first-preferences"
    STV = "stv"
    FPTP = "fptp"
    YES_NO = "yes-no"


class BallotFigures(Fields):
    """How many ballot papers there were."""

    issued: WholeNumber | None = declare("How many were handed or sent out.", example="168", default=None)
    cast: WholeNumber | None = declare("How many came back.", example="101", default=None)
    valid: WholeNumber | None = declare("How many were counted.", example="99", default=None)
    spoilt: WholeNumber | None = declare("How many could not be counted.", example="2", default=None)


class ResultLine(Fields):
    """What one candidate got; which fields there are depends on the method."""

    candidate: Text = declare("The candidate's id.", example="jo-example")
    rank: WholeNumber | None = declare("The place, by the method `order`.", example="1", default=None)
    joint: YesNo = declare("Two candidates share this rank.", example="yes", default=False)
    elected: YesNo | None = declare("Whether the candidate is elected; never in a poll.", example="yes", default=None)
    votes: WholeNumber | None = declare("Votes, by the method `fptp`.", example="31", default=None)
    first_preferences: WholeNumber | None = declare("First preferences.", example="42", default=None)
    yes: WholeNumber | None = declare("Votes for, by the method `yes-no`.", example="61", default=None)
    no: WholeNumber | None = declare("Votes against, by the method `yes-no`.", example="9", default=None)
    abstain: WholeNumber | None = declare("Abstentions, by the method `yes-no`.", example="4", default=None)


class CountStage(Fields):
    """One stage of a count by transferable votes, as it was published: how the votes stood at its end."""

    surplus: Text = declare("Whose surplus is transferred at this stage: an id.", example="jo-example", default="")
    excluded: Text = declare("Who is excluded at this stage: an id.", example="al-other", default="")
    votes: dict[str, Votes] = declare("The votes of each candidate.", example="{jo-example: 31, al-other: 12.5}")
    non_transferable: Votes = declare("Votes that go to nobody any more.", example="3.5", default=Decimal(0))
    lost: Votes = declare("What is lost by rounding, where it is published.", example="0.00012", default=Decimal(0))
    elected: Texts = declare("Who is elected at its end: ids.", example="[jo-example]", default=())
    note: Text = declare("A few words on it, such as how a tie was settled.", default="")


class Figures(Fields):
    """The figures of one position."""

    seats: WholeNumber | None = declare("How many are elected, if the contest does not say.", example="2", default=None)
    quota: WholeNumber | None = declare("The quota as published, by the method `stv`.", example="34", default=None)
    ballots: BallotFigures | None = declare("How many ballot papers.", example="{cast: 101, valid: 99}", default=None)
    turnout: Text = declare("The turnout as published.", example="60.1%", default="")
    results: tuple[ResultLine, ...] = declare(
        "What each candidate got.", example="[{candidate: jo-example, rank: 1}]", default=()
    )
    stages: tuple[CountStage, ...] = declare(
        "The stages as published, by the method `stv`.", example="[{votes: {jo-example: 31}}]", default=()
    )
    blt: Text = declare(
        "The ballot file to be counted, which lies beside this one.", example="jo-example-2026.blt", default=""
    )
    names: dict[str, Text] = declare(
        "Names in the ballot file that are spelt otherwise here, each with the candidate's id.",
        example="{J. Example: jo-example}",
        default={},
    )
    ties: Texts = declare(
        "On whom the lot fell where candidates were level at every stage: ids, in the order of the stages.",
        example="[jo-example]",
        default=(),
    )


class PositionResult(Figures):
    """The result for one position, where a result has several."""

    position: Text = declare("The position's id.", example="chair")
    method: Method | None = declare("How it was counted, if not as the others.", example="yes-no", default=None)


class Result(Figures, Shared):
    """The result of an election or a selection, or of a poll, which is neither."""

    title: Text = declare("What it is called.", example="The committee election: how we counted")
    contest: Annotated[str, Refers("contests")] = declare("The contest's id.", example="committee-2026")
    kind: ResultKind = declare("What was held.", example="poll", default=ResultKind.ELECTION)
    conducted_by: Text = declare("Who held it; a poll must say so.", example="Members' Voice", default="")
    date: AnyDay | None = declare("When the result was declared.", example="2026-03-12", default=None)
    date_note: Text = declare("A note on that day.", default="")
    purpose: Text = declare("What it was for.", example="To choose whom we recommend", default="")
    method: Method = declare("How it was counted, and so what is published.", example="stv")
    position: Text = declare("The position's id; not needed where the contest has one.", example="chair", default="")
    positions: tuple[PositionResult, ...] = declare(
        "Several positions, each with its own figures.",
        example="[{position: chair, results: [{candidate: jo-example, rank: 1}]}]",
        default=(),
    )
