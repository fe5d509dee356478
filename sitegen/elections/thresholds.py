"""Thresholds: what a candidate needs to be on the ballot, as a rule, as a sentence, and how far it is.

A rule is `any` or `all` of further rules, or one condition such as `{type: clp, count: 5}`.
What the rows do not tell (a share of the members, say) is not guessed: it is "not checked".
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from sitegen.register import region_or_nation
from sitegen.schema import Fields, declare
from sitegen.values import Also, Text, Texts, WholeNumber
from sitegen.words import count_words, join_words


class Nominating(StrEnum):
    """Who nominates, as a threshold counts them; an affiliate is a union or a socialist society."""

    CLP = "clp"
    AFFILIATE = "affiliate"
    UNION = "union"
    SOCIALIST_SOCIETY = "socialist-society"
    BRANCH = "branch"
    ORGANISATION = "organisation"


NAMES = {
    Nominating.CLP: ("CLP", "CLPs"),
    Nominating.AFFILIATE: ("affiliate", "affiliates"),
    Nominating.UNION: ("union", "unions"),
    Nominating.SOCIALIST_SOCIETY: ("socialist society", "socialist societies"),
    Nominating.BRANCH: ("branch", "branches"),
    Nominating.ORGANISATION: ("organisation", "organisations"),
}


def count_nominating(number: int, type: Nominating) -> str:
    """`1 CLP`, `44 CLPs`, `1 union`."""
    return count_words(number, *NAMES[type])


class Threshold(Fields):
    """One rule: `any` of rules, `all` of rules, or a condition on one type of nominator."""

    any: "tuple[Threshold, ...]" = declare("One of these is enough.", example="[{type: clp, count: 5}]", default=())
    all: "tuple[Threshold, ...]" = declare("All of these are needed.", example="[{type: clp, count: 5}]", default=())
    type: Nominating | None = declare("Who is counted.", example="clp", default=None)
    count: WholeNumber | None = declare("How many are needed.", example="5", default=None)
    unions: WholeNumber | None = declare("How many of them must be unions.", example="2", default=None)
    percent: WholeNumber | None = declare("A share of `of_total`, in per cent.", example="5", default=None)
    of_total: WholeNumber | None = declare("The whole of which `percent` is taken.", example="648", default=None)
    percent_of_members: WholeNumber | None = declare("Share of the affiliated members.", example="5", default=None)
    nation: Text = declare("Only those of this nation count.", example="Wales", default="")
    regions: Annotated[
        Texts,
        BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
        Also({"type": ["string", "integer"]}),
    ] = declare(
        "Only those of these regions count; a number: from at least so many regions.", example="[London]", default=()
    )

    @property
    def needed(self) -> int | None:
        """How many are needed; None where the rule does not say it in a number."""
        if self.count is not None:
            return self.count
        if self.percent is not None and self.of_total is not None:
            return -(-self.of_total * self.percent // 100)
        return None

    @property
    def least_regions(self) -> int:
        """From how many different regions they must come, at least."""
        return int(self.regions[0]) if len(self.regions) == 1 and self.regions[0].isdigit() else 0


class Counted(NamedTuple):
    """One nomination as a threshold sees it; nation and region are empty where there is no seat."""

    type: Nominating
    nation: str = ""
    region: str = ""


class State(StrEnum):
    """How far a rule is met."""

    REACHED = "reached"
    NOT_REACHED = "not-reached"
    NOT_CHECKED = "not-checked"


class Progress(NamedTuple):
    """How far a rule is met: the state, in words, and have and need where there is one number of each."""

    state: State
    words: str
    have: int = 0
    need: int = 0


def sentence(rule: Threshold) -> str:
    """The rule in words: `5 CLPs, or 3 affiliates of which 2 unions`."""
    if rule.any:
        return ", or ".join(sentence(part) for part in rule.any)
    if rule.all:
        return join_words([_part(part) for part in rule.all])
    return _condition_words(rule)


def _part(rule: Threshold) -> str:
    """A rule that stands beside others which are needed too."""
    return f"either {' or '.join(_part(part) for part in rule.any)}" if len(rule.any) > 1 else sentence(rule)


def _condition_words(rule: Threshold) -> str:
    type = rule.type or Nominating.CLP
    if rule.count is not None:
        words = count_nominating(rule.count, type)
    elif rule.percent is not None:
        whole = f"{rule.of_total:,} " if rule.of_total else "all "
        words = f"{rule.percent}% of {whole}{NAMES[type][1]}"
    else:
        words = NAMES[type][1]
    if rule.least_regions:
        words += f" from at least {count_words(rule.least_regions, 'region')}"
    words += _where(rule)
    if rule.unions:
        words += f" of which {count_words(rule.unions, 'union')}"
    if rule.percent_of_members:
        words += f", together with {rule.percent_of_members}% of the affiliated members"
    return words


def _where(rule: Threshold) -> str:
    regions = "" if rule.least_regions or not rule.regions else f" in {join_words(rule.regions, 'or')}"
    return f"{regions} in {rule.nation}" if rule.nation else regions


def progress(rule: Threshold, counted: Sequence[Counted]) -> Progress:
    """How far `counted` meet the rule."""
    if rule.any:
        return _any_of([progress(part, counted) for part in rule.any])
    if rule.all:
        return _all_of([progress(part, counted) for part in rule.all])
    return _condition(rule, counted)


def _any_of(parts: Sequence[Progress]) -> Progress:
    order = {State.REACHED: 0, State.NOT_CHECKED: 1, State.NOT_REACHED: 2}
    best = min(parts, key=lambda part: order[part.state])
    if best.state is State.REACHED or len(parts) == 1:
        return best
    return Progress(best.state, "; or ".join(part.words for part in parts), parts[0].have, parts[0].need)


def _all_of(parts: Sequence[Progress]) -> Progress:
    order = {State.NOT_REACHED: 0, State.NOT_CHECKED: 1, State.REACHED: 2}
    worst = min(parts, key=lambda part: order[part.state])
    words = "; ".join(part.words for part in parts)
    return Progress(worst.state, words, worst.have, worst.need)


def _condition(rule: Threshold, counted: Sequence[Counted]) -> Progress:
    type = rule.type or Nominating.CLP
    fitting = [one for one in counted if _counts(one, type) and _is_there(one, rule)]
    have, need = len(fitting), rule.needed
    missing = list(_missing(rule, type, fitting))
    if missing:
        return Progress(State.NOT_REACHED, " and ".join(missing), have, need or 0)
    words = f"{count_nominating(have, type)}{_where(rule)}" + (f", {need:,} needed" if need is not None else " listed")
    if need is None and rule.percent is not None:
        return Progress(State.NOT_CHECKED, f"{words} ({_condition_words(rule)}: not checked)", have)
    if rule.percent_of_members:
        share = f"{rule.percent_of_members}% of the affiliated members: not checked"
        return Progress(State.NOT_CHECKED, f"{words} ({share})", have, need or 0)
    if need is None:
        return Progress(State.NOT_CHECKED, f"{words} (how many are needed is not known)", have)
    return Progress(State.REACHED, words, have, need)


def _missing(rule: Threshold, type: Nominating, fitting: Sequence[Counted]) -> Iterator[str]:
    """What the rows show to be too few, as `4 of 5 CLPs`."""
    if rule.needed is not None and len(fitting) < rule.needed:
        yield f"{len(fitting):,} of {count_nominating(rule.needed, type)}{_where(rule)}"
    unions = sum(one.type is Nominating.UNION for one in fitting)
    if rule.unions and unions < rule.unions:
        yield f"{unions} of {count_words(rule.unions, 'union')}"
    regions = len({one.region for one in fitting if one.region})
    if regions < rule.least_regions:
        yield f"{regions} of {count_words(rule.least_regions, 'region')}"


def _counts(one: Counted, type: Nominating) -> bool:
    if type is Nominating.AFFILIATE:
        return one.type in (Nominating.UNION, Nominating.SOCIALIST_SOCIETY)
    return one.type is type


def _is_there(one: Counted, rule: Threshold) -> bool:
    regions = () if rule.least_regions else tuple(_area(name) for name in rule.regions)
    return (not rule.nation or one.nation == _area(rule.nation)) and (not regions or one.region in regions)


def _area(name: str) -> str:
    """A nation or region by the name that seats carry: `Eastern` is East of England, `Cymru` is Wales."""
    area = region_or_nation(name)
    return area.ons if area else name


def plain_need(rule: Threshold, type: Nominating) -> int:
    """How many of one type, from anywhere, are one way to meet the rule; 0 where there is no such way."""
    for part in rule.any:
        if need := plain_need(part, type):
            return need
    if rule.any:
        return 0
    if rule.all:
        return plain_need(rule.all[0], type) if len(rule.all) == 1 else 0
    is_plain = not (rule.nation or rule.regions or rule.unions or rule.percent_of_members)
    return (rule.needed or 0) if is_plain and (rule.type or Nominating.CLP) is type else 0
