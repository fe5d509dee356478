"""`sitegen status`: how the site stands, on one screen."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from sitegen.cli.options import CONFIG_FILE, FORMAT, TODAY, existing, show_examples
from sitegen.cli.printing import print_as, print_problems, problem_parts, quieten
from sitegen.days import Day
from sitegen.words import count_words, join_words

if TYPE_CHECKING:
    from sitegen.problems import Problem  # as below
    from sitegen.state import Dated, State  # brings the models, which help does not need

LABEL: Final = 10
"""How wide the first column is."""
WIDEST: Final = 80
NARROWEST: Final = 40
_WIDE: Final = 60
MOST: Final = 5
"""How many lines of one sort there are."""


@click.command(epilog=show_examples("sitegen status", "sitegen status --format json"))
@CONFIG_FILE
@TODAY
@FORMAT
def status(config_file: str, today: date | None, form: str) -> None:
    """Show on one screen how the site stands, and what to do next."""
    from sitegen.building import BuildFailed, read_content  # MkDocs takes a while to load, and help needs none of it
    from sitegen.state import read_state  # as above

    quieten()
    try:
        site, problems = read_content(existing(config_file), today)
    except BuildFailed as failed:
        if form == "text":
            print_problems(failed.problems)
        else:
            print_as(form, failed.problems, "")
        if failed.reason:
            click.echo(failed.reason, err=True)
        sys.exit(2 if failed.is_wrong_use else 1)
    state = read_state(site, problems)
    if form == "json":
        click.echo(json.dumps(_as_json(state), ensure_ascii=False, indent=2))
    elif form == "github":
        print_as(form, problems, site.settings.guide)
    else:
        width = max(min(shutil.get_terminal_size().columns, WIDEST), NARROWEST)
        click.echo("\n".join(_screen(state, width)))
    sys.exit(1 if state.counts["error"] else 0)


def _as_json(state: "State") -> dict[str, object]:
    """The state in plain values: days as year-month-day, problems as `sitegen check --format json` has them."""
    plain = json.loads(json.dumps({**asdict(state), "next_steps": []}, default=str))
    return {**plain, "next_steps": [problem_parts(one) for one in state.next_steps]}


def _screen(state: "State", width: int) -> Iterator[str]:
    yield from textwrap.wrap(f"{state.party}, {_words(state.today)}", width)
    yield state.address
    yield ""
    yield from _rows("Last", [f"{one.sort}, {_ago(one.days)}: {one.title}" for one in state.published], width)
    yield from _rows("Next", [_coming(state.coming)] if state.coming else ["no event is listed"], width)
    yield from _rows("Open", [_ending(one) for one in state.open], width)
    yield from _rows("Vacant", [join_words(state.vacant)] if state.vacant else [], width)
    yield from _rows("Ends", [_ending(one) for one in state.ending], width)
    yield from _rows("Drafts", _drafts(state.drafts), width)
    yield from _rows("Problems", [_problems(state)], width)
    yield ""
    yield "What to do next"
    for number, one in enumerate(state.next_steps, 1):
        yield from _lines(f"{number}. {_step(one)}", width, width)
    if not state.next_steps:
        yield from _lines('Nothing waits. Tell members something: sitegen add news "…"', width, width)


def _rows(label: str, texts: Sequence[str], width: int) -> Iterator[str]:
    """Lines with the label before the first: one for each text, cut where it is too long."""
    shown = [*texts[:MOST], *([f"and {len(texts) - MOST} more"] if len(texts) > MOST else [])]
    for number, text in enumerate(shown):
        for line_number, line in enumerate(_lines(text, width - LABEL, width)):
            yield f"{'' if number or line_number else label:{LABEL}}{line}"


def _lines(text: str, room: int, width: int) -> list[str]:
    """The text in one line where the screen is wide, in two where it is narrow; cut where it is longer."""
    lines = 1 if width >= _WIDE else 2
    return textwrap.wrap(text, room, max_lines=lines, placeholder="…", break_on_hyphens=False)


def _words(day: date) -> str:
    return Day(day.year, day.month, day.day).words


def _ago(days: int) -> str:
    return f"{count_words(days, 'day')} ago" if days > 1 else "yesterday" if days else "today"


def _coming(one: "Dated") -> str:
    from sitegen.upkeep import days_words  # as above

    return f"{one.sort} {days_words(one.days)}, on {_words(one.day)}: {one.title}"


def _ending(one: "Dated") -> str:
    left = f"{count_words(one.days, 'day')} left" if one.days else "the last day is today"
    return f"{left} ({_words(one.day)}): {one.title}"


def _drafts(files: Sequence[str]) -> list[str]:
    return [f"{count_words(len(files), 'file')}: {', '.join(files)}"] if files else []


def _problems(state: "State") -> str:
    found = [count_words(number, name) for name, number in state.counts.items() if number]
    return f"{join_words(found)}; 'sitegen check' lists them" if found else "none"


def _step(problem: "Problem") -> str:
    return f"{problem.place.file}:{problem.place.line}: {problem.message}"
