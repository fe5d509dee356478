"""Private data that must not be published: found in sources and in what is made, by the content model's rules.

Errors: membership numbers, in any text. Warnings, in texts that people write: mobile
numbers, home addresses, private e-mail addresses. Passwords of meetings are errors too (`meeting_secrets.py`). A
message never repeats what it found.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from html import unescape
from typing import Final, NamedTuple

from sitegen.meeting_secrets import find_secrets
from sitegen.problems import Place, Problem, make_problem
from sitegen.schema import Fields, check_fields, declare
from sitegen.shapes import shape_of
from sitegen.source import Document, Steps, Value
from sitegen.values import Text, WholeDay

MEMBERSHIP_NUMBER: Final = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z][0-9]{6,7}(?![A-Za-z0-9_])")
_MAY_BE_MOBILE: Final = (re.compile(rb"07\d{9}"), re.compile(rb"47\d{9}"))
"""What every mobile number holds once all that may part its figures is gone; each alone is looked for very fast."""
_PARTING: Final = b" \n\t\r.()-" + "\xa0".encode()
_MOBILE: Final = re.compile(
    r"(?<![\d+])(?:\(?\+44\)?[\s.-]?(?:\(0\)[\s.-]?)?7|0044[\s.-]?7|\(?07)\d(?:[\s().-]{0,2}\d){8}(?!\d)"
)
_EMAIL: Final = re.compile(r"(?<![A-Za-z0-9._%+'@-])[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_STREET: Final = re.compile(
    r"\b\d{1,4}[A-Za-z]?,?[ ]+(?:[A-Z][\w’'-]*[ ,]+){1,6}[^\n]{0,60}?\b[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}\b"
)
_EXAMPLES: Final = re.compile(r"(?:^|\.)example\.(?:org|com|net)$", re.IGNORECASE)
_ROLE_WORDS: Final = frozenset(
    """
    chair vice secretary treasurer media press social website web webmaster admin office info contact hello access
    disability women womens youth bame lgbt lgbtplus policy education unions union tulo campaign campaigns membership
    members fundraising events newsletter news editor team clp branch labour candidate candidates agent councillors
    councillor privacy data auditors auditor delegates conference complaints enquiries procedures support help mail
    noreply no-reply communications comms officer exec executive group
    """.split()
)
_UNEXAMINED: Final = frozenset(("imprint", "postal_address", "place", "dial_in"))
_CONTACTS: Final = frozenset(("privacy", "accessibility"))
_SHORTEST: Final = 6
"""A permission for fewer characters would allow far more than its reason says."""


class Permission(Fields):
    """One find that is something else than it looks."""

    file: Text = declare("The file, from the party's folder.", example="content/news/fair.md")
    text: Text = declare("What was found, as it stands there.", example="B7654321")
    reason: Text = declare("What it is.", example="An order number")
    until: WholeDay = declare("The last day of this permission.", example="2026-12-31")
    until_note: Text = declare("A note on that day.", default="")


class Permissions(Fields):
    """The finds that are allowed."""

    allow: tuple[Permission, ...] = declare(
        "Each with its reason and its end.", example="[{file: …, text: …, reason: …, until: 2026-12-31}]", default=()
    )


class Find(NamedTuple):
    """One find: its code, its text (never printed) and where it stands."""

    code: str
    text: str
    place: Place


def check_sources(
    documents: Iterable[Document], texts: Mapping[str, str], contacts: frozenset[str], today: date, own_file: str
) -> Iterator[Problem]:
    """All finds in the sources that the permissions in `own_file` do not allow; and permissions for nothing."""
    documents = tuple(documents)
    own = next((one for one in documents if one.file == own_file), None)
    permissions: tuple[Permission, ...] = ()
    if own:
        checked = check_fields(Permissions, own.values, own)
        own = checked.document
        yield from checked.problems
        permissions = checked.fields.allow if checked.fields else ()
    used: set[int] = set()
    for find in _finds(documents, texts, contacts, own_file):
        number = next((n for n, one in enumerate(permissions) if _allows(one, find, today)), None)
        if number is None:
            yield make_problem(find.code, find.place, column=find.place.column)
        else:
            used.add(number)
    for number, permission in enumerate(permissions):
        if number not in used and own:
            yield make_problem("W406", own.place("allow", number), reason=_why_useless(permission, today))


def _why_useless(permission: Permission, today: date) -> str:
    if permission.until.date < today:
        return f"ended on {permission.until.words}"
    return "fits nothing that was found"


def _allows(permission: Permission, find: Find, today: date) -> bool:
    if permission.file != find.place.file or permission.until.date < today:
        return False
    named, found = (" ".join(text.split()).casefold() for text in (permission.text, find.text))
    return named == found or found in named or (len(named) >= _SHORTEST and named in found)


def _finds(
    documents: tuple[Document, ...], texts: Mapping[str, str], contacts: frozenset[str], unread: str
) -> Iterator[Find]:
    harmless: set[str] = set()
    for file, text in texts.items():
        if file == unread:
            continue
        for code, match in _forbidden(text):
            yield Find(code, match[0], _place(file, text, match.start()))
        if "\\" not in text and not _may_be_private(text):  # behind `\`, YAML hides signs
            harmless.add(file)
    for document in documents:
        if document.file == unread or document.file in harmless:
            continue
        if document.body:
            for code, found in find_private(document.body, contacts):
                place = _place(document.file, document.body, found.start())
                yield Find(code, found[0], Place(place.file, place.line + document.body_line - 1, place.column))
        for steps, text in _texts(document.values):
            if not _is_worth_a_look(text):
                continue
            for code, found in find_private(text, contacts):
                there = _place(document.file, text, found.start())
                yield Find(code, found[0], document.place_in(steps, there.line, there.column))


def _forbidden(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Membership numbers, and passwords of meetings: what may stand in no file at all, comments included."""
    yield from find_secrets(text)
    if may_hold_number(text):
        yield from (("E401", found) for found in MEMBERSHIP_NUMBER.finditer(text))


def may_hold_number(text: str) -> bool:
    """Whether six figures stand in a row after a letter: far faster than the pattern, and nearly always they do not."""
    shape = shape_of(text)
    at = shape.find(b"000000")
    while at > 0 and not shape[at - 1 : at].isalpha():
        at = shape.find(b"000000", at + 1)
    return at > 0


def _place(file: str, text: str, at: int) -> Place:
    line_start = text.rfind("\n", 0, at) + 1
    return Place(file, text.count("\n", 0, at) + 1, at - line_start + 1)


def _texts(value: Value, at: Steps = ()) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        if len(value) > 5:
            yield at, value
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _texts(part, (*at, number))
    else:
        for name, part in value.items():
            if name in _UNEXAMINED or name == "contact" or (at and at[0] in _CONTACTS):
                continue
            if not isinstance(part, str):
                yield from _texts(part, (*at, name))
            elif len(part) > 5:
                yield (*at, name), part


@lru_cache(maxsize=4096)
def _is_worth_a_look(text: str) -> bool:
    """As `_may_be_private`; cells of tables come again and again."""
    return _may_be_private(text)


def _may_be_private(text: str) -> bool:
    """Whether anything in a text may be private: a quick look, and nearly always there is nothing."""
    return "@" in text or _may_hold_mobile(text) or b"0AA" in shape_of(text)


def find_private(text: str, contacts: frozenset[str]) -> Iterator[tuple[str, re.Match[str]]]:
    """Mobile numbers, home addresses and private e-mail addresses in a text, each with its code."""
    if _may_hold_mobile(text):
        yield from (("W402", found) for found in _MOBILE.finditer(text))
    if "@" in text:
        yield from (("W404", found) for found in _EMAIL.finditer(text) if not _is_public(found[0], contacts))
    if b"0AA" in shape_of(text):
        yield from (("W403", found) for found in _STREET.finditer(text))


def _may_hold_mobile(text: str) -> bool:
    """A quick look, over tables of figures too: it costs a twentieth of the close one."""
    if "07" not in text and "44" not in text:
        return False
    figures = text.encode().translate(None, _PARTING)
    return any(one.search(figures) for one in _MAY_BE_MOBILE)


def _is_public(address: str, contacts: frozenset[str]) -> bool:
    if address.casefold() in contacts:
        return True
    name, _, domain = address.partition("@")
    words = re.split(r"[^a-z]+", name.casefold())
    return bool(_EXAMPLES.search(domain)) or any(word in _ROLE_WORDS for word in words)


def hide_private(problem: Problem) -> Problem:
    """The problem with `…` for what looks private in its words: a wrong value may be a membership number."""
    message, hint = hide_words(problem.message), hide_words(problem.hint)
    is_same = message == problem.message and hint == problem.hint
    return problem if is_same else replace(problem, message=message, hint=hint)


def hide_words(words: str) -> str:
    """Words with `…` for what looks private in them."""
    words = MEMBERSHIP_NUMBER.sub("…", words)
    for found in (one[0] for _, one in tuple(find_private(words, frozenset()))):
        words = words if _MADE_UP in found else words.replace(found, "…")
    return words


_MADE_UP: Final = "ZZ1 1ZZ"
"""No post is delivered there: the address is our own example."""
_TAG: Final = re.compile(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_READ_ALOUD: Final = re.compile(
    r"""\b(?:alt|title|content|aria-label|aria-description|placeholder|value|summary)="([^"]*)\""""
)


def has_membership_number(html: str) -> bool:
    """Whether a made page shows one, as text or in an attribute that people read; addresses and ids do not count."""
    if not may_hold_number(html) or not MEMBERSHIP_NUMBER.search(html):
        return False
    tags = _TAG.findall(html)
    read = [_TAG.sub("\n", html), *(text for tag in tags for text in _READ_ALOUD.findall(tag))]
    return any(MEMBERSHIP_NUMBER.search(unescape(text)) for text in read)
