"""Every component of the theme: its examples, its parameters, its class names."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from markupsafe import Markup

from sitegen.looks.stylesheet import make_sheets, make_stylesheet

THEME = Path(__file__).parent.parent / "themes" / "clp"
FOLDERS = sorted(path.parent for path in THEME.glob("components/*/macro.html"))
TEMPLATES = [THEME / "main.html", *(folder / "macro.html" for folder in FOLDERS)]

MADE_BY_MARKDOWN = frozenset(
    {"align-center", "align-right", "footnote", "footnote-backref", "footnotes", "permalink", "task", "task__mark"}
    | {"note__title", "note--important", "note--warning", "note--caution"}
)
"""Classes that stand in finished HTML of Markdown, which no macro writes."""

every_component = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
every_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.parent.name)


class _Loader(yaml.SafeLoader):
    """YAML with the tag `!html` for text that is finished HTML."""


def _read_html(loader: yaml.SafeLoader, node: yaml.nodes.ScalarNode) -> Markup:
    return Markup(loader.construct_scalar(node))


_Loader.add_constructor("!html", _read_html)


@pytest.fixture(scope="module")
def environment() -> Environment:
    """The one strict environment in which pages are rendered."""
    return make_environment()


def make_environment() -> Environment:
    """Templates of the theme alone, escaped, strict about what is undefined."""
    return Environment(
        loader=FileSystemLoader(THEME), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def read_component(folder: Path) -> dict[str, Any]:
    """Description, parameters and examples of a component."""
    component: dict[str, Any] = yaml.load((folder / "component.yml").read_text("utf-8"), _Loader)
    return component


def render_examples(environment: Environment, folder: Path) -> str:
    """All examples of a component, each below a comment with its name."""
    macro = folder.name.replace("-", "_")
    start = f'{{% from "components/{folder.name}/macro.html" import {macro} %}}'
    plain = environment.from_string(f"{start}{{{{ {macro}(**parameters) }}}}")
    calling = environment.from_string(f"{start}{{% call {macro}(**parameters) %}}{{{{ content }}}}{{% endcall %}}")
    parts = []
    for example in read_component(folder)["examples"]:
        template = calling if "content" in example else plain
        text = template.render(parameters=example["parameters"], content=Markup(example.get("content", "")))
        parts.append(f"<!-- {example['name']} -->\n{text.strip()}\n")
    return "".join(parts)


def find_macros(environment: Environment, folder: Path) -> list[nodes.Macro]:
    """The macros that a component's template defines."""
    tree = environment.parse((folder / "macro.html").read_text("utf-8"))
    return list(tree.find_all(nodes.Macro))


def find_classes(html: str) -> Iterator[str]:
    """Each class name that stands in a class attribute."""
    for attribute in re.findall(r'\bclass="([^"]*)"', html):
        yield from attribute.split()


def find_styled_classes() -> set[str]:
    """Each class name that the stylesheet selects."""
    sheets = [make_stylesheet([THEME], None), *make_sheets([THEME]).values()]
    selectors = re.sub(r"\{[^{}]*\}", "{}", "\n".join(sheets))
    return set(re.findall(r"\.([a-z][\w-]*)", selectors))


@every_component
def test_examples_render_as_expected(
    folder: Path, environment: Environment, golden: Callable[[Path, str], None]
) -> None:
    """A change of markup is seen and read in review."""
    golden(folder / "expected.html", render_examples(environment, folder))


@every_component
def test_a_component_is_one_macro_named_after_its_folder(folder: Path, environment: Environment) -> None:
    """A template finds the macro where its name says."""
    assert [macro.name for macro in find_macros(environment, folder)] == [folder.name.replace("-", "_")]


@every_component
def test_parameters_of_macro_and_documentation_agree(folder: Path, environment: Environment) -> None:
    """Every parameter is documented, none is invented, and `required` is true."""
    (macro,) = find_macros(environment, folder)
    names = [argument.name for argument in macro.args]
    documented = read_component(folder)["parameters"]
    assert names == list(documented)
    required = names[: len(names) - len(macro.defaults)]
    assert [name for name, parameter in documented.items() if parameter.get("required")] == required


@every_component
def test_documentation_says_what_each_parameter_means(folder: Path) -> None:
    """Someone who has never seen the component can use it."""
    component = read_component(folder)
    assert component["description"].endswith(".")
    for name, parameter in component["parameters"].items():
        assert set(parameter) - {"required"} == {"type", "meaning"}, name


@every_component
def test_examples_show_every_parameter(folder: Path) -> None:
    """No branch stays without an expected page."""
    component = read_component(folder)
    shown = {name for example in component["examples"] for name in example["parameters"]}
    texts = {"label", "title", "id", "newer_words", "older_words", "previous_words", "next_words", "heading_level"}
    wording = texts | {"href", "action", "button", "results_title", "first", "second", "part", "caption"}
    assert set(component["parameters"]) - shown <= wording


@every_template
def test_a_template_has_no_inline_style_script_or_handler(path: Path) -> None:
    """The site works under a policy without 'unsafe-inline'."""
    text = path.read_text("utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=", text)
    scripts = re.findall(r"<script[^>]*>", text)
    assert all('type="application/ld+json"' in script or " src=" in script for script in scripts)
    assert not scripts or path.name == "main.html"


@every_template
def test_unescaped_text_has_its_reason_beside_it(path: Path) -> None:
    """`safe` is written only below a comment that begins with the word."""
    lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        if re.search(r"\|\s*safe\b", line):
            assert "{#- safe:" in lines[number - 1], f"line {number + 1}"


def test_every_class_in_markup_has_a_style(environment: Environment) -> None:
    """No class name is written for nothing."""
    used = {name for folder in FOLDERS for name in find_classes(render_examples(environment, folder))}
    assert used - find_styled_classes() == set()


def test_every_styled_class_is_used(environment: Environment) -> None:
    """No style is sent for nothing."""
    used = {name for folder in FOLDERS for name in find_classes(render_examples(environment, folder))}
    used |= set(find_classes((THEME / "main.html").read_text("utf-8")))
    assert find_styled_classes() - used - MADE_BY_MARKDOWN == set()


@every_component
def test_a_component_with_a_sheet_of_its_own_asks_for_it_or_stands_in_one_that_does(folder: Path) -> None:
    """A page gets the styles of what is on it."""
    markup = (folder / "macro.html").read_text("utf-8")
    for sheet in {path.stem for path in folder.glob("*.css")} - {"style"}:
        asking = [one for one in FOLDERS if f'data-sheet="{sheet}"' in (one / "macro.html").read_text("utf-8")]
        within = [one for one in asking if f"components/{folder.name}/macro.html" in _with_imports(one)]
        assert f'data-sheet="{sheet}"' in markup or within


def _with_imports(folder: Path) -> str:
    """The markup of a component and of all that it imports."""
    text = (folder / "macro.html").read_text("utf-8")
    names = re.findall(r'"components/([\w-]+)/macro\.html"', text)
    return text + "".join(_with_imports(THEME / "components" / name) for name in names)


def test_styles_belong_to_a_component() -> None:
    """A folder with a style but without a macro is a forgotten one."""
    assert {path.parent for path in THEME.glob("components/*/*")} == set(FOLDERS)
