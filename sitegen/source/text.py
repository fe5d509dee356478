"""From bytes to text: UTF-8 alone, with `\\n` at line ends."""

from pathlib import Path

from sitegen.problems import Place, make_problem
from sitegen.source.document import Unreadable


def read_text(path: Path, file: str) -> str:
    """The text of a UTF-8 file with `\\n` at line ends; raises Unreadable where there is none to be had."""
    try:
        data = path.read_bytes()
    except PermissionError:
        reason, advice = "you have no permission to read it", "Give yourself that permission, or ask whose file it is."
        raise Unreadable(make_problem("E120", Place(file), reason=reason, advice=advice)) from None
    except FileNotFoundError:
        reason, advice = "it has just been taken away", "Put it back, or run the command again."
        raise Unreadable(make_problem("E120", Place(file), reason=reason, advice=advice)) from None
    if b"\0" in data[:4]:
        raise Unreadable(make_problem("E101", Place(file)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - before.rfind(b"\n")
        raise Unreadable(make_problem("E101", Place(file, before.count(b"\n") + 1, column))) from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
