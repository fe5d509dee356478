"""Problems with motions: codes 900 to 924, and 934 to 937."""

from typing import Final

from sitegen.catalogue.entry import Entry

MOTIONS: Final[dict[str, Entry]] = {
    "E900": Entry("'{motion}' has no clause '{clause}'.", "Its clauses are named as on its page: {names}."),
    "E901": Entry(
        "The words '{words}' do not stand in {clause} of '{motion}'.",
        "Copy them as they stand there: '{text}'.",
    ),
    "E902": Entry("'{op}' needs '{field}'.", "{advice}"),
    "E903": Entry(
        "'{clause}' is a whole part, not a clause.",
        "Write a clause of it, such as '{clause}.1'; to add one at the end of the part, write 'op: add'.",
    ),
    "E904": Entry(
        "The text leaves a blank '{name}', and 'blanks' does not say what it is for.",
        "Write 'blanks:' and, below it, indented, '{name}: name of your …'.",
    ),
    "W905": Entry("The text has no blank '{name}'.", "Write '{written}' where it belongs, or take this line out."),
    "E906": Entry("This motion descends from itself: {way}.", "Take one of these references out."),
    "E907": Entry(
        "'{motion}' amends an amendment already, and cannot be amended in turn.",
        "Amend '{other}' instead, or write a new amendment to the motion itself.",
    ),
    "E908": Entry(
        "'count' is {count}, but {names} are named.",
        "The count includes the names: write at least {names}.",
    ),
    "E909": Entry(
        "No consent is given to show this name. Everyone can read this file.",
        "Empty the name; the row is still counted. If they agreed, say so in '{field}'.",
    ),
    "W910": Entry(
        "No consent is given to show this name, so it is counted and not shown.",
        "Empty the name, or say in '{field}' that they agreed.",
    ),
    "W911": Entry(
        "The motion is still tabled, and the meeting was on {date}.",
        "Write in 'status' what became of it; 'outcome-not-recorded' if nobody knows.",
    ),
    "W912": Entry(
        "'{other}' has the letter '{letter}' under the same item of the agenda.",
        "Give one of them another letter.",
    ),
    "W913": Entry(
        "The clauses of this motion stand in one another {depth} deep; nobody can follow that, and Word counts nine.",
        "Write the inner ones as clauses of their own.",
    ),
    "W914": Entry(
        "'{one}' and an amendment carried before it change the same words of {clause}.",
        "The text as carried shows the first. Write 'words' as they stand after it, or join the two.",
    ),
    "E915": Entry(
        "The words '{words}' stand {times} times in {clause} of '{motion}'.",
        "Write more of the words around them, so that it is clear which are meant.",
    ),
    "W916": Entry(
        "'{name}' is no constituency of {year}, so it is listed and has no place on the map.",
        "Did you mean '{near}'?",
    ),
    "E917": Entry("A motion cannot amend itself.", "Write the id of the motion that it changes."),
    "W934": Entry(
        "'{written}' looks like a blank, and cannot be filled in.",
        "Write '{blank}': two brackets on each side, and one word between them.",
    ),
    "E935": Entry("'{name}' cannot be the name of a blank.", "Write one word in small letters, such as '{id}'."),
    "W936": Entry(
        "This is an amendment, and 'amends' does not say what it changes.",
        "Write 'amends: {{motion: …, op: replace, clause: resolves.1, text: …}}', or the motion alone.",
    ),
    "W937": Entry("This motion has no text.", "Write what it says below the second '---'."),
}
