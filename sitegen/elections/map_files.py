"""Maps of nominations as files of their own, beside the page that shows them."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from sitegen.charts import Chart
from sitegen.charts.standalone import make_map_file
from sitegen.kind import Here, MadeFile, Press, Site
from sitegen.looks.accent import make_accents

USUAL_COLOUR: Final = "#b8231b"
"""The accent where a party has no colour: the theme's own."""


def map_address(page: str, chart: Chart) -> str:
    """Where the file of a map stands: beside its page."""
    return f"{page}{chart.id}.svg"


def map_link(page: str, chart: Chart, here: Here) -> dict[str, str]:
    """The way to the file, for the component `chart`."""
    return {"title": "Open this map large (SVG)", "href": here.url(map_address(page, chart))}


def make_map_files(page: str, charts: Iterable[Chart], site: Site) -> Iterator[MadeFile]:
    """A file for each map of a page, in the party's colour."""
    accent = make_accents(site.party.colour or USUAL_COLOUR).fill
    for chart in charts:
        yield MadeFile(map_address(page, chart), partial(_make, chart, accent))


def _make(chart: Chart, accent: str, _press: Press) -> str:
    return make_map_file(chart, accent)
