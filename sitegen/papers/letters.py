"""Characters that no font of the PDF maker has: said in words, so that a document is never refused, nor a sign lost."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")
_CARRIED: Final = re.compile(
    "[^\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u04ff"
    "\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u063a\u0640-\u0652\u0660-\u066d\u1e00-\u1f15\u1f20-\u1f45"
    "\u2010-\u2027\u2030-\u205e\u2074-\u208e\u20a0-\u20bf\u2100-\u2151\u2153-\u2184\u2190-\u21ff"
    "\u2200-\u22ff\u2500-\u2604\u2610-\u2612\u2669-\u266f\u2713\u2714\u2717]"
)


def spell_out(value: T) -> T:
    """The value (a text, or a tree of them) with every character that may be missing written as its name."""
    spelt: Any = value
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        spelt = _CARRIED.sub(_spell, value)
    elif isinstance(value, tuple):
        spelt = tuple(spell_out(one) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed: dict[str, Any] = {one.name: spell_out(getattr(value, one.name)) for one in _texts(value)}
        spelt = replace(spelt, **changed)
    return cast(T, spelt)


def _texts(value: Any) -> Iterable[Any]:
    return (one for one in fields(value) if isinstance(getattr(value, one.name), str | tuple))


def _spell(match: re.Match[str]) -> str:
    """`[rose]` for a picture sign; a box for a letter of another script; nothing for what is not printed."""
    sign = match[0]
    category = unicodedata.category(sign)
    if category[0] == "Z":
        return " "
    if category[0] in "CM" or category == "Sk":
        return ""
    if category[0] in "LN":
        return "□"
    return f"[{unicodedata.name(sign, 'sign').lower()}]"


def unshown(texts: Iterable[str]) -> str:
    """The letters of other scripts in texts that a document shows as boxes, each once, in order."""
    found = dict.fromkeys(one for text in texts for one in _CARRIED.findall(text))
    return "".join(one for one in found if unicodedata.category(one)[0] in "LN")
