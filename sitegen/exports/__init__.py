"""Open data: from datasets to CSV, JSON and a data package, the same rows in each, at `/data/`."""

from sitegen.exports.licences import licence_of
from sitegen.exports.making import PACKAGE, ROOM, Export, ExportFile, exports_at, make_exports, package_text
from sitegen.exports.package import GUARD

__all__ = [
    "GUARD",
    "PACKAGE",
    "ROOM",
    "Export",
    "ExportFile",
    "exports_at",
    "licence_of",
    "make_exports",
    "package_text",
]
