"""Rules for the ballot: as sentences, and how far nominations have come, in words."""

from collections.abc import Mapping

import pytest

from sitegen.elections.thresholds import Counted, Nominating, State, Threshold, progress, sentence

Rule = Mapping[str, object]

CLPS_OR_AFFILIATES: Rule = {
    "any": [{"all": [{"type": "clp", "count": "5"}]}, {"all": [{"type": "affiliate", "count": "3", "unions": "2"}]}]
}
SENTENCES: dict[str, Rule] = {
    "5 CLPs": {"type": "clp", "count": "5"},
    "1 CLP": {"count": "1"},
    "1 union": {"any": [{"all": [{"type": "union", "count": "1"}]}]},
    "2 socialist societies": {"type": "socialist-society", "count": "2"},
    "5 CLPs, or 3 affiliates of which 2 unions": CLPS_OR_AFFILIATES,
    "3 affiliates of which 2 unions, together with 5% of the affiliated members": {
        "type": "affiliate", "count": "3", "unions": "2", "percent_of_members": "5",
    },
    "33 CLPs and 2 unions": {"all": [{"type": "clp", "count": "33"}, {"type": "union", "count": "2"}]},
    "5 CLPs and either 2 unions or 3 branches": {
        "all": [{"count": "5"}, {"any": [{"type": "union", "count": "2"}, {"type": "branch", "count": "3"}]}]
    },
    "2% of 650 CLPs": {"type": "clp", "percent": "2", "of_total": "650"},
    "5% of all CLPs": {"type": "clp", "percent": "5"},
    "3 CLPs in Wales": {"type": "clp", "count": "3", "nation": "Wales"},
    "5 CLPs in London or South East": {"type": "clp", "count": "5", "regions": ["London", "South East"]},
    "5 CLPs in London": {"type": "clp", "count": "5", "regions": "London"},
    "6 CLPs from at least 3 regions": {"type": "clp", "count": "6", "regions": "3"},
}  # fmt: skip


@pytest.mark.parametrize("words", SENTENCES)
def test_a_rule_reads_as_a_sentence(words: str) -> None:
    assert sentence(Threshold.model_validate(SENTENCES[words])) == words


def clps(number: int, nation: str = "England", region: str = "London") -> list[Counted]:
    """So many nominations by local parties of one region."""
    return [Counted(Nominating.CLP, nation, region)] * number


UNION = [Counted(Nominating.UNION)]
SOCIETY = [Counted(Nominating.SOCIALIST_SOCIETY)]
BRANCH = [Counted(Nominating.BRANCH)]
SHARE: Rule = {"type": "affiliate", "count": "3", "unions": "2", "percent_of_members": "5"}
TWO_PERCENT: Rule = {"type": "clp", "percent": "2", "of_total": "650"}
IN_WALES: Rule = {"type": "clp", "count": "3", "nation": "Wales"}
THREE_REGIONS: Rule = {"type": "clp", "count": "3", "regions": "3"}
BOTH: Rule = {"all": [{"type": "clp", "count": "5"}, {"type": "union", "count": "2"}]}
WALES = clps(2, "Wales", "Wales")
SPREAD = [Counted(Nominating.CLP, "England", region) for region in ("London", "South East", "North West")]

REACHED, NOT_YET, NOT_CHECKED = State.REACHED, State.NOT_REACHED, State.NOT_CHECKED
PROGRESS: list[tuple[Rule, list[Counted], State, str]] = [
    ({"count": "5"}, [], NOT_YET, "0 of 5 CLPs"),
    ({"count": "5"}, clps(4), NOT_YET, "4 of 5 CLPs"),
    ({"count": "5"}, clps(5), REACHED, "5 CLPs, 5 needed"),
    ({"count": "1"}, BRANCH, NOT_YET, "0 of 1 CLP"),
    (CLPS_OR_AFFILIATES, clps(115), REACHED, "115 CLPs, 5 needed"),
    (CLPS_OR_AFFILIATES, clps(4) + UNION * 2 + SOCIETY, REACHED, "3 affiliates, 3 needed"),
    (CLPS_OR_AFFILIATES, clps(4) + UNION + SOCIETY * 2, NOT_YET, "4 of 5 CLPs; or 1 of 2 unions"),
    (CLPS_OR_AFFILIATES, clps(4) + UNION, NOT_YET, "4 of 5 CLPs; or 1 of 3 affiliates and 1 of 2 unions"),
    (CLPS_OR_AFFILIATES, clps(4) + BRANCH * 9, NOT_YET, "4 of 5 CLPs; or 0 of 3 affiliates and 0 of 2 unions"),
    (SHARE, UNION * 3, NOT_CHECKED, "3 affiliates, 3 needed (5% of the affiliated members: not checked)"),
    (SHARE, UNION * 2, NOT_YET, "2 of 3 affiliates"),
    (SHARE, SOCIETY * 3, NOT_YET, "0 of 2 unions"),
    ({"type": "affiliate", "percent_of_members": "5"}, UNION, NOT_CHECKED,
     "1 affiliate listed (5% of the affiliated members: not checked)"),
    (TWO_PERCENT, clps(12), NOT_YET, "12 of 13 CLPs"),
    (TWO_PERCENT, clps(13), REACHED, "13 CLPs, 13 needed"),
    ({"type": "clp", "percent": "7", "of_total": "115"}, clps(8), NOT_YET, "8 of 9 CLPs"),
    ({"type": "clp", "percent": "5"}, clps(40), NOT_CHECKED, "40 CLPs listed (5% of all CLPs: not checked)"),
    ({"type": "clp"}, clps(40), NOT_CHECKED, "40 CLPs listed (how many are needed is not known)"),
    (IN_WALES, WALES + clps(50), NOT_YET, "2 of 3 CLPs in Wales"),
    (IN_WALES, WALES * 2, REACHED, "4 CLPs in Wales, 3 needed"),
    ({"count": "2", "nation": "Cymru"}, WALES, REACHED, "2 CLPs in Cymru, 2 needed"),
    ({"count": "2", "regions": "Eastern"}, clps(2, region="East of England"), REACHED, "2 CLPs in Eastern, 2 needed"),
    ({"count": "2", "regions": ["London"]}, clps(1) + WALES, NOT_YET, "1 of 2 CLPs in London"),
    (THREE_REGIONS, clps(9), NOT_YET, "1 of 3 regions"),
    (THREE_REGIONS, SPREAD, REACHED, "3 CLPs, 3 needed"),
    (THREE_REGIONS, [*SPREAD[:2], Counted(Nominating.CLP)], NOT_YET, "2 of 3 regions"),
    (BOTH, clps(5) + UNION, NOT_YET, "5 CLPs, 5 needed; 1 of 2 unions"),
    (BOTH, clps(5) + UNION * 2, REACHED, "5 CLPs, 5 needed; 2 unions, 2 needed"),
    ({"any": [{"count": "5"}, {"percent": "5"}]}, clps(3), NOT_CHECKED,
     "3 of 5 CLPs; or 3 CLPs listed (5% of all CLPs: not checked)"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "counted", "state", "words"), PROGRESS, ids=lambda part: str(part)[:60])
def test_progress_towards_a_rule_is_said_in_words(rule: Rule, counted: list[Counted], state: State, words: str) -> None:
    found = progress(Threshold.model_validate(rule), counted)
    assert (found.state, found.words) == (state, words)
