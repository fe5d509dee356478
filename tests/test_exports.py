"""Open data: safe cells, the same rows in CSV and JSON, every column explained, and what the pages count."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system
from hypothesis import given
from hypothesis import strategies as st

from sitegen.datasets import CellType, Column, Dataset, make_dataset
from sitegen.elections.models import Contest
from sitegen.elections.thresholds import sentence
from sitegen.exports import make_exports
from sitegen.exports.csv_text import make_csv, plain_text, safe_text
from sitegen.kind import Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.site import load_site
from tests import ROOT
from tests.kind_examples import make_settings
from tests.parties import write_party
from tools import draw_nominations

FORMULAS = ("=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "-", "=", "\N{FULLWIDTH EQUALS SIGN}1")
EXAMPLE = ROOT / "examples" / "nec-2020"

WORDS: Column[str] = Column("words", "Words", "As they are.", lambda one: one)
LENGTH: Column[str] = Column(
    "length", "Length", "How long they are, below nothing.", lambda one: -len(one), CellType.NUMBER
)


@pytest.fixture(scope="module")
def sample() -> Site:
    """The sample site, loaded."""
    return load_site(make_settings(ROOT), KINDS, PLANNED)


@pytest.fixture(scope="module")
def nec_2020() -> Site:
    """The example made from published lists, loaded."""
    return load_site(make_settings(EXAMPLE), KINDS, PLANNED)


def read_csv(text: str) -> list[dict[str, str]]:
    """The rows of a CSV file as a program reads them."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def words_of(*texts: str) -> Dataset:
    """A dataset of texts, each with a number."""
    return make_dataset("words", "Words", "Some words.", (WORDS, LENGTH), texts)


def as_written(row: dict[str, Any]) -> dict[str, str]:
    """A row of the JSON as the CSV has it, guards taken away."""
    words = {None: "", True: "true", False: "false"}
    return {
        name: words[cell]
        if cell is None or isinstance(cell, bool)
        else f"{Decimal(str(cell)):f}"
        if isinstance(cell, float)
        else str(cell)
        for name, cell in row.items()
    }


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_could_be_a_formula_has_an_apostrophe_before_it(text: str) -> None:
    assert safe_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ann", "’-", "'Appy", "a=1", "1-2", "–", "Ynys Môn", "Ann @ home"])
def test_a_harmless_text_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


@given(st.text() | st.from_regex(r"\A'*\s*[=+@-].*", fullmatch=True))
def test_no_cell_begins_as_a_formula_and_every_text_is_found_again(text: str) -> None:
    cell = safe_text(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert not cell.startswith(("\t", "\r", "\n"))
    assert plain_text(cell) == text


@given(st.lists(st.text(st.characters(codec="utf-8")), max_size=4))
def test_any_text_comes_back_from_the_file(texts: list[str]) -> None:
    rows = read_csv(make_csv(words_of(*texts)))
    assert [plain_text(row["words"]) for row in rows] == texts


def test_a_number_below_nothing_stays_a_number() -> None:
    assert make_csv(words_of("-")) == "words,length\r\n'-,-1\r\n"


def test_a_semicolon_is_quoted_since_some_spreadsheets_part_cells_there() -> None:
    assert make_csv(words_of("a;=1+1")) == 'words,length\r\n"a;=1+1",-6\r\n'


def test_a_notice_stands_in_every_row() -> None:
    dataset = make_dataset("words", "Words", "Some words.", (WORDS,), ("a", "b"), notice="Made up.")
    assert make_csv(dataset) == "words,notice\r\na,Made up.\r\nb,Made up.\r\n"


def test_csv_and_json_hold_the_same_rows(sample: Site, nec_2020: Site) -> None:
    compared = 0
    for export in (*make_exports(sample), *make_exports(nec_2020)):
        rows = read_csv(export.files[0].text)
        whole = json.loads(export.files[1].text)
        assert [{name: plain_text(cell) for name, cell in row.items()} for row in rows] == [
            as_written(row) for row in whole["rows"]
        ]
        assert len(rows) == len(export.dataset.rows)
        compared += len(rows)
    assert compared > 500


def test_every_column_is_explained_and_named_as_columns_are(sample: Site) -> None:
    for export in make_exports(sample):
        names = [column.name for column in export.dataset.columns]
        assert len(set(names)) == len(names)
        for column in export.dataset.columns:
            assert column.description.endswith((".", "?")), f"{export.dataset.path}: {column.name}"
            assert column.title
        assert names[0] == "id"
        ids = [row[0] for row in export.dataset.rows]
        assert len(set(ids)) == len(ids)


def test_the_package_and_all_its_tables_are_valid_to_frictionless(built_site: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(built_site / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])
    assert len(report.tasks) >= 7


def test_the_package_lists_every_file_with_its_size(built_site: Path) -> None:
    package = json.loads((built_site / "data" / "datapackage.json").read_text(encoding="utf-8"))
    listed = {}
    for resource in package["resources"]:
        listed[resource["path"]] = resource["bytes"]
        listed[resource["json"]["path"]] = resource["json"]["bytes"]
    files = [path for path in (built_site / "data").rglob("*") if path.suffix in (".csv", ".json")]
    sizes = {str(path.relative_to(built_site / "data")): path.stat().st_size for path in files}
    assert listed == {name: size for name, size in sizes.items() if name != "datapackage.json"}


def test_the_package_says_licence_source_and_day(built_site: Path) -> None:
    package = json.loads((built_site / "data" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    nominations = next(one for one in package["resources"] if one["name"] == "national-committee-2026-nominations")
    assert nominations["as_at"] == "2026-03-02"
    assert any("Office for National Statistics" in source["title"] for source in nominations["sources"])
    assert "made up" in nominations["notice"]


def test_a_table_read_again_has_the_types_of_its_columns(built_site: Path) -> None:
    with system.use_context(trusted=True):
        package = Package(str(built_site / "data" / "datapackage.json"))
        rows = package.get_table_resource("national-committee-2026-candidates").read_rows()
    by_id = {row["id"]: row for row in rows}
    assert by_id["adeyemi-larkspur"]["clps"] == 88
    assert by_id["adeyemi-larkspur"]["list_held"] is True


def test_files_have_lines_as_rfc_4180_wants_and_no_byte_order_mark(built_site: Path) -> None:
    for path in (built_site / "data").rglob("*.csv"):
        content = path.read_bytes()
        assert content.startswith(b"id,")
        records = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
        assert content.endswith(b"\r\n")
        assert content.count(b"\r\n") == len(records)  # a text may have lines of its own, within quotation marks


def test_of_a_candidate_without_a_list_the_data_says_nothing(nec_2020: Site) -> None:
    (export,) = (one for one in make_exports(nec_2020) if one.dataset.path == "nec-2020/candidates")
    rows = json.loads(export.files[1].text)["rows"]
    held = {row["id"]: row for row in rows if row["list_held"]}
    assert sorted(held) == ["jo-bird", "mehmood-mirza"]
    assert (held["jo-bird"]["clps"], held["mehmood-mirza"]["clps"], held["mehmood-mirza"]["unions"]) == (115, 44, 1)
    counts = ("clps", "unions", "socialist_societies", "branches", "organisations", "supporting", "retracted")
    for row in rows:
        if not row["list_held"]:
            assert {row[name] for name in (*counts, "threshold")} == {None}


def test_the_example_carries_its_notice_in_every_row(nec_2020: Site) -> None:
    for export in make_exports(nec_2020):
        assert all("not published by or for any candidate" in row["notice"] for row in read_csv(export.files[0].text))


def test_made_up_contests_are_marked_in_their_data(sample: Site) -> None:
    for export in make_exports(sample):
        if export.dataset.folder == "national-committee-2026":
            assert all("made up" in row["notice"] for row in read_csv(export.files[0].text))


SECRETS = {
    "data/contests/chair.yml": "title: Chair\npositions: [{id: chair, title: Chair}]\nlists_complete: yes\n",
    "data/contests/hidden.yml": "title: Hidden\nvisibility: unlisted\npositions: [{id: chair, title: Chair}]\n",
    "content/candidates/chair/ann.md": "---\nname: Ann Example\n---\n",
    "content/candidates/chair/bea.md": "---\nname: Bea Secret\ndraft: yes\n---\n",
    "content/candidates/chair/cy.md": "---\nname: Cy Secret\nvisibility: unlisted\n---\n",
    "content/candidates/hidden/dot.md": "---\nname: Dot Secret\n---\n",
    "data/nominations/chair.csv": (
        "candidate,nominator,type\nann,=Riverside branch,branch\nbea,Secret branch,branch\ncy,Secret branch,branch\n"
    ),
    "data/nominations/hidden.csv": "candidate,nominator,type\ndot,Secret branch,branch\n",
}


def test_nothing_that_is_not_listed_stands_in_the_data(tmp_path: Path) -> None:
    exports = make_exports(load_site(make_settings(write_party(tmp_path, SECRETS)), KINDS, PLANNED))
    assert [one.dataset.path for one in exports] == ["chair/candidates", "chair/nominations"]
    for export in exports:
        for file in export.files:
            assert "Ann" in file.text
            assert "Secret" not in file.text


def test_json_holds_the_plain_text_that_csv_guards(tmp_path: Path) -> None:
    exports = make_exports(load_site(make_settings(write_party(tmp_path, SECRETS)), KINDS, PLANNED))
    as_csv, as_json = exports[1].files
    assert read_csv(as_csv.text)[0]["nominator"] == "'=Riverside branch"
    assert json.loads(as_json.text)["rows"][0]["nominator"] == "=Riverside branch"


def test_a_site_without_data_has_no_page_of_data(tmp_path: Path) -> None:
    assert make_exports(load_site(make_settings(write_party(tmp_path)), KINDS, PLANNED)) == ()


def test_the_sample_contest_is_drawn_by_the_tool_that_says_so(tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.csv"
    draw_nominations.main(drawn)
    assert drawn.read_bytes() == (ROOT / draw_nominations.FILE).read_bytes()


def test_the_sample_contest_shows_all_that_a_contest_can_have(sample: Site) -> None:
    contest = next(one for one in sample.of(Contest) if one.id == "national-committee-2026")
    exports = {one.dataset.path: json.loads(one.files[1].text)["rows"] for one in make_exports(sample)}
    candidates, rows = exports[f"{contest.id}/candidates"], exports[f"{contest.id}/nominations"]
    assert len(candidates) == 12
    assert len({row["position"] for row in candidates} - {None}) == len(contest.fields.positions) == 3
    assert len({sentence(one.threshold) for one in contest.fields.positions if one.threshold}) == 3
    days = sorted(date.fromisoformat(row["date"]) for row in rows if row["counted"])
    assert (days[-1] - days[0]).days >= 70
    assert {row["type"] for row in rows if row["counted"]} == {"clp", "union", "socialist-society"}
    assert sum(row["retracted_on"] is not None for row in rows) >= 2
    assert {row["kind"] for row in rows} == {"nomination", "supporting", "endorsement"}
    assert {row["threshold"] for row in candidates} == {"reached", "not-reached", "not-checked", None}
