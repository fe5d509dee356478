"""Results: what is computed and what is not, polls apart from elections, every stage in words, data that adds up."""

import re
from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from sitegen.charts.flow import NOBODY, FlowStep, letter_of, make_flow
from sitegen.elections.results import Outcome, Result, ResultKind, make_outcomes, read_outcomes
from sitegen.elections.results.wording import short_votes, stage_words
from sitegen.exports import make_exports
from sitegen.kind import Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.pages import make_pages, make_workshop
from sitegen.site import load_site, read_site
from tests import ROOT
from tests.kind_examples import THEME, make_settings
from tests.parties import write_party

CONTEST = """
title: The committee
positions:
  - {id: member, title: Member, seats: 2}
"""
HEAD = "title: The count\ncontest: committee\n"
NAMES = {"ann": "Ann Ash", "bea": "Bea Birch", "cy": "Cy Cole", "dot": "Dot Dean"}


def make_site(folder: Path, result: str, ballots: str = "", **statuses: str) -> Site:
    """The smallest party with one contest, four candidates and one result."""
    files = {"data/contests/committee.yml": CONTEST, "data/results/count.yml": HEAD + result}
    for id, name in NAMES.items():
        status = f"status: {statuses[id]}\n" if id in statuses else ""
        files[f"content/candidates/committee/{id}.md"] = f"---\nname: {name}\n{status}---\n"
    if ballots:
        files["data/results/count.blt"] = ballots
    return load_site(make_settings(write_party(folder, files)), KINDS, PLANNED)


def outcome_of(site: Site) -> Outcome:
    """The only outcome of the only result."""
    ((entry,),) = (site.of(Result),)
    (outcome,) = make_outcomes(entry, site)
    return outcome


def page_of(site: Site, address: str) -> str:
    """A page without its frame, white space run together."""
    workshop = make_workshop(site, PLANNED, [THEME])
    html = next(page for page in make_pages(workshop) if page.address == address).make()
    return re.sub(r"\s+", " ", str(html))


@pytest.fixture(scope="module")
def sample() -> Site:
    """The sample site, loaded."""
    return load_site(make_settings(ROOT), KINDS, PLANNED)


def test_who_is_elected_by_most_votes_is_computed(tmp_path: Path) -> None:
    lines = "".join(f"  - {{candidate: {id}, votes: {votes}}}\n" for id, votes in zip(NAMES, (3, 9, 1, 7), strict=True))
    outcome = outcome_of(make_site(tmp_path, f"method: fptp\nresults:\n{lines}"))
    assert [(line.name, line.elected) for line in outcome.lines] == [
        ("Bea Birch", True),
        ("Dot Dean", True),
        ("Ann Ash", False),
        ("Cy Cole", False),
    ]


def test_a_mark_settles_equal_votes(tmp_path: Path) -> None:
    lines = (
        "  - {candidate: ann, votes: 9}\n  - {candidate: bea, votes: 5}\n"
        "  - {candidate: cy, votes: 5}\n  - {candidate: dot, votes: 1}\n"
    )
    marked = lines.replace("ann, votes: 9", "ann, votes: 9, elected: yes").replace(
        "cy, votes: 5", "cy, votes: 5, elected: yes"
    )
    outcome = outcome_of(make_site(tmp_path, f"method: fptp\nresults:\n{marked}"))
    assert {line.name for line in outcome.elected} == {"Ann Ash", "Cy Cole"}


def test_more_votes_against_than_for_elect_nobody(tmp_path: Path) -> None:
    lines = "".join(
        f"  - {{candidate: {id}, yes: {yes}, no: 5}}\n" for id, yes in zip(NAMES, (6, 5, 4, 9), strict=True)
    )
    outcome = outcome_of(make_site(tmp_path, f"method: yes-no\nseats: 4\nresults:\n{lines}"))
    assert {line.name for line in outcome.elected} == {"Ann Ash", "Dot Dean"}


def test_an_order_shows_ranks_and_no_other_figure(tmp_path: Path) -> None:
    lines = "".join(f"  - {{candidate: {id}, rank: {rank}}}\n" for rank, id in enumerate(reversed(NAMES), 1))
    site = make_site(tmp_path, f"kind: poll\nconducted_by: The choir\nmethod: order\nresults:\n{lines}")
    html = page_of(site, "elections/committee/results/count/")
    table = html[html.index("<tbody>") : html.index("</tbody>")]
    assert re.findall(r">([^<>]*[A-Za-z0-9][^<>]*)<", table) == [
        *("Dot Dean", "1", "Cy Cole", "2", "Bea Birch", "3", "Ann Ash", "4")
    ]


def poll(folder: Path) -> Site:
    """A poll counted by transferable votes, and nothing else."""
    ballots = '4 2\n7 1 2 0\n4 2 3 0\n3 3 0\n1 4 3 0\n0\n"Ann Ash"\n"Bea Birch"\n"Cy Cole"\n"Dot Dean"\n'
    return make_site(folder, "kind: poll\nconducted_by: The choir\nmethod: stv\nblt: count.blt\n", ballots)


def test_a_poll_marks_nobody_as_elected_anywhere(tmp_path: Path) -> None:
    site = poll(tmp_path)
    assert [line.elected for line in outcome_of(site).lines] == [None] * 4
    assert outcome_of(site).elected == ()
    for address in ("elections/committee/results/count/", "elections/committee/", "elections/committee/ann/"):
        html = page_of(site, address)
        assert not re.search(r"\belected\b", html, re.IGNORECASE), address
        assert "elects nobody" in html


def test_poll_by_stands_above_the_title_of_a_poll_here_and_on_the_contests_page(tmp_path: Path) -> None:
    site = poll(tmp_path)
    assert '<p class="kicker">Poll by The choir</p> <h1>The count</h1>' in page_of(
        site, "elections/committee/results/count/"
    )
    contest = page_of(site, "elections/committee/")
    assert re.search(r'<p class="kicker">Poll by The choir</p> <h3><a href="[^"]+">The count</a></h3>', contest)


def test_the_elections_result_comes_first_and_polls_stand_apart(sample: Site) -> None:
    html = page_of(sample, "elections/campaign-committee-2026/")
    assert html.index('id="at-results"') < html.index('id="at-facts"')
    assert 'id="at-polls"' not in html
    html = page_of(sample, "elections/national-committee-2026/")
    assert 'id="at-results"' not in html
    assert html.index('id="at-facts"') < html.index('id="at-polls"')


def test_a_poll_contradicts_no_status(tmp_path: Path) -> None:
    lines = "".join(f"  - {{candidate: {id}, rank: {rank}}}\n" for rank, id in enumerate(NAMES, 1))
    result = f"kind: poll\nconducted_by: The choir\nmethod: order\nresults:\n{lines}"
    assert make_site(tmp_path, result, ann="not-elected", bea="elected").problems == ()


def test_stages_as_published_and_the_same_ballots_counted_here_are_one_outcome(tmp_path: Path) -> None:
    ballots = '4 2\n7 1 2 0\n4 2 3 0\n3 3 0\n1 4 3 0\n0\n"Ann Ash"\n"Bea Birch"\n"Cy Cole"\n"Dot Dean"\n'
    counted = outcome_of(make_site(tmp_path / "a", "method: stv\nblt: count.blt\n", ballots))
    stages = (
        "quota: 6\nstages:\n"
        "  - {votes: {ann: 7, bea: 4, cy: 3, dot: 1}, elected: [ann]}\n"
        "  - {surplus: ann, votes: {ann: 6, bea: 4.99995, cy: 3, dot: 1}, lost: 0.00005}\n"
        "  - {excluded: dot, votes: {ann: 6, bea: 4.99995, cy: 4}, lost: 0.00005, elected: [bea]}\n"
    )
    stated = outcome_of(make_site(tmp_path / "b", f"method: stv\n{stages}"))
    assert counted.count
    assert stated.count
    assert [one.votes for one in stated.count.stages] == [one.votes for one in counted.count.stages]
    assert [one.name for one in stated.elected] == [one.name for one in counted.elected] == ["Ann Ash", "Bea Birch"]


def test_a_stage_is_told_in_sentences(sample: Site) -> None:
    (outcome,) = [
        one
        for entry in sample.of(Result)
        if entry.fields.kind is ResultKind.ELECTION
        for one in make_outcomes(entry, sample)
        if one.count
    ]
    assert outcome.count
    said = [stage_words(outcome, stage) for stage in outcome.count.stages]
    assert len(said) >= 5
    assert said[0].endswith("Temperance Adjei-Lowe is elected, 7 surplus. Jemima Adeyemi-Stroud is elected, 4 surplus.")
    assert said[3].startswith("Crispin Haldane-Roy has the fewest votes, 12.36, and is excluded. They go on: 3.29 to")
    assert said[-1].endswith("so nothing more is transferred. Perpetua Vane-Osgood is elected without the quota.")


@pytest.mark.parametrize(
    ("units", "words"),
    [
        (0, "0"),
        (1_200_000, "12"),
        (1_240_000, "12.4"),
        (1_235_531, "12.36"),
        (120_453_000, "1,204.53"),
        (10_000_000, "100"),
    ],
)
def test_votes_in_a_sentence_have_no_more_figures_than_needed(units: int, words: str) -> None:
    assert short_votes(units) == words


def test_every_stage_in_the_data_makes_the_valid_papers(sample: Site) -> None:
    texts = {file.address: file.text for export in make_exports(sample) for file in export.files}
    (found,) = [text for address, text in texts.items() if address.endswith("results-stages.csv")]
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line in found.splitlines()[1:]:
        cells = line.split(",")
        sums["/".join(cells[0].split("/")[:3])] += Decimal(cells[10])
    assert len(sums) >= 5
    assert set(sums.values()) == {Decimal(184)}


def test_a_ballot_file_is_searched_for_membership_numbers(tmp_path: Path) -> None:
    files = {
        "data/contests/committee.yml": CONTEST,
        "content/candidates/committee/ann.md": "---\nname: Ann Ash\n---\n",
        "data/results/count.yml": HEAD + "method: stv\nblt: count.blt\n",
        "data/results/count.blt": '1 2\n(A1234567) 1 0\n0\n"Ann Ash"\n',
    }
    _, problems = read_site(make_settings(write_party(tmp_path, files)), KINDS, PLANNED)
    assert [(problem.code, problem.place.file, problem.place.line) for problem in problems] == [
        ("E401", "data/results/count.blt", 2)
    ]


def test_links_lead_to_a_stage_of_a_result(sample: Site) -> None:
    entry = next(one for one in sample.of(Result) if one.id == "campaign-committee-2026")
    assert "stage-3" in set(entry.kind.anchors_of(entry, sample))
    assert 'id="stage-3"' in page_of(sample, entry.address)


def test_what_is_read_of_a_result_is_the_same_however_often_it_is_read(sample: Site) -> None:
    entry = sample.of(Result)[0]
    first = read_outcomes(entry, sample)
    read_outcomes.cache_clear()
    assert read_outcomes(entry, sample) == first


def test_the_bars_of_a_flow_are_whole_and_its_bands_meet_them() -> None:
    steps = [
        FlowStep("1. First", {0: 7, 1: 5}),
        FlowStep("2. Surplus", {0: 5, 1: 6, NOBODY: 1}, ((0, 1, 1), (0, NOBODY, 1))),
    ]
    chart = make_flow("f", "F", ["A", "B"], steps, settled_words="In", nobody_words="Out", columns=("To",), rows=())
    for y in ("24", "120"):
        bars = re.findall(rf'x="([\d.]+)%" width="([\d.]+)%" y="{y}"', chart.svg)
        assert sum(float(width) for _, width in bars) == pytest.approx(100, abs=0.05)
        for (start, width), (following, _) in pairwise(bars):
            assert float(start) + float(width) == pytest.approx(float(following), abs=0.02)
    assert chart.svg.count('class="plot__moves"') == 2
    assert [one.words for one in chart.key] == ["A", "B", "In", "Out"]


def test_the_words_of_a_step_take_two_lines_rather_than_run_off_a_phone() -> None:
    steps = [FlowStep("1. First", {0: 1}), FlowStep("2. Surplus of Persephone Featherstone-Lamb", {0: 1})]
    chart = make_flow("f", "F", ["A"], steps, settled_words="In", nobody_words="Out", columns=("To",), rows=())
    lines = re.findall(r'<text x="0" y="(\d+)" class="plot__over" paint-order="stroke">([^<]+)', chart.svg)
    assert lines == [("16", "1. First"), ("112", "2. Surplus of Persephone"), ("130", "Featherstone-Lamb")]
    assert 'y="138"' in chart.svg


def test_letters_do_not_run_out() -> None:
    assert [letter_of(number) for number in (0, 25, 26, 27)] == ["A", "Z", "A2", "B2"]
