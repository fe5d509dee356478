"""Words of a Word file as Markdown: bold, italics, words struck out and links stay."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sitegen.word_files import Span

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|])")
_LINE_START: Final = re.compile(r"^(#|\d+[.)] |[-+] )")


def escape(text: str) -> str:
    """Words as Markdown shows them, signs that would mean something taken literally; blanks stay as they are."""
    return _LINE_START.sub(r"\\\1", _SPECIAL.sub(r"\\\1", text))


def as_markdown(text: str, spans: Iterable[Span]) -> str:
    """`text` as Markdown; where it is the end of the spans' words, in the manner that they have."""
    joined = _joined(spans)
    whole = "".join(one.text for one in joined)
    if not text or not whole.endswith(text):
        return escape(text)
    spelt = "".join(_spelt(one) for one in _without(joined, len(whole) - len(text)))
    return _LINE_START.sub(r"\\\1", spelt)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans with one space between words, none at the ends, and those of one manner drawn together."""
    found: list[Span] = []
    for span in spans:
        text = re.sub(r"\s+", " ", span.text)
        if not found or found[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if found and found[-1]._replace(text="") == span._replace(text=""):
            found[-1] = span._replace(text=found[-1].text + text)
        elif text:
            found.append(span._replace(text=text))
    if found:
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    return [one for one in found if one.text]


def _without(spans: Iterable[Span], letters: int) -> Iterator[Span]:
    """The spans without so many letters at the beginning, which were a mark."""
    for span in spans:
        yield span._replace(text=span.text[letters:])
        letters = max(0, letters - len(span.text))


def _spelt(span: Span) -> str:
    """One span; the signs stand next to its words, and spaces outside of them."""
    words = span.text.strip()
    if not words:
        return span.text
    before, after = span.text[: len(span.text) - len(span.text.lstrip())], span.text[len(span.text.rstrip()) :]
    spelt = _SPECIAL.sub(r"\\\1", words)
    sign = ("~~" if span.is_struck else "") + ("**" if span.is_bold else "") + ("*" if span.is_italic else "")
    if re.search(r"\w", words):
        spelt = f"{sign}{spelt}{sign[::-1]}"
    return f"{before}[{spelt}](<{span.link}>){after}" if span.link else f"{before}{spelt}{after}"
