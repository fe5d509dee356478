"""The pages of nominations say what the rows say: the published lists of 2020, and a made-up contest."""

import re
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from lxml import html
from lxml.html import HtmlElement

from sitegen.kind import Settings, Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.pages import make_pages, make_workshop
from sitegen.pages.page import Page
from sitegen.site import load_site
from tests import ROOT
from tests.kind_examples import THEME

NEC: Final = "elections/nec-2020/"
MADE_UP: Final = "elections/national-committee-2026/"


class Pages:
    """The pages of one site, made when they are asked for."""

    def __init__(self, folder: Path, name: str) -> None:
        settings = Settings(folder, name, "https://party.example.org/", date(2026, 3, 10))
        self.site: Site = load_site(settings, KINDS, PLANNED)
        self.pages: dict[str, Page] = {
            page.address: page for page in make_pages(make_workshop(self.site, PLANNED, [THEME]))
        }

    def read(self, address: str) -> HtmlElement:
        """One page as a tree."""
        return html.fromstring(f"<main>{self.pages[address].make()}</main>")


@pytest.fixture(scope="module")
def nec() -> Pages:
    """The published lists of 2020."""
    return Pages(ROOT / "examples" / "nec-2020", "Archive")


@pytest.fixture(scope="module")
def sample() -> Pages:
    """The sample party."""
    return Pages(ROOT, "Exampleton")


def words(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join(element.text_content().split())


def part(page: HtmlElement, id: str) -> HtmlElement:
    """The section whose heading has that id."""
    (found,) = page.xpath(f"//section[@aria-labelledby='{id}']")
    return found


def read_table(table: HtmlElement) -> list[list[str]]:
    """The cells of a table's body and foot, row by row, without the names of columns in them."""
    for label in table.xpath(".//span[@class='cell-label']"):
        label.text = ""
    return [[words(cell) for cell in row.xpath("./th|./td")] for row in table.xpath("./tbody/tr|./tfoot/tr")]


def tables(page: HtmlElement, id: str) -> list[list[list[str]]]:
    """All tables of a section."""
    return [read_table(table) for table in part(page, id).xpath(".//table")]


def test_the_lists_of_2020_have_115_and_44_local_parties_and_one_union(nec: Pages) -> None:
    (tally,) = tables(nec.read(f"{NEC}nominations/"), "at-tally")
    by_name = {row[0].split(" CLP ")[0].split(" BAME ")[0]: row[1:] for row in tally}
    assert by_name["Jo Bird"] == ["115 stated: 115; listed: 115", "None listed", "Reached. 115 CLPs, 5 needed"]
    assert by_name["Mehmood Mirza"] == ["44", "1 union", "Reached. 44 CLPs, 5 needed"]
    others = [cells for name, cells in by_name.items() if name not in ("Jo Bird", "Mehmood Mirza")]
    assert len(others) == 11
    assert all(cells[0] == "No list held here" for cells in others)


def test_the_grid_of_2020_has_the_printed_totals(nec: Pages) -> None:
    grid, pairs = tables(nec.read(f"{NEC}nominations/"), "at-together")
    assert [int(row[-1]) for row in grid] == [19, 19, 4, 2, 44]
    assert [int(number) for number in grid[-1][1:]] == [24, 9, 8, 3, 44]
    assert all(sum(int(number) for number in row[1:-1]) == int(row[-1]) for row in grid)
    assert [int(row[2]) for row in pairs][:3] == [13, 7, 6]


def test_eighteen_local_parties_of_2020_are_on_both_lists_and_are_named(nec: Pages) -> None:
    (shared,) = tables(nec.read(f"{NEC}nominations/"), "at-overlap")
    ((lists, number, names),) = shared
    assert lists == "Jo Bird and Mehmood Mirza"
    assert number == "18 local parties"
    assert len(names.split("; ")) == 18
    assert "Liverpool, West Derby (printed “Liverpool West Derby”)" in names


def test_113_of_115_have_a_place_on_the_map_and_the_two_others_stand_beside_it(nec: Pages) -> None:
    page = nec.read(f"{NEC}jo-bird/")
    assert "113 of 115 CLPs have a seat and are on the map." in words(part(page, "at-map"))
    (beside,) = part(page, "at-map").xpath(".//*[@class='chart__beside']")
    assert words(beside) == "Without a seat on the map Northern Ireland South Warwickshire"
    drawn = part(page, "at-map").xpath(".//*[local-name()='path'][@class='hex hex--dot']/@d")
    assert max(path.count("z") for path in drawn) == 113
    (rows,) = tables(page, "at-map")
    assert rows[-2:] == [["With a seat", "113", "650"], ["Without a seat", "2", "–"]]


def test_two_lists_stand_on_one_map_apart_and_together(nec: Pages) -> None:
    first = part(nec.read(f"{NEC}nominations/"), "at-map").xpath(".//figure")[0]
    assert [words(one) for one in first.xpath(".//ul[@class='chart__key']/li")] == [
        "Jo Bird alone: 95",
        "Mehmood Mirza alone: 26",
        "Both: 18",
        "No nomination listed: 511",
    ]
    assert read_table(first.xpath(".//table")[0])[-2] == ["With a seat", "95", "26", "18", "650"]


def test_each_map_says_where_it_comes_from(nec: Pages, sample: Pages) -> None:
    for page in (nec.read(f"{NEC}nominations/"), sample.read(f"{MADE_UP}nominations/")):
        maps = [one for one in page.xpath("//figure") if one.xpath(".//*[@class='hex__edge']")]
        assert maps
        assert all("Contains OS data © Crown copyright" in words(one) for one in maps)


def test_regions_add_up_to_the_tally(nec: Pages) -> None:
    (rows,) = tables(nec.read(f"{NEC}nominations/"), "at-regions")
    assert rows[-1] == ["All", "115", "44", "650"]
    assert [sum(int(row[place]) for row in rows[:-1]) for place in (1, 2)] == [115, 44]


def test_the_whole_list_has_each_nominator_once(nec: Pages) -> None:
    (rows,) = tables(nec.read(f"{NEC}nominations/"), "at-list")
    names = [row[0] for row in rows]
    assert len(names) == len(set(names)) == 115 + 44 - 18 + 1
    both = [row[0] for row in rows if row[2] == "Jo Bird, Mehmood Mirza"]
    assert len(both) == 18


def test_endorsements_and_what_was_taken_back_stand_apart_and_in_no_total(sample: Pages) -> None:
    page = sample.read(f"{MADE_UP}nominations/")
    (apart,) = tables(page, "at-apart")
    kinds = {row[2].partition(" on ")[0] for row in apart}
    assert kinds == {"Taken back", "Supporting nomination", "Endorsement"}
    taken = {row[0].partition(" CLP")[0]: row[2] for row in apart if row[2].startswith("Taken back")}
    assert taken["Kenilworth and Southam"] == "Taken back on 9 January 2026"
    (listed,) = tables(page, "at-list")
    kenilworth = [row for row in listed if row[0].startswith("Kenilworth")]
    assert all("Adeyemi Larkspur" not in row[2] for row in kenilworth)


def test_the_newest_nomination_comes_first(sample: Pages) -> None:
    page = sample.read(f"{MADE_UP}nominations/")
    section = part(page, "at-list")
    assert words(section.xpath(".//h2")[0]) == "Every nomination, newest first"
    days = [max(row.xpath(".//time/@datetime"), default="") for row in section.xpath(".//tbody/tr")]
    assert days == sorted(days, reverse=True)
    assert days[0] > "2026-02-20"


def test_reported_confirmed_and_official_stand_apart_and_add_up(sample: Pages) -> None:
    page = sample.read(f"{MADE_UP}nominations/")
    (rows,) = tables(page, "at-evidence")
    larkspur = next(row for row in rows if row[0] == "Adeyemi Larkspur")
    assert sum(int(number) for number in larkspur[1:]) == 88
    munnings = next(row for row in rows if row[0] == "Leopold Munnings")
    assert set(munnings[1:]) == {"No list held here"}


def test_the_weeks_end_at_the_totals_of_the_tally(sample: Pages) -> None:
    page = sample.read(f"{MADE_UP}nominations/")
    (tally,) = tables(page, "at-tally")
    (weeks,) = tables(page, "at-weeks")
    assert len(weeks) == len(tally) == 12
    totals = {row[0]: row[1].split()[0] for row in tally}
    for name, *counts in weeks:
        if "No list held here" not in name:
            total = next(number for full, number in totals.items() if full.startswith(name))
            assert counts[-1] == total, name
            assert [int(one) for one in counts] == sorted(int(one) for one in counts)


def test_candidates_stand_in_one_order_everywhere(sample: Pages) -> None:
    page = sample.read(f"{MADE_UP}nominations/")
    names = [words(one) for one in part(page, "at-tally").xpath(".//tbody/tr/th/a")]
    assert len(names) == 12
    evidence = [row[0] for row in tables(page, "at-evidence")[0]]
    weeks = [row[0].partition(" (")[0] for row in tables(page, "at-weeks")[0]]
    assert evidence == weeks == names
    columns = [words(one) for one in part(page, "at-regions").xpath(".//thead/tr[2]/th")][:-1]
    assert columns == [name for name in names if name in columns]


def test_the_sentence_of_each_rule_is_on_the_page(sample: Pages) -> None:
    rules = words(part(sample.read(f"{MADE_UP}nominations/"), "at-rules"))
    assert "5 CLPs, or 3 affiliates of which 2 unions, together with 5% of the affiliated members" in rules
    assert "2% of 650 CLPs, or 2 unions" in rules
    assert "3 CLPs in Wales" in rules


def test_a_drawing_and_its_table_have_the_same_figures(sample: Pages, nec: Pages) -> None:
    for page in (sample.read(f"{MADE_UP}nominations/"), nec.read(f"{NEC}nominations/")):
        for figure in page.xpath("//figure[.//*[@class='hex__edge']]"):
            drawn = [
                path.get("d").count("z")
                for path in figure.xpath(".//*[local-name()='svg'][@role='img']/*[local-name()='path']")
                if re.fullmatch(r"hex hex--\w+|hex__step", path.get("class"))
            ]
            total = next(row for row in read_table(figure.xpath(".//table")[0]) if row[0] == "With a seat")
            assert drawn == [int(number) for number in total[1:-1] if number != "0"]


def test_ids_are_unique_on_pages_with_many_drawings(sample: Pages, nec: Pages) -> None:
    for page in (sample.read(f"{MADE_UP}nominations/"), nec.read(f"{NEC}jo-bird/"), nec.read(f"{NEC}nominations/")):
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))


def test_the_history_of_a_candidate_is_dated_and_newest_first(sample: Pages) -> None:
    seen = 0
    for address in (one for one in sample.pages if one.startswith("elections/") and one.count("/") == 3):
        page = sample.read(address)
        for section in page.xpath("//section[@aria-labelledby='at-history']"):
            days = section.xpath(".//dt//time/@datetime")
            assert days == sorted(days, reverse=True), address
            seen += len(days)
    assert seen >= 3


def test_every_candidate_of_a_contest_has_the_same_room(sample: Pages) -> None:
    page = sample.read(MADE_UP)
    drawn = page.xpath("//figure//*[local-name()='svg'][@role='img']/*[local-name()='line'][@class='plot__axis']")
    bars = len(drawn)
    cards = [row for id in ("at-local-parties", "at-youth", "at-wales") for row in part(page, id).xpath(".//h3")]
    assert bars == len(cards) == 11, "A bar's line for everyone, those without a list included."
