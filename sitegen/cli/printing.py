"""How problems are printed: in words, as annotations of GitHub Actions, or as JSON."""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import click

from sitegen.problems import Problem, Severity
from sitegen.words import count_words, join_words


def quieten() -> None:
    """Leave the talking to the command: MkDocs' log is for those who run MkDocs."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL + 1)


def print_problems(problems: Sequence[Problem]) -> None:
    """Each problem in words, on the error stream."""
    for problem in problems:
        click.echo(_worded(problem), err=True)


def _worded(problem: Problem) -> str:
    place = problem.place
    mark = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
    first = f"{place.file}:{place.line}: {mark}{problem.message}"
    return f"{first}\n    {problem.hint}" if problem.hint else first


def failure_words(problems: Sequence[Problem]) -> str:
    """What a build that failed says last."""
    counts = _counted(problems)
    found = f"{join_words(counts)}. " if counts else ""
    return f"{found}Nothing was published, and the old site is as it was."


def _counted(problems: Sequence[Problem]) -> list[str]:
    numbers = {severity: sum(one.severity is severity for one in problems) for severity in Severity}
    return [count_words(number, str(severity)) for severity, number in numbers.items() if number]


def _as_text(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(_worded(problem))
    click.echo(f"{join_words(_counted(problems)) or 'No problems'}.")


def _as_github(problems: Sequence[Problem]) -> None:
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    for problem in problems:
        place = problem.place
        words = _escape(f"{problem.message}\n{problem.hint}".strip())
        file = _escape(place.file).replace(":", "%3A").replace(",", "%2C")
        level = levels[problem.severity]
        click.echo(f"::{level} file={file},line={place.line},col={place.column},title={problem.code}::{words}")


def _escape(text: str) -> str:
    """Escaped as workflow commands of GitHub Actions ask for."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _as_json(problems: Sequence[Problem]) -> None:
    found = [
        {
            "code": problem.code,
            "severity": str(problem.severity),
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


PRINTERS: Final[Mapping[str, Callable[[Sequence[Problem]], None]]] = {
    "text": _as_text,
    "github": _as_github,
    "json": _as_json,
}
