"""Pillow's part: pictures turned upright, in the colours of screens, in smaller sizes and other forms.

The same file and the same version of Pillow give the same bytes.
"""

import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final

from PIL import Image, ImageCms, ImageOps

from sitegen.pictures.facts import LARGEST, Copy, Facts

MOST_PIXELS: Final = 80_000_000
"""Eight thousand by ten thousand; a telephone's largest has fifty million."""
_FEW_COLOURS: Final = 256
_TURN: Final = 0x0112
_KNOWN: Final = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


class CannotDraw(Exception):
    """A file cannot be shown: it is damaged, no picture at all, or (`is_size`) far too large."""

    def __init__(self, *, is_size: bool = False) -> None:
        super().__init__()
        self.is_size = is_size


def redraw(content: bytes) -> tuple[Facts, bytes | None]:
    """What a picture is, and the one that takes its place if it lies on its side, is huge, or has colours for print.

    Raises CannotDraw.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # what is too large is told in our own words
        opened = _open(content)
    with opened:
        form = "JPEG" if opened.format == "MPO" else str(opened.format)
        is_moving = bool(getattr(opened, "is_animated", False)) and opened.format != "MPO"
        turned = int(opened.getexif().get(_TURN, 1)) > 1
        is_odd = opened.mode in ("CMYK", "YCCK") or (form == "AVIF" and ("exif" in opened.info or "xmp" in opened.info))
        if is_moving:
            _load(opened)
            return Facts(form, *opened.size, is_moving=True), None
        if not (turned or is_odd or max(opened.size) > LARGEST):
            _load(opened)
            facts = Facts(form, *opened.size, is_clear=_is_clear(opened), is_flat=_is_flat(opened, form))
            return facts, None
        picture = _upright(opened, LARGEST)
        picture.thumbnail((LARGEST, LARGEST))
        facts = Facts(form, *picture.size, 0, False, _is_clear(picture), _is_flat(picture, form), True)
        return facts, _save(picture, form, 85)


def draw_copies(content: bytes, facts: Facts, copies: Iterable[Copy]) -> Iterator[tuple[Copy, bytes]]:
    """Each copy of a picture that was looked at, as `webp`, `jpg` or `png`."""
    wanted = sorted(copies, key=lambda copy: -copy.width)
    with _open(content) as opened:
        whole = _upright(opened, wanted[0].width * 2)
    for copy in wanted:
        size = (copy.width, facts.height_at(copy.width))
        picture = whole if whole.size == size else whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        if facts.is_flat and (whole.size != size or copy.ending == "png"):
            picture = picture.quantize(_FEW_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        yield copy, _draw_copy(picture, facts, copy.ending)


def _draw_copy(picture: Image.Image, facts: Facts, ending: str) -> bytes:
    if ending != "webp":
        return _save(picture, "PNG" if ending == "png" else "JPEG", 80)
    made = BytesIO()
    picture.save(made, "WEBP", quality=80, method=4, lossless=facts.is_flat)
    return made.getvalue()


def _open(content: bytes) -> Image.Image:
    try:
        opened = Image.open(BytesIO(content), formats=_KNOWN)
    except Image.DecompressionBombError:
        raise CannotDraw(is_size=True) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise CannotDraw from None
    if opened.width * opened.height > MOST_PIXELS:
        raise CannotDraw(is_size=True)
    return opened


def _load(opened: Image.Image) -> None:
    """Read every pixel, which tells whether the file is whole."""
    try:
        opened.load()
    except (OSError, SyntaxError, ValueError, EOFError, IndexError):
        raise CannotDraw from None


def _upright(opened: Image.Image, enough: int) -> Image.Image:
    """The picture as the eye sees it: turned, in sRGB, `RGB` or `RGBA`; a JPEG is read no larger than is `enough`."""
    if opened.format in ("JPEG", "MPO") and opened.mode == "RGB":
        opened.draft("RGB", (enough, enough))
    _load(opened)
    picture = ImageOps.exif_transpose(opened)
    if picture.mode.startswith("I"):  # sixteen bits a shade, of which screens show the upper eight
        picture = picture.convert("I").point(lambda shade: shade / 257).convert("L")
    profile = opened.info.get("icc_profile")
    mode = "RGBA" if _is_clear(picture) else "RGB"
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        picture = _in_srgb(picture, profile, mode)
    return picture if picture.mode == mode else picture.convert(mode)


def _in_srgb(picture: Image.Image, profile: bytes, mode: str) -> Image.Image:
    """The picture in the colours that screens expect; one whose profile cannot be used keeps its own."""
    clear = picture.getchannel("A") if mode == "RGBA" and picture.mode == "RGBA" else None
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in (source.profile.profile_description or ""):
            return picture
        flat = picture.convert("RGB") if picture.mode == "RGBA" else picture
        shown = ImageCms.profileToProfile(flat, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    if shown is None:
        return picture
    if clear is not None:
        shown.putalpha(clear)
    return shown


def _is_clear(picture: Image.Image) -> bool:
    """Whether something can be seen through it."""
    if "transparency" in picture.info:
        return True
    if "A" not in picture.getbands():
        return False
    lowest = picture.getchannel("A").getextrema()[0]
    return isinstance(lowest, int | float) and lowest < 255


def _is_flat(picture: Image.Image, form: str) -> bool:
    """Whether it is drawn in few colours, as a logo or a plan is: then every edge is kept."""
    if form == "JPEG" or picture.mode.startswith("I"):
        return False
    return picture.mode in ("P", "1") or bool(picture.getcolors(_FEW_COLOURS))


def _save(picture: Image.Image, form: str, quality: int) -> bytes:
    made = BytesIO()
    if form == "JPEG":
        picture.convert("RGB").save(made, "JPEG", quality=quality, optimize=True, progressive=True)
    elif form in ("PNG", "GIF"):
        picture.save(made, form, optimize=True)
    else:
        picture.save(made, form, quality=quality)
    return made.getvalue()
