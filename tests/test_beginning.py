"""Every kind can be begun: on the page `/edit/`, and with `sitegen add`; and what is begun is right."""

from pathlib import Path

import pytest

from sitegen.json_schemas import name_of_schema, write_schemas
from sitegen.kinds import KINDS
from sitegen.site import load_site
from tests.editing import WITH_REPOSITORY, begun_by, edit_links, edit_page, errors_of, kinds_begun, named_schema
from tests.kind_examples import make_settings
from tests.parties import TODAY, read_tree, run_sitegen, write_party

LETTER = "---\ntitle: Buses\ndate: 2026-03-01\nstatus: open\naddressees:\n  - {role: Leader}\n---\nDear leader.\n"
QUESTIONS = """title: Two questions
contest: committee
asked_by: Left
questions:
  - {id: q1, text: Will you report?, short: Reports}
  - {id: q2, text: "Will you **come**?"}
silent:
  - {candidate: jo, status: no-reply}
"""
WITH_ALL = {
    **WITH_REPOSITORY,
    "data/officers.yml": "",
    "content/letters/buses.md": LETTER,
    "data/questionnaires/two.yml": QUESTIONS,
}
"""A party in which something of every kind can be begun: a contest with a candidate who is asked, and a letter."""
BLANKS = {
    "draft: yes\n": "",
    "contest: committee-2026": "contest: committee",
    "asked_by: Exampleton": "silent: [{candidate: jo, status: declined}, {candidate: a-new-candidate, "
    "status: promised}]\nasked_by: Exampleton",
    "candidate: jo-example": "candidate: jo",
    "## q1\n": "## q1\n\nYes, each month.\n",
    "/an-old-address/": "/2019/spring-fair/",
    "new: /  #": "new: news:fair  #",
}
"""What somebody writes who finishes all that was begun."""


def test_the_edit_page_begins_a_file_of_every_kind(tmp_path: Path) -> None:
    begun = begun_by(edit_links(write_party(tmp_path, WITH_ALL)))
    assert {kind.name for kind in KINDS} - {name.removesuffix(".one") for name in kinds_begun(begun)} == set()


def test_all_that_the_edit_page_begins_can_be_saved_as_it_is_and_published_once_it_is_filled_in(tmp_path: Path) -> None:
    party = write_party(tmp_path, WITH_ALL)
    begun = begun_by(edit_links(party))
    write_party(party, begun)
    write_schemas(party / ".schemas", KINDS)
    for path in begun:
        named = name_of_schema(path, KINDS)
        assert not named or named_schema(party / path) == (party / f".schemas/{named}.json").resolve(strict=True)
    assert errors_of(party) == []
    for path, text in begun.items():
        filled = text
        for blank, words in BLANKS.items():
            filled = filled.replace(blank, words)
        write_party(party, {path: filled})
    write_party(
        party, {"data/questionnaires/two.yml": QUESTIONS.replace("candidate: jo", "candidate: a-new-candidate")}
    )
    assert errors_of(party) == []
    assert {kind.name for kind in KINDS if not load_site(make_settings(party), KINDS).entries[kind.name]} == set()


def test_an_empty_site_says_what_has_to_be_begun_first(tmp_path: Path) -> None:
    rows = edit_page(write_party(tmp_path)).iter("section")
    words = {row.get("aria-labelledby"): "".join(map(str, row.itertext())) for row in rows}
    firsts = {"candidates": "contest", "nominations": "contest", "answers": "questionnaire", "signatories": "letter"}
    for kind, owner in firsts.items():
        assert f"Begin a {owner} first, and publish it." in words[f"at-{kind}"]
    assert "first," not in words["at-contests"]


def test_answers_are_begun_with_the_questions_for_each_candidate_who_has_none(tmp_path: Path) -> None:
    party = write_party(tmp_path, WITH_ALL)
    text = begun_by(edit_links(party))["content/answers/two/jo.md"]
    assert "# q1: Reports\n# q2: Will you come?\n" in text
    assert text.endswith("---\n## q1\n\n## q2\n")
    write_party(party, {"content/answers/two/jo.md": text})
    assert "content/answers/two/jo.md" not in begun_by(edit_links(party))
    assert "'jo' stands in 'silent', and has answered" in "".join(
        errors_of(
            write_party(party, {"content/answers/two/jo.md": text.replace("draft: yes", "publish_from: 2026-04-01")})
        )
    )


def test_whoever_promised_an_answer_is_offered_first_and_whoever_withdrew_not_at_all(tmp_path: Path) -> None:
    status = {"ann": "declined", "bea": "no-reply", "cy": "promised", "dot": "withdrawn", "jo": "not-asked"}
    silent = "".join(f"  - {{candidate: {id}, status: {what}}}\n" for id, what in status.items())
    people = {f"content/candidates/committee/{id}.md": f"---\nname: {id.title()}\n---\nMe.\n" for id in status}
    questions = QUESTIONS.replace("  - {candidate: jo, status: no-reply}\n", silent)
    party = write_party(tmp_path, {**WITH_ALL, **people, "data/questionnaires/two.yml": questions})
    begun = [path for path in begun_by(edit_links(party)) if path.startswith("content/answers/")]
    assert begun == [f"content/answers/two/{id}.md" for id in ("cy", "bea", "ann")]


def test_a_candidate_can_be_begun_in_each_of_several_contests(tmp_path: Path) -> None:
    other = "title: Conference\nyear: 2026\npositions: [{id: delegate, title: Delegate}]\n"
    begun = begun_by(edit_links(write_party(tmp_path, {**WITH_ALL, "data/contests/conference.yml": other})))
    assert {f"content/candidates/{id}/a-new-candidate.md" for id in ("committee", "conference")} <= set(begun)


def test_answers_are_added_by_candidate_and_questionnaire(tmp_path: Path) -> None:
    party = write_party(tmp_path, WITH_ALL)
    done = run_sitegen(party, "add", "answers", "Jo", "--questionnaire", "two", "--today", TODAY)
    assert done.stdout == "Wrote content/answers/two/jo.md. Take 'draft: yes' out when it is ready.\n", done.stderr
    assert "## q1\n\n## q2\n" in (party / "content/answers/two/jo.md").read_text(encoding="utf-8")
    assert errors_of(party) == []
    again = run_sitegen(party, "add", "answers", "jo", "--questionnaire", "two")
    assert (again.returncode, "content/answers/two/jo.md is there already." in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("answers", "jo"), "--questionnaire and its id"),
        (("answers", "jo", "--questionnaire", "twoo"), "There is no questionnaire 'twoo'. Did you mean 'two'?"),
        (("answers", "joe", "--questionnaire", "two"), "No answer of 'joe' is waited for. Did you mean 'jo'?"),
        (("candidate", "Ann", "--contest", "comittee"), "There is no contest 'comittee'. Did you mean 'committee'?"),
    ],
)
def test_what_belongs_to_nothing_is_not_added(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    party = write_party(tmp_path, WITH_ALL)
    before = read_tree(party)
    done = run_sitegen(party, "add", *arguments)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert read_tree(party) == before


def test_a_redirect_is_added_by_its_old_address(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    for old in ("/2019/03/spring-fair/", "/shop.html"):
        done = run_sitegen(party, "add", "redirect", old)
        assert done.returncode == 0, done.stderr
    written = (party / "data/redirects.yml").read_text(encoding="utf-8")
    assert written.count("redirects:") == 1
    assert '  - old: "/2019/03/spring-fair/"\n    new: /' in written
    assert errors_of(party) == []
