"""Time lines: how counts grew day by day, each name in a strip of its own, all strips on one scale."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from markupsafe import Markup

from sitegen.charts.chart import Cell, Chart, Key
from sitegen.charts.spans import Span, make_spans, short_day
from sitegen.charts.svg import draw_frame, draw_text
from sitegen.words import shorten

HEAD: Final = 26
STRIP: Final = 56
GAP: Final = 22
FOOT: Final = 24
"""Heights in pixels: the words above a strip, the strip, the space below it, the days below all."""

MOST_SPANS: Final = 10
"""How many columns the table has at most; more weeks are put together."""

LONGEST_NAME: Final = 36

LEVEL_SIGN: Final = Markup(
    '<svg class="plot" width="24" height="20" aria-hidden="true"><path class="plot__mark" d="M0 10H24"/></svg>'
)
"""How the key shows the level of the threshold."""


class Line(NamedTuple):
    """A name with the days on which its count rose by one, in any order; `words` where no days are known, and why."""

    name: str
    days: tuple[date, ...]
    words: str = ""


def make_timeline(
    id: str,
    title: str,
    lines: Sequence[Line],
    *,
    heading: str,
    threshold: int = 0,
    threshold_words: str = "",
    note: str = "",
) -> Chart:
    """The strips in the order given, from the first Monday to the last Sunday; at least one day must be known."""
    spans = make_spans((day for line in lines for day in line.days), MOST_SPANS)
    most = max([len(line.days) for line in lines] + [threshold])
    height = len(lines) * (HEAD + STRIP + GAP) - GAP + FOOT
    parts = [part for number, line in enumerate(lines) for part in _draw_strip(line, number, spans, most, threshold)]
    parts += _draw_days(spans, height - 4)
    rows = tuple(_row(line, spans) for line in lines)
    description = _describe(lines, spans, threshold_words if threshold else "")
    svg = draw_frame(id, title, description, parts, kind="plot", size=f'width="100%" height="{height}"')
    columns = (heading, *(f"By {short_day(span.last)}" for span in spans))
    key = (Key(threshold_words[:1].upper() + threshold_words[1:], LEVEL_SIGN),) if threshold else ()
    return Chart(id, title, description, svg, columns, rows, key=key, note=note)


def _draw_strip(line: Line, number: int, spans: Sequence[Span], most: int, threshold: int) -> Iterator[str]:
    """Name and count, then the count as a flight of steps over a base line."""
    top = number * (HEAD + STRIP + GAP)
    yield draw_text(shorten(line.name, LONGEST_NAME), 0, top + 16, "plot__name")
    yield draw_text(line.words or f"{len(line.days):,}", "100%", top + 16, "" if line.words else "plot__number", "end")
    steps = "".join(_steps(line.days, spans, most))
    yield (
        f'<svg y="{top + HEAD}" width="100%" height="{STRIP}" viewBox="0 0 1000 100" preserveAspectRatio="none">'
        f'<path class="plot__axis" vector-effect="non-scaling-stroke" d="M0 100H1000"/>'
        f'<path class="plot__area" d="M0 100{steps}H1000V100z"/>'
        f'<path class="plot__line" vector-effect="non-scaling-stroke" d="M0 100{steps}H1000"/>'
    )
    if threshold:
        level = 100 - 100 * threshold / most
        yield f'<path class="plot__mark" vector-effect="non-scaling-stroke" d="M0 {level:.4g}H1000"/>'
    yield "</svg>"


def _steps(days: Sequence[date], spans: Sequence[Span], most: int) -> Iterator[str]:
    """Across to each day with a rise, and up."""
    length = (spans[-1].last - spans[0].first).days + 1
    ordered = sorted(days)
    for day in sorted(set(days)):
        across = 1000 * (day - spans[0].first).days / length
        yield f"H{across:.4g}V{100 - 100 * bisect_right(ordered, day) / most:.4g}"


def _draw_days(spans: Sequence[Span], y: int) -> Iterator[str]:
    """The first and the last day below the strips."""
    yield draw_text(short_day(spans[0].first), 0, y, "plot__small")
    yield draw_text(short_day(spans[-1].last), "100%", y, "plot__small", "end")


def _row(line: Line, spans: Sequence[Span]) -> tuple[Cell, ...]:
    if line.words:
        return (f"{line.name} ({line.words})", *("–" for _ in spans))
    ordered = sorted(line.days)
    return (line.name, *(bisect_right(ordered, span.last) for span in spans))


def _describe(lines: Sequence[Line], spans: Sequence[Span], threshold: str) -> str:
    """Where each line starts and ends."""
    run = f"from {short_day(spans[0].first)} to {short_day(spans[-1].last)}"
    said = "; ".join(
        f"{line.name}: {len(line.days)}, the first on {short_day(min(line.days))}"
        if line.days
        else f"{line.name}: none"
        for line in lines
    )
    return f"Counts that grow {run}, all on one scale. {said}." + (f" A line marks {threshold}." if threshold else "")
