"""What each status of a motion means: its word, its shape, and the explanation on the page of reference."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from sitegen.kinds.motions.models import Motion, Status, Type


class Meaning(NamedTuple):
    """A status in words. `tone` and `icon` are as in the component `tag`; `is_final`: a meeting has decided."""

    words: str
    explanation: str
    tone: str = "plain"
    icon: str = ""
    is_final: bool = False


MEANINGS: Final[Mapping[Status, Meaning]] = {
    Status.DRAFT: Meaning("Draft", "Somebody is still writing it. Nobody has submitted it yet.", "soft"),
    Status.MODEL: Meaning(
        "Model", "A text for other parties to fill in, change and move. No meeting of ours is to vote on it.", "soft"
    ),
    Status.SUBMITTED: Meaning("Submitted", "It has come in on time, and is not on an agenda yet.", "soft"),
    Status.TABLED: Meaning("Tabled", "It is on the agenda of a meeting that has still to come.", "plain", "calendar"),
    Status.RULED_OUT: Meaning(
        "Ruled out", "Those who set the agenda, or the chair, did not allow a debate on it.", "plain", "barred", True
    ),
    Status.COMPOSITED: Meaning(
        "Composited", "It was merged with others into one text, which was debated in its place.", "plain", "join", True
    ),
    Status.SUPERSEDED: Meaning("Superseded", "A later motion has taken its place.", "plain", "on", True),
    Status.WITHDRAWN: Meaning("Withdrawn", "Those who submitted it took it back before a vote.", "plain", "back", True),
    Status.NOT_REACHED: Meaning(
        "Not reached", "The meeting ended before its turn. It may come back at the next one.", "soft", "", True
    ),
    Status.CARRIED: Meaning("Carried", "The meeting agreed to it as it stood.", "main", "tick", True),
    Status.CARRIED_AS_AMENDED: Meaning(
        "Carried as amended", "The meeting changed the text first, and then agreed to it.", "main", "tick", True
    ),
    Status.CARRIED_IN_PARTS: Meaning(
        "Carried in parts", "The meeting voted on parts of it one by one, and agreed to some.", "main", "tick", True
    ),
    Status.LOST: Meaning("Lost", "The meeting voted against it.", "plain", "close", True),
    Status.REMITTED: Meaning(
        "Remitted",
        "With the mover’s consent it went to the executive to look into, without a vote.",
        "plain",
        "on",
        True,
    ),
    Status.REFERRED_BACK: Meaning(
        "Referred back", "The meeting sent it back to be worked on, and will see it again.", "plain", "back", True
    ),
    Status.FORWARDED: Meaning(
        "Forwarded", "It was agreed, and sent on to another body, such as a conference.", "main", "on", True
    ),
    Status.OUTCOME_NOT_RECORDED: Meaning(
        "Outcome not recorded", "It was before a meeting, and our papers do not say how that ended.", "soft", "", True
    ),
}

TYPE_WORDS: Final[Mapping[Type, str]] = {
    Type.POLICY: "Policy motion",
    Type.EMERGENCY: "Emergency motion",
    Type.PROCEDURAL: "Procedural motion",
    Type.RULE_CHANGE: "Rule change",
    Type.CONSTITUTIONAL: "Constitutional motion",
    Type.STATEMENT: "Statement",
    Type.MODEL: "Model motion",
    Type.COMPOSITE: "Composite",
    Type.AMENDMENT: "Amendment",
}
TYPE_PLURALS: Final[Mapping[Type, str]] = {
    **{type: f"{words}s" for type, words in TYPE_WORDS.items()},
}

ORGANISATIONS: Final = {
    "clp": "General meeting",
    "branch": "Branch meeting",
    "executive": "Executive committee",
    "agm": "Annual general meeting",
    "conference": "Conference",
    "nec": "National Executive Committee",
}
"""The vocabulary of `organisation`; other words are printed as written."""


def type_words(motion: Motion) -> str:
    """What sort of motion it is, in words."""
    return TYPE_WORDS[motion.sort] if motion.sort else "Motion"


def status_words(written: str) -> str:
    """A status of the reference in words, or somebody's own words as they are."""
    return MEANINGS[Status(written)].words if written in set(Status) else written[:1].upper() + written[1:]
