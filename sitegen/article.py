"""The fields that pages written by editors share: what the content model calls common fields."""

from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from sitegen.days import Day
from sitegen.schema import Fields, declare
from sitegen.values import (
    AnyDay,
    Language,
    Link,
    Markdown,
    Picture,
    Refers,
    Text,
    Texts,
    WholeDay,
    WholeNumber,
    YesNo,
    refuse,
)


class Visibility(StrEnum):
    """Whether lists, feeds and search engines lead to a page."""

    PUBLIC = "public"
    UNLISTED = "unlisted"


def _no_secrets(value: object) -> object:
    if value == "members":
        refuse("E220")
    return value


class Source(Fields):
    """Where something was published before."""

    title: Text = declare("What the source is called.", example="Minutes of the regional board")
    url: Link | None = declare("Its address.", example="https://example.org/minutes", default=None)
    accessed: AnyDay | None = declare("When it was read.", example="2026-03-02", default=None)
    accessed_note: Text = declare("A note on that day.", default="")


class AttachedFile(Fields):
    """A file that readers can take away."""

    file: Link = declare("The file, as a path from this file.", example="../files/budget.pdf")
    title: Text = declare("What it is.", example="The budget for 2026")


class Republished(Fields):
    """Where a text stood first."""

    title: Text = declare("What the first place is called.", example="Exampleton Gazette")
    url: Link | None = declare("The address there.", example="https://example.org/gazette", default=None)
    date: AnyDay | None = declare("When it stood there.", example="2026-02-01", default=None)
    date_note: Text = declare("A note on that day.", default="")


class Correction(Fields):
    """What was wrong, and when it was put right."""

    date: AnyDay = declare("When it was put right.", example="2026-03-14")
    text: Markdown = declare("What was wrong and is right now.", example="The vote was 47 to 6, not 46.")
    date_note: Text = declare("A note on that day.", default="")


class Shared(Fields):
    """Fields that every page has, whatever its kind; none is required."""

    updated: AnyDay | None = declare("When the text last changed in substance.", example="2026-03-14", default=None)
    updated_note: Text = declare("A note on that day.", default="")
    summary: Markdown | None = declare(
        "One or two sentences for lists, search engines and feeds.", example="Eighty-one members met.", default=None
    )
    author: Text = declare("Who wrote it.", example="Tobias Wrenfield", default="")
    tags: Texts = declare("Subjects, each with a page and a feed of its own.", example="[housing, buses]", default=())
    image: Picture | None = declare("The picture at its head.", example="../pictures/hall.webp", default=None)
    image_alt: Text = declare("What the picture shows, for those who do not see it.", default="")
    lang: Language | None = declare("The language, if it is not the site's first.", example="cy", default=None)
    draft: YesNo = declare("Not on the site yet. Everyone can still read the file.", example="yes", default=False)
    publish_from: WholeDay | None = declare("Not on the site before this day.", example="2026-04-01", default=None)
    publish_from_note: Text = declare("A note on that day.", default="")
    visibility: Annotated[Visibility, BeforeValidator(_no_secrets)] = declare(
        "'unlisted': the page is there, but no list, feed or search leads to it.",
        example="unlisted",
        default=Visibility.PUBLIC,
    )
    redirect_from: Texts = declare("Old addresses that lead here.", example="[/2019/03/old-page/]", default=())
    sources: tuple[Source, ...] = declare("Where the facts come from.", default=())
    files: tuple[AttachedFile, ...] = declare("Files to take away.", default=())
    republished_from: Republished | None = declare("Where it stood first.", default=None)
    corrections: tuple[Correction, ...] = declare("What was put right, newest first.", default=())
    editors_note: Markdown | None = declare("Printed outside the text, in every format.", default=None)


class Article(Shared):
    """A dated text with a title: news, reports, newsletters and the like."""

    title: Text = declare("The headline, best as a sentence.", example="We back the drivers")
    date: AnyDay = declare("When it was made public.", example="2026-03-12")
    date_note: Text = declare("A note on the date.", example="year inferred", default="")
    contest: Annotated[str, Refers("contests")] | None = declare(
        "The contest it is about; puts it into that contest's feed.", example="committee-2026", default=None
    )


class News(NamedTuple):
    """What the feed of a contest says of an entry that is no dated text: when it came, and when it last changed."""

    contest: str
    title: str
    summary: str
    published: Day
    updated: Day


class Menu(Fields):
    """Where a free page stands in the menu."""

    order: WholeNumber | None = declare("Smaller numbers come first.", example="2", default=None)
    title: Text = declare("A shorter name for the menu.", example="About us", default="")
    shown: YesNo = declare("'menu: false' leaves the page out of the menu.", default=True)


def read_menu(value: object) -> object:
    """`menu: false` as the fields of `Menu`."""
    return {"shown": value} if isinstance(value, str) else value
