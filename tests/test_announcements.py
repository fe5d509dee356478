"""The party's announcement: on every page until its last day, and on none after it."""

from pathlib import Path

import pytest

from tests.parties import run_sitegen, write_party

PARTY = (
    "name: Smallton Labour Party\nkind: group\n"
    "imprint:\n  promoter: {name: Ann Example, address: '1 High Street, Smallton, ZZ1 1ZZ'}\n"
    "announcement: {text: The **fair** is on Sunday., link: 'news:fair', until: 2026-03-10}\n"
)


@pytest.mark.parametrize(("today", "is_shown"), [("2026-03-10", True), ("2026-03-11", False)])
def test_an_announcement_is_shown_to_the_end_of_its_last_day(tmp_path: Path, today: str, is_shown: bool) -> None:
    party = write_party(tmp_path, {"data/party.yml": PARTY})
    assert run_sitegen(party, "build", "--today", today).returncode == 0
    for page in ("index.html", "news/fair/index.html", "404.html"):
        html = (party / "site" / page).read_text(encoding="utf-8")
        assert ("The <strong>fair</strong> is on Sunday." in html) == is_shown, page
