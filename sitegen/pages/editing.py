"""Ways from a page to the file it is made of, and the page `/edit/` that begins new ones: all on the web."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, Final
from urllib.parse import quote, urlencode

from sitegen.drafts import add_item, begins_table, can_begin, make_draft, make_table
from sitegen.kind import Kind, MarkdownFiles, Settings, Tables, YamlList
from sitegen.pages.page import Page
from sitegen.pages.workshop import Workshop
from sitegen.party import Repository
from sitegen.words import shorten

ADDRESS: Final = "edit/"
BEGINNING: Final = date(2026, 1, 1)
TABLE_ENDINGS: Final = (".csv", ".yml", ".yaml")
MOST_NEW: Final = 3
MOST_LETTERS: Final = 40
"""How much of a title stands on a button."""
MOST_FILES: Final = 20
"""How many files of a kind are listed; the folder leads to the others."""


def edit_address(file: str, settings: Settings, line: int = 1) -> str:
    """Where a file is edited on the web; one of data is shown at its line, with the pencil beside it."""
    start, path = settings.repository, quote(file)
    if line > 1:
        return f"{start}/blob/{settings.branch}/{path}?plain=1#L{line}"
    return f"{start}/edit/{settings.branch}/{path}"


def new_address(kind: Kind, workshop: Workshop) -> str:
    """Where a new file of a kind is written on the web, its first lines filled in; empty where there is no such way."""
    settings = workshop.site.settings
    parent = next((one.id for one in workshop.site.entries.get(kind.parent, ())), "") if kind.parent else ""
    needs_parent = isinstance(kind.written, MarkdownFiles) and kind.written.in_parents
    if not can_begin(kind) or (needs_parent and not parent):
        return ""
    dated = workshop.dated
    day = dated[0].date.date if dated and dated[0].date else BEGINNING  # never today: pages would change every night
    draft = make_draft(kind, f"A new {kind.singular}", day, parent=parent,
                       content=settings.content, data=settings.data)  # fmt: skip
    if draft.is_item and draft.path in _read(workshop):
        return ""
    text = add_item("", kind.written.name, draft.text) if isinstance(kind.written, YamlList) and draft.is_item else ""
    return _begin(draft.path, text or draft.text, settings)


def _begin(path: str, text: str, settings: Settings) -> str:
    """GitHub's page for a new file, with its path and its text filled in."""
    query = urlencode({"filename": path, "value": text}, quote_via=quote)
    return f"{settings.repository}/new/{settings.branch}?{query}"


def _new_tables(kind: Kind, workshop: Workshop) -> Iterator[Mapping[str, str]]:
    """A way to begin a table for each entry that may have one and has none, the newest first."""
    settings, written = workshop.site.settings, kind.written
    if not isinstance(written, Tables) or not begins_table(kind):
        return
    for owner in workshop.site.entries[written.beside]:
        draft = make_table(kind, owner.id, settings.data)
        if not any(f"{draft.path.removesuffix('.csv')}{ending}" in _read(workshop) for ending in TABLE_ENDINGS):
            title = f"New {kind.singular}: {shorten(owner.title, MOST_LETTERS)}"
            yield {"title": title, "href": _begin(draft.path, draft.text, settings)}


def make_editing(workshop: Workshop) -> Iterator[Page]:
    """The page from which a volunteer without a terminal begins; only where the sources are on the web."""
    if not workshop.site.settings.repository:
        return

    def make() -> Any:
        values = {"title": "Edit this site", "here": workshop.here(ADDRESS), "rows": list(_rows(workshop))}
        return workshop.render("pages/edit.html", {**values, "settings": _settings(workshop)})

    yield Page(ADDRESS, "Edit this site", make, section=ADDRESS, crumbs=(("Home", ""),), is_indexed=False,
               description="For those who write this site: a way to every file.")  # fmt: skip


def _settings(workshop: Workshop) -> list[Mapping[str, str]]:
    settings = workshop.site.settings
    files = ((f"{settings.data}/party.yml", "Name, imprint, links, announcement"), ("mkdocs.yml", "Settings"))
    return [{"title": file, "note": note, "href": edit_address(file, settings)} for file, note in files]


def _rows(workshop: Workshop) -> Iterator[Mapping[str, object]]:
    """For each kind what it is, how to begin one, and its files."""
    site = workshop.site
    for kind in site.kinds:
        files = list(dict.fromkeys(_files(kind, workshop)))
        folder = f"{site.settings.repository}/tree/{site.settings.branch}/{_folder(kind, workshop)}"
        address = new_address(kind, workshop)
        begun: list[Mapping[str, str]] = [{"title": f"New {kind.singular}", "href": address}] if address else []
        begun += islice(_new_tables(kind, workshop), MOST_NEW)
        if not files and not begun:
            continue
        yield {
            "id": f"at-{kind.name}",
            "title": kind.title,
            "text": kind.explanation,
            "new": begun,
            "files": [{"title": file, "href": edit_address(file, site.settings)} for file in files[:MOST_FILES]],
            "more": {"title": f"All files of {kind.title}", "href": folder} if len(files) > MOST_FILES else None,
        }


def _read(workshop: Workshop) -> frozenset[str]:
    return frozenset(document.file for document in workshop.site.documents)


def _files(kind: Kind, workshop: Workshop) -> Iterator[str]:
    """The files of a kind: of its list, of what is published, and of drafts where everyone can read them anyway."""
    site, written = workshop.site, kind.written
    if isinstance(written, YamlList) and (file := f"{site.settings.data}/{written.file}") in _read(workshop):
        yield file
    yield from (entry.document.file for entry in site.entries[kind.name])
    if site.party.repository is Repository.PUBLIC:
        yield from sorted(file for key, file in site.withheld.items() if key.startswith(f"{kind.name}:"))


def _folder(kind: Kind, workshop: Workshop) -> str:
    settings, written = workshop.site.settings, kind.written
    top = settings.content if isinstance(written, MarkdownFiles) else settings.data
    return f"{top}/{getattr(written, 'folder', '')}".rstrip("/")
