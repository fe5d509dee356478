"""Where editors write the entries of a kind (Markdown, lists and files of YAML, tables), and how one is begun."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkdownFiles:
    """`<folder>/**/<id>.md`; with `in_parents`, `<folder>/<parent>/<id>.md`; with `by_path`, the path is the id.

    With `has_letters`, `a)`, `(a)`, `i)` and `–` begin list items in their bodies.
    """

    folder: str
    in_parents: bool = False
    by_path: bool = False
    has_letters: bool = False


@dataclass(frozen=True, slots=True)
class YamlList:
    """One file that holds a list of entries under `name`; where `folder` is named, also `<folder>/<id>.yml`."""

    file: str
    name: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class YamlFiles:
    """`<folder>/<id>.yml`, one entry a file.

    With `beside` (endings, such as `.blt`), the texts `<id>.blt` and `<id>.<anything>.blt` belong to the entry:
    companions of its document, by the name of the file, with their text as body.
    """

    folder: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """`<folder>/<id>.csv` or `.yml`, one entry a file with its rows; `<id>.<companion>.yml` belongs to it.

    Columns that a row does not know go into its field `rest`, where that is named. `beside` is the kind after whose
    entries the files are named, such as contests.
    """

    folder: str
    companions: tuple[str, ...] = ()
    rest: str = ""
    beside: str = ""


Written = MarkdownFiles | YamlList | YamlFiles | Tables


@dataclass(frozen=True, slots=True)
class Beginning:
    """An entry that is waited for, named after another one: its id and that of the entry above it.

    `title` says on a button what it is; `notes` are comments for the head of its file, `text` is what stands below.
    """

    id: str
    parent: str
    title: str
    notes: tuple[str, ...] = ()
    text: str = ""
