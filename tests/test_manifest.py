"""For machines: `/site.json` by its schema, all feeds as OPML, a 404 page that helps, ways to take part."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from sitegen.kinds import KINDS, PLANNED
from sitegen.pages import make_workshop
from sitegen.pages.manifest import make_manifest, make_opml, read_schema
from sitegen.site import load_site
from tests.kind_examples import THEME, make_settings
from tests.parties import write_party

SITE_URL = "https://exampleton.example.org/"


def _validator() -> Draft202012Validator:
    schema: Any = json.loads(read_schema())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def _manifest(folder: Path, party: str) -> dict[str, Any]:
    imprint = "imprint:\n  promoter: {name: Ann Example, address: '1 High Street, Smallton, ZZ1 1ZZ'}\n"
    site = load_site(make_settings(write_party(folder, {"data/party.yml": party + imprint})), KINDS, PLANNED)
    whole: dict[str, Any] = json.loads(make_manifest(make_workshop(site, PLANNED, [THEME])))
    return whole


def test_the_manifest_of_the_smallest_party_keeps_its_schema(tmp_path: Path) -> None:
    manifest = _manifest(tmp_path, "name: Smallton Labour Party\nkind: group\n")
    assert list(_validator().iter_errors(manifest)) == []
    assert (manifest["version"], manifest["seats"], manifest["posts"]) == (1, [], [])
    assert manifest["url"] == "https://smallton.example.org/"


def test_seats_have_code_and_name_whichever_was_written(tmp_path: Path) -> None:
    by_name = _manifest(tmp_path / "a", "name: A\nkind: clp\nseats: [Bath]\n")["seats"]
    assert [set(seat) for seat in by_name] == [{"code", "name"}]
    assert _manifest(tmp_path / "b", f"name: A\nkind: clp\nseats: [{by_name[0]['code']}]\n")["seats"] == by_name


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"kind": "party"}, {"feeds": []}, {"posts": [{"title": "Chair", "name": "Jo"}]}]
)
def test_the_schema_refuses_what_is_no_manifest(tmp_path: Path, change: dict[str, Any]) -> None:
    manifest = _manifest(tmp_path, "name: A\nkind: group\n")
    assert list(_validator().iter_errors({**manifest, **change}))


@pytest.mark.slow
def test_the_sample_publishes_its_manifest_and_the_schema_beside_it(built_site: Path) -> None:
    manifest = json.loads((built_site / "site.json").read_text(encoding="utf-8"))
    assert list(_validator().iter_errors(manifest)) == []
    assert manifest["$schema"] == f"{SITE_URL}site.schema.json"
    assert (built_site / "site.schema.json").read_text(encoding="utf-8") == read_schema()
    assert {"secretary", "chair"} <= {post["id"] for post in manifest["posts"]}
    assert all("name" not in post for post in manifest["posts"])
    assert {"national-committee-2026"} <= {contest["id"] for contest in manifest["contests"]}
    for feed in manifest["feeds"]:
        for name in ("rss", "atom", "json"):
            assert (built_site / feed[name].removeprefix(SITE_URL)).is_file()
    for contest in manifest["contests"]:
        assert (built_site / contest["feed"].removeprefix(SITE_URL)).is_file()
    assert (built_site / manifest["data"].removeprefix(SITE_URL)).is_file()


@pytest.mark.slow
def test_one_file_lists_every_feed_for_reading_apps(built_site: Path) -> None:
    tree = etree.parse(str(built_site / "feeds.opml"))
    outlines = tree.findall(".//outline")
    feeds = {path.relative_to(built_site).as_posix() for path in built_site.rglob("feed.xml")}
    assert {str(one.get("xmlUrl")).removeprefix(SITE_URL) for one in outlines} == feeds
    assert all(one.get("text") and one.get("htmlUrl") and one.get("type") == "rss" for one in outlines)
    assert 'href="../feeds.opml"' in (built_site / "subscribe" / "index.html").read_text(encoding="utf-8")


def test_names_with_signs_of_xml_are_written_as_words(tmp_path: Path) -> None:
    party = (
        'name: A & <B> -- "C"\nkind: group\n'
        "imprint:\n  promoter: {name: Jo -- Example, address: '1 High Street, Smallton, ZZ1 1ZZ'}\n"
    )
    site = load_site(make_settings(write_party(tmp_path, {"data/party.yml": party})), KINDS, PLANNED)
    tree = etree.fromstring(make_opml(make_workshop(site, PLANNED, [THEME])).encode())
    assert tree.findtext(".//ownerName") == 'A & <B> -- "C"'


@pytest.mark.slow
def test_the_page_not_found_leads_on(built_site: Path) -> None:
    html = (built_site / "404.html").read_text(encoding="utf-8")
    for address in ("/search/", "/news/", "/elections/", "/search/all/"):
        assert f'href="{address}"' in html
    assert "mailto:secretary@exampleton.example.org?subject=" in html


@pytest.mark.slow
def test_the_home_page_says_how_to_take_part(built_site: Path) -> None:
    html = (built_site / "index.html").read_text(encoding="utf-8").split('id="at-take-part"')[1]
    for address in (
        "https://join.example.org/",
        "https://donate.example.org/exampleton",
        "https://register.example.org/",
    ):
        assert f'href="{address}"' in html
