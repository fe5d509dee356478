"""The page of downloads: every dataset with its files, their sizes, how many rows, and what each column means."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from markupsafe import Markup

from sitegen.datasets import CellType
from sitegen.exports import GUARD, PACKAGE, ROOM, Export, licence_of, make_exports
from sitegen.kind import Thing
from sitegen.pages.here import HereOn
from sitegen.pages.page import Page
from sitegen.pages.workshop import Workshop
from sitegen.things import name_party, without_gaps
from sitegen.words import count_words, join_words

TITLE: Final = "Open data"
_MEDIA_TYPES: Final = {"CSV": "text/csv", "JSON": "application/json"}


def make_download_pages(workshop: Workshop) -> Iterator[Page]:
    """The page at `/data/`, where there is data to take away."""
    site = workshop.site
    exports = make_exports(site)
    if not exports:
        return
    here = workshop.here(ROOM)

    def make() -> Markup:
        licence = licence_of(site.party)
        values = {
            "here": here,
            "site": site,
            "title": TITLE,
            "guard": GUARD,
            "licence": licence,
            "package": here.url(PACKAGE),
            "datasets": [_dataset(one, here) for one in exports],
        }
        return workshop.render("pages/data.html", values)

    titles = join_words([one.dataset.title for one in exports[:3]])
    description = f"Data of {site.party.name} as CSV and JSON, free to use: {titles}."
    crumbs = (("Home", ""),)
    things = partial(_things, exports, workshop)
    yield Page(ROOM, TITLE, make, section=ROOM, crumbs=crumbs, description=description, things=things)


def _things(exports: Iterable[Export], workshop: Workshop) -> Iterator[Thing]:
    """Each dataset with its files and its licence, for those who gather open data."""
    site, outside = workshop.site, workshop.outside
    licence = licence_of(site.party)
    for one in exports:
        dataset = one.dataset
        values: dict[str, object] = {
            "@type": "Dataset",
            "@id": f"{outside.url(ROOM)}#at-{dataset.name}",
            "name": dataset.title,
            "description": dataset.description,
            "url": f"{outside.url(ROOM)}#at-{dataset.name}",
            "license": licence["path"],
            "isAccessibleForFree": True,
            "creator": name_party(site, outside),
            "variableMeasured": [column.title for column in dataset.columns],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": _MEDIA_TYPES[file.format],
                    "contentUrl": outside.url(file.address),
                }
                for file in one.files
            ],
        }
        yield without_gaps(values)


def _dataset(export: Export, here: HereOn) -> Mapping[str, object]:
    dataset = export.dataset
    return {
        "id": f"at-{dataset.name}",
        "title": dataset.title,
        "description": dataset.description,
        "note": count_words(len(dataset.rows), "row"),
        "as_at": dataset.as_at,
        "notice": dataset.notice,
        "page": here.url(dataset.page) if dataset.page else "",
        "files": [here.download(dataset.title, one) for one in export.files],
        "columns": [[one.name, _type_words(one.type, one.choices), one.description] for one in dataset.columns],
        "sources": [{"title": one.title, "url": one.url} for one in dataset.sources],
    }


def _type_words(type: CellType, choices: tuple[str, ...]) -> str:
    return f"one of: {', '.join(choices)}" if choices else str(type)
