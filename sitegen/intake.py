"""Intake: what an editor pastes, read however it was saved, and what an import makes of it before anything is written.

A kind's importer turns `Pasted` files into an `ImportPlan`; it writes nothing. The common manners (show everything,
write all or nothing, never spoil a file) are those of `sitegen/importing.py`.
"""

import re
import unicodedata
from enum import StrEnum
from typing import Final, NamedTuple

_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES: Final = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]"
)
_OTHER_FORMS: Final = (
    (b"PK\x03\x04", "a file of Word or of a spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "a file of an older Word or Excel"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file"),
)


class ImportRefused(Exception):
    """The import cannot begin; the text is one calm sentence that says why and what to do."""


class Pasted(NamedTuple):
    """One file as the editor gave it: its name as typed, and its bytes."""

    name: str
    content: bytes


class PastedText(NamedTuple):
    """The text of a pasted file in plain signs, line by line; `remark` says what was done to read it."""

    name: str
    lines: tuple[str, ...]
    remark: str = ""


class Standing(StrEnum):
    """What became of one thing in a pasted file."""

    NEW = "New"
    KNOWN = "There already"
    LEFT_OUT = "Left out"
    UNSURE = "Not clear"


class Finding(NamedTuple):
    """One thing that was found: where, as it was written, what became of it, and why or what it was matched with."""

    name: str
    line: int
    text: str
    standing: Standing
    words: str = ""


class Change(NamedTuple):
    """A file as it would be: its path from the party's folder with `/`, its bytes, and what is new in it in words."""

    file: str
    content: bytes
    words: str


class ImportPlan(NamedTuple):
    """What an import found, and the files as they would be with all that is clear; `remarks` are printed at the end."""

    findings: tuple[Finding, ...]
    changes: tuple[Change, ...] = ()
    remarks: tuple[str, ...] = ()

    def of(self, standing: Standing) -> tuple[Finding, ...]:
        """The findings of one standing, as they stand in the file."""
        return tuple(one for one in self.findings if one.standing is standing)

    @property
    def is_clear(self) -> bool:
        """Whether nothing is left to ask."""
        return not self.of(Standing.UNSURE)


class ImportOption(NamedTuple):
    """An option of an importer's command, such as `--contest`; one that is not given is an empty text."""

    name: str
    help: str
    is_required: bool = False
    choices: tuple[str, ...] = ()


def read_pasted(pasted: Pasted) -> PastedText:
    """The text with plain spaces and line ends, without signs that nobody sees; raises ImportRefused if it is none."""
    text, remark = _decoded(pasted)
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))))
    return PastedText(pasted.name, tuple(text.split("\n")), remark)


def _decoded(pasted: Pasted) -> tuple[str, str]:
    content = pasted.content
    for start, what in _OTHER_FORMS:
        if content.startswith(start):
            raise ImportRefused(
                f"'{pasted.name}' is {what}. Open it, copy the list, and save it as plain text or as CSV."
            )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), ""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        remark = f"'{pasted.name}' is not saved as UTF-8; it was read as Windows-1252. Look at the accents."
        return content.decode("cp1252", "replace"), remark
    if text.lstrip()[:1] == "<" and re.search("</(?:p|li|td|div|html)>", text, re.IGNORECASE):
        raise ImportRefused(
            f"'{pasted.name}' is the source of a web page. Open the page, copy the list, and save it as plain text."
        )
    return text, ""
