"""A hex map as a file of its own: to open large, to print, to send on. It carries its key and where it comes from."""

import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Final

from sitegen.charts.chart import Chart
from sitegen.charts.svg import draw_text

LINE: Final = 16
LETTERS: Final = 68
"""How many letters of small text stand on a line."""

_PAPER: Final = "#fffdf8"
_INK: Final = "#1d1814"
_MUTED: Final = "#5f554a"
_TINT: Final = "#f6efe3"
_LINE_COLOUR: Final = "#d8ccba"
_VIEW: Final = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_CLASS: Final = re.compile(r'class="([\w -]+)"')


def make_map_file(chart: Chart, accent: str) -> str:
    """The map with its title, key and source below it; painted by attributes, so that it needs no stylesheet."""
    paint = _make_paint(accent)
    found = _VIEW.search(chart.svg)
    assert found is not None  # every hex map has its size in its viewBox
    width, height = int(found[1]), int(found[2])
    below = list(_draw_below(chart, height + LINE))
    whole = height + LINE * (len(below) + 1)
    drawn = str(chart.svg).replace("</svg>", f"{''.join(below)}</svg>")
    drawn = drawn.replace(found[0], f'viewBox="0 0 {width} {whole}" width="{2 * width}" height="{2 * whole}"', 1)
    drawn = drawn.replace("</desc>", f'</desc><rect width="{width}" height="{whole}" fill="{_PAPER}"/>', 1)
    drawn = _CLASS.sub(lambda found: _attributes(found[1], paint), drawn)
    return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace("  ", " ") + "\n"


def _draw_below(chart: Chart, top: int) -> Iterator[str]:
    """Title, key, what has no place on the map, notes and source, a line each."""
    y = top
    yield draw_text(chart.title, 10, y, "file-title")
    signs = [(one.svg, one.words) for one in chart.key]
    signs += [(one.svg, f"{one.words} ({chart.beside_title.lower()})") for one in chart.beside]
    for svg, words in signs:
        y += LINE
        drawn = str(svg).partition(">")[2].removesuffix("</svg>")
        yield f'<g transform="translate(10 {y - 14}) scale(.75)">{drawn}</g>{draw_text(words, 34, y, "file-words")}'
    for line in wrap(f"{chart.note} {chart.attribution}".strip(), LETTERS):
        y += LINE
        yield draw_text(line, 10, y, "file-small")


def _attributes(names: str, paint: Mapping[str, Mapping[str, str]]) -> str:
    """The attributes of some classes; the later name wins."""
    merged: dict[str, str] = {}
    for name in names.split():
        merged.update(paint.get(name, {}))
    return " ".join(f'{name}="{value}"' for name, value in merged.items())


def _make_paint(accent: str) -> Mapping[str, Mapping[str, str]]:
    """What the theme's stylesheet says of each class, in its light colours."""
    sans = {"font-family": "Segoe UI, Roboto, Noto Sans, Arial, sans-serif", "fill": _INK}
    halo = {"stroke": _PAPER, "stroke-width": "4", "stroke-linejoin": "round"}
    sign = {"fill": "none", "stroke-width": "2.25", "stroke-linecap": "round", "stroke-linejoin": "round"}
    line = {"fill": "none", "stroke": _INK, "stroke-width": "1"}
    return {
        "hex": {"fill": _TINT, "stroke": _MUTED, "stroke-width": "1"},
        "hex--dot": {"fill": accent, "stroke": _PAPER},
        "hex--bar": {"fill": _INK, "stroke": _PAPER},
        "hex--ring": {"fill": _PAPER, "stroke": _INK, "stroke-width": "2"},
        "hex--cross": {"fill": _MUTED, "stroke": _PAPER},
        "hex--pole": {"fill": _PAPER, "stroke": accent, "stroke-width": "2"},
        "hex--arrow": {"fill": _LINE_COLOUR, "stroke": _INK},
        "hex--point": {"fill": _TINT, "stroke": _INK, "stroke-width": "1.5"},
        "hex__sign": sign,
        **{f"hex__sign--{name}": {"stroke": _PAPER} for name in ("bar", "cross")},
        **{f"hex__sign--{name}": {"stroke": _INK} for name in ("ring", "arrow")},
        "hex__sign--dot": {"stroke": _PAPER, "stroke-width": "5"},
        "hex__sign--point": {"stroke": _INK, "stroke-width": "3"},
        "hex__sign--pole": {"stroke": accent},
        "hex__step": {"fill": accent},
        "hex__edge": {**line, "stroke-width": "1.75", "stroke-linejoin": "round"},
        "hex__line": line,
        "hex__name": {**sans, "font-size": "11", "font-weight": "600", **halo},
        "file-title": {**sans, "font-size": "14", "font-weight": "700"},
        "file-words": {**sans, "font-size": "11"},
        "file-small": {**sans, "font-size": "9", "fill": _MUTED},
    }
