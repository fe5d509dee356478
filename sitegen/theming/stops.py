"""A party's own template that stops while a page is made: one sentence in place of a traceback."""

import traceback
from pathlib import Path

from sitegen.problems import Place, Problem, make_problem
from sitegen.theming.folders import ThemeFolders
from sitegen.theming.overrides import shown_path


def explain_stop(error: BaseException, root: Path, folders: ThemeFolders) -> Problem | None:
    """The problem, with the deepest line of the party's own templates; None where the mistake is not theirs."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if any(path.is_relative_to(folder) for folder in folders.own):
            return make_problem("E539", Place(shown_path(path, root), frame.lineno or 1), reason=_reason(error))
    return None


def _reason(error: BaseException) -> str:
    """What Jinja says, where a person who writes templates can do something with it."""
    words = " ".join(str(error).split()).rstrip(".")
    if "takes not more than" in words or "takes no keyword argument" in words or "is undefined" in words:
        return f"{words}."
    if "has no attribute" in words:
        return f"there is no '{words.rsplit(' ', 1)[-1].strip(chr(39))}' here."
    return f"{words or 'nothing more is known'}."
