"""Taking out of a picture's file what nobody sees: where and when it was taken, by which telephone, by whom.

No pixel is touched: the parts of the file are copied one by one, and those that hold words or places are left behind.
Colour profiles stay. A JPEG that is shown turned keeps that one word. What cannot be read is given back as it is.
"""

import struct
from collections.abc import Iterator
from typing import Final

_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_EXIF: Final = b"Exif\0\0"
_PROFILE: Final = b"ICC_PROFILE\0"
_WORDS_OF_JPEG: Final = frozenset((0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE))
"""Segments of a JPEG that are no part of the picture: Exif and XMP, makers' own, Photoshop's, comments."""
_MEASURED: Final = frozenset((0xC4, 0xDA, 0xDB, 0xDD, 0xFE, *range(0xE0, 0xF0)))
"""Segments that may stand among the scans and say how long they are."""
_KEPT_OF_PNG: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT pHYs bKGD acTL fcTL fdAT".split()
)
_WORDS_OF_WEBP: Final = frozenset((b"EXIF", b"XMP "))
_TURNED: Final = 0x0112


def clean(content: bytes) -> bytes:
    """The file without its words and places; a form that is not known is given back as it is."""
    try:
        if content.startswith(_JPEG):
            return b"".join(_clean_jpeg(content))
        if content.startswith(_PNG):
            return b"".join(_clean_png(content))
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _clean_webp(content)
    except (struct.error, IndexError):
        return content
    return content


def _clean_jpeg(content: bytes) -> Iterator[bytes]:
    yield _JPEG
    at, turned = 2, 0
    while content[at] == 0xFF:
        mark = content[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark == 0xDA:  # the pixels begin; what follows them (a second picture, a film) is no part of this one
            end = content.rfind(b"\xff\xd9")
            yield content[at : _end_of_scans(content, at) or (end + 2 if end > at else len(content))]
            return
        (length,) = struct.unpack_from(">H", content, at + 2)
        segment = content[at : at + 2 + length]
        at += 2 + length
        if mark == 0xE1 and segment[4:10] == _EXIF and not turned:
            turned = find_turn(segment[10:])
            if turned > 1:
                yield _only_turn(turned)
        elif mark not in _WORDS_OF_JPEG and not (mark == 0xE2 and segment[4:16] != _PROFILE):
            yield segment
    yield content[at:]


def _end_of_scans(content: bytes, at: int) -> int:
    """Where the picture ends: at the first end mark behind its scans; 0 where there is none."""
    while 0 <= at < len(content) - 1:
        mark = content[at + 1]
        if mark == 0xD9:
            return at + 2
        step = 1 if mark == 0xFF else 2
        if mark in _MEASURED:
            step += struct.unpack_from(">H", content, at + 2)[0]
        at = content.find(b"\xff", at + step)
    return 0


def find_turn(tiff: bytes) -> int:
    """How a picture is to be turned, 1 to 8, from its Exif; 1 is upright, and what cannot be read."""
    order = "<" if tiff[:2] == b"II" else ">"
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (number,) = struct.unpack_from(f"{order}H", tiff, first)
    for field in range(number):
        name, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * field)
        if name == _TURNED:
            return value if 1 <= value <= 8 else 1
    return 1


def _only_turn(turned: int) -> bytes:
    """A segment of Exif with nothing in it but how the picture is to be turned."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _TURNED, 3, 1, turned, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", 2 + len(_EXIF) + len(tiff)) + _EXIF + tiff


def _clean_png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        name = content[at + 4 : at + 8]
        if name in _KEPT_OF_PNG:
            yield content[at : at + 12 + length]
        at += 12 + length
        if name == b"IEND":
            return


def _clean_webp(content: bytes) -> bytes:
    parts: list[bytes] = []
    at, end = 12, 8 + struct.unpack_from("<I", content, 4)[0]
    while at + 8 <= min(end, len(content)):
        name = content[at : at + 4]
        (length,) = struct.unpack_from("<I", content, at + 4)
        whole = content[at : at + 8 + length + length % 2]
        if name == b"VP8X":  # its flags say whether Exif and XMP follow
            whole = whole[:8] + bytes([whole[8] & ~0x0C]) + whole[9:]
        if name not in _WORDS_OF_WEBP:
            parts.append(whole)
        at += len(whole)
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body
