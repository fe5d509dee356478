"""What a share image costs: `python -m bench.cards` draws a few hundred and prints the processor time of one.

Start-up (the fonts, and what all cards of a party share) is drawn first and not counted. The groups show how much
other work on the machine disturbs the figure.
"""

import time

from sitegen.sharing.card import Card
from sitegen.sharing.drawing import draw_card

GROUPS = 6
IN_A_GROUP = 50
IMPRINT = (
    "Promoted by Rosalind Achterby, 14 Mill Lane, Exampleton, ZZ1 1ZZ, on behalf of Exampleton Labour Party, "
    "14 Mill Lane, Exampleton, ZZ1 1ZZ."
)


def make_title(number: int) -> str:
    """Titles as parties write them: none twice, of one to three lines."""
    return ("We back the drivers, and ask the council for figures on route ", "Warm homes ", "Minutes ")[
        number % 3
    ] + str(number)


def measure_group(first: int) -> float:
    """Milliseconds of processor time for one card, on average over a group."""
    started = time.process_time()
    for number in range(first, first + IN_A_GROUP):
        draw_card(Card(make_title(number), "Exampleton Labour", "Report · 14 February 2026", IMPRINT, "#b8231b"))
    return (time.process_time() - started) * 1000 / IN_A_GROUP


def main() -> None:
    """Draw one for the start, then measure."""
    draw_card(Card("The first", "Exampleton Labour", "Report · 14 February 2026", IMPRINT, "#b8231b"))
    found = sorted(measure_group(group * IN_A_GROUP) for group in range(GROUPS))
    print(f"A share image takes {sum(found) / GROUPS:.1f} ms on average ({found[0]:.1f} to {found[-1]:.1f}).")


if __name__ == "__main__":
    main()
