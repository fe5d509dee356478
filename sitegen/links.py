"""Where links lead: relative paths, web addresses and `kind:id`, resolved against the whole site.

Addresses inside the site have no leading slash; a page puts its way to the root before them.
"""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from unicodedata import normalize
from urllib.parse import unquote

from sitegen.kind import Entry, Site
from sitegen.values import LONGEST_SHOWN, is_web_address
from sitegen.words import did_you_mean, shorten

WEB_SCHEMES: Final = frozenset(("http", "https", "mailto", "tel"))
UNSAFE_SCHEMES: Final = frozenset(("javascript", "data", "vbscript", "file", "blob"))
MADE_PAGES: Final = ("", "subscribe/", "imprint/", "privacy/", "accessibility/", "search/", "search/all/", "tags/")
FEED_FILES: Final = ("feed.xml", "atom.xml", "feed.json")
MADE_FILES: Final = (*FEED_FILES, "sitemap.xml", "robots.txt", "site.json", "site.schema.json", "feeds.opml")
MOST_GUESSES: Final = 20
"""How often a name is compared with a great many: a site with more broken links than that waits for no guesses."""
_A_GREAT_MANY: Final = 300
_WEBSITE: Final = re.compile(
    r"(?:www\.|(?:[\w-]+\.)+(?:com|org|net|uk|co\.uk|org\.uk|eu|info|wales|scot|london)(?:/|$))"
)
_MAILBOX: Final = re.compile(r"[^@/\s]+@[^@/\s]+\.[a-z]+")
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where a link leads: `address` is None where it leads nowhere; then `code` and `values` say why.

    No code: it leads to something in which another problem was found.
    """

    address: str | None
    is_inside: bool = True
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class SiteMap:
    """All that a link can lead to: files, addresses and the anchors on them.

    `parts` are further pages by the reference to them (`questionnaires:left/q1`). `flawed` are entries
    that cannot be published, by key, and `unread` the keys and files of those that could not be read:
    a link to one of them, or to any anchor on it, is no mistake.
    """

    site: Site
    planned: tuple[str, ...]
    files: Mapping[str, str]
    anchors: Mapping[str, frozenset[str]]
    withheld: frozenset[str]
    parts: Mapping[str, str] = field(default_factory=dict)
    flawed: Mapping[str, Entry[Any]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    known: dict[tuple[str, str, str], Resolved] = field(default_factory=dict)
    guessed: list[str] = field(default_factory=list)
    names: dict[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

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
            return _web(scheme.lower(), rest, target)
        if scheme in self.planned:
            return Resolved(None, code="N307", values={"target": _shown(target)})
        names = [kind.name for kind in self.site.kinds]
        if scheme not in names:
            if scheme.lower() in UNSAFE_SCHEMES:
                return Resolved(None, code="E309")
            hint = did_you_mean(scheme, [*names, *self.planned])
            return _wrong("E305", hint.replace("'?", ":'?"), scheme=scheme)
        id, _, anchor = rest.partition("#")
        return self._entry(scheme, f"{scheme}:{id.strip('/')}", unquote(anchor), target)

    def _entry(self, kind: str, key: str, anchor: str, target: str) -> Resolved:
        if entry := self.site.by_key.get(key):
            return self._checked(entry.address, anchor, target)
        if entry := self.flawed.get(key):
            return Resolved(entry.address)
        if key in self.parts:
            return self._checked(self.parts[key], anchor, target)
        if key in self.unread or f"{kind}:" in self.unread:
            return Resolved(None)
        if key in self.site.withheld:
            return Resolved(None, code="W306", values={"target": _shown(target)})
        id = key.removeprefix(f"{kind}:")
        known = (*self.site.by_key, *self.parts)
        by_end = self._grouped("ids", known, lambda key: key.rpartition("/")[2] if "/" in key else "")
        near = next((f"Did you mean '{one}'?" for one in by_end.get(id, ()) if one.startswith(f"{kind}:")), "")
        if not near:
            ids = self._grouped("kinds", known, lambda key: key.partition(":")[0]).get(kind, ())
            found = self._guess(id, [one.partition(":")[2] for one in ids])
            near = found.replace(" '", f" '{kind}:", 1)
        return _wrong("E303", near, target=target)

    def _grouped(self, name: str, whole: Iterable[str], group: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
        """All of `whole` by their group, grouped at the first mistake."""
        if name not in self.names:
            found: dict[str, list[str]] = {}
            for one in whole:
                found.setdefault(group(one), []).append(one)
            self.names[name] = {key: tuple(ones) for key, ones in found.items()}
        return self.names[name]

    def _guess(self, written: str, choices: Collection[str]) -> str:
        if len(choices) > _A_GREAT_MANY:
            if len(self.guessed) == MOST_GUESSES:
                return ""
            self.guessed.append(written)
        return did_you_mean(written, choices)

    def _path(self, path: str, anchor: str, target: str, file: str) -> Resolved:
        if path.startswith("/"):
            return self._address(path[1:], anchor, target)
        content = self.site.settings.content
        found = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
        if found.startswith("../") or found == "..":
            return _wrong("E301", target=target)
        for candidate in (found, posixpath.normpath(f"{content}/{path}")):
            if resolved := self._inside(candidate, anchor, target):
                return resolved
        if file.startswith(f"{content}/") and not f"{found}/".startswith(f"{content}/"):
            return _wrong("E301", target=target)
        return _wrong("E302", self._near(path, found, file), target=target)

    def _inside(self, candidate: str, anchor: str, target: str) -> Resolved | None:
        """Where a path from the party's folder leads; None where there is nothing."""
        content = self.site.settings.content
        if not candidate.isascii():
            candidate = normalize("NFC", candidate)
        if candidate in self.files:
            return self._checked(self.files[candidate], anchor, target)
        if candidate in self.unread:
            return Resolved(None)
        if candidate in self.withheld:
            return Resolved(None, code="W306", values={"target": _shown(target)})
        inside = candidate.removeprefix(f"{content}/")
        if candidate == content or f"{inside}/" in self.anchors:
            return self._checked("" if candidate == content else f"{inside}/", anchor, target)
        return Resolved(inside) if inside in MADE_FILES else None

    def _near(self, path: str, found: str, file: str) -> str:
        """What to write for a path that leads nowhere; empty where nothing is like it."""
        if "\\" in path:
            return f"Write '/' between folders: '{_shown(path.replace(chr(92), '/'))}'."
        if _WEBSITE.match(path):
            return "If it is a website, begin it with https://."
        if _MAILBOX.fullmatch(path):
            return "If it is a mailbox, begin it with mailto:."
        name, folder = posixpath.basename(found).casefold(), posixpath.dirname(found)
        same = self._grouped("names", self.files, lambda one: posixpath.basename(one).casefold())
        near = min(same.get(name, ()), default="")
        if not near:
            by_folder = self._grouped("folders", self.files, posixpath.dirname)
            beside = [posixpath.basename(one) for one in by_folder.get(folder, ())]
            hint = self._guess(posixpath.basename(found), beside)
            near = posixpath.join(folder, hint.removeprefix("Did you mean '").removesuffix("'?")) if hint else ""
        content = self.site.settings.content
        start = posixpath.dirname(file) if file.startswith(f"{content}/") else content
        if near:
            return f"Did you mean '{posixpath.relpath(near, start)}'?"
        return "" if start != content else "Write the path from the content folder, such as news/spring-fair.md."

    def _address(self, path: str, anchor: str, target: str) -> Resolved:
        for address in (path, f"{path}/", path.removesuffix("index.html")):
            if address in self.anchors:
                return self._checked(address, anchor, target)
        if path in self.site.files or path.rsplit("/", 1)[-1] in MADE_FILES:
            return Resolved(path)
        return _wrong("E302", target=target)

    def _checked(self, address: str, anchor: str, target: str) -> Resolved:
        if not anchor:
            return Resolved(address)
        page = address.partition("#")[0]
        anchors = self.anchors.get(page, frozenset())
        if anchor in anchors:
            return Resolved(f"{page}#{anchor}")
        named = _shown(target.partition("#")[0])
        near = did_you_mean(anchor, anchors).replace(" '", " '#", 1)
        return _wrong("E304", near, target=f"'{named}'" if named else "This page", anchor=anchor)


def _shown(target: str) -> str:
    return shorten(target, LONGEST_SHOWN)


def _wrong(code: str, hint: str = "", **values: str) -> Resolved:
    shown = {name: _shown(value) for name, value in values.items()}
    return Resolved(None, code=code, values={**shown, **({"hint": hint} if hint else {})})


def _web(scheme: str, rest: str, target: str) -> Resolved:
    """A web address, a mailbox or a telephone number, if it is one."""
    if not rest.strip("/ "):
        return Resolved(None, code="E805")
    if scheme.startswith("http") and not is_web_address(target):
        return _wrong("E217", value=target)
    if scheme == "mailto" and "@" not in rest and not rest.startswith("?"):
        return _wrong("E216", field=target)
    return Resolved(target, is_inside=False)


def make_site_map(
    site: Site, planned: tuple[str, ...], flawed: Iterable[Entry[Any]] = (), unread: Mapping[str, str] | None = None
) -> SiteMap:
    """The map of a site; `flawed` and `unread` (keys and their files) only while it is being checked."""
    anchors: dict[str, set[str]] = {address: set() for address in MADE_PAGES}
    parts: dict[str, str] = {}
    left = tuple(flawed)
    for kind in site.kinds:
        if kind.index:
            anchors.setdefault(kind.index, set())
        for entry in (*site.entries[kind.name], *(one for one in left if one.kind is kind)):
            page, _, own = entry.address.partition("#")
            headings = () if own else entry.body.anchors  # on the page of another they would stand twice
            anchors.setdefault(page, set()).update(headings, kind.anchors, (own,) if own else ())
        for entry in site.entries[kind.name]:
            anchors[entry.address.partition("#")[0]].update(kind.anchors_of(entry, site))
        for further in kind.further_pages(site):
            anchors.setdefault(further.address, set()).update(further.anchors)
            if further.entry and further.part:
                parts[f"{further.entry.key}/{further.part}"] = further.address
    return SiteMap(
        site=site,
        planned=planned,
        files=dict(_files(site, left)),
        anchors={address: frozenset(found) for address, found in anchors.items()},
        withheld=frozenset(site.withheld.values()),
        parts=parts,
        flawed={entry.key: entry for entry in left},
        unread=frozenset((*unread, *unread.values())) if unread else frozenset(),
    )


def _files(site: Site, flawed: Iterable[Entry[Any]]) -> Iterator[tuple[str, str]]:
    for path in site.files:
        yield normalize("NFC", f"{site.settings.content}/{path}"), path
    for entries in (*site.entries.values(), flawed):
        for entry in entries:
            if not entry.at:
                yield entry.document.file, entry.address
