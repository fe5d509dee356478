"""What is private is found in every form in which people write it, and nothing else; no message repeats it."""

from collections.abc import Mapping
from datetime import date

import pytest

from sitegen.privacy import (
    MEMBERSHIP_NUMBER,
    check_sources,
    find_private,
    has_membership_number,
    hide_private,
    may_hold_number,
)
from sitegen.problems import Place, Problem, make_problem
from sitegen.source import Document, read_markdown, read_yaml

TODAY = date(2026, 3, 10)
OWN = "data/privacy.yml"


def problems_with(
    texts: Mapping[str, str], permissions: str = "", contacts: frozenset[str] = frozenset()
) -> list[Problem]:
    """All that is private in some files, seen with a file of permissions."""
    documents = [read_markdown(text, file)[0] for file, text in texts.items()]
    if permissions:
        documents.append(read_yaml(permissions, OWN)[0])
    return sorted(check_sources(documents, {**texts, OWN: permissions}, contacts, TODAY, OWN))


@pytest.mark.parametrize("text", ["A123456", "a1234567", "(L1234567)", "no. Z765432,", "x/A1234567/y"])
def test_a_membership_number_is_a_letter_and_six_or_seven_figures(text: str) -> None:
    assert may_hold_number(text)
    assert MEMBERSHIP_NUMBER.search(text)


@pytest.mark.parametrize("text", ["E14001234", "A12345", "AB123456", "A1234567b", "1234567", "A 123456", "x_A1234567"])
def test_codes_of_constituencies_and_other_words_are_no_membership_numbers(text: str) -> None:
    assert not MEMBERSHIP_NUMBER.search(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("W402", "07700 900123"),
        ("W402", "07700-900-123"),
        ("W402", "07700\u00a0900\u00a0123"),
        ("W402", "(07700) 900 123"),
        ("W402", "+44 7700 900123"),
        ("W402", "+44 (0)7700 900123"),
        ("W402", "0044 7700 900123"),
        ("W403", "Ada, 3 Tollgate Yard, Exampleton, ZZ1 2ZZ"),
        ("W403", "12a Mill Lane, Exampleton ZZ1 2ZZ"),
        ("W404", "ada.example@mail.test"),
        ("W404", "Ada_E+x@sub.mail.test"),
    ],
)
def test_what_looks_private_is_found(code: str, text: str) -> None:
    assert [found for found, _ in find_private(text, frozenset())] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "01632 960000",
        "order 107700900123",
        "0800 1111",
        "The hall in Mill Lane, ZZ1 2ZZ",
        "12 Labour members came",
        "press.office@party.test",
        "chair@party.test",
        "jo@example.org",
        "jo@mail.example.com",
        "desk@party.test",
        "@exampleton@social.test",
    ],
)
def test_what_is_public_is_not_found(text: str) -> None:
    assert list(find_private(text, frozenset(("desk@party.test",)))) == []


def test_a_find_has_the_line_and_the_column_in_the_file_and_is_not_repeated() -> None:
    text = "---\ntitle: A\nsummary: |\n  One.\n  Ring 07700 900123.\n---\nTwo.\nNot A1234567.\n"
    mobile, number = problems_with({"content/news/a.md": text})
    assert (mobile.code, mobile.place.line) == ("W402", 5)
    assert (number.code, number.place.line, number.place.column) == ("E401", 8, 5)
    assert "column 5" in number.message
    assert not any("A1234567" in str(problem) or "900123" in str(problem) for problem in (mobile, number))


def test_a_permission_counts_for_its_file_its_text_and_until_its_last_day() -> None:
    text = "Order A1234567, A7654321 and A1111111."
    allowed = "- {{file: content/a.md, text: {}, reason: An order, until: {}}}\n"
    permissions = "allow:\n" + allowed.format("A1234567", "2026-03-10") + allowed.format("A7654321", "2026-03-09")
    found = problems_with({"content/a.md": text, "content/b.md": "A1234567"}, permissions)
    assert [(problem.code, problem.place.file, problem.place.column) for problem in found] == [
        ("E401", "content/a.md", 17),
        ("E401", "content/a.md", 30),
        ("E401", "content/b.md", 1),
        ("W406", OWN, 3),
    ]


def test_a_short_permission_does_not_allow_a_long_find() -> None:
    permissions = "allow:\n- {file: content/a.md, text: '07', reason: A year, until: 2026-12-31}\n"
    found = problems_with({"content/a.md": "Ring 07700 900123."}, permissions)
    assert [problem.code for problem in found] == ["W402", "W406"]


def test_fields_where_addresses_belong_are_not_examined() -> None:
    text = (
        "imprint: {promoter: {address: '3 Tollgate Yard, Exampleton, ZZ1 2ZZ'}}\n"
        "postal_address: 3 Tollgate Yard, Exampleton, ZZ1 2ZZ\n"
        "privacy: {contact: ada@mail.test}\ncontact: ben@mail.test\n"
        "place: {address: '3 Tollgate Yard, Exampleton, ZZ1 2ZZ'}\nonline: {dial_in: 07700 900123}\n"
    )
    document, _ = read_yaml(text, "data/party.yml")
    assert list(check_sources([document], {}, frozenset(), TODAY, OWN)) == []


def test_a_message_that_would_repeat_something_private_hides_it() -> None:
    place = Place("content/a.md")
    number = make_problem("E210", place, value="A1234567", advice="Write a date.")
    assert hide_private(number).message == "'…' is not a date."
    mobile = make_problem("E213", place, value="07700 900123")
    assert hide_private(mobile).message == "'…' is not a whole number."
    harmless = make_problem("E216", place, field="contact")
    assert hide_private(harmless) is harmless


@pytest.mark.parametrize(
    ("html", "is_shown"),
    [
        ("<p>A1234567</p>", True),
        ("<p>A12<b>34567</b></p>", False),
        ('<img alt="Card A1234567" src="x">', True),
        ('<a href="files/A1234567.pdf" id="A1234567">Card</a>', False),
        ('<link href="assets/style.A1234567.css">', False),
    ],
)
def test_a_made_page_is_examined_as_a_reader_reads_it(html: str, is_shown: bool) -> None:
    assert has_membership_number(html) is is_shown


def test_a_body_and_its_front_matter_are_one_file() -> None:
    document = Document("content/a.md", {}, {}, "\nRing 07700 900123.", 3)
    (problem,) = check_sources([document], {}, frozenset(), TODAY, OWN)
    assert (problem.place.line, problem.place.column) == (4, 6)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("W404", 'note: "ada\\x40mail.test"\n'),
        ("W402", 'note: "\\u00307700 900123"\n'),
        ("W402", "note: Ring 07700\n  900123 after six.\n"),
        ("W403", "note: 3 Tollgate Yard, Exampleton,\n  ZZ1 2ZZ\n"),
    ],
)
def test_what_yaml_lets_people_write_in_another_way_is_found_too(code: str, text: str) -> None:
    document, problems = read_yaml(text, "data/notes.yml")
    assert not problems
    found = check_sources([document], {"data/notes.yml": text}, frozenset(), TODAY, OWN)
    assert [one.code for one in found] == [code]
