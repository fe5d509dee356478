"""Maps and bars for eyes that see fewer colours: every sign stays visible on its own ground, whoever looks.

Colour blindness is simulated as by Viénot, Brettel and Mollon (1999), in linear light; achromatopsia by luminance.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

import pytest

from sitegen.charts.hexmap import SIGNS
from sitegen.looks.stylesheet import make_stylesheet
from tests import ROOT

THEME: Final = ROOT / "themes" / "clp"
Rgb = tuple[float, float, float]
SIGHT: Final[Mapping[str, tuple[Rgb, Rgb, Rgb]]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "achromatopsia": ((0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722)),
}
COLOURS: Final = (None, "#b8231b", "#0b6e2e", "#1d4ed8", "#d4a017", "#d6336c", "#6b21a8")
LEAST_CONTRAST: Final = 3.0
"""What WCAG 2.2 asks of graphics that are needed to understand (1.4.11)."""

every_sight = pytest.mark.parametrize("sight", SIGHT)
every_scheme = pytest.mark.parametrize("scheme", ["light", "dark"])
every_colour = pytest.mark.parametrize("colour", COLOURS)


@cache
def read_tokens(colour: str | None, scheme: str) -> Mapping[str, str]:
    """The tokens of the theme with a party's colour: each name with its value, in one of the two schemes."""
    css = re.sub(r"@media \(prefers-contrast:\s*more\)\{:root\{[^}]*\}\}", "", make_stylesheet([THEME], colour))
    css = css.partition("*,")[0]
    found: dict[str, str] = {}
    for dark, rules in re.findall(r"(@media \(prefers-color-scheme:\s*dark\)\s*\{)?:root\{([^}]*)\}", css):
        if not dark or scheme == "dark":
            found.update(re.findall(r"(--[\w-]+):([^;}]+)", rules))
    return found


def colour_of(value: str, tokens: Mapping[str, str]) -> Rgb:
    """A colour in linear light, from `var(--ink)` or `#1d1814`."""
    while found := re.fullmatch(r"var\((--[\w-]+)\)", value):
        value = tokens[found[1]]
    figures = value.removeprefix("#")
    if len(figures) == 3:
        figures = "".join(figure * 2 for figure in figures)
    red, green, blue = (_linear(int(figures[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return red, green, blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def seen_by(colour: Rgb, sight: str) -> Rgb:
    """What is left of a colour for somebody with that sight."""
    red, green, blue = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in SIGHT[sight])
    return red, green, blue


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours as WCAG counts it."""
    lights = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (one, other))
    return (max(lights[1], 0) + 0.05) / (max(lights[0], 0) + 0.05)


def style_of(name: str, property: str) -> str:
    """What the component's style gives a class, alone or in a list."""
    css = (THEME / "components/chart/figures.css").read_text("utf-8").partition("@media (forced")[0]
    rules = [rules for names, rules in re.findall(r"^([^{@]+)\{([^}]*)\}", css, re.MULTILINE) if _names(names, name)]
    found = [value for one in rules for value in re.findall(rf"(?:^|; |\s|^){property}: ([^;}}]+)", one)]
    return str(found[-1])


def _names(selector: str, name: str) -> bool:
    return re.search(rf"\.{re.escape(name)}(?![\w-])", selector) is not None


@every_sight
@every_scheme
@every_colour
def test_every_sign_of_a_map_is_seen_on_its_ground(sight: str, scheme: str, colour: str | None) -> None:
    tokens = read_tokens(colour, scheme)
    for sign in SIGNS:
        ground = seen_by(colour_of(style_of(f"hex--{sign}", "fill"), tokens), sight)
        stroke = seen_by(colour_of(style_of(f"hex__sign--{sign}", "stroke"), tokens), sight)
        assert contrast(ground, stroke) >= LEAST_CONTRAST, sign


@every_sight
@every_scheme
@every_colour
def test_marked_seats_steps_bars_and_lines_stand_out_from_what_is_around_them(
    sight: str, scheme: str, colour: str | None
) -> None:
    tokens = read_tokens(colour, scheme)

    def seen(name: str, property: str) -> Rgb:
        return seen_by(colour_of(style_of(name, property), tokens), sight)

    paper = seen_by(colour_of(tokens["--paper"], tokens), sight)
    tint = seen("hex", "fill")
    assert contrast(seen("hex__step", "fill"), tint) >= LEAST_CONTRAST
    assert contrast(seen("hex--dot", "fill"), tint) >= LEAST_CONTRAST
    assert contrast(seen("hex__edge", "stroke"), tint) >= LEAST_CONTRAST
    assert contrast(seen("plot__bar", "fill"), paper) >= LEAST_CONTRAST
    assert contrast(seen("plot__line", "stroke"), seen("plot__area", "fill")) >= LEAST_CONTRAST
    assert contrast(seen("plot__mark", "stroke"), paper) >= LEAST_CONTRAST


def test_the_simulation_makes_red_and_green_alike_and_leaves_grey_alone() -> None:
    grey = colour_of("#808080", {})
    for sight in SIGHT:
        assert seen_by(grey, sight) == pytest.approx(grey, abs=1e-3)
    red, green = colour_of("#b04030", {}), colour_of("#5a6a20", {})
    assert contrast(red, green) < 1.3
    apart = sum(abs(a - b) for a, b in zip(red, green, strict=True))
    merged = zip(seen_by(red, "deuteranopia"), seen_by(green, "deuteranopia"), strict=True)
    assert sum(abs(a - b) for a, b in merged) < apart / 3


def test_a_grey_sign_on_grey_would_be_found() -> None:
    assert contrast(colour_of("#777", {}), colour_of("#999", {})) < LEAST_CONTRAST


def test_the_tokens_differ_between_the_schemes_and_with_a_partys_colour() -> None:
    assert read_tokens(None, "light")["--paper"] == "#fffdf8"
    assert read_tokens(None, "dark")["--paper"] == "#171310"
    assert read_tokens("#1d4ed8", "light")["--accent"] != read_tokens(None, "light")["--accent"]
