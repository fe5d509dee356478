"""Free pages: whatever a party wants to say that is no news, report or list."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from sitegen.article import Menu, Shared, read_menu
from sitegen.galleries import Photo, Recording, check_recordings, show_photos, show_recordings, tell_gallery
from sitegen.kind import Entry, Here, Kind, MarkdownFiles, Site
from sitegen.schema import declare
from sitegen.values import Also, AnyDay, Text


class FreePage(Shared):
    """One page; its path in the content folder is its address."""

    title: Text = declare("The heading of the page.", example="Our history")
    date: AnyDay | None = declare("When it was made public.", default=None)
    date_note: Text = declare("A note on the date.", default="")
    photos: tuple[Photo, ...] = declare("Pictures, shown below the text.", example="[{src: …, alt: …}]", default=())
    media: tuple[Recording, ...] = declare("Films and recordings, as links.", example="[{title: …}]", default=())
    menu: Annotated[Menu | None, BeforeValidator(read_menu), Also({"enum": [False, "no", "false"]})] = declare(
        "Its place in the menu, or false.", example="{order: 2, title: About us}", default=None
    )


def _view(entry: Entry[Any], _site: Site, here: Here) -> Mapping[str, object]:
    """Its pictures and recordings, ready for components."""
    fields = entry.fields
    return {
        "photos": show_photos(fields.photos, entry, here),
        "recordings": show_recordings(fields.media, entry, here),
    }


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
    check=lambda entry, _site: check_recordings(entry),
    item_view=_view,
    json_ld=lambda entry, _site, outside: tell_gallery(entry.fields.photos, entry, outside),
    anchors=("at-below", "at-pictures", "at-recordings", "at-corrections", "at-sources"),
)
