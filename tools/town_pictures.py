"""The pictures out of doors: the last bus, the flats in winter, the market stall, the bridge."""

import math
from random import Random

from tools.plates import Box, Plates, Point, arch, bend, bust, cut, disc, gouges, hair, slab, stroke, walker


def draw_bus(plates: Plates, rng: Random) -> None:
    """The last bus at dusk: lit windows, a terrace of houses, a lamp and a waiting passenger."""
    slab(plates, (0, 0, 960, 640), 0, 120)
    slab(plates, (0, 0, 960, 250), 190, 0)
    slab(plates, (0, 150, 960, 260), 95, 60)
    gouges(plates, rng, (0, 20, 930, 240), 60)
    disc(plates, (770, 96), 40)
    for place in range(9):
        _house(plates, rng, place * 112 - 20, 214 + (place % 3) * 8)
    slab(plates, (0, 480, 960, 640), 235)
    slab(plates, (0, 470, 960, 486), 90)
    gouges(plates, rng, (0, 500, 930, 630), 90, ink=60, red=0)
    _bus(plates, 250, 236)
    for x in (300, 395, 490, 585, 680):
        cut(plates, [(x, 540), (x + 66, 540), (x + 46, 612), (x - 20, 612)], 150, 0)
    cut(plates, [(826, 500), (960, 540), (960, 600), (826, 520)], 60)
    _stop(plates)


def _house(plates: Plates, rng: Random, left: float, top: float) -> None:
    """One house of the terrace in the dusk, with a chimney and perhaps a light on."""
    slab(plates, (left, top + 40, left + 112, 480), 255)
    cut(plates, [(left, top + 42), (left + 56, top), (left + 112, top + 42)], 255)
    slab(plates, (left + 78, top - 22, left + 96, top + 30), 255)
    lit = rng.random() < 0.5
    slab(plates, (left + 20, top + 66, left + 46, top + 104), 0 if lit else 160, 0)
    slab(plates, (left + 66, top + 66, left + 92, top + 104), 160 if lit else 200, 0)


def _bus(plates: Plates, left: float, top: float) -> None:
    """A double-decker from the side, red below and between, with people in the light."""
    back = [(left, top + 270), (left, top + 24), (left + 7, top + 7), (left + 24, top)]
    front = [(left + 540, top), (left + 560, top + 6), (left + 572, top + 24), (left + 580, top + 270)]
    cut(plates, back + front, 0, 255)
    slab(plates, (left, top + 262, left + 580, top + 286), 255)
    for place in range(6):
        x = left + 26 + place * 84
        slab(plates, (x, top + 28, x + 74, top + 96))
        if place < 5:
            slab(plates, (x, top + 146, x + 74, top + 220))
        if place in (0, 2, 3, 5):
            bust(plates, (x + 36, top + 98), 56, 255)
        if place in (1, 2, 4):
            bust(plates, (x + 36, top + 222), 62, 255)
    slab(plates, (left + 22, top + 112, left + 440, top + 130))
    slab(plates, (left + 446, top + 140, left + 500, top + 262), 255)
    slab(plates, (left + 452, top + 146, left + 494, top + 256), 0, 0)
    slab(plates, (left + 512, top + 146, left + 564, top + 224))
    bust(plates, (left + 538, top + 226), 62, 255)
    slab(plates, (left + 536, top + 34, left + 566, top + 92))
    stroke(plates, [(left + 542, top + 48), (left + 560, top + 48), (left + 550, top + 80)], 6, 255)
    for x in (left + 110, left + 470):
        disc(plates, (x, top + 282), 44, ink=255)
        disc(plates, (x, top + 282), 20, ink=90)
        disc(plates, (x, top + 282), 8, ink=255)


def _stop(plates: Plates) -> None:
    """The lamp at the stop, its cone of light, and somebody who has waited long enough."""
    cut(plates, [(112, 118), (150, 118), (246, 560), (16, 560)], 0, 40)
    stroke(plates, [(60, 560), (60, 110), (84, 88), (130, 92)], 9, 255)
    cut(plates, [(108, 92), (154, 92), (164, 118), (98, 118)], 255)
    coat = [(108, 562), (100, 470), (112, 398), (134, 384), (158, 398), (170, 470), (160, 562)]
    cut(plates, bend(coat), 255)
    disc(plates, (134, 360), 21, 25, ink=255)
    cut(plates, bend([(110, 388), (134, 376), (160, 388), (158, 408), (134, 400), (112, 408)]), 0, 255)
    slab(plates, (168, 478, 206, 530), 0, 255)
    stroke(plates, [(172, 480), (180, 456), (194, 456), (202, 480)], 5, 255)


def draw_flats(plates: Plates, rng: Random) -> None:
    """Three blocks of flats in snow, the boiler house between them and its scarf of steam."""
    slab(plates, (0, 0, 960, 640), 0, 170)
    gouges(plates, rng, (0, 10, 930, 420), 90)
    _block(plates, rng, (40, 120, 300, 540), 6, 9)
    _block(plates, rng, (380, 60, 600, 540), 5, 10)
    _block(plates, rng, (700, 160, 930, 540), 5, 8)
    scarf = bend(
        [
            (648, 330),
            (640, 280),
            (672, 232),
            (640, 176),
            (560, 150),
            (470, 168),
            (380, 140),
            (300, 84),
            (190, 80),
            (90, 40),
            (-20, 52),
        ]
    )
    for width, ink in ((64, 255), (52, 0)):
        for step, (x, y) in enumerate(scarf):
            disc(plates, (x, y), width * (0.32 + 0.5 * step / len(scarf)), ink=ink)
    for shift in (-14, 0, 14):
        stripe = [(x, y + shift * (0.4 + step / len(scarf))) for step, (x, y) in enumerate(scarf[6:-4])]
        stroke(plates, stripe, 4, 0, 255)
    slab(plates, (630, 330, 664, 560), 255)
    for y in (352, 392):
        slab(plates, (630, y, 664, y + 12), 0, 0)
    slab(plates, (596, 452, 704, 560), 0, 255)
    slab(plates, (590, 444, 710, 458), 255)
    slab(plates, (634, 500, 666, 560), 255)
    cut(plates, bend([(-10, 548), (160, 528), (420, 552), (640, 534), (970, 556), (970, 660), (-10, 660)]), 0)
    gouges(plates, rng, (0, 570, 900, 634), 40, ink=150)
    _tree(plates, (345, 572), 104, -math.pi / 2, 6)
    for x, size, red in ((196, 84, 255), (232, 56, 0), (800, 86, 255)):
        walker(plates, (x, 622), size, red)


def _block(plates: Plates, rng: Random, box: Box, columns: int, rows: int) -> None:
    """One block: a grid of windows, some lit, with snow on the roof and a darker gable."""
    left, top, right, bottom = box
    slab(plates, box, 220)
    slab(plates, (right, top + 12, right + 26, bottom), 255)
    slab(plates, (left - 6, top - 8, right + 30, top + 4), 0)
    wide, high = (right - left) / columns, (bottom - top) / rows
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * wide, top + row * high
            lit = rng.random()
            pane = (x + wide * 0.2, y + high * 0.28, x + wide * 0.8, y + high * 0.78)
            slab(plates, pane, 0 if lit > 0.55 else 110, 255 if lit > 0.9 else 0)
        slab(plates, (left, top + row * high + high * 0.9, right, top + row * high + high * 0.96), 90)


def _tree(plates: Plates, foot: Point, length: float, turn: float, forks: int) -> None:
    """A bare tree, drawn as branches that fork until they are twigs."""
    end = (foot[0] + length * math.cos(turn), foot[1] + length * math.sin(turn))
    stroke(plates, [foot, end], 1.8 * forks, 255)
    if forks > 1:
        for side in (-0.42, 0.36):
            _tree(plates, end, length * 0.68, turn + side, forks - 1)


def draw_stall(plates: Plates, rng: Random) -> None:
    """A stall on market day: striped awning, two people behind the table, one in front, bunting."""
    slab(plates, (0, 0, 960, 640), 0, 45)
    _market_square(plates)
    slab(plates, (0, 500, 960, 640), 80)
    gouges(plates, rng, (0, 512, 900, 630), 70)
    for x in (250, 742):
        slab(plates, (x - 6, 200, x + 6, 590), 255)
    slab(plates, (256, 236, 736, 420), 0, 0)
    for x, skin, coat, red in ((400, 150, 255, 0), (590, 40, 0, 255)):
        bust(plates, (x, 440), 190, coat, red, skin=skin)
        hair(plates, (x, 440), 190)
    slab(plates, (226, 424, 766, 440), 255)
    slab(plates, (238, 440, 754, 590), 0, 255)
    for place in range(6):
        stroke(plates, [(270 + place * 92, 452), (262 + place * 94, 588)], 5)
    for place in range(5):
        _pile(plates, 290 + place * 70, 424, 1 + (place * 2) % 3)
    _urn(plates, (690, 424))
    for place in range(8):
        left, right = 206 + place * 73, 206 + (place + 1) * 73
        tilt = [(left * 0.9 + 48, 110), (right * 0.9 + 48, 110), (right, 214), (left, 214)]
        cut(plates, tilt, 0, 255 if place % 2 else 0)
        disc(plates, ((left + right) / 2, 214), 36.5, 22, red=255 if place % 2 else 0)
    stroke(plates, [(232, 110), (758, 110)], 6, 255)
    _shopper(plates, (860, 610))


def _market_square(plates: Plates) -> None:
    """The far side of the square: gabled shops, a clock tower, and bunting across it."""
    shops = ((-20, 210, 150, 150), (130, 170, 120, 200), (720, 190, 130, 200), (850, 150, 140, 150))
    for left, top, wide, ink in shops:
        slab(plates, (left, top, left + wide, 510), ink)
        cut(plates, [(left - 6, top), (left + wide / 2, top - 60), (left + wide + 6, top)], 255)
        for row in range(3):
            for column in (0.2, 0.6):
                side, head = left + wide * column, top + 30 + row * 80
                slab(plates, (side, head, side + wide * 0.2, head + 46))
    slab(plates, (64, 40, 134, 510), 255)
    cut(plates, [(58, 42), (99, -30), (140, 42)], 255)
    disc(plates, (99, 96), 27)
    stroke(plates, [(99, 78), (99, 96), (112, 104)], 5, 255)
    rope = bend([(130, 60), (300, 92), (520, 74), (740, 92), (970, 40)])
    stroke(plates, rope, 3, 255)
    for place, (x, y) in enumerate(rope[2::4]):
        red = 255 if place % 2 else 0
        cut(plates, [(x - 13, y + 1), (x + 13, y + 1), (x, y + 32)], 255 - red, red)


def _pile(plates: Plates, left: float, foot: float, sheets: int) -> None:
    """A pile of leaflets on the table, a line of print on the topmost."""
    for sheet in range(sheets * 2):
        slab(plates, (left - sheet % 2 * 3, foot - 8 - sheet * 8, left + 50, foot - sheet * 8), 255)
        slab(plates, (left + 2 - sheet % 2 * 3, foot - 7 - sheet * 8, left + 48, foot - 2 - sheet * 8))


def _urn(plates: Plates, foot: Point) -> None:
    """The tea urn, with its tap and a curl of steam."""
    x, y = foot
    slab(plates, (x - 28, y - 84, x + 28, y), 130)
    slab(plates, (x - 34, y - 92, x + 34, y - 80), 255)
    stroke(plates, [(x - 28, y - 22), (x - 42, y - 22), (x - 42, y - 12)], 6, 255)
    stroke(plates, bend([(x, y - 98), (x - 10, y - 116), (x + 8, y - 134), (x - 4, y - 152)]), 5, 255)


def _shopper(plates: Plates, foot: Point) -> None:
    """Somebody with a full bag who has stopped to talk, seen from the side."""
    x, y = foot
    coat = [(-52, 0), (-58, -130), (-40, -240), (0, -262), (42, -236), (60, -120), (56, 0)]
    cut(plates, bend([(x + across, y + down) for across, down in coat]), 255)
    stroke(plates, bend([(x - 20, y - 214), (x - 70, y - 170), (x - 112, y - 190)]), 26, 255)
    disc(plates, (x - 118, y - 194), 13, ink=90)
    disc(plates, (x - 4, y - 298), 34, 40, ink=90)
    scarf = [(-36, -312), (-22, -346), (18, -346), (40, -306), (34, -262), (14, -290), (8, -322)]
    cut(plates, bend([(x + across, y + down) for across, down in scarf]), 0, 255)
    slab(plates, (x + 20, y - 110, x + 84, y - 20), 0, 255)
    stroke(plates, bend([(x + 28, y - 110), (x + 40, y - 150), (x + 64, y - 150), (x + 76, y - 110)]), 6)


def draw_bridge(plates: Plates, rng: Random) -> None:
    """The stone bridge over the river in the evening, the old mill behind it, a low red sun."""
    slab(plates, (0, 0, 960, 640), 0, 60)
    disc(plates, (300, 196), 96, red=255)
    for x, y, half in ((250, 150, 130), (380, 176, 110), (90, 92, 120), (560, 70, 150), (720, 120, 90)):
        cut(plates, [(x - half, y), (x, y - 5), (x + half, y), (x, y + 5)])
    hills = bend([(-20, 270), (120, 214), (260, 262), (420, 226), (600, 270), (800, 206), (990, 260)])
    cut(plates, [*hills, (980, 420), (-20, 420)], 120)
    _mill(plates)
    slab(plates, (0, 400, 960, 640), 0, 60)
    cut(plates, [*bend([(0, 330), (240, 296), (480, 284), (720, 296), (960, 330)]), (960, 430), (0, 430)], 230)
    for left, right in ((30, 230), (270, 470), (510, 700), (740, 910)):
        arch(plates, (left, 330, right, 470), 255)
        arch(plates, (left + 10, 340, right - 10, 470), 0, 60)
    stroke(plates, bend([(0, 326), (240, 292), (480, 280), (720, 292), (960, 326)]), 10, 255)
    slab(plates, (0, 428, 960, 640), 150)
    for left, right in ((30, 230), (270, 470), (510, 700), (740, 910)):
        disc(plates, ((left + right) / 2, 428), (right - left) / 2 - 16, 74, ink=0, red=60)
    slab(plates, (0, 424, 960, 430), 255)
    for place in range(34):
        across, level = rng.uniform(20, 90), 440 + rng.random() ** 1.4 * 190
        mid = 300 + rng.uniform(-60, 60) if place % 3 == 0 else rng.uniform(0, 960)
        ripple = [(mid - across, level), (mid, level - 4), (mid + across, level), (mid, level + 4)]
        cut(plates, ripple, 0, 255 if place % 3 == 0 else 0)
    for x, size, red in ((420, 62, 255), (462, 58, 0), (340, 60, 255)):
        walker(plates, (x, 286), size, red)
    _reeds(plates, rng)


def _mill(plates: Plates) -> None:
    """The weavers' mill on the far bank, with its saw-toothed roof and its cold chimney."""
    slab(plates, (560, 170, 860, 330), 255)
    for place in range(4):
        left = 560 + place * 75
        cut(plates, [(left, 172), (left, 130), (left + 75, 172)], 255)
    cut(plates, [(884, 330), (892, 40), (920, 40), (928, 330)], 255)
    slab(plates, (886, 50, 926, 60), 0, 255)
    for row in range(3):
        for column in range(9):
            x, y = 574 + column * 32, 190 + row * 40
            slab(plates, (x, y, x + 16, y + 24), 0, 255 if (row * 5 + column) % 7 == 2 else 0)


def _reeds(plates: Plates, rng: Random) -> None:
    """Reeds on the near bank, in the two lower corners."""
    for place in range(56):
        left = place < 30
        x = rng.uniform(-10, 230) if left else rng.uniform(760, 970)
        reach = rng.uniform(60, 150) * (1 - (x / 300 if left else (970 - x) / 300))
        sway = rng.uniform(-22, 22)
        cut(plates, [(x - 5, 644), (x + sway, 640 - reach), (x + 5, 644)], 255)
