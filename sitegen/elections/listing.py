"""A candidate's list in groups: by nation and region, then what has no place on a map, then what is counted apart."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sitegen.elections.models import NominatorType
from sitegen.elections.tally import Listed, Tally
from sitegen.elections.wording import PLURALS, note_words
from sitegen.register import load_register
from sitegen.words import make_id

Group = Mapping[str, object]


def group_list(tally: Tally, year: int, prefix: str = "at-") -> list[Group]:
    """Every row of a candidate in groups, each with `id`, `title`, `note` and `names`; ids begin with `prefix`."""
    return [*_by_region(tally, year, prefix), *_by_type(tally, year, prefix)]


def _by_region(tally: Tally, year: int, prefix: str) -> Iterator[Group]:
    seats = Counter(seat.region for seat in load_register(year).seats)
    by_region: dict[str, list[Listed]] = {}
    for one in tally.with_seat:
        assert one.seat is not None  # with_seat holds those that have one
        by_region.setdefault(one.seat.region, []).append(one)
    for region in sorted(by_region):
        rows = by_region[region]
        yield _group(prefix, region, f"{len(rows)} of {seats[region]}", rows)


def _by_type(tally: Tally, year: int, prefix: str) -> Iterator[Group]:
    """What has no place on a map: parties without a seat, others who nominate, and what is counted apart."""
    parts: list[tuple[str, Sequence[Listed]]] = [(f"Without a seat of {year}", tally.without_seat)]
    parts += [(PLURALS[type], tally.of_type(type)) for type in NominatorType if type is not NominatorType.CLP]
    parts += [
        ("Supporting nominations, counted apart", tally.supporting),
        ("Endorsements, which are no nominations", tally.endorsements),
        ("Taken back, not counted", tally.retracted),
    ]
    for title, rows in parts:
        if rows:
            yield _group(prefix, title, str(len(rows)), rows)


def _group(prefix: str, title: str, note: str, rows: Sequence[Listed]) -> Group:
    return {
        "id": f"{prefix}{make_id(title)}",
        "title": title,
        "note": note,
        "names": [{"name": one.name, "href": "", "note": note_words(one)} for one in rows],
    }
