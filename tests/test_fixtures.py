"""The fixtures and options of conftest.py do what the other tests rely on."""

from pathlib import Path

import pytest

from tests import ROOT


@pytest.fixture
def run_tests(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder for tests of its own that has the project's conftest.py, and no plugin that takes long to start."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makeini("[pytest]")
    return pytester


GOLDEN_TEST = """
    from pathlib import Path

    def test_greeting(golden):
        golden(Path("expected/greeting.txt"), "Bore da\\n")
"""


def test_an_expected_file_with_another_text_fails(run_tests: pytest.Pytester) -> None:
    run_tests.makepyfile(GOLDEN_TEST)
    run_tests.mkdir("expected").joinpath("greeting.txt").write_bytes(b"Bore da\r\n")
    run_tests.runpytest().assert_outcomes(failed=1)


def test_a_missing_expected_file_fails(run_tests: pytest.Pytester) -> None:
    run_tests.makepyfile(GOLDEN_TEST)
    result = run_tests.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*greeting.txt is missing: pytest --update-golden writes it*"])


def test_updating_writes_the_expected_file_which_then_passes(run_tests: pytest.Pytester) -> None:
    run_tests.makepyfile(GOLDEN_TEST)
    run_tests.runpytest("--update-golden").assert_outcomes(passed=1)
    assert Path("expected/greeting.txt").read_bytes() == b"Bore da\n"
    run_tests.runpytest().assert_outcomes(passed=1)


SKIPPED_TESTS = """
    import pytest

    @pytest.mark.skip(reason="made up, to be refused")
    def test_marked(): ...

    def test_inside():
        pytest.skip("made up, to be refused")
"""


def test_a_skipped_test_is_only_skipped_without_the_option(run_tests: pytest.Pytester) -> None:
    run_tests.makepyfile(SKIPPED_TESTS)
    run_tests.runpytest().assert_outcomes(skipped=2)


def test_a_skipped_test_fails_under_no_skips(run_tests: pytest.Pytester) -> None:
    run_tests.makepyfile(SKIPPED_TESTS)
    result = run_tests.runpytest("--no-skips")
    result.assert_outcomes(failed=1, errors=1)
    result.stdout.fnmatch_lines(["*this one was left out. Skipped: made up, to be refused"])


def test_a_skipped_module_fails_under_no_skips(run_tests: pytest.Pytester) -> None:
    run_tests.makepyfile("import pytest; pytest.importorskip('a_module_that_is_not_there')")
    run_tests.runpytest("--no-skips").assert_outcomes(errors=1)
