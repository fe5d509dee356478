"""Newsletters: one issue gathers what happened since the last."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from sitegen.article import Article
from sitegen.kind import Chore, Kind, MarkdownFiles
from sitegen.kinds.newsletters.freezing import freeze
from sitegen.kinds.newsletters.issue import check_issue, check_issues, view_issue
from sitegen.kinds.newsletters.pack import make_pack, make_send_pages
from sitegen.schema import Fields, declare
from sitegen.values import Also, Link, Text, WholeNumber, as_list, refuse


class CallToAction(Fields):
    """The one thing an issue asks readers to do."""

    text: Text = declare("What to do.", example="Answer the bus consultation")
    link: Link = declare("Where.", example="https://example.org/buses")


def _auto(value: object) -> object:
    if value != "auto":
        refuse("E204", value=str(value), hint="Write 'since: auto', or list the items.")
    return value


class Newsletter(Article):
    """One issue."""

    issue_number: WholeNumber | None = declare("Its number.", example="14", default=None)
    subject: Text = declare("The subject line of the e-mail; the title if left out.", default="")
    preheader: Text = declare("The line that mailboxes show after the subject.", default="")
    items: Annotated[tuple[Link, ...], BeforeValidator(as_list)] = declare(
        "What it gathers.", example="[reports:february, news:buses]", default=()
    )
    since: Annotated[Any, BeforeValidator(_auto), Also({"enum": ["auto"]})] = declare(
        "`auto`: everything public since the last issue.", example="auto", default=""
    )
    upcoming_days: WholeNumber | None = declare("List events of so many days.", example="30", default=None)
    call_to_action: CallToAction | None = declare("What to do.", example="{text: …, link: …}", default=None)


KIND = Kind(
    name="newsletters",
    title="Newsletters",
    singular="newsletter",
    explanation="One letter at a time: what was decided, what comes next.",
    model=Newsletter,
    home=Path(__file__).parent,
    written=MarkdownFiles("newsletters"),
    address="newsletters/{id}/",
    index="newsletters/",
    has_feed=True,
    item_view=view_issue,
    check=check_issue,
    check_all=check_issues,
    further_pages=make_send_pages,
    made_files=make_pack,
    chores=(Chore("freeze", "Write the list of a sent issue into its file, so that it never changes.", freeze),),
    anchors=("at-items", "at-coming", "at-corrections", "at-sources"),
)
