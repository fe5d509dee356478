"""Explain a code: what happened, why it matters, and a wrong and a right example."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Final

import click
from click.shell_completion import CompletionItem

from sitegen.cli.options import PRINTED, show_examples
from sitegen.explanations import (
    SUBJECTS,
    Explanation,
    explain_in_text,
    explained_codes,
    near_codes,
    read_explanation,
)
from sitegen.words import join_words

_LAST: Final = "To read one: sitegen explain E104"


def _complete(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    return [
        CompletionItem(code, help=read_explanation(code).title)
        for code in explained_codes()
        if code.startswith(begun.upper())
    ]


@click.command(epilog=show_examples("sitegen explain E104", "sitegen explain", "sitegen explain --format json"))
@click.argument("codes", nargs=-1, metavar="[CODE]…", shell_complete=_complete)
@PRINTED
def explain(codes: tuple[str, ...], form: str) -> None:
    """Explain a CODE: what happened, why it matters, a wrong and a right example.

    `sitegen check` names the codes of what it found in its last line. Without a code, all are listed.
    """
    found = [_find(code) for code in codes or explained_codes()]
    if form == "json":
        told = [{"code": one.code, "subject": one.subject, **asdict(one)} for one in found]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    click.echo("\n\n".join(explain_in_text(one).rstrip() for one in found) if codes else _list_of_all(found))


def _find(code: str) -> Explanation:
    try:
        return read_explanation(code.strip().upper())
    except KeyError:
        near = near_codes(code)
        advice = f"Did you mean {join_words(near, 'or')}?" if near else "To see all of them: sitegen explain"
        raise click.UsageError(f"There is no code '{code}'. {advice}") from None


def _list_of_all(every: Iterable[Explanation]) -> str:
    parts = []
    for subject in SUBJECTS.values():
        lines = [f"  {one.code}  {one.title}" for one in every if one.subject == subject]
        parts.append("\n".join([subject, *lines]))
    return "\n\n".join([*parts, _LAST])
