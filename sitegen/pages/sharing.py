"""Passing pages on: the share image of each page, plain links to networks, and kits for whoever runs the accounts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from markupsafe import Markup

from sitegen.describing import describe
from sitegen.keeping import FOLDER, Keeper
from sitegen.kind import Entry
from sitegen.markdown import plain_text
from sitegen.pages.page import Page
from sitegen.pages.workshop import Workshop
from sitegen.sharing import Card, make_card, write_posts
from sitegen.sharing.card import HEIGHT, WIDTH

ROOM: Final = "share/"
"""The address below which share images and kits lie."""
MOST_KITS: Final = 100
"""How many items have a kit: the newest, so that a site of many years is not doubled."""
_LONGEST_SUMMARY: Final = 600


def has_card(page: Page, workshop: Workshop) -> bool:
    """Whether a share image is made for a page: for all that others may pass on."""
    return workshop.site.settings.share_images and (page.is_indexed or page.is_article)


def card_address(page: Page) -> str:
    """Where the share image of a page lies: `share/news/fair.png`, the home page's is `share/index.png`."""
    return f"{ROOM}{page.address.removesuffix('.html').rstrip('/') or 'index'}.png"


def card_of(page: Page, workshop: Workshop) -> Card:
    """What the share image of a page says."""
    site = workshop.site
    title = site.party.name if not page.address else page.title
    colours = workshop.accents
    imprint = site.party.imprint.sentence
    return Card(title, site.party.masthead, _kicker(page), imprint, colours.accent, colours.bright)


def _kicker(page: Page) -> str:
    entry = page.entry
    if not entry or not entry.date:
        return ""
    return f"{entry.kind.singular.capitalize()} · {entry.date.words}"


def write_cards(pages: Iterable[Page], workshop: Workshop, folder: Path) -> int:
    """Every share image, drawn or kept, written below the site's folder one by one; gives how many."""
    number = 0
    keeper = Keeper(workshop.site.settings.root / FOLDER / "share")
    for page in pages:
        if has_card(page, workshop):
            path = folder / card_address(page)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make_card(card_of(page, workshop), keeper))
            number += 1
    keeper.forget_others()
    return number


def show_share(page: Page, workshop: Workshop) -> Mapping[str, object]:
    """What networks show beside a link: the share image; where none is made, the page's own picture."""
    shown: dict[str, object] = {"image": "", "type": "article" if page.is_article else "website", "width": 0}
    site_url = workshop.site.settings.site_url
    if has_card(page, workshop):
        alt = card_of(page, workshop).alt
        return {**shown, "image": site_url + card_address(page), "image_alt": alt, "width": WIDTH, "height": HEIGHT}
    if page.image:
        return {**shown, "image": site_url + str(page.image["src"]).replace("../", ""), "image_alt": page.image["alt"]}
    return shown


def make_ways(page: Page, workshop: Workshop) -> Markup:
    """The links below a text by which readers pass it on or answer; nothing on other pages."""
    entry = page.entry
    if not entry or not page.is_article or not page.is_indexed:
        return Markup()
    values = {
        "title": page.title,
        "url": workshop.site.settings.site_url + page.address,
        "links": share_links(page.title, workshop.site.settings.site_url + page.address),
        "reply": reply_link(entry, workshop),
    }
    return workshop.render("pages/ways.html", values)


def share_links(title: str, url: str) -> list[Mapping[str, str]]:
    """Plain links that open a network with the title and the address filled in."""
    subject, address = quote(title, safe=""), quote(url, safe="")
    words = f"{subject}%20{address}"
    return [
        {"title": "E-mail", "href": f"mailto:?subject={subject}&body={words}"},
        {"title": "WhatsApp", "href": f"https://wa.me/?text={words}"},
        {"title": "Bluesky", "href": f"https://bsky.app/intent/compose?text={words}"},
        {"title": "Facebook", "href": f"https://www.facebook.com/sharer/sharer.php?u={address}"},
        {"title": "X", "href": f"https://x.com/intent/post?text={words}"},
    ]


def reply_link(entry: Entry[Any], workshop: Workshop) -> str:
    """Where an answer to the author arrives, with the title as its subject; empty for texts that take none."""
    contact = workshop.site.party.contact
    if not contact or not entry.kind.takes_replies:
        return ""
    return f"mailto:{contact}?subject={quote(f'Re: {entry.title}', safe='')}"


def make_kits(workshop: Workshop) -> Iterator[Page]:
    """An unlisted page for each of the newest items with posts to paste, and one that leads to all of these."""
    entries = workshop.dated[:MOST_KITS]
    here = workshop.here(ROOM)

    def make() -> Markup:
        kits = [
            {
                "title": here.title(one),
                "href": here.url(f"{ROOM}{one.address}"),
                "note": f"{one.kind.singular.capitalize()}, {one.date.words if one.date else ''}",
            }
            for one in entries
        ]
        return workshop.render("pages/kits.html", {"kits": kits, "here": here})

    yield Page(ROOM, "Share kits", make, section=ROOM, crumbs=(("Home", ""),), is_indexed=False)
    for entry in entries:
        yield _kit(entry, workshop)


def _kit(entry: Entry[Any], workshop: Workshop) -> Page:
    address = f"{ROOM}{entry.address}"

    def make() -> Markup:
        return workshop.render("pages/kit.html", _kit_values(entry, address, workshop))

    crumbs = (("Home", ""), ("Share kits", ROOM))
    return Page(address, f"Share: {entry.title}", make, section=ROOM, crumbs=crumbs, is_indexed=False)


def _kit_values(entry: Entry[Any], address: str, workshop: Workshop) -> Mapping[str, object]:
    site, here, shared = workshop.site, workshop.here(address), entry.shared
    url = site.settings.site_url + entry.address
    summary = plain_text(shared.summary.body) if shared and shared.summary else describe(entry, _LONGEST_SUMMARY)
    page = Page(entry.address, entry.title, Markup, entry=entry, is_article=True)
    own = here.picture(shared.image, shared.image_alt, entry) if shared and shared.image else None
    return {
        "entry": entry,
        "here": here,
        "url": url,
        "page": here.url(entry.address),
        "posts": write_posts(entry.title, " ".join(summary.split()), url, site.party.imprint.sentence),
        "card": here.url(card_address(page)) if has_card(page, workshop) else "",
        "card_alt": card_of(page, workshop).alt,
        "width": WIDTH,
        "height": HEIGHT,
        "own": own,
        "imprint": site.party.imprint.sentence,
    }
