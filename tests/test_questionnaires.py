"""Questionnaires: everybody accounted for, counted by who was asked, and in one order whatever the files are called."""

import json
import random
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from sitegen.elections.questions import Questionnaire, SilentStatus, Stance
from sitegen.elections.replies import Reply, count_replies, count_stances, listed_replies, make_replies
from sitegen.elections.reply_words import count_sentence, silent_words
from sitegen.exports import make_exports
from sitegen.kind import Entry, Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.pages import make_pages, make_workshop
from sitegen.pages.subscriptions import make_feeds
from sitegen.site import load_site
from tests import ROOT
from tests.kind_examples import SITE_URL, THEME, make_settings
from tests.parties import write_party

NAMES = {"ann": "Ann Tolliver", "bea": "Bea Okafor", "cy": "Cy Abel", "dot": "Dot de Vere", "eve": "Eve Abara"}
CONTEST = "title: Committee\npositions: [{id: member, title: Member}]\n"
ASKED = "title: Two questions\ncontest: committee\nasked_by: Us\nasked_on: 2026-02-20\ndeadline: 2026-03-12\n"
QUESTIONS = (
    "questions:\n  - {id: q1, short: Meetings, text: Will you, parts: [{id: a, text: come?}, {id: b, text: write?}]}\n"
    "  - {id: q2, text: Anything else?}\n"
)
SILENT = "silent:\n  - {candidate: dot, status: not-known}\n  - {candidate: eve, status: no-reply}\n"
ANSWERS = {
    "ann": "---\nreceived_on: 2026-03-01\nstances: {q1: yes}\n---\nHello.\n\n## q1\n\nYes.\n",
    "bea": (
        "---\nstances: {q1: {a: no, b: none}, q2: qualified}\nstances_by: editor\n---\n"
        "## q1\n\nNo.\n\n## q2\n\nSo so.\n"
    ),
    "cy": "---\nblanket: yes\n---\nI *listen*.\n",
}


def write_asked(folder: Path, files: dict[str, str] | None = None) -> Site:
    """A small party that asked five candidates two questions; three have answered."""
    party = {
        "data/contests/committee.yml": CONTEST,
        "data/questionnaires/left.yml": ASKED + QUESTIONS + SILENT,
        **{f"content/candidates/committee/{id}.md": f"---\nname: {name}\n---\n" for id, name in NAMES.items()},
        **{f"content/answers/left/{id}.md": text for id, text in ANSWERS.items()},
    }
    return load_site(make_settings(write_party(folder, {**party, **(files or {})})), KINDS, PLANNED)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """That party, loaded."""
    return write_asked(tmp_path_factory.mktemp("asked"))


def questionnaire_of(site: Site) -> Entry[Questionnaire]:
    """The one questionnaire of a site."""
    (found,) = site.of(Questionnaire)
    return found


def reply_of(site: Site, id: str) -> Reply:
    """The reply of one candidate."""
    return next(one for one in make_replies(questionnaire_of(site), site) if one.candidate.id == id)


def pages_of(site: Site) -> dict[str, str]:
    """Every page below the contest, by address."""
    workshop = make_workshop(site, PLANNED, [THEME])
    return {page.address: str(page.make()) for page in make_pages(workshop) if page.address.startswith("elections/")}


def test_candidates_stand_in_the_order_of_the_contest(asked: Site) -> None:
    replies = make_replies(questionnaire_of(asked), asked)
    assert [reply.candidate.id for reply in replies] == ["eve", "cy", "bea", "ann", "dot"]


def test_a_plain_stance_stands_for_each_part(asked: Site) -> None:
    question = questionnaire_of(asked).fields.questions[0]
    assert [mark.stance for mark in reply_of(asked, "ann").marks_on(question)] == [Stance.YES, Stance.YES]
    assert [mark.stance for mark in reply_of(asked, "bea").marks_on(question)] == [Stance.NO, Stance.NONE]


def test_without_a_stance_it_is_own_words_where_there_are_words_and_no_answer_where_there_are_none(asked: Site) -> None:
    question = questionnaire_of(asked).fields.questions[1]
    assert [mark.stance for mark in reply_of(asked, "ann").marks_on(question)] == [Stance.NONE]
    assert [mark.stance for mark in reply_of(asked, "cy").marks_on(question)] == [Stance.OTHER]


def test_only_those_who_were_asked_are_counted(asked: Site) -> None:
    replies = make_replies(questionnaire_of(asked), asked)
    assert (
        count_sentence(count_replies(replies)) == "Answered by 3 of 4 (those asked); 1 more: not known whether asked."
    )


def test_stances_are_counted_by_part_in_one_order(asked: Site) -> None:
    first = questionnaire_of(asked).fields.questions[0]
    replies = make_replies(questionnaire_of(asked), asked)
    assert count_stances(first, first.parts[0], replies) == {Stance.YES: 1, Stance.NO: 1, Stance.OTHER: 1}
    assert count_stances(first, first.parts[1], replies) == {Stance.YES: 1, Stance.OTHER: 1, Stance.NONE: 1}


SENTENCES = {
    SilentStatus.NO_REPLY: (
        "Contacted on 20 February 2026; no reply yet; the deadline is 12 March 2026.",
        "Contacted on 20 February 2026; no reply by the deadline, 12 March 2026.",
    ),
    SilentStatus.PROMISED: (
        "Contacted on 20 February 2026; said they would answer; the deadline is 12 March 2026.",
        "Contacted on 20 February 2026; said they would answer, did not by the deadline, 12 March 2026.",
    ),
    SilentStatus.STATEMENT_ONLY: ("Contacted on 20 February 2026; sent a statement, did not answer.",) * 2,
    SilentStatus.DECLINED: ("Contacted on 20 February 2026; declined to answer.",) * 2,
    SilentStatus.NOT_ASKED: ("Not asked: the questions were sent on 20 February 2026.",) * 2,
    SilentStatus.NOT_KNOWN: ("Not known whether asked. The others were asked on 20 February 2026.",) * 2,
    SilentStatus.WITHDRAWN: ("Withdrew from the contest; no answer.",) * 2,
}


@pytest.mark.parametrize("status", list(SilentStatus))
def test_every_silent_state_has_a_sentence_of_its_own_with_its_dates(status: SilentStatus, asked: Site) -> None:
    reply = reply_of(asked, "eve")
    assert reply.silent is not None
    silent = reply.silent.model_copy(update={"status": status})
    said = [
        silent_words(silent, questionnaire_of(asked).fields, reply.candidate.fields, date(2026, 3, day))
        for day in (12, 13)
    ]
    assert tuple(said) == SENTENCES[status]


def test_the_sample_uses_every_state_and_every_stance() -> None:
    site = load_site(make_settings(ROOT), KINDS, PLANNED)
    entry = next(one for one in site.of(Questionnaire) if one.id == "four-questions")
    replies = make_replies(entry, site)
    assert {one.status for one in entry.fields.silent} == set(SilentStatus)
    assert len(entry.fields.questions) == 4
    assert all(len(question.parts) == 2 for question in entry.fields.questions)
    marks = {
        mark.stance for reply in replies for question in entry.fields.questions for mark in reply.marks_on(question)
    }
    assert marks == set(Stance)
    assert all((reply.answers is None) != (reply.silent is None) for reply in replies)


def test_an_answer_that_is_a_draft_is_told_and_not_shown(tmp_path: Path) -> None:
    site = write_asked(tmp_path, {"content/answers/left/ann.md": "---\ndraft: yes\n---\n## q1\n\nSecret.\n"})
    pages = pages_of(site)
    assert "An answer is here and is not published yet." in pages["elections/committee/left/q1/"]
    assert not any("Secret" in page for page in pages.values())


def test_a_draft_of_a_questionnaire_hides_its_answers(tmp_path: Path) -> None:
    site = write_asked(tmp_path, {"data/questionnaires/left.yml": ASKED + "draft: yes\n" + QUESTIONS + SILENT})
    pages = pages_of(site)
    assert not any("left" in address for address in pages)
    assert not any("So so." in page for page in pages.values())


def test_a_candidate_who_is_a_draft_hides_the_answers(tmp_path: Path) -> None:
    draft = {"content/candidates/committee/bea.md": "---\nname: Bea Okafor\ndraft: yes\n---\n"}
    assert not any("So so." in page for page in pages_of(write_asked(tmp_path, draft)).values())


def test_every_candidate_has_a_place_on_every_page_in_the_same_order(asked: Site) -> None:
    pages = pages_of(asked)
    for address in ("elections/committee/left/", "elections/committee/left/q1/", "elections/committee/left/q2/"):
        places = [pages[address].index(NAMES[id]) for id in ("eve", "cy", "bea", "ann", "dot")]
        assert places == sorted(places), address


def test_the_table_has_headings_that_say_which_cells_they_are_of(asked: Site) -> None:
    page: Any = lxml_html.fromstring(pages_of(asked)["elections/committee/left/"])
    (table,) = page.xpath("//table")
    assert [one.get("scope") for one in table.xpath("thead//th")] == ["col", "colgroup", "col", "col", "col"]
    rows = table.xpath("tbody/tr")
    assert [row[0].get("scope") for row in rows] == ["row"] * 5
    assert {sum(int(cell.get("colspan", 1)) for cell in row) for row in rows} == {4}
    words = [cell.text_content() for cell in rows[2].xpath("td")]
    assert [re.sub(r"\s+", " ", one).strip() for one in words] == [
        "1a) come? No, Bea Okafor on question 1a",
        "1b) write? No answer, Bea Okafor on question 1b",
        "Question 2 Partly, Bea Okafor on question 2",
    ]


def test_our_reading_is_said_wherever_the_marks_stand(asked: Site) -> None:
    pages = pages_of(asked)
    for address in ("elections/committee/left/", "elections/committee/left/q2/", "elections/committee/bea/"):
        assert "Our reading of the answer" in pages[address], address
    assert "Our reading of the answer" not in pages["elections/committee/ann/"]


def test_each_answer_can_be_linked_to_on_both_pages(tmp_path: Path) -> None:
    links = [
        "questionnaires:left", "questionnaires:left#q2", "questionnaires:left/q1", "questionnaires:left/q1#q1-dot",
        "candidates:committee/bea#at-answers-left-q2", "answers:left/bea", "../answers/left/cy.md",
    ]  # fmt: skip
    text = "".join(f"- [An answer {number}]({link})\n" for number, link in enumerate(links))
    news = {"content/news/fair.md": f"---\ntitle: The fair\ndate: 2026-03-01\n---\n{text}"}
    site = write_asked(tmp_path, news)
    assert [problem for problem in site.problems if problem.place.file == "content/news/fair.md"] == []
    workshop = make_workshop(site, PLANNED, [THEME])
    pages = {page.address: str(page.make()) for page in make_pages(workshop)}
    hrefs = re.findall(r'href="(?:\.\./)*(elections/[^"]+)"', pages["news/fair/"])
    for href in hrefs:
        address, _, anchor = href.partition("#")
        assert not anchor or f'id="{anchor}"' in pages[address], href
    assert len(hrefs) == len(links)


def test_the_order_and_the_names_of_files_and_lines_change_no_byte(tmp_path: Path) -> None:
    stances, words = ["q1: {a: no, b: none}", "q2: qualified"], ["## q1\n\nNo.", "## q2\n\nSo so."]
    made = []
    for number in range(3):
        order = [*NAMES]
        random.Random(number).shuffle(order)
        folder = tmp_path / str(number)
        lines = [f"  - {{candidate: {id}, status: no-reply}}\n" for id in order if id not in ANSWERS]
        files = {f"content/answers/left/{id}.md": ANSWERS[id] for id in order if id in ANSWERS}
        turned = slice(None, None, -1 if number else 1)
        front = f"stances_by: editor\nstances: {{{', '.join(stances[turned])}}}"
        files["content/answers/left/bea.md"] = f"---\n{front}\n---\n" + "\n\n".join(words[turned]) + "\n"
        files["data/questionnaires/left.yml"] = f"{ASKED}{QUESTIONS}silent:\n{''.join(lines)}"
        site = write_asked(folder, files)
        exports = [file.text for one in make_exports(site) for file in one.files]
        made.append((pages_of(site), exports))
    assert made[0] == made[1] == made[2]


def test_the_data_accounts_for_everyone_and_every_part(asked: Site) -> None:
    (export,) = (one for one in make_exports(asked) if one.dataset.path == "committee/answers")
    rows = json.loads(export.files[1].text)["rows"]
    assert len(rows) == 5 * 3
    by_id = {row["id"]: row for row in rows}
    assert by_id["left/q1/b/bea"]["stance"] == "none"
    assert (by_id["left/q2/bea"]["stances_by"], by_id["left/q2/bea"]["text"]) == ("editor", "So so.")
    assert (by_id["left/q1/a/cy"]["one_text"], by_id["left/q1/a/cy"]["text"]) == (True, "I listen.")
    assert (by_id["left/q2/dot"]["state"], by_id["left/q2/dot"]["stance"]) == ("not-known", None)


def test_no_ids_of_words_clash_where_many_answers_stand_on_one_page(tmp_path: Path) -> None:
    words = (
        "## q1\n\nYes.[^1]\n\n### Why\n\nBecause [of it][there].\n\n## q2\n\nNo.[^1]\n\n"
        "[^1]: By post.\n[there]: https://example.org/\n"
    )
    site = write_asked(tmp_path, {f"content/answers/left/{id}.md": words for id in ANSWERS})
    for address, page in pages_of(site).items():
        ids = re.findall(r'\bid="([^"]*)"', page)
        assert sorted(set(ids)) == sorted(ids), address
    page = pages_of(site)["elections/committee/left/q1/"]
    assert page.count("<h4>Why</h4>") == page.count('<a href="https://example.org/">of it</a>') == 3
    assert page.count("By post.") == 3


def test_unlisted_candidates_are_accounted_for_and_stand_in_no_list(tmp_path: Path) -> None:
    hidden = {"content/candidates/committee/eve.md": "---\nname: Eve Abara\nvisibility: unlisted\n---\n"}
    site = write_asked(tmp_path, hidden)
    assert [one.candidate.id for one in listed_replies(questionnaire_of(site), site)] == ["cy", "bea", "ann", "dot"]
    pages = pages_of(site)
    assert "Eve Abara" not in pages["elections/committee/left/"]
    assert 'id="at-answers-left"' in pages["elections/committee/eve/"]


def test_questions_and_answers_stand_in_the_contests_feed_on_the_day_when_they_came(asked: Site) -> None:
    feeds = dict(make_feeds(make_workshop(asked, PLANNED, [THEME]), lambda _address, _text: None))
    items = json.loads(feeds["elections/committee/feed.json"])["items"]
    assert [(item["title"], item["date_published"][:10]) for item in items] == [
        ("Ann Tolliver: Two questions", "2026-03-01"),
        ("Two questions", "2026-02-20"),
    ]
    assert "Hello." in items[0]["content_html"]
    assert items[0]["id"] == f"{SITE_URL}elections/committee/ann/#at-answers-left"
    assert items[1]["date_modified"][:10] == "2026-03-01"
    assert [path for path in feeds if path.startswith("elections/") and path.count("/") > 2] == []
    assert "Ann Tolliver" not in feeds["feed.json"].decode()
