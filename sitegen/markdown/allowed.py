"""What HTML may stand in a text: the allow-list for tags that editors type, and for what this package makes.

No style, no script, nothing that loads from elsewhere but pictures; classes are those that this package writes.
"""

import re
from typing import Final

TAGS: Final = frozenset(
    """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
    h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup
    table tbody td tfoot th thead time tr u ul var wbr
    """.split()
)

DROPPED: Final = frozenset(("math", "script", "style", "svg", "template"))
"""Tags that vanish together with what stands between them; of all others that are not allowed the text stays."""

ATTRIBUTES: Final = {
    "*": frozenset(("dir", "lang", "data-sourcepos")),
    "a": frozenset(("href", "title", "id", "aria-label")),
    "abbr": frozenset(("title",)),
    "details": frozenset(("open",)),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), frozenset(("id",))),
    "img": frozenset(("src", "alt", "title", "width", "height")),
    "li": frozenset(("id", "value")),
    "ol": frozenset(("start", "reversed")),
    "section": frozenset(("aria-label",)),
    "td": frozenset(("colspan", "rowspan")),
    "th": frozenset(("colspan", "rowspan")),
    "time": frozenset(("datetime",)),
}

VALUES: Final = {
    "div": {"role": {"note"}},
    "img": {"loading": {"lazy"}},
    "ol": {"type": {"1", "a", "A", "i", "I"}},
    "pre": {"tabindex": {"0"}},
    "section": {"tabindex": {"0"}},
    "span": {"aria-hidden": {"true"}},
    "th": {"scope": {"col", "row", "colgroup", "rowgroup"}},
}

_ALIGNED: Final = {"align-left", "align-center", "align-right"}

CLASSES: Final = {
    "a": {"permalink", "footnote", "footnote-backref"},
    "div": {"note", "note--note", "note--tip", "note--important", "note--warning", "note--caution", *_ALIGNED},
    "li": {"task", "task--done"},
    "p": {"note__title", *_ALIGNED},
    "section": {"scroll", "footnotes"},
    "span": {"task__mark", "unseen"},
    "sup": {"footnote-ref"},
    "table": {"table"},
    "td": _ALIGNED,
    "th": _ALIGNED,
}

ID: Final = re.compile(r"[^\s\x00-,./:-@[-^`{-\x9f]+")
"""What an id may consist of: no spaces, and no punctuation of ASCII but `-` and `_`, as in GitHub's anchors."""
