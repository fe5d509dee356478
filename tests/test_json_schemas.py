"""JSON Schemas: every sample passes, and what is wrong with a field is marked."""

import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest
import yaml

from sitegen.json_schemas import make_schemas, name_of_schema, write_schemas
from sitegen.kinds import KINDS
from sitegen.party import PartyKind
from sitegen.starting import PLACEHOLDERS, make_folder
from tests import ROOT
from tests.editing import named_schema
from tests.kind_examples import Example, all_examples, read_example
from tests.parties import read_tree

PARTIES: Final = (ROOT, *sorted(one for one in (ROOT / "examples").iterdir() if one.is_dir()), ROOT / "docs/guide")
OF_ONE_FIELD: Final = frozenset("E201 E202 E204 E207 E210 E211 E212 E213 E214 E215 E216 E217 E218 E219".split())
"""Problems that lie in one field, whatever other fields and files say."""
BEYOND: Final = frozenset(("E210", "E211", "E201"))
"""Those of them that a pattern cannot always find: the thirty-first of February, a field that another asks for."""

OWN_WORDS: Final[Mapping[str, str]] = {"motions/people": "The status of a step may be words of one's own."}
"""Bad examples whose mistake only looks like one of a field: a schema lets it pass."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The schemas, as an editor's program gets them."""
    folder = tmp_path_factory.mktemp("schemas")
    write_schemas(folder, KINDS)
    return folder


def files_of(party: Path) -> Mapping[str, list[str]]:
    """The files of a party, by the schema they belong to."""
    found: dict[str, list[str]] = {}
    for path in (f"{top}/{one}" for top in ("content", "data") for one in read_tree(party / top)):
        if name := name_of_schema(path, KINDS):
            found.setdefault(name, []).append(path)
    return found


def lay_out(party: Path, paths: Iterable[str], folder: Path) -> list[Path]:
    """The files as YAML: of a Markdown file its front matter."""
    made = []
    for number, path in enumerate(paths):
        text = (party / path).read_text(encoding="utf-8")
        if path.endswith(".md"):
            if not text.startswith("---\n"):
                continue
            text = text[4:].partition("\n---")[0] + "\n"
        made.append(folder / f"{number}-{path.replace('/', '-').removesuffix('.md').removesuffix('.yml')}.yml")
        made[-1].write_text(text, encoding="utf-8")
    return made


def check(schema: Path, files: Iterable[Path]) -> subprocess.CompletedProcess[str]:
    """What check-jsonschema says of files."""
    program = Path(sys.executable).with_name("check-jsonschema")
    command = [str(program), "--schemafile", str(schema), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_schemas_are_schemas(folder: Path) -> None:
    program = Path(sys.executable).with_name("check-jsonschema")
    files = sorted(map(str, folder.glob("*.json")))
    done = subprocess.run([str(program), "--check-metaschema", *files], capture_output=True, text=True, check=False)
    assert (done.returncode, len(files)) == (0, len(make_schemas(KINDS))), done.stdout


@pytest.mark.parametrize("party", PARTIES, ids=lambda party: party.name)
def test_every_file_of_the_samples_passes(party: Path, folder: Path, tmp_path: Path) -> None:
    checked = 0
    for name, paths in files_of(party).items():
        (tmp_path / name).mkdir()
        files = lay_out(party, paths, tmp_path / name)
        if not files:
            continue
        done = check(folder / f"{name}.json", files)
        assert done.returncode == 0, done.stdout
        checked += len(files)
    assert checked > 10


@pytest.mark.parametrize("party", PARTIES, ids=lambda party: party.name)
def test_every_file_of_the_samples_names_the_schema_it_belongs_to(party: Path) -> None:
    for name, paths in files_of(party).items():
        for path in paths:
            assert named_schema(party / path) == ROOT / f".schemas/{name}.json", path


def test_the_schemas_of_the_repository_are_those_of_the_program(folder: Path) -> None:
    kept, made = read_tree(ROOT / ".schemas"), read_tree(folder)
    assert [name for name in sorted(kept | made) if kept.get(name) != made.get(name)] == [], "Run: sitegen schemas"


@pytest.mark.parametrize("kind", ["clp", "campaign"])
def test_every_file_of_a_new_site_passes_and_names_its_schema(kind: str, folder: Path, tmp_path: Path) -> None:
    answers = PLACEHOLDERS._replace(name="Smallton Labour", kind=PartyKind(kind))
    make_folder(tmp_path / "ours", answers, date(2026, 3, 10))
    (tmp_path / "laid out").mkdir()
    for name, paths in files_of(tmp_path / "ours").items():
        done = check(folder / f"{name}.json", lay_out(tmp_path / "ours", paths, tmp_path / "laid out"))
        assert done.returncode == 0, done.stdout
        for path in paths:
            schema = named_schema(tmp_path / "ours" / path)
            assert schema == (tmp_path / f"ours/.schemas/{name}.json").resolve(), path
            assert schema.is_file()


def test_every_kind_that_is_written_in_yaml_has_a_schema() -> None:
    assert {kind.name for kind in KINDS} < set(make_schemas(KINDS))


def test_every_field_is_explained_in_its_schema() -> None:
    for name, schema in make_schemas(KINDS).items():
        for model, described in schema["definitions"].items():
            for field, about in described["properties"].items():
                assert about["description"], f"{name}: {model}.{field}"


@pytest.mark.slow
@pytest.mark.parametrize("example", all_examples(bad=True), ids=str)
def test_a_bad_example_is_marked_where_one_field_is_wrong(example: Example, folder: Path, tmp_path: Path) -> None:
    _, problems = read_example(example, tmp_path / "party")
    by_file: dict[str, set[str]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file, set()).add(problem.code)
    for path, codes in by_file.items():
        name = name_of_schema(path, KINDS)
        if not name or not codes & OF_ONE_FIELD or not is_yaml(tmp_path / "party" / path):
            continue
        files = lay_out(tmp_path / "party", [path], tmp_path)
        done = check(folder / f"{name}.json", files)
        assert "Traceback" not in done.stdout + done.stderr
        if files and str(example) not in OWN_WORDS and not codes & OF_ONE_FIELD <= BEYOND:
            assert done.returncode == 1, f"{path} {codes}"


def is_yaml(path: Path) -> bool:
    """Whether a file, or its front matter, can be read as YAML at all."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".md":
        text = text.removeprefix("---\n").partition("\n---")[0]
    try:
        yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return False
    return True


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("data/party.yml", "party"),
        ("data/officers.yml", "officers"),
        ("data/contests/nec.yml", "contests"),
        ("data/nominations/nec.yml", "nominations"),
        ("data/nominations/nec.aliases.yml", "nominations.aliases"),
        ("data/nominations/nec.csv", None),
        ("content/news/2026/fair.md", "news"),
        ("content/candidates/nec/jo.md", "candidates"),
        ("content/about/history.md", "pages"),
        ("content/files/budget.pdf", None),
        ("README.md", None),
    ],
)
def test_a_file_belongs_to_the_schema_of_its_folder(path: str, name: str | None) -> None:
    assert name_of_schema(path, KINDS) == name
