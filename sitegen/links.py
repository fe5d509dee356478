"""Where links lead: relative paths, web addresses and `kind:id`, resolved against the whole site.

Addresses inside the site have no leading slash; a page puts its way to the root before them.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from sitegen.kind import Site
from sitegen.words import did_you_mean

WEB_SCHEMES: Final = frozenset(("http", "https", "mailto", "tel"))
MADE_PAGES: Final = ("", "subscribe/", "imprint/", "privacy/", "accessibility/", "search/", "search/all/", "tags/")
MADE_FILES: Final = ("feed.xml", "atom.xml", "feed.json", "sitemap.xml", "robots.txt")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where a link leads: `address` is None where it leads nowhere; then `code` and `values` say why."""

    address: str | None
    is_inside: bool = True
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class SiteMap:
    """All that a link can lead to: files, addresses and the anchors on them."""

    site: Site
    planned: tuple[str, ...]
    files: Mapping[str, str]
    anchors: Mapping[str, frozenset[str]]
    withheld: frozenset[str]
    known: dict[tuple[str, str, str], Resolved] = field(default_factory=dict)

    def resolve(self, target: str, file: str, home: str) -> Resolved:
        """Where `target`, written in `file` and shown on the page `home`, leads."""
        key = (target, file if target[:1] in ".#" or ":" not in target else "", home if target[:1] == "#" else "")
        if key not in self.known:
            self.known[key] = self._resolve(target.strip(), file, home)
        return self.known[key]

    def _resolve(self, target: str, file: str, home: str) -> Resolved:
        if not target:
            return Resolved(None, code="E805")
        if target.startswith("#"):
            return self._checked(home, target[1:], target)
        if target.startswith("//"):
            return Resolved(None, code="E309")
        if scheme := _SCHEME.fullmatch(target):
            return self._named(scheme[1], scheme[2], target)
        path, _, anchor = target.partition("#")
        return self._path(unquote(path.partition("?")[0]), unquote(anchor), target, file)

    def _named(self, scheme: str, rest: str, target: str) -> Resolved:
        if scheme.lower() in WEB_SCHEMES:
            empty = not rest.strip("/")
            return Resolved(None, code="E805") if empty else Resolved(target, is_inside=False)
        if scheme in self.planned:
            return Resolved(None, code="N307", values={"target": target})
        names = [kind.name for kind in self.site.kinds]
        if scheme not in names:
            if scheme.lower() in ("javascript", "data", "vbscript", "file"):
                return Resolved(None, code="E309")
            hint = did_you_mean(scheme, [*names, *self.planned])
            return Resolved(None, code="E305", values={"scheme": scheme, **({"hint": hint} if hint else {})})
        id, _, anchor = rest.partition("#")
        key = f"{scheme}:{id.strip('/')}"
        if entry := self.site.by_key.get(key):
            return self._checked(entry.address, anchor, target)
        if key in self.site.withheld:
            return Resolved(None, code="W306", values={"target": target})
        keys = [one for one in self.site.by_key if one.startswith(f"{scheme}:")]
        hint = did_you_mean(key, keys)
        return Resolved(None, code="E303", values={"target": target, **({"hint": hint} if hint else {})})

    def _path(self, path: str, anchor: str, target: str, file: str) -> Resolved:
        if path.startswith("/"):
            return self._address(path[1:], anchor, target)
        settings = self.site.settings
        found = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
        if found.startswith("../") or found == "..":
            return Resolved(None, code="E301", values={"target": target})
        for candidate in (found, posixpath.normpath(f"{settings.content}/{path}")):
            if candidate in self.files:
                return self._checked(self.files[candidate], anchor, target)
            if candidate in self.withheld:
                return Resolved(None, code="W306", values={"target": target})
            inside = candidate.removeprefix(f"{settings.content}/")
            if candidate == settings.content or f"{inside}/" in self.anchors:
                return self._checked("" if candidate == settings.content else f"{inside}/", anchor, target)
            if inside in MADE_FILES:
                return Resolved(inside)
        near = did_you_mean(posixpath.basename(path), [posixpath.basename(one) for one in self.files])
        return Resolved(None, code="E302", values={"target": target, **({"hint": near} if near else {})})

    def _address(self, path: str, anchor: str, target: str) -> Resolved:
        for address in (path, f"{path}/", path.removesuffix("index.html")):
            if address in self.anchors:
                return self._checked(address, anchor, target)
        if path in self.site.files or path.rsplit("/", 1)[-1] in MADE_FILES:
            return Resolved(path)
        return Resolved(None, code="E302", values={"target": target})

    def _checked(self, address: str, anchor: str, target: str) -> Resolved:
        if not anchor:
            return Resolved(address)
        page, _, own = address.partition("#")
        if own or anchor in self.anchors.get(page, frozenset()):
            return Resolved(f"{page}#{anchor}")
        near = did_you_mean(anchor, self.anchors.get(page, frozenset()))
        shown = target.partition("#")[0] or "This page"
        values = {"target": shown, "anchor": anchor, **({"hint": near} if near else {})}
        return Resolved(None, code="E304", values=values)


def make_site_map(site: Site, planned: tuple[str, ...]) -> SiteMap:
    """The map of a loaded site."""
    anchors: dict[str, set[str]] = {address: set() for address in MADE_PAGES}
    for kind in site.kinds:
        if kind.index:
            anchors.setdefault(kind.index, set())
        for entry in site.entries[kind.name]:
            page, _, own = entry.address.partition("#")
            anchors.setdefault(page, set()).update(entry.body.anchors, kind.anchors, (own,) if own else ())
    return SiteMap(
        site=site,
        planned=planned,
        files=dict(_files(site)),
        anchors={address: frozenset(found) for address, found in anchors.items()},
        withheld=frozenset(site.withheld.values()),
    )


def _files(site: Site) -> Iterator[tuple[str, str]]:
    for path in site.files:
        yield f"{site.settings.content}/{path}", path
    for entries in site.entries.values():
        for entry in entries:
            if not entry.at:
                yield entry.document.file, entry.address
