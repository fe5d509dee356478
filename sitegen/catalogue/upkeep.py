"""Problems that come with time alone: codes 830 to 849. None stops a build."""

from typing import Final

from sitegen.catalogue.entry import Entry

UPKEEP: Final[dict[str, Entry]] = {
    "N830": Entry("{says} {when}: {day}.", "Nothing to do yet."),
    "W831": Entry("It was tentative, and the day has passed: {day}.", "Write 'confirmed' or 'cancelled' in 'status'."),
    "W832": Entry(
        "Nominations closed on {closes}, and {number} still 'seeking' ({names}).",
        "Write in each one's file what became of them: 'status: on-ballot', withdrawn, elected or not-elected.",
    ),
    "N833": Entry(
        "Nominations closed on {closes}, and the lists are not said to be complete.",
        "If they are, write 'lists_complete: yes'. If they will never be, say in 'as_at' when they were last brought up to date.",
    ),
    "N834": Entry(
        "The meeting of {day} has no report yet.",
        "Begin one on your site's page edit/, or type: sitegen add report \"{title}\" --date {date}, and write 'meeting: events:{id}' in it. If none will be published, write 'report_expected: no' here.",
    ),
    "N835": Entry(
        "The announcement ended on {until}, and is not shown any more.",
        "Take it out, or write a new one with a later day.",
    ),
    "N836": Entry(
        "The last newsletter is dated {date}, {months} months ago.",
        "Begin the next on your site's page edit/, or type: sitegen add newsletter \"…\". If there is none to come, say so on the page 'subscribe.md'.",
    ),
    "W837": Entry(
        "The site was last checked for barriers on {reviewed}, more than a year ago.",
        "Try it with the keyboard alone and at twice the size of text; then write the day of that here.",
    ),
    "W838": Entry(
        "This page says '{words}', and was last changed on {touched}.",
        "Read it again, and put right what has passed. Then write 'updated: {today}' above.",
    ),
    "N839": Entry(
        "The answers were asked for by {deadline}, and '{candidate}' is still said to have promised one.",
        "Write what came of it: 'no-reply', or the answers into {file}.",
    ),
    "N840": Entry("There is the same to do in {number}.", "Look into {files}."),
}
