"""Tables of counts: by nation and region, and by how sure the evidence is; a column or row for each candidate."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.elections.models import Evidence, NominatorType
from sitegen.elections.tally import Tally
from sitegen.elections.wording import NO_LIST
from sitegen.register import load_areas, load_register

Table = Mapping[str, object]


def count_regions(tallies: Sequence[Tally], year: int) -> Table | None:
    """How many local parties of each nation and region nominated each candidate whose list is held."""
    held = [tally for tally in tallies if tally.is_held]
    if not any(tally.with_seat for tally in held):
        return None
    seats = Counter(seat.region for seat in load_register(year).seats)
    counts = [Counter(one.seat.region for one in tally.with_seat if one.seat) for tally in held]
    regions = [area.ons for area in load_areas() if seats[area.ons]]
    rows = [{"title": region, "numbers": [*(count[region] for count in counts), seats[region]]} for region in regions]
    foot = [*(len(tally.with_seat) for tally in held), sum(seats.values())]
    without = [len(tally.without_seat) for tally in held]
    if any(without):
        rows.append({"title": "Without a seat", "numbers": [*without, None]})
        foot = [len(tally.clps) for tally in held] + [sum(seats.values())]
    return {"columns": [*(tally.candidate.title for tally in held), "Seats"], "rows": rows, "foot": foot}


def count_evidence(tallies: Sequence[Tally], main: NominatorType) -> Table | None:
    """How sure the nominations of the main type are, candidate by candidate; None where nothing is said of any."""
    kinds: list[Evidence | None] = [*Evidence, None]
    counts = [Counter(one.row.evidence for one in tally.of_type(main)) for tally in tallies]
    if not any(count[one] for count in counts for one in Evidence):
        return None
    titles = [one.value.capitalize() if one else "Not said" for one in kinds]
    rows = [
        [tally.candidate.title, *(str(count[one]) if tally.is_held else NO_LIST for one in kinds)]
        for tally, count in zip(tallies, counts, strict=True)
    ]
    columns = [{"title": "Candidate"}, *({"title": title, "number": True} for title in titles)]
    return {"columns": columns, "rows": rows}
