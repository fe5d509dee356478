"""Names of people who support or sign: shown with their consent alone, and in no source file without it.

Source of the rules: the content model, "Privacy". What is counted is counted without a name as well.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.kind import Site
from sitegen.party import Repository
from sitegen.problems import Place, Problem, make_problem


class Named(NamedTuple):
    """A name in a source file, by its place: the name itself is in no message, since logs are public."""

    place: Place
    has_consent: bool
    is_withdrawn: bool = False


def check_names(named: Iterable[Named], site: Site, field: str) -> Iterator[Problem]:
    """Names that may not be shown: an error where everyone can read the file, else a warning.

    `field` is where an editor says that somebody agreed, such as `consent`.
    """
    is_public = site.party.repository is Repository.PUBLIC
    for one in named:
        if one.is_withdrawn:
            yield make_problem("E925" if is_public else "W926", one.place)
        elif not one.has_consent:
            yield make_problem("E909" if is_public else "W910", one.place, field=field)
