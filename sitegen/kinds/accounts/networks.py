"""Addresses of accounts on the networks that people use: which account one leads to, and which are posts.

A link to a post, a picture or an event leads to something that somebody said: it is no claim to be theirs or ours. A
link to an account itself is.
"""

import re
from typing import Final
from urllib.parse import urlsplit

_NAME: Final = r"[A-Za-z0-9._-]+"
_HOSTS: Final = {
    "facebook.com": rf"(?:groups/|pages/)?({_NAME})",
    "fb.com": rf"({_NAME})",
    "twitter.com": rf"({_NAME})",
    "x.com": rf"({_NAME})",
    "instagram.com": rf"({_NAME})",
    "threads.net": rf"(@{_NAME})",
    "threads.com": rf"(@{_NAME})",
    "tiktok.com": rf"(@{_NAME})",
    "youtube.com": rf"(@{_NAME}|(?:c|channel|user)/{_NAME})",
    "bsky.app": rf"profile/({_NAME})",
    "linkedin.com": rf"((?:company|in|groups|school)/{_NAME})",
    "t.me": rf"({_NAME})",
    "whatsapp.com": rf"(channel/{_NAME})",
}
_NO_ACCOUNTS: Final = frozenset(
    """
    about ads business dialog discover download events explore gaming groups hashtag help home i intent jobs legal
    login marketplace messages p pages permalink.php photo photo.php photos policies policy privacy profile.php reel
    reels search settings share share.php sharer sharer.php signup stories story.php terms tos tv video videos watch
    """.split()
)
_ANYWHERE: Final = re.compile(rf"(@{_NAME})", re.ASCII)
"""How accounts of Mastodon and its kin are named, whatever the host."""


_NAMES: Final = {
    name.casefold(): name
    for name in (
        *("Bluesky", "Facebook", "Instagram", "LinkedIn", "Mastodon", "Telegram", "Threads", "TikTok", "Twitter"),
        *("WhatsApp", "X", "YouTube"),
    )
}


def network_name(platform: str) -> str:
    """A network as it spells itself: `whatsapp` is `WhatsApp`; another name as it was written."""
    return _NAMES.get(platform.casefold(), platform)


def account_of(address: str) -> str:
    """The account that an address leads to, as `facebook.com/exampleton`; empty for posts and for other sites."""
    parts = urlsplit(address.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    host = re.sub(r"^(?:www|m|mobile|en-gb|uk|mbasic)\.", "", parts.hostname.casefold())
    path = parts.path.strip("/")
    found = re.fullmatch(_HOSTS[host], path, re.ASCII) if host in _HOSTS else _ANYWHERE.fullmatch(path)
    if not found or found[1].casefold() in _NO_ACCOUNTS:
        return ""
    host = {"fb.com": "facebook.com", "twitter.com": "x.com", "threads.com": "threads.net"}.get(host, host)
    return f"{host}/{found[1].casefold()}"


def same_address(address: str) -> str:
    """An address in the form in which two that lead to the same place are equal."""
    parts = urlsplit(address.strip())
    host = (parts.hostname or "").casefold().removeprefix("www.")
    return account_of(address) or f"{host}/{parts.path.strip('/').casefold()}?{parts.query}".rstrip("?/")
