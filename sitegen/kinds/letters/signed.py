"""How many signed a letter, and who of them is shown: nobody without consent, nobody who withdrew."""

from typing import NamedTuple

from sitegen.days import Day
from sitegen.kind import Entry, Site
from sitegen.kinds.letters.models import Display, Letter, Status
from sitegen.signing import SignatoryList, Signed, shown_signatories
from sitegen.words import count_words


class Count(NamedTuple):
    """How many, as written or counted (`over 900 signatures`), and of which day; empty where nobody has signed."""

    words: str = ""
    as_of: Day | None = None
    note: str = ""

    @property
    def sentence(self) -> str:
        """`Over 900 signatures on 2 March 2026 (noon)`."""
        day = f" on {self.as_of.words}" if self.as_of else ""
        note = f" ({self.note})" if self.note else ""
        return f"{self.words[:1].upper()}{self.words[1:]}{day}{note}" if self.words else ""


def rows_of(entry: Entry[Letter], site: Site) -> Entry[SignatoryList] | None:
    """The file of those who signed a letter."""
    return site.find(SignatoryList, entry.id)


def count_of(entry: Entry[Letter], site: Site) -> Count:
    """How many signed: as written, else as many as have a row and have not withdrawn."""
    stated, rows = entry.fields.signatures, rows_of(entry, site)
    if stated and stated.count:
        noun = "signature" if stated.count.text == "1" else "signatures"
        return Count(f"{stated.count.text} {noun}", stated.as_of, stated.as_of_note)
    counted = rows.fields.counted if rows else 0
    if not counted:
        return Count()
    as_of = stated.as_of if stated else None
    return Count(count_words(counted, "signature"), as_of, stated.as_of_note if stated else "")


def shown_of(entry: Entry[Letter], site: Site) -> Signed:
    """Those who may be shown, where the letter shows names at all."""
    stated, rows = entry.fields.signatures, rows_of(entry, site)
    if rows is None or (stated and stated.display is Display.COUNT):
        return Signed()
    return shown_signatories(rows.fields.rows)


def can_be_signed(letter: Letter, site: Site) -> bool:
    """Whether the way to sign is shown today."""
    today = site.settings.today
    begun = not letter.opens or letter.opens.date <= today
    lasts = not letter.closes or letter.closes.date >= today
    return letter.status is Status.OPEN and begun and lasts
