"""`sitegen import nominations`: what people paste becomes rows, in whatever form it comes."""

import shutil
from pathlib import Path

import pytest
from click.testing import Result

from tests import ROOT
from tests.importing import COMMITTEE, LIST, names_of, paste, rows_of, run
from tests.parties import write_party

PASTED = ROOT / "tests" / "pasted"
EXAMPLE = ROOT / "examples" / "nec-2020"


@pytest.fixture
def party(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small party with a contest of two candidates, and no list yet; commands run in its folder."""
    monkeypatch.chdir(tmp_path)
    return write_party(tmp_path, COMMITTEE)


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example of published lists, without its list."""
    folder = tmp_path
    monkeypatch.chdir(folder)
    for name in ("content", "data"):
        shutil.copytree(EXAMPLE / name, folder / name)
    shutil.copy(EXAMPLE / "mkdocs.yml", folder)
    (folder / "data/nominations/nec-2020.csv").unlink()
    return folder


def read_2020(list_of: str, *options: str) -> Result:
    """Import one of the two lists of 2020."""
    file = str(PASTED / f"nec-2020-{list_of}.txt")
    return run("import", "nominations", file, "--contest", "nec-2020", "--candidate", list_of, *options)


def test_both_lists_of_2020_become_the_rows_of_the_example(example: Path) -> None:
    first, second = read_2020("jo-bird"), read_2020("mehmood-mirza")
    assert (first.exit_code, second.exit_code) == (0, 0), first.stdout + second.stdout
    assert "New (115)" in first.stdout
    assert "says 115, and as many were found" in first.stdout
    assert "New (45)" in second.stdout
    assert "says 44, and as many were found" in second.stdout
    columns = ("candidate", "nominator", "type", "kind", "leader", "deputy")
    made = [tuple(row[name] for name in columns) for row in rows_of(example, "data/nominations/nec-2020.csv")]
    published = rows_of(EXAMPLE, "data/nominations/nec-2020.csv")
    assert made == [tuple(row[name] for name in columns) for row in published if row["kind"] == "nomination"]
    assert "error" not in run("check", "--format", "github").stdout


def test_the_wrong_spellings_of_2020_are_asked_for_until_they_are_confirmed(example: Path) -> None:
    confirmed = (example / "data/nominations/nec-2020.aliases.yml").read_text(encoding="utf-8")
    (example / "data/nominations/nec-2020.aliases.yml").unlink()
    result = read_2020("jo-bird")
    assert result.exit_code == 1
    assert "New (101)" in result.stdout
    assert "Not clear (14)" in result.stdout
    suggested = [line.strip() for line in result.stdout.splitlines() if line.startswith("  ") and ": " in line]
    asked = [line for line in confirmed.splitlines() if ": " in line and not line.startswith((" ", "#"))]
    assert len(asked) == 12
    assert set(asked) <= set(suggested)
    assert "'South Warwickshire' is no constituency of 2010, and none has a name like it." in result.stdout
    assert not (example / "data/nominations/nec-2020.csv").exists()


def test_a_list_pasted_again_writes_nothing(example: Path) -> None:
    read_2020("mehmood-mirza")
    before = (example / "data/nominations/nec-2020.csv").read_bytes()
    again = read_2020("mehmood-mirza")
    assert again.exit_code == 0
    assert "There already (45)" in again.stdout
    assert "There is nothing new to write." in again.stdout
    assert (example / "data/nominations/nec-2020.csv").read_bytes() == before


FORMS: dict[str, str | bytes] = {
    "numbers": "1. Bath\n2. Bristol West\n",
    "numbers with brackets": "(1) Bath\n2) Bristol West\n",
    "numbers and tabs from Word": "1.\tBath\n2.\tBristol West\n",
    "bullets": "• Bath\n• Bristol West\n",
    "bullets of Word": "o\tBath\n\xb7\tBristol West\n",
    "hyphens": "- Bath\n– Bristol West\n",
    "ticks from Facebook": "✅ Bath CLP\n✅Bristol West CLP\n",
    "hard spaces": "\xa0\xa0Bath\xa0\nBristol\xa0West\n",
    "signs that nobody sees": "\ufeffBath\u200b\n\u2060Bristol\u200d West\u200e\n",
    "smart quotes": "“Bath”\n‘Bristol West’\n",
    "party names": "Bath CLP\nBristol West Constituency Labour Party\n",
    "stars of Markdown": "* **Bath**\n* **Bristol West**\n",
    "line ends of Windows": "Bath\r\nBristol West\r\n",
    "soft line ends of Word": "Bath\x0bBristol West",
    "commas": "Bath, Bristol West",
    "commas and a last and": "Bath, Bristol West and Bath",
    "headings and counts": "CLP nominations so far:\n\nSouth West\nBath\nBristol West\n\nTotal: 2\n2 CLPs\n",
    "marks behind": "Bath*\nBristol West,\n",
    "capitals": "BATH\nbristol west\n",
    "a candidate's heading": "JO EXAMPLE\nBath\nBristol West\n",
    "UTF-16": "Bath\nBristol West\n".encode("utf-16"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_list_is_read_in_the_form_in_which_people_paste_it(form: str, party: Path) -> None:
    result = paste(party, FORMS[form])
    assert result.exit_code == 0, result.stdout + result.stderr
    assert [name.casefold() for name in names_of(party)] == ["bath", "bristol west"]


@pytest.mark.parametrize(
    "line",
    [
        "Bath (Kim Lead; Lee Deputy)",
        "3. Bath CLP [Kim Lead / Lee Deputy]",
        "Bath\tKim Lead\tLee Deputy",
        "Bath (Deputy: Lee Deputy; Leader: Kim Lead)",
        "Bath – Kim Lead; Lee Deputy",
        "Bath: Kim Lead, Lee Deputy",
    ],
)
def test_whom_they_named_beside_goes_into_its_columns(line: str, party: Path) -> None:
    result = paste(party, line)
    assert result.exit_code == 0, result.stdout + result.stderr
    (row,) = rows_of(party)
    assert (row["nominator"], row["leader"], row["deputy"]) == ("Bath", "Kim Lead", "Lee Deputy")


def test_a_gap_or_a_dash_in_brackets_names_nobody(party: Path) -> None:
    assert paste(party, "Bath (; Lee Deputy)\nExeter (Kim Lead; –)\n").exit_code == 0
    assert [(row["leader"], row["deputy"]) for row in rows_of(party)] == [("", "Lee Deputy"), ("Kim Lead", "")]


def test_one_name_for_two_columns_is_asked_for_until_it_is_known(party: Path) -> None:
    result = paste(party, "Bath (Lee Deputy)\n")
    assert (
        "It is not said in which column 'Lee Deputy' belongs. Write (Lee Deputy;) or (; Lee Deputy)." in result.stdout
    )
    paste(party, "Exeter (; Lee Deputy)\n")
    assert paste(party, "Bath (Lee Deputy)\n").exit_code == 0
    assert rows_of(party)[1]["deputy"] == "Lee Deputy"


def test_a_name_with_a_bracket_of_its_own_is_no_co_nomination(party: Path) -> None:
    assert paste(party, "Richmond (Yorks)\n").exit_code == 0
    assert names_of(party) == ["Richmond (Yorks)"]


def test_what_is_left_out_is_shown_with_its_reason(party: Path) -> None:
    result = paste(party, "Nominations for Jo Example\nLondon\nBath\nTotal: 3\n")
    assert result.exit_code == 0
    assert "Left out (3)" in result.stdout
    assert "London  (a heading)" in result.stdout
    assert "Line 4 says 3; 1 were found." in result.stdout


def test_nothing_is_written_until_all_is_clear(party: Path) -> None:
    result = paste(party, "Bath\nTewskesbury\n")
    assert result.exit_code == 1
    assert (
        "    2  Tewskesbury\n       'Tewskesbury' is no constituency of 2010. Did you mean 'Tewkesbury'?"
        in result.stdout
    )
    assert "  Tewskesbury: Tewkesbury" in result.stdout
    assert "Nothing was written: 1 entry is not clear." in result.stdout
    assert not (party / LIST).exists()


def test_partial_writes_what_is_clear(party: Path) -> None:
    result = paste(party, "Bath\nTewskesbury\n", "--partial")
    assert result.exit_code == 0
    assert names_of(party) == ["Bath"]
    assert "Wrote 1 row into data/nominations/committee.csv." in result.stdout


def test_a_dry_run_writes_nothing(party: Path) -> None:
    result = paste(party, "Bath\n", "--dry-run")
    assert result.exit_code == 0
    assert "Would write 1 row into data/nominations/committee.csv; nothing was written (--dry-run)." in result.stdout
    assert not (party / LIST).exists()


def test_a_name_confirmed_as_an_alias_is_taken_with_its_printed_spelling(party: Path) -> None:
    write_party(
        party,
        {**COMMITTEE, "data/nominations/committee.aliases.yml": "St Helen’s South: St Helens South and Whiston\n"},
    )
    result = paste(party, "St Helen's South\nSt Helens South and Whiston\n")
    assert result.exit_code == 0, result.stdout + result.stderr
    assert names_of(party) == ["St Helen’s South"]
    assert "the same as line 1 above" in result.stdout
    assert run("check", "--strict").exit_code == 0


def test_unions_and_societies_are_known_by_their_names_or_their_heading(party: Path) -> None:
    text = "Bath\nTSSA\nFabian Society\nUnions:\nUnion of Lamplighters\nCLPs:\nExeter\n"
    assert paste(party, text).exit_code == 0
    assert [row["type"] for row in rows_of(party)] == ["clp", "union", "socialist-society", "union", "clp"]


def test_a_union_by_its_other_name_is_the_same_nomination(party: Path) -> None:
    paste(party, "TSSA\n")
    result = paste(party, "Transport Salaried Staffs’ Association\n")
    assert "There already (1)" in result.stdout


def test_type_says_what_all_names_are(party: Path) -> None:
    assert paste(party, "Riverside\nOld Town\n", "--type", "branch", "--kind", "supporting").exit_code == 0
    assert {(row["type"], row["kind"]) for row in rows_of(party)} == {("branch", "supporting")}


def test_names_below_a_heading_of_endorsements_are_no_nominations(party: Path) -> None:
    result = paste(party, "Bath\nEndorsed by:\nFabian Society\n")
    assert "It stands below a heading of endorsements." in result.stdout
    assert not (party / LIST).exists()


def test_options_fill_the_columns_of_every_row(party: Path) -> None:
    options = ("--date", "2020-02-12", "--recorded-on", "2020-02-13", "--evidence", "reported", "--source", "Minutes")
    assert paste(party, "Bath\n", *options).exit_code == 0
    (row,) = rows_of(party)
    told = (row["date"], row["recorded_on"], row["evidence"], row["source"])
    assert told == ("2020-02-12", "2020-02-13", "reported", "Minutes")


SHEETS: dict[str, str | bytes] = {
    "commas": "CLP,Leader,Deputy\nBath,Kim Lead,Lee Deputy\n",
    "semicolons": "Constituency;Leader;Deputy\nBath;Kim Lead;Lee Deputy\n",
    "tabs": "No.\tCLP\tLeader\tDeputy\n1\tBath CLP\tKim Lead\tLee Deputy\n",
    "byte order mark": "\ufeffnominator,leader,deputy\r\nBath,Kim Lead,Lee Deputy\r\n",
    "quotation marks": '"CLP","Leader","Deputy"\n"Bath","Kim Lead","Lee Deputy"\n',
    "empty rows": ",,\nCLP,Leader,Deputy\n,,\nBath,Kim Lead,Lee Deputy\n,,\n",
    "Windows-1252": "CLP,Leader,Deputy\nYnys Môn,Kim Lead,Lee Deputy\n".encode("cp1252"),
}


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_table_from_a_spreadsheet_is_read_however_it_was_saved(sheet: str, party: Path) -> None:
    result = paste(party, SHEETS[sheet])
    assert result.exit_code == 0, result.stdout + result.stderr
    (row,) = rows_of(party)
    assert row["nominator"] in ("Bath", "Ynys Môn")
    assert (row["leader"], row["deputy"]) == ("Kim Lead", "Lee Deputy")


def test_a_table_may_say_for_whom_each_row_is(party: Path) -> None:
    assert paste(party, "Candidate,CLP\nJo Example,Bath\nsam-sample,Exeter\n", candidate="").exit_code == 0
    assert [row["candidate"] for row in rows_of(party)] == ["jo-example", "sam-sample"]


def test_a_candidate_of_another_contest_is_asked_for(party: Path) -> None:
    result = paste(party, "candidate,nominator\nann-other,Bath\n", candidate="")
    assert result.exit_code == 1
    assert "'ann-other' is no candidate of this contest." in result.stdout


def test_a_date_in_another_form_is_asked_for(party: Path) -> None:
    result = paste(party, "CLP,Date\nBath,12/02/2020\n")
    assert result.exit_code == 1
    assert "'12/02/2020' is not a date. Write 2020-02-12." in result.stdout


def test_a_date_after_nominations_closed_is_shown(party: Path) -> None:
    result = paste(party, "Bath\n", "--date", "2020-04-02")
    assert "after nominations closed" in result.stderr
