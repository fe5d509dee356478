"""What somebody who starts a site is asked, and what follows from the answers."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from sitegen import __version__
from sitegen.party import PartyKind
from sitegen.register import Match, Seat, load_register
from sitegen.schema import Fields, check_fields, declare
from sitegen.source import Document
from sitegen.values import Colour, Mailbox, Text, WebAddress

NEWEST_BOUNDARIES: Final = 2024
_BODY: Final = re.compile(
    r"\s+(?:constituency\s+labour\s+party|clp|labour\s+party|labour|branch(?:\s+labour\s+party)?)\s*$", re.IGNORECASE
)


class _Answer(Fields):
    """One answer, read as the field it becomes."""

    name: Text = declare("The full name.", default="")
    contact: Mailbox | None = declare("The role mailbox.", default=None)
    promoter_name: Text = declare("Who causes it to be published.", default="")
    promoter_address: Text = declare("Their postal address.", default="")
    colour: Colour | None = declare("Its colour.", default=None)
    site_url: WebAddress | None = declare("Its address.", default=None)


def what_is_wrong(name: str, text: str) -> str:
    """Why the site would not take an answer, in words; empty where it is right."""
    if not text:
        return "This cannot be empty."
    problems = check_fields(_Answer, {name: text}, Document("", {})).problems
    return " ".join(f"{one.message} {one.hint}".strip() for one in problems)


class Answers(NamedTuple):
    """The answers to the questions; `seats` are as the register has them, `generator` is a line for pip."""

    name: str
    contact: str
    promoter_name: str
    promoter_address: str
    colour: str = "#b8231b"
    kind: PartyKind = PartyKind.CLP
    seats: tuple[Seat, ...] = ()
    site_url: str = "https://example.org/"
    generator: str = f"clp-sitegen=={__version__}"

    def values(self, today: date) -> Mapping[str, str]:
        """What stands for each placeholder in the files; values of YAML come with their quotation marks."""
        seat = self.seats[0] if self.seats else None
        is_template = self.name == PLACEHOLDERS.name
        texts = {
            "name": self.name,
            "home_title": "Welcome" if is_template else self.name,
            "short_name": short_name(self.name),
            "contact": self.contact,
            "promoter_name": self.promoter_name,
            "promoter_address": self.promoter_address,
            "colour": self.colour,
            "nation": seat.nation if seat else "",
            "region": seat.region if seat and seat.region != seat.nation else "",
        }
        quoted = {name: json.dumps(text, ensure_ascii=False) for name, text in texts.items()}
        plain = {
            "readme_title": "The website of our party" if is_template else f"The website of {self.name}",
            "kind": str(self.kind),
            "seats": json.dumps([one.name for one in self.seats], ensure_ascii=False),
            "site_url": self.site_url,
            "generator": self.generator,
            "plain_contact": self.contact,
            "today": today.isoformat(),
        }
        return {**quoted, **plain}


PLACEHOLDERS: Final = Answers(
    name="NAME OF YOUR PARTY",
    contact="secretary@example.org",
    promoter_name="NAME OF THE PROMOTER",
    promoter_address="ADDRESS OF THE PROMOTER",
)
"""The answers of a template: the build stops at the imprint until somebody has put the true ones in."""


def short_name(name: str) -> str:
    """`Exampleton Constituency Labour Party` as a masthead has it: `Exampleton Labour`."""
    return re.sub(r"\s+(?:constituency\s+labour\s+party|labour\s+party|clp)$", " Labour", name, flags=re.IGNORECASE)


def party_names() -> tuple[str, ...]:
    """The name of a party for each constituency, as most are called: `Bath Labour Party`."""
    return tuple(f"{seat.name} Labour Party" for seat in load_register(NEWEST_BOUNDARIES).seats)


def find_seat(name: str) -> Match:
    """The seat that a party's name holds: `Holborn and St Pancras CLP`, `Holborn & Saint Pancras Labour Party`."""
    return load_register(NEWEST_BOUNDARIES).match(_BODY.sub("", name.strip()))
