"""What every test may ask for: expected files, the built sample, the sample on an address, a browser.

`--update-golden` writes expected files instead of comparing them; they are read in review.
`--no-skips` makes a skipped test a failed one, so that no rule is left out unseen.
"""

import fcntl
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from tests import ROOT
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Golden: TypeAlias = Callable[[Path, str], None]
TODAY = "2026-03-10"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options that the heading of this module explains."""
    parser.addoption("--update-golden", action="store_true", help="write the expected files instead of comparing them")
    parser.addoption("--no-skips", action="store_true", help="a skipped test is a failed test")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under `--no-skips`, turn a skipped test into a failed one."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        _refuse_skip(report, item.config)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Under `--no-skips`, turn a skipped module into a failed one."""
    report = yield
    if report.skipped:
        _refuse_skip(report, collector.config)
    return report


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport, config: pytest.Config) -> None:
    if config.getoption("--no-skips"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"With --no-skips every test must run, but this one was left out. {reason}"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """A function (file, text) that fails unless the file holds the text; `--update-golden` writes it."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
            return
        if not file.exists():
            pytest.fail(f"{file} is missing: pytest --update-golden writes it, then read it.", pytrace=False)
        expected = file.read_bytes().decode()
        assert text == expected, f"{file} holds something else: mend the code, or pytest --update-golden and read it."

    return compare


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample site, built once by the command `sitegen` for all tests of a run; only read it."""
    run = tmp_path_factory.getbasetemp()
    if run.name.startswith("popen-"):  # a worker of pytest-xdist: the folder above is the whole run's
        run = run.parent
    site, failure = run / "built-site", run / "built-site.failure"
    with (run / "built-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists() and not failure.exists():
            failure.write_text(_build(site), encoding="utf-8")
    if said := failure.read_text(encoding="utf-8"):
        pytest.fail(said, pytrace=False)
    return site


def _build(site: Path) -> str:
    """Build the sample into `site`; what went wrong, or nothing."""
    program = Path(sys.executable).with_name("sitegen")
    if not program.exists():
        return f"{program} is missing: make check sets it up."
    command = [str(program), "build", "--today", TODAY, "-d", str(site)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    return "" if built.returncode == 0 else f"sitegen build failed:\n{built.stdout}{built.stderr}"


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[str]:
    """The address, with a slash at its end, at which the built sample can be read."""
    with serve(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A headless Chromium; open pages with `tests.browser.modes.open_page`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield chromium
        chromium.close()
