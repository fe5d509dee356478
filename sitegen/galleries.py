"""Pictures and recordings beside a text: their fields, what is checked in them, and what pages and machines are told.

A film is a link with its transcript, never a player: a player loads from elsewhere, and watches who watches.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sitegen.kind import Entry, Here, Thing
from sitegen.problems import Problem, make_problem
from sitegen.schema import Fields, declare
from sitegen.things import without_gaps
from sitegen.values import Link, Picture, Text


class Photo(Fields):
    """A picture beside a text."""

    src: Picture = declare("The picture, as a path from this file.", example="../pictures/hall.webp")
    alt: Text = declare("What it shows.", example="Members raise their cards.", default="")
    credit: Text = declare("Who took it.", example="Idris Pellow", default="")


class Recording(Fields):
    """A film or a sound recording."""

    title: Text = declare("What it is.", example="Recording of the debate")
    url: Link | None = declare("Where it is.", example="https://example.org/recording", default=None)
    transcript: Link | None = declare("The same in words.", example="../files/debate.txt", default=None)


def check_recordings(entry: Entry[Any]) -> Iterable[Problem]:
    """A recording should have an address and a transcript."""
    for number, one in enumerate(entry.fields.media):
        for name in ("url", "transcript"):
            if not getattr(one, name):
                yield make_problem("W530", entry.place("media", number), field=name, title=one.title)


def show_photos(photos: Sequence[Photo], entry: Entry[Any], here: Here) -> list[Mapping[str, object]]:
    """Each picture with its words, its credit and its size in words."""
    shown = ((one, here.picture(one.src, one.alt, entry)) for one in photos)
    return [
        {**picture, "credit": one.credit, "size": here.size_words(one.src, entry)} for one, picture in shown if picture
    ]


def show_recordings(media: Sequence[Recording], entry: Entry[Any], here: Here) -> list[Mapping[str, str]]:
    """Each recording, then its transcript; without an address its title alone."""
    return [one for recording in media for one in _recording(recording, entry, here)]


def _recording(recording: Recording, entry: Entry[Any], here: Here) -> Iterator[Mapping[str, str]]:
    href = here.link(recording.url, entry) if recording.url else ""
    if href or not recording.transcript:
        yield {"title": recording.title, "href": href}
    if recording.transcript:
        yield {"title": f"{recording.title}, in words", "href": here.link(recording.transcript, entry)}


def tell_gallery(photos: Sequence[Photo], entry: Entry[Any], outside: Here) -> Iterator[Thing]:
    """The pictures of a page that has several, for machines."""
    shown = show_photos(photos, entry, outside)
    if len(shown) < 2:
        return
    images = [
        without_gaps(
            {
                "@type": "ImageObject",
                "contentUrl": one["src"],
                "description": one["alt"],
                "creditText": one["credit"],
                "width": one["width"],
                "height": one["height"],
            }
        )
        for one in shown
    ]
    url = outside.url(entry.address)
    yield {"@type": "ImageGallery", "@id": f"{url}#gallery", "name": entry.title, "url": url, "image": images}
