"""`sitegen <kind> <chore> <id>`: commands that change the file of one entry, made from what the kinds declare."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli.manners import Manners
from sitegen.cli.options import CONFIG_FILE, FORMAT, TODAY, existing, show_examples
from sitegen.cli.printing import print_as, print_done, print_problems, quieten
from sitegen.words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.kind import Chore, Entry, Kind, Site  # brings the models, which help does not need
    from sitegen.problems import Problem


class Main(Manners):
    """The command `sitegen`: beside its own commands a group for each kind that has chores."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Their names, in the order in which they are written, then the kinds'."""
        return [*self.commands, *_kinds()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command of its own, else the group of a kind."""
        return super().get_command(ctx, cmd_name) or _group(cmd_name)


def _kinds() -> "dict[str, Kind]":
    from sitegen.kinds import KINDS  # kinds take a while to load, and most commands need them later

    return {kind.singular: kind for kind in KINDS if kind.chores}


def _group(name: str) -> click.Group | None:
    kind = _kinds().get(name)
    if not kind:
        return None
    commands = {chore.name: _command(kind, chore) for chore in kind.chores}
    shown = show_examples(*(f"sitegen {name} {chore.name} march-2026" for chore in kind.chores))
    return click.Group(name, commands, help=f"What can be done with a {name}.", epilog=shown)


def _command(kind: "Kind", chore: "Chore") -> click.Command:
    def run(id: str, config_file: str, today: date | None, form: str) -> None:
        _run(kind, chore, id, (existing(config_file), today), form)

    decorated: Any = run
    for option in (FORMAT, TODAY, CONFIG_FILE, click.argument("id", metavar="ID")):
        decorated = option(decorated)
    shown = show_examples(f"sitegen {kind.singular} {chore.name} march-2026")
    return click.command(chore.name, help=chore.help, epilog=shown)(decorated)


def _run(kind: "Kind", chore: "Chore", id: str, where: tuple[str, date | None], form: str) -> None:
    from sitegen.building import BuildFailed, read_content  # MkDocs takes a while to load, and help needs none of it
    from sitegen.importing import write_change  # as above
    from sitegen.kind import ChoreRefused  # as above
    from sitegen.problems import Severity  # as above

    quieten()
    try:
        site, problems = read_content(*where)
    except BuildFailed as failed:
        _print(form, failed.problems)
        click.echo(failed.reason or "Nothing was written.", err=True)
        sys.exit(2 if failed.is_wrong_use else 1)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        _print(form, errors)
        click.echo("Nothing was written: put these right first.", err=True)
        sys.exit(1)
    entry = _find(kind, id, site)
    try:
        change = chore.run(entry, site)
    except ChoreRefused as refused:
        raise click.UsageError(str(refused)) from None
    write_change(change, site.settings.root)
    print_done(form, f"Wrote {change.words} into {change.file}.", [change.file])


def _print(form: str, problems: "Sequence[Problem]") -> None:
    """Problems as they were asked for; JSON in the shape of what was written."""
    if form == "json":
        print_done(form, "", [], problems)
    elif form == "github":
        print_as(form, problems, "")
    else:
        print_problems(problems)


def _find(kind: "Kind", id: str, site: "Site") -> "Entry[Any]":
    entries = {one.id: one for one in site.entries[kind.name]}
    if id in entries:
        return entries[id]
    if f"{kind.name}:{id}" in site.withheld:
        raise click.UsageError(f"The {kind.singular} '{id}' is not published yet: there is nothing to do with it.")
    known = f"There are {', '.join(list(entries)[:6])}." if entries else "There are none yet."
    raise click.UsageError(f"There is no {kind.singular} '{id}'. {did_you_mean(id, entries, known)}")
