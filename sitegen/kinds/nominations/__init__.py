"""Nominations: who nominated whom, counted and checked."""

from pathlib import Path

from sitegen.elections.models import NominationList
from sitegen.kind import Kind, Tables
from sitegen.kinds.nominations.checks import check_nominations
from sitegen.kinds.nominations.data import give_nominations
from sitegen.kinds.nominations.importing import IMPORTER
from sitegen.kinds.nominations.view import give_maps, view_campaign, view_nominations

PARTS = ("at-evidence", "at-map", "at-regions", "at-weeks", "at-together", "at-overlap", "at-list", "at-apart")

KIND = Kind(
    name="nominations",
    title="Nominations",
    singular="list of nominations",
    explanation="Who nominated whom, with the printed name beside the matched constituency.",
    model=NominationList,
    home=Path(__file__).parent,
    written=Tables("nominations", companions=("aliases",), rest="together", beside="contests"),
    address="elections/{id}/nominations/",
    parent="",
    title_field="",
    order=lambda entry: (entry.id,),
    in_menu=False,
    check=check_nominations,
    anchors=("at-tally", "at-rules", "at-stated", *PARTS, "at-data", "at-origin"),
    datasets=give_nominations,
    made_files=give_maps,
    importer=IMPORTER,
    item_view=view_nominations,
    campaign_view=view_campaign,
)
