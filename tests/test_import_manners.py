"""The manners of an import: calm refusals, nothing private, and not one byte changed of what stands in a file."""

import csv
import io
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.appending import append_rows
from sitegen.intake import ImportRefused, Pasted, Standing, read_pasted
from sitegen.kind import ImportRequest, Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.kinds.nominations.importing import import_nominations
from sitegen.site import load_site
from tests.importing import COMMITTEE, LIST, names_of, paste, run
from tests.kind_examples import make_settings
from tests.parties import write_party

HEADER = "candidate,nominator,type,kind,leader,deputy\n"


@pytest.fixture
def party(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small party with a contest of two candidates, and no list yet; commands run in its folder."""
    monkeypatch.chdir(tmp_path)
    return write_party(tmp_path, COMMITTEE)


REFUSALS = {
    ("Bath\n", ("--candidate", "jo-exampel")): "Did you mean 'jo-example'?",
    ("Bath\n", ()): "Say whose nominations these are",
    ("Bath\n", ("--candidate", "jo-example", "--date", "yesterday")): "'yesterday' is not a date.",
    ("CLP,Colour\nBath,red\n", ("--candidate", "jo-example")): "The column 'Colour' of 'pasted.txt' is not known.",
    ("CLP,Constituency\nBath,Bath\n", ("--candidate", "jo-example")): "Two columns of 'pasted.txt' hold 'nominator'.",
    ("PK\x03\x04", ("--candidate", "jo-example")): "is a file of Word or of a spreadsheet.",
    ("<ul><li>Bath</li></ul>", ("--candidate", "jo-example")): "is the source of a web page.",
    ("\n\n", ("--candidate", "jo-example")): "There is nothing in it to read.",
}


@pytest.mark.parametrize(("text", "options"), REFUSALS)
def test_what_cannot_be_read_gets_one_calm_sentence(text: str, options: tuple[str, ...], party: Path) -> None:
    result = paste(party, text, *options, candidate="")
    assert result.exit_code == 2
    assert REFUSALS[text, options] in result.stderr
    assert "Traceback" not in result.stderr
    assert not (party / LIST).exists()


def test_an_unknown_contest_is_refused_with_the_one_that_may_be_meant(party: Path) -> None:
    (party / "pasted.txt").write_text("Bath\n", encoding="utf-8")
    result = run("import", "nominations", "pasted.txt", "--contest", "comittee")
    assert result.exit_code == 2
    assert "There is no contest 'comittee'. Did you mean 'committee'?" in result.stderr


def test_a_list_with_a_mistake_in_it_is_put_right_first(party: Path) -> None:
    write_party(party, {**COMMITTEE, LIST: "candidate,nominator,type,date\njo-example,Bath,clp,soon\n"})
    result = paste(party, "Exeter\n")
    assert result.exit_code == 2
    assert "Something is wrong in data/nominations/committee.csv; 'sitegen check' says what." in result.stderr


def test_a_membership_number_in_what_is_pasted_is_neither_written_nor_repeated(party: Path) -> None:
    result = paste(party, "Bath (A123456; Lee Deputy)\n")
    assert result.exit_code == 1
    assert "A123456" not in result.stdout + result.stderr
    assert "This looks like a membership number" in result.stderr
    assert not (party / LIST).exists()


STANDING = {
    "no line end at the end": HEADER + "jo-example,Bath,clp,nomination,,",
    "line ends of Windows": (HEADER + "jo-example,Bath,clp,nomination,,\n").replace("\n", "\r\n"),
    "another order of columns": "type,nominator,candidate,x_mark\nclp,Bath,jo-example,\n",
    "quotation marks everywhere": '"candidate","nominator","type"\n"jo-example","Bath","clp"\n',
    "byte order mark": "\ufeff" + HEADER + "jo-example,Bath,clp,nomination,,\n",
    "rows that are written untidily": "candidate , nominator,type\njo-example,  Bath ,clp\n\n",
}


@pytest.mark.parametrize("form", STANDING)
def test_rows_are_added_and_what_stands_is_not_touched(form: str, party: Path) -> None:
    write_party(party, COMMITTEE)
    before = STANDING[form].encode()
    (party / "data/nominations").mkdir()
    (party / LIST).write_bytes(before)
    result = paste(party, "Bath\nExeter\n")
    assert result.exit_code == 0, result.stdout + result.stderr
    after = (party / LIST).read_bytes()
    assert after.startswith(before)
    added = after[len(before) :]
    end = b"\r\n" if b"\r\n" in before else b"\n"
    assert added.count(b"Exeter") == 1
    assert added.endswith(end)
    assert added.count(b"\n") == added.count(end)
    assert (b'"Exeter"' in added) == ("quotation" in form)
    assert run("check", "--strict").exit_code == 0


def test_a_column_that_the_list_lacks_is_asked_for(party: Path) -> None:
    write_party(party, {**COMMITTEE, LIST: "candidate,nominator,type\njo-example,Bath,clp\n"})
    result = paste(party, "Exeter\n", "--source", "Minutes")
    assert result.exit_code == 2
    assert "has no column 'source'. Add it at the end of the first line: ',source'." in result.stderr


def test_a_nomination_that_was_taken_back_does_not_come_again_with_an_old_list(party: Path) -> None:
    row = "candidate,nominator,type,retracted_on\njo-example,Bath,clp,2020-02-20\n"
    write_party(party, {**COMMITTEE, LIST: row})
    result = paste(party, "Bath\n")
    assert "taken back on 20 February 2020" in result.stdout
    assert (party / LIST).read_text(encoding="utf-8") == row


def test_a_list_kept_as_yaml_is_not_spoilt(party: Path) -> None:
    write_party(
        party,
        {
            **COMMITTEE,
            "data/nominations/committee.yml": "rows: [{candidate: jo-example, nominator: Bath, type: clp}]\n",
        },
    )
    result = paste(party, "Exeter\n")
    assert result.exit_code == 2
    assert "rows can be added to a .csv alone" in result.stderr


def test_a_list_may_be_typed_in(party: Path) -> None:
    command = ("import", "nominations", "-", "--contest", "committee", "--candidate", "jo-example")
    assert run(*command, typed="Bath\n").exit_code == 0
    assert names_of(party) == ["Bath"]


def test_help_names_the_imports() -> None:
    assert "nominations" in run("import", "--help").stdout
    assert "--candidate" in run("import", "nominations", "--help").stdout


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=8).map(str.strip)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=3), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_any_cells_are_read_again_from_the_end_of_a_table(rows: list[tuple[str, str]], end: str, quoted: bool) -> None:
    before = ('"a","b"' if quoted else "a,b").encode() + end.encode()
    after = append_rows(before, [{"a": one, "b": other} for one, other in rows], "table.csv")
    assert after.startswith(before)
    read = list(csv.reader(io.StringIO(after.decode(), newline="")))
    assert read[1:] == [list(row) for row in rows]


SIGNS = st.sampled_from(
    [*"ab1.()[];,:\t\n\r -–•“’&=", "\xa0", "\u200b", "Bath", " CLP", "Total", "Leader", "(", "Unions:"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(SIGNS, max_size=40).map("".join) | st.text(max_size=80))
def test_whatever_is_pasted_is_settled_line_by_line_or_refused(text: str) -> None:
    site = _site()
    options = {"contest": "committee", "candidate": "jo-example"}
    request = ImportRequest(site, (Pasted("pasted.txt", text.encode("utf-8", "replace")),), options)
    try:
        plan = import_nominations(request)
    except ImportRefused:
        return
    assert len(plan.changes) == bool(plan.of(Standing.NEW))
    for change in plan.changes:
        rows = list(csv.DictReader(io.StringIO(change.content.decode(), newline="")))
        assert len(rows) == len(plan.of(Standing.NEW))
        assert all(row["nominator"] for row in rows)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60))
def test_bytes_of_any_kind_are_read_or_refused(content: bytes) -> None:
    try:
        pasted = read_pasted(Pasted("pasted.txt", content))
    except ImportRefused:
        return
    assert not any("\n" in line or "\xa0" in line or "\u200b" in line for line in pasted.lines)


@cache
def _site() -> Site:
    """The party with a contest, loaded once."""
    return load_site(make_settings(write_party(Path(mkdtemp()), COMMITTEE)), KINDS, PLANNED)
