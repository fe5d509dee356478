"""Accents: from a party's one colour to the tokens of the light and the dark scheme.

A party's colour gives the hue. Its lightness is moved in OKLCH until the stated
contrasts hold, so that every colour is readable, gold and rose included. The
formulas are Björn Ottosson's (OKLab) and those of WCAG 2.2 (contrast ratio).
"""

import math
import re
from functools import lru_cache
from typing import Final, NamedTuple

LIGHT_PAPER: Final = "#fffdf8"
LIGHT_TINT: Final = "#f6efe3"
DARK_PAPER: Final = "#171310"
DARK_TINT: Final = "#241e19"
ON_FILL: Final = "#ffffff"
INK: Final = "#1d1814"
"""The letters on paper, and on a filled block whose colour is bright."""

ON_LIGHT: Final = 5.2
"""The least contrast of an accent on the light tint, and of white on a fill."""
ON_DARK: Final = 7.0
"""The least contrast of an accent on the dark tint."""

ON_BRIGHT: Final = 9.0
"""The least contrast of ink on a colour that is bright enough to be a filled block as it is."""
OFF_DARK: Final = 2.2
"""The least contrast of a filled block with the dark paper around it."""

_STEP: Final = 0.005
_HEX = re.compile(r"#(?:[0-9a-f]{3}){1,2}", re.IGNORECASE)
_Triple = tuple[float, float, float]


class Accents(NamedTuple):
    """The tokens that depend on a party's colour, each as `#rrggbb`.

    `accent` and `fill` belong to the light scheme, `glow` is the accent on a dark
    ground in both, `dark_fill` is the filled block of the dark scheme. `bright` is the
    colour itself where it is so light that a filled block can have it, with dark letters; else empty.
    """

    accent: str
    fill: str
    glow: str
    dark_fill: str
    bright: str = ""

    @property
    def block(self) -> tuple[str, str]:
        """The colours of a filled block of the light scheme and of the letters on it."""
        return (self.bright, INK) if self.bright else (self.fill, ON_FILL)


@lru_cache
def make_accents(colour: str) -> Accents:
    """The accents of a party whose colour is `#rgb` or `#rrggbb`; any other text raises ValueError."""
    lightness, chroma, hue = _to_oklch(colour)
    accent = _darken_until(min(lightness, 0.56), chroma, hue)
    glow = _lighten_until(max(lightness, 0.74), min(chroma, 0.14), hue)
    dark_fill = _lift_off(min(lightness, 0.46), min(chroma, 0.165), hue)
    bright = _in_full(colour) if contrast(colour, INK) >= ON_BRIGHT else ""
    return Accents(accent=accent, fill=accent, glow=glow, dark_fill=dark_fill, bright=bright)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours after WCAG, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _darken_until(lightness: float, chroma: float, hue: float) -> str:
    colour = _from_oklch(lightness, chroma, hue)
    while min(contrast(colour, LIGHT_TINT), contrast(colour, ON_FILL)) < ON_LIGHT:
        lightness -= _STEP
        colour = _from_oklch(lightness, chroma, hue)
    return colour


def _lighten_until(lightness: float, chroma: float, hue: float) -> str:
    colour = _from_oklch(lightness, chroma, hue)
    while contrast(colour, DARK_TINT) < ON_DARK:
        lightness += _STEP
        colour = _from_oklch(lightness, chroma, hue)
    return colour


def _lift_off(lightness: float, chroma: float, hue: float) -> str:
    """The fill of the dark scheme: white can be read on it, and it stands out from the dark paper."""
    colour = _darken_until(lightness, chroma, hue)
    while contrast(colour, DARK_PAPER) < OFF_DARK:
        lightness += _STEP
        colour = _from_oklch(lightness, chroma, hue)
    return colour


def _luminance(colour: str) -> float:
    red, green, blue = _read_linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _read_linear(colour: str) -> _Triple:
    """Linear light of red, green and blue, each from 0 to 1."""
    if not _HEX.fullmatch(colour):
        raise ValueError(f"A colour is written #rgb or #rrggbb, not {colour!r}.")
    red, green, blue = (int(_in_full(colour)[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _in_full(colour: str) -> str:
    """`#rrggbb` for `#rgb` too."""
    return colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else float(1.055 * channel ** (1 / 2.4) - 0.055)


def _to_oklch(colour: str) -> _Triple:
    """Lightness from 0 to 1, chroma from 0 to about 0.4, hue in radians."""
    red, green, blue = _read_linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour as `#rrggbb`; chroma is lowered until a screen can show it."""
    channels = _from_oklab(lightness, chroma * math.cos(hue), chroma * math.sin(hue))
    while not all(-0.0001 <= channel <= 1.0001 for channel in channels) and chroma >= 0.002:
        chroma *= 0.97
        channels = _from_oklab(lightness, chroma * math.cos(hue), chroma * math.sin(hue))
    return "#" + "".join(f"{round(_gamma(min(max(channel, 0.0), 1.0)) * 255):02x}" for channel in channels)


def _from_oklab(lightness: float, a: float, b: float) -> _Triple:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
    )
