"""Add a text or an entry: a valid draft in the right place."""

from datetime import date, datetime
from pathlib import Path

import click

from sitegen.cli.completion import complete_contests, complete_kinds
from sitegen.cli.options import CONFIG_FILE, TODAY, existing, read_day, show_examples
from sitegen.days import LONDON
from sitegen.drafts import Draft, add_item, can_begin, make_draft
from sitegen.kind import Kind, MarkdownFiles, YamlList
from sitegen.kinds import KINDS
from sitegen.swapping import write_whole
from sitegen.words import did_you_mean, join_words, make_id


def _names(kind: Kind) -> tuple[str, ...]:
    """What a kind may be called here: `report`, `reports`."""
    return tuple(dict.fromkeys((kind.name.removesuffix("s") or kind.name, kind.name, make_id(kind.singular))))


_BEGUN = [kind for kind in KINDS if can_begin(kind)]


def _read_kind(_context: click.Context, _parameter: click.Parameter, value: str) -> Kind:
    for kind in _BEGUN:
        if value in _names(kind):
            return kind
    names = [_names(kind)[0] for kind in _BEGUN]
    hint = did_you_mean(value, names, f"Write one of: {join_words(names, 'or')}.")
    raise click.BadParameter(f"there is no kind '{value}'. {hint}")


@click.command(
    epilog=show_examples(
        'sitegen add report "General meeting" --date 2026-03-12',
        'sitegen add news "Four hundred came to the fair"',
        'sitegen add candidate "Jo Example" --contest committee-2026',
    )
)
@click.argument("kind", callback=_read_kind, shell_complete=complete_kinds)
@click.argument("title")
@click.option("--date", "day", callback=read_day, help="When it is made public (year-month-day); today if left out.")
@click.option("--contest", default="", shell_complete=complete_contests, help="For a candidate: the contest's id.")
@CONFIG_FILE
@TODAY
def add(kind: Kind, title: str, day: date | None, contest: str, config_file: str, today: date | None) -> None:
    """Begin a text or an entry: KIND is report, news, candidate …"""
    root = Path(existing(config_file)).resolve().parent
    title = " ".join(title.split())
    written = kind.written
    if not make_id(title):
        raise click.UsageError("The title needs letters or figures: the address is made from it.")
    if isinstance(written, MarkdownFiles) and written.in_parents and not contest:
        raise click.UsageError(f"Say which contest the {kind.singular} belongs to: --contest and its id.")
    draft = make_draft(kind, title, day or today or datetime.now(LONDON).date(), parent=contest)
    line = _write(root, draft, written.name if isinstance(written, YamlList) else "")
    ready = " Take 'draft: yes' out when it is ready." if "draft: yes" in draft.text else ""
    click.echo(f"Wrote {draft.path}{f', line {line}' if line else ''}.{ready}")


def _write(root: Path, draft: Draft, name: str) -> int:
    """Write a draft; the line of a new item. A file that is there already is never written over."""
    path = root / draft.path
    if not draft.is_item:
        if path.exists():
            raise click.UsageError(f"{draft.path} is there already. Choose another title.")
        write_whole(path, draft.text.encode("utf-8"))
        return 0
    before = path.read_bytes().decode("utf-8") if path.exists() else ""
    after = add_item(before, name, draft.text)
    write_whole(path, after.encode("utf-8"))
    shared = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    return after[:shared].count("\n") + 1
