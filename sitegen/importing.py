"""The common manners of every import: plan, rehearse, and write all that was planned or nothing.

An import is rehearsed before it is written: the whole site is checked as it would be, and what would be wrong then and
is not wrong now stops it. A file is written beside the old one and put in its place in one step.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sitegen.building import read_content
from sitegen.intake import Change, Finding, ImportPlan, Pasted, Standing
from sitegen.json_schemas import name_of_schema, schema_line
from sitegen.kind import Importer, ImportRequest, Site
from sitegen.privacy import hide_words
from sitegen.problems import Problem, Severity
from sitegen.swapping import write_whole
from sitegen.words import count_words, join_words


class Rehearsed(NamedTuple):
    """A plan, and the problems that would be new once it is carried out; paths of changes start at `root`."""

    plan: ImportPlan
    problems: tuple[Problem, ...]
    root: Path

    @property
    def is_right(self) -> bool:
        """Whether nothing would be wrong that is not wrong now."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def rehearse(
    importer: Importer, pasted: tuple[Pasted, ...], options: dict[str, str], config_file: str, today: date | None
) -> Rehearsed:
    """What an import would do, with nothing written; raises ImportRefused and BuildFailed where it cannot begin."""
    site, before = read_content(config_file, today)
    made = importer.run(ImportRequest(site, pasted, options))
    plan = made._replace(changes=tuple(_with_schema(change, site) for change in made.changes))
    drafts = {
        one.file: one.content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n") for one in plan.changes
    }
    after = read_content(config_file, today, drafts)[1] if drafts else before
    known = set(before)
    return Rehearsed(plan, tuple(one for one in after if one not in known), site.settings.root)


def _with_schema(change: Change, site: Site) -> Change:
    """A file that is not there yet with the comment by which it names its schema."""
    settings = site.settings
    name = name_of_schema(change.file, site.kinds, content=settings.content, data=settings.data)
    if not name or (settings.root / change.file).exists():
        return change
    line, fence = schema_line(change.file, name).encode(), b"---\n"
    if not change.file.endswith(".md"):
        return change._replace(content=line + change.content)
    is_fenced = change.content.startswith(fence)
    return change._replace(content=fence + line + change.content.removeprefix(fence)) if is_fenced else change


def write_changes(rehearsed: Rehearsed) -> None:
    """Put every planned file in its place; a machine that stops in between leaves a file whole, old or new."""
    for change in rehearsed.plan.changes:
        write_change(change, rehearsed.root)


def write_change(change: Change, root: Path) -> None:
    """Put one file in its place below `root`, whole or not at all."""
    write_whole(root / change.file, change.content)


def report_lines(plan: ImportPlan) -> Iterator[str]:
    """Everything that was found, in groups: what is new, what is there already, what is left out, what is not clear.

    What looks private is not repeated: what a command prints may be public.
    """
    several = len({one.name for one in plan.findings}) > 1
    for standing in Standing:
        findings = plan.of(standing)
        if findings:
            yield f"{standing} ({len(findings):,})"
            yield from (hide_words(_line(one, several)) for one in findings)
    yield from map(hide_words, plan.remarks)


def _line(finding: Finding, several: bool) -> str:
    place = f"{finding.name}:{finding.line}" if several else f"{finding.line:>5}"
    if finding.standing is Standing.UNSURE:
        return f"{place}  {finding.text}\n       {finding.words}"
    return f"{place}  {finding.text}" + (f"  ({finding.words})" if finding.words else "")


def closing_words(rehearsed: Rehearsed, *, partial: bool, dry_run: bool) -> str:
    """What was done, or why nothing was, in a sentence or two."""
    plan = rehearsed.plan
    unsure = len(plan.of(Standing.UNSURE))
    written = join_words([f"{one.words} into {one.file}" for one in plan.changes])
    if unsure and not partial:
        them = "it" if unsure == 1 else "them"
        rest = f" Put {them} right, or write the clear ones with --partial." if plan.changes else f" Put {them} right."
        return f"Nothing was written: {count_words(unsure, 'entry is', 'entries are')} not clear.{rest}"
    if not rehearsed.is_right:
        return "Nothing was written: the site would have the mistakes above."
    if not plan.changes:
        return "There is nothing new to write."
    return f"Would write {written}; nothing was written (--dry-run)." if dry_run else f"Wrote {written}."
