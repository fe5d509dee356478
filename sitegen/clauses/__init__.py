"""Texts of parts and numbered clauses, as motions and letters have them: `resolves.3.a` is a clause one can name.

`read_wording` makes one of a body. Source of the rules: the content model, "motions" and "General rules".
"""

from sitegen.clauses.reading import read_wording
from sitegen.clauses.wording import Clause, Option, Part, Passage, Role, Shape, Wording, clauses_of

__all__ = ["Clause", "Option", "Part", "Passage", "Role", "Shape", "Wording", "clauses_of", "read_wording"]
