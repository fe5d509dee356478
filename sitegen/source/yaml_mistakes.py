"""What a YAML parser stumbles over, in words for those who wrote it, at the line that they must change."""

import re
from typing import Final

import yaml

from sitegen.problems import Place, Problem, make_problem

_UNPRINTABLE: Final = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AFTER_QUOTATION: Final = re.compile(r"""[^"']*?(?::|-)[ ]+(["'])(?:(?!\1).)*\1[ ]*[^ #]""")
_FIELD: Final = re.compile(r"""[ ]*(?:-[ ]+)*[^\s"'#:-][^:#]*:(?=\s|$)""")
_NO_SPACE: Final = re.compile(r"[ ]*(?:-[ ]+)*[\w-]+:[^\s:]")
_STARRED: Final = re.compile(r"[^:]*(?::|-)[ ]+[*&]")

_IN_QUOTATION_MARKS: Final = 'Put the value in "quotation marks".'
_LINE_UP: Final = "Begin it in the same column as the {} it belongs to."

_WORDINGS: Final = (
    (
        "unexpected ':'",
        "no space follows the colon",
        "Write 'field: value', with a colon and a space.",
    ),
    (
        "expected '-' indicator",
        "it is not in line with the list above it",
        "Begin it with '- ' in the same column as the items above.",
    ),
    (
        "block sequence entries are not allowed",
        "a list begins where a value is expected",
        "Begin the list on the next line, with '- ' before each item.",
    ),
    (
        "while parsing a flow node",
        "a comma stands where something is missing",
        "Write [one, two], with one comma between two items.",
    ),
    (
        "while parsing a flow",
        "a bracket is opened and not closed, or a comma is missing",
        "Write [one, two] or {name: value}, with a comma between.",
    ),
    (
        "unknown escape character",
        "a backslash stands between double quotation marks",
        "Use single quotation marks: 'text'.",
    ),
    (
        "while scanning a block scalar",
        "words follow '|' or '>'",
        'Begin the words on the next line, indented; or, if the sign is part of them, put all in "quotation marks".',
    ),
)


def explain_yaml(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """The mistake for which a text could not be read, with the line to change."""
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        found = _UNPRINTABLE.search(text)
        line = text.count("\n", 0, found.start()) if found else 0
        return _told(file, line, 0, "it holds a character that cannot be seen", "Type the line anew.")
    said = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    line, column = min(mark.line, len(lines) - 1), mark.column
    begun = getattr(error, "context_mark", None) or mark
    if _has_tab(lines[line], column) or "found a tab" in said:
        return make_problem("E102", Place(file, line + 1, 1))
    if "quoted scalar" in said and "escape" not in said:
        return _unclosed(lines, begun.line, begun.column, file)
    if "mapping values are not allowed" in said:
        return _colon(lines, line, column, file)
    if "expected ':'" in said:
        return _no_colon(lines, begun.line, file)
    if "expected key" in said:
        return _out_of_line(lines[line], line, column, file)
    if "while parsing a flow" in said and lines[line][column : column + 1] != ",":
        said = said.replace("flow node", "flow")
        line, column = _opened(lines, begun.line, begun.column)
    return _by_words(said, lines[line], line, column, file)


def _opened(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """The last line above with words on it, for a mark that lies behind the end of the text."""
    while line > 0 and not lines[min(line, len(lines) - 1)].strip():
        line, column = line - 1, 0
    return line, column


def _by_words(said: str, written: str, line: int, column: int, file: str) -> Problem:
    place = Place(file, line + 1, column + 1)
    if "alias" in said or "anchor" in said:
        return make_problem("E106", place)
    if " tag" in said and "tag" in said.split("did not")[0]:
        return make_problem("E107", place)
    if "document start" in said:
        return make_problem("E112", place)
    for sign, reason, advice in _WORDINGS:
        if sign in said:
            return _told(file, line, column, reason, advice)
    begins = written.strip()[:1] if "directive" in said else written[column : column + 1]
    if begins.strip():
        return _told(file, line, column, f"a value cannot begin with '{begins}'", _IN_QUOTATION_MARKS)
    return _told(file, line, column, "a sign in it has a meaning of its own", _IN_QUOTATION_MARKS)


def _told(file: str, line: int, column: int, reason: str, advice: str) -> Problem:
    return make_problem("E104", Place(file, line + 1, column + 1), reason=reason, advice=advice)


def _has_tab(written: str, column: int) -> bool:
    return "\t" in written[: len(written) - len(written.lstrip())] or written[column : column + 1] == "\t"


def _unclosed(lines: list[str], line: int, column: int, file: str) -> Problem:
    advice = 'Close it with the same mark: "text".'
    if lines[line][column : column + 1] == "'":
        advice = 'Close it with the same mark; if it is an apostrophe, put the whole text in "double quotation marks".'
    return _told(file, line, column, "a quotation mark is opened and not closed", advice)


def _colon(lines: list[str], line: int, column: int, file: str) -> Problem:
    """A colon where none may stand: a second one in its line, or the first after a line that went wrong."""
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), None)
    if above is None or _FIELD.match(lines[line][:column]):
        advice = 'Put the text after the first colon in "quotation marks".'
        return _told(file, line, column, "a second colon stands in it", advice)
    if _FIELD.match(lines[above]):
        reason = "it is indented further than the field above it"
        return _told(file, line, 0, reason, _LINE_UP.format("fields"))
    return _no_colon(lines, above, file)


def _no_colon(lines: list[str], line: int, file: str) -> Problem:
    reason = "there is no ': ' after the field's name"
    if _NO_SPACE.match(lines[line]):
        reason = "no space follows the colon"
    return _told(file, line, 0, reason, "Write 'field: value', with a colon and a space.")


def _out_of_line(written: str, line: int, column: int, file: str) -> Problem:
    place = Place(file, line + 1, column + 1)
    if written.lstrip().startswith(":"):
        return make_problem("E114", place)
    if _STARRED.match(written):
        return make_problem("E106", place)
    if _AFTER_QUOTATION.match(written) and column > len(written) - len(written.lstrip()):
        advice = "Put all of it in the other marks: '\"Enough\" is what members said'."
        return _told(file, line, column, "words follow the closing quotation mark", advice)
    kind = "items" if written[column:].startswith("- ") else "fields"
    return _told(file, line, column, f"it is not in line with the {kind} above it", _LINE_UP.format(kind))
