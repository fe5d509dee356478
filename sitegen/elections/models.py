"""What editors write about contests, candidates and nominations."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from sitegen.article import Shared, Source
from sitegen.elections.thresholds import Nominating, Threshold
from sitegen.schema import Fields, declare
from sitegen.values import (
    Also,
    AnyCount,
    AnyDay,
    Id,
    Link,
    Mailbox,
    Picture,
    Text,
    Texts,
    WholeDay,
    WholeNumber,
    YesNo,
    refuse,
)


class VotingSystem(StrEnum):
    """How votes are counted."""

    STV = "stv"
    FPTP = "fptp"
    BLOCK = "block"
    AV = "av"
    YES_NO = "yes-no"


class OrderRule(StrEnum):
    """In which order candidates stand, on every page alike."""

    ALPHABETICAL = "alphabetical"
    BALLOT = "ballot"
    RANDOM = "random"


class CandidateOrder(Fields):
    """The rule of order, and the seed of a random one."""

    rule: OrderRule = declare("The rule.", default=OrderRule.RANDOM)
    random: WholeNumber | None = declare("A number from which the random order is made.", example="7", default=None)


def _read_order(value: object) -> object:
    return {"rule": value} if isinstance(value, str) else value


def _boundaries(value: object) -> object:
    if value not in ("2010", "2024"):
        refuse("E602", value=str(value))
    return value


class Position(Fields):
    """What is elected."""

    id: Id = declare("Its id.", example="clp-representative")
    title: Text = declare("What it is called.", example="CLP representative")
    seats: WholeNumber | None = declare("How many are elected.", example="2", default=None)
    threshold: Threshold | None = declare(
        "What a candidate needs to be on the ballot.", example="{any: [{all: [{type: clp, count: 5}]}]}", default=None
    )


class StatedTotal(Fields):
    """A total that somebody printed, to compare with the rows."""

    candidate: Text = declare("The candidate's id.", example="jo-example")
    type: Nominating = declare("Who is counted.", example="clp")
    count: WholeNumber = declare("The printed number.", example="115")
    source: Source | None = declare("Where it was printed.", example="{title: Campaign page}", default=None)
    date: AnyDay | None = declare("When.", example="2020-02", default=None)
    date_note: Text = declare("A note on that day.", default="")


class Contest(Shared):
    """An election or selection in which candidates stand."""

    title: Text = declare("What it is called.", example="National committee election 2026")
    organisation: Text = declare("Who holds it.", example="The national party", default="")
    year: WholeNumber | None = declare("Its year.", example="2026", default=None)
    boundaries: Annotated[WholeNumber, BeforeValidator(_boundaries)] = declare(
        "Which constituencies nominate: 2010 or 2024.", example="2024", default=2024
    )
    opens: WholeDay | None = declare("When nominations open.", example="2026-01-15", default=None)
    opens_note: Text = declare("A note on that day.", default="")
    closes: WholeDay | None = declare("When nominations close.", example="2026-03-31", default=None)
    closes_note: Text = declare("A note on that day.", default="")
    voting_system: VotingSystem | None = declare("How votes are counted.", example="stv", default=None)
    positions: Annotated[tuple[Position, ...], Field(min_length=1)] = declare(
        "What is elected.", example="[{id: chair, title: Chair, seats: 1}]"
    )
    candidate_order: Annotated[
        CandidateOrder, BeforeValidator(_read_order), Also({"enum": ["alphabetical", "ballot"]})
    ] = declare(
        "alphabetical, ballot, or {random: 7}.",
        example="alphabetical",
        default=CandidateOrder(rule=OrderRule.ALPHABETICAL),
    )
    ballot_order: Texts = declare("Ids of the candidates as the ballot paper lists them.", default=())
    related: dict[str, Text] = declare(
        "Columns of co-nominations: the column's name and its title.",
        example="{leader: Leader, deputy: Deputy Leader}",
        default={},
    )
    stated_totals: tuple[StatedTotal, ...] = declare("Printed totals, compared with the rows.", default=())
    as_at: AnyDay | None = declare(
        "The day the lists are of; printed with every total.", example="2026-03-02", default=None
    )
    as_at_note: Text = declare("A note on that day.", default="")
    lists_held: Texts | None = declare("Candidates whose lists this site holds.", default=None)
    lists_complete: YesNo = declare("Whether those lists are complete.", default=False)


class CandidateStatus(StrEnum):
    """How far a candidate has come."""

    SEEKING = "seeking"
    ON_BALLOT = "on-ballot"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"
    ELECTED = "elected"
    NOT_ELECTED = "not-elected"


class StatusChange(Fields):
    """One step in a candidate's history."""

    status: CandidateStatus = declare("What the status became.", example="on-ballot")
    date: AnyDay | None = declare("When.", example="2026-02-20", default=None)
    date_note: Text = declare("A note on that day.", default="")
    note: Text = declare("A few words on it.", default="")


class WebLink(Fields):
    """A link with words of its own."""

    title: Text = declare("Where it leads.", example="Her website")
    url: Link = declare("The address.", example="https://example.org/")


class Supporter(Fields):
    """Somebody who supports a candidate in public."""

    name: Text = declare("The name.", example="Exampleton Tenants")
    url: Link | None = declare("Where they say so.", default=None)


class Candidate(Shared):
    """Somebody who stands in a contest; the body is the candidate's statement."""

    name: Text = declare("The full name.", example="Jo Example")
    position: Text = declare(
        "The id of the position stood for, or `unknown`.", example="clp-representative", default=""
    )
    person: Id | None = declare("One id for one person in several contests.", default=None)
    clp: Text = declare("The candidate's own party.", example="Exampleton", default="")
    sort_name: Text = declare("The name by which lists are sorted.", example="Example, Jo", default="")
    pronouns: Text = declare("Pronouns.", example="she/her", default="")
    photo: Picture | None = declare("A portrait.", default=None)
    photo_alt: Text = declare("What the portrait shows.", default="")
    links: tuple[WebLink, ...] = declare("The candidate's own pages.", example="[{title: …, url: …}]", default=())
    supported_by: tuple[Supporter, ...] = declare("Who supports the candidate.", example="[{name: …}]", default=())
    slate: Text = declare("The list on which the candidate stands.", default="")
    status: CandidateStatus | None = declare("How far the candidate has come.", example="on-ballot", default=None)
    status_history: tuple[StatusChange, ...] = declare("Earlier steps.", default=())
    contact: Mailbox | None = declare("Where nominating parties write to.", example="jo@example.org", default=None)


class NominationKind(StrEnum):
    """What a row is: only a nomination counts towards a threshold."""

    NOMINATION = "nomination"
    SUPPORTING = "supporting"
    ENDORSEMENT = "endorsement"


class NominatorType(StrEnum):
    """Who nominates."""

    CLP = "clp"
    UNION = "union"
    SOCIALIST_SOCIETY = "socialist-society"
    BRANCH = "branch"
    ORGANISATION = "organisation"


class Evidence(StrEnum):
    """How sure a nomination is."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    OFFICIAL = "official"


class Nomination(Fields):
    """One row: who nominated whom."""

    candidate: Text = declare("The candidate's id.", example="jo-example")
    nominator: Text = declare("Who nominated, as printed.", example="Bristol West")
    type: NominatorType = declare("Who nominates.", example="clp")
    kind: NominationKind = declare(
        "Only a nomination counts; the two others are listed apart.",
        example="nomination",
        default=NominationKind.NOMINATION,
    )
    date: AnyDay | None = declare("When it was decided.", example="2026-02-12", default=None)
    date_note: Text = declare("A note on that day.", default="")
    recorded_on: AnyDay | None = declare("When it was written down here.", example="2026-02-14", default=None)
    recorded_on_note: Text = declare("A note on that day.", default="")
    evidence: Evidence | None = declare("How sure it is.", example="confirmed", default=None)
    source: Text = declare("A title or a web address.", example="Minutes of the branch", default="")
    members: AnyCount | None = declare("How many members it stands for.", example="42", default=None)
    note: Text = declare("A few words on it.", default="")
    retracted_on: AnyDay | None = declare("When it was taken back.", example="2026-03-01", default=None)
    retracted_on_note: Text = declare("A note on that day.", default="")
    together: dict[str, Text] = declare(
        "Co-nominations: one column for each of the contest's `related`.", example="{leader: Jo Other}", default={}
    )


class PlacelessKind(StrEnum):
    """Why a nominating party has no seat on the map."""

    NATION = "nation"
    INTERNATIONAL = "international"
    HOLYROOD = "holyrood"
    UNKNOWN = "unknown"


class Alias(Fields):
    """What a printed name stands for: a constituency, or a party without a seat."""

    seat: Text = declare("The constituency.", example="Tewkesbury", default="")
    kind: PlacelessKind | None = declare("Why there is no seat.", example="nation", default=None)
    note: Text = declare("A few words on it.", default="")


def _read_alias(value: object) -> object:
    return {"seat": value} if isinstance(value, str) else value


class NominationList(Fields):
    """The rows of one contest, and what its printed names stand for."""

    rows: tuple[Nomination, ...] = declare("The rows.", default=())
    aliases: dict[str, Annotated[Alias, BeforeValidator(_read_alias), Also({"type": "string"})]] = declare(
        "Printed names.", default={}
    )
