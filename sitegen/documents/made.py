"""A document that was made; nothing here knows how."""

from typing import NamedTuple


class MadeDocument(NamedTuple):
    """One document: where it is published, what is in it, and how a link to it reads."""

    address: str
    content: bytes
    media_type: str
    format: str
    saved_name: str

    @property
    def size(self) -> str:
        """Its size in words: `24 kB`."""
        return f"{max(1, round(len(self.content) / 1000)):,} kB"
