"""Motions: what members ask a meeting to decide, with amendments, composites and models for others."""

from pathlib import Path

from sitegen.kind import Kind, MarkdownFiles
from sitegen.kinds.motions.blanks import say_blanks
from sitegen.kinds.motions.checks import check_motion
from sitegen.kinds.motions.data import give_motions, tell_motion
from sitegen.kinds.motions.importing import IMPORTER
from sitegen.kinds.motions.library import make_further_pages, view_library
from sitegen.kinds.motions.models import Motion
from sitegen.kinds.motions.paper import make_paper
from sitegen.kinds.motions.view import list_anchors, make_text_files, view_motion

KIND = Kind(
    name="motions",
    title="Motions",
    singular="motion",
    explanation="What members asked us to decide, word for word, and what became of it.",
    model=Motion,
    home=Path(__file__).parent,
    written=MarkdownFiles("motions", has_letters=True),
    address="motions/{id}/",
    index="motions/",
    has_feed=True,
    anchors=(
        "at-outcome",
        "at-amendments",
        "at-changes",
        "at-as-moved",
        "at-agenda",
        "at-family",
        "at-identical",
        "at-letters",
        "at-adopted",
        "at-history",
        "at-files",
        "at-corrections",
        "at-sources",
    ),
    anchors_of=list_anchors,
    further_pages=make_further_pages,
    made_files=make_text_files,
    check=check_motion,
    item_view=view_motion,
    index_view=view_library,
    datasets=give_motions,
    importer=IMPORTER,
    json_ld=tell_motion,
    paper=make_paper,
    in_lists=lambda entry, words: say_blanks(words, entry.fields.blanks),
)
