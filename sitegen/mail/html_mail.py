"""E-mail in HTML: a whole document whose styles stand in its tags, since many mailboxes take stylesheets out."""

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from css_inline import CSSInliner

MOST_BYTES: Final = 100_000
"""The most that an e-mail may have: Gmail cuts off what follows after 102 kB."""


def make_html_mail(document: str) -> str:
    """The document with its styles inlined; what belongs to dark mode stays in its head."""
    return _inliner().inline(document)


@cache
def _inliner() -> "CSSInliner":
    from css_inline import CSSInliner  # takes long to load, and only a build with newsletters needs it

    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False, minify_css=True)
