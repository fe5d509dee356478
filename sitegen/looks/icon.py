"""The icon of a site in the party's colour."""

from sitegen.looks.accent import make_accents

THEME_FILL = "#b8231b"
"""The fill in which the theme's own `assets/icon.svg` is drawn."""


def make_icon(drawing: str, colour: str | None) -> str:
    """The SVG `drawing` of the theme, its fill replaced by that of `colour`; None leaves it as it is."""
    return drawing if colour is None else drawing.replace(THEME_FILL, make_accents(colour).fill)
