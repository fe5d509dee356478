"""Pasted replies: split at their numbers and subjects, every word kept, nothing overwritten."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import assume, given
from hypothesis import strategies as st

from sitegen.cli import main
from sitegen.elections.questions import Question
from sitegen.kinds.answers.plain_words import as_markdown
from sitegen.kinds.answers.splitting import Split, split_reply
from sitegen.markdown import plain_text, read_short
from tests.parties import TODAY, write_party

QUESTIONS = (
    {"id": "q1", "short": "Card votes", "text": "Should conference decide by card vote on every rule change?"},
    {"id": "q2", "short": "Reports", "text": "Will you,", "parts": [{"id": "a", "text": "report in writing?"}]},
    {"id": "q3", "text": "Should the party pay a living wage?"},
)
PARTY = {
    "data/contests/committee.yml": "title: Committee\npositions: [{id: member, title: Member}]\n",
    "content/candidates/committee/ann.md": "---\nname: Ann Tolliver\n---\n",
    "data/questionnaires/left.yml": (
        "title: Three questions\ncontest: committee\nasked_by: Us\nquestions:\n"
        "  - {id: q1, short: Card votes, text: Should conference decide by card vote on every rule change?}\n"
        "  - {id: q2, short: Reports, text: 'Will you,', parts: [{id: a, text: report in writing?}]}\n"
        "  - {id: q3, text: Should the party pay a living wage?}\n"
    ),
}
FILE = "content/answers/left/ann.md"


def split(text: str) -> Split:
    """A reply split at the three questions above."""
    return split_reply(text.split("\n"), tuple(Question.model_validate(one) for one in QUESTIONS))


def parts(text: str) -> dict[str, str]:
    """Where the words of a reply went."""
    found = split(text)
    pieces = {"preface": found.preface, **found.answers, "closing": found.closing}
    return {name: "\n".join(piece.lines).strip() for name, piece in pieces.items() if not piece.is_empty}


@pytest.mark.parametrize(
    "mark",
    [
        "{n}.",
        "{n})",
        "({n})",
        "{n}:",
        "Q{n}",
        "Q{n}.",
        "q{n}:",
        "Question {n}:",
        "QUESTION {n} –",
        "**{n}.**",
        "## {n}.",
    ],
)
def test_answers_begin_at_their_numbers_however_they_are_written(mark: str) -> None:
    text = "\n\n".join(
        f"{mark.format(n=number)} Answer {word}." for number, word in ((1, "one"), (2, "two"), (3, "three"))
    )
    assert parts(f"Hello.\n\n{text}\n\nBest wishes\nAnn") == {
        "preface": "Hello.",
        "q1": "Answer one.",
        "q2": "Answer two.",
        "q3": "Answer three.",
        "closing": "Best wishes\nAnn",
    }


def test_answers_begin_at_the_subjects_of_the_questions() -> None:
    text = "Card votes: Yes.\n\n**Reports**\n\nEvery week.\n"
    assert parts(text) == {"q1": "Yes.", "q2": "Every week."}


def test_a_number_with_the_subject_behind_it_is_one_mark() -> None:
    assert parts("1. Card votes – yes.\n2. Reports: no.") == {"q1": "yes.", "q2": "no."}


def test_parts_of_a_question_stay_in_its_answer() -> None:
    assert parts("1a) Yes.\n1b) No.\n\n2. Yes.") == {"q1": "a) Yes.\n1b) No.", "q2": "Yes."}


def test_a_question_that_was_left_out_is_left_out() -> None:
    assert parts("1. Yes.\n\n3. No.") == {"q1": "Yes.", "q3": "No."}


def test_a_list_within_an_answer_stays_in_it_and_is_told_where_it_could_be_the_next_question() -> None:
    text = "1. Three things:\n1. a pen\n2. a table\n3. time\n\n2. In writing.\n\n3. Yes."
    assert parts(text) == {"q1": "Three things:\n1. a pen\n2. a table\n3. time", "q2": "In writing.", "q3": "Yes."}
    assert [doubt.line for doubt in split(text).doubts] == [2]


def test_years_and_sums_at_the_start_of_a_line_begin_no_answer() -> None:
    text = "1. I was there in\n2019. We lost.\n\n2. It cost\n12 pounds."
    assert parts(text) == {"q1": "I was there in\n2019. We lost.", "q2": "It cost\n12 pounds."}


def test_two_texts_on_one_question_are_kept_both_and_told() -> None:
    text = "Q1: Yes.\n\nQ2: No.\n\nQ1: And one thing more."
    assert parts(text)["q1"] == "Yes.\n\n\nAnd one thing more."
    assert [doubt.line for doubt in split(text).doubts] == [4]


def test_the_question_itself_is_left_out_and_told() -> None:
    text = "> 1. Card votes. Should conference decide by card vote on every rule change?\n\nYes.\n\n> 2. Reports\n\nNo."
    assert parts(text) == {"q1": "Yes.", "q2": "No."}
    assert [line for line, _ in split(text).repeated] == [0]


def test_an_answer_that_begins_with_words_of_the_question_is_kept() -> None:
    assert parts("1. Should conference decide? It should.\n\n2. No.")["q1"] == "Should conference decide? It should."


@pytest.mark.parametrize(
    "farewell", ["Best wishes,", "Kind regards", "In solidarity", "Yours sincerely,", "--", "Thanks"]
)
def test_what_comes_after_a_farewell_is_the_closing(farewell: str) -> None:
    assert parts(f"1. Yes.\n\n2. No.\n\n{farewell}\nAnn")["closing"] == f"{farewell}\nAnn"


def test_a_text_without_numbers_is_not_split() -> None:
    assert parts("One text for all of it.") == {"preface": "One text for all of it."}


def words_of(markdown: str) -> list[str]:
    """The words that a preview of the text shows."""
    return plain_text(read_short(markdown, "")[0]).split()


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# 7 is late", r"\# 7 is late"),
        ("> I said", r"\> I said"),
        ("2019. We lost.", r"2019\. We lost."),
        ("Yes\n---", "Yes\\\n\\---"),
        ("2*3*4", r"2\*3\*4"),
        ("<b>loud</b> & clear", r"\<b\>loud\</b\> \& clear"),
        ("see [1] and snake_case", "see [1] and snake_case"),
        ("    four spaces", "four spaces"),
        ("• one\n• two", "- one\n- two"),
        ("3. one\n4. two", "3. one\n4. two"),
        ("I want:\n- one\n  and a half\n- two", "I want:\n\n- one\n   and a half\n- two"),
        ("Yes to a.\nNo to b, and I say why.", "Yes to a.\\\nNo to b, and I say why."),
    ],
)  # fmt: skip
def test_plain_text_says_the_same_as_markdown(text: str, markdown: str) -> None:
    assert as_markdown(text.split("\n")) == markdown


def test_lines_that_a_mail_program_broke_are_one_paragraph() -> None:
    text = (
        "This is a line that a mail program has broken, and it has broken it\n"
        "where it pleased; here it goes on and on until the end of all the words\nthat I wrote."
    )
    assert as_markdown(text.split("\n")) == text


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8), min_size=1)
)
def test_no_word_is_lost_or_turned_into_markup(words: list[str]) -> None:
    line = f"a {' '.join(words)}"
    assert words_of(as_markdown([line])) == line.split()


@given(st.text("#>-+*=_`~[]()!<&|\\1. \n", min_size=1, max_size=30))
def test_no_sign_is_lost_whatever_stands_at_the_start_of_a_line(text: str) -> None:
    assume(not re.search(r"(?m)^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S", text))  # items of lists: their marks are markup
    assert "".join(words_of(as_markdown(text.split("\n")))) == "".join(text.split())


REPLY = "Dear all,\n\n1. Yes: *always*.\n\n2) In writing.\n\n3. # Of course.\n\nIn solidarity\nAnn\n"
WRITTEN = """\
---
# yaml-language-server: $schema=../../../.schemas/answers.json
candidate: ann
---

Dear all,

## q1

Yes: \\*always\\*.

## q2

In writing.

## q3

\\# Of course.

## closing

In solidarity\\
Ann
"""


def run(
    party: Path, monkeypatch: pytest.MonkeyPatch, text: str, *more: str, name: str = "reply.txt"
) -> tuple[int, str]:
    """What the command says to a pasted reply, with its exit status."""
    (party / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(party)
    given = ["import", "answers", name, "--questionnaire", "left", "--candidate", "ann", "--today", TODAY, *more]
    done = CliRunner().invoke(main, given, prog_name="sitegen")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


@pytest.fixture
def party(tmp_path: Path) -> Path:
    """A small party that has asked one candidate three questions, and waits."""
    return write_party(tmp_path / "party", PARTY)


def test_a_reply_becomes_a_file_that_the_site_takes(party: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, said = run(party, monkeypatch, REPLY)
    assert (status, (party / FILE).read_text(encoding="utf-8")) == (0, WRITTEN), said
    assert "q2 (Reports)  (In writing.)" in said
    assert "From line 9 on ('In solidarity') it was taken as the closing: look at it." in said
    assert said.endswith(f"Wrote 3 answers into {FILE}.\n")


def test_a_dry_run_writes_nothing(party: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, said = run(party, monkeypatch, REPLY, "--dry-run")
    assert status == 0
    assert not (party / FILE).exists()
    assert said.endswith("nothing was written (--dry-run).\n")


def test_a_file_that_is_there_is_not_touched(party: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(party, monkeypatch, REPLY)
    (party / FILE).write_text("## q1\n\nMine.\n", encoding="utf-8")
    status, said = run(party, monkeypatch, REPLY)
    assert status == 2
    assert "is there already, and is not touched" in said
    assert (party / FILE).read_text(encoding="utf-8") == "## q1\n\nMine.\n"


def test_what_is_not_clear_is_shown_and_not_written_unless_partial_says_so(
    party: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "1. First:\n1. a pen\n2. a table\n\n2. Yes."
    status, said = run(party, monkeypatch, text)
    assert status == 1
    assert "It was taken as part of a list in the answer to q1." in said
    assert not (party / FILE).exists()
    assert run(party, monkeypatch, text, "--partial")[0] == 0
    assert "1. a pen\n2. a table" in (party / FILE).read_text(encoding="utf-8")


def test_markdown_stays_as_it_is_but_for_headings_as_large_as_those_of_questions(
    party: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "1. *Yes*.\n\n## Why\n\n```\n# code\n```\n\n2. No.\n"
    assert run(party, monkeypatch, text, name="reply.md")[0] == 0
    assert "## q1\n\n*Yes*.\n\n### Why\n\n```\n# code\n```\n\n## q2\n" in (party / FILE).read_text(encoding="utf-8")


def test_one_text_for_all_is_a_reply_too(party: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, said = run(party, monkeypatch, "I shall listen.")
    assert status == 2
    assert "add '--one-text yes'" in said
    assert run(party, monkeypatch, "I shall listen.", "--one-text", "yes")[0] == 0
    text = (party / FILE).read_text(encoding="utf-8")
    assert text.partition("answers.json\n")[2] == "candidate: ann\nblanket: yes\n---\n\nI shall listen.\n"


def test_who_stands_among_the_silent_is_told_and_nothing_is_written(
    party: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (party / "data/questionnaires/left.yml").open("a", encoding="utf-8") as file:
        file.write("silent: [{candidate: ann, status: promised}]\n")
    status, said = run(party, monkeypatch, REPLY)
    assert status == 1
    assert "'ann' stands in 'silent', and has answered in content/answers/left/ann.md.\n    Take this line out." in said
    assert not (party / FILE).exists()


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--questionnaire", "lefft", "There is no questionnaire 'lefft'. Did you mean 'left'?"),
        ("--candidate", "anne", "'anne' is no candidate of committee. Did you mean 'ann'?"),
    ],
)
def test_names_that_are_not_known_get_a_sentence(
    party: Path, monkeypatch: pytest.MonkeyPatch, option: str, value: str, hint: str
) -> None:
    status, said = run(party, monkeypatch, REPLY, option, value)
    assert status == 2
    assert hint in " ".join(said.split())
