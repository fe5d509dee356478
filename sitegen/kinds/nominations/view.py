"""What the page of nominations shows: the tally, and each list by nation and region."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.elections.models import Contest, NominatorType
from sitegen.elections.tally import Listed, Tally, make_tallies
from sitegen.elections.thresholds import Nominating, count_nominating, sentence
from sitegen.elections.wording import NO_LIST, PLURALS, note_words, reach_words
from sitegen.kind import Entry, Here, Site
from sitegen.register import ATTRIBUTION, load_register
from sitegen.words import count_words, join_words, make_id


def view_nominations(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """The tally of every candidate in the declared order, and the lists held here by nation and region."""
    contest = site.find(Contest, entry.id)
    assert contest is not None  # a list without its contest is an error, found when it is loaded
    tallies = make_tallies(contest, site)
    year = contest.fields.boundaries
    return {
        "contest": contest,
        "lead": list(_rules(contest.fields)),
        "rows": [_row(tally, contest.fields, here) for tally in tallies],
        "lists": [_list(tally, year) for tally in tallies if tally.is_held],
        "unheld": join_words([tally.candidate.title for tally in tallies if not tally.is_held]),
        "sources": sorted({row.source for row in entry.fields.rows if row.source}),
        "attribution": ATTRIBUTION,
        "year": year,
    }


def _rules(contest: Contest) -> Iterator[str]:
    for position in contest.positions:
        if position.threshold:
            yield f"{position.title}: {sentence(position.threshold)}."


def _row(tally: Tally, contest: Contest, here: Here) -> Mapping[str, object]:
    others = [one for type in NominatorType if type is not NominatorType.CLP for one in [tally.of_type(type)] if one]
    stated = [one for one in contest.stated_totals if one.candidate == tally.candidate.id]
    word, words = reach_words(tally)
    row: dict[str, object] = {
        "name": tally.candidate.title,
        "href": here.url(tally.candidate.address),
        "note": tally.position.title if tally.position else "Position not known",
        "count": len(tally.clps) if tally.is_held else None,
        "missing": NO_LIST,
        "others": [_others(others) if tally.is_held else NO_LIST],
        "reach": {"state": word, "words": words},
    }
    if tally.progress and tally.progress.need:
        row["reach"] = {"state": word, "words": words, "count": tally.progress.have, "needed": tally.progress.need}
    if stated:
        row["stated"] = join_words([_stated(tally, one) for one in stated])
    return row


def _others(groups: list[tuple[Listed, ...]]) -> str:
    return join_words([count_nominating(len(rows), Nominating(rows[0].row.type)) for rows in groups]) or "None listed"


def _stated(tally: Tally, stated: Any) -> str:
    listed = sum(one.row.type == stated.type.value for one in tally.nominations)
    return f"stated: {stated.count}; listed: {listed}"


def _list(tally: Tally, year: int) -> Mapping[str, object]:
    id = tally.candidate.id
    seats = {one.seat.code for one in tally.clps if one.seat}
    total = len(tally.clps)
    on_map = "" if len(seats) == total else f"{len(seats)} of {total} have a seat of {year}; the others are listed last."
    return {
        "id": f"at-{id}",
        "title": f"Who nominated {tally.candidate.title}",
        "note": tally.total_words,
        "on_map": on_map,
        "groups": [*_by_region(tally, year), *_by_type(tally)],
    }


def _by_region(tally: Tally, year: int) -> Iterator[Mapping[str, object]]:
    seats = Counter(seat.region for seat in load_register(year).seats)
    by_region: dict[str, list[Listed]] = {}
    for one in tally.clps:
        by_region.setdefault(one.seat.region if one.seat else "", []).append(one)
    for region in sorted(by_region, key=lambda name: (not name, name)):
        rows = by_region[region]
        title = region or "Without a seat"
        note = f"{len(rows)} of {seats[region]}" if region else count_words(len(rows), "CLP")
        yield _group(tally, title, note, rows)


def _by_type(tally: Tally) -> Iterator[Mapping[str, object]]:
    for type in NominatorType:
        rows = tally.of_type(type)
        if rows and type is not NominatorType.CLP:
            yield _group(tally, PLURALS[type], str(len(rows)), rows)
    for title, more in (
        ("Supporting nominations, counted apart", tally.supporting),
        ("Endorsements, which are no nominations", tally.endorsements),
        ("Taken back, not counted", tally.retracted),
    ):
        if more:
            yield _group(tally, title, str(len(more)), more)


def _group(tally: Tally, title: str, note: str, rows: Any) -> Mapping[str, object]:
    return {
        "id": f"at-{tally.candidate.id}-{make_id(title)}",
        "title": title,
        "note": note,
        "names": [{"name": one.name, "note": note_words(one)} for one in rows],
    }
