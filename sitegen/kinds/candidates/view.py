"""What a candidate's page shows beside the statement: the tally, supporters without doubles, other contests."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from markupsafe import Markup

from sitegen.elections.choices import view_choices
from sitegen.elections.listing import group_list
from sitegen.elections.map_files import CANDIDATE_MAP, make_candidate_map_file, map_link
from sitegen.elections.models import Candidate, Contest, NominationList
from sitegen.elections.order import position_of
from sitegen.elections.pictures import grow, map_candidate
from sitegen.elections.reply_view import candidate_replies
from sitegen.elections.results.summary import candidate_results
from sitegen.elections.rows import list_table
from sitegen.elections.tally import Listed, Tally, main_type, make_tallies
from sitegen.elections.together import choices_of
from sitegen.elections.wording import (
    NO_LIST,
    PLURALS,
    STATUS_WORDS,
    as_at_words,
    initials,
    note_words,
    status_tag,
    threshold_words,
    total_words,
)
from sitegen.kind import Entry, Here, MadeFile, Site
from sitegen.problems import Problem, make_problem
from sitegen.words import did_you_mean, make_id

UNKNOWN: Final = "unknown"
RESERVED: Final = ("nominations", "results")
"""Pages of the contest itself, beside those of its candidates."""

MOST_ROWS: Final = 300
"""How many rows stand on a page one by one; all of them are in the data to take away."""

NEVER: Final = datetime(1800, 1, 1, tzinfo=UTC)
"""Steps without a date come last."""


def check_candidate(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """The contest and the position must exist; an unknown position is a warning."""
    if entry.id in RESERVED:
        yield make_problem("E703", entry.place(), id=entry.id)
    contest = site.find(Contest, entry.parent)
    if not contest:
        return
    positions = [position.id for position in contest.fields.positions]
    position = entry.fields.position
    if position == UNKNOWN:
        yield make_problem("W606", entry.place("position"), candidate=entry.title)
    elif position and position not in positions:
        hint = did_you_mean(position, positions, f"Positions: {', '.join(positions)}, or unknown.")
        yield make_problem("E607", entry.place("position"), position=position, hint=hint)
    elif not position and len(positions) > 1:
        yield make_problem("E608", entry.place(), positions=", ".join(positions))


def view_candidate(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """All that stands beside the statement, ready for components; the same parts for every candidate."""
    candidate = entry.fields
    contest = site.find(Contest, entry.parent)
    tallies = make_tallies(contest, site) if contest else ()
    tally = next((one for one in tallies if one.candidate is entry), None)
    return {
        "position_words": _position_words(contest, candidate),
        "status": status_tag(candidate.status),
        "initials": "" if candidate.photo else initials(candidate.name),
        "photo": here.picture(candidate.photo, candidate.photo_alt, entry) if candidate.photo else None,
        "facts": list(_facts(entry, here)),
        "replies": list(candidate_replies(entry, site, here)),
        "nominations": _nominations(tally, contest, site, here) if tally and contest else None,
        **candidate_results(entry, site, here),
        "supporters": list(_supporters(candidate, tally, entry, here)),
        "history": list(_history(candidate)),
        "elsewhere": list(_elsewhere(entry, site, here)),
    }


def _position_words(contest: Entry[Contest] | None, candidate: Candidate) -> str:
    if not contest:
        return ""
    position = position_of(contest.fields, candidate)
    return f"Candidate for {position.title}" if position else "Candidate; the position is not known"


def _facts(entry: Entry[Any], here: Here) -> Iterator[Mapping[str, object]]:
    """What is known of the candidate, with the candidate's own pages and mailbox."""
    candidate = entry.fields
    pairs = (("Party", candidate.clp), ("Pronouns", candidate.pronouns), ("Stands with", candidate.slate))
    yield from ({"term": term, "text": text} for term, text in pairs if text)
    if candidate.links:
        links = [_linked(here.link(one.url, entry), one.title) for one in candidate.links]
        yield {"term": "Elsewhere", "text": links}
    if candidate.contact:
        mailbox = Markup('<a href="mailto:{0}">{0}</a>').format(candidate.contact)
        why = "Local parties that nominate ask here for the membership number."
        yield {"term": "For nominating parties", "text": [mailbox, why]}


def _linked(href: str, title: str) -> str:
    """A link, or its words alone where it leads nowhere yet."""
    return Markup('<a href="{}">{}</a>').format(href, title) if href else title


def _nominations(tally: Tally, contest: Entry[Contest], site: Site, here: Here) -> Mapping[str, object] | None:
    """The candidate's totals and names; None where this contest has no nominations at all."""
    file = site.find(NominationList, contest.id)
    if not file and not (tally.position and tally.position.threshold):
        return None
    main = main_type(contest.fields, make_tallies(contest, site))
    has_sources = len({one.row.source for one in tally.rows}) > 1
    shown = map_candidate(tally, contest.fields, CANDIDATE_MAP)
    is_short = len(tally.rows) <= MOST_ROWS
    return {
        "total": total_words(tally, contest.fields),
        "is_held": tally.is_held,
        "as_at": contest.fields.as_at,
        "as_at_words": as_at_words(contest.fields),
        "threshold": threshold_words(tally),
        "names": group_list(tally, contest.fields.boundaries),
        "table": list_table(tally.rows, contest.fields.related, has_sources=has_sources) if is_short else None,
        "data": "" if is_short else here.url("data/"),
        "map": shown,
        "map_link": map_link(tally.candidate.address, shown, here) if shown else None,
        "growth": grow([tally], main, "growth", f"{PLURALS[main]} by week") if tally.is_held else None,
        "choices": view_choices(choices_of(tally.of_type(main)), contest.fields),
        "link": {"title": "All candidates", "href": here.url(file.address)} if file else None,
        "no_list": f"{NO_LIST}. That says nothing about how many nominations there are.",
    }


def give_candidate_maps(site: Site) -> Iterator[MadeFile]:
    """The map of every candidate, as a file beside the page."""
    for contest in site.of(Contest):
        for tally in make_tallies(contest, site):
            if tally.with_seat:
                yield make_candidate_map_file(tally, contest.fields, site)


def _supporters(
    candidate: Candidate, tally: Tally | None, entry: Entry[Any], here: Here
) -> Iterator[Mapping[str, object]]:
    """The candidate's own list, then endorsements among the rows that are not on it; each name once."""
    endorsed = {make_id(one.row.nominator): one for one in tally.endorsements} if tally else {}
    named = {make_id(one.name) for one in candidate.supported_by}
    for one in candidate.supported_by:
        row = endorsed.get(make_id(one.name))
        yield {
            "title": one.name,
            "href": here.link(one.url, entry) if one.url else _address(row),
            "note": note_words(row) if row else "",
        }
    for key, listed in endorsed.items():
        if key not in named:
            yield {"title": listed.row.nominator, "href": _address(listed), "note": note_words(listed)}


def _address(listed: Listed | None) -> str:
    source = listed.row.source if listed else ""
    return source if source.startswith(("http://", "https://")) else ""


def _history(candidate: Candidate) -> Iterator[Mapping[str, object]]:
    """Every step, newest first; what has no date comes last, in the same direction."""
    steps = list(reversed(candidate.status_history))
    for step in sorted(steps, key=lambda one: one.date.moment if one.date else NEVER, reverse=True):
        yield {"words": STATUS_WORDS[step.status], "date": step.date, "date_note": step.date_note, "note": step.note}


def _elsewhere(entry: Entry[Any], site: Site, here: Here) -> Iterator[Mapping[str, object]]:
    person = entry.fields.person
    for one in site.of(Candidate):
        if person and one.fields.person == person and one is not entry and one.is_listed:
            contest = site.find(Contest, one.parent)
            yield {"title": contest.title if contest else one.title, "href": here.url(one.address)}
