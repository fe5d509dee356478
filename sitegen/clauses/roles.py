"""The role of a part, found by the verb of its heading: "This meeting therefore resolves" resolves."""

import re
from typing import Final

from sitegen.clauses.wording import Role

_VERBS: Final = {
    Role.NOTES: "note|notes|noting|noted",
    Role.BELIEVES: "believe|believes|believing|believed",
    Role.RESOLVES: "resolve|resolves|resolving|resolved",
    Role.MANDATES: "mandate|mandates|mandating|mandated",
    Role.PROPOSES: "propose|proposes|proposing|proposed|proposal|proposals",
    Role.CALLS: "call|calls|calling|called",
    Role.PROCEDURE: "procedure|procedures|procedural",
    Role.APPENDIX: "appendix|appendices|appendixes",
}
_ANY: Final = re.compile(
    "|".join(rf"(?P<{role.value}>\b(?:{verbs})\b)" for role, verbs in _VERBS.items()), re.IGNORECASE
)


def find_role(heading: str) -> Role:
    """The role that the first such verb of a heading names."""
    found = _ANY.search(heading)
    return Role(found.lastgroup) if found and found.lastgroup else Role.OTHER
