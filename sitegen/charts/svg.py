"""The frame of every drawing: a title, a description, and ids that no other drawing of the page has."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def draw_frame(id: str, title: str, description: str, parts: Iterable[str], *, kind: str, size: str) -> Markup:
    """A drawing that is read aloud as its title and description; `parts` are finished SVG.

    `kind` is the class that the component `chart` styles; `size` are the attributes that give it room, such as
    `viewBox="0 0 40 20"`, or `height="80"` for one whose places are in per cent of any width.
    """
    frame = Markup(
        '<svg class="{kind}" {size} role="img" aria-labelledby="{id}-title {id}-description">'
        '<title id="{id}-title">{title}</title><desc id="{id}-description">{description}</desc>{parts}</svg>'
    )
    return frame.format(
        kind=kind, size=Markup(size), id=id, title=title, description=description, parts=Markup("".join(parts))
    )


def draw_text(
    words: str, x: float | str, y: float | str, kind: str = "", anchor: str = "", *, has_halo: bool = False
) -> str:
    """One line of text at a place; `anchor` is `middle` or `end`. A halo, painted by the style, lies below letters."""
    named = f' class="{kind}"' if kind else ""
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    below = ' paint-order="stroke"' if has_halo else ""
    return f'<text x="{x}" y="{y}"{named}{anchored}{below}>{escape(words)}</text>'
