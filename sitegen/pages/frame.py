"""The frame around a page: what stands in the head, and the top and the foot, made once a section."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from markupsafe import Markup

from sitegen.exports import ROOM, make_exports
from sitegen.kind import CalendarPlace, Settings, Site
from sitegen.pages.editing import edit_address
from sitegen.pages.here import HereOn
from sitegen.pages.json_ld import make_json_ld
from sitegen.pages.page import Page
from sitegen.pages.sharing import make_ways, show_share
from sitegen.pages.workshop import Workshop, listed, menu_order
from sitegen.policy import page_policy
from sitegen.words import shorten

FORMATS: Final = (
    ("feed.xml", "application/rss+xml", "RSS"),
    ("atom.xml", "application/atom+xml", "Atom"),
    ("feed.json", "application/feed+json", "JSON Feed"),
)
_SCRIPT: Final = re.compile(r'data-script="([a-z-]+)"')
_SHEET: Final = re.compile(r'data-sheet="([a-z-]+)"')
_LAZY: Final = ' loading="lazy"'
LONGEST_TITLE: Final = 70
"""How many characters of a title tabs and search results show."""
MOST_PAGES: Final = 5
"""How many free pages the menu holds at most, so that it stays a menu."""


def make_view(page: Page, content: Markup, workshop: Workshop) -> Mapping[str, object]:
    """Everything that the frame of the theme prints for one page."""
    settings, party = workshop.site.settings, workshop.site.party
    here = workshop.here(page.address)
    content = load_first_at_once(content)
    pass_on = make_ways(page, workshop)
    top, bottom = _around(page, here, workshop)
    json_ld = make_json_ld(page, workshop)
    return {
        "policy": Markup(page_policy(json_ld)),
        "lang": written_language(party.languages[0]),
        "title": page.title,
        "head_title": make_head_title(page, settings.site_name),
        "site_name": settings.site_name,
        "is_home": page.address == "",
        "description": page.description or f"{page.title}. {settings.site_name}.",
        "canonical": settings.site_url + page.address if page.address != "404.html" else "",
        "robots": "" if page.is_indexed and party.search_engines else "noindex",
        "root": here.url(""),
        "stylesheets": [here.url(address) for address in _stylesheets(content, workshop)],
        "font": here.url("assets/besley-700-subset.woff2"),
        "icon": here.url("assets/icon.svg"),
        "theme_colour": workshop.theme_colour,
        "feeds": [
            *(feed for address in ("", *page.feeds) for feed in _discovery(address, here, workshop)),
            *_first_calendar(here, workshop),
        ],
        "share": show_share(page, workshop),
        "json_ld": json_ld,
        "top": top,
        "crumbs": [_crumb(title, address, here, workshop) for title, address in page.crumbs],
        "content": content,
        "pass_on": pass_on,
        "bottom": bottom,
        "edit": _edit(page, settings),
        "scripts": [here.url(f"assets/{name}.js") for name in _asked(_SCRIPT, content, pass_on, bottom)],
    }


def _crumb(title: str, address: str, here: HereOn, workshop: Workshop) -> Mapping[str, str]:
    """A step of the way up, in the language of the page it leads to."""
    _, entry = workshop.by_address.get(address, ("", None))
    return {"title": here.title(entry) if entry and entry.title == title else title, "href": here.url(address)}


def load_first_at_once(content: Markup) -> Markup:
    """The content with its first picture loaded at once: it is most likely in view; all others wait until they are."""
    begin = content.find("<img ")
    if begin < 0:
        return content
    end = content.find(">", begin)
    return content[:begin] + content[begin:end].replace(_LAZY, "", 1) + content[end:]


def _edit(page: Page, settings: Settings) -> Mapping[str, str] | None:
    """The way to the file of a page; none where the sources are not on the web, or the page is made from many."""
    if not settings.repository or not page.source:
        return None
    return {"href": edit_address(page.source, settings, page.line), "file": page.source}


def _stylesheets(content: Markup, workshop: Workshop) -> list[str]:
    """The stylesheet of every page, then those that components of this page ask for."""
    return [
        workshop.stylesheet_address,
        *(workshop.sheet_addresses[name] for name in _asked(_SHEET, content) if name in workshop.sheets),
    ]


def _asked(pattern: re.Pattern[str], *parts: Markup) -> list[str]:
    """What components of a page ask for, each once; a page that asks for nothing gets nothing."""
    return sorted({name for part in parts for name in pattern.findall(part)})


def written_language(code: str) -> str:
    """The language as pages and feeds name it: English is British."""
    return "en-GB" if code == "en" else code


def make_head_title(page: Page, site_name: str) -> str:
    """The title for tabs and search results, at most as long as they show; the site's name only if there is room."""
    if page.address == "":
        return shorten(site_name, LONGEST_TITLE)
    whole = f"{page.title} – {site_name}"
    return whole if len(whole) <= LONGEST_TITLE else shorten(page.title, LONGEST_TITLE)


def feed_title(address: str, workshop: Workshop) -> str:
    """What the feed at an address is called."""
    name = workshop.site.party.masthead
    if not address:
        return f"{name}: everything"
    if address.startswith("tags/"):
        return f"{name}: {workshop.by_tag[address.split('/')[1]].name}"
    return f"{name}: {workshop.by_address[address][0]}"


def _discovery(address: str, here: HereOn, workshop: Workshop) -> list[dict[str, str]]:
    title = feed_title(address, workshop)
    return [
        {"href": here.url(address + file), "type": type, "title": f"{title} ({name})"} for file, type, name in FORMATS
    ]


def _first_calendar(here: HereOn, workshop: Workshop) -> Iterator[dict[str, str]]:
    """The calendar of everything, for programs that look for one in the head of a page."""
    for place in _first_calendars(workshop.site):
        title = f"{workshop.site.party.masthead}: {place.title}"
        yield {"href": here.url(place.address), "type": "text/calendar", "title": title}


@lru_cache(maxsize=4)
def _first_calendars(site: Site) -> tuple[CalendarPlace, ...]:
    return tuple(one for kind in site.kinds for one in tuple(kind.calendars(site))[:1])


def _around(page: Page, here: HereOn, workshop: Workshop) -> tuple[Markup, Markup]:
    """Top and foot; they differ only by the marked item of the menu and the way to the root."""
    current = "page" if page.address == page.section else "true"
    key = (here.root, page.section, current if page.address else "home")
    if key not in workshop.tops:
        values = {
            "site": workshop.site,
            "party": workshop.site.party,
            "here": here,
            "banner": workshop.site.party.banner,
        }
        menu = [
            {"title": title, "href": here.url(address), "current": current if address == page.section else ""}
            for title, address in make_menu(workshop)
        ]
        top = workshop.render("pages/top.html", {**values, **_top(here, workshop), "menu": menu})
        bottom = workshop.render("pages/bottom.html", {**values, "columns": _columns(here, workshop)})
        workshop.tops[key] = (top, bottom)
    return workshop.tops[key]


def make_above(page: Page, workshop: Workshop) -> Markup:
    """What stands above everything on a page: whose example it is, and what the party announces; else nothing."""
    values = {"banner": workshop.site.party.banner, **_top(workshop.here(page.address), workshop)}
    return workshop.render("pages/above.html", values)


def _top(here: HereOn, workshop: Workshop) -> Mapping[str, object]:
    party, settings = workshop.site.party, workshop.site.settings
    announcement = party.announcement
    if announcement and announcement.until and announcement.until.date < settings.today:
        announcement = None
    file = f"{settings.data}/party.yml"
    link = here.named(announcement.link, file) if announcement and announcement.link else ""
    extra: list[dict[str, object]] = [
        {"title": "Search", "href": here.url("search/")},
        {"title": "Subscribe", "href": here.url("subscribe/")},
    ]
    if party.links.join:
        extra.append({"title": "Join us", "href": party.links.join, "main": True})
    return {
        "announcement": here.words(announcement.text, file) if announcement else "",
        "announcement_link": {"title": "More on this announcement", "href": link} if link else None,
        "extra": extra,
        "name": party.masthead,
        "mark": party.masthead[:1].upper(),
        "home": here.url(""),
    }


def make_menu(workshop: Workshop) -> list[tuple[str, str]]:
    """Title and address of each item: kinds that have entries, then free pages; of fixed size."""
    site = workshop.site
    items = [(kind.title, kind.index) for kind in site.kinds if kind.in_menu and kind.index and site.entries[kind.name]]
    top = [one for one in listed(workshop.free_entries) if _is_in_menu(one)]
    chosen = sorted(top, key=menu_order)[:MOST_PAGES]
    return items + [(_menu_title(one), one.address) for one in chosen]


def _is_in_menu(entry: Any) -> bool:
    menu = entry.fields.menu
    if menu is not None:
        return bool(menu.shown)
    standing = ("index", "imprint", "privacy", "accessibility", "subscribe")
    return entry.address.count("/") == 1 and entry.id not in standing


def _menu_title(entry: Any) -> str:
    menu = entry.fields.menu
    return str((menu and menu.title) or entry.title)


def _columns(here: HereOn, workshop: Workshop) -> list[dict[str, object]]:
    party = workshop.site.party
    formats = [{"title": f"Everything, as {name}", "href": here.url(file)} for file, _, name in FORMATS]
    formats.append({"title": "All feeds", "href": here.url("subscribe/")})
    links = party.links
    named = (
        ("Join the party", links.join),
        ("Give to our campaigns", links.donate),
        ("Register to vote", links.register_to_vote),
        ("Members’ area", links.members_area),
        (f"Write to {party.contact}" if party.contact else "", f"mailto:{party.contact}" if party.contact else ""),
    )
    about = (
        ("Accessibility", "accessibility/"),
        ("Privacy", "privacy/"),
        ("Imprint", "imprint/"),
        ("Search", "search/"),
        *((("Open data", ROOM),) if make_exports(workshop.site) else ()),
    )
    ours: list[dict[str, object]] = [
        {"title": kind.title, "links": shown}
        for kind in workshop.site.kinds
        if (shown := list(kind.foot_links(workshop.site, here)))
    ]
    return [
        {"title": "Follow by feed", "links": formats},
        *ours,
        {"title": "Take part", "links": [{"title": title, "href": href} for title, href in named if href]},
        {
            "title": "About this site",
            "links": [{"title": title, "href": here.url(address)} for title, address in about],
        },
    ]
