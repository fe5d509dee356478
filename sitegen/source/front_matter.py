"""Front matter: the fields between two lines `---` at the top of a Markdown file."""

import re
from typing import Final

from frontmatter.default_handlers import YAMLHandler

from sitegen.problems import Place, Problem, make_problem
from sitegen.source.document import Document, Unreadable
from sitegen.source.fields import read_yaml

_BOUNDARY: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
_HANDLER: Final = YAMLHandler(fm_boundary=_BOUNDARY)
_LONG_BOUNDARY: Final = re.compile(r"^-{4,}[ \t]*$", re.MULTILINE)
_LATE: Final = re.compile(r"(?:[ \t]*\n)*[ \t]*(-{3,})[ \t]*\n(?:[ \t]*\n)*[ \t]*[a-z_]+[ \t]*:(?:[ \t]|\n)")


def read_markdown(text: str, file: str) -> tuple[Document, tuple[Problem, ...]]:
    """A Markdown file with its front matter; raises Unreadable where it is not clear where that begins or ends."""
    if not _BOUNDARY.match(text):
        if late := _LATE.match(text):
            code = "E116" if late[1] == "---" else "E115"
            raise Unreadable(make_problem(code, Place(file, text.count("\n", 0, late.start(1)) + 1)))
        return Document(file, {}, {}, text, 1), ()
    try:
        front, body = _HANDLER.split(text)
    except ValueError:
        front, body = text[3:], ""
        ended = False
    else:
        ended = True
    if found := _LONG_BOUNDARY.search(front):
        raise Unreadable(make_problem("E115", Place(file, front.count("\n", 0, found.start()) + 1)))
    if not ended:
        raise Unreadable(make_problem("E103", Place(file)))
    document, problems = read_yaml(front, file)
    line = text.count("\n", 0, len(text) - len(body)) + 1
    return Document(file, document.values, document.marks, body, line), problems
