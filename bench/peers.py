"""The generators that are compared: how a site is laid out for each, and how it is built."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.measuring import RunFailed

ROOT: Final = Path(__file__).resolve().parent.parent
_OTHER_CORPUS: Final = ROOT.parent / "shared" / "bench" / "corpus.py"
"""A corpus that lies beside the checkout, with the options of ours, is taken in its place."""

STATES: Final = ("cold", "again", "one page edited")
"""In which state the output is found: not there; there, with nothing changed; there, with one page changed."""

MOST_PAGES: Final = 1_000
"""Above so many pages Material, and all that sitegen can make, take many minutes."""

_PARTY: Final = """\
name: Anytown Labour Party
kind: clp
imprint:
  promoter: {name: A. Agent, address: "1 High Street, Anytown, ZZ1 1ZZ"}
"""
_PAGES_ALONE: Final = "{share_images: false, documents: false}"
"""No peer draws pictures, or makes PDF and Word files; `bench.cards` and `bench.documents` measure one alone."""
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
    fit: Callable[[Path], None] | None = None
    """What is changed in the folder of the texts, so that no more is asked of it than of others."""


def find_sitegen(name: str = "sitegen", options: str = _PAGES_ALONE, **more: Any) -> Generator:
    """The command of the checkout, else that of the running Python; raises RunFailed where there is none."""
    return Generator(
        name=name,
        layout="sitegen",
        command=(_find_program("sitegen"), "build", "--today", "2026-11-01"),
        texts="content",
        output="site",
        files={
            "mkdocs.yml": f"{_SITE}docs_dir: content\ntheme: {{name: clp}}\nplugins:\n  - sitegen: {options}\n",
            "data/party.yml": _PARTY,
        },
        settings={"PYTHONDONTWRITEBYTECODE": ""},  # a program that is installed is not compiled at each start
        **more,
    )


def find_further_sitegens(pages: int) -> Iterator[Generator]:
    """sitegen asked for what Hugo makes, as far as that can be; and, on smaller sites, for all that it can make."""
    yield find_sitegen("sitegen, Hugo's pages", fit=leave_out_further, states=STATES[:1])
    if pages <= MOST_PAGES:
        yield find_sitegen("sitegen, everything", "{}", states=STATES[:1])


def leave_out_further(texts: Path) -> None:
    """Make newsletters news, so that no e-mails are made, and take tags away: Hugo is asked for no page of one."""
    for path in sorted(texts.rglob("*.md")):
        text = re.sub(r"^tags: .*\n", "", path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        path.write_text(text.replace("](../newsletters/", "](../news/"), encoding="utf-8")
    for path in sorted((texts / "newsletters").glob("*.md")):
        path.rename(texts / "news" / path.name)


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
    if generator.fit:
        generator.fit(folder / generator.texts)


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
