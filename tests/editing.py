"""Parties whose sources are on the web, and what their page `/edit/` leads to and begins."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from lxml import html

from sitegen.json_schemas import name_of_schema
from sitegen.kinds import KINDS
from sitegen.pages import make_workshop
from sitegen.pages.editing import make_editing
from sitegen.problems import Severity
from sitegen.site import load_site, read_site
from tests.kind_examples import THEME, make_settings

WITH_REPOSITORY = {
    "mkdocs.yml": (
        "site_name: Smallton Labour\nsite_url: https://smallton.example.org/\ndocs_dir: content\n"
        "theme: {name: clp}\nplugins: [sitegen]\nrepo_url: https://git.example.org/smallton/site/\n"
    ),
    "data/officers.yml": "posts:\n  - role: chair\n    vacant: yes\n  - role: secretary\n    vacant: yes\n",
    "data/contests/committee.yml": "title: Committee\npositions: [{id: chair, title: Chair}]\n",
    "content/candidates/committee/jo.md": "---\nname: Jo\nposition: chair\n---\nMe.\n",
}
START = "https://git.example.org/smallton/site"


def edit_page(party: Path) -> html.HtmlElement:
    """The page `/edit/` of a party."""
    workshop = make_workshop(load_site(make_settings(party)._replace(repository=START), KINDS), (), [THEME])
    (page,) = make_editing(workshop)
    return html.fromstring(page.make())


def edit_links(party: Path) -> list[str]:
    """Where the page `/edit/` of a party leads."""
    return [str(link.get("href")) for link in edit_page(party).iter("a")]


def begun_by(links: list[str]) -> dict[str, str]:
    """The new files to which links lead: path and text."""
    queries = [parse_qs(urlsplit(link).query) for link in links if "/new/main?" in link]
    return {one["filename"][0]: one["value"][0] for one in queries}


def kinds_begun(paths: Iterable[str]) -> set[str]:
    """The kinds that files belong to; a table of CSV belongs to the one whose folder it is in."""
    return {name_of_schema(path.replace(".csv", ".yml"), KINDS) or path for path in paths}


def named_schema(file: Path) -> Path:
    """The schema that a file, or its front matter, names in its first line."""
    first = file.read_text(encoding="utf-8").removeprefix("---\n").partition("\n")[0]
    mark = "# yaml-language-server: $schema="
    assert first.startswith(mark), f"{file} names no schema in its first line: {first}"
    return (file.parent / first.removeprefix(mark)).resolve()


def errors_of(party: Path) -> list[str]:
    """What of a party's folder stops the build."""
    return [str(one) for one in read_site(make_settings(party), KINDS)[1] if one.severity is Severity.ERROR]
