"""Markdown that tests share: samples with expected files, pieces chosen to break things, tokens of HTML."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Final, TypeAlias

from sitegen.markdown import Target
from tests import ROOT

FOLDER: Final = ROOT / "tests" / "golden" / "markdown"
SAMPLES: Final[tuple[Path, ...]] = tuple(sorted(FOLDER.glob("*.md")))
Token: TypeAlias = tuple[str, str, tuple[tuple[str, str | None], ...]]
_VOID: Final = frozenset(("br", "col", "hr", "img", "wbr"))

PLAIN_PIECES: Final = (
    *("a", "word ", "\n", "\n\n", "  ", "    ", "\t", "- ", "* ", "1. ", "2) ", "10. ", "> ", "# ", "## ", "#### "),
    *("[x](y.md)", '[x](<a b.md> "t")', "![alt](p.png)", "![](p.png)", "[a][r]", '[r]: /u "t"\n', "[^1]", "[^2]"),
    *("[^1]: note\n", "[^2]: other\n\n    more\n", "**", "*", "_", "~~", "`", "```\n", "~~~\n", "    code\n"),
    *("| a | b |\n|---|:-:|\n| c | d |\n", "|", "|-|-|\n", "- [ ] ", "- [x] ", "> [!NOTE]\n", "---\n", "===\n"),
    *("https://x.org/a?b=c&d", "www.x.org", "me@x.org", "<https://q.org>", "&amp;", "&quot;", "&nbsp;", "&#1;", '"'),
    *("'", "<", ">", "&", "\\", "\\|", "!", "[", "]", "(", ")", "ŵŷ", "e\u0301", "🎉", "{{ clp }}", "\u2028", "\xa0"),
    *("[k](motions:fair#x)", "[j](javascript:alert(1))", "[e]()", "[](x.md)", "[^", "  \n", "\\\n", "[here](z.md)"),
    *("[![i](j.png)](k.md)", "<!-- raw HTML omitted -->"),
)
RAW_PIECES: Final = (
    *("<b>", "</b>", "<div>", "</div>", "<p>", "</p>", '<a href="r.md">', "</a>", "<a href=javascript:x onclick=y>"),
    *("<img src=x.png>", '<img src="q.png" onerror="z" alt="a>b">', "<script>", "</script>", "<style>", "<table>"),
    *("<tr><td>", "</table>", "<ul><li>", "</ul>", "<h1>", "</h1>", '<h2 id="zz">', "</h2>", "<details>", "<summary>"),
    *("</summary>", "</details>", "<!--", "-->", "<?x", "?>", "<![CDATA[", '<span class="permalink" style="x">'),
    *("</span>", "<svg onload=a>", "<math>", "<iframe src=x>", "<textarea>", "<title>", "<li>", "<o:p>", "<th>"),
    *('<input type="checkbox" disabled="">', '<section class="footnotes" data-footnotes>', "</section>", "<br/>"),
    *('<a href="#x" class="permalink" aria-label="q">#</a>', '<a href="javascript:x" class="permalink">', "<caption>"),
    *('<p id="Note-1" data-sourcepos="9999:1-2:2">', "<form action=x>", "<dl><dt>a<dd>b</dl>", "<pre>", "</pre>"),
    *('<a name=q id="a b">', '<x-y z="1">', "<thead>", "<blockquote>", "</blockquote>", "<code>", "</code>"),
)


def make_address(target: Target) -> str | None:
    """An address for a target without knowing a site: `kind:id` becomes a path, what must not stand is None."""
    scheme, colon, rest = target.target.partition(":")
    if not colon or "/" in scheme or scheme in ("http", "https", "mailto", "tel"):
        return target.target.replace(" ", "%20") or None
    return f"../../{scheme}/{rest}" if scheme in ("motions", "officers", "events") else None


def read_tokens(html: str) -> list[Token]:
    """What HTML says, however it is spelt: tags with their attributes in order, and words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.tokens


def find_crossed_tags(html: str) -> list[str]:
    """Closing tags that close nothing, and tags that nothing closes."""
    opened: list[str] = []
    crossed: list[str] = []
    for sort, name, _ in read_tokens(html):
        if sort == "tag" and name not in _VOID:
            opened.append(name)
        elif sort == "end":
            if opened and opened[-1] == name:
                opened.pop()
            else:
                crossed.append(name)
    return crossed + opened


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tokens.append(("tag", tag, tuple(sorted(attrs))))

    def handle_endtag(self, tag: str) -> None:
        self.tokens.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        before = self.tokens.pop()[1] if self.tokens and self.tokens[-1][0] == "words" else ""
        self.tokens.append(("words", before + data, ()))

    def handle_comment(self, data: str) -> None:
        self.tokens.append(("comment", data, ()))

    def handle_decl(self, decl: str) -> None:
        self.tokens.append(("declaration", decl, ()))

    def handle_pi(self, data: str) -> None:
        self.tokens.append(("instruction", data, ()))
