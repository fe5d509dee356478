"""The comparison: every generator in turn, several rounds, and a table of what they took."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from bench.measuring import Run, measure, middle, ratio
from bench.peers import Generator, find_edited, lay_out


@dataclass(slots=True)
class Row:
    """All runs of one generator on one site in one state."""

    pages: int
    generator: str
    state: str
    runs: list[Run] = field(default_factory=list)


def compare(
    generators: Sequence[Generator], pages: int, rounds: int, folder: Path, say: Callable[[str], None]
) -> list[Row]:
    """Build a site of so many pages with each generator, in each state, one after the other, so many rounds."""
    places = {generator.name: folder / generator.name for generator in generators}
    for generator in generators:
        lay_out(generator, pages, places[generator.name])
    rows = {(one.name, state): Row(pages, one.name, state) for one in generators for state in one.states}
    states = list(dict.fromkeys(state for one in generators for state in one.states))
    for number in range(1, rounds + 1):
        say(f"{pages:,} pages, round {number} of {rounds} …")
        for state in states:
            for generator in generators:
                if state in generator.states:
                    place = places[generator.name]
                    rows[generator.name, state].runs.append(_build(generator, state, place, f"Round {number}."))
    return list(rows.values())


def _build(generator: Generator, state: str, folder: Path, sentence: str) -> Run:
    """One build from a state of the output, with the page that is edited put right again at the end."""
    if state == "cold":
        for left in (generator.output, ".cache"):
            _put_aside(folder / left)
    if state != "one page edited":
        return measure(generator.command, folder, generator.settings)
    page = find_edited(generator, folder)
    before = page.read_bytes()
    try:
        page.write_bytes(before + f"\n{sentence}\n".encode())
        return measure(generator.command, folder, generator.settings)
    finally:
        page.write_bytes(before)


def _put_aside(path: Path) -> None:
    """Take a folder away without deleting it, which would make the file system slow for whoever comes next."""
    if path.exists():
        path.rename(Path(mkdtemp(prefix="gone-", dir=path.parent.parent)) / path.name)


def make_table(rows: Sequence[Row]) -> Iterator[str]:
    """The medians, line by line, and beside each figure how many times Hugo's it is."""
    yield f"{'pages':>6}  {'generator':<21} {'output':<16} {'processor s':>19} {'wall s':>19} {'memory MiB':>19}"
    before = 0
    for row in rows:
        shown, before = "" if row.pages == before else f"{row.pages:,}", row.pages
        numbers, times = asdict(middle(row.runs)), _times_hugo(row, rows)
        cells = (
            f"{number:>11.{1 if name == 'memory' else 2}f}{f' ({times[name]:.2f})' if times else '':<8}"
            for name, number in numbers.items()
        )
        yield f"{shown:>6}  {row.generator:<21} {row.state:<16} {' '.join(cells)}".rstrip()


def _times_hugo(row: Row, rows: Sequence[Row]) -> Mapping[str, float]:
    for other in rows:
        if other.generator.startswith("Hugo") and (other.pages, other.state) == (row.pages, row.state):
            return asdict(ratio(row.runs, other.runs))
    return {}


def make_report(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The same for programs: medians, ratios to Hugo, and every run."""
    return [
        {
            "pages": row.pages,
            "generator": row.generator,
            "output": row.state,
            "median": asdict(middle(row.runs)),
            "times_hugo": _times_hugo(row, rows) or None,
            "runs": [asdict(run) for run in row.runs],
        }
        for row in rows
    ]
