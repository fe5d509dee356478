"""Reading Markdown: from an editor's text to a body, and what there is to mend in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sitegen.markdown.body import Body, Item
from sitegen.markdown.characters import drop_unprintable, find_unprintable, has_unprintable, tidy_lines
from sitegen.markdown.dressing import dress
from sitegen.markdown.footnotes import has_note_in_note, set_marks_behind_links, spare_doubles
from sitegen.markdown.headings import Headings
from sitegen.markdown.lettered import find_items, spell_letters, write_letters
from sitegen.markdown.nesting import find_bad_nesting
from sitegen.markdown.origin import Origin
from sitegen.markdown.parser import RAW_MARK, balance_html, clean_html, is_too_deep, parse_html
from sitegen.markdown.raw_html import ID, find_refused_tags, has_links_in_links, mend
from sitegen.markdown.repeats import find_repeats
from sitegen.markdown.targets import find_bad_targets, take_out_targets
from sitegen.problems import Problem, make_problem

_ITEM_TAG: Final = re.compile(r"<li[ >]")
_TOO_DEEP: Final = ">" * 100
_MOST_LINES: Final = 3
"""How many lines that need the same spaces to nest are told each by itself."""
_DEEP_QUOTE: Final = re.compile(r"^((?:[ \t]*>){99})[> \t]*", re.MULTILINE)


def read_body(
    text: str, file: str, first_line: int = 1, *, has_letters: bool = False
) -> tuple[Body, tuple[Problem, ...]]:
    """A Markdown text that begins in a line of a file, and what there is to mend in it, by line.

    Every text gives a body. Links are not followed: their addresses are handed over as `Body.targets`.
    With `has_letters`, `a)`, `(a)`, `i)` and `–` begin list items where they nest, and `Body.items` holds all marks.
    """
    return _read(Origin(tidy_lines(text), file, first_line, 1), is_short=False, has_letters=has_letters)


def read_short(text: str, file: str, first_line: int = 1, first_column: int = 1) -> tuple[Body, tuple[Problem, ...]]:
    """Markdown of a field, as `read_body`; many may stand on one page, so it has no ids, and no links to any.

    `first_line` and `first_column` say where its first character stands in the file.
    """
    return _read(Origin(tidy_lines(text), file, first_line, first_column), is_short=True)


def _read(origin: Origin, is_short: bool, has_letters: bool = False) -> tuple[Body, tuple[Problem, ...]]:
    problems: list[Problem] = []
    origin = _tidy(origin, problems)
    if has_letters:
        origin, strays = spell_letters(origin)
        problems += strays
    parsed = _parse(origin)
    made = None if _needs_cleaning(parsed, origin) else _make_body(parsed, origin, is_short)
    if made is None or not all(target.target for target in made[0].targets):
        made = _read_raw(parsed, origin, is_short)
    body, found = made
    problems += found
    problems += find_bad_targets(body.targets, origin.file)
    told = {problem.place.line for problem in problems if problem.code == "W813"}
    problems += (one for one in find_bad_nesting(parsed, origin) if one.place.line not in told)
    if has_letters:
        body = _with_items(body, find_items(parsed, origin))
    if not is_short:
        problems += find_repeats(origin)
    return body, tuple(_few(sorted(problems))) if problems else ()


def _few(problems: list[Problem]) -> Iterator[Problem]:
    """The problems; of lines that need the same spaces only the first ones: one mistake made again and again."""
    met = Counter((one.code, one.message, one.hint) for one in problems if one.code in ("W802", "W813"))
    told: Counter[tuple[str, str, str]] = Counter()
    for one in problems:
        same = (one.code, one.message, one.hint)
        told[same] += 1
        others = met[same] - _MOST_LINES
        if others > 0 and told[same] == _MOST_LINES:
            lines = "One more line below has" if others == 1 else f"{others} more lines below have"
            yield replace(one, hint=f"{one.hint} {lines} the same.")
        elif others <= 0 or told[same] < _MOST_LINES:
            yield one


def _with_items(body: Body, items: tuple[Item, ...]) -> Body:
    """The body with its list items, if they are those of its HTML: tags that an editor typed can make others."""
    html = "".join(body.pieces)
    is_same = len(items) == len(_ITEM_TAG.findall(html.partition(' class="footnotes"')[0]))
    return body._replace(items=items) if is_same else body


def _needs_cleaning(parsed: str, origin: Origin) -> bool:
    if "<" in origin.text and RAW_MARK in parsed:
        return True
    return has_links_in_links(parsed) or (origin.has_footnotes and has_note_in_note(parsed))


def _parse(origin: Origin, raw: bool = False) -> str:
    html = parse_html(origin.text, raw)
    if origin.letters:
        html = write_letters(html, origin)
    return set_marks_behind_links(html) if origin.has_footnotes else html


def _make_body(html: str, origin: Origin, is_short: bool, is_raw: bool = False) -> tuple[Body, list[Problem]]:
    """The body that the parser's HTML makes, and what its headings have to mend."""
    if "&" in origin.text and "&#" in origin.text:
        html = drop_unprintable(html)
    headings = Headings(origin, is_short)
    html = dress(headings.write(html), origin, is_raw, is_short)
    if is_raw:
        html = mend(clean_html(html), keeps_ids=not is_short)
    pieces, targets = take_out_targets(html, origin)
    anchors: Iterable[str] = (one.anchor for one in headings.found)
    if is_raw or origin.has_footnotes:
        anchors = ID.findall(html)
    return Body(pieces, targets, tuple(headings.found), frozenset(anchors)), headings.problems


def _read_raw(parsed: str, origin: Origin, is_short: bool) -> tuple[Body, list[Problem]]:
    """The body of a text in which the editor typed tags (or an address that the parser's safe mode blanks)."""
    raw = _parse(origin, raw=True)
    if is_too_deep(raw):
        body, problems = _make_body(parsed.replace(RAW_MARK, ""), origin, is_short, is_raw=True)
        return body, [*problems, make_problem("W811", origin.place_of("<"))]
    body, problems = _make_body(balance_html(raw), origin, is_short, is_raw=True)
    return body, [*problems, *find_refused_tags(raw, origin)]


def _tidy(origin: Origin, problems: list[Problem]) -> Origin:
    """The text without what no page can show, and without what the parser cannot take."""
    if has_unprintable(origin.text):
        problems += find_unprintable(origin)
        origin = replace(origin, text=drop_unprintable(origin.text))
    if _TOO_DEEP in origin.text:
        problems.append(make_problem("W811", origin.place_of(_TOO_DEEP)))
        origin = replace(origin, text=_DEEP_QUOTE.sub(r"\1 ", origin.text))
    if origin.has_footnotes:
        origin = replace(origin, text=spare_doubles(origin, problems))
    return origin
