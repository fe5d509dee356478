"""Changes to a text of clauses: differences in words, the text as carried, amendments to amendments."""

import pytest

from sitegen.clauses import Wording, clauses_of, read_wording
from sitegen.clauses.changes import Change, Operation, carry_out, clause_name, show_change
from sitegen.clauses.difference import Kept, compare_words
from sitegen.markdown import plain_text, read_body

TEXT = """## This meeting resolves

1. to write into the next contract:
   a) pay **no lower** than the [living wage](a.md);
   b) guaranteed hours;
2. to report & rest.

### Option A

1. soon
"""


def wording(*, is_counted: bool = True) -> Wording:
    """The text above."""
    return read_wording(read_body(TEXT, "a.md", has_letters=True)[0], is_counted=is_counted)


def shown(change: Change) -> list[tuple[str, str]]:
    """The difference that a change makes, as pairs."""
    return [(run.kept.value, run.words) for run in show_change(change, wording())]


def after(*changes: Change) -> list[tuple[str, str, str]]:
    """Names, labels and words of the clauses after changes, all of which can be done."""
    carried, left = carry_out(changes, wording(), is_counted=True)
    assert left == ()
    return [(one.name, one.label, plain_text(one.text)) for one in clauses_of(carried)]


def test_words_in_a_clause_are_replaced_inserted_and_deleted() -> None:
    assert shown(Change(Operation.REPLACE, "resolves.1.b", "hours", "weeks")) == [
        ("same", "guaranteed "),
        ("taken-out", "hours"),
        ("same", " "),
        ("added", "weeks"),
        ("same", ";"),
    ]
    assert shown(Change(Operation.INSERT, "resolves.1.b", "hours", "and days")) == [
        ("same", "guaranteed hours "),
        ("added", "and days"),
        ("same", ";"),
    ]
    assert shown(Change(Operation.DELETE, "resolves.1.b", "guaranteed")) == [
        ("taken-out", "guaranteed"),
        ("same", " hours;"),
    ]


def test_whole_clauses_come_and_go_with_what_is_below_them() -> None:
    assert [name for name, _, _ in after(Change(Operation.DELETE, "resolves.1"))] == ["resolves.1", "resolves.2"]
    assert shown(Change(Operation.DELETE, "resolves.1"))[0][1].startswith("to write into the next contract: a) pay")
    inserted = after(Change(Operation.INSERT, "resolves.1.a", "", "new <b>words</b>"))
    assert inserted[2] == ("resolves.1.b", "b)", "new <b>words</b>")
    added = after(Change(Operation.ADD, "resolves", "", "first\n\nsecond"))
    assert [words for _, _, words in added[-2:]] == ["first", "second"]


def test_a_replaced_clause_is_compared_word_by_word_or_as_a_whole_where_nothing_is_alike() -> None:
    assert [run.kept for run in compare_words("to report in May.", "to report in June.")] == [
        Kept.SAME,
        Kept.TAKEN_OUT,
        Kept.ADDED,
        Kept.SAME,
    ]
    assert [run.words for run in compare_words("to ask", "completely other")] == ["to ask", " ", "completely other"]


def test_links_and_marks_stay_where_words_beside_them_change() -> None:
    carried, _ = carry_out(
        [Change(Operation.INSERT, "resolves.1.a", "living wage", "plus <ten> & more")], wording(), is_counted=True
    )
    clause = carried.find("resolves.1.a")
    assert clause is not None
    assert [one.target for one in clause.text.targets] == ["a.md"]
    assert "<strong>no lower</strong>" in "".join(clause.text.pieces)
    assert "living wage plus &lt;ten&gt; &amp; more" in "".join(clause.text.pieces)


def test_words_that_stand_across_marks_change_in_plain_words() -> None:
    carried, left = carry_out(
        [Change(Operation.REPLACE, "resolves.1.a", "no lower than the living", "a fair")], wording(), is_counted=True
    )
    clause = carried.find("resolves.1.a")
    assert clause is not None
    assert left == ()
    assert plain_text(clause.text) == "pay a fair wage;"


def test_numbers_as_written_stay_while_only_words_change() -> None:
    words = Change(Operation.DELETE, "resolves.2", "& rest")
    text = wording(is_counted=False)
    kept, _ = carry_out([words], text, is_counted=False)
    assert [one.label for one in clauses_of(kept)] == [one.label for one in clauses_of(text)]
    moved, _ = carry_out([words, Change(Operation.DELETE, "resolves.1")], text, is_counted=False)
    assert [one.label for one in clauses_of(moved)] == ["1.", "2."]


def test_a_change_that_cannot_be_done_is_handed_back() -> None:
    first = Change(Operation.REPLACE, "resolves.1.b", "hours", "weeks")
    second = Change(Operation.REPLACE, "resolves.1.b", "guaranteed hours", "hours")
    carried, left = carry_out([first, second], wording(), is_counted=True)
    assert left == (second,)
    changed = carried.find("resolves.1.b")
    assert changed
    assert plain_text(changed.text) == "guaranteed weeks;"


@pytest.mark.parametrize(
    "written", ["resolves.3.a", "Resolves 3 a", "Resolves 3(a)", "resolves-3-a", " resolves.3.a. "]
)
def test_a_clause_is_named_as_people_say_it(written: str) -> None:
    assert clause_name(written) == "resolves.3.a"
