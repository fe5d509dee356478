"""The data package: one file that lists every download with its columns, as Frictionless Data describes them.

Source: https://specs.frictionlessdata.io (Data Package, Tabular Data Resource, Table Schema).
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Final, NamedTuple

from sitegen.datasets import CellType, Column, Dataset
from sitegen.exports.licences import licence_of
from sitegen.kind import Site
from sitegen.words import make_id

GUARD: Final = (
    "In the CSV files a text that a spreadsheet could take for a formula (it begins with =, +, -, @, a tab or a line "
    "end) has an apostrophe before it; take that one away to have the text. Numbers are as they are, and the JSON "
    "files hold every text as it is. An empty cell, null in JSON, means not known or not held here; it never means 0."
)
"""How texts are kept safe in CSV, and what an empty cell means; printed with the data and on the page."""

_PARTIAL_DAY: Final = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?"
_TYPES: Final[Mapping[CellType, tuple[str, str]]] = {
    CellType.TEXT: ("string", "default"),
    CellType.NUMBER: ("integer", "default"),
    CellType.DECIMAL: ("number", "default"),
    CellType.YES_NO: ("boolean", "default"),
    CellType.DAY: ("string", "default"),
    CellType.WEB_ADDRESS: ("string", "uri"),
}


class Packed(NamedTuple):
    """One file as the package lists it: its path from there, and its text."""

    path: str
    text: str

    @property
    def values(self) -> dict[str, object]:
        """Path, size and checksum."""
        content = self.text.encode()
        return {"path": self.path, "bytes": len(content), "hash": f"sha256:{sha256(content).hexdigest()}"}


def make_package(site: Site, packed: Iterable[tuple[Dataset, Packed, Packed]]) -> str:
    """`datapackage.json`: each dataset with its CSV, which is the resource, and its JSON, which is named beside it."""
    party, root = site.party, site.settings.site_url
    values: dict[str, object] = {
        "profile": "data-package",
        "name": make_id(party.masthead) or "data",
        "title": f"Open data of {party.name}",
        "description": " ".join(part for part in (party.banner, GUARD) if part),
        "homepage": f"{root}data/",
        "licenses": [licence_of(party)],
        "contributors": [{"title": party.name, "path": root, "role": "publisher"}],
        "resources": [_resource(dataset, csv_file, json_file, site) for dataset, csv_file, json_file in packed],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _resource(dataset: Dataset, csv_file: Packed, json_file: Packed, site: Site) -> dict[str, Any]:
    values: dict[str, Any] = {
        "profile": "tabular-data-resource",
        "name": dataset.name,
        **csv_file.values,
        "title": dataset.title,
        "description": dataset.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "licenses": [licence_of(site.party)],
        "rows": len(dataset.rows),
        "json": {**json_file.values, "property": "rows"},
    }
    if dataset.sources:
        values["sources"] = [{"title": one.title, **({"path": one.url} if one.url else {})} for one in dataset.sources]
    more = {"as_at": dataset.as_at.iso if dataset.as_at else "", "notice": dataset.notice}
    values |= {name: value for name, value in more.items() if value}
    if dataset.page:
        values["homepage"] = site.settings.site_url + dataset.page
    return {**values, "schema": _schema(dataset.columns)}


def _schema(columns: Iterable[Column[Any]]) -> dict[str, object]:
    listed = list(columns)
    key = next((one.name for one in listed if one.is_unique), "")
    fields = [_field(one) for one in listed]
    return {"fields": fields, "missingValues": [""], **({"primaryKey": key} if key else {})}


def _field(column: Column[Any]) -> dict[str, object]:
    type, form = _TYPES[column.type]
    limits: dict[str, object] = {}
    if column.is_required:
        limits["required"] = True
    if column.is_unique:
        limits["unique"] = True
    if column.choices:
        limits["enum"] = list(column.choices)
    if column.type is CellType.DAY:
        limits["pattern"] = _PARTIAL_DAY
    values = {"name": column.name, "title": column.title, "description": column.description, "type": type}
    return {**values, "format": form, **({"constraints": limits} if limits else {})}
