"""Accounts: which links lead to one, and where official ones are named."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.days import Day
from sitegen.kind import Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.kinds.accounts import Account
from sitegen.kinds.accounts.networks import account_of, network_name, same_address
from sitegen.site import load_site
from tests.kind_examples import make_settings
from tests.parties import SMALLEST, write_party


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


ELSEWHERE = {
    "data/officers.yml": (
        "posts:\n  - {role: chair, held_by: [{name: Ann Example, links: [{title: Me, url: "
        '"https://bsky.app/profile/ann.example.org"}]}]}\n'
    ),
    "data/accounts.yml": "accounts:\n  - {platform: x, name: Smallton, url: 'https://x.com/smallton'}\n",
    "data/events.yml": (
        "events:\n  - {id: fair, title: Fair, start: 2026-04-01, links: ['https://www.facebook.com/fair'],\n"
        "     online: {link: 'https://www.youtube.com/@fair', joining: 'See [us](https://social.example/@fair).'}}\n"
    ),
    "content/about.md": (
        "---\ntitle: About\nsources: [{title: A post, url: 'https://x.com/somebody'}]\n---\n"
        "On [Instagram](https://www.instagram.com/smallton), and on [X](https://twitter.com/smallton).\n"
    ),
}


def test_an_account_that_is_not_listed_is_found_wherever_the_party_links_to_it(tmp_path: Path) -> None:
    party = (
        "links: {donate: 'https://www.facebook.com/give'}\nannouncement: {text: 'See [it](https://t.me/smallton).'}\n"
    )
    site = load(tmp_path, {**ELSEWHERE, "data/party.yml": SMALLEST["data/party.yml"] + party})
    found = {(one.place.file, one.message.partition("account ")[2].partition(",")[0]) for one in site.problems}
    assert found == {
        ("data/party.yml", "facebook.com/give"),
        ("data/party.yml", "t.me/smallton"),
        ("data/officers.yml", "bsky.app/ann.example.org"),
        ("data/events.yml", "facebook.com/fair"),
        ("data/events.yml", "youtube.com/@fair"),
        ("data/events.yml", "social.example/@fair"),
        ("content/about.md", "instagram.com/smallton"),
    }


def test_an_account_of_somebody_else_that_is_named_as_theirs_is_no_warning(tmp_path: Path) -> None:
    others = "other_accounts: ['https://instagram.com/smallton/']\n"
    about = {"content/about.md": ELSEWHERE["content/about.md"], "data/accounts.yml": ELSEWHERE["data/accounts.yml"]}
    assert load(tmp_path, {**about, "data/party.yml": SMALLEST["data/party.yml"] + others}).problems == ()


def test_a_network_is_spelt_as_it_spells_itself() -> None:
    assert [network_name(one) for one in ("whatsapp", "YOUTUBE", "x", "Pixelfed")] == [
        "WhatsApp",
        "YouTube",
        "X",
        "Pixelfed",
    ]


def test_a_day_that_is_known_in_part_is_shown_as_it_is(tmp_path: Path) -> None:
    account = ELSEWHERE["data/accounts.yml"].replace("}", ", verified_on: 2025-06}")
    site = load(tmp_path, {"data/accounts.yml": account})
    assert site.of(Account)[0].fields.verified_on == Day(2025, 6)


def load(folder: Path, files: Mapping[str, str]) -> Site:
    """The smallest party with these files."""
    return load_site(make_settings(write_party(folder, files)), KINDS, PLANNED)
