"""What the page of a motion shows, and its text in feeds: clauses, outcomes, amendments, family, ways to use it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.kind import Entry, Here, MadeFile, Site
from sitegen.kinds.motions.amending import list_amended, list_amendments, shown_names
from sitegen.kinds.motions.blanks import mark_blanks
from sitegen.kinds.motions.facts import (
    REFERENCE,
    find_motion,
    list_agenda,
    list_facts,
    list_steps,
    status_tag,
    vote_counts,
    vote_notes,
)
from sitegen.kinds.motions.family import Branch, families_of, family_tree
from sitegen.kinds.motions.models import Motion
from sitegen.kinds.motions.saying import IF_CARRIED, IF_LOST, say_motion
from sitegen.kinds.motions.showing import Show, show_footnotes, show_wording
from sitegen.kinds.motions.spreading import list_blanks, list_letters, show_adoptions
from sitegen.kinds.motions.statuses import MEANINGS, type_words
from sitegen.kinds.motions.texts import as_carried, shown_wording, wording_of
from sitegen.printing import saved_name


def view_motion(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """All that the page shows of a motion, ready for components."""
    motion, show = entry.fields, Show(entry, here)
    wording, carried = shown_wording(entry, site), as_carried(entry, site)
    blanks = list_blanks(motion)
    return {
        "kicker": _kicker(motion),
        "status": status_tag(motion),
        "is_final": MEANINGS[motion.status].is_final,
        "reference": f"{here.url(REFERENCE)}#{motion.status.value}",
        "facts": list(list_facts(entry, site, here)),
        "votes": vote_counts(motion),
        "vote_notes": vote_notes(motion),
        "steps": list_steps(motion),
        "parts": show_wording(wording, show),
        "footnotes": show_footnotes(wording, show),
        "as_moved": show_wording(wording_of(entry), Show(entry, here, has_ids=False)) if carried else [],
        "is_carried_text": carried is not None,
        "outcomes": list(_outcomes(entry, here)),
        "blanks": blanks,
        "plain": say_motion(entry, site, unfilled=False),
        "text_file": _text_file(entry, site, here),
        "amendments": list_amendments(entry, site, here),
        "amended": list_amended(entry, site, here),
        "agenda": list_agenda(entry, site, here),
        "family": _family(entry, site, here),
        "identical": _identical(entry, site, here),
        "letters": list_letters(entry, here),
        "adoptions": show_adoptions(entry, site, here),
    }


def _kicker(motion: Motion) -> str:
    """`Policy motion B`, `Model motion`."""
    return " ".join(part for part in (type_words(motion), motion.letter) if part)


def _outcomes(entry: Entry[Motion], here: Here) -> Iterator[Mapping[str, object]]:
    outcomes = entry.fields.outcomes
    if outcomes:
        for lead, text in ((IF_CARRIED, outcomes.carried), (IF_LOST, outcomes.lost)):
            if text:
                yield {"lead": lead, "text": mark_blanks(here.prose(text, entry), entry.fields.blanks)}


def _text_file(entry: Entry[Motion], site: Site, here: Here) -> Mapping[str, str]:
    """The text beside the page, with its size and the name under which it is saved."""
    size = len(say_motion(entry, site).encode())
    return {
        "title": "This motion",
        "href": here.url(text_address(entry)),
        "format": "plain text",
        "size": f"{max(1, round(size / 1000)):,} kB",
        "download": f"{saved_name(entry, site)}.txt",
    }


def text_address(entry: Entry[Motion]) -> str:
    """Where the text of a motion lies: `motions/fair-pay/fair-pay.txt`."""
    return f"{entry.address}{entry.id}.txt"


def _family(entry: Entry[Motion], site: Site, here: Here) -> list[Mapping[str, object]]:
    tree = family_tree(entry.id, families_of(site))
    return [item for branch in tree for item in _branches(branch, entry, site, here)]


def _branches(branch: Branch, entry: Entry[Motion], site: Site, here: Here) -> list[Mapping[str, object]]:
    """A motion of the family with those below it; those that are not published let theirs take their place."""
    below = [item for one in branch.below for item in _branches(one, entry, site, here)]
    found = find_motion(branch.id, site)
    if found is None or not (found.is_listed or found is entry):
        return below
    day = f", {found.date.words}" if found.date else ""
    mine = "This motion. " if found is entry else ""
    sort, status = type_words(found.fields), MEANINGS[found.fields.status].words.lower()
    note = f"{mine}{sort}{day}" if sort.lower().startswith(status) else f"{mine}{sort}, {status}{day}"
    return [{"title": here.title(found), "href": here.url(found.address), "note": note, "children": below}]


def _identical(entry: Entry[Motion], site: Site, here: Here) -> list[Mapping[str, object]]:
    found = [find_motion(id, site) for id in families_of(site).identical.get(entry.id, ())]
    return [
        {"title": here.title(one), "href": here.url(one.address), "note": MEANINGS[one.fields.status].words}
        for one in found
        if one and one.is_listed
    ]


def list_anchors(entry: Entry[Any], site: Site) -> Iterator[str]:
    """The parts and clauses of a motion, which links can name."""
    yield from sorted(shown_names(entry, site))
    yield from (f"at-letter-{number}" for number in range(1, len(entry.fields.sample_letters) + 1))


def make_text_files(site: Site) -> Iterable[MadeFile]:
    """Every motion as plain text."""
    return (_make_text_file(entry, site) for entry in site.of(Motion))


def _make_text_file(entry: Entry[Motion], site: Site) -> MadeFile:
    return MadeFile(text_address(entry), lambda _press: say_motion(entry, site))
