"""Problems with files as such, and with the values of fields: codes 100 to 299."""

from typing import Final

from sitegen.catalogue.entry import Entry

FILES: Final[dict[str, Entry]] = {
    # 1 · reading files
    "E101": Entry(
        "This file is not saved as UTF-8 text.",
        "Save it again with the encoding UTF-8, or type the odd character anew.",
    ),
    "E102": Entry("A tab stands where only spaces can stand.", "Replace the tab with two spaces."),
    "E103": Entry("The front matter that begins with '---' has no end.", "Write a line '---' below the last field."),
    "E104": Entry("This line cannot be read: {reason}.", "{advice}"),
    "E105": Entry("'{key}' stands twice here.", "Keep one of the two; the first is in line {first}."),
    "E106": Entry(
        "A value cannot begin with '*' or '&' here.",
        'Put the value in "quotation marks", or write out what it stands for.',
    ),
    "E107": Entry(
        "A value cannot begin with '!' here.",
        "Put the value in \"quotation marks\", or take the word with the '!' away.",
    ),
    "E108": Entry(
        "Fields are expected here, not words or a list.",
        "Write one field on each line, such as 'title: The spring fair'.",
    ),
    "E109": Entry(
        "A quotation mark in this table is opened and not closed.",
        'Close it: "text, with a comma". A mark inside is written twice: "".',
    ),
    "E110": Entry(
        "This row has {cells} cells; the table has {columns} columns.",
        'Put a text that holds a comma in "quotation marks".',
    ),
    "E111": Entry("The columns of this table are not parted by commas.", "Save it again as CSV with commas."),
    "E112": Entry(
        "A second document begins here; one file holds one.",
        "Take this line away, or put what follows into a file of its own.",
    ),
    "E113": Entry("Lists and fields stand in one another too deeply here.", "Write them in at most 24 steps."),
    "E114": Entry(
        "The name of a field is expected here.",
        "Write 'field: value'. If it is a value, put it in \"quotation marks\".",
    ),
    "E115": Entry("This line should be three hyphens.", "Write '---' above the first field and below the last."),
    "E116": Entry(
        "The front matter begins too late: nothing can stand above it.",
        "Let the file begin with '---', in the first line and without spaces.",
    ),
    "E117": Entry(
        "This file has no front matter, which should hold {fields}.", "Let it begin with these lines: {lines}."
    ),
    "W118": Entry(
        "What follows a space and '#' is a comment, and is left out.",
        "If it is part of the text, put all of it in \"quotation marks\". If not, write a space after the '#'.",
    ),
    "E119": Entry("This is a link to something outside the party's folder.", "Put the file itself in its place."),
    "E120": Entry("This cannot be read: {reason}.", "{advice}"),
    "E121": Entry(
        "The name of this file holds a character that cannot be shown.",
        "Rename it with letters, figures and hyphens.",
    ),
    "E122": Entry("The table has no column '{column}'.", "Add it to the first line: {explanation}"),
    "E123": Entry("Column {number} has no name.", "Write its name in the first line, or delete the column."),
    "E124": Entry("Fields cannot be merged with '<<' here.", "Write the fields out."),
    "E125": Entry(
        "'{key}' stands between commas, and no colon follows.",
        "If it is part of the text before it, put all of that in \"quotation marks\"; if not, write 'field: value'.",
    ),
    # 2 · values and fields
    "E201": Entry("'{field}' is missing.", "Write, for example, '{field}: {example}': {explanation}"),
    "E202": Entry("'{field}' is not a field here."),
    "E203": Entry(
        "'{field}' is one piece of text, not a list or a set of fields.",
        "Write it on one line: '{field}: text'.",
    ),
    "E204": Entry("'{value}' is not one of the choices for '{field}'."),
    "E205": Entry(
        "'{field}' is private and is never published.",
        "Take it out. A role mailbox goes into 'contact'; everyone may be able to read this file.",
    ),
    "E206": Entry(
        "'{field}' is made of fields of its own.",
        "Write them below it, indented by two spaces, or like this: '{field}: {example}'.",
    ),
    "E207": Entry("'{field}' takes a list.", "Write '{field}: {example}', or one item a line with '- ' before it."),
    "E208": Entry(
        "'{value}' is not a known role.",
        "Choose a role of the vocabulary, such as secretary, or write 'title:' with words of your own.",
    ),
    "E209": Entry("'{field}' is empty.", "Write at least one: '{field}: {example}'."),
    "E210": Entry("'{value}' is not a date.", "{advice}"),
    "E211": Entry(
        "'{value}' leaves the day open; '{field}' needs a whole date.",
        "Write year-month-day, such as 2026-03-12.",
    ),
    "E212": Entry(
        "'{value}' is not a count.",
        "Write a whole number, alone or after over, more than, at least, about, nearly or up to.",
    ),
    "E213": Entry("'{value}' is not a whole number.", "Write figures alone, such as 12."),
    "E214": Entry("'{value}' is neither yes nor no.", "Write yes or no."),
    "E215": Entry("'{value}' cannot be an id.", "Use small letters, figures and single hyphens, such as {hint_id}."),
    "E216": Entry("'{field}' does not hold an e-mail address.", "Write one mailbox, such as secretary@example.org."),
    "E217": Entry("'{value}' is not a web address.", "Write it in full, such as https://example.org/join."),
    "E218": Entry(
        "'{value}' is not a colour.",
        'Write # and six figures or letters from a to f, in quotation marks: "#b8231b".',
    ),
    "E219": Entry("'{value}' is not a language code.", "Write en, cy, or another code of two letters."),
    "E220": Entry(
        "A static site cannot keep a secret: everyone can read what it publishes.",
        "Send it to members by e-mail, or put it behind a login elsewhere. Here write 'public' or 'unlisted'.",
    ),
    "E221": Entry("'{first}' and '{second}' cannot stand together.", "Keep one of the two."),
    "E222": Entry("'{field}' comes before '{other}'.", "Check both dates."),
}
