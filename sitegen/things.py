"""Things as schema.org words them, which several kinds need: the party, an article, a person.

A kind's `json_ld` puts its own together from these. Addresses are absolute: `outside` is the site seen from elsewhere.
"""

from collections.abc import Callable, Iterable
from typing import Any

from sitegen.describing import describe, last_change
from sitegen.kind import Entry, Here, Site, Thing


def name_party(site: Site, outside: Here) -> Thing:
    """The party, by its name and by the id under which the home page tells all of it."""
    return {"@type": "Organization", "@id": f"{outside.url('')}#party", "name": site.party.name}


def make_article(entry: Entry[Any], site: Site, outside: Here, type: str = "Article") -> Thing:
    """A dated text with its headline, author, dates, picture and publisher; `type` is a kind of Article."""
    shared, url = entry.shared, outside.url(entry.address)
    changed = last_change(entry)
    values: dict[str, object] = {
        "@type": type,
        "@id": f"{url}#article",
        "headline": entry.title,
        "url": url,
        "description": describe(entry),
        "datePublished": entry.date.iso if entry.date else "",
        "dateModified": changed.iso if changed else "",
        "publisher": name_party(site, outside),
    }
    if shared:
        image = outside.picture(shared.image, shared.image_alt, entry) if shared.image else None
        values["image"] = image["src"] if image else ""
        values["author"] = {"@type": "Person", "name": shared.author} if shared.author else ""
        values["inLanguage"] = shared.lang or site.party.languages[0]
        values["keywords"] = list(shared.tags)
    return without_gaps(values)


def tell_as(type: str) -> Callable[[Entry[Any], Site, Here], Iterable[Thing]]:
    """A kind's `json_ld` for texts that are more than an article: `NewsArticle`, `Report`."""
    return lambda entry, site, outside: (make_article(entry, site, outside, type),)


def without_gaps(values: Thing) -> Thing:
    """The values without those that are empty: nothing is said of what is not known."""
    return {name: value for name, value in values.items() if value not in ("", None, [], (), {})}
