"""The home page: headline, next meeting, campaigns, the latest, who we are, how to subscribe."""

import re
from pathlib import Path

import pytest

from sitegen.pages.standing import set_headline
from tests import ROOT


@pytest.mark.parametrize(
    ("title", "set_as"),
    [
        ("Warm homes. Fair pay. Buses that come.", ["Warm homes.", "Fair pay.", "Buses that come."]),
        ("Labour in Exampleton", "Labour in Exampleton"),
        ("We meet. And then we write down at length what we decided.", None),
    ],
)
def test_a_headline_of_short_sentences_has_a_line_for_each(title: str, set_as: str | list[str] | None) -> None:
    assert set_headline(title) == (title if set_as is None else set_as)


def test_the_home_page_says_in_this_order_what_a_visitor_looks_for(built_site: Path) -> None:
    page = (built_site / "index.html").read_text(encoding="utf-8")
    order = ['class="ticket"', 'class="front prose"', 'id="at-latest"', 'id="at-officers"', 'id="at-subscribe"']
    places = [page.index(part) for part in order]
    assert places == sorted(places)
    front = page[places[1] : places[2]]
    assert front.count("<li><strong><a href=") == 3, "What the party campaigns on is a numbered list in index.md."
    assert "<ol>" in front


def test_the_latest_item_with_a_picture_is_told_large_and_stands_once(built_site: Path) -> None:
    page = (built_site / "index.html").read_text(encoding="utf-8")
    latest = page[page.index('id="at-latest"') : page.index('id="at-officers"')]
    story, others = latest.split("</article>")
    assert "<img " in story
    told = re.findall(r'<h3><a href="([^"]+)"', story)
    assert len(told) == 1
    assert told[0] not in others
    assert "<img " not in others


def test_the_home_page_offers_mail_calendar_and_feed(built_site: Path) -> None:
    page = (built_site / "index.html").read_text(encoding="utf-8")
    ways = page[page.index('id="at-subscribe"') :]
    assert [way for way in ("By e-mail", "In your calendar", "In a news reader") if way not in ways] == []


def test_two_small_pictures_stand_in_the_readme_each_told_in_words() -> None:
    pictures = re.findall(r"^!\[(.+)\]\((docs/.+\.webp)\)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    assert len(pictures) == 2
    for words, file in pictures:
        assert len(words) > 60
        assert (ROOT / file).stat().st_size < 60_000
