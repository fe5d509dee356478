"""`make bench`: how fast sitegen is, beside Hugo and beside MkDocs with Material. README.md says how to read it."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.peers import Generator

PEERS = ("hugo", "material")


def _read_list(text: str) -> list[str]:
    return [part for part in text.replace(" ", "").split(",") if part]


def _read_pages(text: str) -> list[int]:
    return [int(part) for part in _read_list(text)]


def _read_peers(text: str) -> list[str]:
    peers = _read_list(text)
    if unknown := sorted(set(peers) - set(PEERS)):
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: only {' and '.join(PEERS)} are known.")
    return peers


def _read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure sitegen beside other generators.")
    parser.add_argument("--pages", type=_read_pages, default=[100, 1000, 5000], help="sizes, such as 100,1000")
    parser.add_argument("--runs", type=int, default=5, help="how many rounds (5)")
    parser.add_argument(
        "--peers", type=_read_peers, help="hugo,material; Material above 1,000 pages only if named here"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run into a file")
    return parser.parse_args()


def main() -> None:
    """Measure, print the table, write the file."""
    from bench.comparing import Row, compare, make_report, make_table

    given = _read_command_line()
    rows: list[Row] = []
    for pages in given.pages:
        with TemporaryDirectory(prefix="bench-") as folder:
            generators = list(_find_generators(given.peers, pages))
            rows += compare(generators, pages, given.runs, Path(folder), lambda words: print(words, file=sys.stderr))
    print("Medians; in brackets how many times Hugo's, from the same rounds.", *make_table(rows), sep="\n")
    if given.json:
        given.json.write_text(json.dumps(make_report(rows), indent=1) + "\n", encoding="utf-8")


def _find_generators(peers: list[str] | None, pages: int) -> "Iterator[Generator]":
    from bench.peers import MOST_PAGES, find_further_sitegens, find_hugo, find_material, find_sitegen

    yield find_sitegen()
    yield from find_further_sitegens(pages)
    if peers is None or "hugo" in peers:
        if hugo := find_hugo():
            yield hugo
        else:
            print("Hugo is not installed, so it is left out: sudo apt-get install hugo.")
    if "material" in (peers or ()) or (peers is None and pages <= MOST_PAGES):
        yield find_material()


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)  # the checkout, where this folder is a package
    main()
