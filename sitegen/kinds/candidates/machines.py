"""What machines are told of a candidate: a person, what they stand for, and their own pages."""

from collections.abc import Iterator
from typing import Any

from sitegen.describing import describe
from sitegen.elections.models import Contest
from sitegen.elections.order import position_of
from sitegen.kind import Entry, Here, Site, Thing
from sitegen.things import without_gaps
from sitegen.values import is_web_address


def tell_candidate(entry: Entry[Any], site: Site, outside: Here) -> Iterator[Thing]:
    """One person: nothing is said that the page does not say."""
    candidate, url = entry.fields, outside.url(entry.address)
    photo = outside.picture(candidate.photo, candidate.photo_alt, entry) if candidate.photo else None
    links = [outside.link(one.url, entry) for one in candidate.links]
    values: dict[str, object] = {
        "@type": "Person",
        "@id": f"{url}#person",
        "name": candidate.name,
        "url": url,
        "description": " ".join(part for part in (_stands_for(entry, site), describe(entry)) if part),
        "image": photo["src"] if photo else "",
        "email": candidate.contact,
        "memberOf": {"@type": "Organization", "name": candidate.clp} if candidate.clp else "",
        "sameAs": [link for link in links if is_web_address(link)],
    }
    yield without_gaps(values)


def _stands_for(entry: Entry[Any], site: Site) -> str:
    """`Candidate for CLP representative: NEC by-elections 2020.`"""
    contest = site.find(Contest, entry.parent)
    if not contest:
        return ""
    position = position_of(contest.fields, entry.fields)
    return f"Candidate for {position.title}: {contest.title}." if position else f"Candidate: {contest.title}."
