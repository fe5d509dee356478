"""Local parties on more than one list: how many for each two candidates, and their names."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.elections.tally import Tally
from sitegen.elections.together import Shared, count_overlaps, share_candidates
from sitegen.words import count_words, join_words

View = Mapping[str, object]


def view_overlap(tallies: Sequence[Tally]) -> View | None:
    """Local parties on more than one list: how many for each two candidates, and their names, each once."""
    held = [tally for tally in tallies if tally.clps]
    shared = share_candidates(held)
    if not shared:
        return None
    return {
        "grid": _overlap_grid(held) if len(held) > 2 else None,
        "total": sum(len(one.parties) for one in shared),
        "groups": list(_groups(shared)),
    }


def _overlap_grid(tallies: Sequence[Tally]) -> View:
    numbers: list[list[int | None]] = [[None] * len(tallies) for _ in tallies]
    for one, other, count in count_overlaps(tallies):
        numbers[one][other] = numbers[other][one] = count
    names = [tally.candidate.title for tally in tallies]
    return {"columns": names, "rows": [{"title": a, "numbers": b} for a, b in zip(names, numbers, strict=True)]}


def _groups(shared: Sequence[Shared]) -> Iterator[list[object]]:
    """Who is on which lists together, how many, and their names with printed spellings."""
    for one in shared:
        names = [f"{each.name} (printed “{each.printed}”)" if each.printed else each.name for each in one.parties]
        candidates = join_words([tally.candidate.title for tally in one.candidates])
        yield [candidates, count_words(len(names), "local party", "local parties"), "; ".join(names)]
