"""What one line of the catalogue is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """The wording of one code; `{names}` are filled with what was found."""

    message: str
    hint: str = ""
