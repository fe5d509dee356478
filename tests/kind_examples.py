"""Examples of the kinds: small parties that show one entry each, loaded and made into what is expected of them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from sitegen.kind import Entry, Kind, Settings, Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.pages import Workshop, make_pages, make_workshop
from sitegen.pages.subscriptions import make_item
from sitegen.problems import Problem, Severity
from sitegen.site import read_site
from tests import ROOT
from tests.parties import TODAY, write_party

THEME: Final = ROOT / "themes" / "clp"
SITE_URL: Final = "https://smallton.example.org/"
BAD: Final = "bad"


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a kind: its folder holds what a party's folder would, and what is expected."""

    kind: Kind
    folder: Path

    @property
    def name(self) -> str:
        """The name of the folder; in a good example also the id of the entry that is shown."""
        return self.folder.name

    def __str__(self) -> str:
        return f"{self.kind.name}/{self.name}"


def find_examples(kind: Kind, *, bad: bool = False) -> tuple[Example, ...]:
    """The good examples of a kind, or its bad ones, by name."""
    top = kind.home / "examples" / BAD if bad else kind.home / "examples"
    folders = sorted(folder for folder in top.iterdir() if folder.is_dir()) if top.is_dir() else []
    return tuple(Example(kind, folder) for folder in folders if bad or folder.name != BAD)


def all_examples(*, bad: bool = False) -> tuple[Example, ...]:
    """The examples of all kinds."""
    return tuple(example for kind in KINDS for example in find_examples(kind, bad=bad))


def make_settings(folder: Path) -> Settings:
    """The settings of the smallest party, on the day of all tests."""
    return Settings(folder, "Smallton Labour", SITE_URL, date.fromisoformat(TODAY))


def read_example(example: Example, folder: Path) -> tuple[Site | None, tuple[Problem, ...]]:
    """The smallest party with the example's files laid over it, read in `folder`."""
    write_party(folder, {"content/news/fair.md": ""})
    for name in ("content", "data"):
        if (example.folder / name).is_dir():
            shutil.copytree(example.folder / name, folder / name, dirs_exist_ok=True)
    return read_site(make_settings(folder), KINDS, PLANNED)


def print_problems(problems: tuple[Problem, ...]) -> str:
    """Problems as `sitegen check` prints them; notes are left out."""
    return "".join(f"{_worded(problem)}\n" for problem in problems if problem.severity is not Severity.NOTE)


def _worded(problem: Problem) -> str:
    place = problem.place
    mark = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
    hint = f"\n    {problem.hint}" if problem.hint else ""
    return f"{place.file}:{place.line}: {mark}{problem.message}{hint}"


def shown_entry(example: Example, site: Site) -> Entry[Any] | None:
    """The entry that an example is about: it has the example's name as its id."""
    found = [one for one in site.entries[example.kind.name] if one.id.rpartition("/")[2] == example.name]
    return found[0] if found else None


def make_parts(example: Example, site: Site) -> Iterator[tuple[str, str]]:
    """What the kind's own templates make of an example: its page, the list, the home page's part, the text in feeds."""
    workshop = make_workshop(site, PLANNED, [THEME])
    pages = {page.address: page for page in make_pages(workshop)}
    kind, entry = example.kind, shown_entry(example, site)
    if kind.address and entry:
        yield f"the page /{entry.address}", pages[entry.address.partition("#")[0]].make()
    if kind.index:
        yield f"the list /{kind.index}", pages[kind.index].make()
    if kind.home_view:
        yield "on the home page", _home_part(kind, workshop)
    if kind.has_feed and entry:
        yield "in feeds", make_item(entry, workshop).html


def _home_part(kind: Kind, workshop: Workshop) -> str:
    here = workshop.here("")
    values = kind.home_view(workshop.site, here) if kind.home_view else {}
    given = {"here": here, "kind": kind, "site": workshop.site}
    return workshop.render(f"kinds/{kind.name}/home.html", {**given, **values}) if values else ""


def make_expected(example: Example, site: Site) -> str:
    """All parts below one another, each below a comment that says what it is; empty lines are left out."""
    text = "".join(f"<!-- {title} -->\n{html}\n" for title, html in make_parts(example, site))
    return "".join(f"{line.rstrip()}\n" for line in text.split("\n") if line.strip())
