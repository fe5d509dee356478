"""The stylesheet: every part of the theme's CSS, in one order, small, in the party's colour."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import rcssmin

from sitegen.looks.accent import Accents, make_accents

FIRST: Final = ("styles/tokens.css", "styles/ground.css")
OF_LOOK: Final = "styles/look.css"
"""What a look, or a party, adds to the components; most have none."""
LAST: Final = ("styles/forced-colours.css", "styles/print.css")


def make_stylesheet(theme_dirs: Sequence[Path], colour: str | None) -> str:
    """One stylesheet from `theme_dirs` (the first that holds a file wins), minified.

    The order is `FIRST`, then each component's `style.css` by the component's name,
    then `OF_LOOK` of every theme that has one, the first theme's last, then `LAST`.
    With a `colour` the accents made from it stand behind the theme's own tokens. Fonts
    are referred to by their names alone, so the stylesheet belongs into the folder of the
    assets. Raises ValueError for a colour that is not `#rgb` or `#rrggbb`,
    FileNotFoundError where no theme holds one of the fixed parts.
    """
    first = [_find(theme_dirs, name).read_text("utf-8") for name in FIRST]
    accents = [] if colour is None else [_tokens(make_accents(colour))]
    components = [path.read_text("utf-8") for path in find_component_styles(theme_dirs)]
    of_looks = [(one / OF_LOOK).read_text("utf-8") for one in reversed(theme_dirs) if (one / OF_LOOK).is_file()]
    last = [_find(theme_dirs, name).read_text("utf-8") for name in LAST]
    return minify([first[0], *accents, *first[1:], *components, *of_looks, *last])


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
    return f"{light}\n@media (prefers-color-scheme: dark) {{{dark}}}"


def minify(parts: Iterable[str]) -> str:
    """One small stylesheet from its parts."""
    return str(rcssmin.cssmin("\n".join(parts))) + "\n"
