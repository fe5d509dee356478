"""When and where a motion is debated, and which others stand under the same item of the agenda."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from sitegen.days import MONTHS, Day, read_day
from sitegen.kind import Entry, Site
from sitegen.kinds.motions.models import Motion

_ISO: Final = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_WORDS: Final = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(MONTHS)}) (\d{{4}})\b")


def meeting_entry(motion: Motion, site: Site) -> Entry[Any] | None:
    """The event or the report that `meeting` names."""
    key = motion.meeting.partition("#")[0]
    return site.by_key.get(key) if ":" in key and " " not in key else None


def item_words(item: str) -> str:
    """An item of the agenda within a sentence: its number after the word, its own words as they are."""
    return f"item {item}" if item[:1].isdecimal() else item


def meeting_day(entry: Entry[Motion], site: Site) -> Day | None:
    """When the meeting is: as its entry says, as the motion says, or as it stands in the words for it."""
    motion = entry.fields
    if named := meeting_entry(motion, site):
        fields = named.fields
        found = getattr(fields, "start", None) or getattr(fields, "meeting_date", None) or named.date
        return found if isinstance(found, Day) else None
    return motion.meeting_date or _day_in(motion.meeting)


def _day_in(words: str) -> Day | None:
    """A whole day that stands in some words."""
    text = ""
    if found := _ISO.search(words):
        text = found[0]
    elif found := _WORDS.search(words):
        text = f"{found[3]}-{MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"
    try:
        return read_day(text) if text else None
    except ValueError:
        return None


AgendaItem = tuple[str, str]


def agenda_item(motion: Motion) -> AgendaItem | None:
    """Meeting and item under which a motion stands; None where it says neither."""
    meeting = motion.meeting or (motion.meeting_date.iso if motion.meeting_date else "")
    if not motion.agenda_item and not (motion.letter and meeting):
        return None
    return (meeting.partition("#")[0], motion.agenda_item.casefold())


@lru_cache(maxsize=2)
def agendas(site: Site) -> Mapping[AgendaItem, tuple[Entry[Motion], ...]]:
    """The motions under each item of an agenda, by letter."""
    found: dict[AgendaItem, list[Entry[Motion]]] = {}
    for entry in site.of(Motion):
        item = agenda_item(entry.fields)
        if item:
            found.setdefault(item, []).append(entry)
    return {item: tuple(sorted(entries, key=_by_letter)) for item, entries in found.items()}


def _by_letter(entry: Entry[Motion]) -> tuple[Any, ...]:
    """`B` before `B1`, `2` before `10`; those without a letter last."""
    letter = entry.fields.letter
    parts = tuple(
        (int(part), "") if part.isdigit() else (-1, part.casefold()) for part in re.findall(r"\d+|\D+", letter)
    )
    return (not letter, parts, entry.id)


def agenda_of(entry: Entry[Motion], site: Site) -> tuple[Entry[Motion], ...]:
    """All motions under the same item, itself among them; none where it says neither meeting nor item."""
    item = agenda_item(entry.fields)
    return agendas(site).get(item, ()) if item else ()


@lru_cache(maxsize=2)
def mentions(site: Site) -> Mapping[str, tuple[Entry[Any], ...]]:
    """The entries of other kinds that list a motion among their `motions`, such as reports and meetings, by its id."""
    found: dict[str, list[Entry[Any]]] = {}
    for kind in site.kinds:
        if "motions" not in kind.model.model_fields or not (kind.address and kind.title_field):
            continue
        for entry in site.entries[kind.name]:
            decided = (one.motion for one in getattr(entry.fields, "decisions", ()) if one.motion)
            for id in dict.fromkeys((*entry.fields.motions, *decided)):
                if entry.is_listed:
                    found.setdefault(id, []).append(entry)
    return {id: tuple(entries) for id, entries in found.items()}
