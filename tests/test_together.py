"""Who was nominated together: each party once, nothing invented where nothing is recorded; what one line stands for."""

import pytest

from sitegen.elections.models import Nomination, NominationList
from sitegen.elections.tally import Listed, match_rows
from sitegen.elections.thresholds import Nominating, Threshold, plain_need
from sitegen.elections.together import choices_of, count_choices, count_together, nominator_key


def list_rows(*rows: tuple[str, str, str]) -> list[Listed]:
    """Rows of nominator, leader and deputy."""
    written = tuple(
        Nomination.model_validate(
            {"candidate": "ann", "nominator": name, "type": "clp", "together": {"leader": leader, "deputy": deputy}}
        )
        for name, leader, deputy in rows
    )
    return match_rows(NominationList(rows=written), 2024)


def test_a_party_with_two_rows_is_counted_once_and_its_gaps_are_filled() -> None:
    rows = list_rows(("Bath", "Jo", ""), ("BATH", "", "Al"), ("Gower", "Jo", "Al"))
    assert choices_of(rows)[nominator_key(rows[0])] == {"leader": "Jo", "deputy": "Al"}
    grid = count_together(choices_of(rows), "leader", "deputy")
    assert (grid.rows, grid.columns, grid.numbers, grid.total) == (("Jo",), ("Al",), ((2,),), 2)


def test_a_party_of_which_neither_is_recorded_is_in_no_grid_and_a_half_known_one_says_so() -> None:
    grid = count_together(choices_of(list_rows(("Bath", "", ""), ("Gower", "Jo", ""))), "leader", "deputy")
    assert grid.columns == ("Not recorded",)
    assert grid.total == 1


def test_the_most_frequent_come_first_and_rows_and_columns_add_up() -> None:
    rows = list_rows(("Bath", "Jo", "Al"), ("Gower", "Bo", "Al"), ("Lincoln", "Bo", "Cy"), ("Exeter", "Bo", "Al"))
    grid = count_together(choices_of(rows), "leader", "deputy")
    assert grid.rows == ("Bo", "Jo")
    assert sum(grid.row_totals) == sum(grid.column_totals) == grid.total == 4
    assert grid.pairs()[0] == ("Bo", "Al", 2)
    assert count_choices(choices_of(rows), "leader") == [("Bo", 3), ("Jo", 1)]


@pytest.mark.parametrize(
    ("rule", "need"),
    [
        ({"type": "clp", "count": "5"}, 5),
        ({"any": [{"all": [{"type": "union", "count": "2"}]}, {"all": [{"type": "clp", "count": "5"}]}]}, 5),
        ({"type": "clp", "percent": "2", "of_total": "650"}, 13),
        ({"type": "clp", "count": "3", "nation": "Wales"}, 0),
        ({"all": [{"type": "clp", "count": "5"}, {"type": "union", "count": "2"}]}, 0),
        ({"type": "union", "count": "2"}, 0),
        ({"type": "clp", "percent": "5"}, 0),
    ],
)
def test_a_line_is_drawn_only_where_one_number_of_local_parties_is_enough(rule: dict[str, object], need: int) -> None:
    assert plain_need(Threshold.model_validate(rule), Nominating.CLP) == need
