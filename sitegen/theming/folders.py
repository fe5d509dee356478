"""Which folders the templates of a site come from, the first that holds a file winning."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

LOOKS: Final = ("party", "campaign")
"""The looks; one that needs files of its own has a folder in the theme's `looks/`."""


class ThemeFolders(NamedTuple):
    """The party's own folder (none or one), and those of our theme, the look's before what all looks share."""

    own: tuple[Path, ...]
    ours: tuple[Path, ...]

    @property
    def all(self) -> tuple[Path, ...]:
        """All of them: a party overrides a component by a file of the same name."""
        return (*self.own, *self.ours)


def find_folders(theme: Path, look: str, own: str | None) -> ThemeFolders:
    """The folders of a site in a `look` of our `theme`; `own` is the party's `custom_dir`, if it has one."""
    of_look = theme / "looks" / look
    return ThemeFolders((Path(own),) if own else (), (*((of_look,) if of_look.is_dir() else ()), theme))


def holds(folders: Sequence[Path], name: str) -> bool:
    """Whether one of the folders has a file of that name."""
    return any((folder / name).is_file() for folder in folders)
