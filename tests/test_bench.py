"""The comparison's corpus is always alike, holds what it says, and is a site without mistakes."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench.comparing import Row, make_report, make_table
from bench.corpus import LAYOUTS, SHARES, make_sheets, write_corpus
from bench.measuring import Run, RunFailed, measure
from bench.nominations import CANDIDATES, measure_map, write_rows
from bench.peers import Generator, find_further_sitegens, find_sitegen, write_settings

PAGES = 20


def read_folder(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_corpus_is_written_the_same_again(layout: str, tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_corpus(PAGES, tmp_path / name, layout)
    assert read_folder(tmp_path / "first") == read_folder(tmp_path / "second")
    assert sum(sheet.slug in path for path in read_folder(tmp_path / "first") for sheet in make_sheets(PAGES)) >= PAGES


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_holds_the_same_words(layout: str, tmp_path: Path) -> None:
    write_corpus(PAGES, tmp_path, layout)
    pages = {Path(path).stem: text for path, text in read_folder(tmp_path).items()}
    for sheet in make_sheets(PAGES):
        assert sheet.title in pages[sheet.slug]
        assert sheet.body in pages[sheet.slug]


def test_a_hundred_pages_have_the_shares_that_are_declared() -> None:
    assert Counter(sheet.sort for sheet in make_sheets(100)) == Counter(SHARES)


def test_reports_have_hundreds_of_words_and_tables_a_hundred_rows() -> None:
    sheets = make_sheets(100)
    words = [len(sheet.body.replace("|", " ").split()) for sheet in sheets if sheet.sort == "reports"]
    rows = [sheet.body.count("\n| ") - 1 for sheet in sheets if sheet.sort == "tables"]
    assert 250 < min(words) < max(words) < 850
    assert 100 <= min(rows) <= max(rows) <= 180


def test_sitegen_builds_the_corpus_and_finds_nothing_wrong_in_it(tmp_path: Path) -> None:
    _build_and_look(find_sitegen(), tmp_path)


def test_the_corpus_that_asks_for_no_more_than_hugos_pages_is_without_mistakes_too(tmp_path: Path) -> None:
    like_hugo, everything = find_further_sitegens(PAGES)
    _build_and_look(like_hugo, tmp_path)
    assert not list(tmp_path.rglob("email.html"))
    assert not (tmp_path / like_hugo.output / "tags").exists()
    assert everything.name == "sitegen, everything"


def _build_and_look(generator: Generator, tmp_path: Path) -> None:
    write_settings(generator, tmp_path)
    write_corpus(PAGES, tmp_path / generator.texts, generator.layout)
    if generator.fit:
        generator.fit(tmp_path / generator.texts)
    built = subprocess.run(generator.command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert built.returncode == 0, built.stdout + built.stderr
    told = [line for line in built.stderr.splitlines() if line.startswith(f"{generator.texts}/")]
    assert [line for line in told if ": note: " not in line] == []  # a note says what comes with time alone
    made = {path.parent.name for path in (tmp_path / generator.output).rglob("index.html")}
    assert made >= {sheet.slug for sheet in make_sheets(PAGES)}


def test_a_run_counts_the_processor_time_and_the_memory_of_the_program(tmp_path: Path) -> None:
    busy = "import time\nheld = bytearray(60_000_000)\nwhile time.process_time() < 0.2: pass"
    run = measure([sys.executable, "-c", busy], tmp_path, {})
    assert run.processor >= 0.2
    assert run.wall >= 0.2
    assert run.memory > 57


def test_a_run_counts_the_processor_time_of_workers_that_outlive_the_program(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    leaves = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {busy!r}])"
    assert measure([sys.executable, "-c", leaves], tmp_path, {}).processor > 0.3


def test_a_program_that_fails_ends_the_comparison_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match="no such leaflet"):
        measure([sys.executable, "-c", "raise SystemExit('no such leaflet')"], tmp_path, {})


def test_the_table_shows_medians_and_ratios_of_the_same_rounds() -> None:
    ours = Row(100, "sitegen", "cold", [Run(1.0, 1.0, 50.0), Run(3.0, 9.0, 50.0), Run(2.0, 2.0, 50.0)])
    theirs = Row(100, "Hugo", "cold", [Run(2.0, 1.0, 100.0), Run(6.0, 9.0, 100.0), Run(1.0, 2.0, 100.0)])
    line = list(make_table([ours, theirs]))[1]
    assert line.split() == ["100", "sitegen", "cold", "2.00", "(0.50)", "2.00", "(1.00)", "50.0", "(0.50)"]
    assert make_report([ours, theirs])[0]["times_hugo"] == {"processor": 0.5, "wall": 1.0, "memory": 0.5}


def test_without_hugo_there_are_no_ratios() -> None:
    ours = Row(100, "sitegen", "cold", [Run(1.0, 1.0, 50.0)])
    assert "(" not in list(make_table([ours]))[1]
    assert make_report([ours])[0]["times_hugo"] is None


def test_the_large_contest_has_every_seat_nominate_every_candidate() -> None:
    rows = list(write_rows())
    assert len(rows) == 1 + 650 * CANDIDATES
    assert rows == list(write_rows())


def test_what_a_map_takes_is_measured_on_a_real_one() -> None:
    milliseconds, size = measure_map(1)
    assert milliseconds > 0
    assert size > 1_000
