"""Drawing a share image: 1200 by 630 pixels, in the party's colour, with the imprint in legible type.

It is drawn with one byte a pixel, in three ramps of shades: ink on paper, accent on paper, white on accent (ink on the
colour itself where that is bright, as on the pages). An area is filled with the ground of its ramp before words are set
in it, so their edges blend within that ramp. The file has sixteen of these shades: eyes miss none of the others, and it
is half the size.
"""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final
from zlib import Z_RLE

from PIL import Image, ImageDraw, ImageFont

from sitegen import fonts
from sitegen.sharing.card import HEIGHT, WIDTH, Card
from sitegen.words import shorten

PAPER: Final = "#fffdf8"
INK: Final = "#1d1814"
WHITE: Final = "#ffffff"
MARGIN: Final = 64
_INK, _PAPER, _ACCENT, _ACCENT_PAPER, _FILL, _ON_FILL = 0, 83, 84, 167, 168, 255
_RAMPS: Final = ((_INK, _PAPER, 5), (_ACCENT, _ACCENT_PAPER, 5), (_FILL, _ON_FILL, 6))
"""First shade and last of each ramp while drawing, and how many shades are left of it in the file: 16 in all."""
_FEWER: Final = [
    sum(kept for _, _, kept in _RAMPS[:number]) + round((shade - first) / (last - first) * (count - 1))
    for number, (first, last, count) in enumerate(_RAMPS)
    for shade in range(first, last + 1)
]
_TITLE_SIZES: Final = (84, 76, 68, 60, 52, 46)
_IMPRINT_SIZES: Final = (27, 25, 23, 21)
_IMPRINT_LINES: Final = 3
"""How many lines it takes before its type becomes smaller."""
_LONGEST_TITLE: Final = 220


def draw_card(card: Card) -> bytes:
    """The card as PNG; the same card gives the same bytes."""
    ground, foot = _ground(card.party, card.imprint, bool(card.bright))
    picture = ground.copy()
    draw = ImageDraw.Draw(picture)
    top = _draw_kicker(draw, card.kicker)
    _draw_title(draw, card.title, top, foot)
    picture = picture.point(_FEWER)
    picture.putpalette(_palette(card.accent, card.bright))
    whole = BytesIO()
    picture.save(whole, "PNG", bits=4, compress_level=1, compress_type=Z_RLE)
    return whole.getvalue()


@lru_cache(maxsize=4)
def _ground(party: str, imprint: str, has_edges: bool) -> tuple[Image.Image, int]:
    """What all cards of a party share, and where the band at the foot begins; a bright area has an edge of ink."""
    picture = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(picture)
    foot = _draw_imprint(draw, imprint)
    _draw_head(draw, party)
    if has_edges:
        draw.rectangle((MARGIN, 52, MARGIN + 56, 108), outline=_INK, width=3)
        draw.rectangle((0, foot, WIDTH, foot + 3), fill=_INK)
    return picture, foot


def _draw_imprint(draw: ImageDraw.ImageDraw, imprint: str) -> int:
    """The band at the foot with the whole imprint; gives where it begins."""
    size, lines = imprint_lines(imprint)
    step = round(size * 1.35)
    top = HEIGHT - len(lines) * step - 44
    draw.rectangle((0, top, WIDTH, HEIGHT), fill=_FILL)
    for number, line in enumerate(lines):
        draw.text((MARGIN, top + 20 + number * step), line, font=_font(fonts.BOLD, size), fill=_ON_FILL)
    return top


def _draw_head(draw: ImageDraw.ImageDraw, party: str) -> None:
    """The mark and the party's name, as at the top of the pages."""
    draw.rectangle((MARGIN, 52, MARGIN + 56, 108), fill=_FILL)
    letter = party[:1].upper()
    font = _font(fonts.HEADING, 40)
    draw.text((MARGIN + 28, 80), letter, font=font, fill=_ON_FILL, anchor="mm")
    name = _shortened(party, fonts.HEADING, 34, WIDTH - 2 * MARGIN - 76)
    draw.text((MARGIN + 76, 80), name, font=_font(fonts.HEADING, 34), fill=_INK, anchor="lm")
    draw.rectangle((MARGIN, 130, WIDTH - MARGIN, 136), fill=_INK)


def _draw_kicker(draw: ImageDraw.ImageDraw, kicker: str) -> int:
    """The line above the title; gives where the title may begin."""
    if not kicker:
        return 172
    draw.rectangle((0, 150, WIDTH, 206), fill=_ACCENT_PAPER)
    words = _shortened(kicker, fonts.BOLD, 30, WIDTH - 2 * MARGIN)
    draw.text((MARGIN, 158), words, font=_font(fonts.BOLD, 30), fill=_ACCENT)
    return 206


def _draw_title(draw: ImageDraw.ImageDraw, title: str, top: int, foot: int) -> None:
    """The title, as large as it fits between the line above it and the foot."""
    words = shorten(title, _LONGEST_TITLE)
    for size in _TITLE_SIZES:
        step = round(size * 1.14)
        lines = _wrap(words, fonts.HEADING, size)
        if len(lines) * step <= foot - top - 24:
            break
    else:
        lines = lines[: (foot - top - 24) // step]
        lines[-1] = _shortened(f"{lines[-1]} …", fonts.HEADING, size, WIDTH - 2 * MARGIN)
    for number, line in enumerate(lines):
        draw.text((MARGIN, top + 4 + number * step), line, font=_font(fonts.HEADING, size), fill=_INK)


def imprint_lines(imprint: str) -> tuple[int, list[str]]:
    """The size of the imprint's type and its lines: smaller where it is long, and never cut."""
    for size in _IMPRINT_SIZES:
        lines = _wrap(imprint, fonts.BOLD, size)
        if len(lines) <= _IMPRINT_LINES:
            break
    return size, lines


def _wrap(text: str, font: Path, size: int) -> list[str]:
    """The text in lines no wider than the picture's column; a word that is wider is cut."""
    room, space = WIDTH - 2 * MARGIN, _width(" ", font, size)
    lines: list[list[str]] = [[]]
    used = 0.0
    for word in text.split():
        for part in _cut(word, font, size, room):
            wide = _width(part, font, size)
            if lines[-1] and used + space + wide > room:
                lines.append([])
                used = 0.0
            used += wide + (space if lines[-1] else 0.0)
            lines[-1].append(part)
    return [" ".join(words) for words in lines if words]


def _cut(word: str, font: Path, size: int, room: float) -> list[str]:
    """A word in parts that are no wider than the room."""
    parts = [word]
    while _width(parts[-1], font, size) > room:
        rest = parts.pop()
        length = next(end for end in range(len(rest) - 1, 0, -1) if _width(rest[:end], font, size) <= room)
        parts += [rest[:length], rest[length:]]
    return parts


def _shortened(text: str, font: Path, size: int, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than the room."""
    if _width(text, font, size) <= room:
        return text
    end = next(end for end in range(len(text) - 1, 0, -1) if _width(f"{text[:end]}…", font, size) <= room)
    return f"{text[:end].rstrip()}…"


@lru_cache(maxsize=8192)
def _width(text: str, font: Path, size: int) -> float:
    return _font(font, size).getlength(text)


@lru_cache(maxsize=64)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8)
def _palette(accent: str, bright: str) -> bytes:
    """The sixteen shades of the file, red, green and blue for each."""
    found: list[int] = []
    filled = (bright, INK) if bright else (accent, WHITE)
    for (first, last), (_, _, count) in zip(((INK, PAPER), (accent, PAPER), filled), _RAMPS, strict=True):
        for step in range(count):
            part = step / (count - 1)
            found += [round(a + (b - a) * part) for a, b in zip(_channels(first), _channels(last), strict=True)]
    return bytes(found)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
