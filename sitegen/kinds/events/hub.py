"""What belongs to a meeting: motions and reports that it names, or that name it as their meeting.

Other kinds are known here by their fields alone: `meeting`, `meeting_date`, `letter`, `status`, `vote`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from sitegen.kind import Entry, Here, Site


def find_motions(entry: Entry[Any], site: Site) -> list[Entry[Any]]:
    """The motions of a meeting by their letter, those without one last, in the order of their titles."""
    named = [site.by_key.get(f"motions:{id}") for id in entry.fields.motions]
    found = [*(one for one in named if one), *_naming(entry, site, "motions")]
    return sorted(dict.fromkeys(found), key=lambda one: (not _letter(one), _letter(one), one.title))


def find_reports(entry: Entry[Any], site: Site) -> list[Entry[Any]]:
    """The reports of a meeting, the newest first."""
    named = [site.by_key.get(f"reports:{entry.fields.report}")] if entry.fields.report else []
    found = [*(one for one in named if one), *_naming(entry, site, "reports")]
    return sorted(dict.fromkeys(found), key=lambda one: one.kind.order(one))


def _naming(entry: Entry[Any], site: Site, kind: str) -> Iterator[Entry[Any]]:
    """Listed entries that name this event as their meeting, or its series together with its date."""
    series = entry.fields.series
    for one in site.entries.get(kind, ()):
        meeting = str(getattr(one.fields, "meeting", "")).partition("#")[0]
        day = getattr(one.fields, "meeting_date", None)
        is_own = meeting == entry.key
        is_that_day = day is not None and day.date == entry.fields.start.date
        if one.is_listed and (is_own or (series and is_that_day and meeting == f"{entry.kind.name}:{series}")):
            yield one


def _letter(motion: Entry[Any]) -> str:
    return str(getattr(motion.fields, "letter", "") or "")


def motion_rows(motions: Sequence[Entry[Any]], here: Here) -> list[list[object]]:
    """A row for each motion: what it asks, its letter on the agenda, and how the vote went."""
    return [
        [
            Markup('<a href="{}">{}</a>').format(here.url(one.address), one.title),
            _letter(one) or "–",
            _outcome(one),
        ]
        for one in motions
    ]


def _outcome(motion: Entry[Any]) -> str:
    """`Carried: 47 for, 6 against, 2 abstained`."""
    status = str(getattr(motion.fields, "status", "")).replace("-", " ").capitalize()
    votes = _votes(getattr(motion.fields, "vote", None))
    return f"{status}: {votes}" if votes else status


def _votes(vote: Any) -> str:
    words: Mapping[str, str] = {"for": "for", "against": "against", "abstain": "abstained"}
    counts = [(getattr(vote, name, None), word) for name, word in words.items()] if vote else []
    return ", ".join(f"{count} {word}" for count, word in counts if count is not None)
