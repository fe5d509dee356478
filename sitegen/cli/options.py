"""Options that several commands have, and how they are read."""

from datetime import date
from pathlib import Path

import click

CONFIG_FILE = click.option(
    "-f", "--config-file", default="mkdocs.yml", show_default=True, help="The settings of the site."
)
QUIET = click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Say each step, and how long it took.")
FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "github", "json"]), default="text", help="How problems are printed."
)
PRINTED = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How it is printed."
)
STRICT = click.option("--strict", is_flag=True, help="Let no warning pass.")


def read_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """A day given as year-month-day; None where the option is left out."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("write year-month-day, such as 2026-03-12.") from None


TODAY = click.option("--today", callback=read_day, help="Build as if on this day (year-month-day).")


def show_examples(*lines: str) -> str:
    """The last part of a command's help: how it is used."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


def existing(config_file: str) -> str:
    """The settings file, or a sentence on how to name it."""
    if not Path(config_file).is_file():
        raise click.UsageError(
            f"There is no file '{config_file}' here. Go to your party's folder, or name the file with -f."
        )
    return config_file
