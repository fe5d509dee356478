"""The one strict environment of all templates, with the ways of Jinja that cost most made shorter."""

from collections.abc import Iterable, MutableMapping, Sequence
from pathlib import Path
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, FileSystemLoader, PrefixLoader, StrictUndefined

from sitegen.kind import Kind

TEMPLATES: Final = Path(__file__).parent / "templates"


class TemplateEnvironment(Environment):
    """Jinja's environment for templates that set no globals, and whose values are mostly mappings."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals themselves: Jinja puts a chain around them, and walks it at each import and each render."""
        return {**self.globals, **d} if d else self.globals

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`; of a mapping its key, which Jinja only looks for when an exception was raised and caught."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def make_environment(kinds: Iterable[Kind], theme_folders: Sequence[Path]) -> Environment:
    """The environment: theme, kinds by prefix, made pages."""
    own = PrefixLoader({kind.name: FileSystemLoader(kind.home) for kind in kinds})
    loader = ChoiceLoader(
        [
            FileSystemLoader([str(folder) for folder in theme_folders]),
            PrefixLoader({"kinds": own, "pages": FileSystemLoader(TEMPLATES)}),
        ]
    )
    return TemplateEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_bytecode_cache(),
    )


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """Templates as they were compiled last time; None where the machine has no safe folder for them."""
    try:
        return FileSystemBytecodeCache()
    except (RuntimeError, OSError):
        return None
