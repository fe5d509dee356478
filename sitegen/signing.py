"""Who signed an open letter: what editors write of each, how many there are, and who may be shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sitegen.schema import Fields, declare
from sitegen.values import AnyDay, Text, YesNo
from sitegen.words import count_words, make_id


class SignatoryType(StrEnum):
    """Who signs."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Signatory(Fields):
    """One row: somebody who signed."""

    name: Text = declare("The name; empty for somebody who is counted, not shown.", example="Jo Example", default="")
    role: Text = declare("What they are known for.", example="Bus driver", default="")
    clp: Text = declare("Their party.", example="Exampleton", default="")
    type: SignatoryType = declare("person or organisation.", example="organisation", default=SignatoryType.PERSON)
    signed_on: AnyDay | None = declare("When.", example="2026-02-20", default=None)
    signed_on_note: Text = declare("A note on that day.", default="")
    consent_public: YesNo = declare("Whether the name may be shown.", example="yes")
    withdrawn_on: AnyDay | None = declare("Since when it counts no more.", example="2026-03-01", default=None)
    withdrawn_on_note: Text = declare("A note on that day.", default="")

    @property
    def is_shown(self) -> bool:
        """Whether the name may stand on a page, in a feed or in a file."""
        return bool(self.name) and self.consent_public and not self.withdrawn_on

    @property
    def known_for(self) -> str:
        """`Bus driver, Exampleton`."""
        return ", ".join(part for part in (self.role, self.clp) if part)


class SignatoryList(Fields):
    """All rows of one file."""

    rows: tuple[Signatory, ...] = declare("Who signed, one a row.", default=())

    @property
    def counted(self) -> int:
        """How many have signed and not withdrawn, named or not."""
        return sum(1 for row in self.rows if not row.withdrawn_on)


@dataclass(frozen=True, slots=True)
class Signed:
    """Those who may be shown, in order: organisations first."""

    organisations: tuple[Signatory, ...] = ()
    people: tuple[Signatory, ...] = ()

    @property
    def words(self) -> str:
        """`3 organisations and 12 people`; two sorts are never added up."""
        parts = [
            count_words(len(self.organisations), "organisation") if self.organisations else "",
            count_words(len(self.people), "person", "people") if self.people else "",
        ]
        return " and ".join(part for part in parts if part)

    def __iter__(self) -> Iterator[Signatory]:
        yield from self.organisations
        yield from self.people

    def __bool__(self) -> bool:
        return bool(self.organisations or self.people)


def shown_signatories(rows: tuple[Signatory, ...]) -> Signed:
    """The rows that may be shown: organisations by name, people by the last word of theirs."""
    shown = [row for row in rows if row.is_shown]
    organisations = [row for row in shown if row.type is SignatoryType.ORGANISATION]
    people = [row for row in shown if row.type is SignatoryType.PERSON]
    return Signed(tuple(sorted(organisations, key=_by_name)), tuple(sorted(people, key=_by_last_word)))


def _by_name(row: Signatory) -> tuple[str, str]:
    return make_id(row.name.removeprefix("The ")), row.name


def _by_last_word(row: Signatory) -> tuple[str, str]:
    return make_id(f"{row.name.rpartition(' ')[2]} {row.name}"), row.name
