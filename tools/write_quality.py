"""Write docs/quality.md from the figures that a run of the tests measured. `make test-all` and `make report` do it.

Run `python -m tools.write_quality FIGURES [scope]`; the file holds a line of JSON for each measurement.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any, Final, TypeAlias

PAGE: Final = Path("docs/quality.md")
PACKAGES: Final = {
    "axe-core": "axe-core",
    "HTML_CodeSniffer": "@pa11y/html_codesniffer",
    "Nu HTML checker": "vnu-jar",
    "html-validate": "html-validate",
    "Lighthouse": "lighthouse",
}
"""The npm package of each tool; what is not here is a test of our own in Chromium."""
ABOUT: Final = """\
# What was measured

Made by `{command}`, which writes this page when every test has passed; do not edit it.
Measured on {day} at {commits}, with {browser}.

Sites: {sites}. A page type is found by its address and by what stands on it; the richest page of each type is read,
and more until every class name of the site has been seen (`tests/browser/page_types.py`).
axe-core runs the rules of WCAG 2.2 A and AA and of good practice. HTML_CodeSniffer is what pa11y runs, with the
standard WCAG2AA, in the same browser as the rest; its errors are counted, as pa11y counts them.
"""
Measured: TypeAlias = Mapping[str, Any]


def write_page(measured: list[Measured], command: str, day: str, browser: str) -> str:
    """The page: tables of findings by tool and mode, and of what Lighthouse says of speed."""
    sites = sorted({one["site"] for one in measured}, key=lambda site: (site != "sample", site))
    about = ABOUT.format(command=command, day=day, commits=_commits(measured), browser=browser, sites=", ".join(sites))
    rows = ["| tool | version | mode | pages | findings |", "|---|---|---|--:|--:|", *_rows(measured)]
    return "\n".join([about, "## Findings", "", *rows, "", *_speed(measured)])


def _commits(measured: Iterable[Measured]) -> str:
    """`commit 1a2b3c`; where tools ran at different ones, which at which."""
    tools: dict[str, dict[str, None]] = {}
    for one in measured:
        tools.setdefault(one["commit"], {})[one["tool"]] = None
    if len(tools) == 1:
        return f"commit {next(iter(tools))}"
    return "; ".join(f"commit {commit} ({', '.join(names)})" for commit, names in tools.items())


def _rows(measured: list[Measured]) -> Iterator[str]:
    """One line for each tool and mode, over all sites."""
    order = list(dict.fromkeys((one["tool"], one["mode"]) for one in measured))
    for tool, mode in sorted(order, key=lambda pair: list(PACKAGES).index(pair[0]) if pair[0] in PACKAGES else 99):
        of_these = [one for one in measured if (one["tool"], one["mode"]) == (tool, mode)]
        pages, findings = (sum(one[name] for one in of_these) for name in ("pages", "findings"))
        yield f"| {tool} | {_version(tool)} | {mode} | {pages:,} | {findings:,} |"


def _speed(measured: Iterable[Measured]) -> list[str]:
    """What Lighthouse says of speed, each page read three times, the middle taken."""
    visits = [one for one in measured if one["tool"] == "Lighthouse"]
    if not visits:
        return []
    head = [
        "## Lighthouse, mobile",
        "",
        "Accessibility, good practice and being found: 100 on every page (tested; a page that asks not to be found",
        "loses that one point). Each page is read three times, and the middle taken. Performance and blocking time",
        "depend on the machine and on what else it does: Lighthouse takes a phone to be four times slower.",
        f"Its own measure of this machine was {median(one['power'] for one in visits):,.0f}; below 1,000 it warns that",
        "figures come out worse than on the machines it expects.",
        "",
        "| site | pages | performance, median | lowest | layout shift, highest | blocking time, median | longest |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    rows = [
        f"| {one['site']} | {one['pages']} | {one['performance']:g} | {one['slowest']:g} | {one['shift']:g} "
        f"| {one['blocked']:g} ms | {one['longest']:g} ms |"
        for one in visits
    ]
    return [*head, *rows, ""]


def _version(tool: str) -> str:
    if tool not in PACKAGES:
        return "own test"
    package = json.loads(Path("node_modules", PACKAGES[tool], "package.json").read_text(encoding="utf-8"))
    return str(package["version"])


def _say(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def main(figures: str, command: str) -> None:
    """Write the page in the folder of the checkout."""
    from tests.browser.chromium import find_chromium

    measured = [json.loads(line) for line in Path(figures).read_text(encoding="utf-8").splitlines()]
    browser = " ".join(_say(find_chromium(), "--version").split()[:2])
    ordered = sorted(measured, key=lambda one: (one["tool"], one["site"]))
    PAGE.write_text(write_page(ordered, command, f"{datetime.now(UTC):%Y-%m-%d}", browser), encoding="utf-8")
    print(f"Wrote {PAGE}.")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
