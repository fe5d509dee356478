"""A share image as values: what it says, and the name under which it is kept."""

from dataclasses import astuple, dataclass
from typing import Final

from sitegen.keeping import fingerprint

DRAWN_AS: Final = "share image, 2"
"""Changes with every change of the drawing, so that kept pictures of the old one are not used."""
WIDTH: Final = 1200
HEIGHT: Final = 630


@dataclass(frozen=True, slots=True)
class Card:
    """What a share image says; `kicker` is the line above the title (kind and date), colours are `#rrggbb`.

    `bright` is the colour of filled areas where it is so light that the letters on it are dark; else they are of the
    accent, with white letters.
    """

    title: str
    party: str
    kicker: str
    imprint: str
    accent: str
    bright: str = ""

    @property
    def alt(self) -> str:
        """What the picture says, for those who do not see it; the imprint stands on the page it leads to."""
        return ". ".join(part for part in (self.title.rstrip("."), self.kicker, self.party) if part) + "."


def card_name(card: Card) -> str:
    """The fingerprint of all that the picture depends on."""
    return fingerprint((DRAWN_AS, *(str(part) for part in astuple(card))))
