"""Blanks of a model motion: `{{ clp }}` in the text, and "[name of your CLP]" where nobody has filled it in."""

import re
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup, escape

BLANK: Final = re.compile(r"\{\{\s*([A-Za-z0-9_-]+)\s*\}\}")
_TAG: Final = re.compile(r'(<(?:[^<>"]|"[^"]*")*>)')


def unfilled(name: str, blanks: Mapping[str, str]) -> str:
    """What stands for a blank that nobody has filled in: `[name of your CLP]`."""
    return f"[{blanks.get(name, name)}]"


def say_blanks(text: str, blanks: Mapping[str, str]) -> str:
    """A plain text with words in place of its blanks."""
    return BLANK.sub(lambda found: unfilled(found[1], blanks), text) if "{{" in text else text


def say_known_blanks(text: str, blanks: Mapping[str, str]) -> str:
    """A text with words in place of those of its blanks that are explained."""
    return BLANK.sub(lambda found: unfilled(found[1], blanks) if found[1] in blanks else found[0], text)


def mark_blanks(html: str, blanks: Mapping[str, str], *, in_brackets: bool = True) -> Markup:
    """HTML with each blank marked, so that it is seen and a script can fill it in; in tags its words alone.

    On paper there is a line or a field to fill in, and its words stand without brackets.
    """
    if "{{" not in html:
        return Markup(html)  # the HTML of Markdown, which is safe

    def mark(found: re.Match[str]) -> str:
        name = found[1]
        words = unfilled(name, blanks) if in_brackets else blanks.get(name, name)
        return f'<mark data-blank="{escape(name)}">{escape(words)}</mark>'

    parts = _TAG.split(html)
    words = [BLANK.sub(mark, part) for part in parts[::2]]
    tags = [BLANK.sub(lambda found: str(escape(unfilled(found[1], blanks))), tag) for tag in parts[1::2]]
    both = [piece for pair in zip(words, [*tags, ""], strict=True) for piece in pair]
    return Markup("".join(both))
