"""Who is behind a motion, in words: names only of those who act in public or agreed to be shown."""

from sitegen.kinds.motions.models import Motion, Submitter, SubmitterType, Supporters
from sitegen.words import count_words, join_words


def submitters(motion: Motion) -> str:
    """All who submit it: `Riverside branch and Jo Example (Exampleton Labour Party)`."""
    return join_words([_submitter(one) for one in motion.submitted_by])


def _submitter(one: Submitter) -> str:
    name = f"{one.name} CLP" if one.type is SubmitterType.CLP and not _says_party(one.name) else one.name
    return f"{name} ({one.of})" if one.of else name


def _says_party(name: str) -> bool:
    return any(word in name.casefold().split() for word in ("clp", "party"))


def shown_supporters(supporters: Supporters | None) -> tuple[str, ...]:
    """The names of those who agreed to be shown."""
    return tuple(one.name for one in supporters.names if one.name and one.consent) if supporters else ()


def supporters_words(supporters: Supporters | None) -> str:
    """How many support it, as written: `over 20 members`; those who are not named are counted."""
    if not supporters:
        return ""
    if supporters.count:
        plural = "member" if supporters.count.text == "1" else "members"
        return f"{supporters.count.text} {plural}"
    return count_words(len(supporters.names), "member") if supporters.names else ""


def say_supporters(supporters: Supporters | None) -> str:
    """`over 20 members, among them Jo Example`."""
    names, words = shown_supporters(supporters), supporters_words(supporters)
    return f"{words}, among them {join_words(names)}" if names else words
