"""Texts of parts and numbered clauses, as motions and letters have them: `resolves.3.a` is a clause one can name.

`read_wording` makes one of a body. Source of the rules: the content model, "motions" and "General rules".
"""

from sitegen.clauses.demands import Demands, anchors_of_demands, read_demands
from sitegen.clauses.reading import read_wording
from sitegen.clauses.wording import Clause, Option, Part, Passage, Role, Shape, Wording, clauses_of

__all__ = [
    "Clause",
    "Demands",
    "Option",
    "Part",
    "Passage",
    "Role",
    "Shape",
    "Wording",
    "anchors_of_demands",
    "clauses_of",
    "read_demands",
    "read_wording",
]
