"""What a large contest adds to a build, and what a map costs: `make bench-nominations`.

A made-up party is built with and without a contest in which each of the 650 seats nominates each of 12 candidates,
with dates, evidence and two co-nominations in every row.
"""

import argparse
import gzip
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

CANDIDATES = 12
MOST_SECONDS = 1.5
MOST_MILLISECONDS = 10
MOST_BYTES = 6_000
CONTEST = """\
title: A very large contest
positions: [{id: member, title: Member, seats: 3, threshold: {any: [{type: clp, count: 5}, {type: union, count: 2}]}}]
related: {leader: Leader, deputy: Deputy leader}
as_at: 2026-03-02
"""
PARTY = {
    "mkdocs.yml": (
        "site_name: Anytown Labour\nsite_url: https://anytown.example.org/\ndocs_dir: content\n"
        "theme: {name: clp}\nplugins: [sitegen]\n"
    ),
    "data/party.yml": (
        "name: Anytown Labour Party\nkind: group\n"
        "imprint:\n  promoter: {name: Ann Example, address: '1 High Street, Anytown, ZZ1 1ZZ'}\n"
    ),
    "content/index.md": "---\ntitle: Welcome\n---\nHello.\n",
}


def write_rows() -> Iterator[str]:
    """The table of nominations, always the same."""
    from sitegen.register import load_register

    lot = Random(650)
    yield "candidate,nominator,type,kind,date,evidence,leader,deputy\n"
    for number in range(CANDIDATES):
        for seat in load_register(2024).seats:
            day = date(2026, 1, 12) + timedelta(days=lot.randrange(49))
            evidence = lot.choice(["reported", "confirmed", "official"])
            choices = f"{lot.choice(['Ann', 'Bea', 'Cy', 'Di'])} Leader,{lot.choice(['Ed', 'Fay', 'Gil'])} Deputy"
            yield f'candidate-{number:02},"{seat.name}",clp,nomination,{day.isoformat()},{evidence},{choices}\n'


def write_party(folder: Path, *, has_contest: bool) -> Path:
    """The party's files, with or without the contest."""
    files = dict(PARTY)
    if has_contest:
        files["data/contests/large.yml"] = CONTEST
        files["data/nominations/large.csv"] = "".join(write_rows())
        for number in range(CANDIDATES):
            text = f"---\nname: Candidate Number {number:02}\nposition: member\n---\nA short statement.\n"
            files[f"content/candidates/large/candidate-{number:02}.md"] = text
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def measure_contest(runs: int, folder: Path) -> float:
    """How many seconds of processor time the contest adds: the median difference of builds beside each other."""
    from bench.measuring import measure

    program = str(Path(sys.executable).with_name("sitegen"))
    parties = [write_party(folder / name, has_contest=name == "with") for name in ("without", "with")]
    added = []
    for _ in range(runs):
        took = [
            measure([program, "build", "--today", "2026-03-10", "-d", str(folder / f"{party.name}-site")], party, {})
            for party in parties
        ]
        added.append(took[1].processor - took[0].processor)
    return median(added)


def measure_map(runs: int) -> tuple[float, int]:
    """Milliseconds and compressed bytes of the map that is most to draw: all seats, in as many states as there are."""
    from sitegen.charts.hexmap import SIGNS, SeatState, make_hexmap
    from sitegen.register import load_register

    seats = load_register(2024).seats
    states = [SeatState(f"State {sign}", seats[place :: len(SIGNS)], sign) for place, sign in enumerate(SIGNS)]
    took = []
    chart = make_hexmap("map", "A map", 2024, states, rest="None", what="all seats")
    for _ in range(runs * 10):
        started = time.process_time()
        chart = make_hexmap("map", "A map", 2024, states, rest="None", what="all seats")
        took.append(time.process_time() - started)
    return 1000 * median(took), len(gzip.compress(chart.svg.encode(), 6))


def main() -> int:
    """Measure, print, and say by the exit code whether everything is within its bounds."""
    parser = argparse.ArgumentParser(description="Measure what a large contest and its maps cost.")
    parser.add_argument("--runs", type=int, default=5, help="how many rounds (5)")
    runs = parser.parse_args().runs
    milliseconds, size = measure_map(runs)
    with TemporaryDirectory(prefix="bench-") as folder:
        seconds = measure_contest(runs, Path(folder))
    print(f"650 nominations for each of {CANDIDATES} candidates add {seconds:.2f} s of processor time to a build.")
    print(f"{MOST_SECONDS} s is the most.")
    print(f"A map takes {milliseconds:.1f} ms; {MOST_MILLISECONDS} ms is the most.")
    print(f"A map weighs {size:,} bytes compressed; {MOST_BYTES:,} is the most.")
    return int(seconds >= MOST_SECONDS or milliseconds >= MOST_MILLISECONDS or size >= MOST_BYTES)


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)  # the checkout, where this folder is a package
    sys.exit(main())
