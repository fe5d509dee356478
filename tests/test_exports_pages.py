"""What the pages count is what the data holds: rows, candidates, posts, and the sizes that links name."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from sitegen.elections.models import Contest
from sitegen.elections.tally import make_tallies
from sitegen.exports import make_exports
from sitegen.kind import Settings, Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.pages import make_pages, make_workshop
from sitegen.site import load_site
from tests import ROOT
from tests.kind_examples import THEME

SITES = {"sample": ROOT, "nec-2020": ROOT / "examples" / "nec-2020"}


@pytest.fixture(scope="module", params=SITES)
def made(request: pytest.FixtureRequest) -> tuple[Site, dict[str, Any]]:
    """A site, and its pages as trees, made when they are asked for."""
    settings = Settings(SITES[request.param], request.param, "https://party.example.org/", date(2026, 3, 10))
    site = load_site(settings, KINDS, PLANNED)
    return site, {page.address: page for page in make_pages(make_workshop(site, PLANNED, [THEME]))}


def tree_of(pages: dict[str, Any], address: str) -> Any:
    """One page as a tree."""
    return html.fromstring(f"<main>{pages[address].make()}</main>")


def rows_of(site: Site, path: str) -> list[dict[str, Any]]:
    """The rows of a dataset as its JSON has them."""
    (export,) = (one for one in make_exports(site) if one.dataset.path == path)
    rows: list[dict[str, Any]] = json.loads(export.files[1].text)["rows"]
    return rows


def cells(tree: Any, section: str, column: int) -> list[str]:
    """The texts of one column of the table in a section; a compact table has its names of columns in attributes."""
    found = tree.xpath(f"//section[@aria-labelledby='{section}']//tbody/tr/*[{column}]")
    assert not any(cell.xpath(".//span[@class='cell-label']") for cell in found)
    return [" ".join(cell.text_content().split()) for cell in found]


def test_every_nomination_of_the_page_is_a_row_and_every_row_is_on_the_page(made: tuple[Site, dict[str, Any]]) -> None:
    site, pages = made
    for contest in site.of(Contest):
        address = f"{contest.address}nominations/"
        if address in pages:
            rows = rows_of(site, f"{contest.id}/nominations")
            tree = tree_of(pages, address)
            shown = Counter(name for cell in cells(tree, "at-list", 3) for name in cell.split(", "))
            assert shown == Counter(row["candidate_name"] for row in rows if row["counted"]), contest.id
            apart = tree.xpath("//section[@aria-labelledby='at-apart']//tbody/tr")
            assert len(apart) == sum(not row["counted"] for row in rows), contest.id


def test_the_totals_of_candidates_are_those_of_the_tally_and_of_their_rows(made: tuple[Site, dict[str, Any]]) -> None:
    site, pages = made
    for contest in site.of(Contest):
        candidates = rows_of(site, f"{contest.id}/candidates")
        linked = tree_of(pages, contest.address).xpath("//*[contains(@class, 'candidate')]//h3/a")
        assert [link.text_content().strip() for link in linked] == [row["name"] for row in candidates]
        tallies = {one.candidate.id: one for one in make_tallies(contest, site)}
        for row in candidates:
            tally = tallies[row["id"]]
            assert row["clps"] == (len(tally.clps) if tally.is_held else None)


def test_every_post_and_holder_of_the_page_is_a_row() -> None:
    settings = Settings(ROOT, "Exampleton", "https://party.example.org/", date(2026, 3, 10))
    site = load_site(settings, KINDS, PLANNED)
    rows = rows_of(site, "officers")
    pages = {page.address: page for page in make_pages(make_workshop(site, PLANNED, [THEME]))}
    text = " ".join(tree_of(pages, "officers/").text_content().split())
    posts = site.entries["officers"]
    assert {row["post"] for row in rows} == {post.id for post in posts}
    assert sum(row["current"] and row["name"] is not None for row in rows) == sum(len(p.fields.held_by) for p in posts)
    assert sum(not row["current"] for row in rows) == sum(len(post.fields.previous) for post in posts)
    assert all(row["title"] in text and (row["name"] or row["title"]) in text for row in rows)


def test_the_page_of_downloads_names_rows_columns_and_sizes_as_they_are(made: tuple[Site, dict[str, Any]]) -> None:
    site, pages = made
    tree = tree_of(pages, "data/")
    for export in make_exports(site):
        (section,) = tree.xpath(f"//section[@aria-labelledby='at-{export.dataset.name}']")
        number = len(export.dataset.rows)
        assert f"{number:,} row" in section.text_content()
        documented = [cell.text_content().strip() for cell in section.xpath(".//tbody/tr/th")]
        assert documented == [column.name for column in export.dataset.columns]
        links = section.xpath(".//ul[@class='files']//a")
        for link, file in zip(links, export.files, strict=True):
            assert link.get("href").endswith(file.address)
            assert link.get("download") == file.saved_as
            size = max(1, round(len(file.text.encode()) / 1000))
            assert f"{file.format}, {size:,} kB" in link.text_content()


def test_a_contest_and_its_list_lead_to_their_data(built_site: Path) -> None:
    for page in ("elections/national-committee-2026/", "elections/national-committee-2026/nominations/", "officers/"):
        text = (built_site / page / "index.html").read_text(encoding="utf-8")
        targets = re.findall(r'href="((?:\.\./)+data/[^"]+\.(?:csv|json))"', text)
        assert {Path(one).suffix for one in targets} == {".csv", ".json"}
        assert all((built_site / page / target).resolve().is_file() for target in targets)
