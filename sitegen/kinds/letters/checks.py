"""Rules for one open letter: its addressees, its days, its count, what its status promises."""

from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.kind import Entry, Site
from sitegen.kinds.letters.models import Letter, Status
from sitegen.kinds.letters.signed import rows_of
from sitegen.problems import Problem, make_problem
from sitegen.upkeep import Sort, Upkeep


def check_letter(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """All rules of one letter."""
    yield from _addressees(entry)
    yield from _days(entry, site)
    yield from _count(entry, site)
    yield from _promises(entry)


def name_upkeep(entry: Entry[Any], _site: Site) -> Iterable[Upkeep]:
    """The last day on which an open letter can be signed."""
    letter = entry.fields
    if letter.status is Status.OPEN and letter.closes:
        says = f"The last day to sign '{entry.title}' comes"
        advice = "After it, write 'status: closed', and how many have signed in 'signatures'."
        yield Upkeep(Sort.OPEN, entry.place("closes"), entry.title, says, letter.closes.date, advice)


def _addressees(entry: Entry[Letter]) -> Iterator[Problem]:
    for number, one in enumerate(entry.fields.addressees):
        if not one.words:
            yield make_problem("E928", entry.place("addressees", number))


def _days(entry: Entry[Letter], site: Site) -> Iterator[Problem]:
    letter = entry.fields
    if letter.opens and letter.closes and letter.closes.date < letter.opens.date:
        yield make_problem("E932", entry.place("closes"))
    elif letter.status is Status.OPEN and letter.closes and letter.closes.date < site.settings.today:
        yield make_problem("W929", entry.place("closes"), date=letter.closes.words)


def _count(entry: Entry[Letter], site: Site) -> Iterator[Problem]:
    stated, rows = entry.fields.signatures, rows_of(entry, site)
    if stated and stated.count and rows and stated.count.number < rows.fields.counted:
        values = {"count": stated.count.text, "rows": rows.fields.counted, "file": rows.document.file}
        yield make_problem("E927", entry.place("signatures", "count"), **values)


def _promises(entry: Entry[Letter]) -> Iterator[Problem]:
    """A letter that was handed over says when, one that was answered says what."""
    letter, status = entry.fields, entry.fields.status
    if status in (Status.DELIVERED, Status.ANSWERED) and not letter.delivered:
        values = {"field": "delivered", "what": "when", "example": "delivered: 2026-03-04"}
        yield make_problem("W930", entry.place("status"), status=status.value, **values)
    if status is Status.ANSWERED and not letter.replies:
        values = {"field": "replies", "what": "what came back", "example": "replies: [{name: …, text: …}]"}
        yield make_problem("W930", entry.place("status"), status=status.value, **values)
