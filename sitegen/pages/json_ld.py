"""What a page says to machines, as JSON-LD: its things, its place in the site, and on the home page who publishes."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from sitegen.kind import Thing
from sitegen.pages.page import Page
from sitegen.pages.workshop import Workshop
from sitegen.things import name_party, without_gaps

CONTEXT: Final = "https://schema.org"
_WRITER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def make_json_ld(page: Page, workshop: Workshop) -> str:
    """One block for the head of a page, in which no text can end it; empty where there is nothing to say."""
    things = [*page.things(), *_crumbs(page, workshop)]
    if not things:
        return ""
    whole: Mapping[str, object] = {"@graph": things} if len(things) > 1 else things[0]
    block = _WRITER.encode({"@context": CONTEXT, **whole})
    return block.replace("<", "\\u003c")


def _crumbs(page: Page, workshop: Workshop) -> Iterator[Thing]:
    """The way from the home page down to this one."""
    if not page.crumbs or page.address == "404.html":
        return
    way = [*page.crumbs, (page.title, page.address)]
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": title, "item": workshop.outside.url(address)}
            for number, (title, address) in enumerate(way, 1)
        ],
    }


def tell_publisher(workshop: Workshop) -> Iterator[Thing]:
    """The party in full, with what the kinds add (accounts, posts); and the site itself."""
    site, outside = workshop.site, workshop.outside
    party, links = site.party, site.party.links
    told: dict[str, object] = {
        **name_party(site, outside),
        "alternateName": [name for name in (party.short_name, party.name_cy) if name and name != party.name],
        "url": outside.url(""),
        "email": party.contact,
        "address": party.postal_address,
        "areaServed": list(party.seats) or party.region or party.nation,
        "parentOrganization": {"@type": "Organization", "name": party.parent} if party.parent else "",
        "subOrganization": [{"@type": "Organization", "name": branch.name} for branch in party.branches],
        "potentialAction": [
            {"@type": type, "name": name, "target": target}
            for type, name, target in (
                ("JoinAction", "Join the party", links.join),
                ("DonateAction", "Give to our campaigns", links.donate),
            )
            if target
        ],
    }
    for kind in site.kinds:
        for name, value in kind.party_json_ld(site, outside).items():
            before = told.get(name)
            told[name] = [*before, *value] if isinstance(before, list) and isinstance(value, list) else value
    yield without_gaps(told)
    publisher = {"@id": f"{outside.url('')}#party"}
    yield {"@type": "WebSite", "name": site.settings.site_name, "url": outside.url(""), "publisher": publisher}
