"""The demands of an open letter: the first numbered list of its text, with conditions by letters."""

from typing import NamedTuple

from sitegen.clauses.reading import cut_first_list, read_wording
from sitegen.clauses.wording import Block, Clause, clauses_of
from sitegen.markdown import Body

NAME = "demand"


class Demands(NamedTuple):
    """A text in three pieces; `demands` are named `demand.1`, `demand.1.a` and counted by depth."""

    before: Body
    demands: tuple[Clause, ...]
    after: Body


def read_demands(body: Body) -> Demands:
    """The text around its first numbered list, and the list as clauses; without one, all of it stands before."""
    before, found, after = cut_first_list(body)
    wording = read_wording(found, is_counted=True)
    clauses = tuple(_named(one) for part in wording.parts for one in part.blocks if isinstance(one, Clause))
    return Demands(before, clauses, after)


def anchors_of_demands(demands: Demands) -> tuple[str, ...]:
    """The anchor of each demand and each condition: `demand-1-a`."""
    return tuple(anchor for one in demands.demands for anchor in (one.anchor, *(x.anchor for x in clauses_of(one))))


def _named(clause: Clause) -> Clause:
    below: tuple[Block, ...] = tuple(_named(one) if isinstance(one, Clause) else one for one in clause.below)
    return clause._replace(name=f"{NAME}{clause.name.removeprefix('text')}", below=below)
