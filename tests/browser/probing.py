"""The questions that are put to an open page, each a function in a file of `probes/`."""

from functools import cache
from pathlib import Path

PROBES = Path(__file__).with_name("probes")


@cache
def probe(name: str) -> str:
    """The source of one question, for `page.evaluate`."""
    return (PROBES / f"{name}.js").read_text(encoding="utf-8")
