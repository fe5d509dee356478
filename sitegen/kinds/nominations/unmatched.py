"""What is said of a printed name that the register does not know, and how to confirm what it stands for."""

import re

from sitegen.problems import Place, Problem, make_problem
from sitegen.register import BOUNDARIES, AreaKind, load_register, region_or_nation


def explain_unmatched(printed: str, place: Place, aliases: str, year: int) -> Problem:
    """The sentence for a name of a local party without a seat; `aliases` is the file in which names are confirmed."""
    area, near = region_or_nation(printed), load_register(year).match(printed).suggestions
    values = {"name": printed, "key": as_key(printed), "file": aliases, "year": year}
    if area is not None:
        kind = "unknown" if area.kind is AreaKind.REGION else area.kind
        return make_problem("E612", place, kind=kind, **values)
    if near:
        return make_problem("E613", place, near=near[0].name, **values)
    if other := next((one for one in BOUNDARIES if load_register(one).match(printed).seat), None):
        hint = f"It is one of {other}: say in the contest which boundaries count, 'boundaries: {other}'."
        return make_problem("E614", place, hint=hint, **values)
    return make_problem("E614", place, **values)


def as_key(name: str) -> str:
    """A printed name as it can stand for a field in YAML."""
    return name if re.fullmatch(r"[A-Za-z][^:#\"]*", name) else '"' + name.replace('"', "") + '"'
