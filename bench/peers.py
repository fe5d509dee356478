"""The generators that are compared: how a site is laid out for each, and how it is built."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.measuring import RunFailed

ROOT: Final = Path(__file__).resolve().parent.parent
_OTHER_CORPUS: Final = ROOT.parent / "shared" / "bench" / "corpus.py"
"""A corpus that lies beside the checkout, with the options of ours, is taken in its place."""

STATES: Final = ("cold", "again", "one page edited")
"""In which state the output is found: not there; there, with nothing changed; there, with one page changed."""

_PARTY: Final = """\
name: Anytown Labour Party
kind: clp
imprint:
  promoter: {name: A. Agent, address: "1 High Street, Anytown, ZZ1 1ZZ"}
"""
_PLUGINS = "plugins:\n  - sitegen: {share_images: false}\n"
"""Without share images: no peer draws pictures; `python -m bench.cards` measures one alone."""
_SITE: Final = "site_name: Anytown Labour Party\nsite_url: https://anytown.example.org/\n"


@dataclass(frozen=True, slots=True)
class Generator:
    """A program that builds a site: in a folder with `texts`, by `command`, into `output`.

    `layout` is its name for the corpus, `settings` are added to its environment, `states` are measured.
    """

    name: str
    layout: str
    command: tuple[str, ...]
    texts: str
    output: str
    files: Mapping[str, str] = field(default_factory=dict)
    copied: Path | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    states: tuple[str, ...] = STATES


def find_sitegen() -> Generator:
    """The command of the checkout, else that of the running Python; raises RunFailed where there is none."""
    return Generator(
        name="sitegen",
        layout="sitegen",
        command=(_find_program("sitegen"), "build", "--today", "2026-11-01"),
        texts="content",
        output="site",
        files={
            "mkdocs.yml": f"{_SITE}docs_dir: content\ntheme: {{name: clp}}\n{_PLUGINS}",
            "data/party.yml": _PARTY,
        },
    )


def _find_program(name: str) -> str:
    for folder in (ROOT / ".venv" / "bin", Path(sys.executable).parent):
        if (folder / name).exists():
            return str(folder / name)
    raise RunFailed(f"There is no {name} in .venv/bin and none beside {sys.executable}: 'make site' sets it up.")


def find_hugo() -> Generator | None:
    """The system's Hugo with the small theme of this folder; None where it is not installed."""
    program = shutil.which("hugo")
    if not program:
        return None
    version = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    return Generator(
        name=f"Hugo {version.partition('-')[0].partition('+')[0]}",
        layout="hugo",
        command=(program, "--quiet"),
        texts="content",
        output="public",
        copied=ROOT / "bench" / "hugo",
    )


def find_material() -> Generator:
    """MkDocs with Material and its search, as it comes; raises RunFailed where it is not installed."""
    return Generator(
        name="MkDocs and Material",
        layout="mkdocs",
        command=(_find_program("mkdocs"), "build", "--quiet"),
        texts="docs",
        output="site",
        files={"mkdocs.yml": f"{_SITE}theme: {{name: material}}\nplugins: [search]\n"},
        states=STATES[:1],
    )


def lay_out(generator: Generator, pages: int, folder: Path) -> None:
    """Write a site of so many pages into a new folder."""
    write_settings(generator, folder)
    corpus = [str(_OTHER_CORPUS)] if _OTHER_CORPUS.exists() else ["-m", "bench.corpus"]
    options = ["--pages", str(pages), "--out", str(folder / generator.texts), "--for", generator.layout]
    subprocess.run([sys.executable, *corpus, *options], cwd=ROOT, check=True)


def write_settings(generator: Generator, folder: Path) -> None:
    """Write all that a site has beside its texts."""
    folder.mkdir(parents=True, exist_ok=True)
    if generator.copied:
        shutil.copytree(generator.copied, folder, dirs_exist_ok=True)
    for path, text in generator.files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def find_edited(generator: Generator, folder: Path) -> Path:
    """The page that is edited: the middle one by name, which is of one sort in all layouts."""
    pages = [path for path in (folder / generator.texts).rglob("*.md") if path.stem not in ("index", "_index")]
    return sorted(pages, key=lambda path: path.name)[len(pages) // 2]
