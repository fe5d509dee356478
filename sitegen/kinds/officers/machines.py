"""What machines are told of officers: people with their posts, and the mailboxes at which posts can be reached."""

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.kind import Entry, Here, Site, Thing
from sitegen.things import name_party, without_gaps


def tell_people(site: Site, outside: Here) -> Iterator[Thing]:
    """Who holds a post, one thing a person and post."""
    for post in site.entries["officers"]:
        for holder in post.fields.held_by:
            photo = outside.picture(holder.photo, holder.photo_alt, post) if holder.photo else None
            values: dict[str, object] = {
                "@type": "Person",
                "name": holder.name,
                "jobTitle": post.title,
                "email": post.fields.contact,
                "image": photo["src"] if photo else "",
                "url": outside.url(post.address),
                "memberOf": name_party(site, outside),
            }
            yield without_gaps(values)


def tell_contacts(site: Site, _outside: Here) -> Thing:
    """The posts that have a mailbox, as ways to reach the party."""
    points = [
        {"@type": "ContactPoint", "contactType": post.title, "email": post.fields.contact}
        for post in _with_mailbox(site)
    ]
    return {"contactPoint": points} if points else {}


def list_posts(site: Site, outside: Here) -> Mapping[str, object]:
    """Every post for `/site.json`: who holds it is on its page, not here, so that nothing goes stale elsewhere."""
    posts = [
        without_gaps(
            {
                "id": post.id,
                "role": post.fields.role,
                "title": post.title,
                "contact": post.fields.contact,
                "vacant": bool(post.fields.vacant),
                "url": outside.url(post.address),
            }
        )
        for post in site.entries["officers"]
    ]
    return {"posts": posts}


def _with_mailbox(site: Site) -> list[Entry[Any]]:
    return [post for post in site.entries["officers"] if post.fields.contact]
