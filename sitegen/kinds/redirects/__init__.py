"""Redirects: addresses of an older website that lead to where the text is now."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sitegen.kind import Entry, Kind, Moved, Site, YamlList, as_written
from sitegen.problems import Problem, make_problem
from sitegen.schema import Fields, declare
from sitegen.values import Link, Text
from sitegen.words import make_id, shorten


class Redirect(Fields):
    """One address that the party once gave out."""

    old: Text = declare("The old address, from the slash after the website's name.", example="/2019/03/spring-fair/")
    new: Link = declare("Where the text is now.", example="news:spring-fair")
    note: Text = declare("Why, for whoever reads this file.", default="")


def _read_id(values: Mapping[str, Any]) -> str:
    return make_id(f"{values.get('old', '')} {values.get('new', '')}")


def _moved(entry: Entry[Any]) -> Iterator[Moved]:
    yield Moved(entry.fields.old, entry.place("old"), entry.fields.new)


def _check(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """What an address of our own cannot say: the whole address, which would lead round in a circle if it is old."""
    new = entry.fields.new
    if new.startswith(site.settings.site_url):
        path = f"/{new.removeprefix(site.settings.site_url)}"
        yield make_problem("E986", entry.place("new"), target=shorten(new, 60), path=path)


def _check_all(site: Site) -> Iterator[Problem]:
    """An old address that leads to another old one, or back to itself."""
    redirects = site.of(Redirect)
    by_old = {_plain(one.fields.old): one for one in redirects}
    for one in redirects:
        if other := by_old.get(_plain(one.fields.new)):
            yield make_problem("E987", one.place("new"), target=one.fields.new, line=other.place("old").line)


def _plain(address: str) -> str:
    return f"/{address.strip('/')}/"


KIND = Kind(
    name="redirects",
    title="Redirects",
    singular="redirect",
    explanation="Addresses of an older website, and where they lead.",
    model=Redirect,
    home=Path(__file__).parent,
    written=YamlList("redirects.yml", "redirects"),
    title_field="old",
    order=as_written,
    read_id=_read_id,
    begins_with=("old: /an-old-address/", "new: /  # where the text is now, such as news:spring-fair"),
    in_menu=False,
    check=_check,
    check_all=_check_all,
    moved=_moved,
)
