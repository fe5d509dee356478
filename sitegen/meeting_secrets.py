"""Passwords of meetings and personal meeting rooms in a text: a static site cannot keep them.

Sources: how Zoom, Teams, Webex, GoTo and Meet form the links that they give to hosts. A scheduled meeting of Zoom has
an ID of eleven figures, a personal room one of ten.
"""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl, urlsplit

_HINTS: Final = (
    *(b"pwd", b"passcode", b"pass code", b"password", b"zoom", b"webex", b"teams.", b"meet.google", b"goto"),
    *(b"whereby", b"jit.si", b"personal meeting", b"pin:"),
)
"""One of these stands in every text in which something can be found; looking for them takes next to no time."""
_LINK: Final = re.compile(r"https?://[^\s<>\"'`\])}]+", re.IGNORECASE)
_ANYWHERE: Final = frozenset(("pwd", "passwd", "password", "passcode", "hpwd"))
_AT_MEETINGS: Final = frozenset(("tk", "zak", "p", "pw", "roomkey", "jwt", "host_key"))
_MEETINGS: Final = re.compile(
    r"(?:^|\.)(?:zoom\.us|zoom\.com|zoomgov\.com|teams\.microsoft\.com|teams\.live\.com|teams\.cloud\.microsoft|"
    r"webex\.com|gotomeeting\.com|goto\.com|whereby\.com|meet\.jit\.si)$"
)
_PERSONAL: Final = re.compile(
    r"(?:^|\.)zoom(?:gov)?\.(?:us|com)/(?:my/.+|s/.+|j/\d{10}$)|webex\.com/(?:meet|join)/.+|"
    r"^meet\.google\.com/lookup/.+|^(?:www\.)?gotomeet\.me/.+|^(?:www\.)?meet\.goto\.com/(?!\d+$).+"
)
_WORD: Final = r"\b(?:pass ?code|pass ?word|PIN)\b[\"'”’*_]*"
_QUOTE: Final = r"[\"'“‘*_`]*"
_IN_WORDS: Final = re.compile(
    rf"{_WORD}(?:\s*(?:\bis\b|:|=|–)\s*{_QUOTE}\s*(?=[^\s\"'<>,;)]*\d)[^\s\"'<>,;)]{{4,}}"
    rf"|[ ]+{_QUOTE}(?:\d{{4,}}|(?=[a-z]*\d)[a-z0-9]{{6,}})"
    rf"|\s*[:=][ ]*{_QUOTE}[ ]*(?!(?:none|required|needed|ask|later|yes|no)\b)\w{{4,}}(?=[\"'”’*_.,;)]|[ ]*$))",
    re.IGNORECASE | re.MULTILINE,
)
"""After the word: `: 304171` or `is Rose7`; `304171`; `: rose.`"""
_ROOM_IN_WORDS: Final = re.compile(r"\bpersonal meeting (?:id|room)\b[^\n\d]{0,12}\d[\d -]{7,}", re.IGNORECASE)


def find_secrets(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """What must not be published, each with its code: E960 in links, E961 personal rooms, E962 in words."""
    small = text.encode().lower()
    if not any(hint in small for hint in _HINTS):
        return
    links = list(_LINK.finditer(text))
    for found in links:
        if _has_password(found[0]):
            yield "E960", found
        elif _is_personal(found[0]):
            yield "E961", found
    yield from (("E961", found) for found in _ROOM_IN_WORDS.finditer(text))
    for found in _IN_WORDS.finditer(text):
        if not any(link.start() <= found.start() < link.end() for link in links):
            yield "E962", found


def _has_password(link: str) -> bool:
    parts = urlsplit(link.replace("&amp;", "&"))
    names = {name.casefold() for name, value in parse_qsl(f"{parts.query}&{parts.fragment}") if value}
    is_meeting = _MEETINGS.search(_host(link)) is not None
    return bool(names & _ANYWHERE) or (is_meeting and bool(names & _AT_MEETINGS))


def _is_personal(link: str) -> bool:
    path = urlsplit(link).path.rstrip("/.,;:!?")
    return _PERSONAL.search(f"{_host(link)}{path}") is not None


def _host(link: str) -> str:
    try:
        return (urlsplit(link).hostname or "").casefold()
    except ValueError:
        return ""
