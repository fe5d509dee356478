"""Lines that look nested and are not are told how many spaces they want; all others are left in peace."""

import re

import pytest

from sitegen.markdown import read_body

WARNED = [
    ("1. a\n  - b", [(2, 3, 2)]),
    ("1) a\n  - b", [(2, 3, 2)]),
    ("- a\n - b", [(2, 2, 1)]),
    ("+ a\n + b", [(2, 2, 1)]),
    ("10. a\n   - b", [(2, 4, 3)]),
    ("100. a\n\t- b", [(2, 5, 4)]),
    ("-   a\n  - b", [(2, 4, 2)]),
    ("1. a\n 1. b", [(2, 3, 1)]),
    ("1. a\n\n  1. b", [(3, 3, 2)]),
    ("1. a\n  - b\n  - c\n2. d", [(2, 3, 2), (3, 3, 2)]),
    ("1. a\n  - b\n\n    words of b\n3. c", [(2, 3, 2)]),
    ("1. a\n   1. b\n     - c", [(3, 6, 5)]),
    ("- a\n  - b\n   - c", [(3, 4, 3)]),
    ("- a\n  - b\n - c", [(3, 2, 1)]),
    ("1. a\n   more words\n  - b", [(3, 3, 2)]),
    ("- a\nlazy words\n - b", [(3, 2, 1)]),
    ("1. a\n\n  words", [(3, 3, 2)]),
    ("- a\n\n words", [(3, 2, 1)]),
    ("1. a\n\n  > quotation", [(3, 3, 2)]),
    ("1. a\n\n   ```\n   code\n   ```\n\n  words", [(7, 3, 2)]),
    ("- a\n      - b", [(2, 2, 6)]),
    ("- a\n\t\t- b", [(2, 2, 8)]),
    ("- a\n 1986. b", [(2, 2, 1)]),
    ("> 1. a\n>   - b", [(2, 3, 2)]),
    ("> [!NOTE]\n> 1. a\n>   - b", [(3, 3, 2)]),
    ("- [ ] a\n - [ ] b", [(2, 2, 1)]),
]
AT_PEACE = [
    "- a\n  - b",
    "- a\n   - b\n     - c",
    "- a\n    - b",
    "- a\n     - b",
    "1. a\n   - b",
    "1. a\n    - b\n        - c\n2. d",
    "1. a\n\t- b",
    "10. a\n    - b",
    "- 1. a\n  - b",
    "- - a\n  - b",
    "- [ ] a\n  - [ ] b",
    "* a\n    1. b\n    2. c\n        * d\n* e",
    " * a\n * b",
    "  8. a\n  9. b\n 10. c",
    "1. a\n 2. b\n  3. c",
    "1. a\n  more words",
    "- a\n 1986 was a great year",
    "- a\n  1986. It was a great year",
    "1. a\n   2. words that no item begins",
    "Words:\n  - a\n  - b",
    "Words:\n    - a",
    "1. a\n\nWords.\n\n  - b",
    "1. a\n\n## Heading\n\n  - b",
    "1. a\n\n    words",
    "- a\n\n\n  words",
    "- a\n\n      - code",
    "- a\n\n  ```\n  1. x\n    - y\n  ```",
    "```\n1. a\n  - b\n```",
    "~~~\n- a\n - b\n~~~\n",
    "1. a\n\n  ---\n\n2. b",
    "- a\n\n ## Heading",
    "- a\n\n [r]: x.md\n\n[r]",
    "- a\n\n <div>\n\n</div>",
    "<ul>\n <li>\n  - x\n</ul>",
    "| a |\n|---|\n| - b |\n  - c",
    "1. Notes\n    a) one\n    b) two",
    "- a\n  -b",
    "Words 2 - a\n - b",
    "> - a\n>   - b",
    "- a - b\n  * c",
    "[^1]\n\n[^1]: note\n\n    - a\n\n      b\n",
]


def advice(text: str) -> list[tuple[int, int, int]]:
    """Line, spaces wanted and spaces found of each warning about nesting."""
    problems = [problem for problem in read_body(text, "x.md")[1] if problem.code == "W802"]
    numbers = [re.findall(r"\d+", problem.hint) for problem in problems]
    return [(one.place.line, int(wanted), int(found)) for one, (wanted, found) in zip(problems, numbers, strict=True)]


@pytest.mark.parametrize(("text", "expected"), WARNED, ids=repr)
def test_a_line_that_does_not_nest_is_told_how_many_spaces_it_wants(
    text: str, expected: list[tuple[int, int, int]]
) -> None:
    assert advice(text) == expected


@pytest.mark.parametrize("text", AT_PEACE, ids=repr)
def test_a_line_that_nests_or_need_not_is_left_in_peace(text: str) -> None:
    assert advice(text) == []


@pytest.mark.parametrize(("text", "expected"), WARNED, ids=repr)
def test_with_the_spaces_it_wants_a_line_nests(text: str, expected: list[tuple[int, int, int]]) -> None:
    lines = text.split("\n")
    for line, wanted, _ in expected:
        ((quote, words),) = re.findall(r"^((?:> ?)*)\s*(.*)$", lines[line - 1])
        lines[line - 1] = quote + " " * wanted + words
    assert [told for told in advice("\n".join(lines)) if told[0] == expected[0][0]] == []
