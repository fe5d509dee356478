"""Texts of clauses: lettered items, parts and their roles, names, labels counted or as written."""

import pytest

from sitegen.clauses import Clause, Option, Part, Passage, Role, Shape, Wording, clauses_of, read_wording
from sitegen.clauses.labels import label, sign
from sitegen.clauses.roles import find_role
from sitegen.markdown import plain_text, read_body


def read(text: str, *, is_counted: bool = True) -> Wording:
    """The wording of a Markdown text as a motion has it."""
    body, _ = read_body(text, "fair-pay.md", has_letters=True)
    return read_wording(body, is_counted=is_counted)


def named(wording: Wording) -> list[tuple[str, str, str]]:
    """Name, label and first words of every clause."""
    return [(one.name, one.label, plain_text(one.text)) for one in clauses_of(wording)]


def find(text: str) -> list[str]:
    """Code and hint of what there is to mend in a text with letters."""
    return [f"{one.place.line} {one.code} {one.hint}" for one in read_body(text, "a.md", has_letters=True)[1]]


NESTED = """## This meeting resolves

1. to ask:
   a) for lamps;
   b) for benches
      i) of wood,
      ii) of stone;
   (c) for a shelter.
2. to report.

## And resolves further

- to write:
  – by letter
"""


def test_letters_roman_figures_and_dashes_nest_where_they_are_indented_enough() -> None:
    assert named(read(NESTED)) == [
        ("resolves.1", "1.", "to ask:"),
        ("resolves.1.a", "a)", "for lamps;"),
        ("resolves.1.b", "b)", "for benches"),
        ("resolves.1.b.i", "i)", "of wood,"),
        ("resolves.1.b.ii", "ii)", "of stone;"),
        ("resolves.1.c", "c)", "for a shelter."),
        ("resolves.2", "2.", "to report."),
        ("resolves2.1", "1.", "to write:"),
        ("resolves2.1.a", "a)", "by letter"),
    ]
    assert find(NESTED) == []


def test_marks_as_written_stay_and_names_are_counted_all_the_same() -> None:
    text = "4. four\n   (c) third\n   – dash\n- bullet\n\nA paragraph."
    assert named(read(text, is_counted=False)) == [
        ("text.1", "4.", "four"),
        ("text.1.a", "(c)", "third"),
        ("text.1.b", "–", "dash"),
        ("text.2", "•", "bullet"),
        ("text.3", "", "A paragraph."),
    ]


def test_a_letter_that_is_not_indented_enough_is_explained_with_the_spaces_to_use() -> None:
    assert find("1. one\n\na) stray\n\n  b) stray\n") == [
        "3 W813 Indent it by 3 spaces; it has 0.",
        "5 W813 Indent it by 3 spaces; it has 2.",
    ]


@pytest.mark.parametrize(
    "text", ["a) no list above", "- bullet\n\na) below a bullet", "1. x\n   ```\n   a) code\n   ```", "1. x\n   b. no"]
)
def test_what_only_looks_like_a_lettered_item_is_left_alone(text: str) -> None:
    assert find(text) == []
    assert len(named(read(text))) == text.count("\n\n") + 1


def test_letters_are_no_items_in_other_texts() -> None:
    body, problems = read_body("1. one\n   a) two\n", "news.md")
    assert "".join(body.pieces) == "<ol>\n<li>one\na) two</li>\n</ol>\n"
    assert (body.items, problems) == ((), ())


def test_lists_count_in_letters_where_a_body_is_shown_as_it_is() -> None:
    body, _ = read_body("1. x\n   c) y\n      i) z\n", "letter.md", has_letters=True)
    html = "".join(body.pieces)
    assert '<ol type="a" start="3">' in html
    assert '<ol type="i">' in html


def test_columns_of_links_are_those_of_the_file() -> None:
    body, _ = read_body("1. x\n   – é [y](z.md)\n   (a) [v](w.md)\n", "letter.md", has_letters=True)
    assert [(one.line, one.column) for one in body.targets] == [(2, 8), (3, 8)]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("This meeting notes", Role.NOTES),
        ("Noting that", Role.NOTES),
        ("Exampleton Labour Party believes:", Role.BELIEVES),
        ("We therefore RESOLVE", Role.RESOLVES),
        ("The branch mandates its delegates", Role.MANDATES),
        ("It is proposed", Role.PROPOSES),
        ("{{ clp }} calls on the council", Role.CALLS),
        ("Procedural motion", Role.PROCEDURE),
        ("Appendix B: the notes of the meeting", Role.APPENDIX),
        ("Background", Role.OTHER),
        ("Notebook and recall", Role.OTHER),
    ],
)
def test_the_role_of_a_part_is_found_by_the_verb_of_its_heading(heading: str, role: Role) -> None:
    assert find_role(heading) is role


def test_a_second_part_of_a_role_and_an_unknown_role_have_names_of_their_own() -> None:
    wording = read("## Notes\n1. a\n\n## Background\n1. b\n\n## Notes again\n1. c\n")
    assert [part.name for part in wording.parts] == ["notes", "part2", "notes2"]


def test_a_motion_without_headings_is_one_part() -> None:
    assert named(read("1. a\n2. b\n")) == [("text.1", "1.", "a"), ("text.2", "2.", "b")]
    assert named(read("One paragraph.\n\nAnother.")) == [
        ("text.1", "1.", "One paragraph."),
        ("text.2", "2.", "Another."),
    ]


def test_lead_ins_quotations_and_what_stands_before_a_list_are_no_clauses() -> None:
    (part,) = read("## Notes\n\nBefore.\n\n1. a\n\nBehind.\n\nAs the steward said:\n\n> No.\n\n2. b\n").parts
    found = [one.name if isinstance(one, Clause) else getattr(one, "shape", "") for one in part.blocks]
    assert found == [Shape.PARAGRAPH, "notes.1", "notes.2", Shape.PARAGRAPH, Shape.QUOTATION, "notes.3"]


def test_what_stands_before_the_first_heading_is_no_clause() -> None:
    wording = read("A word before.\n\n## Resolves\n\nto write.\n")
    assert [part.name for part in wording.parts] == ["text", "resolves"]
    assert named(wording) == [("resolves.1", "1.", "to write.")]


def test_an_appendix_is_not_numbered() -> None:
    assert named(read("## Appendix\n\n- a\n\n3. b\n\nc\n")) == [
        ("appendix.1", "•", "a"),
        ("appendix.2", "3.", "b"),
        ("appendix.3", "", "c"),
    ]


def test_options_hold_their_clauses_and_counting_goes_on_through_them() -> None:
    (part,) = read(
        "## Resolves\n\n1. all\n\n### Option A\n\n1. this\n\n### Option B\n\n1. that\n\n### Costs\n\n1. x"
    ).parts
    options = [one for one in part.blocks if isinstance(one, Option)]
    assert [[one.name for one in clauses_of(option)] for option in options] == [["resolves.2"], ["resolves.3"]]
    assert [one.shape for one in part.blocks if isinstance(one, Passage)] == [Shape.HEADING]


def test_a_table_in_a_clause_stands_below_its_number() -> None:
    clause = next(clauses_of(read("1. | a | b |\n   |---|---|\n   | c | d |\n")))
    assert (clause.label, plain_text(clause.text)) == ("1.", "")
    (table,) = clause.below
    assert isinstance(table, Passage)
    assert table.shape is Shape.OTHER


def test_lists_in_quotations_do_not_shift_the_marks_behind_them() -> None:
    text = "1. a\n\n> - q\n> - r\n\n7. b\n"
    assert [mark for _, mark, _ in named(read(text, is_counted=False))] == ["1.", "7."]


def test_links_go_with_their_clauses() -> None:
    wording = read("## Notes [one](a.md)\n\n1. [two](b.md) and [three](c.md)\n   a) [four](d.md)\n")
    (part,) = wording.parts
    assert isinstance(part, Part)
    assert part.title is not None
    assert [one.target for one in part.title.targets] == ["a.md"]
    assert [[one.target for one in clause.text.targets] for clause in clauses_of(wording)] == [
        ["b.md", "c.md"],
        ["d.md"],
    ]


def test_sixty_levels_and_two_hundred_clauses_are_read() -> None:
    deep = "".join(f"{'   ' * depth}1. level {depth}\n" for depth in range(60))
    assert max(clause.depth for clause in clauses_of(read(deep))) == 60
    many = "".join(f"{number}. clause\n" for number in range(1, 201))
    assert named(read(many))[-1] == ("text.200", "200.", "clause")


def test_clauses_are_counted_by_depth() -> None:
    assert [label(4, depth) for depth in (1, 2, 3, 4)] == ["4.", "d)", "iv)", "4."]
    assert [sign(number, 2) for number in (1, 26, 27, 53)] == ["a", "z", "aa", "ba"]
    assert [sign(number, 3) for number in (9, 14, 40, 99)] == ["ix", "xiv", "xl", "xcix"]
