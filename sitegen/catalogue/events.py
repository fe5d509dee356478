"""Problems with events, calendars and accounts: codes 960 to 979."""

from typing import Final

from sitegen.catalogue.entry import Entry

_ASK_FOR_IT = (
    "Send it to members by e-mail, or use a link at which they register. Here say how to ask for it, such as "
    "'joining: The link comes by e-mail'."
)

EVENTS: Final[dict[str, Entry]] = {
    "E960": Entry(
        "This link carries the password of a meeting, in column {column}: everyone can read what a static site "
        "publishes.",
        _ASK_FOR_IT,
    ),
    "E961": Entry(
        "This link leads to somebody's personal meeting room, in column {column}: whoever reads it can walk into "
        "every meeting held there.",
        f"Make a meeting of its own for each date. {_ASK_FOR_IT}",
    ),
    "E962": Entry(
        "A password seems to stand here, in column {column}: everyone can read what a static site publishes.",
        _ASK_FOR_IT,
    ),
    "E963": Entry(
        "This file is called '{name}', and its id is '{id}'.",
        "Take 'id' out: the name of the file is the id. An id never changes, since calendars know the event by it.",
    ),
    "E964": Entry(
        "'{field}' has {has}, and 'start' has {other}.",
        "Write a date alone for a whole day, or times for both, such as 2026-03-12 19:30.",
    ),
    "E965": Entry(
        "'{value}' does not say on which day it is.",
        "Write a weekday, such as 'thursday', for weeks; 'second thursday', 'last friday' or a day such as '15' for "
        "months.",
    ),
    "E966": Entry(
        "'{value}' does not say how often it is.",
        "Write one of: day, week, fortnight, month, quarter, year; or a number before it, such as '6 weeks'.",
    ),
    "E967": Entry(
        "'{first}' does not fit '{second}'.",
        "{fitting}",
    ),
    "E968": Entry(
        "{day} is no date of this series.",
        "{near}",
    ),
    "E969": Entry(
        "'{series}' is no series: it has no 'repeats'.",
        "Name the event that repeats, or take 'series' out.",
    ),
    "E970": Entry(
        "{time} does not exist on {day}: the clocks go forward that night.",
        "Write a time before 01:00 or from 02:00.",
    ),
    "W971": Entry(
        "{time} comes twice on {day}: the clocks go back that night.",
        "Calendars take the first of the two. Write a time before 01:00 or from 02:00, if you can.",
    ),
    "E972": Entry(
        "This rule cannot be read: {reason}",
        "Write it in words, such as '{{every: month, on: second thursday}}', or as in 'FREQ=MONTHLY;BYDAY=2TH'.",
    ),
    "E973": Entry(
        "'start' is {day}, which is no date of 'repeats'.",
        "Write the first date on which it meets{near}, or correct 'repeats'.",
    ),
    "E974": Entry(
        "The series '{series}' has no date on {day}.",
        "If this date was moved, write 'moved_from:' and the date it had. If it is a further one, list it in the "
        "series under 'also'. If it is an event of its own, take 'series' out.",
    ),
    "E975": Entry(
        "'{other}' stands for {day} of this series already.",
        "Keep one of the two, or correct 'moved_from'.",
    ),
    "E976": Entry(
        "'{field}' is only for events that repeat.",
        "Write 'repeats' too, or take it out.",
    ),
    "W977": Entry(
        "It is {status}, and nobody says why.",
        "Write 'cancelled_reason:' and a sentence: people who planned to come want to know.",
    ),
    "E978": Entry(
        "The account '{other}' has this address already.",
        "Keep one of the two.",
    ),
    "W979": Entry(
        "This links to the account {account}, which is not among our official ones.",
        "If it is ours, list it in {file}. If it is somebody else's, name it in 'other_accounts' of {party}.",
    ),
}
