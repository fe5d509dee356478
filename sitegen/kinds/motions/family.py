"""Where a motion comes from and what became of it: from branch to party to conference."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from sitegen.kind import Entry, Site
from sitegen.kinds.motions.models import Motion


class Families(NamedTuple):
    """The ids from which each motion descends, those that descend from it, and those with the same text."""

    parents: Mapping[str, tuple[str, ...]]
    children: Mapping[str, tuple[str, ...]]
    identical: Mapping[str, tuple[str, ...]]


def ancestors_named(entry: Entry[Motion]) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Each line of descent that a motion states: where it is written, the older id, the younger one."""
    motion = entry.fields
    for name in ("derived_from", "composite_of"):
        yield from (((name, number), id, entry.id) for number, id in enumerate(getattr(motion, name)))
    if motion.version_of:
        yield ("version_of",), motion.version_of, entry.id
    if forwarded := forwarded_id(motion):
        yield ("forwarded_to",), entry.id, forwarded
    if motion.superseded_by:
        yield ("superseded_by",), entry.id, motion.superseded_by


def forwarded_id(motion: Motion) -> str:
    """The id of the motion that this one became elsewhere; empty where words say it."""
    name, colon, id = motion.forwarded_to.partition(":")
    return id.partition("#")[0] if colon and name == "motions" else ""


@lru_cache(maxsize=2)
def families_of(site: Site) -> Families:
    """The relations of all motions."""
    parents: dict[str, dict[str, None]] = {}
    children: dict[str, dict[str, None]] = {}
    identical: dict[str, dict[str, None]] = {}
    for entry in site.of(Motion):
        for _, older, younger in ancestors_named(entry):
            parents.setdefault(younger, {})[older] = None
            children.setdefault(older, {})[younger] = None
        for id in entry.fields.identical_to:
            identical.setdefault(entry.id, {})[id] = None
            identical.setdefault(id, {})[entry.id] = None
    return Families(_tuples(parents), _tuples(children), _tuples(identical))


def _tuples(found: Mapping[str, Mapping[str, None]]) -> Mapping[str, tuple[str, ...]]:
    return {id: tuple(ones) for id, ones in found.items()}


def find_circle(id: str, families: Families) -> tuple[str, ...]:
    """The way from a motion up to itself, where there is one: `a`, `b`, `a`."""
    ways: list[tuple[str, ...]] = [(id,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for parent in families.parents.get(way[-1], ()):
            if parent == id:
                return (*way, parent)
            if parent not in seen:
                seen.add(parent)
                ways.append((*way, parent))
    return ()


class Branch(NamedTuple):
    """A motion in the tree of its family, with those that descend from it."""

    id: str
    below: "tuple[Branch, ...]"


def family_tree(id: str, families: Families) -> tuple[Branch, ...]:
    """All from which a motion descends, itself, and all that descend from it; empty for a motion without family."""
    above, below = _reach(id, families.parents), _reach(id, families.children)
    if len(above) + len(below) == 2:
        return ()
    grown: set[str] = set()
    roots = [one for one in above if not families.parents.get(one)]
    return tuple(_grow(root, families, {*above, *below}, grown) for root in roots)


def _reach(id: str, steps: Mapping[str, tuple[str, ...]]) -> Mapping[str, None]:
    """The motion and all that can be reached from it, in order."""
    reached: dict[str, None] = {id: None}
    ways = [id]
    while ways:
        fresh = [one for one in steps.get(ways.pop(0), ()) if one not in reached]
        reached.update(dict.fromkeys(fresh))
        ways += fresh
    return reached


def _grow(id: str, families: Families, kin: set[str], grown: set[str]) -> Branch:
    """A branch of the tree; what descends from a motion with several ancestors stands below its first place alone."""
    if id in grown:
        return Branch(id, ())
    grown.add(id)
    below = (one for one in families.children.get(id, ()) if one in kin)
    return Branch(id, tuple(_grow(one, families, kin, grown) for one in below))
