"""Pages and files as MkDocs knows them, finished before it sees them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sitegen.pages import Page

MAIN: Final = "at-main"
"""The anchor at which the main part of every page begins."""
NOT_PUBLISHED: Final = (".md", ".txt", ".yml", ".map")


class MadePage(MkDocsPage):
    """A page that is finished before MkDocs sees it."""

    made: Page

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing is read: the page is made from the loaded site; what stands here is for a frame that is not ours."""
        self.markdown = ""
        is_found = self.made.is_indexed
        self.meta = {
            "description": self.made.description,
            "hide": ["toc"],
            **({} if is_found else {"search": {"exclude": True}}),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make the content."""
        self.content = str(self.made.make())
        self.toc = TableOfContents([AnchorLink(self.made.title, MAIN, 1)])

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Links and anchors were checked when the content was loaded."""


def made_page(page: Page, config: MkDocsConfig, title: str = "") -> File:
    """A page as MkDocs knows it; `title` is what a menu calls it."""
    uri = page.path.removesuffix(".html") + ".md"
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    if page.path != file.dest_uri:
        file.dest_uri = page.path
        file.url = page.address
    made = MadePage(title or page.title, file, config)
    made.made = page
    return file


def asset(path: str, source: Path, config: MkDocsConfig) -> File:
    """A file of a folder, published as it is."""
    folder = str(source)[: -len(path)]
    return File(path, folder, config.site_dir, True, inclusion=InclusionLevel.INCLUDED)


def generated(path: str, content: str | bytes, config: MkDocsConfig) -> File:
    """A file that was made."""
    exact = content.encode() if isinstance(content, str) else content  # MkDocs would write a text with other line ends
    return File.generated(config, path, content=exact, inclusion=InclusionLevel.INCLUDED)


def theme_assets(folders: Iterable[Path]) -> list[tuple[str, Path]]:
    """The published files of the theme; a party's own come before ours."""
    found: dict[str, Path] = {}
    for folder in folders:
        assets = folder / "assets"
        for path in sorted(assets.rglob("*")) if assets.is_dir() else []:
            if path.is_file() and path.suffix not in NOT_PUBLISHED:
                found.setdefault(path.relative_to(folder).as_posix(), path)
    return sorted(found.items())
