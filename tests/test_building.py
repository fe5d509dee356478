"""Whole builds by the real commands: two doors to one site, the same bytes everywhere, whole or not at all."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from shlex import quote

import pytest

from tests import ROOT
from tests.parties import TODAY, copy_sample, read_tree, run_program, run_sitegen, write_party

pytestmark = pytest.mark.slow

BAD_NEWS = {"content/news/broken.md": "---\ntitle: A broken date\ndate: next Tuesday\n---\nText.\n"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources of the sample in a folder of their own."""
    return copy_sample(tmp_path_factory.mktemp("sample") / "party")


def test_mkdocs_and_sitegen_build_the_same_site(tmp_path: Path) -> None:
    party = copy_sample(tmp_path / "party")
    settings = (party / "mkdocs.yml").read_text(encoding="utf-8")
    dated = settings.replace("  - sitegen", f"  - sitegen:\n      today: {TODAY}")
    assert dated != settings
    (party / "mkdocs.yml").write_text(dated, encoding="utf-8")
    one, other = tmp_path / "one", tmp_path / "other"
    assert run_sitegen(party, "build", "-d", str(one)).returncode == 0
    plain = run_program("mkdocs", party, "build", "-d", str(other))
    assert plain.returncode == 0, plain.stderr
    assert read_tree(one) == read_tree(other)


def test_the_same_input_gives_the_same_bytes_in_another_folder_zone_locale_and_hash_seed(
    sample: Path, tmp_path: Path
) -> None:
    elsewhere = copy_sample(tmp_path / "a folder with spaces" / "party")
    for path in elsewhere.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    one, other = tmp_path / "one", tmp_path / "other"
    here = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    there = {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1"}
    assert run_sitegen(sample, "build", "--today", TODAY, "-d", str(one), environment=here).returncode == 0
    assert run_sitegen(elsewhere, "build", "--today", TODAY, "-d", str(other), environment=there).returncode == 0
    assert read_tree(one) == read_tree(other)


def test_two_days_between_which_nothing_falls_due_give_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert run_sitegen(sample, "build", "--today", "2026-03-17", "-d", str(one)).returncode == 0
    assert run_sitegen(sample, "build", "--today", "2026-03-18", "-d", str(other)).returncode == 0
    assert read_tree(one) == read_tree(other)


def test_the_sample_has_exactly_the_intended_warnings(sample: Path) -> None:
    checked = run_sitegen(sample, "check", "--today", TODAY)
    assert checked.returncode == 0
    expected = ROOT / "tests" / "golden" / "sample-warnings.txt"
    assert checked.stdout == expected.read_text(encoding="utf-8")


def test_the_last_line_says_what_was_made_and_how_to_look_at_it(tmp_path: Path) -> None:
    built = run_sitegen(write_party(tmp_path), "build", "--today", TODAY)
    assert built.returncode == 0, built.stderr
    last = built.stdout.splitlines()[-1]
    assert re.match(r"Made \d+ pages, \d+ feeds and \d+ files in \d+\.\d seconds\. ", last)
    assert last.endswith("python3 -m http.server --directory site")
    assert (tmp_path / "site" / "news" / "fair" / "index.html").is_file()


def test_a_failed_build_leaves_the_old_site_and_nothing_beside_it(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    before = read_tree(party / "site")
    write_party(party, BAD_NEWS)
    failed = run_sitegen(party, "build", "--today", TODAY)
    assert failed.returncode == 1
    assert "content/news/broken.md:3: 'next Tuesday' is not a date." in failed.stderr
    assert "Traceback" not in failed.stderr
    assert read_tree(party / "site") == before
    kept = ".cache"  # what was dear to make, from the build before
    assert sorted(path.name for path in party.iterdir()) == [kept, "content", "data", "mkdocs.yml", "site"]


def test_plain_mkdocs_explains_a_mistake_and_leaves_the_old_site(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    assert run_program("mkdocs", party, "build").returncode == 0
    before = read_tree(party / "site")
    write_party(party, BAD_NEWS)
    failed = run_program("mkdocs", party, "build")
    assert failed.returncode == 1
    assert "content/news/broken.md:3: 'next Tuesday' is not a date." in failed.stderr
    assert "Traceback" not in failed.stderr
    assert read_tree(party / "site") == before


def test_plain_mkdocs_names_the_missing_line_where_docs_dir_is_left_out(tmp_path: Path) -> None:
    settings = "site_name: A\nsite_url: https://a.example.org/\ntheme: {name: clp}\nplugins: [sitegen]\n"
    party = write_party(tmp_path, {"mkdocs.yml": settings})
    (party / "docs").mkdir()
    plain = run_program("mkdocs", party, "build")
    assert plain.returncode == 1
    assert "The line 'docs_dir: content' is missing in mkdocs.yml." in plain.stderr
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0


def test_strict_lets_no_warning_pass_and_publishes_nothing(tmp_path: Path) -> None:
    party = write_party(tmp_path, {"content/news/fair.md": "---\ntitle: Fair\ndate: 2026-03-01\n---\n# Too big\n"})
    strict = run_sitegen(party, "build", "--strict", "--today", TODAY)
    assert strict.returncode == 1
    assert "content/news/fair.md:5: warning:" in strict.stderr
    assert not (party / "site").exists()
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0


def test_what_is_removed_from_the_content_is_gone_from_the_site(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    (party / "content" / "news" / "fair.md").unlink()
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    assert not (party / "site" / "news" / "fair").exists()


def test_hidden_files_of_the_old_site_move_into_the_new_one(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    (party / "site" / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    assert (party / "site" / ".git").read_text(encoding="utf-8") == "gitdir: elsewhere\n"


@pytest.mark.parametrize("target", [".", "content", "content/site", "data", ".."])
def test_a_folder_with_sources_is_never_replaced(tmp_path: Path, target: str) -> None:
    party = write_party(tmp_path / "party")
    before = read_tree(tmp_path)
    refused = run_sitegen(party, "build", "--today", TODAY, "-d", target)
    assert refused.returncode == 2, refused.stderr
    assert read_tree(tmp_path) == before


def test_a_folder_with_other_things_is_never_replaced(tmp_path: Path) -> None:
    party = write_party(tmp_path / "party")
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "wedding.jpg").write_bytes(b"dear")
    refused = run_sitegen(party, "build", "--today", TODAY, "-d", str(photos))
    assert refused.returncode == 2
    assert "holds other things than a site" in refused.stderr
    assert read_tree(photos) == {"wedding.jpg": b"dear"}


def test_a_killed_build_leaves_the_complete_old_or_the_complete_new_site(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    program = Path(sys.executable).with_name("sitegen")
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    old = read_tree(party / "site")
    write_party(party, {"content/news/new.md": "---\ntitle: New\ndate: 2026-03-02\n---\nText.\n"})
    started = time.monotonic()
    assert run_sitegen(party, "build", "--today", TODAY, "-d", str(tmp_path / "other")).returncode == 0
    seconds = time.monotonic() - started
    new = read_tree(tmp_path / "other")
    moments = random.Random(7)
    for _ in range(8):
        build = subprocess.Popen([str(program), "build", "--today", TODAY], cwd=party, stdout=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.3, 1.1) * seconds)
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert read_tree(party / "site") in (old, new)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    assert read_tree(party / "site") == new
    assert not list(party.glob(".site*"))


def test_a_full_disk_leaves_the_old_site_and_is_said_calmly(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    before = read_tree(party / "site")
    program = Path(sys.executable).with_name("sitegen")
    full = subprocess.run(
        ["bash", "-c", f"trap '' XFSZ; ulimit -f 4; exec {quote(str(program))} build --today {TODAY}"],
        cwd=party,
        capture_output=True,
        text=True,
        check=False,
    )
    assert full.returncode == 1
    assert "The site could not be written: file too large." in full.stderr
    assert "Traceback" not in full.stderr
    assert read_tree(party / "site") == before
    assert not list(party.glob(".site*"))
