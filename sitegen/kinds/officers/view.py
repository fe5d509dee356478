"""What the page of officers shows: who holds which post, how and since when, and the way to write to it."""

from collections.abc import Mapping
from typing import Any, Final

from sitegen.kind import Entry, Here, Site
from sitegen.kinds.officers.posts import SEVERAL, Method, has_ended
from sitegen.words import count_words, join_words

HOW: Final = {Method.ELECTED: "elected", Method.UNOPPOSED: "elected unopposed", Method.CO_OPTED: "co-opted"}


def view_posts(site: Site, here: Here) -> Mapping[str, object]:
    """The executive and the other posts, as written, ready for components."""
    posts = site.entries["officers"]
    executive = [post for post in posts if post.fields.executive]
    others = [post for post in posts if not post.fields.executive]
    return {
        "executive": [_person(post, site, here) for post in executive],
        "others": [_person(post, site, here) for post in others],
        "executive_words": _words(executive),
        "others_words": _words(others),
    }


def view_home(site: Site, _here: Here) -> Mapping[str, object]:
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
    return {"strip_items": found[:4]} if found else {}


def _write_to(title: str) -> str:
    """`Write to the chair`; a title that begins with capitals (`BAME officer`) keeps them."""
    return f"Write to the {title if title[:2].isupper() else title[:1].lower() + title[1:]}"


def _words(posts: list[Entry[Any]]) -> str:
    vacant = sum(post.fields.vacant for post in posts)
    people = len({holder.name for post in posts for holder in post.fields.held_by})
    words = [count_words(len(posts), "post"), count_words(people, "person", "people")]
    return ", ".join([*words, f"{vacant} vacant"] if vacant else words)


def _person(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    post = entry.fields
    is_shared = len(post.held_by) > 1 and post.role not in SEVERAL
    return {
        "id": entry.id,
        "role": entry.title,
        "holders": [_holder(one, entry, site, here, is_shared=is_shared) for one in post.held_by],
        "vacant": _vacant_since(post),
        "duties": here.prose(post.duties, entry),
        "contact": _contact(entry, site),
        "previous": [{"name": one.name, "note": _former(one)} for one in post.previous],
    }


def _contact(entry: Entry[Any], site: Site) -> Mapping[str, str] | None:
    """The mailbox of the post; the party's own answers for a vacant post that has none."""
    post = entry.fields
    mailbox = post.contact or (site.party.contact if post.vacant else None)
    if not mailbox:
        return None
    title = "Ask about this post" if post.vacant else _write_to(entry.title)
    return {"title": title, "href": f"mailto:{mailbox}", "address": mailbox}


def _vacant_since(post: Any) -> str:
    """Since when nobody holds a vacant post: the last day of whoever held it last."""
    ends = [(one.until, one.until_note) for one in post.previous if one.until] if post.vacant else []
    if not ends:
        return ""
    day, note = max(ends)
    return f"since {_day(day, note)}"


def _holder(holder: Any, entry: Entry[Any], site: Site, here: Here, *, is_shared: bool) -> Mapping[str, object]:
    note = ", ".join(part for part in (holder.pronouns, "job share" if is_shared else "", _term(holder)) if part)
    shown: dict[str, object] = {"name": holder.name, "note": note, "state": _state(holder, site)}
    if holder.photo:
        shown["photo"] = here.picture(holder.photo, holder.photo_alt, entry)
    else:
        parts = holder.name.split()
        shown["initials"] = "".join(part[0] for part in (parts[:1] + parts[1:][-1:]))
    if holder.biography:
        shown["biography"] = here.prose(holder.biography, entry)
    links = [{"title": one.title, "href": here.link(one.url, entry)} for one in holder.links]
    return {**shown, "links": [link for link in links if link["href"]]}


def _state(holder: Any, site: Site) -> str:
    """What is not as it should be: an acting holder, a term that has ended."""
    ended = holder.until and has_ended(holder.until, site)
    parts = ["acting" if holder.method is Method.ACTING else "", f"term ended {holder.until.words}" if ended else ""]
    words = ", ".join(part for part in parts if part)
    return f"{words[:1].upper()}{words[1:]}"


def _term(holder: Any) -> str:
    """How and since when a post is held, and until when: `elected 10 July 2025, until July 2026`."""
    how = HOW.get(holder.method, "")
    since = _day(holder.since, holder.since_note)
    begun = f"{how or 'since'} {since}" if since else how
    until = _day(holder.until, holder.until_note)
    return ", ".join(part for part in (begun, f"until {until}" if until else "") if part)


def _former(holder: Any) -> str:
    """When and how somebody held a post before: `July 2021 to July 2025, elected`."""
    since, until = _day(holder.since, holder.since_note), _day(holder.until, holder.until_note)
    whole = f"{since} to {until}" if since and until else ""
    half = f"until {until}" if until else f"since {since}" if since else ""
    how = "acting" if holder.method is Method.ACTING else HOW.get(holder.method, "")
    return ", ".join(part for part in (holder.pronouns, whole or half, how) if part)


def _day(day: Any, note: str) -> str:
    return "" if not day else f"{day.words} ({note})" if note else str(day.words)
