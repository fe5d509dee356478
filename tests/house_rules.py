"""Rules of the house that can be read off the code: each is a function from modules to sentences about breaches."""

import ast
import io
import re
import tokenize
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final

MOST_LINES: Final = 400
MOST_FUNCTION_LINES: Final = 50
EXCUSE: Final = re.compile(r"#\s*(type:\s*ignore|noqa)", re.IGNORECASE)
# The type checker reads a reason only behind a second "#"; ruff reads it behind the codes.
REASONED_EXCUSE: Final = re.compile(
    r"#\s*type:\s*ignore\[[a-z, -]+\]\s*#\s*\w.{3,}|#\s*noqa:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*\s*\W\s*\w.{3,}"
)


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its dotted name, its text and its syntax tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The module or package directly below `sitegen` to which this belongs; empty for `sitegen` itself."""
        return room_of(self.name)

    @property
    def package(self) -> str:
        """The package whose folder holds the file: what a leading dot in an import stands for."""
        return self.name.removesuffix(".__init__") if self.name.endswith(".__init__") else self.name.rpartition(".")[0]


def make_module(name: str, text: str) -> Module:
    """The module `name` (that of a package ends in `.__init__`) with the code `text`."""
    return Module(name, text, ast.parse(text))


def read_modules(folder: Path, top: Path) -> tuple[Module, ...]:
    """All modules below `folder`, named as they are seen from `top`."""
    return tuple(
        make_module(".".join(path.relative_to(top).with_suffix("").parts), path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.py"))
    )


def room_of(name: str) -> str:
    """The part of a dotted name that stands directly below `sitegen`; empty where there is none."""
    parts = [part for part in name.split(".") if part == "__main__" or not part.startswith("__")]
    return parts[1] if len(parts) > 1 and parts[0] == "sitegen" else ""


def find_imports(module: Module) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything a module imports, wherever in it."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = node.module or ""
            if node.level:
                above = module.package.split(".")[: -(node.level - 1) or None]
                origin = ".".join([*above, origin]).rstrip(".")
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)


def find_homeless(modules: Iterable[Module], layers: Sequence[Collection[str]]) -> Iterator[str]:
    """Rooms that stand in no layer."""
    placed = {room for layer in layers for room in layer}
    for room in sorted({module.room for module in modules} - placed - {""}):
        yield (
            f"sitegen.{room} stands in no layer: name it in LAYERS of tests/test_architecture.py, "
            "above everything that it imports and below everything that imports it."
        )


def find_upward_imports(modules: Iterable[Module], layers: Sequence[Collection[str]]) -> Iterator[str]:
    """Imports that go up, or sideways to another room of the same layer."""
    height = {room: number for number, layer in enumerate(layers) for room in layer}
    for module in modules:
        for line, name in find_imports(module):
            room = room_of(name)
            if room and room != module.room and height.get(room, -1) >= height.get(module.room, -1):
                yield f"{module.name}:{line} imports {name}, which does not stand below it."


def find_circles(modules: Sequence[Module]) -> Iterator[str]:
    """Modules that import each other in a circle."""
    names = {module.name.removesuffix(".__init__"): module for module in modules}
    graph = {
        name: {found for _, imported in find_imports(module) if (found := _nearest(imported, names)) not in ("", name)}
        for name, module in names.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield f"Imports go in a circle: {' imports '.join(reversed(error.args[1]))}."


def _nearest(imported: str, names: Collection[str]) -> str:
    """The module among `names` that an imported name is, or is a part of."""
    while imported and imported not in names:
        imported = imported.rpartition(".")[0]
    return imported


def find_strangers(modules: Iterable[Module], doors: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Imports of a library outside the rooms that are its doors."""
    for module in modules:
        for line, name in find_imports(module):
            rooms = doors.get(name.partition(".")[0])
            if rooms is not None and module.room not in rooms:
                yield f"{module.name}:{line} imports {name}, which is for {', '.join(sorted(rooms))} alone."


def find_kinds_in_kinds(modules: Iterable[Module]) -> Iterator[str]:
    """Kinds that import another kind, or the list of all."""
    for module in modules:
        own = module.name.split(".")[:3]
        if module.room != "kinds" or own[2] == "__init__":
            continue
        for line, name in find_imports(module):
            if name.split(".")[:2] == own[:2] and name.split(".")[:3] != own:
                yield f"{module.name}:{line} imports {name}: a kind knows no other kind; relations are ids."


def find_named_kinds(modules: Iterable[Module], kinds: Collection[str]) -> Iterator[str]:
    """Comparisons with the name of one kind outside that kind's folder."""
    for module in modules:
        if module.room == "kinds":
            continue
        for node in ast.walk(module.tree):
            for name in sorted(set(_compared_texts(node)) & set(kinds)):
                line = getattr(node, "lineno", 1)
                yield f"{module.name}:{line} asks for the kind {name!r}: put the difference into its declaration."


def _compared_texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
    elif isinstance(node, ast.MatchValue):
        sides = [node.value]
    else:
        return
    for side in sides:
        for part in side.elts if isinstance(side, ast.Tuple | ast.List | ast.Set) else [side]:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def find_long_modules(modules: Iterable[Module]) -> Iterator[str]:
    """Modules and functions that no longer fit in the head."""
    for module in modules:
        lines = len(module.text.splitlines())
        if lines > MOST_LINES:
            yield f"{module.name} has {lines} lines; {MOST_LINES} is the most."
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > MOST_FUNCTION_LINES:
                    place = f"{module.name}:{node.lineno} {node.name}"
                    yield f"{place} has {lines} lines; {MOST_FUNCTION_LINES} is the most."


def find_prints(modules: Iterable[Module]) -> Iterator[str]:
    """Calls of `print` outside the command line."""
    for module in modules:
        for node in ast.walk(module.tree) if module.room != "cli" else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                yield f"{module.name}:{node.lineno} prints: hand the words to cli.py."


def find_bare_excuses(modules: Iterable[Module]) -> Iterator[str]:
    """Comments that silence a check without its code or without a reason."""
    for module in modules:
        for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
            if token.type == tokenize.COMMENT and EXCUSE.search(token.string):
                for part in re.split(r"(?=#\s*(?:type:|noqa))", token.string):
                    if EXCUSE.match(part) and not REASONED_EXCUSE.match(part):
                        yield (
                            f"{module.name}:{token.start[0]} silences a check without code and reason: "
                            "`# type: ignore[code]  # reason` or `# noqa: CODE - reason`."
                        )


def find_misshapen(folders: Iterable[Path], parts: Collection[str]) -> Iterator[str]:
    """Folders that lack a part which all of their shape have."""
    for folder in folders:
        if missing := sorted(part for part in parts if not (folder / part).exists()):
            yield f"{folder.parent.name}/{folder.name} lacks {', '.join(missing)}."


def find_pageless(folders: Iterable[Path]) -> Iterator[str]:
    """Kinds with templates of which none is their page; the text in feeds may stand alone."""
    for folder in folders:
        names = {path.name for path in folder.glob("*.html")} - {"feed.html"}
        if names and not {"page.html", "item.html"} & names:
            yield f"{folder.parent.name}/{folder.name} has templates, but neither page.html nor item.html."
