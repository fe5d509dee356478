"""Words in another language are marked as such wherever they stand, and the site's own words around them are not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from lxml import html

from tests.parties import TODAY, run_sitegen, write_party

pytestmark = pytest.mark.slow

TITLE: Final = "Bws olaf y nos"
TEXT: Final = "Mae angen bws arnom."
HEAD: Final = f"---\ntitle: {TITLE}\ndate: 2026-03-01\nlang: cy\nsummary: Mae arnom angen bws.\ntags: [buses]\n"
WELSH: Final = {
    "content/news/bws.md": f"{HEAD}---\n{TEXT}\n",
    "content/reports/bws.md": f"{HEAD}meeting: Branch\nmeeting_date: 2026-02-20\n---\n{TEXT}\n",
    "content/newsletters/bws.md": f"{HEAD}items: [news:bws]\n---\n{TEXT}\n",
    "content/motions/bws.md": f"{HEAD}status: draft\n---\n{TEXT}\n\n## This branch resolves\n\n1. {TEXT}\n",
    "content/letters/bws.md": f"{HEAD}addressees: [{{name: The council}}]\nstatus: open\n---\n{TEXT}\n\n1. {TEXT}\n",
}
OURS: Final = ("Tags", "Before and after", "Pass it on", "Published", "News", "Motion", "Report", "Demands")
"""Words of the site itself, which is in English."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A party in England with a text of each kind in Welsh, built."""
    party = write_party(tmp_path_factory.mktemp("welsh"), WELSH)
    done = run_sitegen(party, "build", "--today", TODAY)
    assert done.returncode == 0, done.stderr
    return party / "site"


def language_of(element: html.HtmlElement) -> str:
    """The language that a screen reader takes the words of an element for."""
    (nearest, *_) = [one.get("lang") for one in (element, *element.iterancestors()) if one.get("lang")]
    return str(nearest)


def said(site: Path) -> Iterator[tuple[str, str, str]]:
    """Every run of words that is shown on a page, with its language and the page."""
    for file in sorted(site.rglob("*.html")):
        if file.name == "email.html":
            continue
        for element in html.parse(str(file)).getroot().iterfind(".//body//*"):
            if element.tag in ("script", "textarea", "template") or not isinstance(element.tag, str):
                continue
            place = file.relative_to(site).as_posix()
            if element.text and element.text.strip():
                yield " ".join(element.text.split()), language_of(element), place
            if element.tail and element.tail.strip():
                yield " ".join(element.tail.split()), language_of(element.getparent()), place


def test_a_title_in_welsh_is_welsh_wherever_it_stands(site: Path) -> None:
    found = [(language, place) for words, language, place in said(site) if words == TITLE]
    assert len(found) > 20
    assert [place for language, place in found if language != "cy"] == []


def test_a_text_in_welsh_is_welsh_and_so_is_its_summary(site: Path) -> None:
    found = [(language, place) for words, language, place in said(site) if words in (TEXT, "Mae arnom angen bws.")]
    assert len({place for _, place in found}) >= len(WELSH)
    assert [place for language, place in found if language != "cy"] == []


def test_the_words_of_the_site_around_it_stay_english(site: Path) -> None:
    found = [(words, language, place) for words, language, place in said(site) if words in OURS]
    assert len(found) > 20
    assert [one for one in found if one[1] != "en-GB"] == []
