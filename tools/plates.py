"""Two printing plates and the few shapes that the pictures of the sample are made of.

A picture is flat shapes on two plates, black ink and red. Each plate is screened at its
own angle and printed on cream paper, like a cheap handbill.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageDraw

Point = tuple[float, float]
Box = tuple[float, float, float, float]

WIDTH, HEIGHT, FINE = 960, 640, 2
SHEET = (768, 512)  # the size of the print: a picture of about 6 kB
PAPER, INK, RED = (246, 233, 216), (42, 30, 25), (184, 35, 27)


@dataclass(frozen=True, slots=True)
class Plates:
    """The two printing plates of one picture; tones run from 0 (no ink) to 255 (solid)."""

    ink: ImageDraw.ImageDraw
    red: ImageDraw.ImageDraw


def cut(plates: Plates, points: Iterable[Point], ink: int = 0, red: int = 0) -> None:
    """Print a filled outline; it covers what lay below on both plates."""
    fine = [(x * FINE, y * FINE) for x, y in points]
    plates.ink.polygon(fine, fill=ink)
    plates.red.polygon(fine, fill=red)


def slab(plates: Plates, box: Box, ink: int = 0, red: int = 0) -> None:
    """Print an upright rectangle from its left, top, right and bottom."""
    left, top, right, bottom = box
    cut(plates, [(left, top), (right, top), (right, bottom), (left, bottom)], ink, red)


def disc(plates: Plates, centre: Point, across: float, down: float | None = None, ink: int = 0, red: int = 0) -> None:
    """Print an ellipse from its centre and its two radii (one for a circle)."""
    (x, y), height = centre, across if down is None else down
    box = [(x - across) * FINE, (y - height) * FINE, (x + across) * FINE, (y + height) * FINE]
    plates.ink.ellipse(box, fill=ink)
    plates.red.ellipse(box, fill=red)


def stroke(plates: Plates, points: Sequence[Point], width: float, ink: int = 0, red: int = 0) -> None:
    """Print a line with round ends through the points."""
    fine = [(x * FINE, y * FINE) for x, y in points]
    for draw, tone in ((plates.ink, ink), (plates.red, red)):
        draw.line(fine, fill=tone, width=round(width * FINE), joint="curve")
    for end in (points[0], points[-1]):
        disc(plates, end, width / 2, ink=ink, red=red)


def arch(plates: Plates, box: Box, ink: int, red: int = 0) -> None:
    """Print a round-headed opening: a window, or the span of a bridge."""
    left, top, right, bottom = box
    radius = (right - left) / 2
    slab(plates, (left, top + radius, right, bottom), ink, red)
    disc(plates, (left + radius, top + radius), radius, ink=ink, red=red)


def bend(points: Sequence[Point], steps: int = 12) -> list[Point]:
    """A smooth line through the points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    line: list[Point] = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            line.append(_between(before, start, end, after, step / steps))
    return [*line, points[-1]]


def _between(before: Point, start: Point, end: Point, after: Point, part: float) -> Point:
    """The point at `part` of the way from start to end on the smooth line."""

    def value(a: float, b: float, c: float, d: float) -> float:
        squared, cubed = part * part, part**3
        return 0.5 * (2 * b + (c - a) * part + (2 * a - 5 * b + 4 * c - d) * squared + (3 * b - a - 3 * c + d) * cubed)

    return value(before[0], start[0], end[0], after[0]), value(before[1], start[1], end[1], after[1])


def gouges(plates: Plates, rng: Random, box: Box, count: int, slope: float = 0.0, ink: int = 0, red: int = 0) -> None:
    """Scatter the short wedges that a cutting tool leaves, inside the box."""
    for _ in range(count):
        x, y = rng.uniform(box[0], box[2]), rng.uniform(box[1], box[3])
        length, thick = rng.uniform(16, 46), rng.uniform(2.0, 3.6)
        rise = slope * length
        cut(plates, [(x, y - thick), (x + length, y + rise), (x, y + thick)], ink, red)


def bust(plates: Plates, foot: Point, size: float, ink: int, red: int = 0, skin: int | None = None) -> None:
    """Print a head and shoulders standing on `foot`; `size` is the height in pixels."""
    x, y = foot
    wide, neck = size * 0.42, y - size * 0.56
    slope, collar = size * 0.36, size * 0.126
    coat = [(x - wide, y), (x - slope, neck + size * 0.16), (x - collar, neck)]
    coat += [(x + collar, neck), (x + slope, neck + size * 0.16), (x + wide, y)]
    cut(plates, bend(coat), ink, red)
    face = ink if skin is None else skin
    slab(plates, (x - size * 0.07, neck - size * 0.1, x + size * 0.07, neck + size * 0.05), face)
    disc(plates, (x, y - size * 0.8), size * 0.165, size * 0.2, face)


def hair(plates: Plates, foot: Point, size: float, red: int = 0) -> None:
    """Print a head of hair on a bust of the same foot and size; with `red` a knitted cap."""
    x, y, unit = foot[0], foot[1] - size * 0.82, size / 138
    outline = [(-25, 6), (-25, -16), (-13, -32), (13, -32), (25, -16), (25, 6), (19, -9), (3, -17), (-19, -9)]
    cut(plates, [(x + across * unit, y + down * unit) for across, down in outline], 0 if red else 255, red)


def walker(plates: Plates, foot: Point, size: float, red: int) -> None:
    """Somebody walking, seen small: coat, legs, head and a scarf."""
    x, y = foot
    for step in (-0.12, 0.14):
        stroke(plates, [(x, y - size * 0.35), (x + step * size, y)], size * 0.1, 255)
    coat = [(-0.2, -0.3), (-0.14, -0.78), (0.14, -0.78), (0.22, -0.3)]
    cut(plates, bend([(x + across * size, y + down * size) for across, down in coat]), 0 if red else 255, red)
    disc(plates, (x, y - size * 0.9), size * 0.1, size * 0.12, ink=255)
    stroke(plates, [(x - size * 0.12, y - size * 0.76), (x + size * 0.12, y - size * 0.76)], size * 0.09, 0, 255 - red)


def screened(plate: Image.Image, slanted: bool) -> Image.Image:
    """The plate as solid dots and gaps: printed where its tone is above the screen's, an 8-pixel tile."""
    tile = Image.new("L", (8, 8))
    for x in range(8):
        for y in range(8):
            across, down = (x + y, x - y) if slanted else (x + 0.5, y + 0.5)
            tile.putpixel((x, y), round(127.5 + 60 * (math.cos(math.pi * across / 4) + math.cos(math.pi * down / 4))))
    screen = Image.new("L", plate.size)
    for left in range(0, plate.width, 8):
        for top in range(0, plate.height, 8):
            screen.paste(tile, (left, top))
    return ImageChops.subtract(plate, screen).point(lambda tone: 255 if tone > 0 else 0)


def printed(draw: Callable[[Plates, Random], None], seed: int) -> Image.Image:
    """One picture, drawn, screened and printed red first, then black."""
    plates = [Image.new("L", (WIDTH * FINE, HEIGHT * FINE)) for _ in range(2)]
    draw(Plates(ImageDraw.Draw(plates[0]), ImageDraw.Draw(plates[1])), Random(seed))
    ink, red = (plate.resize(SHEET, Image.Resampling.BOX) for plate in plates)
    sheet = Image.new("RGB", SHEET, PAPER)
    sheet.paste(RED, mask=screened(red, slanted=False))
    sheet.paste(INK, mask=screened(ink, slanted=True))
    return sheet
