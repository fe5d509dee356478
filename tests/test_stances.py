"""Where somebody stands is told by a word and a shape, in the colour of the text: without colours it says the same."""

import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from typing import Final

import pytest

from tests import ROOT
from tests.test_chart_colours import (
    LEAST_CONTRAST,
    THEME,
    colour_of,
    contrast,
    every_scheme,
    every_sight,
    read_tokens,
    seen_by,
)

STANCE: Final = THEME / "components" / "stance"
STANCES: Final = ("yes", "no", "qualified", "other", "none")
"""In the order of the component's examples."""
COLOURS_OF_TEXT: Final = {"currentColor", "none", "var(--paper)"}


class _Signs(HTMLParser):
    """The paths of each example, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.shapes: list[list[str]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "svg":
            self.shapes.append([])
            self.words.append("")
        elif tag == "path":
            self.shapes[-1].append(str(given["d"]))

    def handle_data(self, data: str) -> None:
        if self.words:
            self.words[-1] += data


@cache
def read_signs() -> Mapping[str, tuple[tuple[str, ...], str]]:
    """The shape and the words of each stance, as the component draws them."""
    parser = _Signs()
    parser.feed((STANCE / "expected.html").read_text("utf-8"))
    signs = zip(parser.shapes, parser.words, strict=True)
    return dict(zip(STANCES, ((tuple(shape), words.strip()) for shape, words in signs), strict=True))


def test_every_stance_has_a_word_and_a_shape_of_its_own() -> None:
    shapes = [shape for shape, _ in read_signs().values()]
    words = [words for _, words in read_signs().values()]
    assert all(shapes)
    assert all(words)
    assert len(set(shapes)) == len(set(words)) == len(STANCES)


def test_the_two_round_signs_differ_in_what_stands_in_them() -> None:
    """Yes is a filled disc with a tick, no answer an open ring with a stroke: told apart without any colour."""
    yes, none = read_signs()["yes"][0], read_signs()["none"][0]
    assert yes[0] == none[0]
    assert yes[1] != none[1]
    css = (STANCE / "figures.css").read_text("utf-8")
    assert ".stance--yes path:first-child" in css
    assert "stroke-dasharray" in css


def test_no_stance_has_a_colour_of_its_own() -> None:
    rules = (STANCE / "figures.css").read_text("utf-8")
    used = set(re.findall(r"(?<![-\w])(?:fill|stroke|color|background): ([^;}]+)", rules))
    assert used
    assert used <= COLOURS_OF_TEXT


@every_sight
@every_scheme
def test_every_sign_is_seen_on_paper_and_the_tick_in_its_disc(sight: str, scheme: str) -> None:
    tokens = read_tokens(None, scheme)
    ink, paper = (seen_by(colour_of(tokens[name], tokens), sight) for name in ("--ink", "--paper"))
    assert contrast(ink, paper) >= LEAST_CONTRAST


@pytest.mark.parametrize("folder", ["tag", "outcomes", "vote"])
def test_other_signs_of_outcomes_carry_words_in_all_their_examples(folder: str) -> None:
    examples = (ROOT / "themes/clp/components" / folder / "expected.html").read_text("utf-8")
    for example in re.split(r"<!-- .*? -->", examples)[1:]:
        assert re.sub(r"<[^>]+>", "", example).strip(), example
