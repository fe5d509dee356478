"""Free pages: whatever a party wants to say that is no news, report or list."""

from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from sitegen.article import Menu, Shared, read_menu
from sitegen.kind import Kind, MarkdownFiles
from sitegen.schema import declare
from sitegen.values import Also, AnyDay, Text


class FreePage(Shared):
    """One page; its path in the content folder is its address."""

    title: Text = declare("The heading of the page.", example="Our history")
    date: AnyDay | None = declare("When it was made public.", default=None)
    date_note: Text = declare("A note on the date.", default="")
    menu: Annotated[Menu | None, BeforeValidator(read_menu), Also({"enum": [False, "no", "false"]})] = declare(
        "Its place in the menu, or false.", example="{order: 2, title: About us}", default=None
    )


KIND = Kind(
    name="pages",
    title="Pages",
    singular="page",
    explanation="Pages of your own, at the address that their path in the content folder gives.",
    model=FreePage,
    home=Path(__file__).parent,
    written=MarkdownFiles("", by_path=True),
    address="{id}/",
    order=lambda entry: (entry.id,),
    in_menu=False,
    anchors=("at-below", "at-corrections", "at-sources"),
)
