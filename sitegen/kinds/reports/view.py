"""What the page of a report shows of its front matter: decisions, actions, facts, pictures and recordings."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from markupsafe import Markup

from sitegen.galleries import check_recordings, show_photos, show_recordings
from sitegen.kind import Entry, Here, Site
from sitegen.problems import Problem

ORGANISATIONS: Final = {
    "clp": "General meeting",
    "branch": "Branch meeting",
    "executive": "Executive committee",
    "agm": "Annual general meeting",
    "conference": "Conference",
    "nec": "National Executive Committee",
}
"""The vocabulary of `organisation`; other words are printed as written."""


def check_report(entry: Entry[Any], _site: Site) -> Iterable[Problem]:
    """A recording should have an address and a transcript."""
    return check_recordings(entry)


def view_report(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """All that the front matter records, ready for components."""
    report = entry.fields
    shown = {
        "meeting": _named(report.meeting, entry, site, here),
        "decided": [_decision(one, entry, site, here) for one in report.decisions],
        "actions": [_action(one) for one in report.actions],
        "facts": list(list_facts(entry, site, here)),
        "photos": show_photos(report.photos, entry, here),
        "recordings": show_recordings(report.media, entry, here),
    }
    return {**shown, "contents": _contents(entry, shown)}


def _contents(entry: Entry[Any], shown: Mapping[str, object]) -> list[Mapping[str, str]]:
    """The parts of the page, made ones and the body's, where there are at least three."""
    before = [("decided", "What was decided", "at-decisions"), ("actions", "Who does what", "at-actions")]
    after = [
        ("facts", "About the meeting", "at-numbers"),
        ("photos", "Pictures", "at-pictures"),
        ("recordings", "Recordings", "at-recordings"),
    ]
    own = [(one.text, one.anchor) for one in entry.body.headings if one.level == 2]
    parts = [(title, id) for name, title, id in before if shown[name]] + own
    parts += [(title, id) for name, title, id in after if shown[name]]
    return [{"title": title, "href": f"#{id}"} for title, id in parts] if len(parts) > 2 else []


def _named(written: str, entry: Entry[Any], site: Site, here: Here) -> Markup:
    """A meeting or a motion as words, and as a link where it names an entry: by its title, else by its id."""
    is_key = ":" in written and " " not in written
    if not is_key:
        return Markup("{}").format(written)
    href = here.link(written, entry)
    known = site.by_key.get(written.partition("#")[0])
    name = written.partition(":")[2].partition("#")[0].rpartition("/")[2].replace("-", " ")
    words = known.title if known else written if href.startswith("http") else f"{name[:1].upper()}{name[1:]}"
    return Markup('<a href="{}">{}</a>').format(href, words) if href else Markup("{}").format(words)


def _decision(decision: Any, entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """The text with its motion below it, and the outcome: filled where the meeting said yes."""
    text = Markup("<p>{}</p>").format(decision.text)
    if decision.motion:
        text += Markup("<p>Motion: {}</p>").format(_named(f"motions:{decision.motion}", entry, site, here))
    outcome = decision.outcome
    is_made = outcome.lower().startswith(("carried", "agreed"))
    tag = {"words": outcome, "tone": "main" if is_made else "plain", "icon": "tick" if is_made else ""}
    return {"text": text, "words": decision.text, "outcome": tag if outcome else None}


def _action(action: Any) -> Mapping[str, object]:
    due = action.due
    note = f" ({action.due_note})" if action.due_note else ""
    return {
        "text": action.text,
        "owner": action.owner,
        "due": {"iso": due.iso, "words": f"{due.words}{note}"} if due else None,
    }


def list_facts(entry: Entry[Any], site: Site, here: Here) -> Iterator[Mapping[str, object]]:
    """What is known of the meeting, each with its term and its words, as HTML where something is linked."""
    report = entry.fields
    motions = [_named(f"motions:{id}", entry, site, here) for id in report.motions]
    next_meeting = _named(report.next_meeting, entry, site, here)
    pairs = [
        ("Kind of meeting", ORGANISATIONS.get(report.organisation, report.organisation)),
        ("In the chair", report.chair),
        *(_attendance(report.attendance) if report.attendance else ()),
        ("Quorum", _quorum(report.quorum) if report.quorum else ""),
        ("Motions", motions),
        ("Next meeting", next_meeting),
    ]
    yield from ({"term": term, "text": text} for term, text in pairs if text)


def _attendance(attendance: Any) -> Iterator[tuple[str, str]]:
    for name in ("members", "delegates", "observers"):
        yield name.capitalize(), _present(getattr(attendance, name))
    yield "Branches and affiliates", str(attendance.groups or "")
    yield "Apologies", str(attendance.apologies or "")


def _present(group: Any) -> str:
    if not group or not (group.present or group.registered):
        return ""
    if group.present and group.registered:
        return f"{group.present} of {group.registered} registered"
    return f"{group.present} present" if group.present else f"{group.registered} registered"


def _quorum(quorum: Any) -> str:
    met = {True: "met", False: "not met", None: ""}[quorum.met]
    needed = f"{quorum.required} needed" if quorum.required is not None else ""
    return ", ".join(part for part in (needed, met) if part).capitalize()
