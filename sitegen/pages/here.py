"""A place on the site, seen from which every link has a way: relative for pages, absolute for feeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from sitegen.exports import ExportFile, exports_at
from sitegen.kind import Entry, Site
from sitegen.links import Resolved, SiteMap
from sitegen.markdown import Body
from sitegen.values import Prose

IN_TEXT: Final = "(min-width: 46rem) 43rem, 92vw"
"""How wide a picture in a text is shown, for browsers that choose among its sizes."""


class _Tags(NamedTuple):
    """What a picture's own tag says, and the tag of its copies before it."""

    attributes: str
    source: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class HereOn:
    """The page at `home`, from which `root` leads to the root of the site."""

    site: Site
    site_map: SiteMap
    home: str
    root: str

    def url(self, address: str) -> str:
        """The way from this page to an address of the site."""
        return f"{self.root}{address}" or "./"

    def link(self, target: str, entry: Entry[Any]) -> str:
        """The way to where a link, written in an entry, leads; empty where it leads nowhere yet."""
        return self._way(self.site_map.resolve(target, entry.document.file, entry.address)) or ""

    def named(self, target: str, file: str) -> str:
        """The way to where a link, written in a file of data, leads."""
        return self._way(self.site_map.resolve(target, file, "")) or ""

    def _way(self, resolved: Resolved) -> str | None:
        address = resolved.address
        if address is None or not resolved.is_inside:
            return address
        page, _, anchor = address.partition("#")
        if anchor and page == self.home and not self.root.startswith("http"):
            return f"#{anchor}"
        return f"{self.root}{address}" or "./"

    def prose(self, value: Prose | None, entry: Entry[Any]) -> Markup:
        """Markdown of a field as HTML; empty for None."""
        return self.spoken(self.text(value.body, entry.document.file, entry.address), entry) if value else Markup("")

    def words(self, value: Prose | None, file: str) -> Markup:
        """Markdown of a field of a data file as HTML; empty for None."""
        return self.text(value.body, file, "") if value else Markup("")

    def body(self, entry: Entry[Any]) -> Markup:
        """The body of an entry as HTML."""
        return self.spoken(self.text(entry.body, entry.document.file, entry.address), entry)

    def title(self, entry: Entry[Any]) -> str:
        """The title of an entry, marked where it is in another language than the site around it."""
        language = self._language(entry)
        return Markup('<span lang="{}">{}</span>').format(language, entry.title) if language else entry.title

    def spoken(self, text: Markup, entry: Entry[Any]) -> Markup:
        """Words of an entry as HTML, marked where they are in another language than the site around them."""
        language = self._language(entry)
        return Markup('<div lang="{}">{}</div>').format(language, text) if language else text

    def _language(self, entry: Entry[Any]) -> str:
        """The language of an entry where it is not the site's first; empty in feeds, which say it for each item."""
        language = (entry.shared and entry.shared.lang) or ""
        is_feed = self.root.startswith("http")
        return "" if is_feed or language == self.site.party.languages[0] else language

    def text(self, body: Body, file: str, home: str) -> Markup:
        """A body with the ways that its links have from here."""
        targets = body.targets
        if not targets:
            return Markup(body.html((), page=self._page(home)))
        ways = [self._way(self.site_map.resolve(one.target, file, home)) for one in targets]
        pictures = [
            (number, self._file(one.target, file, home)) for number, one in enumerate(targets) if one.is_picture
        ]
        for number, address in pictures:
            if address and not self._is_outside:
                ways[number] = self.url(self.site.pictures.fallback(address))
        tags = {number: self._tags(address) for number, address in pictures if address}
        attributes = {number: tag.attributes for number, tag in tags.items()}
        sources = {number: tag.source for number, tag in tags.items() if tag.source}
        return Markup(body.html(ways, attributes, self._page(home), sources))

    def reached(self, entry: Entry[Any]) -> frozenset[str]:
        """The addresses of this site to which the text of an entry leads."""
        targets = (one.target for one in entry.body.targets)
        found = (self.site_map.resolve(target, entry.document.file, entry.address) for target in targets)
        return frozenset(one.address for one in found if one.is_inside and one.address is not None)

    def _page(self, home: str) -> str | None:
        """Where a text belongs, for those who read it elsewhere."""
        return f"{self.root}{home}" if self._is_outside else None

    @property
    def _is_outside(self) -> bool:
        return self.root.startswith("http")

    def picture(self, target: str, alt: str, entry: Entry[Any]) -> Mapping[str, object] | None:
        """A picture with `src`, `alt`, `width`, `height`, `srcset` and `fallback`; None where there is none."""
        if not target:
            return None
        src = self.link(target, entry)
        shown: dict[str, object] = {"src": src, "alt": alt, "width": "", "height": "", "srcset": "", "fallback": src}
        address = self._file(target, entry.document.file, entry.address)
        facts = self.site.pictures.find(address)
        if facts and facts.width:
            shown |= {"width": facts.width, "height": facts.height}
            if not self._is_outside:
                fallback = self.url(self.site.pictures.fallback(address))
                shown |= {"srcset": self._srcset(address), "fallback": fallback}
        return shown

    def _file(self, target: str, file: str, home: str) -> str:
        """The address of our own file that a picture shows; empty where it is none of ours."""
        resolved = self.site_map.resolve(target, file, home)
        address = resolved.address or ""
        return address if resolved.is_inside and address in self.site.files else ""

    def _srcset(self, address: str) -> str:
        """Each copy with its width, as browsers choose from it."""
        return ", ".join(f"{self.url(quote(copy))} {width}w" for copy, width in self.site.pictures.copies(address))

    def _tags(self, address: str) -> "_Tags":
        """What the tag of a picture in a text says beside its address."""
        facts = self.site.pictures.find(address)
        if not facts or not facts.width:
            return _Tags("")
        size, srcset = f' width="{facts.width}" height="{facts.height}"', self._srcset(address)
        if not srcset:
            return _Tags(size)
        choice = f' srcset="{escape(srcset)}" sizes="{IN_TEXT}"'
        return _Tags(size + choice) if self._is_outside else _Tags(size, f'<source type="image/webp"{choice}>')

    def file(self, attached: Any, entry: Entry[Any]) -> Mapping[str, object]:
        """A file to take away, with its format and its size in words."""
        resolved = self.site_map.resolve(attached.file, entry.document.file, entry.address)
        path = self.site.files.get(resolved.address or "")
        size = f"{max(1, round(path.stat().st_size / 1000)):,} kB" if path else ""
        format = path.suffix[1:].upper() if path else ""
        return {"title": attached.title, "href": self.link(attached.file, entry), "format": format, "size": size}

    def size_words(self, target: str, entry: Entry[Any]) -> str:
        """How large a picture is, such as `1,600 × 1,067 pixels, 240 kB`; empty where that is not known."""
        facts = self.site.pictures.find(self._file(target, entry.document.file, entry.address))
        if not facts or facts.trouble:
            return ""
        pixels = f"{facts.width:,} × {facts.height:,} pixels, " if facts.width else ""
        return f"{pixels}{max(1, round(facts.size / 1000)):,} kB"

    def item(self, entry: Entry[Any]) -> Mapping[str, object]:
        """An entry as an item of a list: `title`, `href`, `summary`, `kind`, `date`, `picture`."""
        shared = entry.shared
        return {
            "title": self.title(entry),
            "href": self.url(entry.address),
            "summary": self.prose(shared.summary, entry) if shared else "",
            "kind": entry.kind.singular.capitalize(),
            "date": entry.date,
            "picture": self.picture(shared.image, shared.image_alt, entry) if shared and shared.image else None,
        }

    def downloads(self, path: str) -> Sequence[Mapping[str, object]]:
        """The files of the dataset with that path, or of all in a folder (`<contest>/`), to be listed."""
        return [
            self.download(export.dataset.title, file) for export in exports_at(path, self.site) for file in export.files
        ]

    def download(self, title: str, file: ExportFile) -> Mapping[str, object]:
        """A file of data as an item of a list of files."""
        return {
            "title": title,
            "href": self.url(file.address),
            "format": file.format,
            "size": file.size_words,
            "download": file.saved_as,
        }
