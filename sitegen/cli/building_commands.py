"""Build, check and serve: what is done with a whole site."""

import json
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from sitegen.cli.options import CONFIG_FILE, FORMAT, QUIET, STRICT, TODAY, VERBOSE, existing, show_examples
from sitegen.cli.printing import failure_words, print_as, print_problems, problem_parts, quieten
from sitegen.cli.progress import telling
from sitegen.problems import Severity
from sitegen.words import count_words, join_words

if TYPE_CHECKING:
    from sitegen.building import BuildFailed, Built  # MkDocs takes a while to load, and help needs none of it


@click.command(
    epilog=show_examples("sitegen build", "sitegen build -d public --strict", "sitegen build --today 2026-03-10")
)
@CONFIG_FILE
@click.option("-d", "--site-dir", default=None, help="Where the site goes; 'site' beside the settings if left out.")
@TODAY
@STRICT
@FORMAT
@QUIET
@VERBOSE
def build(
    config_file: str, site_dir: str | None, today: date | None, strict: bool, form: str, quiet: bool, verbose: bool
) -> None:
    """Build the site. If something is wrong, the old site stays as it was."""
    from sitegen.building import BuildFailed, build_site  # as above

    started = time.monotonic()
    quieten()
    try:
        with telling(quiet=quiet or form == "json", verbose=verbose) as teller:
            built = build_site(existing(config_file), site_dir, today, strict=strict, say=teller.say, tick=teller.tick)
    except BuildFailed as failed:
        _tell_failure(failed, form)
    _tell_built(built, form, "" if quiet else f"{time.monotonic() - started:.1f} seconds")


def _tell_failure(failed: "BuildFailed", form: str) -> NoReturn:
    """Say why nothing was published, and end."""
    if form == "text":
        print_problems(failed.problems)
    else:
        print_as(form, failed.problems, "")
    if failed.reason:
        click.echo(failed.reason, err=True)
    click.echo(failure_words(failed.problems), err=True)
    sys.exit(2 if failed.is_wrong_use else 1)


def _tell_built(built: "Built", form: str, took: str) -> None:
    """Say what was found and made; without `took`, only what was found."""
    if form == "json":
        counts = {"pages": built.pages, "feeds": built.feeds, "files": built.files}
        problems = [problem_parts(one) for one in built.problems]
        click.echo(
            json.dumps({"folder": str(built.folder), **counts, "problems": problems}, ensure_ascii=False, indent=2)
        )
        return
    if form == "github":
        print_as(form, built.problems, "")
    else:
        print_problems(built.problems if took else [one for one in built.problems if one.severity is not Severity.NOTE])
    if took:
        made = [count_words(built.pages, "page"), count_words(built.feeds, "feed"), count_words(built.files, "file")]
        look = f"To look at the site: python3 -m http.server --directory {_shown_path(built.folder)}"
        click.echo(f"Made {join_words(made)} in {took}. {look}")


def _shown_path(folder: Path) -> str:
    try:
        return str(folder.relative_to(Path.cwd()))
    except ValueError:
        return str(folder)


@click.command(epilog=show_examples("sitegen check", "sitegen check --strict", "sitegen check --format json"))
@CONFIG_FILE
@TODAY
@STRICT
@FORMAT
@QUIET
@VERBOSE
def check(config_file: str, today: date | None, strict: bool, form: str, quiet: bool, verbose: bool) -> None:
    """Only check: print every problem, and make nothing. What falls due soon is told too."""
    from sitegen.building import BuildFailed, read_content  # as above

    quieten()
    guide = ""
    try:
        with telling(quiet=quiet or form != "text", verbose=verbose) as teller:
            teller.say("Reading content and data …")
            site, problems = read_content(existing(config_file), today)
            guide = site.settings.guide
    except BuildFailed as failed:
        if failed.is_wrong_use:
            raise click.UsageError(failed.reason) from None
        problems = failed.problems
    if quiet:
        problems = tuple(one for one in problems if one.severity is not Severity.NOTE)
    if problems or not quiet or form == "json":
        print_as(form, problems, guide)
    worst = {problem.severity for problem in problems}
    if Severity.ERROR in worst or (strict and Severity.WARNING in worst):
        sys.exit(1)


@click.command(epilog=show_examples("sitegen serve", "sitegen serve -a 127.0.0.1:8080"))
@CONFIG_FILE
@TODAY
@click.option("-a", "--dev-addr", default=None, help="Address and port, such as 127.0.0.1:8000.")
@FORMAT
@QUIET
def serve(config_file: str, today: date | None, dev_addr: str | None, form: str, quiet: bool) -> None:
    """Show the site in a browser, and anew after every change; what is wrong is told each time."""
    from sitegen.building import BuildFailed, serve_site  # as above

    quieten()
    report = print_problems if form == "text" else partial(print_as, form, guide="")
    try:
        serve_site(existing(config_file), today, dev_addr, say=_hush if quiet else click.echo, report=report)
    except BuildFailed as failed:
        click.echo(failed.reason or "The site is not shown until these are put right.", err=True)
        sys.exit(2 if failed.is_wrong_use else 1)


def _hush(_words: str) -> None:
    """Say nothing."""
