"""What is installed is the package and the theme, whole, and nothing else; and the lock files are what they say."""

import json
import os
import re
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import sitegen
from tests import ROOT
from tests.environments import copy_checkout, make_environment, make_wheel, run, run_pip

LOCK_FILES = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock")

# Run by the installed Python, away from any checkout.
ASK = """
import json
from importlib.metadata import distribution
from pathlib import Path
from mkdocs.plugins import get_plugins
from mkdocs.utils import get_theme_dir
import sitegen
plugin = get_plugins()["sitegen"].load()
print(json.dumps({
    "version": distribution("clp-sitegen").version,
    "package": str(Path(sitegen.__file__).parent),
    "theme": get_theme_dir("clp"),
    "plugin": f"{plugin.__module__}.{plugin.__qualname__}",
}))
"""


@dataclass(frozen=True, slots=True)
class Installation:
    """A fresh environment that has the package, and where its package and theme must come from."""

    folder: Path
    package: Path
    theme: Path

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.folder / "bin" / "python"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout at another path."""
    return copy_checkout(tmp_path_factory.mktemp("packaging") / "a checkout")


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is made of the copy."""
    return make_wheel(checkout, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module", params=["wheel", "editable"])
def installation(
    request: pytest.FixtureRequest, checkout: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Installation:
    """The package in an environment of its own, from the wheel and from the copy of the checkout."""
    folder = tmp_path_factory.mktemp("environment")
    here = make_environment(folder)
    is_wheel = request.param == "wheel"
    what = [str(wheel)] if is_wheel else ["--editable", str(checkout)]
    flags = ("--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed")
    run_pip("--python", str(folder / "bin" / "python"), "install", *flags, *what)
    if is_wheel:
        return Installation(folder, here / "sitegen", here / "sitegen_clp")
    return Installation(folder, checkout / "sitegen", checkout / "themes" / "clp")


def source_files(folder: Path) -> set[str]:
    """The paths of all files below a folder, but for what Python leaves there."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".DS_Store"
    }


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_the_theme_and_nothing_beside_them(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        at_top = {name.partition("/")[0] for name in archive.namelist()}
    assert at_top == {"sitegen", "sitegen_clp", f"clp_sitegen-{sitegen.__version__}.dist-info"}


@pytest.mark.slow
@pytest.mark.parametrize(("package", "folder"), [("sitegen", "sitegen"), ("sitegen_clp", "themes/clp")])
def test_the_wheel_holds_every_file_of_the_package_and_the_theme(
    wheel: Path, checkout: Path, package: str, folder: str
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name.removeprefix(f"{package}/") for name in archive.namelist() if name.startswith(f"{package}/")}
    assert names == source_files(checkout / folder), "Name the ending in pyproject.toml, tool.setuptools.package-data."


@pytest.mark.slow
def test_the_wheel_carries_the_licence_with_its_attributions(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/LICENSE"))
        licence = archive.read(name).decode()
    for part in ("the sitegen authors", "Office for National Statistics", "The Besley Project Authors"):
        assert part in licence


@pytest.mark.slow
def test_mkdocs_finds_the_plugin_and_the_theme_of_this_installation(installation: Installation, tmp_path: Path) -> None:
    answer = json.loads(run([str(installation.python), "-I", "-c", ASK], tmp_path))
    assert answer == {
        "version": sitegen.__version__,
        "package": str(installation.package),
        "theme": str(installation.theme),
        "plugin": "sitegen.plugin.SitegenPlugin",
    }


@pytest.mark.slow
def test_the_installed_command_builds_the_sample(installation: Installation, checkout: Path, tmp_path: Path) -> None:
    program = installation.folder / "bin" / "sitegen"
    run([str(program), "build", "--today", "2026-03-10", "-d", str(tmp_path / "site")], checkout)
    assert (tmp_path / "site" / "index.html").is_file()


@pytest.mark.parametrize("name", LOCK_FILES)
def test_a_lock_file_holds_versions_and_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry for entry in entries if not re.match(r"[a-z0-9-]+==\S.*--hash=sha256:", entry, re.DOTALL)] == []
    assert "://" not in text


def test_the_lock_file_of_the_npm_checkers_holds_versions_and_hashes_and_no_address() -> None:
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: package for name, package in json.loads(text)["packages"].items() if name}
    assert packages
    assert [name for name, package in packages.items() if "integrity" not in package] == []
    assert "://" not in text


@pytest.mark.parametrize(("name", "part"), [("requirements.lock", "dependencies"), ("requirements-dev.lock", "dev")])
def test_a_lock_file_has_every_package_that_is_declared(name: str, part: str) -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = declared["project"]["dependencies"] + (declared["dependency-groups"]["dev"] if part == "dev" else [])
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
    names = {re.split(r"[^A-Za-z0-9_-]", requirement)[0].lower() for requirement in wanted}
    assert names - locked == set(), "Run make lock."


def test_both_lock_files_hold_the_same_versions() -> None:
    run_lock, dev_lock = ((ROOT / name).read_text(encoding="utf-8") for name in LOCK_FILES[1:])
    assert set(re.findall(r"^\S+==.*", run_lock, re.MULTILINE)) <= set(re.findall(r"^\S+==.*", dev_lock, re.MULTILINE))


@pytest.mark.parametrize("name", [".ci/run", "tools/set-up", "tools/lock"])
def test_a_script_can_be_run_and_stops_at_the_first_mistake(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)
    assert "\nset -euo pipefail\n" in (ROOT / name).read_text(encoding="utf-8")
