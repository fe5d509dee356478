"""One page on the way to the frame: its address, its words for the head, and how its content is made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from sitegen.kind import Entry, Thing


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page of the site; `make` gives its content, finished and safe.

    `address` has no leading slash; `section` is the menu item that is marked on it. `things` are what it says to
    machines beside its place in the site, in the words of schema.org.
    `entry` is what it is the page of, where it is one of an entry alone.
    `source` is the file it is written in, from the party's folder, or empty for a made page; `line` its line there.
    """

    address: str
    title: str
    make: Callable[[], Markup]
    section: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    description: str = ""
    language: str = ""
    is_indexed: bool = True
    updated: str = ""
    source: str = ""
    line: int = 1
    image: Mapping[str, object] | None = None
    entry: Entry[Any] | None = None
    things: Callable[[], Iterable[Thing]] = tuple
    is_article: bool = False
    feeds: tuple[str, ...] = ()
    kind: str = ""
    words: str = field(default="", compare=False)

    @property
    def path(self) -> str:
        """The file it becomes, from the site's folder."""
        return self.address if self.address.endswith((".html", ".htm")) else f"{self.address}index.html"

    @property
    def depth(self) -> int:
        """How many folders lie between it and the root."""
        return self.path.count("/")
