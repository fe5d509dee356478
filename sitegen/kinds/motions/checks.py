"""Rules for one motion: its text, its supporters, its meeting, its letter, its descent, its depth."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from sitegen.clauses import clauses_of
from sitegen.consent import Named, check_names
from sitegen.kind import Entry, Site
from sitegen.kinds.motions.agenda import agenda_of, meeting_day
from sitegen.kinds.motions.amend_checks import check_amends, check_carried
from sitegen.kinds.motions.blank_checks import check_blanks
from sitegen.kinds.motions.family import families_of, find_circle
from sitegen.kinds.motions.models import Motion, Status, Type
from sitegen.kinds.motions.statuses import MEANINGS
from sitegen.kinds.motions.texts import wording_of
from sitegen.problems import Place, Problem, make_problem
from sitegen.register import BOUNDARIES, load_register
from sitegen.words import did_you_mean

DEEPEST: Final = 9
"""How many levels Word's lists have."""


def check_motion(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """All rules of one motion."""
    yield from check_blanks(entry)
    yield from _text(entry)
    yield from _supporters(entry, site)
    yield from _meeting(entry, site)
    yield from _letter(entry, site)
    yield from _descent(entry, site)
    yield from _depth(entry)
    yield from _steps(entry)
    yield from _adoptions(entry, site)
    yield from check_amends(entry, site)
    yield from check_carried(entry, site)


def _text(entry: Entry[Motion]) -> Iterator[Problem]:
    """There is a text, and an amendment says what it is to."""
    motion = entry.fields
    if motion.type is Type.AMENDMENT and not motion.amends:
        yield make_problem("W936", entry.place("type"))
    elif not (motion.amends or entry.document.body.strip()):
        yield make_problem("W937", Place(entry.document.file, entry.document.body_line))


def _supporters(entry: Entry[Motion], site: Site) -> Iterator[Problem]:
    supporters = entry.fields.supporters
    if not supporters:
        return
    if supporters.count and supporters.count.number < len(supporters.names):
        values = {"count": supporters.count.text, "names": len(supporters.names)}
        yield make_problem("E908", entry.place("supporters", "count"), **values)
    named = [
        Named(entry.place("supporters", "names", number), one.consent)
        for number, one in enumerate(supporters.names)
        if one.name
    ]
    yield from check_names(named, site, "consent")


def _meeting(entry: Entry[Motion], site: Site) -> Iterator[Problem]:
    day = meeting_day(entry, site)
    if entry.fields.status is Status.TABLED and day and day.is_whole and day.date < site.settings.today:
        yield make_problem("W911", entry.place("status"), date=day.words.split(",")[0])


def _letter(entry: Entry[Motion], site: Site) -> Iterator[Problem]:
    """The second of two motions with one letter is told."""
    for other in agenda_of(entry, site):
        if other is entry:
            return
        if other.fields.letter and other.fields.letter == entry.fields.letter:
            values = {"other": other.title, "letter": entry.fields.letter}
            yield make_problem("W912", entry.place("letter"), **values)
            return


def _descent(entry: Entry[Motion], site: Site) -> Iterator[Problem]:
    way = find_circle(entry.id, families_of(site))
    if way:
        fields = ("derived_from", "version_of", "composite_of", "superseded_by", "forwarded_to")
        written = next((name for name in fields if getattr(entry.fields, name)), "derived_from")
        yield make_problem("E906", entry.place(written), way=" → ".join(way))


def _depth(entry: Entry[Motion]) -> Iterator[Problem]:
    deepest = max(clauses_of(wording_of(entry)), key=lambda one: one.depth, default=None)
    if deepest and deepest.depth > DEEPEST:
        line = deepest.line or entry.document.body_line
        yield make_problem("W913", Place(entry.document.file, line), depth=deepest.depth)


def _steps(entry: Entry[Motion]) -> Iterator[Problem]:
    """What is nearly a status of the reference, but is not spelt as one."""
    for number, step in enumerate(entry.fields.status_history):
        written = step.status.lower()
        words = {meaning.words.lower() for meaning in MEANINGS.values()}
        if written in set(Status) or written in words:
            continue
        near = did_you_mean(re.sub(r"\s+", "-", written), [status.value for status in Status])
        if near and " " not in written:
            place = entry.place("status_history", number, "status")
            yield make_problem("E204", place, field="status", value=step.status, hint=near)


def _adoptions(entry: Entry[Motion], site: Site) -> Iterator[Problem]:
    """Names that are nearly those of constituencies."""
    year = site.party.boundaries
    if year not in BOUNDARIES:
        return
    register = load_register(year)
    for number, one in enumerate(entry.fields.adopted_by):
        match = register.match(one.name)
        if not match.seat and match.suggestions:
            values = {"name": one.name, "year": year, "near": match.suggestions[0].name}
            yield make_problem("W916", entry.place("adopted_by", number, "name"), **values)
