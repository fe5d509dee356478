"""What the page of nominations shows: the tally, pictures, printed totals, and every nomination in one table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sitegen.charts import Chart
from sitegen.elections.choices import view_choices
from sitegen.elections.map_files import make_map_files, map_link
from sitegen.elections.models import Contest, NominationList, NominatorType
from sitegen.elections.pictures import grow, map_candidate, map_choice, map_two, map_weeks
from sitegen.elections.tally import Tally, counts_clps, main_type, make_tallies
from sitegen.elections.thresholds import Nominating, count_nominating, plain_need, sentence
from sitegen.elections.together import Choices, choices_of
from sitegen.elections.wording import NO_LIST, PLURALS, as_at_words, reach_words
from sitegen.kind import Entry, Here, MadeFile, Site
from sitegen.kinds.nominations.by_place import count_evidence, count_regions
from sitegen.kinds.nominations.overlap import view_overlap
from sitegen.kinds.nominations.whole_list import list_all, list_apart
from sitegen.register import ATTRIBUTION
from sitegen.words import count_words, join_words, make_id


def view_nominations(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """The tally of every candidate in the declared order, and the lists held here by nation and region."""
    contest = site.find(Contest, entry.id)
    assert contest is not None  # a list without its contest is an error, found when it is loaded
    tallies = [tally for tally in make_tallies(contest, site) if tally.candidate.is_listed]
    main, has_clps = main_type(contest.fields, tallies), counts_clps(contest.fields, tallies)
    unheld = [tally.candidate.title for tally in tallies if not tally.is_held]
    choices = choices_of(one for tally in tallies for one in tally.of_type(main))
    return {
        "contest": contest,
        **_rules(contest.fields),
        **_tally_table(tallies, main, contest.fields, here),
        "as_at_words": as_at_words(contest.fields),
        "unheld": join_words(unheld) if len(unheld) < len(tallies) else "any candidate" if unheld else "",
        "stated": [_stated_row(tally, contest, here, stated) for tally, stated in _stated(tallies, contest.fields)],
        "maps": [
            {"chart": chart, "link": map_link(entry.address, chart, here)} for chart in _maps(contest, tuple(tallies))
        ],
        "map_links": _map_links(tallies, here),
        "growth": grow(tallies, main, "chart-growth", f"{PLURALS[main]} by week"),
        "regions": count_regions(tallies, contest.fields.boundaries),
        "evidence": count_evidence(tallies, main),
        "choices": view_choices(choices, contest.fields),
        "overlap": view_overlap(tallies),
        "whole": list_all(tallies, contest.fields),
        "apart": list_apart(tallies),
        "sources": [*_sources(entry), *([{"title": ATTRIBUTION}] if has_clps else [])],
        "year": contest.fields.boundaries if has_clps else None,
    }


def view_campaign(site: Site, here: Here) -> Mapping[str, object]:
    """The tally of the newest contest with a list, for the opening of a campaign's home page."""
    for contest in site.of(Contest):
        lists = site.find(NominationList, contest.id)
        tallies = [one for one in make_tallies(contest, site) if one.candidate.is_listed] if lists else []
        if lists and any(tally.is_held for tally in tallies):
            main = main_type(contest.fields, tallies)
            table = _tally_table([one for one in tallies if one.is_held], main, contest.fields, here)
            return {"contest": contest, "entry": lists, **table, "as_at_words": as_at_words(contest.fields)}
    return {}


def give_maps(site: Site) -> Iterator[MadeFile]:
    """The maps of every page of nominations, as files."""
    for entry in site.of(NominationList):
        if contest := site.find(Contest, entry.id):
            tallies = tuple(tally for tally in make_tallies(contest, site) if tally.candidate.is_listed)
            yield from make_map_files(entry.address, _maps(contest, tallies), site)


@lru_cache(maxsize=16)
def _maps(contest: Entry[Contest], tallies: tuple[Tally, ...]) -> tuple[Chart, ...]:
    """The maps of a contest, drawn once for the page, for the files and for the check of their addresses."""
    main = main_type(contest.fields, tallies)
    choices = choices_of(one for tally in tallies for one in tally.of_type(main))
    return tuple(_draw_maps(tallies, choices, contest.fields))


def _draw_maps(tallies: Sequence[Tally], choices: Choices, contest: Contest) -> Iterator[Chart]:
    """Two candidates on one map where there are two; then by choice of co-nomination, and by weeks."""
    placed = [tally for tally in tallies if tally.with_seat]
    if len(placed) == 2:
        yield map_two(placed[0], placed[1], contest, "map-two")
    elif len(placed) == 1 and (one := map_candidate(placed[0], contest, "map-one")):
        yield one
    rows = [one for tally in tallies for one in tally.clps]
    for column in contest.related:
        if chart := map_choice(rows, choices, column, contest, f"map-{make_id(column)}"):
            yield chart
    if chart := map_weeks(rows, contest, "map-weeks"):
        yield chart


def _map_links(tallies: Sequence[Tally], here: Here) -> list[Mapping[str, object]]:
    """Where the map of each candidate stands: on the candidate's own page."""
    return [
        {"title": f"Map of {tally.candidate.title}", "href": here.url(f"{tally.candidate.address}#at-map")}
        for tally in tallies
        if tally.with_seat
    ]


def _rules(contest: Contest) -> Mapping[str, object]:
    """One sentence where one rule holds for all; else the rule of each position."""
    rules = [(one.title, sentence(one.threshold) if one.threshold else "") for one in contest.positions]
    if len({rule for _, rule in rules}) == 1:
        rule = rules[0][1]
        return {"lead": f"To be on the ballot, a candidate needs {rule}." if rule else "", "rules": ()}
    terms = [{"term": title, "text": rule[:1].upper() + rule[1:] or "No threshold is stated"} for title, rule in rules]
    return {"lead": "", "rules": terms}


def _tally_table(tallies: Sequence[Tally], main: NominatorType, contest: Contest, here: Here) -> Mapping[str, object]:
    """Columns and rows of the tally; a column that would say nothing is left out."""
    has_others = any(one.row.type is not main for tally in tallies for one in tally.nominations)
    has_rule = any(position.threshold for position in contest.positions)
    columns = ["Candidate", PLURALS[main], *(["Others"] if has_others else []), *(["Threshold"] if has_rule else [])]
    rows = [_row(tally, main, contest, here) for tally in tallies]
    for row in rows:
        if not has_others:
            row.pop("others")
        if not has_rule:
            row.pop("reach")
    return {"columns": columns, "rows": rows}


def _row(tally: Tally, main: NominatorType, contest: Contest, here: Here) -> dict[str, object]:
    own = tally.of_type(main)
    stated = [one for one in contest.stated_totals if one.candidate == tally.candidate.id]
    compared = [
        f"stated: {one.count:,}; listed: {tally.count_of(one):,}" for one in stated if one.type.value == main.value
    ]
    rule = tally.position.threshold if tally.position else None
    row: dict[str, object] = {
        "name": tally.candidate.title,
        "href": here.url(tally.candidate.address),
        "note": tally.position.title if tally.position else "Position not known",
        "count": len(own) or None,
        "missing": _missing(tally, contest),
        "others": [_others(tally, main, contest) if tally.is_held else NO_LIST],
        "reach": _reach(tally),
        "threshold": plain_need(rule, Nominating(main)) if rule and tally.is_held else 0,
    }
    return {**row, "stated": join_words(compared)} if compared and tally.is_held else row


def _missing(tally: Tally, contest: Contest) -> str:
    """In place of a count; 0 is never said of a list that is not held or not whole."""
    if not tally.is_held:
        return NO_LIST
    if not contest.lists_complete:
        return "None listed"
    return "None" if tally.nominations else "Not yet nominated"


def _others(tally: Tally, main: NominatorType, contest: Contest) -> str:
    groups = [(type, tally.of_type(type)) for type in NominatorType if type is not main]
    words = join_words([count_nominating(len(rows), Nominating(type)) for type, rows in groups if rows])
    return words or ("None" if contest.lists_complete else "None listed")


def _reach(tally: Tally) -> dict[str, object]:
    word, words = reach_words(tally)
    if tally.progress and tally.progress.need:
        return {"state": word, "words": words, "count": tally.progress.have, "needed": tally.progress.need}
    return {"state": word, "words": words}


def _stated(tallies: Sequence[Tally], contest: Contest) -> Iterator[tuple[Tally, Any]]:
    """Every printed total with the tally it is about, in the order of the candidates."""
    for tally in tallies:
        yield from ((tally, one) for one in contest.stated_totals if one.candidate == tally.candidate.id)


def _stated_row(tally: Tally, contest: Entry[Contest], here: Here, stated: Any) -> Mapping[str, object]:
    source = stated.source
    return {
        "name": tally.candidate.title,
        "stated": count_nominating(stated.count, stated.type),
        "listed": f"{tally.count_of(stated):,}" if tally.is_held else NO_LIST,
        "source": source,
        "href": here.link(source.url, contest) if source and source.url else "",
        "date": stated.date,
        "date_note": stated.date_note,
    }


def _sources(entry: Entry[Any]) -> Iterator[Mapping[str, str]]:
    """Each source that a row names, once, with how many rows it has."""
    counts = Counter(row.source for row in entry.fields.rows if row.source)
    for source in sorted(counts):
        rows = count_words(counts[source], "row")
        yield {"title": f"{source} ({rows})", "url": source if source.startswith(("http://", "https://")) else ""}
