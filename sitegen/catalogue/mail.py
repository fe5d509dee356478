"""Problems with newsletters, sharing, redirects and galleries: codes 980 to 999."""

from typing import Final

from sitegen.catalogue.entry import Entry

MAIL: Final[dict[str, Entry]] = {
    "E980": Entry(
        "'{target}' is unlisted, so no newsletter leads to it.",
        "Take it out of 'items', or write 'visibility: public' in {file}.",
    ),
    "E981": Entry(
        "Another issue has the number {number} already: {other}.",
        "Give this one the next free number.",
    ),
    "E982": Entry(
        "Another issue has the same date already, {date}: {other}.",
        "Give one of them another day, or write the time after it, such as 2026-03-12 19:30: "
        "an issue gathers what is new since the one before.",
    ),
    "W983": Entry(
        "This issue is dated {date} and first shown on {shown}: services that send by feed pass over what comes late.",
        "Write 'date: {shown}'.",
    ),
    "W984": Entry(
        "Issue {number} is dated after issue {later}.",
        "Check both dates: services that send by feed pass over an issue that is dated before the last one.",
    ),
    "E986": Entry(
        "'{target}' is an address of this site, written out.",
        "Write the path alone, such as '{path}', so that it can be checked.",
    ),
    "E987": Entry(
        "'{target}' is an old address itself: line {line} leads on from there.",
        "Write where the text is now.",
    ),
    "W985": Entry(
        "This issue is too long for an e-mail: mailboxes cut off what is over 100 kB.",
        "The e-mail gives its summary and leads to the page. Put the longest part into a news item to send all of it.",
    ),
}
