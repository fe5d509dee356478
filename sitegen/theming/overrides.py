"""A party's own templates, looked at before any page is made: can they be read, and do they fit our pages?"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import ChoiceLoader, Environment, TemplateNotFound, TemplateSyntaxError, nodes

from sitegen.problems import Place, Problem, make_problem
from sitegen.source import Unreadable, read_text
from sitegen.theming.folders import ThemeFolders, holds
from sitegen.words import did_you_mean

_CHECKED: Final = ("components", "pages", "kinds")
"""The folders of which our pages are made; what else a party keeps belongs to another theme."""
_READ: Final = (".html", ".css")


class _Own(NamedTuple):
    """One file of the party's folder: `name` from there, and as problems name it."""

    path: Path
    name: str
    file: str


def check_overrides(
    root: Path, folders: ThemeFolders, environment: Environment, frame: tuple[Path, ...] = ()
) -> tuple[Problem, ...]:
    """What is wrong with the party's own templates; `frame` are the folders of another theme around our pages."""
    files = list(_find_own(root, folders))
    trees: dict[str, nodes.Template] = {}
    found: list[Problem] = []
    for one in files:
        if one.path.suffix == ".html":
            try:
                trees[one.name] = _read(one, environment)
            except Unreadable as unreadable:
                found.append(unreadable.problem)
    wanted = {name for tree in trees.values() for name, _ in _named(tree)}
    for one in files:
        if one.name in trees:
            found += _check_imports(one, trees[one.name], environment)
            found += _check_component(one, trees[one.name], folders, environment)
        if not _has_place(one, folders, frame, environment) and one.name not in wanted:
            found.append(make_problem("W538", Place(one.file), hint=_guess(one, folders)))
    return tuple(found)


def _find_own(root: Path, folders: ThemeFolders) -> Iterator[_Own]:
    for folder in folders.own:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in _READ:
                yield _Own(path, path.relative_to(folder).as_posix(), shown_path(path, root))


def shown_path(path: Path, root: Path) -> str:
    """A file as problems name it: from the party's folder, where it lies in there."""
    path, root = path.resolve(), root.resolve()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def file_of_foot(root: Path, folders: ThemeFolders) -> str:
    """The party's own file by which the foot of pages is lost; its folder where none is known."""
    names = ("components/foot/macro.html", "pages/bottom.html", "main.html", "")
    found = [folder / name for folder in folders.own for name in names if (folder / name).exists()]
    return shown_path(found[0] if found else root, root)


def _read(one: _Own, environment: Environment) -> nodes.Template:
    """The tree of a template; raises Unreadable with the line at which it cannot be read."""
    text = read_text(one.path, one.file)
    try:
        tree = environment.parse(text, one.name)
        if one.name.split("/")[0] in _CHECKED:
            environment.compile(tree, one.name)  # finds filters and tests that are not there
            tree = environment.parse(text, one.name)
    except TemplateSyntaxError as error:
        raise Unreadable(make_problem("E533", Place(one.file, error.lineno), reason=_reason(error))) from None
    return tree


def _reason(error: TemplateSyntaxError) -> str:
    """What Jinja says; of a part without an end only which part it is."""
    words = (error.message or "it breaks off").rstrip(".")
    if "innermost block that needs to be closed is" in words:
        return f"{{% {words.rsplit(chr(39), 2)[1]} %}} has no end before this line."
    return f"{words}."


def _named(tree: nodes.Template) -> Iterator[tuple[str, nodes.Node]]:
    """Every template that a template names in so many words, with the place."""
    for node in tree.find_all((nodes.FromImport, nodes.Import, nodes.Extends, nodes.Include)):
        template = getattr(node, "template", None)
        if isinstance(template, nodes.Const):
            yield str(template.value), node


def _check_imports(one: _Own, tree: nodes.Template, environment: Environment) -> Iterator[Problem]:
    """Templates that are not there, and macros that they do not make."""
    if one.name.split("/")[0] not in _CHECKED:
        return
    for name, node in _named(tree):
        place = Place(one.file, node.lineno)
        try:
            made = _made_in(name, environment)
        except TemplateNotFound:
            yield make_problem("E534", place, name=name, hint=did_you_mean(name, environment.list_templates(["html"])))
            continue
        except TemplateSyntaxError:
            continue  # told where it stands
        for macro in _names_of(node):
            if macro not in made:
                yield make_problem("E535", place, name=name, macro=macro, hint=did_you_mean(macro, made))


def _made_in(name: str, environment: Environment) -> set[str]:
    """What can be imported from a template; raises TemplateNotFound."""
    if environment.loader is None:
        raise TemplateNotFound(name)
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    values = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
    return {*_macros(tree), *values}


def _names_of(node: nodes.Node) -> list[str]:
    """The names that a template takes from another."""
    names = node.names if isinstance(node, nodes.FromImport) else ()
    return [name if isinstance(name, str) else name[0] for name in names]


def _check_component(
    one: _Own, tree: nodes.Template, folders: ThemeFolders, environment: Environment
) -> Iterator[Problem]:
    """Whether a component that takes the place of ours takes all that our pages give it."""
    theirs = next((folder / one.name for folder in folders.ours if (folder / one.name).is_file()), None)
    if theirs is None or not one.name.startswith("components/"):
        return
    text = theirs.read_text("utf-8")
    own = _macros(tree)
    for name, macro in _macros(environment.parse(text)).items():
        hint = f"Write '{{% macro {_signature(macro, text)} %}}'."
        if name not in own:
            yield make_problem("E535", Place(one.file), name=one.name, macro=name, hint=hint)
            continue
        place = Place(one.file, own[name].lineno)
        for parameter in _takes(macro):
            if parameter not in _takes(own[name]):
                if parameter == "caller":
                    hint = "Write '{{ caller() }}' where the page's own content is to stand."
                yield make_problem("E537", place, macro=name, parameter=parameter, hint=hint)


def _macros(tree: nodes.Template) -> Mapping[str, nodes.Macro]:
    return {macro.name: macro for macro in tree.find_all(nodes.Macro)}


def _takes(macro: nodes.Macro) -> list[str]:
    """The parameters of a macro, and `caller` where it has room for what stands in it."""
    takes_content = any(name.name == "caller" for name in macro.find_all(nodes.Name))
    return [*(argument.name for argument in macro.args), *(["caller"] if takes_content else [])]


def _signature(macro: nodes.Macro, text: str) -> str:
    """The name and the parameters as they stand in the theme's own file."""
    line = text.splitlines()[macro.lineno - 1]
    return line.partition("macro ")[2].rpartition(")")[0] + ")"


def _has_place(one: _Own, folders: ThemeFolders, frame: tuple[Path, ...], environment: Environment) -> bool:
    """Whether something in the theme has that name, or finds the file by where it lies."""
    room, _, rest = one.name.partition("/")
    if room == "assets" or holds((*folders.ours, *frame), one.name):
        return True
    if one.path.suffix == ".css":
        return room == "components" and holds(folders.all, f"components/{rest.rpartition('/')[0]}/macro.html")
    return one.name in _made_elsewhere(environment)


def _made_elsewhere(environment: Environment) -> set[str]:
    """The names of the templates that stand outside the theme: those of pages, and of kinds."""
    loader = environment.loader
    return set(loader.loaders[-1].list_templates()) if isinstance(loader, ChoiceLoader) else set()


def _guess(one: _Own, folders: ThemeFolders) -> str:
    names = {
        path.relative_to(folder).as_posix()
        for folder in folders.ours
        for path in folder.rglob(f"*{one.path.suffix}")
        if path.relative_to(folder).parts[0] == "components" or path.parent == folder
    }
    shorter = one.name.removesuffix(one.path.suffix)
    whole = f"{shorter}/{'macro.html' if one.path.suffix == '.html' else 'style.css'}"
    if whole in names:
        return f"Did you mean '{whole}'?"
    return did_you_mean(one.name, names, "Give it the name of a file of the theme, or delete it.")
