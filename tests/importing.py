"""Imports for tests: a small party with a contest, the command run on what is pasted, and the rows that come of it."""

import csv
from pathlib import Path

from click.testing import CliRunner, Result

from sitegen.cli import main

LIST = "data/nominations/committee.csv"
COMMITTEE = {
    "data/contests/committee.yml": (
        "title: Committee\nboundaries: 2010\nopens: 2020-01-10\ncloses: 2020-03-31\nlists_complete: no\n"
        "positions: [{id: member, title: Member, threshold: {any: [{all: [{type: clp, count: 5}]}]}}]\n"
        "related: {leader: Leader, deputy: Deputy}\n"
    ),
    "data/contests/chair.yml": "title: Chair\npositions: [{id: chair, title: Chair}]\n",
    "content/candidates/committee/jo-example.md": "---\nname: Jo Example\n---\n",
    "content/candidates/committee/sam-sample.md": "---\nname: Sam Sample\n---\n",
    "content/candidates/chair/ann-other.md": "---\nname: Ann Other\n---\n",
}


def run(*arguments: str, typed: str = "") -> Result:
    """The command `sitegen`, run in the folder where we are."""
    return CliRunner().invoke(main, list(arguments), input=typed)


def paste(party: Path, text: str | bytes, *options: str, candidate: str = "jo-example") -> Result:
    """Run the import on a pasted text, for a candidate unless that is empty."""
    (party / "pasted.txt").write_bytes(text.encode() if isinstance(text, str) else text)
    whom = ("--candidate", candidate) if candidate else ()
    return run("import", "nominations", "pasted.txt", "--contest", "committee", *whom, *options)


def rows_of(party: Path, file: str = LIST) -> list[dict[str, str]]:
    """The rows of a list."""
    with (party / file).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def names_of(party: Path) -> list[str]:
    """The nominators in the list, in order."""
    return [row["nominator"] for row in rows_of(party)]
