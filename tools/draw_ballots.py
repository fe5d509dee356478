"""Draw the made-up ballot papers of the sample's campaign committee, by lot and always alike.

Each voter has a first preference by the weight of the candidates, then goes on with those who think alike, and stops
at some point. Run `python -m tools.draw_ballots [file]`.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

FILE: Final = Path("data/results/campaign-committee-2026.blt")
SEED: Final = 43
SEATS: Final = 4
PAPERS: Final = 184
TITLE: Final = "Campaign committee 2026 (made up for this sample, drawn by lot)"
GOES_ON: Final = 0.82
"""How likely a voter is to write one more preference."""

ALIKE: Final = 4
"""How many times likelier the next preference is for somebody of the same circle."""

CANDIDATES: Final = (
    ("Rafferty Umbers", 13, "doors"),
    ("Temperance Adjei-Lowe", 22, "doors"),
    ("Ignatius Threlby", 9, "river"),
    ("Mair Penhallow", 0, "river"),
    ("Jemima Adeyemi-Stroud", 14, "words"),
    ("Crispin Haldane-Roy", 8, "words"),
    ("Perpetua Vane-Osgood", 11, "words"),
    ("Orla Wintersgill", 5, "doors"),
    ("Sorrel Kettleby", 15, "river"),
)
"""Name, weight, circle; who has no weight withdrew when the papers were printed already."""


def draw_paper(random: Random) -> tuple[int, ...]:
    """The preferences of one voter, as numbers from 1; the first one is always somebody who stands."""
    left = list(range(len(CANDIDATES)))
    chosen: list[int] = []
    while left and (not chosen or random.random() < GOES_ON):
        circle = CANDIDATES[chosen[0]][2] if chosen else ""
        weights = [
            (CANDIDATES[one][1] or bool(chosen)) * (ALIKE if CANDIDATES[one][2] == circle else 1) for one in left
        ]
        chosen.append(random.choices(left, weights)[0])
        left.remove(chosen[-1])
    return tuple(one + 1 for one in chosen)


def write_ballots() -> Iterator[str]:
    """The lines of the ballot file."""
    random = Random(SEED)
    papers = Counter(draw_paper(random) for _ in range(PAPERS))
    yield "# Made up for this sample: nobody voted so. Drawn by lot (tools/draw_ballots.py)."
    yield f"{len(CANDIDATES)} {SEATS}"
    yield " ".join(f"-{number}" for number, (_, weight, _) in enumerate(CANDIDATES, 1) if not weight)
    yield from (f"{papers[paper]} {' '.join(map(str, paper))} 0" for paper in sorted(papers))
    yield "0"
    yield from (f'"{name}"' for name, _, _ in CANDIDATES)
    yield f'"{TITLE}"'


def main(arguments: list[str]) -> None:
    """Write the file."""
    file = Path(arguments[0]) if arguments else FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{line}\n" for line in write_ballots()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
