"""Contests: an election or selection, its positions, its candidates and how far they are."""

from pathlib import Path

from sitegen.elections.models import Contest
from sitegen.kind import Kind, YamlFiles
from sitegen.kinds.contests.checks import check_contest
from sitegen.kinds.contests.view import order_contests, view_contest, view_contests

KIND = Kind(
    name="contests",
    title="Elections",
    singular="contest",
    explanation="Elections and selections: who stands, and who nominates whom.",
    model=Contest,
    home=Path(__file__).parent,
    written=YamlFiles("contests"),
    address="elections/{id}/",
    index="elections/",
    feed_each="All that is about this contest.",
    order=order_contests,
    check=check_contest,
    anchors=(
        *("at-results", "at-facts", "at-answers", "at-polls"),
        *("at-about", "at-data", "at-corrections", "at-sources"),
    ),
    item_view=view_contest,
    index_view=view_contests,
)
