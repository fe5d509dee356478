"""Build, check and serve: what is done with a whole site."""

import sys
import time
from datetime import date
from pathlib import Path

import click

from sitegen.cli.options import CONFIG_FILE, STRICT, TODAY, existing
from sitegen.cli.printing import failure_words, print_as, print_problems, quieten
from sitegen.problems import Severity
from sitegen.words import count_words, join_words


@click.command()
@CONFIG_FILE
@click.option("-d", "--site-dir", default=None, help="Where the site goes; 'site' beside the settings if left out.")
@TODAY
@STRICT
def build(config_file: str, site_dir: str | None, today: date | None, strict: bool) -> None:
    """Build the site. If something is wrong, the old site stays as it was."""
    from sitegen.building import BuildFailed, build_site  # MkDocs takes a while to load, and help needs none of it

    started = time.monotonic()
    quieten()
    try:
        built = build_site(existing(config_file), site_dir, today, strict=strict, say=click.echo)
    except BuildFailed as failed:
        print_problems(failed.problems)
        if failed.reason:
            click.echo(failed.reason, err=True)
        click.echo(failure_words(failed.problems), err=True)
        sys.exit(2 if failed.is_wrong_use else 1)
    print_problems(built.problems)
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


@click.command()
@CONFIG_FILE
@TODAY
@STRICT
@click.option(
    "--format", "form", type=click.Choice(["text", "github", "json"]), default="text", help="How problems are printed."
)
def check(config_file: str, today: date | None, strict: bool, form: str) -> None:
    """Only check: print every problem, and make nothing."""
    from sitegen.building import BuildFailed, read_content  # MkDocs takes a while to load, and help needs none of it

    quieten()
    try:
        site, problems = read_content(existing(config_file), today)
        guide = site.settings.guide
    except BuildFailed as failed:
        if failed.is_wrong_use:
            raise click.UsageError(failed.reason) from None
        problems, guide = failed.problems, ""
    print_as(form, problems, guide)
    worst = {problem.severity for problem in problems}
    if Severity.ERROR in worst or (strict and Severity.WARNING in worst):
        sys.exit(1)


@click.command()
@CONFIG_FILE
@TODAY
@click.option("-a", "--dev-addr", default=None, help="Address and port, such as 127.0.0.1:8000.")
def serve(config_file: str, today: date | None, dev_addr: str | None) -> None:
    """Show the site in a browser, and anew after every change."""
    from sitegen.building import BuildFailed, serve_site  # MkDocs takes a while to load, and help needs none of it

    quieten()
    try:
        serve_site(existing(config_file), today, dev_addr, say=click.echo, report=print_problems)
    except BuildFailed as failed:
        click.echo(failed.reason or "The site is not shown until these are put right.", err=True)
        sys.exit(2 if failed.is_wrong_use else 1)
