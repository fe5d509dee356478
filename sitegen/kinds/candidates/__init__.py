"""Candidates: one page each, all with equal room."""

from pathlib import Path

from sitegen.elections.models import Candidate
from sitegen.elections.reply_view import anchors_of_candidate
from sitegen.kind import Kind, MarkdownFiles
from sitegen.kinds.candidates.data import give_candidates
from sitegen.kinds.candidates.machines import tell_candidate
from sitegen.kinds.candidates.view import check_candidate, give_candidate_maps, view_candidate

KIND = Kind(
    name="candidates",
    title="Candidates",
    singular="candidate",
    explanation="Who stands: statement, links, supporters, nominations.",
    model=Candidate,
    home=Path(__file__).parent,
    written=MarkdownFiles("candidates", in_parents=True),
    address="elections/{parent}/{id}/",
    parent="contests",
    title_field="name",
    order=lambda entry: (entry.parent, entry.fields.sort_name or entry.fields.name.split()[-1], entry.id),
    in_menu=False,
    speaks_for_party=False,
    check=check_candidate,
    anchors=(
        *("at-nominations", "at-map", "at-weeks", "at-names", "at-together", "at-results", "at-polls"),
        *("at-supporters", "at-history", "at-elsewhere", "at-corrections", "at-sources"),
    ),
    anchors_of=anchors_of_candidate,
    datasets=give_candidates,
    made_files=give_candidate_maps,
    item_view=view_candidate,
    json_ld=tell_candidate,
)
