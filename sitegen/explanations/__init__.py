"""Explanations: for each code of the catalogue one small text `<code>.txt`, which the command and the guide print.

A text says in a title what happened, below it why that matters, and shows a wrong and a right example. How one is
written stands in README.md; both examples are checked by `tests/test_explanations.py`.
"""

from sitegen.explanations.reading import (
    ROOM,
    SUBJECTS,
    ExampleFile,
    Explanation,
    explained_codes,
    near_codes,
    read_explanation,
)
from sitegen.explanations.telling import explain_in_markdown, explain_in_text

__all__ = [
    "ROOM",
    "SUBJECTS",
    "ExampleFile",
    "Explanation",
    "explain_in_markdown",
    "explain_in_text",
    "explained_codes",
    "near_codes",
    "read_explanation",
]
