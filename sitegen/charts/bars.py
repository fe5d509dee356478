"""Bars: one count for each name, a line where the threshold stands. Drawn in per cent of whatever width there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from sitegen.charts.chart import Cell, Chart, Key
from sitegen.charts.svg import draw_frame, draw_text
from sitegen.words import shorten

ROW: Final = 46
"""The height of a row in pixels: its words, its bar, and a space."""

LONGEST_NAME: Final = 36
"""How many letters of a name stand above its bar; the table has all."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One name with its count; None where it is not known, with the words that say so."""

    name: str
    count: int | None
    words: str = ""


def make_bars(
    id: str, title: str, bars: Sequence[Bar], *, columns: tuple[str, str], threshold: int = 0, threshold_words: str = ""
) -> Chart:
    """Bars in the order given, all on one scale; `threshold_words` name the line, such as `5 needed`."""
    largest = max([one.count or 0 for one in bars] + [threshold, 1])
    parts = [part for number, bar in enumerate(bars) for part in _draw_bar(bar, number * ROW, largest, threshold)]
    said = "; ".join(f"{one.name}: {one.words or one.count}" for one in bars)
    description = f"Bars, all on one scale. {said}." + (f" A line marks {threshold_words}." if threshold else "")
    rows: tuple[tuple[Cell, ...], ...] = tuple((one.name, one.words or one.count or 0) for one in bars)
    svg = draw_frame(id, title, description, parts, kind="plot", size=f'width="100%" height="{len(bars) * ROW}"')
    key = (Key(threshold_words[:1].upper() + threshold_words[1:], MARK_SIGN),) if threshold else ()
    return Chart(id, title, description, svg, columns, rows, key=key)


MARK_SIGN: Final = Markup(
    '<svg class="plot" width="12" height="20" aria-hidden="true"><line class="plot__mark" x1="6" x2="6" y2="20"/></svg>'
)


def _draw_bar(bar: Bar, top: int, largest: int, threshold: int) -> list[str]:
    """A name at the left, its count at the right, the bar below both, with the threshold across it."""
    words = bar.words or f"{bar.count:,}"
    parts = [
        draw_text(shorten(bar.name, LONGEST_NAME), 0, top + 16, "plot__name"),
        draw_text(words, "100%", top + 16, "" if bar.words else "plot__number", "end"),
        f'<line class="plot__axis" x2="100%" y1="{top + 30}" y2="{top + 30}"/>',
    ]
    if bar.count:
        parts.append(f'<rect class="plot__bar" y="{top + 24}" width="{_share(bar.count, largest)}" height="12"/>')
    if threshold:
        at = _share(threshold, largest)
        parts.append(f'<line class="plot__mark" x1="{at}" x2="{at}" y1="{top + 21}" y2="{top + 39}"/>')
    return parts


def _share(number: int, whole: int) -> str:
    """A share of the width, such as `37.4%`."""
    return f"{100 * number / whole:.4g}%"
