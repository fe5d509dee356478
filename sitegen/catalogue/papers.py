"""Problems with open letters and documents: codes 925 to 959."""

from typing import Final

from sitegen.catalogue.entry import Entry

PAPERS: Final[dict[str, Entry]] = {
    "E925": Entry(
        "Somebody who has withdrawn is still named here. Everyone can read this file.",
        "Empty the name; the row stays, and is not counted. Earlier versions of the file keep what was removed.",
    ),
    "W926": Entry(
        "Somebody who has withdrawn is still named here; the name is not shown.",
        "Empty the name; the row stays, and is not counted.",
    ),
    "E927": Entry(
        "'count' is {count}, but {rows} in {file} have signed.",
        "The count includes them: write at least {rows}.",
    ),
    "E928": Entry(
        "This addressee has neither 'name' nor 'role'.", "Write one of them, such as 'role: The leader of the council'."
    ),
    "W929": Entry(
        "The letter is still open, and its last day was {date}.",
        "Write 'status: closed', or a later day in 'closes'.",
    ),
    "W930": Entry("The letter is {status}, and '{field}' does not say {what}.", "Write '{example}'."),
    "E931": Entry("There is no open letter '{id}'."),
    "W933": Entry(
        "No font of the PDF files has {signs}: each is printed as an empty box.",
        "Nothing to do where it does not matter; in Word it is shown. Else write the words in Latin letters, too.",
    ),
    "E932": Entry("'closes' is before 'opens'.", "Check both days."),
}
