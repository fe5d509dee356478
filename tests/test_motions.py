"""Motions on a built site: consent, the text as carried, one text everywhere, families, filters, blanks."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from sitegen.word_files import read_word
from tests import ROOT
from tests.pages import read_pages
from tests.parties import TODAY, read_tree, run_sitegen, write_party

MOTION = "---\ntitle: A later bus\ndate: 2026-02-01\nstatus: {status}\n{more}---\n{body}"


def motion(body: str = "That there be one.\n", status: str = "submitted", more: str = "") -> str:
    """The file of a motion."""
    return MOTION.format(status=status, more=more, body=body)


def build(folder: Path, files: dict[str, str]) -> Path:
    """The site of the smallest party with these files."""
    party = write_party(folder / "party", files)
    built = run_sitegen(party, "build", "--today", TODAY, "-d", str(folder / "site"))
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


def test_names_without_consent_are_in_no_output(tmp_path: Path) -> None:
    names = "supporters: {count: over 20, names: [{name: Shown Example, consent: yes}, {name: Hidden Example}]}\n"
    private = (ROOT / "tests/bad_input/base/data/party.yml").read_text("utf-8") + "\nrepository: private\n"
    site = build(tmp_path, {"content/motions/bus.md": motion(more=names), "data/party.yml": private})
    tree = read_tree(site)
    assert [path for path, content in tree.items() if b"Hidden" in content] == []
    page = tree["motions/bus/index.html"].decode()
    assert "over 20 members" in page
    assert "Shown Example" in page


def test_each_clause_has_an_address_that_links_can_name(tmp_path: Path) -> None:
    body = "## We resolve\n\n1. one\n2. two\n3. three\n   a) deep\n"
    news = "---\ntitle: The spring fair\ndate: 2026-03-01\n---\nAs [resolves 3 a](motions:bus#resolves-3-a) says.\n"
    site = build(tmp_path, {"content/motions/bus.md": motion(body), "content/news/fair.md": news})
    assert 'href="../../motions/bus/#resolves-3-a"' in (site / "news/fair/index.html").read_text("utf-8")
    page = read_pages(site)["motions/bus/index.html"]
    assert {"resolves", "resolves-1", "resolves-3-a", "we-resolve"} <= set(page.ids)


def test_a_link_to_a_clause_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    news = "---\ntitle: The fair\ndate: 2026-03-01\n---\nSee [it](motions:bus#resolves-4-a).\n"
    party = write_party(tmp_path, {"content/motions/bus.md": motion(), "content/news/fair.md": news})
    said = run_sitegen(party, "check", "--today", TODAY).stdout
    assert "content/news/fair.md:5: 'motions:bus' has no part '#resolves-4-a'." in said


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A motion carried as amended, with an amendment that was amended."""
    files = {
        "content/motions/bus.md": motion("That the last bus leave at 9 pm.\n", "carried-as-amended"),
        "content/motions/first.md": motion(
            "", "carried", "amends: {motion: bus, op: replace, clause: text.1, words: 9 pm, text: 10 pm}\n"
        ),
        "content/motions/second.md": motion(
            "", "carried", 'amends: {motion: first, op: replace, words: "10", text: "10.30"}\n'
        ),
    }
    return build(tmp_path_factory.mktemp("amended"), files)


def test_a_motion_carried_as_amended_shows_the_text_as_carried(amended: Path) -> None:
    page = (amended / "motions/bus/index.html").read_text("utf-8")
    assert "That the last bus leave at 10.30 pm." in page
    assert re.search(r"<details>.*That the last bus leave at 9 pm\.", page, re.DOTALL)
    assert "That the last bus leave at 10.30 pm." in (amended / "motions/bus/bus.txt").read_text("utf-8")
    assert "10.30 pm" in (amended / "motions/feed.xml").read_text("utf-8")


def test_a_difference_is_seen_and_heard(amended: Path) -> None:
    page = (amended / "motions/first/index.html").read_text("utf-8")
    assert '<del><span class="unseen">[taken out: </span>9 pm<span class="unseen">]</span></del>' in page
    assert '<ins><span class="unseen">[added: </span>10.30 pm<span class="unseen">]</span></ins>' in page
    assert "In text 1, replace “9 pm” by “10 pm”." in (amended / "motions/first/first.txt").read_text("utf-8")


def test_the_text_is_numbered_alike_on_page_feed_and_text(tmp_path: Path) -> None:
    body = "## We resolve\n\n4. four\n   (a) first\n   – dash\n- bullet\n"
    site = build(tmp_path, {"content/motions/bus.md": motion(body, "carried")})
    page, text, feed = (
        (site / f"motions/{file}").read_text("utf-8") for file in ("bus/index.html", "bus/bus.txt", "feed.json")
    )
    assert re.findall(r'clauses__label">([^<]+)<', page) == ["4.", "(a)", "–", "•"]
    assert re.findall(r"^ *(4\.|\(a\)|–|•) ", text, re.MULTILINE) == ["4.", "(a)", "–", "•"]
    html = json.loads(feed)["items"][0]["content_html"]
    assert [words for words in ("4. four", "(a) first", "– dash", "• bullet") if words not in html] == []


def test_word_has_the_same_marks_and_goes_on_counting_where_clauses_are_counted(tmp_path: Path) -> None:
    body = "## We resolve\n\n4. four\n   (a) first\n\nLead:\n\n5. five\n"
    files = {"content/motions/bus.md": motion(body, "carried"), "content/motions/tram.md": motion(body, "tabled")}
    site = build(tmp_path, files)
    as_written = read_word((site / "motions/bus/bus.docx").read_bytes())
    found = [one.text for one in as_written if one.text.endswith(("four", "first", "five"))]
    assert found == ["4. four", "(a) first", "5. five"]
    counted = read_word((site / "motions/tram/tram.docx").read_bytes())
    marks = [(one.mark, one.text) for one in counted if one.text in ("four", "first", "five")]
    assert marks == [("1.", "four"), ("a)", "first"), ("2.", "five")]


def test_blanks_stand_as_words_everywhere_without_a_script(tmp_path: Path) -> None:
    more = "blanks: {clp: name of your CLP}\n"
    site = build(tmp_path, {"content/motions/bus.md": motion("{{ clp }} asks.\n", "model", more)})
    page = (site / "motions/bus/index.html").read_text("utf-8")
    assert '<mark data-blank="clp">[name of your CLP]</mark> asks.' in page
    assert "[name of your CLP] asks." in (site / "motions/bus/bus.txt").read_text("utf-8")
    assert "[name of your CLP]" in (site / "motions/feed.xml").read_text("utf-8")


def test_no_blank_is_raw_in_anything_that_a_person_or_a_machine_reads(tmp_path: Path) -> None:
    more = (
        "blanks: {clp: name of your CLP}\ntype: model\ntags: [buses]\neditors_note: Ask {{ clp }}.\n"
        "outcomes: {carried: '{{ clp }} writes.'}\n"
        "sample_letters: [{to: jo@example.org, subject: 'From {{ clp }}', body: 'We are {{ clp }}.'}]\n"
    )
    body = "{{ clp }} asks [{{ clp }}](https://example.org/).\n\n## {{ clp }} resolves\n\n1. for {{ clp }};\n"
    text = motion(body, "model", more)
    issue = "---\ntitle: March\ndate: 2026-03-01\nissue_number: 1\nitems: [motions:bus]\n---\nRead on.\n"
    files = {"content/motions/bus.md": text, "content/newsletters/march.md": issue}
    files["content/motions/named.md"] = text.replace("A later bus", '"{{ clp }} asks"').replace(
        "tags", "summary: S {{ clp }}\ntags"
    )
    tree = read_tree(build(tmp_path, files))
    for path in [path for path in tree if path.endswith(".docx")]:
        with zipfile.ZipFile(io.BytesIO(tree[path])) as word:
            tree.update({f"{path}/{name}": word.read(name) for name in word.namelist()})
    for_the_script = re.compile(rb'<template id="[^"]*">.*?</template>|data-subject="From {{ clp }}"', re.DOTALL)
    assert [path for path, content in tree.items() if b"{{ clp }}" in for_the_script.sub(b"", content)] == []
    assert b'content="[name of your CLP] asks' in tree["motions/bus/index.html"]
    assert b'"summary":"[name of your CLP] asks' in tree["motions/feed.json"]


def test_the_text_file_says_what_the_page_says_and_drops_nothing(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "rose.png")
    more = (
        "meeting_date: 2026-02-12\nvote: {for: 12, against: 3, abstain: 1}\nsummary: Asks for *it*.\n"
        "supporters: {count: over 20, names: [{name: Jo Example, consent: yes}]}\n"
        "corrections: [{date: 2026-02-20, text: The day was wrong.}]\n"
        "sources: [{title: The timetable, url: https://example.org/t}]\n"
        "outcomes: {carried: 'We write:\\n\\n- at once\\n- in May'}\n".replace("'", '"')
    )
    body = "1. A rose: ![a red rose](../rose.png)\n2. | a | b |\n   |---|---|\n   | c | d |\n\n> Said so.\n"
    files = {"content/motions/bus.md": motion(body, "carried", more)}
    party = write_party(tmp_path / "party", files)
    (tmp_path / "rose.png").rename(party / "content" / "rose.png")
    built = run_sitegen(party, "build", "--today", TODAY, "-d", str(tmp_path / "site"))
    assert built.returncode == 0, built.stdout
    text = (tmp_path / "site/motions/bus/bus.txt").read_text("utf-8")
    for words in (
        "Supported by: over 20 members, among them Jo Example\nMeeting: 12 February 2026\nVote: 12 for, 3 against",
        "In short: Asks for it.", "1.  A rose: [a red rose]", "    c | d",
        "  “Said so.”", "If carried:\n\nWe write:\n\n• at once\n\n• in May", "Corrections\n-----------",
        "•   The timetable (https://example.org/t)", "This motion on the web: https://",
    ):  # fmt: skip
        assert words in text, words


def test_motions_of_one_item_are_listed_by_letter(tmp_path: Path) -> None:
    item = "meeting: The spring meeting\nagenda_item: '6'\nletter: {}\n"
    files = {
        f"content/motions/{name}.md": motion(more=item.format(letter)).replace("A later bus", f"Title {name}")
        for name, letter in (("ten", "10"), ("b-one", "B1"), ("two", "2"), ("a", "A"), ("b", "B"))
    }
    page = (build(tmp_path, files) / "motions/a/index.html").read_text("utf-8")
    listed = re.findall(r"Title ([a-z-]+)", page[page.index('id="at-agenda"') : page.index('id="at-files"')])
    assert list(dict.fromkeys(listed)) == ["a", "b", "b-one", "two", "ten"]


def test_outcomes_stand_last_and_say_on_what_they_depend(tmp_path: Path) -> None:
    more = "type: procedural\noutcomes: {carried: We vote., lost: We go on.}\n"
    site = build(tmp_path, {"content/motions/bus.md": motion(more=more)})
    for name in ("index.html", "bus.txt"):
        text = (site / f"motions/bus/{name}").read_text("utf-8")
        places = [
            text.index(words) for words in ("one.", "Outcome", "If carried:", "We vote.", "If lost:", "We go on.")
        ]
        assert places == sorted(places)


def test_every_motion_of_the_sample_is_in_its_filters(built_site: Path) -> None:
    pages = read_pages(built_site)
    lists = [path for path in pages if re.fullmatch(r"motions/(status|type|topic)/[a-z-]+/index\.html", path)]
    assert len([path for path in lists if path.startswith("motions/status/")]) == 17
    assert len([path for path in lists if path.startswith("motions/type/")]) == 9
    carried = (built_site / "motions/status/carried-as-amended/index.html").read_text("utf-8")
    assert "Fair pay at the depot" in carried


def test_descent_is_a_tree_from_branch_to_conference(built_site: Path) -> None:
    page = (built_site / "motions/late-buses/index.html").read_text("utf-8")
    family = page[page.index('id="at-family"') :]
    titles = ("A bus home from the late shift", "Late buses", "Composite 7: buses and trains")
    places = [family.index(f">{title}</a>") for title in titles]
    assert places == sorted(places)


def test_sixty_levels_and_two_hundred_clauses_build(tmp_path: Path) -> None:
    deep = "".join(f"{'   ' * depth}1. level {depth}\n" for depth in range(60))
    many = "".join(f"{number}. clause {number}\n" for number in range(1, 201))
    site = build(tmp_path, {"content/motions/deep.md": motion(deep), "content/motions/many.md": motion(many)})
    assert "level 59" in (site / "motions/deep/index.html").read_text("utf-8")
    assert 'id="text-200"' in (site / "motions/many/index.html").read_text("utf-8")
    assert "200. clause 200" in (site / "motions/many/many.txt").read_text("utf-8")
