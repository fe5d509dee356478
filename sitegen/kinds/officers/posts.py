"""The vocabulary of roles, the rules for posts, and how the page groups them.

Roles follow the CLP Rules of 2023, chapter 7, and the titles that parties used before.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

from sitegen.kind import Entry, Here, Site
from sitegen.problems import Place, Problem, make_problem
from sitegen.words import count_words, join_words

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


class Method(StrEnum):
    """How a holder came to the post."""

    ELECTED = "elected"
    UNOPPOSED = "unopposed"
    CO_OPTED = "co-opted"
    ACTING = "acting"


def check_post(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """A post has a name; one or two holders; none if vacant; terms that have not ended."""
    post = entry.fields
    if not post.role and not post.title:
        yield make_problem("E520", entry.place())
    if post.vacant and post.held_by:
        yield make_problem("E221", entry.place("vacant"), first="vacant", second="held_by")
    if not post.vacant and not post.held_by:
        yield make_problem("E521", entry.place(), post=entry.title or entry.id)
    most = 1 if post.role in UNSHARED else 2
    if len(post.held_by) > most and post.role != "auditor" and post.role != "delegate":
        yield make_problem("E522" if most == 1 else "E523", entry.place("held_by"), post=entry.title)
    for number, holder in enumerate(post.held_by):
        if holder.until and _last_day_is_past(holder.until, site):
            place = entry.place("held_by", number, "until")
            yield make_problem("W524", place, post=entry.title, until=holder.until.words)
        if holder.since and holder.until and holder.until < holder.since:
            yield make_problem("E222", entry.place("held_by", number, "until"), field="until", other="since")


def _last_day_is_past(until: Any, site: Site) -> bool:
    today = site.settings.today
    known = (until.year, until.month, until.day)
    return bool(known < (today.year, until.month and today.month, until.day and today.day))


def check_posts(site: Site) -> Iterable[Problem]:
    """Key roles that nobody is named for are a warning, for parties and branches."""
    if not site.party.has_key_roles:
        return
    roles = {entry.fields.role for entry in site.entries["officers"]}
    missing = [role for role in KEY_ROLES if role not in roles]
    for role in missing:
        yield make_problem("W525", Place(f"{site.settings.data}/officers.yml"), role=role)


def view_posts(site: Site, here: Here) -> Mapping[str, object]:
    """The executive and the other posts, as written, ready for components."""
    posts = site.entries["officers"]
    executive = [post for post in posts if post.fields.executive]
    others = [post for post in posts if not post.fields.executive]
    return {
        "executive": [_person(post, here) for post in executive],
        "others": [_person(post, here) for post in others],
        "executive_words": _words(executive),
        "others_words": _words(others),
    }


def view_home(site: Site, here: Here) -> Mapping[str, object]:
    """The first posts that have a mailbox and somebody who reads it, for the home page."""
    found = [
        {
            "title": post.title,
            "text": join_words([holder.name for holder in post.fields.held_by]),
            "link": {"title": _write_to(post.title), "href": f"mailto:{post.fields.contact}"},
        }
        for post in site.entries["officers"]
        if post.fields.contact and post.fields.held_by
    ]
    return {"strip_items": found[:5]} if found else {}


def _write_to(title: str) -> str:
    """`Write to the chair`; a title that begins with capitals (`BAME officer`) keeps them."""
    return f"Write to the {title if title[:2].isupper() else title[:1].lower() + title[1:]}"


def _words(posts: list[Entry[Any]]) -> str:
    vacant = sum(post.fields.vacant for post in posts)
    people = sum(len(post.fields.held_by) for post in posts)
    words = [count_words(len(posts), "post"), count_words(people, "person", "people")]
    return ", ".join([*words, f"{vacant} vacant"] if vacant else words)


def _person(entry: Entry[Any], here: Here) -> Mapping[str, object]:
    post = entry.fields
    title = "Ask about this post" if post.vacant else _write_to(entry.title)
    contact = {"title": title, "href": f"mailto:{post.contact}", "address": post.contact} if post.contact else None
    return {
        "id": entry.id,
        "role": entry.title,
        "holders": [_holder(one, entry, here) for one in post.held_by],
        "duties": here.prose(post.duties, entry),
        "contact": contact,
        "previous": [{"name": one.name, "note": _term(one)} for one in post.previous],
    }


def _holder(holder: Any, entry: Entry[Any], here: Here) -> Mapping[str, object]:
    note = ", ".join(part for part in (holder.pronouns, _since(holder)) if part)
    shown: dict[str, object] = {"name": holder.name, "note": note}
    if holder.method is Method.ACTING:
        shown["state"] = "Acting"
    if holder.photo:
        shown["photo"] = here.picture(holder.photo, holder.photo_alt, entry)
    else:
        shown["initials"] = "".join(part[0] for part in holder.name.split()[:1] + holder.name.split()[-1:])
    if holder.biography:
        shown["biography"] = here.prose(holder.biography, entry)
    if holder.links:
        shown["links"] = [{"title": one.title, "href": here.link(one.url, entry)} for one in holder.links]
    return shown


def _since(holder: Any) -> str:
    how = {Method.ELECTED: "elected", Method.UNOPPOSED: "unopposed", Method.CO_OPTED: "co-opted"}.get(holder.method, "")
    if not holder.since:
        return how
    note = f" ({holder.since_note})" if holder.since_note else ""
    return f"{how} {holder.since.words}{note}" if how else f"since {holder.since.words}{note}"


def _term(holder: Any) -> str:
    if holder.since and holder.until:
        return f"{holder.since.words} to {holder.until.words}"
    return f"until {holder.until.words}" if holder.until else _since(holder)
