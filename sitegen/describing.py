"""An entry in one or two sentences, and the day of its last change: for heads of pages, lists, feeds and machines.

Also a calendar as a row of a table, with the two links that readers need.
"""

from collections.abc import Mapping
from typing import Any, Final

from sitegen.days import Day
from sitegen.kind import CalendarPlace, Entry, Site
from sitegen.markdown import plain_text
from sitegen.words import shorten

LONGEST_DESCRIPTION: Final = 155
"""How many characters of a description search engines show."""


def describe(entry: Entry[Any], most: int = LONGEST_DESCRIPTION) -> str:
    """What the entry says in at most so many characters: its summary, else the beginning of its text."""
    shared = entry.shared
    if shared and shared.summary:
        return shorten(plain_text(shared.summary.body), most)
    start = entry.body.pieces[0][:1200] if len(entry.body.pieces) == 1 else "".join(entry.body.pieces[:6])[:1200]
    return shorten(entry.kind.in_lists(entry, plain_text(start)), most) if start else ""


def last_change(entry: Entry[Any]) -> Day | None:
    """The day on which its text last changed in substance; the day it was made public where none is named."""
    shared = entry.shared
    return (shared.updated if shared else None) or entry.date


def describe_calendar(place: CalendarPlace, site: Site) -> Mapping[str, object]:
    """What comes by a calendar, the link that subscribes at once, and its address to be pasted elsewhere."""
    address = site.settings.site_url + place.address
    subscribe = f"webcal://{address.partition('://')[2]}"
    links = [{"title": "Subscribe", "href": subscribe}, {"title": "Address", "href": address}]
    return {"title": place.title, "text": place.text, "formats": links, "address": address}
