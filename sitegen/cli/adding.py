"""Add a text or an entry: a valid draft in the right place."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import click

from sitegen.cli.completion import complete_ids, complete_kinds
from sitegen.cli.options import CONFIG_FILE, PRINTED, TODAY, existing, read_day, show_examples
from sitegen.cli.printing import print_done
from sitegen.days import LONDON
from sitegen.drafts import (
    Draft,
    ListInOneLine,
    add_item,
    begins_another,
    has_beginning,
    make_begun,
    make_draft,
    make_table,
    typed_name,
)
from sitegen.json_schemas import schema_line
from sitegen.kind import Kind, MarkdownFiles, Tables, YamlList
from sitegen.kinds import KINDS
from sitegen.swapping import write_whole
from sitegen.words import did_you_mean, join_words, make_id


def _names(kind: Kind) -> tuple[str, ...]:
    """What a kind may be called here: `report`, `reports`."""
    return typed_name(kind), kind.name, make_id(kind.singular)


_BEGUN = [kind for kind in KINDS if has_beginning(kind)]


def _read_kind(_context: click.Context, _parameter: click.Parameter, value: str) -> Kind:
    for kind in _BEGUN:
        if value in _names(kind):
            return kind
    names = [typed_name(kind) for kind in _BEGUN]
    hint = did_you_mean(value, names, f"Write one of: {join_words(names, 'or')}.")
    raise click.BadParameter(f"there is no kind '{value}'. {hint}")


@click.command(
    epilog=show_examples(
        'sitegen add report "General meeting" --date 2026-03-12',
        'sitegen add news "Four hundred came to the fair"',
        'sitegen add candidate "Jo Example" --contest committee-2026',
        "sitegen add nominations committee-2026",
        "sitegen add answers jo-example --questionnaire four-questions",
        "sitegen add redirect /2019/03/spring-fair/",
    )
)
@click.argument("kind", callback=_read_kind, shell_complete=complete_kinds)
@click.argument("title")
@click.option("--date", "day", callback=read_day, help="When it is made public (year-month-day); today if left out.")
@click.option("--contest", default="", shell_complete=complete_ids, help="For a candidate: the contest's id.")
@click.option("--questionnaire", default="", shell_complete=complete_ids, help="For answers: the questionnaire's id.")
@CONFIG_FILE
@TODAY
@PRINTED
def add(
    kind: Kind, title: str, day: date | None, config_file: str, today: date | None, form: str, **owner: str
) -> None:
    """Begin a text or an entry: KIND is report, news, candidate …

    For a list of nominations or signatories, TITLE is the id of the contest or the letter; for answers that of the
    candidate; for a redirect the old address.
    """
    root = Path(existing(config_file)).resolve().parent
    title, written = " ".join(title.split()), kind.written
    if not make_id(title):
        raise click.UsageError("The title needs letters or figures: the address is made from it.")
    parent = _parent(root, kind, owner)
    if isinstance(written, Tables):
        draft = make_table(kind, _owner(root, written.beside, title))
    elif begins_another(kind):
        draft = _waited_for(kind, config_file, today, parent, make_id(title))
    else:
        draft = make_draft(kind, title, day or today or datetime.now(LONDON).date(), parent=parent)
    line = _write(root, draft, kind)
    ready = " Take 'draft: yes' out when it is ready." if "draft: yes" in draft.text else ""
    print_done(form, f"Wrote {draft.path}{f', line {line}' if line else ''}.{ready}", (draft.path,), line=line or 1)


def _parent(root: Path, kind: Kind, given: Mapping[str, str]) -> str:
    """The id of the entry in whose folder the new one stands; empty where there are no such folders."""
    if not (isinstance(kind.written, MarkdownFiles) and kind.written.in_parents):
        return ""
    singular = next(one.singular for one in KINDS if one.name == kind.parent)
    if not given[singular]:
        reason = f"Say which {singular} the {kind.singular} belongs to: --{singular} and its id."
        raise click.UsageError(reason)
    return _owner(root, kind.parent, given[singular])


def _owner(root: Path, name: str, id: str) -> str:
    """The id of the entry that a table belongs to, if there is one."""
    kind = next(one for one in KINDS if one.name == name)
    folder = getattr(kind.written, "folder", "")
    top = root / ("content" if isinstance(kind.written, MarkdownFiles) else "data") / folder
    ids = sorted({one.stem for one in top.rglob("*") if one.suffix in (".md", ".yml", ".yaml")})
    if id not in ids:
        known = f"There are: {join_words(ids)}." if ids else f"Begin it first: sitegen add {typed_name(kind)} …"
        raise click.UsageError(f"There is no {kind.singular} '{id}'. {did_you_mean(id, ids, known)}")
    return id


def _waited_for(kind: Kind, config_file: str, today: date | None, parent: str, id: str) -> Draft:
    """The draft of what is waited for from somebody, such as the answers of a candidate."""
    from sitegen.building import BuildFailed, read_content  # MkDocs takes a while to load, and most need none of it

    try:
        site, _ = read_content(config_file, today)
    except BuildFailed as failed:
        raise click.UsageError(failed.reason or "The settings of the site cannot be read: sitegen check.") from None
    key = f"{kind.name}:{parent}/{id}"
    if key in site.by_key or key in site.withheld:
        file = site.by_key[key].document.file if key in site.by_key else site.withheld[key]
        raise click.UsageError(f"{file} is there already. Change it there.")
    waited = {one.id: one for one in (kind.beginnings(site) if kind.beginnings else ()) if one.parent == parent}
    if id not in waited:
        known = f"Waited for: {join_words(list(waited))}." if waited else "None is waited for: look at 'sitegen check'."
        raise click.UsageError(f"No {kind.singular} of '{id}' is waited for. {did_you_mean(id, list(waited), known)}")
    return make_begun(kind, waited[id], site.settings.content)


def _write(root: Path, draft: Draft, kind: Kind) -> int:
    """Write a draft; the line of a new item. A file that is there already is never written over."""
    path = root / draft.path
    name = kind.written.name if isinstance(kind.written, YamlList) else ""
    if not draft.is_item:
        if path.exists():
            raise click.UsageError(f"{draft.path} is there already. Choose another title.")
        write_whole(path, draft.text.encode("utf-8"))
        return 0
    before = path.read_bytes().decode("utf-8") if path.exists() else schema_line(draft.path, kind.name)
    try:
        after = add_item(before, name, draft.text)
    except ListInOneLine:
        reason = (
            f"The list '{name}' of {draft.path} is written in one line. Write each item on its own lines, with '-'."
        )
        raise click.UsageError(reason) from None
    write_whole(path, after.encode("utf-8"))
    return _line_of(before, after, name)


def _line_of(before: str, after: str, name: str) -> int:
    """The first line of a new item of the list called `name`, whose own line may have lost the signs for nothing."""
    old, new = before.splitlines(), after.splitlines()
    first = next((number for number, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    return first + 2 if new[first].startswith(f"{name}:") else first + 1
