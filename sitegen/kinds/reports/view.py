"""What the page of a report shows of its front matter: decisions, actions, facts, pictures and recordings."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sitegen.kind import Entry, Here, Site
from sitegen.problems import Problem, make_problem

ORGANISATIONS: Final = {
    "clp": "general meeting",
    "branch": "branch meeting",
    "executive": "executive committee",
    "agm": "annual general meeting",
    "conference": "conference",
    "nec": "National Executive Committee",
}
"""The vocabulary of `organisation`; other words are printed as written."""


def check_report(entry: Entry[Any], _site: Site) -> Iterable[Problem]:
    """A recording should have an address and a transcript."""
    for number, one in enumerate(entry.fields.media):
        for name in ("url", "transcript"):
            if not getattr(one, name):
                yield make_problem("W530", entry.place("media", number), field=name, title=one.title)


def view_report(entry: Entry[Any], _site: Site, here: Here) -> Mapping[str, object]:
    """All that the front matter records, ready for components."""
    report = entry.fields
    return {
        "meeting": _named(report.meeting, entry, here),
        "decided": [_decision(one, entry, here) for one in report.decisions],
        "actions": [{"text": one.text, "owner": one.owner, "due": one.due} for one in report.actions],
        "facts": list(_facts(entry, here)),
        "photos": [{**(here.picture(one.src, one.alt, entry) or {}), "credit": one.credit} for one in report.photos],
        "recordings": [one for recording in report.media for one in _recording(recording, entry, here)],
    }


def _named(written: str, entry: Entry[Any], here: Here) -> Mapping[str, str]:
    """A meeting as words, and as a link where it is one."""
    href = here.link(written, entry) if ":" in written and " " not in written else ""
    return {"words": written, "href": href}


def _decision(decision: Any, entry: Entry[Any], here: Here) -> Mapping[str, object]:
    link = here.link(f"motions:{decision.motion}", entry) if decision.motion else ""
    outcome = decision.outcome
    is_made = outcome.lower().startswith(("carried", "agreed"))
    shown = {"words": outcome, "tone": "main" if is_made else "plain", "icon": "tick" if is_made else ""}
    return {
        "text": decision.text,
        "link": {"title": "The motion", "href": link} if link else None,
        "outcome": shown if outcome else None,
    }


def _facts(entry: Entry[Any], here: Here) -> Iterator[Mapping[str, object]]:
    report = entry.fields
    pairs = [("Organisation", ORGANISATIONS.get(report.organisation, report.organisation))]
    attendance = report.attendance
    if attendance:
        pairs += [(name.capitalize(), _present(getattr(attendance, name))) for name in ("members", "delegates", "observers")]
        pairs += [("Branches and affiliates", str(attendance.groups or "")), ("Apologies", str(attendance.apologies or ""))]
    if report.quorum:
        pairs.append(("Quorum", _quorum(report.quorum)))
    pairs.append(("In the chair", report.chair))
    pairs.append(("Report by", ", ".join(part for part in (report.author, report.author_role) if part and report.author_role)))
    pairs.append(("Motions", ", ".join(report.motions)))
    yield from ({"term": term, "text": text} for term, text in pairs if text)
    if report.next_meeting:
        yield {"term": "Next meeting", "text": _named(report.next_meeting, entry, here)["words"]}


def _recording(recording: Any, entry: Entry[Any], here: Here) -> Iterator[Mapping[str, str]]:
    if recording.url:
        yield {"title": recording.title, "href": here.link(recording.url, entry)}
    if recording.transcript:
        yield {"title": f"{recording.title}, in words", "href": here.link(recording.transcript, entry)}


def _present(group: Any) -> str:
    if not group:
        return ""
    if group.present and group.registered:
        return f"{group.present} of {group.registered} registered"
    return f"{group.present} present" if group.present else f"{group.registered} registered"


def _quorum(quorum: Any) -> str:
    met = {True: "met", False: "not met", None: ""}[quorum.met]
    return ", ".join(part for part in (str(quorum.required or ""), met) if part)
