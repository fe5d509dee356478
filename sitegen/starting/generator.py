"""Where GitHub gets the generator from: the line of `requirements.txt`, taken from how this one was installed."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import Final

from sitegen import __version__

NAME: Final = "clp-sitegen"


def own_generator() -> str:
    """The line for pip that installs this very generator, wherever it can be had by others."""
    try:
        told = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        told = None
    return requirement_of(told or "")


def requirement_of(direct_url: str) -> str:
    """A line for pip from what pip wrote down on an installation (PEP 610); by the version where that says nothing.

    A folder or a file of this computer is of no use to others.
    """
    told = json.loads(direct_url) if direct_url else {}
    url, history = str(told.get("url", "")), told.get("vcs_info", {})
    if history and url.startswith("https://"):
        return f"{NAME} @ {history['vcs']}+{url}@{history['commit_id']}"
    return f"{NAME} @ {url}" if url.startswith("https://") else f"{NAME}=={__version__}"


def is_nowhere(line: str) -> bool:
    """Whether the line names no more than a version: sitegen is in no public index yet."""
    return line == f"{NAME}=={__version__}"
