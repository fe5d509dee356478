"""`sitegen completion`: what a shell needs to complete commands, options and what they take."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import click
from click.shell_completion import CompletionItem, get_completion_class

from sitegen.cli.options import show_examples

PROGRAM: Final = "sitegen"
WHERE: Final = {
    "bash": 'Put this line into ~/.bashrc, and open a new terminal: eval "$(sitegen completion bash)"',
    "zsh": 'Put this line into ~/.zshrc, and open a new terminal: eval "$(sitegen completion zsh)"',
    "fish": "Run this once: sitegen completion fish > ~/.config/fish/completions/sitegen.fish",
}
"""Where each shell looks."""


@click.command(epilog=show_examples('eval "$(sitegen completion bash)"', "sitegen completion fish"))
@click.argument("shell", type=click.Choice(list(WHERE)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what SHELL needs to complete commands with the Tab key; its first line says where to put it."""
    made = get_completion_class(shell)
    assert made is not None, "click knows the shells that are offered"
    script = made(ctx.find_root().command, {}, PROGRAM, f"_{PROGRAM.upper()}_COMPLETE")
    click.echo(f"# {WHERE[shell]}\n{script.source_template % script.source_vars()}")


@contextmanager
def completing(choices: Sequence[str]) -> Iterator[None]:
    """Let the Tab key complete an answer that is typed at a terminal, where Python can."""
    try:
        import readline  # not part of every Python
    except ImportError:
        yield
        return

    def complete(begun: str, number: int) -> str | None:
        found = [one for one in choices if one.casefold().startswith(begun.casefold())] if begun else []
        return found[number] if number < len(found) else None

    before, delimiters = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer_delims("")
    readline.set_completer(complete)
    readline.parse_and_bind("tab: complete" if "libedit" not in str(readline.__doc__) else "bind ^I rl_complete")
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(delimiters)


def complete_kinds(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The kinds that can be begun, each with what it is."""
    from sitegen.drafts import has_beginning, typed_name  # brings the models, which help does not need
    from sitegen.kinds import KINDS  # as above

    names = {typed_name(kind): kind.explanation for kind in KINDS if has_beginning(kind)}
    return [CompletionItem(name, help=words) for name, words in names.items() if name.startswith(begun)]


def complete_ids(context: click.Context, parameter: click.Parameter, begun: str) -> list[Any]:
    """The ids of the contests of the party's folder, or of whatever the option is called after."""
    root = Path(str(context.params.get("config_file") or "mkdocs.yml")).parent
    files = (root / f"data/{parameter.name}s").glob("*.yml")
    return sorted(one.stem for one in files if one.stem.startswith(begun))


def complete_seats(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[Any]:
    """Names of parties, one for each constituency."""
    from sitegen.starting import party_names  # as above

    return [name for name in party_names() if name.casefold().startswith(begun.casefold())]
