"""The vocabulary of roles, and the rules for posts.

Roles follow the CLP Rules of 2023, chapter 7, and the titles that parties used before.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

from sitegen.kind import Entry, Site
from sitegen.problems import Place, Problem, make_problem
from sitegen.upkeep import Sort, Upkeep

ROLES: Final[Mapping[str, str]] = {
    "chair": "Chair",
    "vice-chair": "Vice-chair",
    "vice-chair-membership-and-campaigns": "Vice-chair, membership and campaigns",
    "vice-chair-membership": "Vice-chair, membership",
    "secretary": "Secretary",
    "assistant-secretary": "Assistant secretary",
    "treasurer": "Treasurer",
    "womens-officer": "Women’s officer",
    "trade-union-liaison-officer": "Trade union liaison officer",
    "bame-officer": "BAME officer",
    "disability-officer": "Disability officer",
    "lgbt-officer": "LGBT+ officer",
    "youth-officer": "Youth officer",
    "policy-officer": "Policy officer",
    "political-education-officer": "Political education officer",
    "communications-and-social-media-officer": "Communications and social media officer",
    "fundraising-officer": "Fundraising officer",
    "campaign-co-ordinator": "Campaign co-ordinator",
    "membership-officer": "Membership officer",
    "social-secretary": "Social secretary",
    "procurement-officer": "Procurement officer",
    "auditor": "Auditor",
    "delegate": "Delegate",
    "branch-chair": "Branch chair",
    "branch-secretary": "Branch secretary",
    "branch-treasurer": "Branch treasurer",
}

KEY_ROLES: Final = ("chair", "secretary", "treasurer", "communications-and-social-media-officer")
UNSHARED: Final = ("chair", "treasurer")
SEVERAL: Final = ("auditor", "delegate")
"""Roles that several people hold side by side, which is no job share."""


class Method(StrEnum):
    """How a holder came to the post."""

    ELECTED = "elected"
    UNOPPOSED = "unopposed"
    CO_OPTED = "co-opted"
    ACTING = "acting"


def check_post(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """A post has one or two holders; none if vacant; terms that have not ended."""
    post = entry.fields
    if post.vacant and post.held_by:
        yield make_problem("E221", entry.place("vacant"), first="vacant", second="held_by")
    if not post.vacant and not post.held_by:
        yield make_problem("E521", entry.place(), post=entry.title or entry.id)
    most = 1 if post.role in UNSHARED else 2
    if len(post.held_by) > most and post.role not in SEVERAL:
        yield make_problem("E522" if most == 1 else "E523", entry.place("held_by"), post=entry.title)
    for number, holder in enumerate(post.held_by):
        place = entry.place("held_by", number, "until")
        if holder.since and holder.until and holder.until < holder.since:
            yield make_problem("E222", place, field="until", other="since")
        elif holder.until and has_ended(holder.until, site):
            yield make_problem("W524", place, post=entry.title, until=holder.until.words)


def has_ended(until: Any, site: Site) -> bool:
    """Whether the last day of a term is past; of a partial date, the whole month or year."""
    today = site.settings.today
    known = (until.year, until.month, until.day)
    return bool(known < (today.year, until.month and today.month, until.day and today.day))


def name_upkeep(entry: Entry[Any], _site: Site) -> Iterable[Upkeep]:
    """A post that nobody holds, and terms that end."""
    post = entry.fields
    if post.vacant:
        yield Upkeep(Sort.VACANT, entry.place("vacant"), entry.title)
    for number, holder in enumerate(post.held_by):
        if holder.until and holder.until.is_whole:
            yield Upkeep(
                Sort.TERM,
                entry.place("held_by", number, "until"),
                f"{entry.title}: {holder.name}",
                f"The term of '{entry.title}' ends",
                holder.until.date,
                "Name who comes next as soon as it is known, and put the holder of today under 'previous'.",
            )


def check_posts(site: Site) -> Iterable[Problem]:
    """Key roles that nobody is named for are a warning, for parties and branches."""
    if not site.party.has_key_roles:
        return
    roles = {entry.fields.role for entry in site.entries["officers"]}
    missing = [role for role in KEY_ROLES if role not in roles]
    for role in missing:
        yield make_problem("W525", Place(f"{site.settings.data}/officers.yml"), role=role)
