"""What is known of a picture, and from that alone: the sizes in which it is sent, and their addresses."""

import json
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Final

from sitegen.words import make_id

ENDINGS: Final = (".webp", ".jpg", ".jpeg", ".png", ".svg", ".gif", ".avif")
"""The files that browsers show as pictures."""
WIDEST: Final = 1600
"""Two pixels of a fine screen for each of a page's widest column."""
LARGEST: Final = 2560
"""The longest side of a picture at its own address, where a link opens it large."""
FALLBACK: Final = 960
"""How wide a picture is for browsers without WebP, and for readers of feeds."""
FOLDER: Final = "assets/pictures/"
LIGHT: Final = 30_000
"""So few bytes are sent whole, whatever the screen."""
_STEPS: Final = (160, 320, 640, 960)
_LONGEST_NAME: Final = 40
_MEDIA: Final = {"JPEG": "jpeg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "AVIF": "avif", "SVG": "svg+xml"}


@dataclass(frozen=True, slots=True)
class Facts:
    """A picture as it is published at its own address.

    `form` is what the file really is (`JPEG`, `SVG` …), whatever it is called. `width` and `height` are pixels as the
    eye sees them, 0 where a drawing has none of its own; `size` is in bytes. A `trouble` is the code of what is wrong;
    then nothing else is known. What moves is sent as it is; a flat one has few colours, a clear one is seen through.
    `is_redrawn` says that pixels had to be changed: turned upright, made smaller, or given the colours of screens.
    """

    form: str = ""
    width: int = 0
    height: int = 0
    size: int = 0
    is_moving: bool = False
    is_clear: bool = False
    is_flat: bool = False
    is_redrawn: bool = False
    trouble: str = ""

    @property
    def ending(self) -> str:
        """How the name of such a file ends; empty where it is not known."""
        return {"JPEG": ".jpg", "SVG": ".svg"}.get(self.form, f".{self.form.lower()}") if self.form else ""

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths in which it is sent as WebP, rising: one for what is light, none for drawings and what moves."""
        if self.form == "SVG" or self.is_moving or not self.width:
            return ()
        widest = min(self.width, WIDEST)
        if self.size <= LIGHT:
            return (widest,)
        return (*(step for step in _STEPS if step < widest * 0.9), widest)

    @property
    def fallback(self) -> tuple[int, str] | None:
        """Width and ending of the copy for browsers without WebP; None where the picture itself does."""
        if not self.widths or (self.form in ("JPEG", "PNG", "GIF") and self.width <= FALLBACK * 1.25):
            return None
        return min(self.width, FALLBACK), "png" if self.is_clear or self.is_flat else "jpg"

    def is_own(self, width: int) -> bool:
        """Whether its own file is the WebP of that width."""
        return self.form == "WEBP" and width == self.width

    @property
    def media_type(self) -> str:
        """What the file is, in the words of the web: `image/jpeg`."""
        return f"image/{_MEDIA.get(self.form, 'jpeg')}"

    def height_at(self, width: int) -> int:
        """How high it is when it is that wide."""
        return max(1, round(self.height * width / self.width))

    def pack(self) -> bytes:
        """The facts as they are kept."""
        return json.dumps(asdict(self)).encode()


@dataclass(frozen=True, slots=True)
class Copy:
    """A smaller picture to be made: its address, how wide it is, and its ending."""

    address: str
    width: int
    ending: str


def unpack(kept: bytes) -> Facts:
    """Facts that were kept."""
    return Facts(**json.loads(kept))


def copy_address(address: str, print_: str, width: int, ending: str) -> str:
    """Where a copy of the picture at `address` lies; the name changes with what is in it."""
    name = make_id(PurePosixPath(address).stem)[:_LONGEST_NAME].strip("-") or "picture"
    return f"{FOLDER}{name}-{print_[:8]}-{width}.{ending}"
