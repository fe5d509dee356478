"""The texts of the explanations, read; how one is written stands in README.md."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from sitegen.catalogue import CATALOGUE

ROOM: Final = Path(__file__).parent
SUBJECTS: Final = {
    "1": "Reading files",
    "2": "Fields and values",
    "3": "Links and references",
    "4": "Privacy",
    "5": "The party, its posts and its settings",
    "6": "Elections",
    "7": "Names of files, and addresses",
    "8": "Texts and pictures",
    "9": "Motions, letters, events and mail",
}
"""What a code's hundred is about."""
_HEADING: Final = re.compile(r"^=== (given|wrong|right|says)(?: (.+?))?(?: \(([a-z0-9-]+)\))?\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """One file of an example: its path from the party's folder, its text, and its form.

    The form is an encoding, `escaped` (a backslash means what it means in Python) or `removed`.
    """

    path: str
    text: str
    form: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code explained. The right files are laid over the wrong ones, and those over the given ones.

    `says` is what `sitegen check` says to the wrong files. What cannot be written down as files is described in
    `wrong_words` and `right_words`.
    """

    code: str
    title: str
    why: str
    given: tuple[ExampleFile, ...]
    wrong: tuple[ExampleFile, ...]
    says: str
    right: tuple[ExampleFile, ...]
    wrong_words: str = ""
    right_words: str = ""

    @property
    def subject(self) -> str:
        """What its hundred is about."""
        return SUBJECTS[self.code[1]]


def read_explanation(code: str) -> Explanation:
    """The explanation of one code of the catalogue; raises KeyError where there is none."""
    file = ROOM / f"{code}.txt"
    if code not in CATALOGUE or not file.is_file():
        raise KeyError(code)
    head, *parts = _HEADING.split(file.read_text(encoding="utf-8"))
    title, _, why = head.partition("\n")
    sections = list(zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True))
    files: dict[str, list[ExampleFile]] = {"given": [], "wrong": [], "right": []}
    words = {"says": "", "wrong": "", "right": ""}
    for role, path, form, text in sections:
        if path:
            files[role].append(ExampleFile(path, text, form or "utf-8"))
        else:
            words[role] = text.strip("\n")
    given, wrong, right = (tuple(files[role]) for role in ("given", "wrong", "right"))
    return Explanation(
        code, title.strip(), why.strip(), given, wrong, words["says"], right, words["wrong"], words["right"]
    )


def explained_codes() -> tuple[str, ...]:
    """The codes that are explained, by subject and number."""
    return tuple(sorted((file.stem for file in ROOM.glob("[EWN]???.txt")), key=lambda code: code[1:]))


def near_codes(written: str) -> tuple[str, ...]:
    """Codes that may be meant: those with the same number, or its figures, else the three that look most like it."""
    code = written.strip().upper()
    number = re.sub(r"\D", "", code)
    same = [one for one in explained_codes() if one[1:] == number]
    turned = [one for one in explained_codes() if sorted(one[1:]) == sorted(number)]
    return tuple(same or turned or get_close_matches(code, explained_codes(), n=3, cutoff=0.5))
