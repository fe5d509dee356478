"""Rules for the blanks of a motion: each is explained, each explained one is there, and none is misspelt."""

import re
from collections.abc import Iterator
from typing import Final

from sitegen.kind import Entry
from sitegen.kinds.motions.blanks import BLANK
from sitegen.kinds.motions.models import Motion
from sitegen.problems import Place, Problem, make_problem
from sitegen.source import Steps
from sitegen.words import did_you_mean, make_id, shorten

_NAME: Final = re.compile(r"[A-Za-z0-9_-]+")
_NEARLY: Final = re.compile(r"\{\{[^{}\n]*\}{0,2}|\{?[^{}\n]*\}\}")


def check_blanks(entry: Entry[Motion]) -> Iterator[Problem]:
    """All rules for blanks."""
    known = entry.fields.blanks
    met: set[str] = set()
    for place, line in _lines(entry):
        for found in BLANK.finditer(line):
            name = found[1]
            if name not in known and name not in met:
                near = did_you_mean(name, known)
                values = {"name": name, **({"hint": near} if near else {})}
                yield make_problem("E904", _at(place, found.start()), **values)
            met.add(name)
        yield from _nearly(line, place, entry)
    for name in known:
        if not _NAME.fullmatch(name):
            yield make_problem("E935", entry.place("blanks", name), name=name, id=make_id(name) or "clp")
        elif name not in met and not _stands_beside(name, entry):
            yield make_problem("W905", entry.place("blanks", name), name=name, written=f"{{{{ {name} }}}}")


def _lines(entry: Entry[Motion]) -> Iterator[tuple[Place, str]]:
    """Every line in which a blank may stand, and where it begins."""
    document = entry.document
    for number, line in enumerate(document.body.split("\n")):
        yield Place(document.file, document.body_line + number, 1), line
    for steps, text in _fields(entry):
        for number, line in enumerate(text.split("\n"), 1):
            yield document.place_in((*entry.at, *steps), number, 0), line


def _at(place: Place, column: int) -> Place:
    """The column in a line of the text; in a field the place of the field is told."""
    return Place(place.file, place.line, column + 1) if place.column == 1 else place


def _fields(entry: Entry[Motion]) -> Iterator[tuple[Steps, str]]:
    motion = entry.fields
    yield ("title",), motion.title
    for name, prose in (("summary", motion.summary), ("editors_note", motion.editors_note)):
        if prose:
            yield (name,), prose.text
    for number, letter in enumerate(motion.sample_letters):
        yield ("sample_letters", number, "subject"), letter.subject
        yield ("sample_letters", number, "body"), letter.body.text
    for name in ("carried", "lost"):
        if motion.outcomes and (outcome := getattr(motion.outcomes, name)):
            yield ("outcomes", name), outcome.text


def _stands_beside(name: str, entry: Entry[Motion]) -> bool:
    """Whether a blank stands in the title, the summary or the note as they are written: there it is words already."""
    written = (entry.document.values.get(field, "") for field in ("title", "summary", "editors_note"))
    return any(name in BLANK.findall(text) for text in written if isinstance(text, str))


def _nearly(line: str, place: Place, entry: Entry[Motion]) -> Iterator[Problem]:
    """What was meant as a blank, with a bracket too few or more than one word in it."""
    rest = BLANK.sub(lambda found: " " * len(found[0]), line)
    names = "|".join(re.escape(name) for name in entry.fields.blanks)
    found = _NEARLY.search(rest) or (re.search(rf"\{{\s*(?:{names})\s*\}}", rest) if names else None)
    if found:
        known = [one for one in entry.fields.blanks if _NAME.fullmatch(one)]
        name = next((one for one in known if one in found[0]), "") or make_id(found[0]) or "clp"
        written = shorten(found[0].strip(), 40)
        yield make_problem("W934", _at(place, found.start()), written=written, blank=f"{{{{ {name} }}}}")
