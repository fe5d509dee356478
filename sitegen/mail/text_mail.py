"""E-mail in plain text, for those who read it so, and for filters that ask for both."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from sitegen.mail.fitting import links_as_words
from sitegen.mail.letter import Letter

_TAG: Final = re.compile(r"<(/?[a-z][a-z0-9]*)([^>]*)>")
_EXACT: Final = re.compile(r"<pre[^>]*>(.*?)</pre>", re.DOTALL)
_START: Final = re.compile(r'start="(\d+)"')


def make_text_mail(html: str) -> str:
    """The words of the HTML in lines of at most 72 characters; addresses stand behind the words of their links.

    The HTML is made of the tags that are kept for mail, with no `>` in an attribute, as `fit_for_mail` writes it.
    """
    letter = Letter()
    words, *others = _TAG.split(links_as_words(_EXACT.sub(_without_tags, html)))
    letter.say(words)
    for tag, attributes, words in zip(others[::3], others[1::3], others[2::3], strict=True):
        if act := (_IN_TABLES if letter.rows else _ACTS).get(tag):
            act(letter, attributes)
        letter.say(words)
    letter.write_table()
    letter.end_paragraph()
    return str(letter)


def _without_tags(found: re.Match[str]) -> str:
    return f"<pre>{_TAG.sub('', found[1])}</pre>"


def _leave_free(letter: Letter, _: str) -> None:
    letter.leave_free()


def _end_heading(sign: str) -> "_Act":
    """A heading as plain text has it: a line below the first two levels, the words alone below those."""

    def act(letter: Letter, _: str) -> None:
        letter.end_paragraph(sign)
        letter.leave_free()

    return act


def _begin_quotation(letter: Letter, _: str) -> None:
    letter.leave_free()
    letter.begin_part("> ")


def _end_quotation(letter: Letter, _: str) -> None:
    letter.end_part()
    letter.leave_free()


def _begin_numbers(letter: Letter, attributes: str) -> None:
    found = _START.search(attributes)
    letter.begin_list(int(found[1]) if found else 1)


def _end_exact(letter: Letter, _: str) -> None:
    letter.write_exact()
    letter.leave_free()


def _end_table(letter: Letter, _: str) -> None:
    letter.write_table()
    letter.leave_free()


_Act = Callable[[Letter, str], None]
_SIGNS: Final[Mapping[str, _Act]] = {
    **dict.fromkeys(("code", "/code"), lambda letter, _: letter.say("`")),
    **dict.fromkeys(("del", "/del"), lambda letter, _: letter.say("~~")),
    "tr": lambda letter, _: letter.rows.append([]),
}
_ACTS: Final[Mapping[str, _Act]] = {
    **_SIGNS,
    **dict.fromkeys(("p", "/p", "div", "/div", "h1", "h2", "h3", "h4", "caption", "/caption"), _leave_free),
    **dict.fromkeys(("dl", "dt", "/dl", "pre", "table"), _leave_free),
    "/h1": _end_heading("="),
    "/h2": _end_heading("-"),
    **dict.fromkeys(("/h3", "/h4"), _leave_free),
    "br": lambda letter, _: letter.end_paragraph(),
    "hr": lambda letter, _: letter.rule_off(),
    "ul": lambda letter, _: letter.begin_list(None),
    "ol": _begin_numbers,
    **dict.fromkeys(("/ul", "/ol"), lambda letter, _: letter.end_list()),
    "li": lambda letter, _: letter.begin_item(),
    **dict.fromkeys(("/li", "/dd"), lambda letter, _: letter.end_part()),
    "dd": lambda letter, _: letter.begin_part("    "),
    "blockquote": _begin_quotation,
    "/blockquote": _end_quotation,
    "/pre": _end_exact,
}
_IN_TABLES: Final[Mapping[str, _Act]] = {
    **_SIGNS,
    **dict.fromkeys(("p", "div", "li", "br", "/caption"), lambda letter, _: letter.say(" ")),
    **dict.fromkeys(("/td", "/th"), lambda letter, _: letter.end_cell()),
    "/table": _end_table,
}
"""In a table a line holds a whole row, so nothing breaks it."""
