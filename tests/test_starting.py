"""A new site: a few questions or flags, and a folder that builds without a warning."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import pytest
import yaml

from sitegen import __version__
from sitegen.json_schemas import name_of_schema
from sitegen.kind import Tables
from sitegen.kinds import KINDS
from sitegen.starting import find_seat
from sitegen.starting.generator import requirement_of
from tests.parties import TODAY, read_tree, run_sitegen
from tests.terminals import converse

NEW: Final = ["-m", "sitegen", "new", "ours", "--today", TODAY]
STOP_KEY: Final = "\x03"
"""What a terminal makes of Ctrl and C."""
FLAGS: Final[Mapping[str, str]] = {
    "--name": "Holborn & Saint Pancras CLP",
    "--contact": "secretary@example.org",
    "--promoter-name": 'Ann "Nan" Example: 50 %, # and $more',
    "--promoter-address": "1 High Street, Town, ZZ1 1ZZ",
}


def start(folder: Path, *arguments: str, flags: Mapping[str, str] = FLAGS) -> Path:
    """A new site from flags."""
    given = [part for flag in flags.items() for part in flag]
    done = run_sitegen(folder, "new", "site-of-ours", *given, *arguments, "--today", TODAY)
    assert done.returncode == 0, done.stderr
    return folder / "site-of-ours"


def read_party(folder: Path) -> dict[str, object]:
    """What `party.yml` of a new site says."""
    found = yaml.safe_load((folder / "data/party.yml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["clp", "branch", "campaign", "group"])
def test_a_new_site_builds_without_a_warning(kind: str, tmp_path: Path) -> None:
    party = start(tmp_path, "--kind", kind)
    done = run_sitegen(party, "build", "--strict", "-d", str(tmp_path / "built"), "--today", TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "built/index.html").is_file()


def test_the_constituency_and_its_region_are_filled_in_from_the_name(tmp_path: Path) -> None:
    party = read_party(start(tmp_path))
    assert party["seats"] == ["Holborn and St Pancras"]
    assert (party["nation"], party["region"]) == ("England", "London")
    assert party["short_name"] == "Holborn & Saint Pancras Labour"


def test_any_name_can_stand_in_the_imprint(tmp_path: Path) -> None:
    imprint = read_party(start(tmp_path))["imprint"]
    assert isinstance(imprint, dict)
    assert imprint["promoter"]["name"] == FLAGS["--promoter-name"]


def test_the_settings_have_twelve_lines_at_most(tmp_path: Path) -> None:
    assert len((start(tmp_path) / "mkdocs.yml").read_text(encoding="utf-8").splitlines()) <= 12


def test_a_name_that_is_no_constituency_has_no_seat(tmp_path: Path) -> None:
    assert read_party(start(tmp_path, flags={**FLAGS, "--name": "Friends of the Canal"}))["seats"] == []


@pytest.mark.parametrize("name", ["Ynys Môn CLP", "Ynys Mon Labour Party", "Ynys Môn Constituency Labour Party"])
def test_a_seat_is_found_in_the_name_of_its_party(name: str) -> None:
    seat = find_seat(name).seat
    assert seat is not None
    assert seat.name == "Ynys Môn"


@pytest.mark.slow
def test_a_template_stops_at_the_imprint_until_it_is_put_right(tmp_path: Path) -> None:
    party = start(tmp_path, "--template", flags={})
    done = run_sitegen(party, "build", "--today", TODAY)
    assert done.returncode == 1
    assert "data/party.yml:15: The imprint still holds the placeholder 'NAME OF THE PROMOTER'.\n" in done.stderr
    assert not (party / "site").exists()
    file = party / "data/party.yml"
    text = file.read_text(encoding="utf-8").replace("NAME OF THE PROMOTER", "Ann Example")
    text = text.replace("ADDRESS OF THE PROMOTER", "1 High Street").replace("NAME OF YOUR PARTY", "Smallton Labour")
    file.write_text(text, encoding="utf-8")
    done = run_sitegen(party, "build", "--strict", "--today", TODAY)
    assert done.returncode == 0, done.stderr
    pages = {
        path: data for path, data in read_tree(party / "site").items() if path.endswith((".html", ".json", ".xml"))
    }
    assert [path for path, data in pages.items() if b"NAME OF" in data] == []
    assert b"<title>Smallton Labour" in pages["index.html"]


def test_a_template_says_what_comes_next(tmp_path: Path) -> None:
    done = run_sitegen(tmp_path, "new", "ours", "--template", "--generator", "clp-sitegen @ https://example.org/s.whl")
    assert "tick 'Template repository'" in done.stdout
    assert "sitegen serve" not in done.stdout
    assert "GitHub cannot install" not in done.stdout
    assert "GitHub cannot install sitegen yet" in run_sitegen(tmp_path, "new", "other", "--template").stdout


def test_a_name_that_holds_no_constituency_is_told_with_what_may_be_meant(tmp_path: Path) -> None:
    given = [part for flag in {**FLAGS, "--name": "Holbron and St Pancras CLP"}.items() for part in flag]
    said = run_sitegen(tmp_path, "new", "ours", *given).stdout
    assert "'Holbron and St Pancras CLP' names no constituency: write yours after 'seats' in data/party.yml." in said
    assert "Perhaps Holborn and St Pancras?" in said


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            {"url": "https://git.example.org/sitegen", "vcs_info": {"vcs": "git", "commit_id": "a1b2c3"}},
            "clp-sitegen @ git+https://git.example.org/sitegen@a1b2c3",
        ),
        ({"url": "https://example.org/s.whl", "archive_info": {}}, "clp-sitegen @ https://example.org/s.whl"),
        ({"url": "file:///home/ann/sitegen", "dir_info": {"editable": True}}, f"clp-sitegen=={__version__}"),
        ({}, f"clp-sitegen=={__version__}"),
    ],
)
def test_github_gets_the_generator_from_where_this_one_came(told: dict[str, object], line: str) -> None:
    assert requirement_of(json.dumps(told) if told else "") == line


@pytest.mark.slow
def test_somebody_who_stops_at_a_question_is_told_that_nothing_was_made(tmp_path: Path) -> None:
    said = converse(NEW, tmp_path, "Bath Labour Party\n", then=("never a private one", STOP_KEY))
    assert "Stopped. Nothing was made." in said
    assert list(tmp_path.iterdir()) == []


def test_what_was_made_can_be_read_by_a_program(tmp_path: Path) -> None:
    given = [part for flag in FLAGS.items() for part in flag]
    told = json.loads(run_sitegen(tmp_path, "new", "ours", *given, "--format", "json").stdout)
    assert "ours/data/party.yml" in told["wrote"]
    assert told["problems"] == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    party = start(tmp_path)
    (party / "data/party.yml").write_text("mine", encoding="utf-8")
    before = read_tree(party)
    given = [part for flag in FLAGS.items() for part in flag]
    done = run_sitegen(tmp_path, "new", "site-of-ours", *given)
    assert done.returncode == 2
    assert "There is something in 'site-of-ours' already. Name a folder that is not there yet." in done.stderr
    assert read_tree(party) == before


def test_nothing_is_asked_where_nobody_can_answer(tmp_path: Path) -> None:
    done = run_sitegen(tmp_path, "new", "ours", "--name", "Smallton Labour")
    assert done.returncode == 2
    assert "Add --contact, --promoter-name, --promoter-address, or --template." in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("flag", "value", "said"),
    [
        ("--contact", "the secretary", "Write one mailbox, such as secretary@example.org."),
        ("--colour", "reddish", "'reddish'"),
        ("--site-url", "our site", "https://"),
        ("--promoter-name", " ", "This cannot be empty."),
    ],
)
def test_an_answer_that_the_site_would_not_take_is_told_at_once(
    flag: str, value: str, said: str, tmp_path: Path
) -> None:
    given = [part for one in {**FLAGS, flag: value}.items() for part in one]
    done = run_sitegen(tmp_path, "new", "ours", *given)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_five_questions_make_a_site(tmp_path: Path) -> None:
    typed = ["Holbron and St Pancras CLP", "nobody", "sec@example.org", "Ann Example", "1 High Street", "", "y", ""]
    said = converse(NEW, tmp_path, "\n".join(typed))
    assert "Is its constituency Holborn and St Pancras? [y/N]" in said
    assert "'contact' does not hold an e-mail address." in said
    assert "It covers Holborn and St Pancras." in said
    party = read_party(tmp_path / "ours")
    assert (party["name"], party["contact"], party["colour"]) == (typed[0], typed[2], "#b8231b")
    assert run_sitegen(tmp_path / "ours", "check", "--strict", "--today", TODAY).returncode == 0


@pytest.mark.parametrize("file", ["data/events.yml", "data/accounts.yml", "data/officers.yml"])
def test_what_is_shown_as_an_example_is_right(file: str, tmp_path: Path) -> None:
    party = start(tmp_path)
    text = (party / file).read_text(encoding="utf-8")
    shown = [line[2:] for line in text.splitlines() if line.startswith("#   ")]
    name = text.rstrip().splitlines()[-1].partition(":")[0] if "[]" in text else "posts"
    rest = (
        "\n".join(line for line in text.splitlines() if not line.startswith((f"{name}:", "#")))
        if "[]" not in text
        else ""
    )
    others = rest.replace('  - role: secretary\n    contact: "secretary@example.org"\n    vacant: yes', "")
    (party / file).write_text("\n".join([f"{name}:", *shown, others, ""]), encoding="utf-8")
    done = run_sitegen(party, "check", "--strict", "--today", TODAY)
    assert (done.returncode, done.stdout) == (0, "No problems.\n")


@pytest.mark.parametrize("kind", ["clp", "campaign"])
def test_there_is_something_to_learn_from_for_every_kind(kind: str, tmp_path: Path) -> None:
    files = read_tree(start(tmp_path, "--kind", kind))
    tables = {one.name for one in KINDS if isinstance(one.written, Tables) and _has_table(one.written, files)}
    assert {one.name for one in KINDS} - {name_of_schema(path, KINDS) for path in files} - tables == set()


def _has_table(written: Tables, files: Iterable[str]) -> bool:
    return any(path.startswith(f"data/{written.folder}/") for path in files)


def test_a_campaign_begins_with_all_that_it_is_about(tmp_path: Path) -> None:
    files = set(read_tree(start(tmp_path, "--kind", "campaign")))
    wanted = {
        "content/candidates/our-election/jo-example.md",
        "content/answers/three-questions/jo-example.md",
        "content/motions/model-motion.md",
        "content/newsletters/first-issue.md",
        "content/nominate.md",
        "data/contests/our-election.yml",
        "data/nominations/our-election.csv",
        "data/questionnaires/three-questions.yml",
    }
    assert wanted <= files
    assert not [file for file in files if "example-selection" in file or "example-motion" in file]


def test_a_campaign_has_an_imprint_of_its_own(tmp_path: Path) -> None:
    party = read_party(start(tmp_path, "--kind", "campaign", flags={**FLAGS, "--name": "Left Slate"}))
    imprint = party["imprint"]
    assert isinstance(imprint, dict)
    assert (party["kind"], party.get("seats")) == ("campaign", None)
    assert imprint["promoter"]["name"] == FLAGS["--promoter-name"]
    assert imprint["on_behalf_of"] == [{"name": "Left Slate", "address": FLAGS["--promoter-address"]}]


def test_the_readme_of_a_campaign_shows_a_nomination_that_counts(tmp_path: Path) -> None:
    party = start(tmp_path, "--kind", "campaign")
    (row,) = (line for line in (party / "README.md").read_text(encoding="utf-8").splitlines() if ",clp," in line)
    with (party / "data/nominations/our-election.csv").open("a", encoding="utf-8") as table:
        table.write(f"{row.strip()}\n")
    done = run_sitegen(party, "check", "--strict", "--today", TODAY)
    assert (done.returncode, done.stdout) == (0, "No problems.\n")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["clp", "campaign"])
def test_a_new_site_still_builds_years_later(kind: str, tmp_path: Path) -> None:
    party = start(tmp_path, "--kind", kind)
    assert run_sitegen(party, "build", "--today", "2029-03-10").returncode == 0
