"""What every test may ask for: expected files, the built sample, the sample on an address, a browser.

`--update-golden` writes expected files instead of comparing them; they are read in review.
`--no-skips` makes a skipped test a failed one, so that no rule is left out unseen.
"""

import signal
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.quality_log import Note, make_note
from tests.browser.sample_sites import BuildFailed, build_once
from tests.browser.serving import serve
from tests.parties import TODAY as TODAY  # tests ask for it here

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Golden: TypeAlias = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options that the heading of this module explains."""
    parser.addoption("--update-golden", action="store_true", help="write the expected files instead of comparing them")
    parser.addoption("--figures", type=Path, help="a file to which measured figures are added (make report)")
    parser.addoption("--no-skips", action="store_true", help="a skipped test is a failed test")


def pytest_configure() -> None:
    """Hear the stop key again where tests run in the background: shells let such programs, and theirs, ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give a rule that is held on every page the time for that."""
    for item in items:
        if item.get_closest_marker("everywhere"):
            item.add_marker(pytest.mark.timeout(2 * 60 * 60))


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
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the whole run, whichever process asks: what takes long is made in it once."""
    run = tmp_path_factory.getbasetemp()
    return run.parent if run.name.startswith("popen-") else run  # a worker of pytest-xdist has a folder within


@pytest.fixture(scope="session")
def build_sample(shared_folder: Path) -> Callable[[str], Path]:
    """A function from the name of a sample site to its folder, built once by the command `sitegen` for all tests."""

    def build(name: str) -> Path:
        try:
            return build_once(name, shared_folder)
        except BuildFailed as failed:
            pytest.fail(str(failed), pytrace=False)

    return build


@pytest.fixture(scope="session")
def built_site(build_sample: Callable[[str], Path]) -> Path:
    """The folder of the sample site, built once by the command `sitegen` for all tests of a run; only read it."""
    return build_sample("sample")


@pytest.fixture(scope="session")
def note(request: pytest.FixtureRequest) -> Note:
    """A function that keeps a measured figure for the docs, where the run was asked to."""
    return make_note(request.config.getoption("--figures"))


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
