"""`sitegen status`: one screen, on every terminal, and the same in JSON."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from tests.conftest import TODAY, Golden
from tests.parties import copy_sample, write_party

GOLDEN = Path(__file__).parent / "golden"


def status(
    party: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str, width: int = 80, today: str = TODAY
) -> Result:
    """What the command says in a party's folder, on a terminal of that width."""
    monkeypatch.chdir(party)
    monkeypatch.setenv("COLUMNS", str(width))
    return CliRunner().invoke(main, ["status", "--today", today, *arguments])


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's sources; only read them."""
    return copy_sample(tmp_path_factory.mktemp("status") / "party")


def test_the_sample_stands_on_one_screen(sample: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden) -> None:
    done = status(sample, monkeypatch)
    assert done.exit_code == 0
    golden(GOLDEN / "status.txt", done.output)
    assert len(done.output.splitlines()) <= 24
    assert "\x1b" not in done.output


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_screen(width: int, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = status(sample, monkeypatch, width=width)
    assert max(map(len, done.output.splitlines())) <= min(width, 80)
    assert all(word in done.output for word in ("Last", "Next", "Open", "Vacant", "Ends", "Drafts", "Problems"))


def test_json_says_all_of_it(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = json.loads(status(sample, monkeypatch, "--format", "json").output)
    assert told["today"] == TODAY
    assert [one["sort"] for one in told["published"]] == ["newsletter", "motion", "letter", "news", "report"]
    assert told["coming"]["day"] == "2026-03-12"
    assert [one["days"] for one in told["open"]] == [2, 9, 17]
    assert "Youth officer" in told["vacant"]
    assert told["ending"][0]["days"] <= 60
    assert "content/news/summer-fair.md" in told["drafts"]
    assert told["counts"]["error"] == 0
    assert [one["code"] for one in told["next_steps"]] == ["W524", "N830", "N830"]


def test_what_is_wrong_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"content/news/fair.md": "---\ntitle: Fair\ndate: 31/03/2026\n---\nCome.\n"}
    done = status(write_party(tmp_path, broken), monkeypatch)
    assert done.exit_code == 1
    assert "1. content/news/fair.md:3: '31/03/2026' is not a date." in done.output
    assert "Drafts" not in done.output


def test_a_site_with_nothing_to_do_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = status(write_party(tmp_path), monkeypatch)
    assert done.exit_code == 0
    assert "Last      news, 9 days ago: The spring fair" in done.output
    assert "Next      no event is listed" in done.output
    assert "Problems  none" in done.output
    assert "Nothing waits." in done.output


def test_what_is_dated_ahead_was_not_published_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = {"content/news/ahead.md": "---\ntitle: Ahead\ndate: 2026-04-01\n---\nCome.\n"}
    assert "The spring fair" in status(write_party(tmp_path, ahead), monkeypatch).output


def test_a_folder_without_settings_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = status(tmp_path, monkeypatch)
    assert done.exit_code == 2
    assert "There is no file 'mkdocs.yml' here." in done.output
