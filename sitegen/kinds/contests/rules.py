"""Thresholds that cannot be computed: rules without a number, areas that there are not, shares of nothing."""

from collections.abc import Iterator
from typing import Any, Final

from sitegen.elections.thresholds import NAMES, Nominating, Threshold
from sitegen.kind import Entry
from sitegen.problems import Problem, make_problem
from sitegen.register import load_areas, region_or_nation
from sitegen.source import Steps
from sitegen.words import did_you_mean

_CONDITIONS: Final = ("type", "count", "unions", "percent", "of_total", "percent_of_members", "nation", "regions")


def check_thresholds(entry: Entry[Any]) -> Iterator[Problem]:
    """The rule of every position, at any depth."""
    for number, position in enumerate(entry.fields.positions):
        if position.threshold:
            yield from _check_rule(position.threshold, entry, ("positions", number, "threshold"))


def _check_rule(rule: Threshold, entry: Entry[Any], at: Steps) -> Iterator[Problem]:
    conditions = [name for name in _CONDITIONS if name in rule.model_fields_set]
    ways = [*(name for name in ("any", "all") if getattr(rule, name)), *conditions[:1]]
    if len(ways) > 1:
        yield make_problem("E661", entry.place(*at, ways[1]), first=ways[0], second=ways[1])
    for name in ("any", "all"):
        for number, part in enumerate(getattr(rule, name)):
            yield from _check_rule(part, entry, (*at, name, number))
    if not rule.any and not rule.all:
        yield from _check_number(rule, entry, at)
        yield from _check_areas(rule, entry, at)


def _check_number(rule: Threshold, entry: Entry[Any], at: Steps) -> Iterator[Problem]:
    """A condition says how many in one way, and no share is above the whole."""
    who = NAMES[rule.type or Nominating.CLP][1]
    if rule.count is not None and rule.percent is not None:
        yield make_problem("E221", entry.place(*at, "percent"), first="count", second="percent")
    elif rule.percent is not None and rule.of_total is None:
        yield make_problem("W662", entry.place(*at, "percent"), percent=rule.percent, who=who)
    elif rule.needed is None and not rule.least_regions and not rule.unions:
        yield make_problem("W663", entry.place(*at), who=who)
    for name in ("percent", "percent_of_members"):
        if (getattr(rule, name) or 0) > 100:
            yield make_problem("E664", entry.place(*at, name), percent=getattr(rule, name))
    if rule.unions and rule.count is not None and rule.unions > rule.count:
        yield make_problem("E665", entry.place(*at, "unions"), unions=rule.unions, count=rule.count)


def _check_areas(rule: Threshold, entry: Entry[Any], at: Steps) -> Iterator[Problem]:
    """Nations and regions by a name that the register has: with any other, nothing would ever count."""
    named: list[tuple[Steps, str]] = [(("nation",), rule.nation)] if rule.nation else []
    if not rule.least_regions:
        named += [(("regions", number), name) for number, name in enumerate(rule.regions)]
    known = [name for area in load_areas() for name in (area.name, area.ons) if name]
    for steps, name in named:
        if not region_or_nation(name):
            hint = did_you_mean(name, known, "Write a nation such as Wales, or a region such as London.")
            yield make_problem("E666", entry.place(*at, *steps), name=name, hint=hint)
