"""Maps of nominations as files of their own, beside the page that shows them."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from sitegen.charts import Chart
from sitegen.charts.standalone import make_map_file
from sitegen.elections.models import Contest
from sitegen.elections.pictures import map_candidate
from sitegen.elections.tally import Tally
from sitegen.kind import Here, MadeFile, Press, Site
from sitegen.looks.accent import make_accents

USUAL_COLOUR: Final = "#b8231b"
"""The accent where a party has no colour: the theme's own."""

CANDIDATE_MAP: Final = "map"
"""The id of a candidate's map on the candidate's page, and the name of its file."""


def map_address(page: str, chart: Chart) -> str:
    """Where the file of a map stands: beside its page."""
    return f"{page}{chart.id}.svg"


def map_link(page: str, chart: Chart, here: Here) -> dict[str, str]:
    """The way to the file, for the component `chart`."""
    return {"title": "Open this map large (SVG)", "href": here.url(map_address(page, chart))}


def make_map_files(page: str, charts: Iterable[Chart], site: Site) -> Iterator[MadeFile]:
    """A file for each map of a page, in the party's colour."""
    for chart in charts:
        yield MadeFile(map_address(page, chart), partial(_make, chart, site))


def make_candidate_map_file(tally: Tally, contest: Contest, site: Site) -> MadeFile:
    """The map of one candidate who has one, drawn when it is written."""
    return MadeFile(f"{tally.candidate.address}{CANDIDATE_MAP}.svg", partial(_make_candidate, tally, contest, site))


def _make_candidate(tally: Tally, contest: Contest, site: Site, press: Press) -> str:
    chart = map_candidate(tally, contest, CANDIDATE_MAP)
    assert chart is not None  # only candidates with a seat on the map get the file
    return _make(chart, site, press)


def _make(chart: Chart, site: Site, _press: Press) -> str:
    return make_map_file(chart, make_accents(site.party.colour or USUAL_COLOUR).fill)
