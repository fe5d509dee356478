"""A flow: how one whole is divided, step by step, and which parts go from one to another between the steps.

Drawn downwards: each step is a bar of the whole width, so that it reads on a phone. Widths are in per cent; what runs
between two bars stands in a drawing of its own that is stretched to the same width.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from textwrap import wrap
from typing import Final, NamedTuple

from markupsafe import Markup

from sitegen.charts.chart import Cell, Chart, Key
from sitegen.charts.svg import draw_frame, draw_text
from sitegen.words import shorten

WORDS: Final = 24
LINE: Final = 18
BAR: Final = 28
BETWEEN: Final = 44
"""Heights in pixels: a line of words above a bar, a second one, the bar, and what runs down to the next words."""

LETTERS_IN_LINE: Final = 26
"""How many letters have room beside each other on the narrowest phone, even where a reader spaces them out."""

LEAST_LETTER: Final = 0.05
"""The least share of the width in which a letter has room."""

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NOBODY: Final = -1
"""The part that belongs to nobody, always the last one of a bar."""


class FlowStep(NamedTuple):
    """One step: its words, how much each part has (by number; `NOBODY` is what is nobody's), and what went there.

    `moves` are from, to and how much since the step before. `settled` parts are marked, in the bar and with a tick.
    """

    words: str
    shares: Mapping[int, float]
    moves: tuple[tuple[int, int, float], ...] = ()
    settled: frozenset[int] = frozenset()


def letter_of(number: int) -> str:
    """How a part is called in the drawing: A to Z, then A2."""
    turn, place = divmod(number, len(LETTERS))
    return LETTERS[place] + (str(turn + 1) if turn else "")


def make_flow(
    id: str,
    title: str,
    names: Sequence[str],
    steps: Sequence[FlowStep],
    *,
    settled_words: str,
    nobody_words: str,
    columns: tuple[str, ...],
    rows: tuple[tuple[Cell, ...], ...],
) -> Chart:
    """The flow of `names` through `steps`; `rows` are the same figures as text, in print already."""
    whole = max((sum(step.shares.values()) for step in steps), default=0) or 1
    places = [_places(step, len(names), whole) for step in steps]
    tops = _tops(steps)
    parts = [
        _between(steps[after], places[before], places[after], (tops[before] + BAR, tops[after]), whole)
        for before, after in pairwise(range(len(steps)))
    ]
    for step, place, top in zip(steps, places, tops, strict=True):
        parts += _bar(step, place, top)
    height = tops[-1] + BAR if tops else 0
    description = f"{len(steps)} bars, one below the other. " + " ".join(
        f"{step.words}: {_said(step, names, settled_words, nobody_words)}." for step in steps
    )
    svg = draw_frame(id, title, description, parts, kind="plot", size=f'width="100%" height="{height}"')
    key = (
        *(Key(name, _sign(letter_of(number))) for number, name in enumerate(names)),
        Key(settled_words, _sign("✓", "plot__settled")),
        Key(nobody_words, _sign("", "plot__nobody")),
    )
    return Chart(id, title, description, svg, columns, rows, key=key)


def _said(step: FlowStep, names: Sequence[str], settled_words: str, nobody_words: str) -> str:
    words = [
        f"{names[number]} {share:,.5g}{' (' + settled_words.lower() + ')' if number in step.settled else ''}"
        for number, share in step.shares.items()
        if share and number != NOBODY
    ]
    if nobody := step.shares.get(NOBODY):
        words.append(f"{nobody_words.lower()} {nobody:,.5g}")
    return ", ".join(words)


def _places(step: FlowStep, count: int, whole: float) -> dict[int, tuple[float, float]]:
    """Where each part begins and how wide it is, as shares of the width; nobody's part is at the right end."""
    found: dict[int, tuple[float, float]] = {}
    at = 0.0
    for number in (*range(count), NOBODY):
        width = step.shares.get(number, 0) / whole
        if width:
            found[number] = (at, width)
        at += width
    return found


def _lines(step: FlowStep) -> list[str]:
    """The words of a step, broken into two lines at most: a drawing does not break them by itself."""
    return wrap(shorten(step.words, 2 * LETTERS_IN_LINE - 6), LETTERS_IN_LINE) or [""]


def _tops(steps: Sequence[FlowStep]) -> list[int]:
    """Where the bars begin, in pixels from the top."""
    tops: list[int] = []
    for step in steps:
        before = tops[-1] + BAR + BETWEEN if tops else 0
        tops.append(before + WORDS + LINE * (len(_lines(step)) - 1))
    return tops


def _bar(step: FlowStep, places: Mapping[int, tuple[float, float]], top: int) -> list[str]:
    """A bar that begins at `top`, with its words above."""
    parts = [
        draw_text(words, 0, top - 8 - LINE * below, "plot__over", has_halo=True)
        for below, words in reversed([*enumerate(reversed(_lines(step)))])
    ]
    for number, (at, width) in places.items():
        kind = "plot__nobody" if number == NOBODY else "plot__settled" if number in step.settled else "plot__part"
        parts.append(f'<rect class="{kind}" x="{_percent(at)}" width="{_percent(width)}" y="{top}" height="{BAR}"/>')
        if number != NOBODY and width >= LEAST_LETTER:
            is_settled = number in step.settled
            words = letter_of(number) + (" ✓" if is_settled and width >= 2 * LEAST_LETTER else "")
            kind = "plot__on" if is_settled else "plot__name"
            parts.append(draw_text(words, _percent(at + width / 2), top + 20, kind, "middle"))
    return parts


def _between(
    step: FlowStep,
    before: Mapping[int, tuple[float, float]],
    after: Mapping[int, tuple[float, float]],
    span: tuple[int, int],
    whole: float,
) -> str:
    """What stays runs down as a light band, what moves as a strong one, between two heights."""
    top, height = span[0], span[1] - span[0]
    given: dict[int, float] = {}
    got: dict[int, float] = {}
    for origin, target, amount in step.moves:
        given[origin] = given.get(origin, 0) + amount / whole
        got[target] = got.get(target, 0) + amount / whole
    kept = [
        _band("plot__stays", before[one][0], after[one][0], before[one][1] - given.get(one, 0), height)
        for one in before
        if one in after and before[one][1] - given.get(one, 0) > 0
    ]
    moved = []
    left = {one: before[one][0] + before[one][1] - given.get(one, 0) for one in before}
    reached = {one: after[one][0] + after[one][1] - got.get(one, 0) for one in after}
    for origin, target, amount in step.moves:
        width = amount / whole
        moved.append(_band("plot__moves", left[origin], reached[target], width, height))
        left[origin] += width
        reached[target] += width
    return (
        f'<svg x="0" y="{top}" width="100%" height="{height}" viewBox="0 0 1000 {height}" preserveAspectRatio="none">'
        f"{''.join(kept + moved)}</svg>"
    )


def _band(kind: str, start: float, end: float, width: float, height: int) -> str:
    """A band from one bar to the next, with a curve at both ends."""
    middle = height // 2
    a, b, c, d = (f"{1000 * place:.1f}" for place in (start, start + width, end + width, end))
    down, up = f"C{b} {middle} {c} {middle} {c} {height}", f"C{d} {middle} {a} {middle} {a} 0"
    return f'<path class="{kind}" d="M{a} 0H{b}{down}H{d}{up}Z"/>'


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"


def _sign(letter: str, kind: str = "plot__part") -> Markup:
    words = draw_text(letter, 12, 16, "plot__on" if kind == "plot__settled" else "plot__name", "middle")
    box = f'<rect class="{kind}" x="1" y="1" width="22" height="20"/>{words if letter else ""}'
    return Markup(f'<svg class="plot" width="24" height="22" aria-hidden="true">{box}</svg>')
