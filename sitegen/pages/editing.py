"""Ways from a page to the file it is made of, and the page `/edit/` that begins new ones: all on the web."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, Final
from urllib.parse import quote, urlencode

from sitegen.drafts import (
    Draft,
    begin_list,
    begins_another,
    begins_table,
    can_begin,
    make_begun,
    make_draft,
    make_table,
    owner_of,
    usual_title,
)
from sitegen.kind import Entry, Kind, MarkdownFiles, Settings, YamlList
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


def _begun(kind: Kind, workshop: Workshop) -> Iterator[Mapping[str, str]]:
    """A button for each new file of a kind that can be begun on the web: its title, and where it leads."""
    if begins_another(kind):
        yield from _new_about_others(kind, workshop)
    elif begins_table(kind):
        yield from _new_tables(kind, workshop)
    elif can_begin(kind):
        yield from _new_of_their_own(kind, workshop)


def _new_of_their_own(kind: Kind, workshop: Workshop) -> Iterator[Mapping[str, str]]:
    """One new entry; where entries stand in folders, such as those of contests, one for each folder."""
    in_parents = isinstance(kind.written, MarkdownFiles) and kind.written.in_parents
    for parent in workshop.site.entries.get(kind.parent, ()) if in_parents else (None,):
        draft = _new_draft(kind, workshop, parent.id if parent else "")
        if not draft.is_item:
            yield _button(f"New {kind.singular}", parent, draft, workshop)
        elif draft.path not in _read(workshop):
            whole = Draft(draft.path, begin_list(kind, draft))
            yield _button(f"New {kind.singular}", None, whole, workshop)


def _new_draft(kind: Kind, workshop: Workshop, parent: str) -> Draft:
    settings, dated = workshop.site.settings, workshop.dated
    day = dated[0].date.date if dated and dated[0].date else BEGINNING  # never today: pages would change every night
    return make_draft(kind, usual_title(kind), day, parent=parent, content=settings.content, data=settings.data)


def _new_tables(kind: Kind, workshop: Workshop) -> Iterator[Mapping[str, str]]:
    """A table for each entry that may have one and has none, the newest first."""
    for owner in workshop.site.entries.get(owner_of(kind), ()):
        draft = make_table(kind, owner.id, workshop.site.settings.data)
        if not any(f"{draft.path.removesuffix('.csv')}{ending}" in _read(workshop) for ending in TABLE_ENDINGS):
            yield _button(f"New {kind.singular}", owner, draft, workshop)


def _new_about_others(kind: Kind, workshop: Workshop) -> Iterator[Mapping[str, str]]:
    """What is waited for, such as the answers of a candidate who has not answered yet."""
    site = workshop.site
    for one in kind.beginnings(site) if kind.beginnings else ():
        draft = make_begun(kind, one, site.settings.content)
        yield _button(f"New {kind.title.lower()}: {shorten(one.title, 2 * MOST_LETTERS)}", None, draft, workshop)


def _button(words: str, owner: Entry[Any] | None, draft: Draft, workshop: Workshop) -> Mapping[str, str]:
    """GitHub's page for a new file, with its path and its text filled in."""
    settings = workshop.site.settings
    title = f"{words}: {shorten(owner.title, MOST_LETTERS)}" if owner else words
    query = urlencode({"filename": draft.path, "value": draft.text}, quote_via=quote)
    return {"title": title, "href": f"{settings.repository}/new/{settings.branch}?{query}"}


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
        begun = list(islice(_begun(kind, workshop), MOST_NEW))
        first = _first(kind, workshop)
        if not files and not begun and not first:
            continue
        folder = f"{site.settings.repository}/tree/{site.settings.branch}/{_folder(kind, workshop)}"
        yield {
            "id": f"at-{kind.name}",
            "title": kind.title,
            "text": kind.explanation,
            "first": first,
            "new": begun,
            "files": [{"title": file, "href": edit_address(file, site.settings)} for file in files[:MOST_FILES]],
            "more": {"title": f"All files of {kind.title}", "href": folder} if len(files) > MOST_FILES else None,
        }


def _first(kind: Kind, workshop: Workshop) -> str:
    """What has to be begun before a kind can be: a contest before its candidates; empty where all is there."""
    site, name = workshop.site, owner_of(kind)
    owner = next((one for one in site.kinds if one.name == name and not site.entries.get(name)), None)
    return f"Begin a {owner.singular} first, and publish it." if owner else ""


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
