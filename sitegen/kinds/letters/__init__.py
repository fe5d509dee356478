"""Open letters: to whom, what they ask, who signed, and what came back."""

from pathlib import Path

from sitegen.kind import Kind, MarkdownFiles
from sitegen.kinds.letters.checks import check_letter, name_upkeep
from sitegen.kinds.letters.models import Letter
from sitegen.kinds.letters.paper import make_paper
from sitegen.kinds.letters.view import list_anchors, view_letter, view_list

KIND = Kind(
    name="letters",
    title="Open letters",
    singular="letter",
    explanation="What we ask of others in public, who signed, and what came back.",
    model=Letter,
    home=Path(__file__).parent,
    written=MarkdownFiles("letters", has_letters=True),
    address="letters/{id}/",
    index="letters/",
    has_feed=True,
    takes_replies=True,
    anchors=("at-signatories", "at-replies", "at-files", "at-corrections", "at-sources"),
    anchors_of=list_anchors,
    check=check_letter,
    upkeep=name_upkeep,
    item_view=view_letter,
    index_view=view_list,
    paper=make_paper,
)
