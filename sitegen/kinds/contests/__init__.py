"""Contests: an election or selection, its positions, its candidates and how far they are."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.elections.models import Contest
from sitegen.kind import Here, Kind, Site, YamlFiles
from sitegen.kinds.contests.checks import check_contest
from sitegen.kinds.contests.closing import name_upkeep
from sitegen.kinds.contests.view import order_contests, view_contest, view_contests


def _list_contests(site: Site, outside: Here) -> Mapping[str, object]:
    """The contests for `/site.json`."""
    contests = [
        {
            "id": one.id,
            "title": one.title,
            "url": outside.url(one.address),
            "feed": outside.url(f"{one.address}feed.xml"),
        }
        for one in site.of(Contest)
        if one.is_listed
    ]
    return {"contests": contests}


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
    upkeep=name_upkeep,
    anchors=(
        *("at-results", "at-facts", "at-answers", "at-polls"),
        *("at-about", "at-data", "at-corrections", "at-sources"),
    ),
    item_view=view_contest,
    index_view=view_contests,
    manifest=_list_contests,
)
