"""What is said about results, from E685 to W699: ballot files, ranks, votes, stages, lots."""

from typing import Final

from sitegen.catalogue.entry import Entry

RESULTS: Final[dict[str, Entry]] = {
    "E685": Entry("This ballot file cannot be counted: {reason}.", "{advice}"),
    "E686": Entry(
        "'{value}' is not a number of votes.",
        "Write figures, with at most five decimal places, such as 1204 or 12.53217.",
    ),
    "E687": Entry("The ranks are not in order: {reason}."),
    "E688": Entry("'{field}' does not belong to a result by the method '{method}'."),
    "E689": Entry("Stage {number} does not add up: {reason}.", "{advice}"),
    "E690": Entry("This does not agree: {reason}."),
    "E691": Entry("This lot decides nothing: {reason}."),
    "E692": Entry(
        "A poll elects nobody, and '{candidate}' is marked here.",
        "Take 'elected' out. If it was an election or a selection, write 'kind: election' or 'kind: selection'.",
    ),
    "W693": Entry(
        "'{candidate}' is not published yet, so the figures of this position are not shown.",
        "They are shown when the candidate's page is published.",
    ),
    "E694": Entry(
        "There are more votes than papers: {reason}, and {valid} papers are valid.",
        "Check the votes and 'valid' in 'ballots'.",
    ),
    "E695": Entry("A lot must decide: {reason}."),
    "W696": Entry(
        "'{candidate}' stands for this position, and this result says nothing of the candidate.",
        "Add a line, or write 'status: withdrawn' in the candidate's file.",
    ),
    "E697": Entry(
        "'{field}' is missing, which a result by the method '{method}' needs.",
        "Write it, such as '{{candidate: jo-example, {field}: 1}}', or choose another method.",
    ),
    "E698": Entry("The ballot papers do not add up: {reason}.", "Check 'issued', 'cast', 'valid' and 'spoilt'."),
    "W699": Entry("'{candidate}' is {words} by this result, and the candidate's own page says '{status}'."),
}
