"""Signatories: who signed an open letter, and who of them may be shown."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sitegen.consent import Named, check_names
from sitegen.kind import Entry, Kind, Site, Tables
from sitegen.problems import Problem, make_problem
from sitegen.signing import SignatoryList
from sitegen.words import did_you_mean

LETTERS = "letters"


def check_signatories(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """A file belongs to a letter; no name stands in it that may not be shown."""
    key = f"{LETTERS}:{entry.id}"
    if key not in site.by_key and key not in site.withheld:
        ids = [one.partition(":")[2] for one in site.by_key if one.startswith(f"{LETTERS}:")]
        hint = did_you_mean(
            entry.id, ids, f"Name this file as the letter's file is named, or write {_file(entry, site)}."
        )
        yield make_problem("E931", entry.place(), id=entry.id, hint=hint)
    named = [
        Named(entry.place("rows", number), row.consent_public, bool(row.withdrawn_on))
        for number, row in enumerate(entry.fields.rows)
        if row.name
    ]
    yield from check_names(named, site, "consent_public")


def _file(entry: Entry[Any], site: Site) -> str:
    return f"{site.settings.content}/{LETTERS}/{entry.id}.md"


KIND = Kind(
    name="signatories",
    title="Signatories",
    singular="list of signatories",
    explanation="Who signed an open letter; shown with their consent alone.",
    model=SignatoryList,
    home=Path(__file__).parent,
    written=Tables("signatories", beside=LETTERS),
    address="letters/{id}/#at-signatories",
    title_field="",
    order=lambda entry: (entry.id,),
    in_menu=False,
    check=check_signatories,
)
