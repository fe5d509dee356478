"""Accounts: which links lead to one, and where official ones are named."""

import json
import re
from pathlib import Path

import pytest

from sitegen.kinds.accounts.networks import account_of, same_address


@pytest.mark.parametrize(
    ("address", "account"),
    [
        ("https://www.facebook.com/Smallton.Labour/", "facebook.com/smallton.labour"),
        ("https://m.facebook.com/groups/smallton", "facebook.com/smallton"),
        ("https://twitter.com/smallton?ref=home", "x.com/smallton"),
        ("https://bsky.app/profile/smallton.example.org", "bsky.app/smallton.example.org"),
        ("https://social.example.org/@smallton", "social.example.org/@smallton"),
        ("https://www.youtube.com/@smallton", "youtube.com/@smallton"),
    ],
)
def test_a_link_to_an_account_is_known(address: str, account: str) -> None:
    assert account_of(address) == account


@pytest.mark.parametrize(
    "address",
    [
        "https://x.com/council/status/123",
        "https://www.facebook.com/council/posts/123",
        "https://www.facebook.com/events/123456",
        "https://www.facebook.com/sharer.php?u=x",
        "https://bsky.app/profile/council.example.org/post/3k",
        "https://social.example.org/@council/1234",
        "https://www.youtube.com/watch?v=abc",
        "https://www.instagram.com/p/abc/",
        "https://council.example.org/buses",
        "mailto:a@example.org",
    ],
)
def test_a_link_to_a_post_or_to_another_site_is_none(address: str) -> None:
    assert account_of(address) == ""


def test_two_spellings_of_one_address_are_equal() -> None:
    assert same_address("https://www.twitter.com/Smallton/") == same_address("https://x.com/smallton")
    assert same_address("https://example.org/a") != same_address("https://example.org/b")


def test_official_accounts_are_in_the_foot_of_every_page_and_closed_ones_nowhere_as_links(built_site: Path) -> None:
    for page in ("index.html", "events/index.html", "accounts/index.html"):
        html = (built_site / page).read_text(encoding="utf-8")
        assert re.search(r'href="https://social\.example\.org/@exampleton" rel="me"', html), page
        assert 'href="https://x.com/exampletonlab_example"' not in html


def test_machines_are_told_of_all_accounts_that_are_still_ours(built_site: Path) -> None:
    html = (built_site / "index.html").read_text(encoding="utf-8")
    (block,) = re.findall(r'<script type="application/ld\+json">(.+?)</script>', html, re.DOTALL)
    party = next(one for one in json.loads(block)["@graph"] if one["@type"] == "Organization")
    assert "https://social.example.org/@exampleton" in party["sameAs"]
    assert "https://www.youtube.com/@exampletonlabourexample" in party["sameAs"]
    assert "https://x.com/exampletonlab_example" not in party["sameAs"]


def test_the_guidelines_give_team_sizes_and_rhythm_as_a_table(built_site: Path) -> None:
    html = (built_site / "accounts/guidelines/index.html").read_text(encoding="utf-8")
    assert "1 to 3 posts a day" in html
    assert "one working day" in html
