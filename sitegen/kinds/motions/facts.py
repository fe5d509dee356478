"""What is known of a motion beside its text: how it stands, the vote, people, the meeting, what became of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from sitegen.kind import Entry, Here, Site
from sitegen.kinds.motions.agenda import agenda_of, item_words, meeting_day, meeting_entry, mentions
from sitegen.kinds.motions.family import forwarded_id
from sitegen.kinds.motions.models import Motion, Status
from sitegen.kinds.motions.people import say_supporters, submitters
from sitegen.kinds.motions.statuses import MEANINGS, ORGANISATIONS, status_words, type_words

REFERENCE = "motions/status/"


def status_tag(motion: Motion) -> Mapping[str, str]:
    """How a motion stands, as the component `tag` takes it."""
    meaning = MEANINGS[motion.status]
    return {"words": meaning.words, "tone": meaning.tone, "icon": meaning.icon}


def link_to(entry: Entry[Any] | None, here: Here, words: str = "") -> Markup:
    """A link to an entry by its title."""
    if entry is None:
        return Markup("")
    return Markup('<a href="{}">{}</a>').format(here.url(entry.address), words or entry.title)


def find_motion(id: str, site: Site) -> Entry[Motion] | None:
    """The published motion of that id."""
    return site.find(Motion, id) if f"motions:{id}" in site.by_key else None


def list_facts(entry: Entry[Motion], site: Site, here: Here) -> Iterator[Mapping[str, object]]:
    """Terms and what is known of each; dates as `day`, with their `note`."""
    motion = entry.fields
    status = MEANINGS[motion.status].words
    yield {"term": "Status", "text": _linked(status, f"{here.url(REFERENCE)}#{motion.status.value}")}
    shown: tuple[tuple[str, object], ...] = (
        ("Submitted by", submitters(motion)),
        ("Moved by", motion.mover),
        ("Seconded by", motion.seconder),
        ("Supporters", say_supporters(motion.supporters)),
        ("Meeting", _meeting(entry, site, here)),
        ("Agenda", _agenda(motion)),
    )
    yield from ({"term": term, "text": text} for term, text in shown if text)
    for term, day, note in (
        ("Submitted", motion.submitted, motion.submitted_note),
        ("Revised", motion.revised, motion.revised_note),
        ("Send it in by", motion.deadline, motion.deadline_note),
    ):
        if day:
            yield {"term": term, "day": day, "note": note}
    yield from _relations(entry, site, here)


def _linked(words: str, href: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, words)


def _meeting(entry: Entry[Motion], site: Site, here: Here) -> Markup | str:
    """The meeting by its title and its day, with a link where it has a page here."""
    motion = entry.fields
    named = meeting_entry(motion, site)
    kind = ORGANISATIONS.get(motion.organisation, motion.organisation)
    day = meeting_day(entry, site)
    if named:
        own = getattr(named.fields, "meeting", "")
        words = link_to(named, here, own if isinstance(own, str) and ":" not in own else "")
    elif motion.meeting and not (":" in motion.meeting and " " not in motion.meeting):
        words = Markup("{}").format(motion.meeting)
    else:
        words = Markup("{}").format(kind)
    if not day or not words or day.words in str(words):
        return words
    note = f" ({motion.meeting_date_note})" if motion.meeting_date_note and not named else ""
    return words + Markup(', <time datetime="{}">{}</time>{}').format(day.iso, day.words, note)


def _agenda(motion: Motion) -> str:
    parts = (
        item_words(motion.agenda_item),
        f"motion {motion.letter}" if motion.letter else "",
    )
    words = ", ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def _relations(entry: Entry[Motion], site: Site, here: Here) -> Iterator[Mapping[str, object]]:
    motion = entry.fields
    meeting = meeting_entry(motion, site)
    told = [link_to(one, here) for one in mentions(site).get(entry.id, ()) if one is not meeting]
    if told:
        yield {"term": "Read more in", "text": told}
    amended = [find_motion(one, site) for one in dict.fromkeys(one.motion for one in motion.amends)]
    made_of = [find_motion(one, site) for one in motion.composite_of]
    superseded = find_motion(motion.superseded_by, site) if motion.superseded_by else None
    for term, entries in (("Amends", amended), ("Made of", made_of), ("Superseded by", [superseded])):
        links = [link_to(one, here) for one in entries if one]
        if links:
            yield {"term": term, "text": links}
    if motion.forwarded_to:
        became = find_motion(forwarded_id(motion), site)
        words = link_to(became, here) if became else motion.forwarded_to
        if ":" in motion.forwarded_to and " " not in motion.forwarded_to and not became:
            href = here.link(motion.forwarded_to, entry)
            other = site.by_key.get(motion.forwarded_to)
            words = _linked(other.title, href) if href and other else ""
        if words:
            yield {"term": "Forwarded to", "text": words}


def vote_counts(motion: Motion) -> list[Mapping[str, object]]:
    """The figures of the vote, as the component `vote` takes them."""
    vote = motion.vote
    if not vote:
        return []
    counted = (
        (vote.in_favour, "for", "for"),
        (vote.against, "against", "against"),
        (vote.abstain, "abstained", "abstain"),
    )
    return [{"number": number, "words": words, "part": part} for number, words, part in counted if number is not None]


def vote_notes(motion: Motion) -> list[str]:
    """How it was counted, and the chair's casting vote."""
    if not motion.vote:
        return []
    casting = motion.vote.casting_vote
    said = "The chair gave a casting vote" + (f": {casting}" if isinstance(casting, str) else "")
    notes = [motion.vote.method[:1].upper() + motion.vote.method[1:], said if casting else ""]
    return [note for note in notes if note]


def list_steps(motion: Motion) -> list[Mapping[str, object]]:
    """What became of it, step by step."""
    return [
        {
            "words": status_words(step.status),
            "date": {
                "iso": step.date.iso,
                "words": f"{step.date.words}{f' ({step.date_note})' if step.date_note else ''}",
            }
            if step.date
            else None,
            "note": step.note,
        }
        for step in motion.status_history
    ]


def show_item(entry: Entry[Motion], here: Here) -> Mapping[str, object]:
    """A motion as an item of the component `motions`."""
    motion = entry.fields
    return {
        "title": here.title(entry),
        "href": here.url(entry.address),
        "summary": here.prose(motion.summary, entry),
        "status": status_tag(motion),
        "kind": type_words(motion),
        "date": entry.date,
        "author": submitters(motion),
    }


def show_on_agenda(entry: Entry[Motion], here: Here) -> Mapping[str, object]:
    """The same with the letter that it has there, and nowhere else."""
    return {**show_item(entry, here), "letter": entry.fields.letter}


def list_agenda(entry: Entry[Motion], site: Site, here: Here) -> list[Mapping[str, object]]:
    """The other motions under the same item of the agenda, by letter."""
    others = [one for one in agenda_of(entry, site) if one.is_listed or one is entry]
    return [show_on_agenda(one, here) for one in others] if len(others) > 1 else []


def is_open(motion: Motion) -> bool:
    """Whether no meeting has decided on it yet."""
    return motion.status in (Status.SUBMITTED, Status.TABLED)
