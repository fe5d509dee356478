"""The pages of the gallery: a list, a page for each component, and a document for each example in each look."""

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from PIL import Image, ImageDraw

from sitegen.component_gallery.components import Component, read_component, render_example
from sitegen.looks.stylesheet import make_sheets, make_stylesheet
from sitegen.theming.folders import LOOKS, find_folders
from sitegen.words import make_id

ROOM: Final = "gallery"
"""The folder of the theme with the gallery's own templates and stylesheet."""
MARK: Final = f"assets/{ROOM}.css"
"""A file that only a gallery has."""

_PICTURE: Final = re.compile(r'(?:src|srcset)="([\w/-]+\.(?:webp|jpg|png))\b')
_CODE: Final = re.compile("`([^`]+)`")
_HEADING: Final = re.compile(r"<h([1-6])\b")


def find_theme() -> Path:
    """The folder of the theme, wherever the package is installed."""
    return Path(str(files("sitegen_clp")))


def make_gallery(own: str | None = None) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file; `own` is a party's folder whose components stand in the theme's place."""
    theme = find_theme()
    folders = {look: find_folders(theme, look, own).all for look in LOOKS}
    environment = _make_environment(folders[LOOKS[0]])
    sheets = make_sheets(folders[LOOKS[0]])
    components = [read_component(folder) for folder in sorted((theme / "components").iterdir()) if folder.is_dir()]
    yield "index.html", _page("index", environment, components=components, root="")
    for component in components:
        shown = [{"name": one.name, "id": make_id(one.name)} for one in component.examples]
        values = {"component": component, "examples": shown, "looks": LOOKS, "root": "../"}
        yield f"{component.name}/index.html", _page("component", environment, **values)
        yield from _make_examples(component, sorted(sheets), environment)
    for look in LOOKS:
        yield f"assets/{look}.css", make_stylesheet(folders[look], None).encode()
    yield from ((f"assets/{name}.css", css.encode()) for name, css in sheets.items())
    yield MARK, (theme / ROOM / "gallery.css").read_bytes()
    yield from ((f"assets/{one.name}", one.read_bytes()) for one in sorted((theme / "assets").glob("*.woff2")))


def _make_environment(folders: tuple[Path, ...]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["with_code"] = _mark_code
    return environment


def _mark_code(text: str) -> Markup:
    """A line of a `component.yml` as HTML: what stands between backticks is code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


def _page(template: str, environment: Environment, **values: object) -> bytes:
    return environment.get_template(f"{ROOM}/{template}.html").render(values).encode()


def _make_examples(
    component: Component, sheets: Sequence[str], environment: Environment
) -> Iterator[tuple[str, bytes]]:
    """A document of its own for each example in each look, and the pictures that it shows.

    It has every sheet: one that stands within others is styled by the sheet that those ask for.
    """
    for example in component.examples:
        markup = render_example(component, example, environment)
        values: Mapping[str, object] = {
            "title": f"{component.name}: {example.name}",
            "markup": markup,
            "levels": _missing_levels(markup),
            "root": "../",
            "sheets": sheets,
        }
        for look in LOOKS:
            yield (
                f"{component.name}/{make_id(example.name)}-{look}.html",
                _page("example", environment, look=look, **values),
            )
        for name in sorted(set(_PICTURE.findall(markup))):
            yield f"{component.name}/{name}", _draw(Path(name).suffix)


def _missing_levels(markup: Markup) -> list[int]:
    """The levels of headings that a page has above the first one of an example."""
    first = _HEADING.search(markup)
    return list(range(1, int(first[1]))) if first else [1]


def _draw(ending: str) -> bytes:
    """A picture that stands for any picture: a hill, a sun, nobody in particular."""
    picture = Image.new("RGB", (960, 640), "#e9dcc6")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((640, 90, 800, 250), fill="#b8231b")
    pen.polygon([(0, 640), (0, 430), (320, 300), (620, 470), (960, 380), (960, 640)], fill="#1d1814")
    file = BytesIO()
    picture.save(file, {".webp": "WEBP", ".jpg": "JPEG", ".png": "PNG"}[ending])
    return file.getvalue()
