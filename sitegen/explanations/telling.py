"""An explanation in words: for a terminal, and as Markdown for the guide and for GitHub's summary of a run."""

import re
import textwrap
from collections.abc import Iterator
from typing import Final

from sitegen.explanations.reading import ExampleFile, Explanation

WIDTH: Final = 80
"""Columns that every terminal has."""
_FORMS: Final = {
    "escaped": "a backslash stands for a character that cannot be shown",
    "figures": "each # stands for a figure",
    "removed": "take this file away",
}
_LANGUAGES: Final = {"yml": "yaml", "md": "markdown", "csv": "csv"}


def explain_in_text(one: Explanation) -> str:
    """The explanation for a terminal: what happened, why it matters, the wrong and the right example."""
    parts = [f"{one.code}: {one.title}", textwrap.fill(one.why, WIDTH)]
    for heading, files, words in _sections(one):
        parts += [f"{heading}: {_named(file)}\n{_indented(file.text)}".rstrip() for file in files]
        parts += [f"{heading}:\n{_indented(words)}"] if words else []
    return "\n\n".join(parts) + "\n"


def explain_in_markdown(one: Explanation) -> str:
    """The explanation as Markdown, without its title and without headings."""
    parts = [one.why]
    for heading, files, words in _sections(one):
        parts += [part for file in files for part in _file_in_markdown(heading, file)]
        if words and words == one.says:
            parts += [f"**{heading}:**", _listed(words)]
        elif words:
            parts += [f"**{heading}:** {words}"]
    return "\n\n".join(parts) + "\n"


def _sections(one: Explanation) -> Iterator[tuple[str, tuple[ExampleFile, ...], str]]:
    """Each heading with its files or its words, in the order in which they are read."""
    yield "Given", one.given, ""
    yield "Wrong", one.wrong, one.wrong_words
    if one.says:
        yield "What sitegen check says", (), one.says
    yield "Right", one.right, one.right_words


def _named(file: ExampleFile) -> str:
    form = _FORMS.get(file.form, "" if file.form == "utf-8" else f"saved as {file.form}")
    return f"{file.path} ({form})" if form else file.path


def _indented(text: str) -> str:
    return textwrap.indent(text.rstrip("\n"), "    ", predicate=lambda _line: True)


def _file_in_markdown(heading: str, file: ExampleFile) -> Iterator[str]:
    note = _named(file).removeprefix(file.path)
    yield f"**{heading}:** `{file.path}`{note}"
    if file.form != "removed":
        yield _fenced(file.text, _LANGUAGES.get(file.path.rpartition(".")[2], "text"))


def _listed(said: str) -> str:
    """What the command says as a list, one problem an item, with every sign as it stands."""
    plain = re.sub(r"([\\`*_{}\[\]<>()#|~&!:])", r"\\\1", said)
    return "\n".join(f"  {line.strip()}" if line.startswith(" ") else f"- {line}\\" for line in plain.splitlines())


def _fenced(text: str, language: str) -> str:
    return f"~~~~ {language}\n{text.rstrip()}\n~~~~"
