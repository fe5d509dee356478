"""Elections: the order of candidates, tallies, and the two published lists of 2020."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from sitegen.elections.models import Candidate, Contest, NominationList, NominatorType
from sitegen.elections.order import order_candidates
from sitegen.elections.tally import Tally, main_type, make_tallies
from sitegen.elections.wording import note_words, standing_words, total_words
from sitegen.kind import Entry, Settings, Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.site import load_site
from tests import ROOT
from tests.kind_examples import make_settings
from tests.parties import write_party

CONTEST = """
title: Committee election, 2026
boundaries: 2024
positions:
  - {id: members, title: Members' section, threshold: {type: clp, count: 2}}
  - {id: wales, title: Wales section}
"""
NAMES = {"ann": "Ann Tolliver", "bea": "Bea Okafor-Pike", "cy": "Cy Ábel", "dot": "Dot de Vere", "eve": "Eve Abara"}


def write_contest(
    folder: Path, more: str = "", rows: str = "", aliases: str = "", candidates: Mapping[str, str] | None = None
) -> Site:
    """A small party with one contest; `candidates` are further lines of a candidate's front matter."""
    files = {"data/contests/committee.yml": CONTEST + more}
    for id, name in NAMES.items():
        front = (candidates or {}).get(id, "position: members")
        files[f"content/candidates/committee/{id}.md"] = f"---\nname: {name}\n{front}\n---\n"
    if rows:
        files["data/nominations/committee.csv"] = rows
    if aliases:
        files["data/nominations/committee.aliases.yml"] = aliases
    return load_site(make_settings(write_party(folder, files)), KINDS, PLANNED)


def contest_of(site: Site) -> Entry[Contest]:
    """The one contest of a site."""
    (contest,) = site.of(Contest)
    return contest


def tally_of(site: Site, id: str) -> Tally:
    """The tally of one candidate."""
    return next(tally for tally in make_tallies(contest_of(site), site) if tally.candidate.id == id)


def order_of(site: Site) -> list[str]:
    """The ids of all candidates in their order."""
    return [entry.id for entry in order_candidates(contest_of(site).fields, site.of(Candidate))]


def test_by_name_is_by_the_last_word_without_accents_unless_a_sort_name_says_otherwise(tmp_path: Path) -> None:
    assert order_of(write_contest(tmp_path / "plain")) == ["eve", "cy", "bea", "ann", "dot"]
    named = {"dot": "position: members\nsort_name: De Vere, Dot"}
    assert order_of(write_contest(tmp_path / "named", candidates=named)) == ["eve", "cy", "dot", "bea", "ann"]


def test_positions_come_in_their_order_and_an_unknown_one_last(tmp_path: Path) -> None:
    positions = {"eve": "position: unknown", "bea": "position: wales"}
    assert order_of(write_contest(tmp_path, candidates=positions)) == ["cy", "ann", "dot", "bea", "eve"]


def test_as_on_the_ballot_paper_within_positions(tmp_path: Path) -> None:
    ballot = "candidate_order: ballot\nballot_order: [bea, dot, cy, eve, ann]\n"
    assert order_of(write_contest(tmp_path, ballot, candidates={"bea": "position: wales"})) == [
        "dot", "cy", "eve", "ann", "bea",
    ]  # fmt: skip


def test_a_random_order_comes_from_its_number_alone(tmp_path: Path) -> None:
    seven = order_of(write_contest(tmp_path / "a", "candidate_order: {random: 7}\n"))
    assert seven == ["cy", "dot", "bea", "eve", "ann"]
    assert order_of(write_contest(tmp_path / "b", "candidate_order: {random: 8}\n")) != seven


def test_one_candidate_fewer_moves_no_other_past_another(tmp_path: Path) -> None:
    site = write_contest(tmp_path, "candidate_order: {random: 7}\n")
    without = [entry for entry in site.of(Candidate) if entry.id != "eve"]
    rest = [entry.id for entry in order_candidates(contest_of(site).fields, without)]
    assert rest == [id for id in order_of(site) if id != "eve"]


HEADS = "candidate,nominator,type\n"
ROWS = """\
candidate,nominator,type,kind,retracted_on,note
ann,Bath,clp,nomination,,
ann,Tewskesbury,clp,nomination,,
ann,Labour in Northern Ireland,clp,nomination,,
ann,Gower,clp,nomination,2026-02-01,
ann,National Union of Weavers,union,nomination,,
ann,Society of Lamplighters,socialist-society,nomination,,
ann,Riverside branch,branch,supporting,,
ann,Friends of the Towpath,organisation,endorsement,,
bea,Ynys Mon,clp,nomination,,
bea,Gower,clp,nomination,2026-02-01,met again
cy,Old Town branch,organisation,endorsement,,
"""
NATION = "Northern Ireland: {kind: nation}\n"
ALIASES = "Tewskesbury: Tewkesbury\nLabour in Northern Ireland: {kind: nation, note: One party for 18 seats.}\n"


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A contest with rows of every sort."""
    return write_contest(tmp_path_factory.mktemp("listed"), rows=ROWS, aliases=ALIASES)


def test_types_are_counted_apart_and_never_added_up(listed: Site) -> None:
    ann = tally_of(listed, "ann")
    assert ann.total_words == "3 CLPs, 1 union and 1 socialist society"
    assert [len(ann.of_type(type)) for type in NominatorType] == [3, 1, 1, 0, 0]


def test_supporting_endorsing_and_retracted_rows_count_towards_nothing(listed: Site) -> None:
    ann, bea = tally_of(listed, "ann"), tally_of(listed, "bea")
    assert [one.name for one in ann.supporting] == ["Riverside branch"]
    assert [one.name for one in ann.endorsements] == ["Friends of the Towpath"]
    assert [one.name for one in ann.retracted] == ["Gower"]
    assert bea.total_words == "1 CLP"
    assert bea.progress is not None
    assert bea.progress.words == "1 of 2 CLPs"


def test_a_printed_name_stands_beside_the_matched_one(listed: Site) -> None:
    notes = {one.name: note_words(one) for id in ("ann", "bea") for one in tally_of(listed, id).rows}
    assert notes["Tewkesbury"] == "printed “Tewskesbury”"
    assert notes["Ynys Môn"] == "printed “Ynys Mon”"
    assert notes["Bath"] == ""
    assert notes["Labour in Northern Ireland"] == "One party for 18 seats"
    assert notes["Gower"] == "met again; taken back 1 February 2026"


def test_a_party_without_a_seat_counts_and_is_on_no_map(listed: Site) -> None:
    ann = tally_of(listed, "ann")
    assert (len(ann.clps), len(ann.with_seat), len(ann.without_seat)) == (3, 2, 1)
    assert ann.progress is not None
    assert ann.progress.words == "3 CLPs, 2 needed"


def test_a_party_for_a_whole_nation_counts_where_a_rule_asks_for_that_nation(tmp_path: Path) -> None:
    write_contest(tmp_path, rows=HEADS + "ann,Northern Ireland,clp\nann,Bath,clp\n", aliases=NATION)
    rule = CONTEST.replace("count: 2", "count: 1, nation: Northern Ireland")
    site = load_site(make_settings(write_party(tmp_path, {"data/contests/committee.yml": rule})), KINDS, PLANNED)
    found = tally_of(site, "ann").progress
    assert found is not None
    assert found.words == "1 CLP in Northern Ireland, 1 needed"


def words_of(site: Site) -> dict[str, str]:
    """The total of every candidate in words."""
    contest = contest_of(site)
    return {tally.candidate.id: total_words(tally, contest.fields) for tally in make_tallies(contest, site)}


def test_of_a_list_that_is_not_held_nobody_says_a_number(listed: Site) -> None:
    words = words_of(listed)
    assert words["cy"] == words["dot"] == words["eve"] == "No list held here"
    assert tally_of(listed, "dot").progress is None
    assert list(standing_words(tally_of(listed, "dot"), contest_of(listed).fields)) == ["No list held here"]


def test_lists_are_held_where_the_contest_says_so(tmp_path: Path) -> None:
    words = words_of(write_contest(tmp_path, "lists_held: [ann, dot]\n", ROWS, ALIASES))
    assert words["dot"] == "No nomination listed here"
    assert words["bea"] == words["eve"] == "No list held here"
    assert words["ann"].startswith("3 CLPs")


def test_not_yet_nominated_is_said_only_where_lists_are_complete(tmp_path: Path) -> None:
    words = words_of(write_contest(tmp_path / "all", "lists_complete: yes\n", ROWS, ALIASES))
    assert words["dot"] == words["cy"] == "Not yet nominated"
    named = words_of(write_contest(tmp_path / "named", "lists_complete: yes\nlists_held: [ann, dot]\n", ROWS, ALIASES))
    assert (named["dot"], named["cy"]) == ("Not yet nominated", "No list held here")


def test_a_stated_total_is_compared_with_rows_of_its_own_type(tmp_path: Path) -> None:
    stated = "stated_totals:\n" + "".join(
        f"  - {{candidate: ann, type: {type}, count: {count}}}\n"
        for type, count in (("clp", 4), ("affiliate", 2), ("union", 1), ("branch", 0))
    )
    site = write_contest(tmp_path, stated, ROWS, ALIASES)
    ann = tally_of(site, "ann")
    assert [ann.count_of(one) for one in contest_of(site).fields.stated_totals] == [3, 2, 1, 0]
    warned = [problem.message for problem in site.problems if problem.code == "W605"]
    assert warned == ["The stated total for 'ann' is 4; the rows make 3."]


def test_the_first_column_counts_local_parties_where_they_have_a_say_else_who_nominated_most(tmp_path: Path) -> None:
    rows = HEADS + "ann,Riverside branch,branch\nbea,Old Town branch,branch\nann,Weavers,union\n"
    site = write_contest(tmp_path, rows=rows)
    contest = contest_of(site).fields
    tallies = make_tallies(contest_of(site), site)
    assert main_type(contest, tallies) is NominatorType.CLP
    free = contest.model_copy(update={"positions": contest.positions[1:]})
    assert main_type(free, tallies) is NominatorType.BRANCH


@pytest.fixture(scope="module")
def published() -> Site:
    """The example made from two lists that were published in 2020."""
    folder = ROOT / "examples" / "nec-2020"
    settings = Settings(folder, "Archive", "https://nominations.example.org/", date(2026, 3, 10))
    return load_site(settings, KINDS, PLANNED)


def test_the_published_lists_have_115_and_44_local_parties_and_one_union(published: Site) -> None:
    bird, mirza = tally_of(published, "jo-bird"), tally_of(published, "mehmood-mirza")
    assert bird.total_words == "115 CLPs"
    assert mirza.total_words == "44 CLPs and 1 union"
    assert [one.name for one in mirza.of_type(NominatorType.UNION)] == ["TSSA"]


def test_the_published_lists_share_18_local_parties(published: Site) -> None:
    bird, mirza = tally_of(published, "jo-bird"), tally_of(published, "mehmood-mirza")
    assert len({one.seat for one in bird.with_seat} & {one.seat for one in mirza.with_seat}) == 18
    assert len({one.row.nominator for one in bird.clps} & {one.row.nominator for one in mirza.clps}) == 18


def test_113_of_the_115_have_a_seat_each_another(published: Site) -> None:
    bird = tally_of(published, "jo-bird")
    assert len({one.seat for one in bird.with_seat}) == 113
    assert [one.name for one in bird.without_seat] == ["Northern Ireland", "South Warwickshire"]


def test_the_stated_total_is_what_the_rows_make(published: Site) -> None:
    (stated,) = contest_of(published).fields.stated_totals
    assert tally_of(published, stated.candidate).count_of(stated) == stated.count == 115
    assert [problem for problem in published.problems if problem.code == "W605"] == []


def test_both_have_reached_the_ballot_and_of_all_others_no_list_is_held(published: Site) -> None:
    words = words_of(published)
    held = [id for id, said in words.items() if said != "No list held here"]
    assert held == ["jo-bird", "mehmood-mirza"]
    assert len(words) == 13
    found = [tally_of(published, id).progress for id in held]
    assert [one.words for one in found if one] == ["115 CLPs, 5 needed", "44 CLPs, 5 needed"]


def test_endorsements_stand_apart_in_the_published_lists(published: Site) -> None:
    assert [len(tally_of(published, id).endorsements) for id in ("jo-bird", "mehmood-mirza")] == [4, 1]


def test_co_nominations_of_the_44_are_as_published(published: Site) -> None:
    nominations = published.find(NominationList, "nec-2020")
    assert nominations is not None
    together = [row.together for row in nominations.fields.rows if row.together]
    leaders = {name: sum(one.get("leader") == name for one in together) for name in {one["leader"] for one in together}}
    assert len(together) == 44
    assert leaders == {"Rebecca Long-Bailey": 19, "Keir Starmer": 19, "Lisa Nandy": 4, "Emily Thornberry": 2}
