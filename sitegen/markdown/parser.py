"""The Markdown parser and the cleaner of raw HTML: the only module that knows comrak and nh3.

The rest of this package works on the HTML that `parse_html` gives. Another parser would have to give the same:
CommonMark's HTML with `data-sourcepos="line:column-line:column"` (from 1, columns in bytes) as the first attribute
of what Markdown made, each block on a line of its own, `"` in text as `&quot;`, void elements without a slash,
headings without ids, and GitHub's markup for tables, task lists, alerts and footnotes.
"""

import re
from collections import Counter
from typing import Final

import comrak
import nh3

from sitegen.markdown.allowed import ATTRIBUTES, CLASSES, DROPPED, ID, TAGS, VALUES

RAW_MARK: Final = "<!-- raw HTML omitted -->"
_DEEPEST: Final = 400
_MOST_CLEANINGS: Final = 5
_TAG: Final = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_ENDLESS: Final = frozenset(("p", "li", "dt", "dd", "tr", "td", "th", "br", "hr", "img", "input", "wbr", "col"))
_SCHEME: Final = re.compile(r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,31}(?=:)", re.IGNORECASE)
_QUOTED_TEXT: Final = re.compile(r'>[^<"]*"[^<]*')
_SWALLOWING: Final = re.compile(
    r"<(?=/?(?:iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)\b)", re.IGNORECASE
)
_BLOCKS: Final = "blockquote|caption|details|div|dl|dd|dt|figcaption|figure|h[1-6]|li|ol|p|section|summary|td|th|tr|ul"
_EMPTY: Final = re.compile(r"<p[^>]*>\s*</p>")
_BLOCK: Final = re.compile(rf"(?<!\n)<(?:{_BLOCKS})\b|</(?:{_BLOCKS})>(?!\n)")
_PARSERS_OWN: Final = frozenset(
    (
        "class",
        "id",
        "align",
        "data-footnotes",
        "data-footnote-ref",
        "data-footnote-backref",
        "data-footnote-backref-idx",
    )
)


def _make_extensions() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    options.table = options.strikethrough = options.autolink = options.tasklist = options.alerts = True
    options.footnotes = True
    return options


def _make_rendering(raw: bool) -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.sourcepos = True
    options.unsafe_ = raw
    return options


_EXTENSIONS: Final = _make_extensions()
_PARSING: Final = comrak.ParseOptions()
_RENDERING: Final = {raw: _make_rendering(raw) for raw in (False, True)}


def parse_html(text: str, raw: bool = False) -> str:
    """The HTML of a Markdown text, in the form that this module's docstring states.

    Without `raw` it is safe: `RAW_MARK` stands for each piece of raw HTML, and dangerous addresses are empty.
    With `raw` it is neither safe nor well-formed, and has to be cleaned.
    """
    html = comrak.render_markdown(text, _EXTENSIONS, _PARSING, _RENDERING[raw])
    return html.replace(" />", ">")


def balance_html(html: str) -> str:
    """Raw HTML made well-formed, in the form that `parse_html` gives; only allowed tags are left.

    Tags that would swallow what follows them are shown as words, as GitHub does.
    """
    html = _SWALLOWING.sub("&lt;", html)
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    attributes["*"] |= _PARSERS_OWN
    attributes["section"] = set()
    attributes["input"] = {"type", "checked", "disabled"}
    cleaner = nh3.Cleaner(
        tags={*TAGS, "h1", "input"},
        clean_content_tags=set(DROPPED),
        attributes=attributes,
        tag_attribute_values=VALUES,
        link_rel=None,
        url_schemes=_schemes(html),
    )
    html = _EMPTY.sub("", _as_parsed(cleaner.clean(html)))
    return _BLOCK.sub(_on_own_line, html).lstrip("\n")


def clean_html(html: str) -> str:
    """HTML with nothing in it but what the allow-list names; what this package makes stays as it is.

    Addresses keep any scheme: they are taken out next, as targets. Tags that cross one another can come apart
    anew when what was cleaned is read again, so it is cleaned until it stays as it is.
    """
    cleaner = nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(DROPPED),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_plain_id,
        tag_attribute_values=VALUES,
        allowed_classes=CLASSES,
        link_rel=None,
        url_schemes=_schemes(html),
    )
    for _ in range(_MOST_CLEANINGS):
        before, html = html, _as_parsed(cleaner.clean(html))
        if html == before:
            break
    return html


def is_too_deep(html: str) -> bool:
    """Whether tags stand in one another deeper than browsers show, which takes the cleaner minutes."""
    opened: Counter[str] = Counter()
    depth = 0
    for slash, name in _TAG.findall(html):
        name = name.lower()
        if name in _ENDLESS:
            continue
        if not slash:
            opened[name] += 1
            depth += 1
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
        if depth > _DEEPEST:
            return True
    return False


def _on_own_line(match: re.Match[str]) -> str:
    return f"{match[0]}\n" if match[0].startswith("</") else f"\n{match[0]}"


def _schemes(html: str) -> set[str]:
    return {scheme.lower() for scheme in _SCHEME.findall(html)}


def _plain_id(_tag: str, name: str, value: str) -> str | None:
    return value if name != "id" or ID.fullmatch(value) else None


def _as_parsed(html: str) -> str:
    html = html.replace("&nbsp;", "\xa0").replace(' class=""', "")
    return _QUOTED_TEXT.sub(lambda match: match[0].replace('"', "&quot;"), html)
