"""Problems as GitHub shows them: an annotation at each line, and a summary of the run that explains them.

What is explained stands in the summary, on GitHub itself: so the link of an annotation works for every party, wherever
it keeps its site, and although the project has no address. A party that publishes the guide names it in `mkdocs.yml`
(`guide: https://…`); then annotations lead there.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from sitegen.explanations import explain_in_markdown, read_explanation
from sitegen.problems import Problem, Severity
from sitegen.words import count_words

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MOST_PLACES: Final = 20
"""Places listed below one code; GitHub takes no summary of more than a megabyte."""


def annotate(problems: Sequence[Problem], guide: str) -> None:
    """Print an annotation for each problem, and write the summary where GitHub asks for one."""
    for problem in problems:
        place = problem.place
        explained = f"Why, and what is right: {_link(problem.code, guide)}"
        words = _escape("\n".join(part for part in (problem.message, problem.hint, explained) if part))
        file = _escape(place.file).replace(":", "%3A").replace(",", "%2C")
        level = _LEVELS[problem.severity]
        click.echo(f"::{level} file={file},line={place.line},col={place.column},title={problem.code}::{words}")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and problems:
        with Path(summary).open("a", encoding="utf-8") as file_of_run:
            file_of_run.write("\n".join(_summary(problems)))


def _link(code: str, guide: str) -> str:
    """Where the code is explained: the guide, else the summary of this run on GitHub, else the command."""
    if guide:
        return f"{guide.rstrip('/')}/errors/{code.lower()}/"
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID")
    server, repository, run = (os.environ.get(name, "") for name in names)
    if server and repository and run and os.environ.get("GITHUB_STEP_SUMMARY"):
        return f"{server}/{repository}/actions/runs/{run}"
    return f"sitegen explain {code}"


def _summary(problems: Sequence[Problem]) -> Iterator[str]:
    """The explanation of each code in Markdown, below it the places where it was found."""
    yield "# What the check found\n"
    for code in sorted({problem.code for problem in problems}, key=lambda code: code[1:]):
        one = read_explanation(code)
        yield f"## {code}: {one.title}\n"
        found = [problem for problem in problems if problem.code == code]
        for problem in found[:_MOST_PLACES]:
            words = f"{problem.message} {problem.hint}".strip().replace("`", "'")
            yield f"- `{problem.place.file}`, line {problem.place.line}: `{words}`"
        if len(found) > _MOST_PLACES:
            yield f"- and {count_words(len(found) - _MOST_PLACES, 'more place')}"
        yield f"\n<details><summary>Why, and what is right</summary>\n\n{explain_in_markdown(one)}\n</details>\n"


def _escape(text: str) -> str:
    """Escaped as workflow commands of GitHub Actions ask for."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
