"""E-mail in plain text, for those who read it so, and for filters that ask for both."""

import re
from typing import Final

from html2text import HTML2Text

from sitegen.mail.fitting import links_as_words

_HEADING: Final = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
_ESCAPED: Final = re.compile(r"^(\s*)(\d+)\\([.)])|\\([-+*_#>])", re.MULTILINE)


def make_text_mail(html: str) -> str:
    """The words of the HTML in lines of at most 72 characters; addresses stand behind the words of their links."""
    maker = HTML2Text(bodywidth=72)
    maker.ignore_links = maker.ignore_emphasis = maker.ignore_images = True
    maker.wrap_list_items = maker.pad_tables = True
    maker.unicode_snob = True
    maker.ul_item_mark = "–"
    maker.single_line_break = False
    text = maker.handle(links_as_words(html))
    text = _ESCAPED.sub(lambda found: f"{found[1]}{found[2]}{found[3]}" if found[2] else found[4], text)
    lines = [line.rstrip() for line in _HEADING.sub(_underline, text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _underline(found: re.Match[str]) -> str:
    """A heading as plain text has it: a line below the first two levels, the words alone below those."""
    sign = {1: "=", 2: "-"}.get(len(found[1]), "")
    return f"{found[2]}\n{sign * len(found[2])}" if sign else found[2]
