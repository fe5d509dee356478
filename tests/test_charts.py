"""Charts: the same figures in the drawing, in its words and in its table; nothing that needs a script or a style."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest

from sitegen.charts.bars import Bar, make_bars
from sitegen.charts.chart import Chart
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
CHARTS: Final = (BARS,)
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
