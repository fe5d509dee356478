"""Pictures as mailboxes show them: JPEG in the place of newer formats, no wider than a letter."""

from html import escape
from io import BytesIO
from pathlib import Path
from typing import Final

from markupsafe import Markup

from sitegen.mail.fitting import WIDTH, narrow_style
from sitegen.mail.kept import load_kept

_SHARPNESS: Final = 2
"""How many pixels of a picture stand for one of the letter: screens of telephones are that fine."""
_QUALITY: Final = 80


def is_drawing(path: Path) -> bool:
    """Whether a picture is made of lines, which cannot become a JPEG here."""
    return path.suffix.lower() == ".svg"


def needs_jpeg(path: Path) -> bool:
    """Whether some mailboxes do not show a picture of this format, and a JPEG of it can be made."""
    ending = path.suffix.lower().removeprefix(".")
    return bool(ending) and ending not in load_kept().pictures and not is_drawing(path)


def make_jpeg(path: Path) -> bytes:
    """The picture as JPEG, upright, in the size that a letter shows."""
    from PIL import Image, ImageOps  # most builds find theirs kept from the last one

    with Image.open(path) as picture:
        shown = ImageOps.exif_transpose(picture).convert("RGB")
        shown.thumbnail((WIDTH * _SHARPNESS, WIDTH * _SHARPNESS * 2))
        whole = BytesIO()
        shown.save(whole, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
        return whole.getvalue()


def show_picture(source: str, alt: str, width: int, height: int) -> Markup:
    """The tag of a picture of that size, as wide as the letter, or as it is."""
    wide = min(width, WIDTH)
    size = f' width="{wide}" height="{round(height * wide / width)}" style="{narrow_style(wide)}"'
    return Markup(f'<img src="{escape(source)}" alt="{escape(alt)}"{size}>')
