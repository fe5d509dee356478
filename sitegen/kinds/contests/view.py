"""What the page of a contest shows: facts, the rule of each position in words, and every candidate's standing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sitegen.article import Article
from sitegen.charts import Chart
from sitegen.elections.models import Candidate, Contest, NominationList, NominatorType, Position, VotingSystem
from sitegen.elections.pictures import count_bars
from sitegen.elections.replies import count_replies, listed_replies
from sitegen.elections.reply_view import questionnaires_of
from sitegen.elections.reply_words import count_sentence
from sitegen.elections.results.summary import contest_results
from sitegen.elections.tally import Tally, counts_clps, main_type, make_tallies
from sitegen.elections.thresholds import sentence
from sitegen.elections.wording import PLURALS, as_at_words, initials, order_words, standing_words, status_tag
from sitegen.kind import Entry, Here, Site
from sitegen.words import count_words

SYSTEMS: Final = {
    VotingSystem.STV: "Single transferable vote",
    VotingSystem.FPTP: "First past the post",
    VotingSystem.BLOCK: "Block vote",
    VotingSystem.AV: "Alternative vote",
    VotingSystem.YES_NO: "Yes or no",
}
LATEST: Final = 6
"""How many texts about a contest its page lists."""


def order_contests(entry: Entry[Any]) -> tuple[Any, ...]:
    """The newest year first, then by id."""
    return (-(entry.fields.year or 0), entry.id)


def view_contests(site: Site, _here: Here) -> Mapping[str, object]:
    """Every listed contest with who holds it and how many stand."""
    shown = [entry for entry in site.of(Contest) if entry.is_listed]
    return {"contests": [(entry, kicker_words(entry.fields), _count_candidates(entry, site)) for entry in shown]}


def kicker_words(contest: Contest) -> str:
    """Who holds it, and its year where the title does not say it."""
    year = "" if not contest.year or str(contest.year) in contest.title else str(contest.year)
    return ", ".join(part for part in (contest.organisation, year) if part)


def _count_candidates(entry: Entry[Contest], site: Site) -> str:
    return count_words(sum(one.is_listed for one in site.of(Candidate, entry.id)), "candidate")


def view_contest(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """Facts, positions with their candidates in the declared order, and texts about the contest."""
    tallies = [tally for tally in make_tallies(entry, site) if tally.candidate.is_listed]
    nominations = site.find(NominationList, entry.id)
    has_totals = bool(nominations) or any(position.threshold for position in entry.fields.positions)
    return {
        "kicker": kicker_words(entry.fields),
        "facts": list(_facts(entry.fields, tallies)),
        "groups": list(_groups(entry, tallies, here, has_totals=has_totals)),
        "as_at_words": as_at_words(entry.fields),
        "nominations": nominations,
        "questionnaires": list(_questionnaires(entry, site, here)),
        **contest_results(entry.id, site, here),
        "about": [here.item(one) for one in _about(entry, site)],
    }


def _facts(contest: Contest, tallies: Sequence[Tally]) -> Iterator[Mapping[str, object]]:
    days = (
        ("Nominations open", contest.opens, contest.opens_note),
        ("Nominations close", contest.closes, contest.closes_note),
    )
    yield from ({"term": term, "day": day, "note": note} for term, day, note in days if day)
    if contest.voting_system:
        yield {"term": "How votes are counted", "text": SYSTEMS[contest.voting_system]}
    if counts_clps(contest, tallies) or "boundaries" in contest.model_fields_set:
        yield {"term": "Constituencies", "text": f"Those of {contest.boundaries}"}
    yield {"term": "Order of candidates", "text": order_words(contest)}


def _groups(
    entry: Entry[Any], tallies: Sequence[Tally], here: Here, *, has_totals: bool
) -> Iterator[Mapping[str, object]]:
    """Every position with its candidates, those without a known one last."""
    for position in (*entry.fields.positions, None):
        own = [tally for tally in tallies if tally.position == position]
        if not own and position is None:
            continue
        main = main_type(entry.fields, tallies)
        yield {
            "chart": _bars(own, main, position) if position and has_totals else None,
            "id": position.id if position else "unknown",
            "title": position.title if position else "Position not known",
            "note": _seats(position),
            "rule": sentence(position.threshold) if position and position.threshold else "",
            "has_totals": any(tally.is_held for tally in own) and has_totals,
            "candidates": [_card(tally, entry.fields, here, has_totals=has_totals) for tally in own],
        }


def _bars(tallies: Sequence[Tally], main: NominatorType, position: Position) -> Chart | None:
    """Nominations of the candidates for one position; None where there is nothing to compare."""
    if sum(tally.is_held for tally in tallies) < 2 or not any(tally.of_type(main) for tally in tallies):
        return None
    title = f"{position.title}: nominations by {PLURALS[main] if main is NominatorType.CLP else PLURALS[main].lower()}"
    return count_bars(tallies, main, f"chart-{position.id}", title)


def _seats(position: Position | None) -> str:
    return count_words(position.seats, "seat") if position and position.seats else ""


def _card(tally: Tally, contest: Contest, here: Here, *, has_totals: bool) -> Mapping[str, object]:
    """The same room for each: name, own party, status, standing."""
    candidate = tally.candidate.fields
    card: dict[str, object] = {
        "name": candidate.name,
        "href": here.url(tally.candidate.address),
        "note": candidate.clp,
        "lines": list(standing_words(tally, contest)) if has_totals else [],
    }
    if candidate.photo:
        card["photo"] = here.picture(candidate.photo, candidate.photo_alt, tally.candidate)
    else:
        card["initials"] = initials(candidate.name)
    if status := status_tag(candidate.status):
        card["status"] = status
    return card


def _questionnaires(entry: Entry[Contest], site: Site, here: Here) -> Iterator[Mapping[str, object]]:
    """What the candidates were asked, with how many have answered."""
    for one in questionnaires_of(entry.id, site):
        count = count_sentence(count_replies(listed_replies(one, site)))
        yield {"title": one.title, "href": here.url(one.address), "note": count}


def _about(entry: Entry[Any], site: Site) -> list[Entry[Any]]:
    texts = [one for kind in site.kinds if issubclass(kind.model, Article) for one in site.entries[kind.name]]
    about = [one for one in texts if one.is_listed and one.fields.contest == entry.id]
    return sorted(about, key=lambda one: one.kind.order(one))[:LATEST]
