"""Whole or not at all: a site is built beside the old one and exchanged with it in one step.

On Linux the exchange is one system call, so that a reader, or a machine that stops at any
moment, finds the complete old site or the complete new one. Elsewhere two renames do it.
"""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

UNWRITABLE: Final = (errno.EACCES, errno.EDQUOT, errno.EFBIG, errno.ENOSPC, errno.EPERM, errno.EROFS)
"""What a machine can say of a disk that is full, or of a folder that is not ours."""
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


class UnsafeFolder(Exception):
    """The folder cannot be replaced without losing something; the text says why."""


def check_target(target: Path, root: Path, sources: tuple[Path, ...]) -> None:
    """Raise UnsafeFolder where a build into `target` would destroy sources or somebody's files."""
    for source in (root, *sources):
        if source == target or target in source.parents:
            raise UnsafeFolder(f"The site cannot be built into '{target}': your sources are in it.")
    for source in sources:
        if source in target.parents:
            raise UnsafeFolder(f"The site cannot be built into '{target}': it lies among your sources.")
    if target.exists() and not target.is_dir():
        raise UnsafeFolder(f"The site cannot be built into '{target}': it is a file.")
    if target.is_dir() and not _is_site(target):
        raise UnsafeFolder(f"The folder '{target}' holds other things than a site. Choose an empty one.")


def _is_site(folder: Path) -> bool:
    shown = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
    return not shown or "index.html" in shown


def stage_for(target: Path) -> Path:
    """An empty folder beside `target`, to build in; what dead builds left there is cleared away."""
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}.new-"
    for left in target.parent.glob(f"{prefix}*"):
        if not _is_alive(left.name.removeprefix(prefix)):
            shutil.rmtree(left, ignore_errors=True)
    stage = target.parent / f"{prefix}{os.getpid()}"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    return stage


def _is_alive(process: str) -> bool:
    if not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def publish(stage: Path, target: Path) -> None:
    """Put `stage` in the place of `target`; hidden files of the old site (`.git`) move into the new one."""
    if not target.exists():
        stage.rename(target)
        return
    shutil.copymode(target, stage)
    if not _exchange(stage, target):
        aside = stage.with_name(f"{stage.name}-old")
        target.rename(aside)
        stage.rename(target)
        aside.rename(stage)
    for path in tuple(stage.iterdir()):
        if path.name.startswith(".") and not (target / path.name).exists():
            path.rename(target / path.name)
    shutil.rmtree(stage, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def write_whole(path: Path, content: bytes) -> None:
    """Write one file, whole or not at all: beside the old one, and put in its place in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        error.filename = str(path)  # nobody knows the file beside it
        raise
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
