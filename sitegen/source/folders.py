"""Which files a folder of the party holds, and which of them cannot be taken as they are."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sitegen.problems import Place, Problem, make_problem

_UNSHOWN: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


def list_files(root: Path, folder: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """All files below a folder of the party, sorted, as paths from that folder; hidden ones are left out.

    A link is taken for the file it leads to, if that lies in the party's folder; what is no
    file, cannot be read or cannot be named becomes a problem.
    """
    found: list[str] = []
    problems: list[Problem] = []
    inside = os.path.realpath(root) + os.sep
    for path, entry in _walk(str(root / folder), "", problems, folder):
        file = f"{folder}/{path}"
        if _UNSHOWN.search(path):
            problems.append(make_problem("E121", Place(_UNSHOWN.sub("?", file))))
        elif reason := _why_not(entry, inside):
            problems.append(make_problem(reason[0], Place(file), **reason[1]))
        else:
            found.append(path)
    return tuple(sorted(found)), tuple(problems)


def _walk(top: str, prefix: str, problems: list[Problem], folder: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    try:
        with os.scandir(top) as entries:
            listed = [entry for entry in entries if not entry.name.startswith(".")]
    except FileNotFoundError:
        return
    except PermissionError:
        reason, advice = "you have no permission to look into it", "Give yourself that permission."
        place = Place(f"{folder}/{prefix}".rstrip("/"))
        problems.append(make_problem("E120", place, reason=reason, advice=advice))
        return
    for entry in listed:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{prefix}{entry.name}/", problems, folder)
        else:
            yield f"{prefix}{entry.name}", entry


def _why_not(entry: "os.DirEntry[str]", inside: str) -> tuple[str, dict[str, str]] | None:
    """Code and values of why this is no file of the party; None where it is one."""
    if not entry.is_symlink():
        if entry.is_file():
            return None
        return "E120", {"reason": "it is no file", "advice": "Take it out of this folder."}
    target = os.path.realpath(entry.path)
    if not target.startswith(inside):
        return "E119", {}
    if not entry.is_file():
        reason = "it is a link to a folder" if entry.is_dir() else "it is a link to a file that is not there"
        return "E120", {"reason": reason, "advice": "Put what it should lead to in its place."}
    return None
