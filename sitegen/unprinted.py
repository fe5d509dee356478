"""Letters that no font of the PDF files has: said before somebody prints a box in the place of a name."""

from collections.abc import Iterator
from typing import Any, Final

from sitegen.kind import Entry, Site
from sitegen.papers.letters import unshown
from sitegen.problems import Place, Problem, make_problem
from sitegen.source import Steps, Value
from sitegen.words import join_words

_MOST_SIGNS: Final = 3


def check_signs(site: Site) -> Iterator[Problem]:
    """What is written in entries that are made as documents, and in those that stand on their pages."""
    kinds = [kind for kind in site.kinds if kind.paper and site.settings.documents]
    printed = {entry.address for kind in kinds for entry in site.entries[kind.name]}
    for entries in site.entries.values():
        for entry in entries:
            if entry.address.partition("#")[0] in printed:
                yield from _signs(entry)


def _signs(entry: Entry[Any]) -> Iterator[Problem]:
    """Letters that no font of documents has; told once, where the first of them stands."""
    found = [(place, signs) for place, text in _texts(entry) if (signs := unshown((text,)))]
    if found:
        signs = "".join(dict.fromkeys(sign for _, some in found for sign in some))
        shown = join_words([f"'{sign}'" for sign in signs[:_MOST_SIGNS]])
        more = " and others" if len(signs) > _MOST_SIGNS else ""
        yield make_problem("W933", found[0][0], signs=f"{shown}{more}")


def _texts(entry: Entry[Any]) -> Iterator[tuple[Place, str]]:
    """All that is written in an entry's file, line by line, with where it stands; the editor's own fields are not."""
    document = entry.document
    for steps, text in _strings(document.values, ()):
        for number, line in enumerate(text.split("\n"), 1):
            yield document.place_in(steps, number, 1), line
    for number, line in enumerate(document.body.split("\n")):
        yield Place(document.file, document.body_line + number), line


def _strings(value: Value, steps: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if not name.startswith("x_"):
                yield from _strings(inner, (*steps, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _strings(inner, (*steps, number))
