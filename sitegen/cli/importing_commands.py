"""`sitegen import <name> FILE …`: one command for each kind that has an importer, all with the same manners."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from sitegen.cli.options import CONFIG_FILE, FORMAT, TODAY, existing, show_examples
from sitegen.cli.printing import print_as, print_done, print_problems, quieten
from sitegen.intake import ImportOption, ImportRefused, Pasted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sitegen.intake import Finding
    from sitegen.kind import Importer  # brings the models, which help does not need
    from sitegen.problems import Problem

_PARTIAL: Final = click.option("--partial", is_flag=True, help="Write what is clear, and leave out what is not.")
_DRY_RUN: Final = click.option("--dry-run", is_flag=True, help="Only show what would be written.")
_FILES: Final = click.argument("files", nargs=-1, required=True, metavar="FILE…")


class _Importers(click.Group):
    """The importers of all kinds, looked up when they are asked for: kinds take a while to load."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(_importers())

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        importer = _importers().get(cmd_name)
        return _command(importer) if importer else None


def _importers() -> "dict[str, Importer]":
    from sitegen.kinds import KINDS  # as above

    return {kind.importer.name: kind.importer for kind in KINDS if kind.importer}


@click.group(
    "import",
    cls=_Importers,
    epilog=show_examples(
        "sitegen import nominations list.txt --contest committee-2026 --candidate jo-example --dry-run",
        "sitegen import motion conference-pack.txt",
    ),
)
def import_() -> None:
    """Read a list that somebody pasted into the site's files.

    Everything that was found is shown first. Nothing is written while a part of it is not clear, unless --partial says
    so; nothing is written twice, and what stands in a file already is not touched.
    """


def _command(importer: "Importer") -> click.Command:
    """The command of one importer, with the options that all have and its own."""

    def run(**given: Any) -> None:
        common = _Common(*(given.pop(name) for name in ("files", "config_file", "today", "partial", "dry_run", "form")))
        _run(importer, {name: value or "" for name, value in given.items()}, common)

    decorated: Any = run
    for option in (*map(_option, reversed(importer.options)), FORMAT, _DRY_RUN, _PARTIAL, TODAY, CONFIG_FILE, _FILES):
        decorated = option(decorated)
    words = f"{importer.help} FILE may be '-' for what is typed or piped in."
    return click.command(importer.name, help=words, epilog=_examples(importer))(decorated)


def _examples(importer: "Importer") -> str:
    needed = " ".join(f"--{option.name} …" for option in importer.options if option.is_required)
    command = f"sitegen import {importer.name} list.txt {needed}".rstrip()
    return show_examples(f"{command} --dry-run", command)


class _Common(NamedTuple):
    """What every import is told."""

    files: tuple[str, ...]
    config_file: str
    today: date | None
    partial: bool
    dry_run: bool
    form: str


def _option(option: ImportOption) -> Any:
    kind = click.Choice([str(choice) for choice in option.choices]) if option.choices else None
    return click.option(
        f"--{option.name}", option.name.replace("-", "_"), help=option.help, required=option.is_required, type=kind
    )


def _run(importer: "Importer", options: dict[str, str], common: _Common) -> None:
    from sitegen.building import BuildFailed  # MkDocs takes a while to load, and help needs none of it
    from sitegen.importing import closing_words, rehearse, report_lines, write_changes  # as above

    quieten()
    config_file = existing(common.config_file)
    pasted = tuple(_read(name) for name in common.files)
    try:
        rehearsed = rehearse(importer, pasted, options, config_file, common.today)
    except ImportRefused as refused:
        raise click.UsageError(str(refused)) from None
    except BuildFailed as failed:
        _print(common.form, failed.problems)
        click.echo(failed.reason or "Nothing was written.", err=True)
        sys.exit(2 if failed.is_wrong_use else 1)
    if common.form == "text":
        click.echo("".join(f"{line}\n" for line in report_lines(rehearsed.plan)), nl=False)
    is_clear = common.partial or rehearsed.plan.is_clear
    may_write = rehearsed.is_right and is_clear
    will_write = may_write and not common.dry_run
    if will_write:
        write_changes(rehearsed)
    wrote = [change.file for change in rehearsed.plan.changes] if will_write else []
    closing = closing_words(rehearsed, partial=common.partial, dry_run=common.dry_run)
    _print(common.form, rehearsed.problems if is_clear else (), wrote, _found(rehearsed.plan.findings))
    if common.form == "text":
        click.echo(closing)
    elif not may_write:
        click.echo(closing, err=True)
    sys.exit(0 if may_write else 1)


def _print(
    form: str, problems: "Sequence[Problem]", wrote: "Sequence[str]" = (), found: "Sequence[Mapping[str, object]]" = ()
) -> None:
    """Problems as they were asked for; JSON with what was found and written beside them."""
    if form == "json":
        print_done(form, "", wrote, problems, found=list(found))
    elif form == "github":
        print_as(form, problems, "")
    else:
        print_problems(problems)


def _found(findings: "Sequence[Finding]") -> "list[Mapping[str, object]]":
    """What was found in the pasted files, in plain values; what looks private is not repeated."""
    from sitegen.privacy import hide_words  # as above

    return [
        {
            "file": one.name,
            "line": one.line,
            "text": hide_words(one.text),
            "standing": str(one.standing),
            "words": hide_words(one.words),
        }
        for one in findings
    ]


def _read(name: str) -> Pasted:
    if name == "-":
        return Pasted("what was typed", sys.stdin.buffer.read())
    try:
        return Pasted(name, Path(name).read_bytes())
    except FileNotFoundError:
        raise click.UsageError(f"There is no file '{name}' here.") from None
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise click.UsageError(f"The file '{name}' cannot be read: {reason}.") from None
