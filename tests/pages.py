"""Made pages as a browser and a search engine read them: links, ids, and what is loaded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

LOADS: Final = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "use": "href"}
VOID_RELS: Final = ("canonical", "alternate")


@dataclass(slots=True)
class ReadPage:
    """What stands in one page: addresses of links and of what is loaded, ids, and inline code."""

    links: list[str]
    loads: list[str]
    ids: list[str]
    inline: list[str]
    headings: list[int]
    robots: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = ReadPage([], [], [], [], [])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        page = self.page
        if "id" in values:
            page.ids.append(values["id"])
        if tag == "a" and "href" in values:
            page.links.append(values["href"])
        if tag == "link" and values.get("rel") in VOID_RELS:
            page.links.append(values["href"])
        elif tag in LOADS and LOADS[tag] in values:
            page.loads.append(values[LOADS[tag]])
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") != "application/ld+json"):
            page.inline.append(tag)
        page.inline += [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]
        if re.fullmatch("h[1-6]", tag):
            page.headings.append(int(tag[1]))
        if tag == "meta" and values.get("name") == "robots":
            page.robots = values["content"]


def read_page(path: Path) -> ReadPage:
    """One HTML file, read."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page


def read_pages(site: Path) -> dict[str, ReadPage]:
    """Every page of a built site, by its path; e-mails are no pages, and have tests of their own."""
    pages = (path for path in sorted(site.rglob("*.html")) if path.name != "email.html")
    return {str(path.relative_to(site)): read_page(path) for path in pages}


def find_broken_links(site: Path, site_url: str) -> Iterator[str]:
    """Every link and fragment that leads nowhere inside the site, as one sentence each."""
    pages = read_pages(site)
    root = urlsplit(site_url).path
    for path, page in pages.items():
        here = site_url if path == "404.html" else urljoin(site_url, path.removesuffix("index.html"))
        for target in (*page.links, *page.loads):
            address = urljoin(here, target)
            if not address.startswith(site_url):
                continue
            parts = urlsplit(address)
            inside = unquote(parts.path[len(root) :])
            file = f"{inside}index.html" if not inside or inside.endswith("/") else inside
            if not (site / file).is_file():
                yield f"{path}: {target} leads to no file"
            elif parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].ids:
                yield f"{path}: {target} leads to no part of {file}"
