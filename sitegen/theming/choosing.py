"""The setting `theme` of `mkdocs.yml`: which theme, which look, and what a misspelt one should be."""

from collections.abc import Iterator
from typing import Final

from sitegen.problems import Problem, make_problem
from sitegen.source import Document
from sitegen.theming.folders import LOOKS
from sitegen.words import did_you_mean

THEMES: Final = ("clp", "material")
"""Ours, and the one that shows our pages in its own frame."""

_SETTINGS: Final = ("name", "look", "custom_dir")


def check_theme(document: Document) -> Iterator[Problem]:
    """What is wrong with the theme in `mkdocs.yml`."""
    theme = document.values.get("theme", "clp")
    fields = theme if isinstance(theme, dict) else {"name": theme}
    name = str(fields.get("name", "clp"))
    if name not in THEMES:
        yield make_problem("E509", document.place("theme"), theme=name)
        return
    look = fields.get("look", LOOKS[0])
    if look not in LOOKS:
        hint = {"hint": guess} if (guess := did_you_mean(str(look), LOOKS)) else {}
        yield make_problem("E531", document.place("theme", "look"), look=_shown(look), **hint)
    for field in fields if name == "clp" else ():
        if field not in _SETTINGS and (guess := did_you_mean(field, _SETTINGS)):
            yield make_problem("E532", document.place("theme", field), field=field, hint=guess)


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
