"""What is wrong with HTML that leaves the site in a feed: nothing there may run, hide or lead nowhere.

The elements are those the W3C feed validator lets pass, less forms and canvas; addresses have to be
absolute, since a reader does not know the page they came from.
"""

import re
from html.entities import html5
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urlsplit

_ELEMENTS: Final = """
    a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details
    dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd li main mark meter nav
    ol p picture pre progress q rp rt ruby s samp section small source span strong sub summary sup table tbody td
    tfoot th thead time tr track u ul var video wbr
"""
_ALLOWED: Final = frozenset(_ELEMENTS.split())
_VOID: Final = frozenset({"br", "col", "hr", "img", "input", "source", "track", "wbr"})
_ADDRESSES: Final = frozenset(
    {"href", "src", "poster", "cite", "data", "action", "formaction", "longdesc", "background"}
)
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", "sms", "webcal"})
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,])(?:\s+[0-9.]+[wx])?\s*(?:,|$)")
_REFERENCE = re.compile(r"&(#[0-9]+;|#[xX][0-9a-fA-F]+;|[A-Za-z0-9]+;)?")


def html_findings(html: str) -> list[str]:
    """One sentence for each thing in `html` that has no place in a feed; none if all is well."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    unclosed = [f"<{name}> is not closed" for name in reader.open]
    return [*reader.found, *unclosed, *_find_bad_references(html)]


def address_findings(address: str) -> list[str]:
    """What keeps a reader elsewhere from following `address`: it is relative, empty, or of an unsafe kind."""
    parts = urlsplit(address)
    if not address.strip():
        return ["an address is empty"]
    if not parts.scheme:
        return [f"{address} is relative"]
    if parts.scheme not in _SCHEMES:
        return [f"{parts.scheme}: is no kind of address for a feed"]
    if re.search(r"\s", address) or (parts.scheme in ("http", "https") and not parts.netloc):
        return [f"{address} is no address"]
    return []


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ALLOWED:
            self.found.append(f"<{tag}> has no place in a feed")
        if tag not in _VOID:
            self.open.append(tag)
        if tag == "img" and not any(name == "alt" for name, _ in attrs):
            self.found.append("a picture has no alternative text")
        for name, value in attrs:
            self.found += _find_in_attribute(name, value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.found.append(f"</{tag}> closes nothing")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data.split(' ')[0]}> has no place in a feed")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl.split(' ')[0]}> has no place in a feed")


def _find_in_attribute(name: str, value: str) -> list[str]:
    if name.startswith("on") or name in ("style", "http-equiv", "srcdoc"):
        return [f"the attribute {name} has no place in a feed"]
    if name in _ADDRESSES:
        return [f"{name}: {finding}" for finding in address_findings(value)]
    if name == "srcset":
        candidates = _CANDIDATE.findall(value) or [""]
        return [f"{name}: {finding}" for candidate in candidates for finding in address_findings(candidate)]
    return []


def _find_bad_references(html: str) -> list[str]:
    names = [match[1] or "" for match in _REFERENCE.finditer(html)]
    return [f"'&{name}' is no character" for name in names if not name.startswith("#") and name not in html5]
