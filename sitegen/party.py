"""Who publishes: the fields of `data/party.yml`."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from sitegen.schema import Fields, declare
from sitegen.values import (
    Also,
    AnyDay,
    Colour,
    Id,
    Language,
    Link,
    Mailbox,
    Markdown,
    Text,
    Texts,
    WebAddress,
    WholeDay,
    WholeNumber,
    YesNo,
    as_list,
)


class PartyKind(StrEnum):
    """What kind of body publishes the site."""

    CLP = "clp"
    BRANCH = "branch"
    REGION = "region"
    AFFILIATE = "affiliate"
    CAMPAIGN = "campaign"
    GROUP = "group"


class MeetingStructure(StrEnum):
    """Who may vote at general meetings."""

    ALL_MEMBER = "all-member"
    DELEGATE = "delegate"


class Repository(StrEnum):
    """Who can read the source files."""

    PUBLIC = "public"
    PRIVATE = "private"


class DataLicence(StrEnum):
    """Under which terms anybody may use the data that the site gives away."""

    CC_BY = "CC-BY-4.0"
    CC0 = "CC0-1.0"
    OGL = "OGL-UK-3.0"
    ODBL = "ODbL-1.0"


class MailService(StrEnum):
    """What sends the newsletter by e-mail."""

    MAILCHIMP = "mailchimp"
    BUTTONDOWN = "buttondown"
    OTHER = "other"


class NameAndAddress(Fields):
    """Somebody named in the imprint."""

    name: Text = declare("The full name.", example="Rosalind Achterby")
    address: Text = declare("A postal address at which letters arrive.", example="14 Mill Lane, Exampleton, ZZ1 1ZZ")


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, dict) else value


class Imprint(Fields):
    """The imprint that election law asks for on everything that is published.

    Source: Elections Act 2022, part 6; Electoral Commission, guidance on digital imprints.
    """

    promoter: NameAndAddress = declare("Who causes it to be published.", example="{name: …, address: …}")
    on_behalf_of: Annotated[
        tuple[NameAndAddress, ...], BeforeValidator(_one_or_more), Also({"$ref": "#/definitions/NameAndAddress"})
    ] = declare("On whose behalf.", example="[{name: …, address: …}]", default=())
    printer: NameAndAddress | None = declare("Who prints documents.", default=None)

    @property
    def sentence(self) -> str:
        """`Promoted by NAME, ADDRESS, on behalf of NAME, ADDRESS.`"""
        behalf = " and on behalf of ".join(f"{one.name}, {one.address}" for one in self.on_behalf_of)
        ending = f", on behalf of {behalf}" if behalf else ""
        return f"Promoted by {self.promoter.name}, {self.promoter.address}{ending}."

    @property
    def printed_sentence(self) -> str:
        """The same with who prints documents: `Printed by NAME, ADDRESS.`"""
        printer = f" Printed by {self.printer.name}, {self.printer.address}." if self.printer else ""
        return f"{self.sentence}{printer}"


class Privacy(Fields):
    """Who answers for personal data."""

    controller: Text = declare("Who decides what is done with personal data.", default="")
    contact: Mailbox | None = declare("Where to ask.", example="secretary@example.org", default=None)
    retention: Text = declare("How long data is kept.", default="")


class Accessibility(Fields):
    """Whom to tell about a barrier."""

    contact: Mailbox | None = declare("Where to tell us.", example="access@example.org", default=None)
    reviewed: AnyDay | None = declare("When the site was last tried.", example="2026-01-10", default=None)
    reviewed_note: Text = declare("A note on that day.", default="")


class Links(Fields):
    """Where readers can do what a static site cannot."""

    join: WebAddress | None = declare("Join the party.", example="https://example.org/join", default=None)
    donate: WebAddress | None = declare("Give money.", default=None)
    subscribe: WebAddress | None = declare("Get the newsletter by e-mail.", default=None)
    register_to_vote: WebAddress | None = declare("Register to vote.", default=None)
    members_area: WebAddress | None = declare("Where members log in.", default=None)


class Announcement(Fields):
    """A sentence at the top of every page."""

    text: Markdown = declare("The sentence.", example="The consultation ends on Friday.")
    link: Link | None = declare("Where it leads.", example="news:bus-consultation", default=None)
    until: WholeDay | None = declare("The last day it is shown.", example="2026-03-20", default=None)
    until_note: Text = declare("A note on that day.", default="")


class Branch(Fields):
    """A branch of the party."""

    id: Id = declare("Its id.", example="riverside")
    name: Text = declare("Its name.", example="Riverside branch")
    wards: Texts = declare("The wards it covers.", default=())


class Party(Fields):
    """The body that publishes the site."""

    name: Text = declare("The full name.", example="Exampleton Constituency Labour Party")
    short_name: Text = declare("The name in the masthead.", example="Exampleton Labour", default="")
    name_cy: Text = declare("The name in Welsh.", default="")
    kind: PartyKind = declare("What kind of body it is.", example="clp")
    seats: Texts = declare("The constituencies it covers, by name or code; may be empty.", default=())
    boundaries: WholeNumber = declare("The boundaries of those seats: 2010 or 2024.", default=2024)
    nation: Text = declare("England, Scotland, Wales or Northern Ireland.", default="")
    region: Text = declare("The region.", default="")
    parent: Text = declare("The body it belongs to.", default="")
    branches: tuple[Branch, ...] = declare("Its branches.", default=())
    contact: Mailbox | None = declare("The role mailbox.", example="secretary@example.org", default=None)
    postal_address: Text = declare("Where letters arrive.", default="")
    colour: Colour | None = declare("Its colour; only the hue is used.", example="'#b8231b'", default=None)
    meeting_structure: MeetingStructure | None = declare("Who may vote at general meetings.", default=None)
    imprint: Imprint = declare(
        "Printed in full everywhere; the law asks for it.", example="{promoter: {name: …, address: …}}"
    )
    privacy: Privacy = declare("Who answers for personal data.", default=Privacy())
    accessibility: Accessibility = declare("Whom to tell about a barrier.", default=Accessibility())
    links: Links = declare("Where readers can join, give, subscribe.", default=Links())
    mail_service: MailService = declare(
        "What sends the newsletter; it decides what stands for the way off the list.",
        example="buttondown",
        default=MailService.OTHER,
    )
    languages: Annotated[tuple[Language, ...], BeforeValidator(as_list)] = declare(
        "Languages of the site.", example="[en, cy]", default=("en",)
    )
    first_address: WebAddress | None = declare(
        "The site's old address, if it has moved: calendars know its meetings by it.",
        example="https://old.example.org/",
        default=None,
    )
    other_accounts: Annotated[tuple[WebAddress, ...], BeforeValidator(as_list)] = declare(
        "Accounts of others that our pages link to: they are not ours, and that is right.",
        example="[https://social.example/@council]",
        default=(),
    )
    announcement: Announcement | None = declare("A sentence at the top of every page.", default=None)
    repository: Repository = declare("Who can read the sources.", default=Repository.PUBLIC)
    data_licence: DataLicence = declare("The licence of the open data.", example="CC0-1.0", default=DataLicence.CC_BY)
    banner: Text = declare("A sentence that stands on every page of a demonstration.", default="")
    search_engines: YesNo = declare("Whether search engines may list the site.", default=True)

    @property
    def has_key_roles(self) -> bool:
        """Whether missing officers are worth a warning."""
        return self.kind in (PartyKind.CLP, PartyKind.BRANCH)

    @property
    def masthead(self) -> str:
        """The name as it stands at the top of the pages."""
        return self.short_name or self.name
