"""Markdown comes out as GitHub shows it, with its links, its headings and what there is to mend."""

import time
from pathlib import Path

import pytest

from sitegen.markdown import Body, Heading, plain_text, read_body, read_short
from sitegen.markdown.headings import make_anchor
from tests.conftest import Golden
from tests.markdown_samples import FOLDER, SAMPLES, make_address


def codes(text: str) -> list[tuple[int, str]]:
    """Line and code of each problem in a text."""
    return [(problem.place.line, problem.code) for problem in read_body(text, "x.md")[1]]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_makes_the_expected_html_and_problems(sample: Path, golden: Golden) -> None:
    body, problems = read_body(sample.read_bytes().decode(), sample.name)
    golden(sample.with_suffix(".html"), body.html([make_address(target) for target in body.targets]).strip() + "\n")
    told = "".join(f"{one.place.line}:{one.place.column} {one.code} {one.message} {one.hint}\n" for one in problems)
    expected = sample.with_suffix(".problems")
    if told or expected.exists():
        golden(expected, told)


def test_every_expected_file_has_its_sample() -> None:
    strays = {file.name for file in FOLDER.iterdir()} - {
        sample.with_suffix(ending).name for sample in SAMPLES for ending in (".md", ".html", ".problems")
    }
    assert strays == set()


def test_targets_are_handed_over_as_the_editor_wrote_them() -> None:
    body, _ = read_body((FOLDER / "links.md").read_text(encoding="utf-8"), "links.md")
    assert [(target.line, target.column, target.target, target.text) for target in body.targets] == [
        (1, 1, "../news/summer-fair.md", "A path"),
        (1, 35, "report.md", "with a title"),
        (1, 75, "#top", "an anchor"),
        (1, 94, "motions:fair-pay#the-party-resolves", "a kind"),
        (2, 1, "the minutes.pdf", "spaces"),
        (2, 30, "the minutes.pdf", "percent"),
        (2, 60, "a%23b%3Fc%25.pdf", "kept"),
        (2, 86, "tŷ.md", "accents"),
        (2, 104, "a&b.md", "entity"),
        (3, 1, "mailto:secretary@example.org?subject=Hello", "mail"),
        (3, 53, "tel:+441632960000", "phone"),
        (3, 81, "https://example.org/?a=1&b=2%20c", "query"),
        (5, 1, "officers:secretary", "By reference"),
        (5, 20, "officers:secretary", "r"),
        (5, 29, "own name.md", "by its own name"),
        (10, 1, "https://example.org/a", "https://example.org/a"),
        (10, 26, "events:march-meeting", "events:march-meeting"),
        (10, 50, "https://example.org/bare?a=b&c=d", "https://example.org/bare?a=b&c=d"),
        (10, 84, "http://www.example.org", "www.example.org"),
        (10, 101, "mailto:secretary@example.org", "secretary@example.org"),
        (12, 1, "campaigns/warm-homes.md", "The banner"),
        (12, 2, "banner.png", "The banner"),
        (12, 58, "x.md", "words code"),
    ]


def test_lines_and_columns_are_those_of_the_file() -> None:
    body, problems = read_body("## Tŷ\n\nŵŷ é [here](a.md)\n", "x.md", first_line=7)
    assert [(target.line, target.column) for target in body.targets] == [(9, 6)]
    assert [(heading.text, heading.line) for heading in body.headings] == [("Tŷ", 7)]
    assert [(problem.place.line, problem.place.column) for problem in problems] == [(9, 6)]


def test_targets_in_raw_html_have_the_line_where_they_stand() -> None:
    text = 'Words [a](a.md).\n\n<p>\n<a href="b.md">b</a>\n</p>\n\n<img src="c&amp;d.png" alt="c"> [e](e.md)\n'
    targets = read_body(text, "x.md")[0].targets
    assert [(target.target, target.line) for target in targets] == [
        ("a.md", 1), ("b.md", 4), ("c&d.png", 7), ("e.md", 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("Bus fares & routes", "bus-fares--routes"),
        ("1. What's next? (part 2)", "1-whats-next-part-2"),
        ("Tŷ Ŵyn – ŶR", "tŷ-ŵyn--ŷr"),
        ("snake_case and-hyphens", "snake_case-and-hyphens"),
        ("w\u0302 stays whole", "w\u0302-stays-whole"),
        ("🎉 Party", "-party"),
        ("!!!", "section"),
    ],
)
def test_an_anchor_is_the_one_that_github_makes(words: str, anchor: str) -> None:
    assert make_anchor(words) == anchor


def test_equal_headings_get_numbers_and_no_anchor_stands_twice() -> None:
    body, _ = read_body("## a\n## a\n## a-1\n## a\n## Note 1\n\nx[^1]\n\n[^1]: y\n", "x.md")
    assert [heading.anchor for heading in body.headings] == ["a", "a-1", "a-1-1", "a-2", "note-1"]
    assert body.anchors == {"a", "a-1", "a-1-1", "a-2", "note-1", "Note-1", "Note-1-from"}


def test_levels_begin_at_two_and_never_jump() -> None:
    body, problems = read_body("#### a\n## b\n#### c\n#### d\n### e\n# f\n###### g\n", "x.md")
    assert [heading.level for heading in body.headings] == [2, 2, 3, 3, 3, 2, 3]
    told = [(problem.code, problem.place.line) for problem in problems]
    assert told == [("W820", 1), ("W820", 3), ("W801", 6), ("W820", 7)]


def test_a_body_takes_one_address_for_each_target() -> None:
    body, _ = read_body("[a](x.md) ![b](y.png)", "x.md")
    html = body.html(["../x/?a&b", "y.png"], {1: ' width="960" height="640"'})
    assert html == (
        '<p><a href="../x/?a&amp;b">a</a> <img src="y.png" width="960" height="640" loading="lazy" alt="b"></p>\n'
    )
    with pytest.raises(ValueError, match="1 addresses for 2 targets"):
        body.html(["x/"])


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "java\tscript:x", " javascript:x", "x:y"]
)
def test_a_body_refuses_an_address_that_runs_something(address: str) -> None:
    body, _ = read_body("[a](x.md)", "x.md")
    with pytest.raises(ValueError, match="not an address"):
        body.html([address])


@pytest.mark.parametrize(
    "address", ["", "./", "../a/#b:c", "#a:b", "/a:b", "?a:b", "https://a/", "MAILTO:a@b", "tel:1"]
)
def test_a_body_takes_addresses_that_lead_somewhere(address: str) -> None:
    body, _ = read_body("[a](x.md)", "x.md")
    assert body.html([address]) == f'<p><a href="{address}">a</a></p>\n'


def test_a_link_without_an_address_is_shown_as_words() -> None:
    body, _ = read_body("[*a* ![b](y.png)](x.md) ![c](z.png) [d](w.md)", "x.md")
    assert body.html([None, None, None, "w/"]) == '<p><em>a</em> b c <a href="w/">d</a></p>\n'


def test_a_text_that_stands_elsewhere_has_no_permalinks_and_leads_back() -> None:
    body, _ = read_body("## A\n\nx[^1] [b](#a)\n\n[^1]: y\n", "x.md")
    html = body.html(["https://example.org/p/#a"], page="https://example.org/p/")
    assert "permalink" not in html
    assert '<a href="https://example.org/p/#Note-1" class="footnote"' in html
    assert 'href="#' not in html


def test_a_field_has_no_ids_and_no_links_to_any() -> None:
    text = "# Title\n\n- a\n\n[here](x.md)[^1] <b id='c'>d</b>\n\n[^1]: note\n"
    body, problems = read_short(text, "officers.yml", first_line=12, first_column=5)
    assert body.html(["x/"]) == (
        "<h2>Title</h2>\n<ul>\n<li>a</li>\n</ul>\n"
        '<p><a href="x/">here</a><sup class="footnote-ref">1</sup> <b>d</b></p>\n'
        '<section class="footnotes">\n<ol>\n<li>\n<p>note </p>\n</li>\n</ol>\n</section>\n'
    )
    assert (body.headings, body.anchors) == ((), frozenset())
    assert [(one.code, one.place.line, one.place.column) for one in problems] == [("W801", 12, 5), ("W804", 16, 5)]


def test_plain_text_is_the_words_alone_each_block_on_its_own_line() -> None:
    text = "## A & *b*\n\nc[^1] ![d](d.png)e\n\n- [x] f\n- `<g>`\n\n| h | i |\n|---|---|\n| j | k |\n\n[^1]: l\n"
    body, _ = read_body(text, "x.md")
    assert plain_text(body) == "A & b\nc e\nDone: f\n<g>\nh\ni\nj\nk\nl"
    assert plain_text("<p>one</p>\n<p>two <a hre") == "one\ntwo"


def test_plain_text_of_typed_html_keeps_its_blocks_apart() -> None:
    assert plain_text(read_body("<div>a</div><div>b<p>c</p></div>", "x.md")[0]) == "a\nb\nc"


def test_line_ends_of_windows_and_old_macs_are_line_ends() -> None:
    expected = read_body("## a\n\nb\n- c\n", "x.md")
    assert read_body("## a\r\n\r\nb\r\n- c\r\n", "x.md") == expected
    assert read_body("## a\r\rb\r- c\r", "x.md") == expected


def test_characters_that_cannot_be_shown_are_left_out_with_a_warning() -> None:
    text = "a\x00b\n\nc\x0bd &#1;e \ufffe\n\ntab\tstays, so do \x85 \u2028 and \U0001f389\n\x92"
    body, problems = read_body(text, "x.md", first_line=3)
    assert body.html([]) == "<p>ab</p>\n<p>c d e</p>\n<p>tab\tstays, so do   \u2028 and \U0001f389</p>\n"
    assert [(one.code, one.place.line, one.place.column) for one in problems] == [
        ("W807", 3, 2), ("W807", 5, 2), ("W807", 7, 18), ("W807", 8, 1),
    ]  # fmt: skip


PARAGRAPHS = [
    f"Paragraph {number} about the fares of the buses to and from the docks and back." for number in range(14)
]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["Begin.", *PARAGRAPHS, "Between.", *PARAGRAPHS], [(33, "W803")]),
        ([*PARAGRAPHS, *PARAGRAPHS[:12]], [(29, "W803")]),
        ([*PARAGRAPHS, *PARAGRAPHS[:11]], []),
        (PARAGRAPHS[:1] * 40, []),
        ([str(number) for number in range(20)] * 2, []),
    ],
    ids=["pasted twice", "a dozen", "eleven", "one of forty times", "short ones"],
)
def test_a_text_that_was_pasted_twice_is_told_where_the_second_copy_begins(
    blocks: list[str], expected: list[tuple[int, str]]
) -> None:
    assert codes("\n\n".join(blocks)) == expected


def test_an_empty_text_is_an_empty_body() -> None:
    assert read_body("", "x.md") == (Body(("",), (), (), frozenset()), ())


def test_a_heading_without_words_is_none() -> None:
    body, problems = read_body("##\n\n## <b></b>\n\n## &nbsp;\n\n## a\n", "x.md")
    assert (body.headings, problems) == ((Heading(2, "a", "a", 7),), ())


@pytest.mark.parametrize(
    "piece", ["[", "![", ">", "> ", "*", "*a ", "_a*", "`", "<", "<b>", "<!--", "- ", "1. ", "|", "[]()"]
)
@pytest.mark.parametrize("last", ["", "a"])
def test_a_hundred_thousand_signs_that_nothing_closes_are_read_in_seconds(piece: str, last: str) -> None:
    begin = time.process_time()
    body, _ = read_body(piece * (100_000 // len(piece)) + last, "x.md")
    body.html([None] * len(body.targets))
    plain_text(body)
    assert time.process_time() - begin < 5
