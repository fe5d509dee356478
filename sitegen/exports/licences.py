"""Licences: under which terms a party gives its data away, with the names that the Open Definition gives them."""

from collections.abc import Mapping
from typing import Final

from sitegen.party import DataLicence, Party

_LICENCES: Final[Mapping[DataLicence, tuple[str, str]]] = {
    DataLicence.CC_BY: (
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    DataLicence.CC0: (
        "Creative Commons Zero 1.0 (no rights reserved)",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    DataLicence.OGL: (
        "Open Government Licence 3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    DataLicence.ODBL: ("Open Database Licence 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
}


def licence_of(party: Party) -> dict[str, str]:
    """The party's licence as a data package states it: `name`, `title`, `path`."""
    title, address = _LICENCES[party.data_licence]
    return {"name": str(party.data_licence), "title": title, "path": address}
