"""What editors write of an open letter, as the content model has it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from sitegen.article import Article
from sitegen.schema import Fields, declare
from sitegen.values import Also, AnyCount, AnyDay, Link, Markdown, Text, WholeDay
from sitegen.words import join_words


class Status(StrEnum):
    """How far a letter has come."""

    OPEN = "open"
    CLOSED = "closed"
    DELIVERED = "delivered"
    ANSWERED = "answered"


class Display(StrEnum):
    """What is shown of those who signed."""

    NAMES = "names"
    COUNT = "count"


class Addressee(Fields):
    """Somebody to whom the letter is written; the name, the role, or both."""

    name: Text = declare("The name.", example="Jo Example", default="")
    role: Text = declare("The role.", example="Leader of the council", default="")

    @property
    def words(self) -> str:
        """`Jo Example, Leader of the council`."""
        return ", ".join(part for part in (self.name, self.role) if part)


class Signatures(Fields):
    """How many signed, where more signed than have a row in the file."""

    count: AnyCount | None = declare("How many, rows included.", example="over 900", default=None)
    as_of: AnyDay | None = declare("The day of that count.", example="2026-03-02", default=None)
    as_of_note: Text = declare("A note on that day.", default="")
    display: Display = declare("'count' shows no names.", example="count", default=Display.NAMES)


class Reply(Fields):
    """What somebody answered."""

    name: Text = declare("Who.", example="Jo Example")
    role: Text = declare("Their role.", example="Leader of the council", default="")
    date: AnyDay | None = declare("When.", example="2026-03-05", default=None)
    date_note: Text = declare("A note on that day.", default="")
    text: Markdown | None = declare("What they wrote.", example="We will meet you.", default=None)
    url: Link | None = declare("Where it can be read in full.", example="https://example.org/reply", default=None)

    @property
    def words(self) -> str:
        """`Jo Example, Leader of the council`."""
        return ", ".join(part for part in (self.name, self.role) if part)


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, dict) else value


class Letter(Article):
    """An open letter; its demands are the first numbered list of its text."""

    addressees: Annotated[
        tuple[Addressee, ...],
        Field(min_length=1),
        BeforeValidator(_one_or_more),
        Also({"$ref": "#/definitions/Addressee"}),
    ] = declare("To whom it is written.", example="[{role: Leader of the council}]")
    status: Status = declare("How far it has come.", example="delivered", default=Status.OPEN)
    opens: WholeDay | None = declare("From when it can be signed.", example="2026-02-01", default=None)
    opens_note: Text = declare("A note on that day.", default="")
    closes: WholeDay | None = declare("The last day to sign it.", example="2026-03-20", default=None)
    closes_note: Text = declare("A note on that day.", default="")
    sign_link: Link | None = declare("Where it can be signed.", example="https://example.org/sign", default=None)
    originator: Text = declare("Who began it.", example="Exampleton Tenants", default="")
    signatures: Signatures | None = declare("How many signed.", example="{count: over 900}", default=None)
    delivered: AnyDay | None = declare("When it was handed over.", example="2026-03-04", default=None)
    delivered_note: Text = declare("How, or a note on that day.", example="at the town hall", default="")
    replies: Annotated[tuple[Reply, ...], BeforeValidator(_one_or_more), Also({"$ref": "#/definitions/Reply"})] = (
        declare("What came back.", example="[{name: Jo Example, text: …}]", default=())
    )

    @property
    def to(self) -> str:
        """All addressees in words, as they stand within a sentence: `the leader of the council`."""
        names = [one.words for one in self.addressees]
        return _list([f"the {name[4:]}" if name.startswith("The ") else name for name in names])


def _list(names: Sequence[str]) -> str:
    """Names with semicolons where one of them holds a comma."""
    if len(names) > 1 and any("," in name for name in names):
        return f"{'; '.join(names[:-1])}; and {names[-1]}"
    return join_words(names)
