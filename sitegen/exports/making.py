"""All downloads of a site: which there are, and what is in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sitegen.datasets import Dataset
from sitegen.exports.csv_text import make_csv
from sitegen.exports.json_text import make_json
from sitegen.exports.package import Packed, make_package
from sitegen.kind import Site
from sitegen.words import make_id

ROOM: Final = "data/"
"""The address below which all downloads lie."""
PACKAGE: Final = f"{ROOM}datapackage.json"


@dataclass(frozen=True, slots=True, eq=False)
class ExportFile:
    """One file to take away: `format` is CSV or JSON, `size` is in bytes, `saved_as` its name on a reader's machine."""

    address: str
    format: str
    text: str
    saved_as: str
    size: int

    @property
    def size_words(self) -> str:
        """`12 kB`."""
        return f"{max(1, round(self.size / 1000)):,} kB"


@dataclass(frozen=True, slots=True, eq=False)
class Export:
    """One dataset with its files."""

    dataset: Dataset
    files: tuple[ExportFile, ...]


@lru_cache(maxsize=4)
def make_exports(site: Site) -> tuple[Export, ...]:
    """Every dataset of a site with its files: those of one folder together, else in the order of the kinds."""
    datasets = [one for kind in site.kinds for one in kind.datasets(site)]
    folders = list(dict.fromkeys(one.folder for one in datasets))
    datasets.sort(key=lambda one: folders.index(one.folder))
    return tuple(Export(one, tuple(_files(one, site))) for one in datasets)


def _files(dataset: Dataset, site: Site) -> Iterator[ExportFile]:
    page = site.settings.site_url + dataset.page if dataset.page else ""
    texts = (("CSV", make_csv(dataset)), ("JSON", make_json(dataset, site.party, page)))
    for form, text in texts:
        ending = form.lower()
        saved_as = f"{dataset.name}-{make_id(site.party.masthead) or 'data'}.{ending}"
        yield ExportFile(f"{ROOM}{dataset.path}.{ending}", form, text, saved_as, len(text.encode()))


def exports_at(path: str, site: Site) -> tuple[Export, ...]:
    """The export of the dataset with that path, or all in the folder where the path ends in a slash."""
    return tuple(one for one in make_exports(site) if path in (one.dataset.path, f"{one.dataset.folder}/"))


def package_text(site: Site) -> str:
    """`datapackage.json`, which lists every file."""
    return make_package(
        site, ((one.dataset, _packed(one.files[0]), _packed(one.files[1])) for one in make_exports(site))
    )


def _packed(file: ExportFile) -> Packed:
    return Packed(file.address.removeprefix(ROOM), file.text)
