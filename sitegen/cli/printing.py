"""How problems are printed: in words, or as JSON; `annotations.py` prints them for GitHub Actions."""

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Final

import click

from sitegen.cli.annotations import annotate
from sitegen.problems import Problem, Severity
from sitegen.words import count_words, join_words

_MOST_CODES: Final = 4
"""Codes that one command explains without filling a screen too often."""


def quieten() -> None:
    """Leave the talking to the command: MkDocs' log is for those who run MkDocs."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL + 1)


def print_problems(problems: Sequence[Problem]) -> None:
    """Each problem in words, on the error stream."""
    click.echo(problem_words(problems), err=True, nl=False)


def _worded(problem: Problem) -> str:
    place = problem.place
    mark = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
    first = f"{place.file}:{place.line}: {mark}{problem.message}"
    return f"{first}\n    {problem.hint}" if problem.hint else first


def problem_words(problems: Sequence[Problem]) -> str:
    """Each problem as `sitegen check` words it, one below the other."""
    return "".join(f"{_worded(problem)}\n" for problem in problems)


def failure_words(problems: Sequence[Problem]) -> str:
    """What a build that failed says last."""
    counts = _counted(problems)
    found = f"{join_words(counts)}. " if counts else ""
    return f"{found}Nothing was published, and the old site is as it was.{_to_explain(problems)}"


def _to_explain(problems: Sequence[Problem]) -> str:
    """The command that explains the problems, on a line of its own: problems in words do not name their codes."""
    codes = sorted({one.code for one in problems if one.severity is not Severity.NOTE}, key=lambda code: code[1:])
    shown = codes[:_MOST_CODES]
    return f"\nWhy, and what is right: sitegen explain {' '.join(shown)}" if shown else ""


def _counted(problems: Sequence[Problem]) -> list[str]:
    numbers = {severity: sum(one.severity is severity for one in problems) for severity in Severity}
    return [count_words(number, str(severity)) for severity, number in numbers.items() if number]


def _as_text(problems: Sequence[Problem]) -> None:
    click.echo(problem_words(problems), nl=False)
    click.echo(f"{join_words(_counted(problems)) or 'No problems'}.{_to_explain(problems)}")


def _as_json(problems: Sequence[Problem]) -> None:
    click.echo(json.dumps([problem_parts(problem) for problem in problems], ensure_ascii=False, indent=2))


def problem_parts(problem: Problem) -> Mapping[str, object]:
    """A problem as it stands in JSON."""
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def print_as(form: str, problems: Sequence[Problem], guide: str) -> None:
    """Print problems as `text`, as `github` or as `json`; `guide` is the address of the guide, or empty."""
    if form == "github":
        annotate(problems, guide)
    elif form == "json":
        _as_json(problems)
    else:
        _as_text(problems)


def print_done(form: str, words: str, wrote: Sequence[str], problems: Sequence[Problem] = (), **more: object) -> None:
    """What a command wrote, in words or as JSON; problems have the shape that `sitegen check` gives them."""
    if form == "json":
        told = {"wrote": list(wrote), **more, "problems": [problem_parts(one) for one in problems]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    click.echo(words)
