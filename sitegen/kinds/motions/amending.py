"""How amendments are shown: what each changes, word by word, and how the text would read with it."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from sitegen.clauses import Clause, clauses_of
from sitegen.clauses.changes import Change, Operation, all_words_of, carry_out, part_of, show_change, show_words
from sitegen.clauses.difference import Kept, Run
from sitegen.kind import Entry, Here, Site
from sitegen.kinds.motions.blanks import say_blanks
from sitegen.kinds.motions.facts import find_motion, link_to, status_tag, vote_counts
from sitegen.kinds.motions.models import Motion
from sitegen.kinds.motions.people import submitters
from sitegen.kinds.motions.showing import Show, show_wording
from sitegen.kinds.motions.texts import (
    amended_changes,
    amendments_to,
    changes_to,
    effective_changes,
    find_changed,
    shown_wording,
    wording_of,
)


def list_amendments(entry: Entry[Motion], site: Site, here: Here) -> list[Mapping[str, Any]]:
    """Every amendment to a motion with what it changes."""
    return [
        {
            "title": here.title(one),
            "href": here.url(one.address),
            "status": {**status_tag(one.fields), "words": _outcome(one.fields)},
            "by": submitters(one.fields),
            "changes": list(show_changes(entry, one, site, here)),
        }
        for one in amendments_to(entry, site)
    ]


def _outcome(motion: Motion) -> str:
    """`Carried, 47 to 6`."""
    numbers = {count["part"]: count["number"] for count in vote_counts(motion)}
    words = status_tag(motion)["words"]
    both = "for" in numbers and "against" in numbers
    return f"{words}, {numbers['for']} to {numbers['against']}" if both else words


def show_changes(amended: Entry[Motion], by: Entry[Motion], site: Site, here: Here) -> Iterator[Mapping[str, Any]]:
    """Each change of an amendment: where it stands, with a link, and its difference."""
    if any(one.op for one in amended.fields.amends):
        yield from _changes_of_changes(amended, by, site, here)
        return
    wording, shown = wording_of(amended), shown_names(amended, site)
    for change in effective_changes(amended.id, by, site):
        clause = wording.find(change.clause)
        part = part_of(change, wording)
        spoken = clause.spoken if clause else part.name if part else change.clause.replace(".", " ")
        named = clause.anchor if clause else part.name if part else ""
        where = Markup('<a href="{}#{}">{}</a>').format(here.url(amended.address), named, spoken)
        where = where if named in shown else Markup("{}").format(spoken)
        yield {
            "where": Markup("{} {}:").format(_where(change), where),
            "runs": _runs(amended, show_change(change, wording)),
        }


def shown_names(entry: Entry[Motion], site: Site) -> frozenset[str]:
    """The anchors of parts and clauses in the text as its page shows it."""
    wording = shown_wording(entry, site)
    return frozenset((*(part.name for part in wording.parts), *(clause.anchor for clause in clauses_of(wording))))


def _where(change: Change) -> str:
    if change.operation is Operation.ADD:
        return "Adds at the end of"
    if change.operation is Operation.INSERT and not change.words:
        return "Inserts after"
    if change.operation is Operation.DELETE and not change.words:
        return "Takes out"
    return "In"


def _runs(amended: Entry[Motion], runs: tuple[Run, ...]) -> list[Mapping[str, str]]:
    blanks = amended.fields.blanks
    return [{"kept": run.kept.value, "words": say_blanks(run.words, blanks)} for run in runs]


def _changes_of_changes(
    amended: Entry[Motion], by: Entry[Motion], site: Site, here: Here
) -> Iterator[Mapping[str, Any]]:
    """What an amendment to an amendment changes in the words that the first one brings in."""
    link = link_to(amended, here)
    for id in dict.fromkeys(one.motion for one in amended.fields.amends):
        own = changes_to(id, amended)
        for change in changes_to(amended.id, by):
            number = find_changed(change, own)
            if number is None:
                runs: tuple[Run, ...] = (Run(Kept.ADDED, " ".join(change.paragraphs)),)
            elif change.words:
                runs = show_words(change, " ".join(own[number].text.split()))
            else:
                runs = _whole(change, own[number])
            spoken = (own[number].clause if number is not None else change.clause).replace(".", " ")
            where = Markup("In {}, in its words for {}:").format(link, spoken or find_title(id, site))
            yield {"where": where, "runs": _runs(amended, runs)}


def _whole(change: Change, changed: Change) -> tuple[Run, ...]:
    old, new = " ".join(changed.text.split()), " ".join(change.text.split())
    both = (Run(Kept.TAKEN_OUT, old), Run(Kept.SAME, " "), Run(Kept.ADDED, new))
    return both if change.operation is Operation.REPLACE else both[:1]


def find_title(id: str, site: Site) -> str:
    """The title of a motion, or its id."""
    found = find_motion(id, site)
    return found.title if found else id


def list_amended(entry: Entry[Motion], site: Site, here: Here) -> list[Mapping[str, Any]]:
    """Every motion that an amendment changes: what it changes there, and the text as it would read if carried."""
    shown: list[Mapping[str, Any]] = []
    for id in dict.fromkeys(one.motion for one in entry.fields.amends):
        amended = find_motion(id, site)
        if amended is None:
            continue
        changes = list(show_changes(amended, entry, site, here))
        shown.append(
            {
                "link": link_to(amended, here),
                "title": amended.title,
                "changes": changes,
                **_reading(amended, entry, site, here),
            }
        )
    return shown


def _reading(amended: Entry[Motion], entry: Entry[Motion], site: Site, here: Here) -> Mapping[str, Any]:
    """How the text would read: the motion's parts, or for an amendment to an amendment the lines of that one."""
    if any(one.op for one in amended.fields.amends):
        return {"parts": [], "lines": list(_amendment_lines(amended, entry, site))}
    changes = effective_changes(amended.id, entry, site)
    if not changes:
        return {"parts": [], "lines": []}
    wording, _ = carry_out(changes, wording_of(amended), is_counted=amended.fields.is_counted)
    return {"parts": show_wording(wording, Show(amended, here, has_ids=False)), "lines": []}


def _amendment_lines(amended: Entry[Motion], entry: Entry[Motion], site: Site) -> Iterator[str]:
    """An amendment as it would read: `In resolves 2 c, replace “9 pm” by “10 pm”.`"""
    for id in dict.fromkeys(one.motion for one in amended.fields.amends):
        motion = find_motion(id, site)
        for change in amended_changes(id, amended, changes_to(amended.id, entry)):
            clause = wording_of(motion).find(change.clause) if motion else None
            yield say_change(change, _old_words(change, clause))


def say_changes(entry: Entry[Motion], site: Site) -> Iterator[tuple[str, list[str]]]:
    """What an amendment changes, as sentences, by the title of each motion that it changes."""
    for id in dict.fromkeys(one.motion for one in entry.fields.amends):
        amended = find_motion(id, site)
        changes = changes_to(id, entry)
        if amended is None or not changes:
            continue
        wording = wording_of(amended)
        yield amended.title, [say_change(one, _old_words(one, wording.find(one.clause))) for one in changes]


def _old_words(change: Change, clause: Clause | None) -> str:
    """The words that a change is about: those it names, or for a clause that is replaced or deleted all of it."""
    whole = clause and change.operation in (Operation.REPLACE, Operation.DELETE)
    return " ".join((change.words or (all_words_of(clause) if clause and whole else "")).split())


def say_change(change: Change, old: str = "") -> str:
    """A change as a sentence."""
    where, text = change.clause.replace(".", " "), " ".join(change.text.split())
    if change.operation is Operation.ADD:
        return f"At the end of {where}, add “{text}”."
    if change.operation is Operation.INSERT:
        return f"In {where}, after “{old}”, insert “{text}”." if old else f"After {where}, insert “{text}”."
    if change.operation is Operation.DELETE:
        return f"In {where}, delete “{old}”." if old else f"Delete {where}."
    return f"In {where}, replace “{old}” by “{text}”."
