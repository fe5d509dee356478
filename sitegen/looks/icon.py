"""The icon of a site in the party's colour."""

from sitegen.looks.accent import ON_FILL, make_accents

THEME_FILL = "#b8231b"
"""The fill in which the theme's own `assets/icon.svg` is drawn."""
THEME_LETTERS = "#fff"
"""The colour of the lines on it."""


def make_icon(drawing: str, colour: str | None) -> str:
    """The SVG `drawing` of the theme, its fill and lines in the pair made from `colour`; None leaves it as it is."""
    if colour is None:
        return drawing
    fill, letters = make_accents(colour).block
    drawn = drawing.replace(THEME_FILL, fill)
    return drawn if letters == ON_FILL else drawn.replace(f'"{THEME_LETTERS}"', f'"{letters}"')
