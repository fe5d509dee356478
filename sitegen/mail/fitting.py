"""A text made for pages, fitted for mailboxes: fewer tags, no classes, pictures in the sizes that they show."""

import re
from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser
from typing import Final

from markupsafe import Markup

from sitegen.mail.kept import load_kept

WIDTH: Final = 536
"""How many pixels a letter has for its text: 600 less its margins."""
_INSTEAD: Final = {
    "b": "strong", "details": "div", "figcaption": "p", "figure": "div", "h5": "h4", "h6": "h4", "i": "em", "s": "del",
    "section": "div", "summary": "p",
}  # fmt: skip
_VOID: Final = frozenset(("br", "hr", "img"))
_ATTRIBUTES: Final = frozenset(("alt", "height", "href", "lang", "src", "start", "type", "width"))
_UNSEEN: Final = "unseen"


def fit_for_mail(html: str) -> Markup:
    """Safe HTML for pages, with absolute addresses, as safe HTML for mail; its words stay, all of them."""
    if "<" not in html:
        return Markup(html)
    fitter = _Fitter()
    fitter.feed(html)
    fitter.close()
    return Markup("".join(fitter.parts))


class _Fitter(HTMLParser):
    """Writes each tag that is on the kept list, another in its place, or nothing but what is in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self.silent: list[str] = []
        self.tags = load_kept().tags
        self.pictures = load_kept().pictures

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if self.silent or values.get("class") == _UNSEEN:
            if tag not in _VOID:
                self.silent.append(tag)
            return
        if tag == "img":
            self.parts.append(self._picture(values))
            return
        tag = _INSTEAD.get(tag, tag)
        if tag in self.tags:
            kept = {name: value for name, value in values.items() if name in _ATTRIBUTES}
            self.parts.append(_tag(tag, {name: value for name, value in kept.items() if tag != "li"}))

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            self.silent.pop()
            return
        tag = _INSTEAD.get(tag, tag)
        if tag in self.tags and tag not in _VOID:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _picture(self, values: Mapping[str, str]) -> str:
        """The picture no wider than the letter; its words where mailboxes do not show its format."""
        source = values.get("src", "")
        if source.rpartition(".")[2].lower() not in self.pictures:
            words = f"Picture: {values.get('alt', '')}" if values.get("alt") else "Picture"
            return f'<a href="{escape(source)}">{escape(words)}</a>' if source else escape(words)
        shown = {"src": source, "alt": values.get("alt", "")}
        width, height = (int(values.get(name) or 0) for name in ("width", "height"))
        if width and height:
            wide = min(width, WIDTH)
            shown |= {"width": str(wide), "height": str(round(height * wide / width)), "style": narrow_style(wide)}
        return _tag("img", shown)


def _tag(name: str, attributes: Mapping[str, str]) -> str:
    return "".join((f"<{name}", *(f' {key}="{escape(value)}"' for key, value in attributes.items()), ">"))


def narrow_style(width: int) -> str:
    """What lets a picture of that width shrink on a phone: in a table a share alone does not."""
    return f"width:100%;max-width:{width}px"


def links_as_words(html: str) -> str:
    """Each link as its words with the address behind them, for those who read plain text."""
    return re.sub(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', _in_words, html, flags=re.DOTALL)


def _in_words(found: re.Match[str]) -> str:
    address, words = found[1], found[2].strip()
    shown = address.removeprefix("mailto:")
    return words if shown in words else f"{words} ({shown})"
