"""Whatever an editor types, what comes out is safe: the quick way and the way through the cleaner alike."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.markdown import Body, plain_text, read_body
from sitegen.markdown.parser import clean_html
from tests.markdown_samples import PLAIN_PIECES, RAW_PIECES, SAMPLES, find_crossed_tags, read_tokens

ADDRESS = "../a.html?b&c"
WRITTEN_ADDRESS = "../a.html?b&amp;c"
NEVER = frozenset(("script", "style", "h1", "input", "form", "iframe", "svg", "math", "object", "textarea", "title"))
texts_of_markdown = st.lists(st.sampled_from(PLAIN_PIECES), max_size=30).map("".join)
texts_with_html = st.lists(st.sampled_from((*PLAIN_PIECES, *RAW_PIECES)), max_size=30).map("".join)
thoroughly = settings(derandomize=True, deadline=None, database=None, max_examples=400)


def read(text: str) -> tuple[Body, str]:
    """The body of a text, and its HTML with one address everywhere."""
    body, _ = read_body(text, "x.md")
    return body, body.html([ADDRESS] * len(body.targets))


def check(text: str) -> None:
    """All that has to be true of every text."""
    body, html = read(text)
    assert read_tokens(clean_html(html)) == read_tokens(html), "cleaning it anew changes something"
    assert find_crossed_tags(html) == []
    tags = [(name, dict(attributes)) for sort, name, attributes in read_tokens(html) if sort == "tag"]
    assert not {name for name, _ in tags} & NEVER
    for _, attributes in tags:
        assert not [name for name in attributes if name.startswith(("on", "data-")) or name in ("style", "align")]
        for address in (attributes.get("href"), attributes.get("src")):
            assert address is None or address == ADDRESS or address.startswith("#")
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert set(ids) == body.anchors
    labels = [attributes["aria-label"] for name, attributes in tags if name == "section" and len(attributes) > 1]
    assert len(labels) == len(set(labels))
    assert find_crossed_tags(body.html([None] * len(body.targets))) == []


@given(texts_of_markdown)
@thoroughly
def test_markdown_is_safe_without_being_cleaned(text: str) -> None:
    check(text)


@given(texts_with_html)
@thoroughly
def test_markdown_with_tags_is_safe_once_cleaned(text: str) -> None:
    check(text)


@given(texts_of_markdown)
@thoroughly
def test_own_anchors_lead_somewhere(text: str) -> None:
    body, html = read(text)
    assert set(re.findall(r' href="#([^"]*)"', html)) <= body.anchors


@given(texts_with_html)
@thoroughly
def test_every_target_and_problem_stands_in_a_line_of_the_text(text: str) -> None:
    body, problems = read_body(text, "x.md", first_line=10)
    last = 10 + text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    lines = [target.line for target in body.targets] + [problem.place.line for problem in problems]
    assert [line for line in lines if not 10 <= line <= last] == []


@given(texts_with_html)
@thoroughly
def test_plain_text_has_no_tags(text: str) -> None:
    body, _ = read_body(text.replace("<", "").replace("&", ""), "x.md")
    assert "<" not in plain_text(body)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_every_sample_is_safe(sample: Path) -> None:
    check(sample.read_bytes().decode())


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href=' java&#x0A;script:alert(1)'>x</a>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
        '<p title="</p><img src=x onerror=alert(1)>">x</p>',
        '[x](<"onmouseover=alert(1) ">)',
        '![x" onerror="alert(1)](a.png "\\" onerror=\\"alert(1)")',
        '<a href="x" class="permalink" href="javascript:alert(1)">#</a>',
        '<section class="footnotes" data-footnotes><li id="fn-1"><a href="javascript:x" class="footnote-backref">',
        '```x" onclick="alert(1)\ny\n```',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        "<template><img src=x onerror=alert(1)></template>",
        '| a |\n|---|\n| <td onclick="x" style="y">b |',
        "## <img src=x onerror=alert(1)> heading",
    ],
)
def test_known_attacks_come_to_nothing(text: str) -> None:
    check(text)


def test_the_quick_way_is_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(html: str) -> str:
        raise AssertionError(html)

    monkeypatch.setattr("sitegen.markdown.reading.clean_html", refuse)
    read("## a < b\n\n`<b>` [x](y.md) ![z](z.png)\n\n| a |\n|---|\n| b |\n\n- [ ] c[^1]\n\n[^1]: d\n")
    with pytest.raises(AssertionError):
        read("<b>x</b>")
