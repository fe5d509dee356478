"""Where an event is and how to get in, in words: for lists, calendars and the signs on its page."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sitegen.kind import Entry

SIGNS: Final = (
    ("step_free", "step-free", "Step-free", "Not step-free"),
    ("hearing_loop", "hearing", "Hearing loop", "No hearing loop"),
    ("bsl", "signing", "British Sign Language", "Not signed"),
    ("toilets", "toilets", "Toilets", "No toilets"),
    ("transport", "bus", "Getting there", "No public transport"),
)
"""Field, icon, and the words for yes and for no."""


def place_words(entry: Entry[Any]) -> str:
    """`Weavers’ Hall, and online`, `Online`, or nothing where no place is known yet."""
    place, online = entry.fields.place, entry.fields.online
    named = (place.name or place.address) if place else ""
    if named and online:
        return f"{named}, and online"
    return named or ("Online" if online else "")


def full_address(entry: Entry[Any]) -> str:
    """Name, street and postcode on one line; empty where there is no place."""
    place = entry.fields.place
    return ", ".join(part for part in (place.name, place.address, place.postcode) if part) if place else ""


def access_signs(entry: Entry[Any]) -> Iterator[Mapping[str, object]]:
    """What is known of getting in, each with a sign and words; what is not known is left out."""
    place = entry.fields.place
    for field, icon, yes, no in SIGNS:
        written = getattr(place, field) if place else ""
        if written == "":
            continue
        has = written is not False
        yield {
            "icon": icon,
            "title": yes if has else no,
            "text": written if isinstance(written, str) else "",
            "has": has,
        }


def access_in_short(entry: Entry[Any]) -> str:
    """`Step-free. Hearing loop. No toilets.`: the signs without more words, and without the way there."""
    titles = [str(one["title"]) for one in access_signs(entry) if one["icon"] != "bus"]
    return " ".join(f"{title}." for title in titles)


def access_words(entry: Entry[Any]) -> str:
    """The same in one line, for lists and calendars: `Step-free. Hearing loop. Toilets: on the same floor.`"""
    words = [": ".join(str(part) for part in (one["title"], one["text"]) if part) for one in access_signs(entry)]
    return " ".join(f"{one.rstrip('.')}." for one in words)
