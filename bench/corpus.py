"""The same made-up pages for each generator: same words, same dates, same links, always alike.

Run `python -m bench.corpus --pages 1000 --out folder --for sitegen`: it writes the texts, which is
`content/` for sitegen and hugo and `docs/` for mkdocs. They differ only where generators do: in how
links are written, in what front matter they know, and in which lists have to be written by hand.
"""

import argparse
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bench.speech import Speech
from bench.texts import WRITERS

SHARES: Final[Mapping[str, int]] = {
    "reports": 40,
    "motions": 20,
    "questionnaires": 15,
    "newsletters": 15,
    "tables": 6,
    "officers": 4,
}
"""How many of a hundred pages are of each sort."""

LAYOUTS: Final = ("sitegen", "mkdocs", "hugo")
NAME: Final = "Anytown Labour Party"
_FIRST_DAY: Final = date(2017, 1, 1)
_DAYS: Final = 3580
_KINDS: Final = {"reports": "reports", "newsletters": "newsletters"}
"""The kinds of sitegen that the sorts are; all others are news."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page before it is laid out; `others` are the numbers of the pages it leads to."""

    number: int
    sort: str
    day: date
    title: str
    author: str
    tags: tuple[str, ...]
    body: str
    others: tuple[int, ...]

    @property
    def slug(self) -> str:
        """The name of its file."""
        return f"{self.sort}-{self.day.isoformat()}-{self.number}"


def make_sheets(count: int) -> tuple[Sheet, ...]:
    """So many pages, oldest first."""
    return tuple(_make_sheet(number, sort, count) for number, sort in enumerate(_sorts(count)))


def _sorts(count: int) -> Iterator[str]:
    """The sort of each page: at every point, that which is furthest behind its share."""
    made = dict.fromkeys(SHARES, 0)
    for number in range(1, count + 1):
        sort = max(SHARES, key=lambda one: SHARES[one] * number - 100 * made[one])
        made[sort] += 1
        yield sort


def _make_sheet(number: int, sort: str, count: int) -> Sheet:
    speech = Speech(f"page {number}")
    others = dict.fromkeys(one % count for one in (number + count - 1, 5 * number + 2, 11 * number + 7))
    return Sheet(
        number=number,
        sort=sort,
        day=_FIRST_DAY + timedelta(days=number * _DAYS // count),
        title=f"{speech.title()} ({number})",
        author=speech.name(),
        tags=tuple(speech.tags()),
        body="\n".join(WRITERS[sort](speech)),
        others=tuple(others),
    )


def write_corpus(count: int, folder: Path, layout: str) -> None:
    """Write the texts of so many pages as one generator wants them."""
    sheets = make_sheets(count)
    for sheet in sheets:
        links = [f"- [{sheets[other].title}]({_way(sheet, sheets[other], layout)})" for other in sheet.others]
        text = "\n".join([*_front_matter(sheet, layout), sheet.body, "", "## See also", "", *links, ""])
        _write(folder / f"{_path(sheet, layout)}.md", text)
    for path, text in _extra_pages(sheets, layout):
        _write(folder / path, text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _path(sheet: Sheet, layout: str) -> str:
    return f"{_KINDS.get(sheet.sort, 'news') if layout == 'sitegen' else sheet.sort}/{sheet.slug}"


def _way(sheet: Sheet, other: Sheet, layout: str) -> str:
    path = _path(other, layout)
    return f"/{path}/" if layout == "hugo" else os.path.relpath(f"{path}.md", _path(sheet, layout).partition("/")[0])


def _front_matter(sheet: Sheet, layout: str) -> Iterator[str]:
    yield from ("---", f'title: "{sheet.title}"', f"date: {sheet.day}", f"author: {sheet.author}")
    yield f"tags: [{', '.join(sheet.tags)}]"
    if layout != "sitegen":
        yield f"type: {sheet.sort}"
    elif sheet.sort == "reports":
        yield "meeting: General meeting"
    yield from ("---", "")
    if layout == "mkdocs":
        yield from (f"# {sheet.title}", "")


def _extra_pages(sheets: Sequence[Sheet], layout: str) -> Iterator[tuple[str, str]]:
    """The home page, and the lists where the generator makes none."""
    newest = sheets[::-1]
    home = f"---\ntitle: {NAME}\n---\n\nWelcome.\n"
    if layout == "mkdocs":
        latest = "\n".join(f"- {one.day} [{one.title}]({_path(one, layout)}.md)" for one in newest[:20])
        yield "index.md", f"{home}\n## Latest\n\n{latest}\n"
    else:
        yield "_index.md" if layout == "hugo" else "index.md", home
    for sort in dict.fromkeys(one.sort for one in sheets):
        head = f"---\ntitle: {sort.capitalize()}\n---\n"
        if layout == "mkdocs":
            own = "\n".join(f"- {one.day} [{one.title}]({one.slug}.md)" for one in newest if one.sort == sort)
            yield f"{sort}/index.md", f"{head}\n# {sort.capitalize()}\n\n{own}\n"
        elif layout == "hugo":
            yield f"{sort}/_index.md", head


def main() -> None:
    """Read the command line and write the texts."""
    parser = argparse.ArgumentParser(description="Write made-up pages for a generator.")
    parser.add_argument("--pages", type=int, required=True, help="how many")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the texts")
    parser.add_argument("--for", dest="layout", choices=LAYOUTS, required=True, help="the generator")
    given = parser.parse_args()
    write_corpus(given.pages, given.out, given.layout)


if __name__ == "__main__":
    main()
