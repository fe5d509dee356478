"""Draw the pictures of the sample site: linocut scenes of a made-up town, in two inks.

Nothing is random but by a fixed seed, so the same Pillow gives the same bytes.
Run `python -m tools.draw_pictures [folder]`; the folder is `content/pictures` unless named.
"""

import math
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from tools.plates import Plates, Point, arch, bust, cut, disc, hair, printed, slab, stroke
from tools.town_pictures import draw_bridge, draw_bus, draw_flats, draw_stall

FOLDER = Path("content/pictures")


def draw_hall(plates: Plates, rng: Random) -> None:
    """Members seen from behind raise voting cards; three officers sit under a banner."""
    slab(plates, (0, 0, 960, 640), 70)
    for left in (40, 190, 672, 822):
        arch(plates, (left - 8, 22, left + 106, 300), 200)
        arch(plates, (left, 30, left + 98, 292), 0)
        for x in (left + 31, left + 63):
            slab(plates, (x, 34, x + 4, 292), 200)
        for y in (120, 178, 236):
            slab(plates, (left, y, left + 98, y + 4), 200)
    slab(plates, (0, 330, 960, 340), 255)
    _banner(plates)
    for x, skin, coat in ((384, 150, 40), (480, 40, 255), (576, 90, 130)):
        bust(plates, (x, 334), 138, coat, skin=skin)
        hair(plates, (x, 334), 138)
    slab(plates, (320, 326, 640, 400), 0, 255)
    slab(plates, (308, 318, 652, 332), 255)
    for row, (y, size, tone, count) in enumerate(((430, 120, 130, 11), (520, 160, 200, 9), (640, 215, 255, 7))):
        _crowd(plates, rng, y, size, tone, count, row)


def _banner(plates: Plates) -> None:
    """The banner behind the table: a wheel and three lines of lettering too far off to read."""
    slab(plates, (356, 16, 604, 24), 255)
    slab(plates, (370, 24, 590, 238), 0, 255)
    slab(plates, (380, 34, 580, 228), 0, 0)
    slab(plates, (386, 40, 574, 222), 0, 255)
    disc(plates, (480, 100), 46)
    disc(plates, (480, 100), 36, red=255)
    for spoke in range(8):
        turn = math.pi * spoke / 4
        stroke(plates, [(480, 100), (480 + 42 * math.cos(turn), 100 + 42 * math.sin(turn))], 5)
    disc(plates, (480, 100), 12)
    for y, half in ((166, 74), (186, 54), (206, 66)):
        slab(plates, (480 - half, y, 480 + half, y + 9))


def _crowd(plates: Plates, rng: Random, foot: float, size: float, tone: int, count: int, row: int) -> None:
    """One row of members from behind; about every second arm is up with a card."""
    for place in range(count):
        x = (place + 0.5) * 960 / count + rng.uniform(-18, 18)
        height = size * rng.uniform(0.92, 1.1)
        bust(plates, (x, foot + 20), height, tone)
        if (place + row) % 2 or abs(x - 480) < 50 * (4 - row):
            continue
        hand = (x + height * 0.34, foot - height * rng.uniform(0.92, 1.06))
        stroke(plates, [(x + height * 0.3, foot), hand], height * 0.12, tone)
        _card(plates, rng, hand, height * 0.3, 255 if (place + row) % 4 else 0)


def _card(plates: Plates, rng: Random, hand: Point, size: float, red: int) -> None:
    """A voting card held up by its lower edge, never quite straight."""
    turn = rng.uniform(-0.22, 0.22)
    corners = [(-0.6, 0.15), (0.6, 0.15), (0.6, -1.45), (-0.6, -1.45)]
    across, down = size * math.cos(turn), size * math.sin(turn)
    cut(plates, [(hand[0] + x * across - y * down, hand[1] + x * down + y * across) for x, y in corners], 0, red)


def draw_reading(plates: Plates, rng: Random) -> None:
    """Five people around a table with open books, a lamp above them and shelves behind."""
    slab(plates, (0, 0, 960, 640), 200)
    for shelf in range(4):
        _shelf(plates, rng, 96 + shelf * 104)
    cut(plates, [(400, 150), (560, 150), (830, 640), (130, 640)], 0, 45)
    slab(plates, (477, 0, 483, 90), 255)
    cut(plates, [(440, 88), (520, 88), (572, 152), (388, 152)], 0, 255)
    readers = (
        (250, 470, 230, 255, 0, 60),
        (366, 440, 210, 0, 255, 140),
        (594, 440, 212, 110, 0, 40),
        (716, 470, 232, 255, 0, 110),
    )
    for x, foot, size, coat, red, skin in readers:
        bust(plates, (x, foot), size, coat, red, skin=skin)
        hair(plates, (x, foot), size)
    bust(plates, (480, 436), 200, 255, skin=90)
    hair(plates, (480, 436), 200, red=255)
    disc(plates, (480, 520), 390, 110, ink=255)
    disc(plates, (480, 512), 380, 102, red=0)
    for x, y, wide in ((250, 498, 62), (376, 466, 50), (480, 456, 46), (590, 466, 50), (716, 498, 62)):
        _book(plates, (x, y), wide)
    _mug(plates, (420, 540))
    _mug(plates, (610, 548))
    for x, red in ((300, 0), (660, 255)):
        bust(plates, (x, 690), 250, 0 if red else 255, red, skin=255)


def _shelf(plates: Plates, rng: Random, foot: float) -> None:
    """One shelf of books of uneven height."""
    x = 8.0
    while x < 950:
        thick, tall = rng.uniform(10, 24), rng.uniform(48, 80)
        kind = rng.randrange(5)
        slab(plates, (x, foot - tall, x + thick - 3, foot), (0, 0, 120, 255, 255)[kind], 255 if kind == 1 else 0)
        x += thick
    slab(plates, (0, foot, 960, foot + 12), 255)


def _book(plates: Plates, middle: Point, wide: float) -> None:
    """An open book seen from above the table, with lines of print."""
    (x, y), high = middle, wide * 0.42
    for side in (-1, 1):
        edge, foot = x + side * wide, x + side * wide * 1.1
        cut(plates, [(x, y - high), (edge, y - high * 0.7), (foot, y + high), (x, y + high * 0.8)], 255)
        near = x + side * 2
        cut(
            plates,
            [
                (near, y - high + 5),
                (edge - side * 4, y - high * 0.6),
                (foot - side * 6, y + high - 6),
                (near, y + high * 0.7),
            ],
        )
        for line in range(3):
            level = y - high * 0.4 + line * high * 0.42
            stroke(plates, [(x + side * wide * 0.18, level), (x + side * wide * 0.82, level + 2)], 2.5, 255)


def _mug(plates: Plates, foot: Point) -> None:
    """A mug of tea on the table."""
    x, y = foot
    disc(plates, (x + 20, y - 16), 12, ink=255)
    disc(plates, (x + 20, y - 16), 6)
    slab(plates, (x - 18, y - 36, x + 18, y), 0, 255)
    disc(plates, (x, y - 36), 18, 6, ink=255)


PICTURES: dict[str, Callable[[Plates, Random], None]] = {
    "meeting-hall": draw_hall,
    "last-bus": draw_bus,
    "northfield-flats": draw_flats,
    "market-stall": draw_stall,
    "mill-bridge": draw_bridge,
    "reading-group": draw_reading,
}


def main(folder: Path = FOLDER) -> None:
    """Draw every picture into the folder, as lossless WebP."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed, (name, draw) in enumerate(PICTURES.items(), start=1):
        printed(draw, seed).save(folder / f"{name}.webp", lossless=True, quality=80, method=6)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
