"""Charts: the same figures in the drawing, in its words and in its table; nothing that needs a script or a style."""

import gzip
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest

from sitegen.charts.bars import Bar, make_bars
from sitegen.charts.chart import Chart
from sitegen.charts.hexmap import SIGNS, STEPS, SeatState, draw_sign, make_hexmap
from sitegen.charts.lattice import centre, hexagons, map_size
from sitegen.charts.regions import draw_region_names
from sitegen.charts.spans import make_spans
from sitegen.charts.standalone import make_map_file
from sitegen.charts.timeline import Line, make_timeline
from sitegen.register import BOUNDARIES, load_register
from tests import ROOT

GOLDEN: Final = ROOT / "tests" / "golden" / "charts"
BARS: Final = make_bars(
    "bars",
    "Nominations by local parties",
    [Bar("Ann & Co", 115), Bar("Bea", 4), Bar("Cy", None, "No list held here")],
    columns=("Candidate", "CLPs"),
    threshold=5,
    threshold_words="5 needed",
)
TIMELINE: Final = make_timeline(
    "timeline",
    "How the nominations grew",
    [
        Line("Ann & Co", (date(2026, 1, 14), date(2026, 1, 14), date(2026, 2, 3))),
        Line("Bea", (date(2026, 1, 22),)),
        Line("Cy", (), "No list held here"),
    ],
    heading="Candidate",
    threshold=2,
    threshold_words="2 needed",
)


def make_map(id: str, year: int, number: int, signs: Sequence[str]) -> Chart:
    """A map of every third seat or so, in as many states as there are signs."""
    seats = load_register(year).seats[:: max(1, 650 // number)][:number]
    states = [SeatState(f"State {sign}", seats[place :: len(signs)], sign) for place, sign in enumerate(signs)]
    states[0] = SeatState(states[0].words, states[0].seats, signs[0], ("Labour International",))
    return make_hexmap(id, "Where Ann was nominated", year, states, rest="No nomination listed", what="nominations")


MAP: Final = make_map("map-2010", 2010, 113, ["dot"])
CHOICES: Final = make_map("map-choices", 2024, 325, list(SIGNS))
WEEKS: Final = make_map("map-weeks", 2024, 216, list(STEPS))
CHARTS: Final = (BARS, TIMELINE, MAP, CHOICES, WEEKS)
every_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)


@every_chart
def test_a_drawing_is_as_expected(chart: Chart, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / f"{chart.id}.svg", str(chart.svg).replace("><", ">\n<") + "\n")


@every_chart
def test_a_drawing_has_a_title_a_description_and_ids_of_its_own(chart: Chart) -> None:
    drawing = ElementTree.fromstring(chart.svg)
    assert drawing.get("role") == "img"
    named = [drawing.find(f".//*[@id='{id}']") for id in drawing.attrib["aria-labelledby"].split()]
    assert [(one.tag, one.text) for one in named if one is not None] == [
        ("title", chart.title),
        ("desc", chart.description),
    ]
    ids = re.findall(r'\bid="([^"]*)"', chart.svg)
    assert len(ids) == len(set(ids))
    assert all(id.startswith(f"{chart.id}-") for id in ids)


@every_chart
def test_a_drawing_works_without_styles_or_scripts_of_its_own(chart: Chart) -> None:
    assert not re.search(r"style=|<style|<script|\son[a-z]+=|href=\"http", chart.svg)


@every_chart
def test_every_row_of_a_table_has_as_many_cells_as_there_are_columns(chart: Chart) -> None:
    assert {len(row) for row in (*chart.rows, *chart.foot)} == {len(chart.columns)}


def test_bars_stand_on_one_scale_and_a_list_that_is_not_held_has_none() -> None:
    widths = re.findall(r'class="plot__bar"[^>]*width="([^"]*)"', BARS.svg)
    assert widths == ["100%", "3.478%"]
    assert [row[1] for row in BARS.rows] == [115, 4, "No list held here"]
    assert "Cy: No list held here" in BARS.description
    assert BARS.svg.count("4.348%") == 6, "The line of the threshold crosses each bar at 5 of 115."


def test_thousands_are_printed_with_a_comma() -> None:
    chart = make_bars("votes", "Votes", [Bar("Ann", 12345)], columns=("Candidate", "Votes"))
    assert chart.cells == (("Ann", "12,345"),)
    assert chart.heads[1]["number"]
    assert ">12,345<" in chart.svg


def test_a_time_line_counts_up_to_the_end_of_each_week() -> None:
    assert TIMELINE.columns == ("Candidate", "By 18 January", "By 25 January", "By 1 February", "By 8 February")
    assert TIMELINE.rows == (
        ("Ann & Co", 2, 2, 2, 3),
        ("Bea", 0, 1, 1, 1),
        ("Cy (No list held here)", "–", "–", "–", "–"),
    )
    assert 'd="M0 100H71.43V33.33H785.7V0H1000"' in TIMELINE.svg


def test_spans_are_whole_weeks_as_few_as_will_do() -> None:
    days = [date(2026, 1, 14), date(2026, 3, 12)]
    assert [span.words for span in make_spans(days, 4)] == [
        "12 January to 1 February",
        "2 to 22 February",
        "23 February to 15 March",
    ]
    assert len(make_spans(days, 20)) == 9
    assert make_spans([], 4) == ()


@pytest.mark.parametrize("year", BOUNDARIES)
def test_every_seat_has_a_place_of_its_own_inside_the_map(year: int) -> None:
    places = [centre(seat, year) for seat in load_register(year).seats]
    width, height = map_size(year)
    assert len(set(places)) == 650
    assert all(7 < x < width - 7 and 8 < y < height - 8 for x, y in places)
    assert hexagons(load_register(year).seats, year).count("z") == 650


LETTER, TALL = 6.2, 8
"""How wide and how high a letter of a name on the map is, at most on average, in units of the map."""


@pytest.mark.parametrize("year", BOUNDARIES)
def test_no_name_of_a_region_covers_a_seat(year: int) -> None:
    seats = load_register(year).seats
    numbers = Counter(str(seat.region) for seat in seats)
    drawn = "".join(draw_region_names(numbers, year))
    names = re.findall(r'<text x="(\d+)" y="(\d+)" class="hex__name"( text-anchor="end")?[^>]*>([^<]+)</text>', drawn)
    assert len(names) == len(numbers) == 12
    for x, y, is_end, words in names:
        end = int(x) if is_end else int(x) + LETTER * len(words)
        begin = end - LETTER * len(words)
        covered = [
            seat.name
            for seat, (across, down) in ((seat, centre(seat, year)) for seat in seats)
            if begin - 6 < across < end + 6 and int(y) - TALL - 6 < down < int(y) + 6
        ]
        assert not covered, (words, covered)


@pytest.mark.parametrize("year", BOUNDARIES)
def test_no_line_to_a_region_runs_through_the_sign_of_a_seat(year: int) -> None:
    lines = re.findall(r'class="hex__line" d="M(\d+) (\d+)([^"]*)"', "".join(draw_region_names({}, year)))
    assert len(lines) == 3
    for x, y, way in lines:
        points = [(float(x), float(y))]
        for kind, to, down in re.findall(r"([LH])(\d+)(?: (\d+))?", way):
            points.append((float(to), float(down) if kind == "L" else points[-1][1]))
        for start, end in pairwise(points):
            steps = [
                (start[0] + (end[0] - start[0]) * n / 50, start[1] + (end[1] - start[1]) * n / 50) for n in range(51)
            ]
            assert all(dist(centre(seat, year), at) > 4 for seat in load_register(year).seats for at in steps)


@pytest.mark.parametrize("chart", [MAP, CHOICES, WEEKS], ids=lambda chart: chart.id)
def test_a_map_draws_as_many_hexagons_as_its_table_and_its_key_count(chart: Chart) -> None:
    drawn = [path.count("z") for path in re.findall(r'<path class="hex(?: hex--\w+|__step)" d="([^"]*)"', chart.svg)]
    totals = chart.foot[0][1:-1]
    assert drawn == list(totals)
    assert [sum(int(row[place]) for row in chart.rows) for place in range(1, len(chart.columns) - 1)] == list(totals)
    assert sum(int(one.words.rpartition(": ")[2]) for one in chart.key) == 650
    assert chart.foot[1][1] == 1, "A party without a seat is counted apart."
    assert [one.words for one in chart.beside] == ["Labour International"]


def test_a_map_says_where_its_data_come_from() -> None:
    assert "Office for National Statistics" in MAP.attribution
    assert "Crown copyright" in MAP.attribution


@pytest.mark.parametrize("year", BOUNDARIES)
def test_a_map_of_all_seats_in_all_states_is_light(year: int) -> None:
    full = make_map("full", year, 650, list(SIGNS))
    assert len(gzip.compress(full.svg.encode(), 6)) < 6_000


def test_states_are_told_apart_by_the_shape_of_their_signs_alone() -> None:
    def strokes(sign: str) -> tuple[str, ...]:
        return tuple(re.findall(r'<path class="(?:hex__sign|hex__step)[^"]*" d="([^"]*)"', draw_sign(sign)))

    dots = {"dot", "point"}
    for one, other in combinations([*SIGNS, *STEPS], 2):
        assert strokes(one) != strokes(other) or {one, other} == dots, (one, other)


@pytest.mark.parametrize("chart", [MAP, CHOICES, WEEKS], ids=lambda chart: chart.id)
def test_a_map_as_a_file_needs_no_stylesheet_and_carries_its_key_and_its_source(
    chart: Chart, golden: Callable[[Path, str], None]
) -> None:
    text = make_map_file(chart, "#b8231b")
    drawing = ElementTree.fromstring(text)
    assert "class=" not in text
    assert "style" not in text
    painted = [one for one in drawing.iter() if one.tag.endswith(("}path", "}rect"))]
    assert painted
    assert all(one.get("fill") or one.get("stroke") for one in painted)
    said = " ".join(one.text or "" for one in drawing.iter() if one.tag.endswith("}text"))
    assert all(one.words in said for one in (*chart.key, *chart.beside))
    assert chart.attribution in said
    if chart is MAP:
        golden(GOLDEN / "map-file.svg", text.replace("><", ">\n<"))
