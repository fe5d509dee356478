"""All pages of a site, and the files beside them: redirects, robots.txt, the maps for search engines and for search."""

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from markupsafe import Markup

from sitegen.checks import redirect_address
from sitegen.exports import PACKAGE, make_exports, package_text
from sitegen.kind import Entry, Moved, Site
from sitegen.pages.downloads import make_download_pages
from sitegen.pages.editing import make_editing
from sitegen.pages.items import make_further, make_items
from sitegen.pages.lists import make_lists
from sitegen.pages.manifest import MANIFEST, OPML, SCHEMA, make_manifest, make_opml, read_schema
from sitegen.pages.page import Page
from sitegen.pages.sharing import make_kits
from sitegen.pages.standing import make_standing
from sitegen.pages.workshop import Workshop
from sitegen.policy import HEADERS_FILE, headers_file, page_policy


def make_pages(workshop: Workshop) -> Iterator[Page]:
    """Every page, each with a function that makes its content when it is wanted."""
    yield from make_standing(workshop)
    yield from make_download_pages(workshop)
    yield from make_lists(workshop)
    yield from make_items(workshop)
    yield from make_kits(workshop)
    yield from make_editing(workshop)
    yield from (make_further(kind, page, workshop) for kind, page in workshop.further_pages)


def make_files(pages: list[Page], workshop: Workshop) -> Iterator[tuple[str, str | bytes]]:
    """Path and content of the files that are no pages."""
    yield workshop.stylesheet_address, workshop.stylesheet
    yield from ((address, workshop.sheets[name]) for name, address in workshop.sheet_addresses.items())
    yield "robots.txt", _robots(workshop)
    yield HEADERS_FILE, headers_file(workshop.site.settings.site_url)
    yield "sitemap.xml", _sitemap(pages, workshop)
    yield "search/index.json", _search_index(pages)
    yield MANIFEST, make_manifest(workshop)
    yield SCHEMA, read_schema()
    yield OPML, make_opml(workshop)
    yield from _redirects(workshop)
    yield from _downloads(workshop.site)
    for kind in workshop.site.kinds:
        yield from ((file.address, file.make(workshop)) for file in kind.made_files(workshop.site))


def _downloads(site: Site) -> Iterator[tuple[str, str]]:
    """The files of open data, and the package that lists them; nothing where a site has none."""
    exports = make_exports(site)
    if exports:
        yield PACKAGE, package_text(site)
    yield from ((file.address, file.text) for one in exports for file in one.files)


def _robots(workshop: Workshop) -> str:
    site = workshop.site
    if not site.party.search_engines:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\nSitemap: {site.settings.site_url}sitemap.xml\n"


def _sitemap(pages: list[Page], workshop: Workshop) -> str:
    root = workshop.site.settings.site_url
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    if workshop.site.party.search_engines:
        for page in sorted((one for one in pages if one.is_indexed), key=lambda one: one.address):
            changed = f"<lastmod>{page.updated}</lastmod>" if page.updated else ""
            lines.append(f"<url><loc>{escape(root + page.address)}</loc>{changed}</url>")
    return "\n".join([*lines, "</urlset>", ""])


def _search_index(pages: list[Page]) -> str:
    """Title, address, kind, day and words of each page that may be found; words are those of its description."""
    found = [
        {
            "title": page.title,
            "address": page.address,
            "kind": page.kind,
            "date": page.updated,
            "words": page.description,
            **({"lang": page.language} if page.language else {}),
        }
        for page in pages
        if page.is_indexed and not page.address.startswith("search/")
    ]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


def _redirects(workshop: Workshop) -> Iterator[tuple[str, str]]:
    """A page at each old address that leads to the new one; it holds the link and the imprint."""
    for entries in workshop.site.entries.values():
        for entry in entries:
            for moved in entry.kind.moved(entry):
                address = redirect_address(moved.old)
                if address is not None:
                    path = address if address.endswith((".html", ".htm")) else f"{address}index.html"
                    yield (
                        path,
                        str(workshop.render("pages/redirect.html", _leading_on(moved, address, entry, workshop))),
                    )


def _leading_on(moved: Moved, address: str, entry: Entry[Any], workshop: Workshop) -> Mapping[str, object]:
    """What the page at an old address says: the title of the new one, or its address where it is another website's."""
    here, outside = workshop.here(address), workshop.outside
    way = here.link(moved.to, entry) if moved.to else here.url(entry.address)
    whole = outside.link(moved.to, entry) if moved.to else outside.url(entry.address)
    new = whole.removeprefix(workshop.site.settings.site_url).partition("#")[0]
    title = workshop.by_address[new][0] if new in workshop.by_address else whole
    return {
        "policy": Markup(page_policy()),
        "title": title,
        "href": way,
        "canonical": whole,
        "imprint": workshop.site.party.imprint.sentence,
        "stylesheet": here.url(workshop.stylesheet_address),
    }
