"""A pasted list, line by line: names with whom they nominated beside, headings and totals told apart from them.

Lines come from Word, Facebook or a web page: with numbers or bullets, brackets, tabs, "CLP" at the end of a name.
Nothing is matched here; a name is what is left when all around it is taken away.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from sitegen.elections.models import NominatorType
from sitegen.register import AreaKind, region_or_nation

_BULLET: Final = re.compile(r"^(?:[^\w\"'“”‘’(&\[]+|o(?=\t| {2,})|\[[ xX]?\](?=\s))\s*")
_NUMBER: Final = re.compile(r"^(?:\(\d{1,3}\)|\d{1,3}(?:[.):\]-]|(?=\s+[^\W\d])))\s*")
_MARKS: Final = re.compile(r"(?:\s*(?:\[\d+\]|[*†‡.,;:✓✔✅]))+$")
_QUOTES: Final = ' "“”*_'
_PARTY: Final = re.compile(r"(?:\s*[,–-])?\s+(?:C\.?L\.?P\.?|(?:Constituency )?Labour Party|Labour)$", re.IGNORECASE)
_PARTY_FIRST: Final = re.compile(r"^CLP\s*[:–-]\s*", re.IGNORECASE)
_BRACKET: Final = re.compile(r"^(.*\S)\s*[(\[]([^()\[\]]*)[)\]]$")
_HEADING: Final = re.compile(
    r"\b(?:nominat\w+|endors\w+|support\w*|updated|so far|as (?:of|at)|list of|leader|deputy|candidate)\b|https?://",
    re.IGNORECASE,
)
_COUNT_WORDS: Final = frozenset(
    """
    a all and clp clps constituencies constituency count counts far grand have in is labour listed local nominated
    nomination nominations now number of one parties party received so the there to total totals trade union unions
    affiliate affiliates affiliated socialist societies branches us
    """.split()
)
_TYPES: Final = (
    (r"(?:the )?(?:clps?|constituency labour parties|constituencies|local parties)", NominatorType.CLP),
    (r"(?:(?:affiliated|trade) )*unions?", NominatorType.UNION),
    (r"(?:affiliated )?socialist societ(?:y|ies)", NominatorType.SOCIALIST_SOCIETY),
    (r"(?:party )?branch(?:es)?", NominatorType.BRANCH),
)
HEADING: Final = "a heading"


class Line(NamedTuple):
    """One line of a list: the name, what stood in brackets behind it, and, for what is no name, why it is left out.

    `type` and `is_endorsement` are what the heading above it says of who nominates, and whether they do; `stated` is
    a total that the line prints.
    """

    number: int
    text: str
    name: str = ""
    beside: tuple[str, ...] = ()
    left_out: str = ""
    type: NominatorType | None = None
    stated: int = 0
    is_endorsement: bool = False


def read_list(lines: tuple[str, ...], is_known: Callable[[str], bool]) -> Iterator[Line]:
    """Every line that is not empty; `is_known` says of a name that it is one, whatever it looks like."""
    type: NominatorType | None = None
    is_endorsement = False
    for number, text in enumerate(lines, 1):
        if not re.search(r"\w", text):
            continue
        line = _read_line(text.strip(), is_known)
        type = line.type or type
        if line.left_out == HEADING:
            is_endorsement = "endors" in text.casefold()
        yield line._replace(number=number, text=" ".join(text.split()), type=type, is_endorsement=is_endorsement)


def _read_line(text: str, is_known: Callable[[str], bool]) -> Line:
    plain, bare = " ".join(text.split()), _bare(text)
    if not is_known(name_of(bare)):
        if (stated := _stated(plain)) is not None:
            return Line(
                0, plain, left_out="a total" if stated else "a number alone", type=_type_of(bare), stated=stated
            )
        if (type := _type_of(bare)) or _is_region(bare, plain):
            return Line(0, plain, left_out=HEADING, type=type)
    name, beside = _apart(bare, is_known)
    if not is_known(name) and (plain.endswith(":") or (not beside and _HEADING.search(plain))):
        return Line(0, plain, left_out=HEADING)
    return Line(0, plain, name, beside)


def _bare(text: str) -> str:
    """The line without its number or bullet, and without marks at its end."""
    for _ in range(3):
        text = _NUMBER.sub("", _BULLET.sub("", text))
    return _MARKS.sub("", text).strip(_QUOTES)


def name_of(text: str) -> str:
    """A name in one line without "CLP" before or behind it, and without quotation marks around it."""
    text = _PARTY_FIRST.sub("", " ".join(text.split()).strip(_QUOTES))
    text = _MARKS.sub("", _PARTY.sub("", text) or text).strip(_QUOTES)
    return text[1:-1] if text.startswith("‘") and text.endswith("’") else text


def _apart(text: str, is_known: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """The name and what stands beside it: behind a tab, in brackets, or behind a dash or colon after a known name."""
    cells = [cell.strip() for cell in text.split("\t")]
    if len(cells) > 1 and any(cells[1:]):
        return name_of(cells[0]), tuple(cells[1:])
    if is_known(name_of(text)):
        return name_of(text), ()
    if found := _BRACKET.match(" ".join(text.split())):
        inside = found[2].strip()
        return name_of(found[1]), () if re.fullmatch(r"c\.?l\.?p\.?|", inside, re.IGNORECASE) else (inside,)
    for part in (r"\s[–—-]\s", r":\s"):
        first, *rest = re.split(part, text, maxsplit=1)
        if rest and is_known(name_of(first)):
            return name_of(first), (rest[0].strip(),)
    return name_of(text), ()


def _stated(text: str) -> int | None:
    """The total that a line prints and says nothing else (`Total: 115`, `115 CLPs`); 0 for a number without words."""
    numbers, words = re.findall(r"\d[\d,]*", text), re.findall(r"[^\W\d_]+", text.casefold())
    if len(numbers) != 1 or not _COUNT_WORDS.issuperset(words):
        return None
    return int(numbers[0].replace(",", "")) if words else 0


def _type_of(text: str) -> NominatorType | None:
    """Who nominates below a line such as `Unions (2):` or `CLP nominations`."""
    words = " ".join(re.sub(r"[\d(),:]", " ", text).split())
    after = r"(?: nominat\w+| so far)*"
    found = (type for pattern, type in _TYPES if re.fullmatch(pattern + after, words, re.IGNORECASE))
    return next(found, None)


def _is_region(bare: str, plain: str) -> bool:
    """Whether a line heads the parties of a region; a whole nation may be a party, unless a colon follows."""
    area = region_or_nation(name_of(bare))
    return area is not None and (area.kind is AreaKind.REGION or plain.endswith(":"))
