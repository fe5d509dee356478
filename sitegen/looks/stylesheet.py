"""The stylesheet: every part of the theme's CSS, in one order, small, in the party's colour."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import rcssmin

from sitegen.looks.accent import INK, Accents, make_accents

FIRST: Final = ("styles/tokens.css", "styles/ground.css")
OF_LOOK: Final = "styles/look.css"
"""What a look, or a party, adds to the components; most have none."""
LAST: Final = ("styles/forced-colours.css", "styles/print.css")


def make_stylesheet(theme_dirs: Sequence[Path], colour: str | None, name: str = "", address: str = "") -> str:
    """One stylesheet from `theme_dirs` (the first that holds a file wins), minified.

    The order is `FIRST`, then each component's `style.css` by the component's name,
    then `OF_LOOK` of every theme that has one, the first theme's last, then `LAST`.
    With a `colour` the accents made from it stand behind the theme's own tokens. The `name` of
    the party and the `address` of the site stand at the edges of printed pages. Fonts
    are referred to by their names alone, so the stylesheet belongs into the folder of the
    assets. Raises ValueError for a colour that is not `#rgb` or `#rrggbb`,
    FileNotFoundError where no theme holds one of the fixed parts.
    """
    first = [_find(theme_dirs, name).read_text("utf-8") for name in FIRST]
    accents = [] if colour is None else [_tokens(make_accents(colour))]
    components = [path.read_text("utf-8") for path in find_component_styles(theme_dirs)]
    of_looks = [(one / OF_LOOK).read_text("utf-8") for one in reversed(theme_dirs) if (one / OF_LOOK).is_file()]
    last = [_find(theme_dirs, name).read_text("utf-8") for name in LAST]
    edges = [_page_edges(name, address)] if name else []
    return minify([first[0], *accents, *first[1:], *components, *of_looks, *last, *edges])


def make_sheets(theme_dirs: Sequence[Path]) -> Mapping[str, str]:
    """The stylesheets that only some pages need, minified, by name: every `<name>.css` of components but `style.css`.

    A component that has one asks for it with `data-sheet="<name>"` in its markup; it stands behind the main one.
    """
    found: dict[str, dict[str, str]] = {}
    for theme in theme_dirs:
        for path in theme.glob("components/*/*.css"):
            if path.stem != "style":
                found.setdefault(path.stem, {}).setdefault(path.parent.name, path.read_text("utf-8"))
    return {name: minify(styles[one] for one in sorted(styles)) for name, styles in sorted(found.items())}


def find_component_styles(theme_dirs: Sequence[Path]) -> list[Path]:
    """The `style.css` of each component, by the component's name; the first theme that holds one wins."""
    found: dict[str, Path] = {}
    for theme in theme_dirs:
        for path in theme.glob("components/*/style.css"):
            found.setdefault(path.parent.name, path)
    return [found[name] for name in sorted(found)]


def _find(theme_dirs: Iterable[Path], name: str) -> Path:
    for theme in theme_dirs:
        if (theme / name).is_file():
            return theme / name
    raise FileNotFoundError(f"No theme holds {name}.")


def _tokens(accents: Accents) -> str:
    light = f":root {{--accent: {accents.accent}; --fill: {accents.fill}; --glow: {accents.glow}}}"
    dark = f":root {{--accent: var(--glow); --fill: {accents.dark_fill}}}"
    both = f":root {{--fill: {accents.bright}; --on-fill: {INK}; --edge: var(--ink)}}" if accents.bright else ""
    return f"{light}\n@media (prefers-color-scheme: dark) {{{dark}}}\n{both}"


def _page_edges(name: str, address: str) -> str:
    """What paper says on each page but the first, which has the masthead, and where the page comes from."""
    look = "font: 9pt sans-serif; color: #333"
    top = f"@top-left {{content: {_quoted(name)}; {look}}}"
    bottom = f"@bottom-left {{content: {_quoted(address)}; {look}}}"
    return f"@page {{{top} {bottom}}}\n@page :first {{@top-left {{content: none}}}}"


def _quoted(text: str) -> str:
    """A string of CSS: whatever is no plain letter, figure or space is written as its number."""
    return '"' + "".join(one if one.isalnum() or one in " .:/-" else f"\\{ord(one):x} " for one in text) + '"'


def minify(parts: Iterable[str]) -> str:
    """One small stylesheet from its parts."""
    return str(rcssmin.cssmin("\n".join(parts))) + "\n"
