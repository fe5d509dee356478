"""`sitegen newsletter freeze <id>`: the list of a sent issue is written into its file, and nothing else is touched."""

import re
from collections.abc import Sequence
from typing import Any, Final

from sitegen.intake import Change
from sitegen.kind import ChoreRefused, Entry, Site
from sitegen.kinds.newsletters.gathering import gather
from sitegen.words import count_words

_SINCE: Final = re.compile(rb"since[ \t]*:[ \t]*(['\"]?)auto\1([ \t]*|[ \t]+#[^\r\n]*)")
_LINES: Final = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|$)")


def freeze(entry: Entry[Any], site: Site) -> Change:
    """The issue's file with `items` in the place of `since: auto`; raises ChoreRefused where it has a list already."""
    file = entry.document.file
    if not entry.fields.since:
        raise ChoreRefused(f"{file} lists its items already: there is nothing to freeze.")
    written = (site.settings.root / file).read_bytes()
    keys = gather(entry, site)
    content = write_items(written, entry.place("since").line, keys)
    if content is None:
        raise ChoreRefused(
            f"{file} has 'since' in a form that cannot be changed safely: write it on a line of its own."
        )
    return Change(file, content, f"{count_words(len(keys), 'item')} in place of 'since: auto'")


def write_items(written: bytes, line: int, keys: Sequence[str]) -> bytes | None:
    """The file with a list in the place of its line `since: auto`, counted from 1; None where that is another line.

    A comment on that line stays, and so do all other bytes, the ends of lines among them.
    """
    lines = _LINES.findall(written)
    found = _SINCE.fullmatch(lines[line - 1].rstrip(b"\r\n"))
    if not found:
        return None
    end = lines[line - 1][len(lines[line - 1].rstrip(b"\r\n")) :]
    head, *listed = (one.encode() for one in list_items(keys))
    lines[line - 1] = head + found[2].rstrip() + end + b"".join(one + end for one in listed)
    return b"".join(lines)


def list_items(keys: Sequence[str]) -> tuple[str, ...]:
    """The lines that stand in a frozen issue in the place of `since: auto`."""
    return ("items:", *(f"  - {key}" for key in keys)) if keys else ("items: []",)
