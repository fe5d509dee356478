"""Results: who is elected and how it was counted, stage by stage; and polls, which elect nobody."""

from pathlib import Path

from sitegen.elections.results import Result
from sitegen.kind import Kind, YamlFiles
from sitegen.kinds.results.checks import check_result
from sitegen.kinds.results.data import give_results
from sitegen.kinds.results.view import list_anchors, view_result

KIND = Kind(
    name="results",
    title="Results",
    singular="result",
    explanation="Results of elections and selections, and polls: every figure, and every stage of a count.",
    model=Result,
    home=Path(__file__).parent,
    begins_with=("method: order", "results: [{candidate: jo-example, rank: 1}]"),
    written=YamlFiles("results", beside=(".blt",)),
    address="elections/{contest}/results/{id}/",
    in_menu=False,
    check=check_result,
    anchors=("at-facts", "at-data", "at-corrections", "at-sources"),
    anchors_of=list_anchors,
    datasets=give_results,
    item_view=view_result,
)
