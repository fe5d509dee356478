"""Components as `component.yml` documents them: what they are for, what they take, and examples to be shown."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jinja2 import Environment
from markupsafe import Markup


class Example(NamedTuple):
    """One example; `content` is what a caller puts inside, where it puts anything."""

    name: str
    parameters: Mapping[str, Any]
    content: Markup | None


class Component(NamedTuple):
    """A component by its folder's name; `parameters` are as `component.yml` has them, by name."""

    name: str
    description: str
    parameters: Mapping[str, Mapping[str, Any]]
    examples: tuple[Example, ...]

    @property
    def macro(self) -> str:
        """The macro that makes it."""
        return self.name.replace("-", "_")


class _Loader(yaml.SafeLoader):
    """YAML with the tag `!html` for text that is finished HTML."""


def _read_html(loader: yaml.SafeLoader, node: yaml.nodes.ScalarNode) -> Markup:
    return Markup(loader.construct_scalar(node))


_Loader.add_constructor("!html", _read_html)


def read_component(folder: Path) -> Component:
    """The component in a folder of the theme."""
    read: dict[str, Any] = yaml.load((folder / "component.yml").read_text("utf-8"), _Loader)
    examples = [
        Example(one["name"], one["parameters"], Markup(one["content"]) if "content" in one else None)
        for one in read["examples"]
    ]
    return Component(folder.name, read["description"], read["parameters"], tuple(examples))


def render_example(component: Component, example: Example, environment: Environment) -> Markup:
    """The markup of one example."""
    start = f'{{% from "components/{component.name}/macro.html" import {component.macro} %}}'
    plain = f"{start}{{{{ {component.macro}(**parameters) }}}}"
    calling = f"{start}{{% call {component.macro}(**parameters) %}}{{{{ content }}}}{{% endcall %}}"
    template = environment.from_string(plain if example.content is None else calling)
    text = template.render(parameters=example.parameters, content=example.content)
    return Markup("\n".join(line.rstrip() for line in text.strip().splitlines()))
