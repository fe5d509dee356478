"""The command `sitegen`: build, check and serve, run in a party's folder.

Exit status: 0 done, 1 problems in the content (warnings too under --strict), 2 wrong use.
"""

import json
import logging
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from sitegen import __version__
from sitegen.problems import Problem, Severity
from sitegen.words import count_words, join_words

_CONFIG_FILE = click.option(
    "-f", "--config-file", default="mkdocs.yml", show_default=True, help="The settings of the site."
)
_STRICT = click.option("--strict", is_flag=True, help="Let no warning pass.")


def _read_today(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("write year-month-day, such as 2026-03-12.") from None


_TODAY = click.option("--today", callback=_read_today, help="Build as if on this day (year-month-day).")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Make a website for a local party from its Markdown and YAML."""


def _existing(config_file: str) -> str:
    if not Path(config_file).is_file():
        raise click.UsageError(
            f"There is no file '{config_file}' here. Go to your party's folder, or name the file with -f."
        )
    return config_file


@main.command()
@_CONFIG_FILE
@click.option("-d", "--site-dir", default=None, help="Where the site goes; 'site' beside the settings if left out.")
@_TODAY
@_STRICT
def build(config_file: str, site_dir: str | None, today: date | None, strict: bool) -> None:
    """Build the site. If something is wrong, the old site stays as it was."""
    from sitegen.building import BuildFailed, build_site  # MkDocs takes a while to load, and help needs none of it

    started = time.monotonic()
    _quieten()
    try:
        built = build_site(_existing(config_file), site_dir, today, strict=strict, say=click.echo)
    except BuildFailed as failed:
        _print_problems(failed.problems)
        if failed.reason:
            click.echo(failed.reason, err=True)
        click.echo(_failure_words(failed.problems), err=True)
        sys.exit(2 if failed.is_wrong_use else 1)
    _print_problems(built.problems)
    made = [count_words(built.pages, "page"), count_words(built.feeds, "feed"), count_words(built.files, "file")]
    seconds = time.monotonic() - started
    shown = _shown_path(built.folder)
    click.echo(
        f"Made {join_words(made)} in {seconds:.1f} seconds. "
        f"To look at the site: python3 -m http.server --directory {shown}"
    )


def _shown_path(folder: Path) -> str:
    try:
        return str(folder.relative_to(Path.cwd()))
    except ValueError:
        return str(folder)


@main.command()
@_CONFIG_FILE
@_TODAY
@_STRICT
@click.option(
    "--format", "form", type=click.Choice(["text", "github", "json"]), default="text", help="How problems are printed."
)
def check(config_file: str, today: date | None, strict: bool, form: str) -> None:
    """Only check: print every problem, and make nothing."""
    from sitegen.building import BuildFailed, check_content  # MkDocs takes a while to load, and help needs none of it

    _quieten()
    try:
        problems = check_content(_existing(config_file), today)
    except BuildFailed as failed:
        if failed.is_wrong_use:
            raise click.UsageError(failed.reason) from None
        problems = failed.problems
    _PRINTERS[form](problems)
    worst = {problem.severity for problem in problems}
    if Severity.ERROR in worst or (strict and Severity.WARNING in worst):
        sys.exit(1)


@main.command()
@_CONFIG_FILE
@_TODAY
@click.option("-a", "--dev-addr", default=None, help="Address and port, such as 127.0.0.1:8000.")
def serve(config_file: str, today: date | None, dev_addr: str | None) -> None:
    """Show the site in a browser, and anew after every change."""
    from sitegen.building import BuildFailed, serve_site  # MkDocs takes a while to load, and help needs none of it

    _quieten()
    try:
        serve_site(_existing(config_file), today, dev_addr, say=click.echo, report=_print_problems)
    except BuildFailed as failed:
        click.echo(failed.reason or "The site is not shown until these are put right.", err=True)
        sys.exit(2 if failed.is_wrong_use else 1)


def _quieten() -> None:
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL + 1)


def _print_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(_worded(problem), err=True)


def _worded(problem: Problem) -> str:
    place = problem.place
    mark = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
    first = f"{place.file}:{place.line}: {mark}{problem.message}"
    return f"{first}\n    {problem.hint}" if problem.hint else first


def _failure_words(problems: Sequence[Problem]) -> str:
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


_PRINTERS = {"text": _as_text, "github": _as_github, "json": _as_json}

if __name__ == "__main__":
    main()
