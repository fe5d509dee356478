"""Reports of meetings: what was decided, who does what, and who was there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from sitegen.article import Article
from sitegen.galleries import Photo, Recording, tell_gallery
from sitegen.kind import Entry, Here, Kind, MarkdownFiles, Site, Thing
from sitegen.kinds.reports.paper import make_paper
from sitegen.kinds.reports.view import check_report, view_report
from sitegen.schema import Fields, declare
from sitegen.things import make_article
from sitegen.values import AnyCount, AnyDay, Refers, Text, WholeNumber, WordsOrLink, YesNo


class Present(Fields):
    """How many of a group were there."""

    registered: AnyCount | None = declare("How many could have come.", example="120", default=None)
    present: AnyCount | None = declare("How many came.", example="81", default=None)


class Attendance(Fields):
    """Who was there, as counts."""

    delegates: Present | None = declare("Delegates.", example="{registered: 60, present: 41}", default=None)
    members: Present | None = declare("Members.", example="{present: 81}", default=None)
    observers: Present | None = declare("Observers.", example="{registered: 4, present: 3}", default=None)
    groups: AnyCount | None = declare("How many branches and affiliates sent somebody.", default=None)
    apologies: AnyCount | None = declare("How many sent apologies.", example="7", default=None)


class Quorum(Fields):
    """Whether enough members were there to decide."""

    required: WholeNumber | None = declare("How many are needed.", example="40", default=None)
    met: YesNo | None = declare("Whether so many came.", example="yes", default=None)


class Decision(Fields):
    """One thing the meeting decided."""

    text: Text = declare("What was decided.", example="Delegates are chosen on 12 March.")
    motion: Annotated[str, Refers("motions")] | None = declare("The motion's id.", example="fair-pay", default=None)
    outcome: Text = declare("How it went.", example="Carried, 47 to 6", default="")


class Action(Fields):
    """One thing somebody said they would do."""

    text: Text = declare("What is to be done.", example="Book captions for the next meeting")
    owner: Text = declare("Who does it, best by the post.", example="Secretary", default="")
    due: AnyDay | None = declare("By when.", example="2026-03-05", default=None)
    due_note: Text = declare("A note on that day.", default="")


class Report(Article):
    """The report of one meeting."""

    meeting: WordsOrLink = declare("Which meeting: words, or `events:` and its id.", example="General meeting")
    meeting_date: AnyDay | None = declare("When it met, if not on `date`.", example="2026-02-12", default=None)
    meeting_date_note: Text = declare("A note on that day.", example="year inferred", default="")
    organisation: Text = declare("clp, branch, executive, agm, conference, nec, or words.", example="clp", default="")
    author_role: Text = declare("The author's post.", example="secretary", default="")
    personal: YesNo = declare("A member's own report, not minutes.", example="yes", default=False)
    attendance: Attendance | None = declare("Who was there.", example="{members: {present: 81}}", default=None)
    quorum: Quorum | None = declare("Whether enough came.", example="{required: 40, met: yes}", default=None)
    chair: Text = declare("Who was in the chair.", example="Marguerite Okonjo-Hale", default="")
    decisions: tuple[Decision, ...] = declare("What was decided.", example="[{text: …}]", default=())
    actions: tuple[Action, ...] = declare("Who does what.", example="[{text: …, owner: …}]", default=())
    motions: tuple[Annotated[str, Refers("motions")], ...] = declare("Ids of its motions.", default=())
    next_meeting: WordsOrLink = declare("When it meets again: words, or `events:` and its id.", default="")
    photos: tuple[Photo, ...] = declare("Pictures of it.", example="[{src: …, alt: …}]", default=())
    media: tuple[Recording, ...] = declare("Recordings.", example="[{title: …}]", default=())


def _tell_report(entry: Entry[Any], site: Site, outside: Here) -> Iterator[Thing]:
    """The report, and its pictures where it has several."""
    yield make_article(entry, site, outside, "Report")
    yield from tell_gallery(entry.fields.photos, entry, outside)


KIND = Kind(
    name="reports",
    title="Reports",
    singular="report",
    explanation="What our meetings decided, who does what, and who was there.",
    model=Report,
    home=Path(__file__).parent,
    written=MarkdownFiles("reports"),
    address="reports/{id}/",
    index="reports/",
    has_feed=True,
    anchors=(
        "at-decisions",
        "at-actions",
        "at-text",
        "at-numbers",
        "at-pictures",
        "at-recordings",
        "at-files",
        "at-corrections",
        "at-sources",
    ),
    check=check_report,
    item_view=view_report,
    paper=make_paper,
    takes_replies=True,
    json_ld=_tell_report,
)
