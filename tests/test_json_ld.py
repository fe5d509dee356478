"""What the built sample says to machines: parsed, expanded, known to schema.org, absolute, and true."""

from pathlib import Path
from typing import Any

import pytest

from tests.json_ld import expand, find_relative_addresses, find_unknown_words, read_things, things_of

pytestmark = pytest.mark.slow

SITE_URL = "https://exampleton.example.org/"


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, str]:
    """Every page with JSON-LD, by its address."""
    found = {}
    for path in sorted(built_site.rglob("index.html")):
        if "application/ld+json" in (text := path.read_text(encoding="utf-8")):
            found[path.parent.relative_to(built_site).as_posix().removeprefix(".")] = text
    return found


def test_every_block_is_known_to_schema_org_and_absolute(pages: dict[str, str]) -> None:
    assert len(pages) > 40
    for address, text in pages.items():
        blocks = read_things(text)
        assert len(blocks) == 1, address
        assert list(find_unknown_words(blocks[0])) == [], address
        expanded = expand(blocks[0])
        assert expanded, address
        assert list(find_relative_addresses(expanded)) == [], address


def test_a_word_that_schema_org_does_not_know_would_be_found() -> None:
    block = {"@context": "https://schema.org", "@type": "Person", "nmae": "Jo"}
    assert list(find_unknown_words(block)) == ["nmae"]
    assert expand(block) == [{"@type": ["http://schema.org/Person"]}]


def test_a_relative_address_would_be_found() -> None:
    block = {"@context": "https://schema.org", "@type": "Person", "url": "../officers/"}
    assert list(find_relative_addresses(expand(block))) == ["nowhere://here/officers/"]


def _find(pages: dict[str, str], address: str, type: str) -> list[dict[str, Any]]:
    return [thing for thing in things_of(pages[address]) if thing["@type"] == type]


def test_the_home_page_tells_who_publishes(pages: dict[str, str]) -> None:
    (party,) = _find(pages, "", "Organization")
    assert party["@id"] == f"{SITE_URL}#party"
    assert party["name"] == "Exampleton Labour Party"
    assert {"Riverside branch"} <= {one["name"] for one in party["subOrganization"]}
    assert {point["contactType"] for point in party["contactPoint"]} >= {"Chair", "Secretary"}
    assert [one["target"] for one in party["potentialAction"]] == [
        "https://join.example.org/",
        "https://donate.example.org/exampleton",
    ]
    (site,) = _find(pages, "", "WebSite")
    assert site["publisher"] == {"@id": f"{SITE_URL}#party"}


def test_officers_are_people_with_posts(pages: dict[str, str]) -> None:
    people = _find(pages, "officers", "Person")
    assert len(people) >= 5
    assert all(person["name"] and person["jobTitle"] and person["memberOf"]["@id"] for person in people)


def test_a_candidate_is_a_person_who_stands_for_something(pages: dict[str, str]) -> None:
    (person,) = _find(pages, "elections/national-committee-2026/gwendolen-marchbank", "Person")
    assert person["name"] == "Gwendolen Marchbank"
    assert person["url"] == f"{SITE_URL}elections/national-committee-2026/gwendolen-marchbank/"
    assert person["description"].startswith("Candidate for Local parties' section: National committee election 2026")
    assert "jobTitle" not in person, "Nobody holds a post by standing for it."


def test_a_news_item_is_an_article_with_its_dates_and_its_publisher(pages: dict[str, str]) -> None:
    (article,) = _find(pages, "news/bus-consultation", "NewsArticle")
    assert article["url"] == f"{SITE_URL}news/bus-consultation/"
    assert article["headline"]
    assert article["datePublished"]
    assert article["publisher"]["@id"] == f"{SITE_URL}#party"


def test_a_report_says_that_it_is_one(pages: dict[str, str]) -> None:
    (report,) = _find(pages, "reports/february-2026-general-meeting", "Report")
    assert report["description"]


def test_every_page_below_the_home_page_says_how_one_comes_to_it(pages: dict[str, str]) -> None:
    for address in set(pages) - {""}:
        (crumbs,) = _find(pages, address, "BreadcrumbList")
        steps = crumbs["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), address
        assert steps[0]["item"] == SITE_URL
        assert steps[-1]["item"] == f"{SITE_URL}{address}/"


def test_data_to_take_away_is_told_with_its_licence_and_files(pages: dict[str, str]) -> None:
    datasets = _find(pages, "data", "Dataset")
    assert len(datasets) >= 3
    for one in datasets:
        assert one["license"].startswith("https://")
        assert {file["encodingFormat"] for file in one["distribution"]} == {"text/csv", "application/json"}
