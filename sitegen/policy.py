"""What a browser may do with our pages: the policy that stands on each of them, and headers for hosts that set them.

Pages hold no inline script or style and load from nobody else, so the policy allows their own files and nothing more.
Blocks of JSON-LD are data: browsers neither run nor refuse them. Their fingerprint stands in the policy of their page
all the same, because the Nu checker takes them for script.
"""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

HEADERS_FILE: Final = "_headers"
"""Where Netlify and Cloudflare Pages look for headers; other hosts take it for a file like any other."""

_OWN: Final = ("script-src", "style-src", "img-src", "font-src", "connect-src", "media-src", "form-action")
_NOTHING: Final = ("default-src", "base-uri")
_POLICY: Final = "; ".join([*(f"{name} 'none'" for name in _NOTHING), *(f"{name} 'self'" for name in _OWN)])
_IN_HEADERS_ALONE: Final = "frame-ancestors 'none'"
"""Browsers leave it aside in a page: it says who may show our pages in a frame."""


def page_policy(data: str = "") -> str:
    """The policy of a page, for its `<meta>`; `data` is the block of JSON-LD in it, just as it stands there."""
    if not data:
        return _POLICY
    fingerprint = b64encode(sha256(data.encode()).digest()).decode()
    return _POLICY.replace("script-src 'self'", f"script-src 'self' 'sha256-{fingerprint}'", 1)


def make_headers(site_url: str) -> Mapping[str, str]:
    """Each header with its value: the policy, what only headers can say, and for an https address that it stays so."""
    headers = {
        "Content-Security-Policy": f"{page_policy()}; {_IN_HEADERS_ALONE}",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    }
    if site_url.startswith("https://"):
        headers["Strict-Transport-Security"] = "max-age=31536000"
    return headers


def headers_file(site_url: str) -> str:
    """The file `_headers`: the same headers for every address."""
    lines = [f"  {name}: {value}" for name, value in make_headers(site_url).items()]
    return "\n".join(["/*", *lines, ""])
