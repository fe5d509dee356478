"""Files become values that keep their lines; what cannot be read is told where it must be changed."""

from pathlib import Path

import pytest

from sitegen.problems import Place, Problem
from sitegen.source import Document, Refused, Unreadable, list_files, read_markdown, read_table, read_text, read_yaml


def unreadable(text: str, file: str = "data/party.yml") -> Problem:
    """The problem for which a YAML text cannot be read."""
    with pytest.raises(Unreadable) as told:
        read_yaml(text, file)
    return told.value.problem


def test_every_scalar_comes_out_as_it_is_written() -> None:
    written = "a: no\nb: 010\nc: 1.10\nd: 19:30\ne: 2026-03-12\nf: 0x1F\ng: 'null'\nh: Null\ni: 1_000\n"
    document, problems = read_yaml(written, "data/party.yml")
    assert document.values == {
        "a": "no",
        "b": "010",
        "c": "1.10",
        "d": "19:30",
        "e": "2026-03-12",
        "f": "0x1F",
        "g": "null",
        "h": "Null",
        "i": "1_000",
    }
    assert problems == ()


@pytest.mark.parametrize("nothing", ["", "''", '"  "', "~", "null", "|\n  \n"])
def test_an_empty_value_is_absent(nothing: str) -> None:
    document, _ = read_yaml(f"a: {nothing}\nb: 1\n", "data/party.yml")
    assert document.values == {"b": "1"}


def test_values_keep_their_lines_and_columns() -> None:
    document, _ = read_yaml(
        "a: 1\nposts:\n  - role: chair\n    duties: |\n      One.\n\n      Two.\n", "data/officers.yml"
    )
    assert document.place("posts", 0, "role") == Place("data/officers.yml", 3, 5)
    assert document.place("posts", 0, "held_by", 0, "name") == Place("data/officers.yml", 3, 5)
    assert document.place_in(("posts", 0, "duties"), 3, 1) == Place("data/officers.yml", 7, 1)


def test_lines_of_front_matter_and_of_the_body_are_those_of_the_file() -> None:
    document, _ = read_markdown("---\n\ntitle: A\n\n---\n\nBody.\n---\nMore.\n", "content/news/a.md")
    assert document.place("title").line == 3
    assert document.body_line == 5
    assert document.body.split("\n")[2] == "Body."
    assert "---\nMore." in document.body


def test_a_doubled_field_is_told_once_and_the_first_counts() -> None:
    document, problems = read_yaml("a: {b: 1, c: 1}\na: {b: 2, c: 2}\n", "data/party.yml")
    assert document.values == {"a": {"b": "1", "c": "1"}}
    assert [(problem.code, problem.place.line) for problem in problems] == [("E105", 2)]


def test_what_yaml_can_do_besides_is_refused_and_stands_for_itself() -> None:
    document, problems = read_yaml("a: &x 1\nb: *x\nc: !!set {d, e}\nf: {<<: {g: 1}, h: 2}\n", "data/party.yml")
    assert [problem.code for problem in problems] == ["E106", "E106", "E107", "E124"]
    assert [name for name, value in document.values.items() if isinstance(value, Refused)] == ["b", "c", "f"]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: 1\ntitle The fair\nb: 2\n", 2, "there is no ': ' after the field's name"),
        ("title The fair\nb: 2\n", 1, "there is no ': ' after the field's name"),
        ("title:The fair\nb: 2\n", 1, "no space follows the colon"),
        ("a: 1\n  b: 2\n", 2, "it is indented further than the field above it"),
        ("a: The fair: a report\n", 1, "a second colon stands in it"),
        ("a: one\nb: 'Tis the season\nc: 3\n", 2, "a quotation mark is opened and not closed"),
        ('a: "Enough" they said\n', 1, "words follow the closing quotation mark"),
        ("a: [b, c\nd: 1\n", 1, "a bracket is opened and not closed, or a comma is missing"),
        ("a: @here\n", 1, "a value cannot begin with '@'"),
        ("a: |text\n", 1, "words follow '|' or '>'"),
        ("a:\n  - b\n - c\n", 3, "it is not in line with the items above it"),
        ("a: é\nb: \x07\n", 2, "it holds a character that cannot be seen"),
    ],
)
def test_a_line_that_cannot_be_read_is_the_line_to_change(text: str, line: int, reason: str) -> None:
    problem = unreadable(text)
    assert (problem.place.line, problem.message) == (line, f"This line cannot be read: {reason}.")


def test_a_comment_that_cuts_a_text_is_told_and_others_are_not() -> None:
    _, problems = read_yaml("a: We are #1\nb: #b8231b\nc: one # two\nd: |\n  #one\ne: '#x'\n# #f\n", "data/party.yml")
    assert [(problem.code, problem.place.line) for problem in problems] == [("W118", 1), ("W118", 2)]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a\nb\xe9\n", 2),
        (b"\xff\xfea\0", 1),
        (b"a\0b\0", 1),
    ],
)
def test_text_that_is_not_utf_8_is_told_with_its_line(data: bytes, line: int, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(data)
    with pytest.raises(Unreadable) as told:
        read_text(tmp_path / "a.md", "content/a.md")
    assert (told.value.problem.code, told.value.problem.place.line) == ("E101", line)


def test_a_table_keeps_its_lines_over_texts_of_several_lines() -> None:
    text = 'candidate,note\n\njo,"one\ntwo"\nsam,\n'
    document, problems = read_table(text, "data/nominations/x.csv")
    assert document.values == {"rows": [{"candidate": "jo", "note": "one\ntwo"}, {"candidate": "sam"}]}
    assert [document.place("rows", number).line for number in (0, 1)] == [3, 5]
    assert (document.columns, problems) == (("candidate", "note"), ())


def test_empty_columns_at_the_end_of_a_table_are_left_aside() -> None:
    document, problems = read_table("candidate,,\njo,,\nsam,,,,\n", "data/nominations/x.csv")
    assert document.values == {"rows": [{"candidate": "jo"}, {"candidate": "sam"}]}
    assert problems == ()


def test_links_that_stay_in_the_party_are_files_of_it(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").touch()
    (tmp_path / "content" / ".hidden").touch()
    (tmp_path / "content" / "b.md").symlink_to("a.md")
    (tmp_path / "content" / "c.md").symlink_to("../../outside.md")
    files, problems = list_files(tmp_path, "content")
    assert files == ("a.md", "b.md")
    assert [(problem.code, problem.place.file) for problem in problems] == [("E119", "content/c.md")]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert list_files(tmp_path, "data") == ((), ())


def test_companions_answer_for_their_own_lines() -> None:
    aliases = Document("data/nominations/x.aliases.yml", {}, {("Bath",): (4, 1)})
    document = Document("data/nominations/x.csv", {}, companions={"aliases": aliases})
    assert document.place("aliases", "Bath", "seat") == Place("data/nominations/x.aliases.yml", 4, 1)
