"""Problems with questionnaires and answers: codes 670 to 684."""

from typing import Final

from sitegen.catalogue.entry import Entry

QUESTIONNAIRES: Final[dict[str, Entry]] = {
    "E670": Entry(
        "'{field}' takes one stance, or one for each part.",
        "Write '{field}: yes', or '{field}: {{a: yes, b: none}}'.",
    ),
    "E671": Entry(
        "'{candidate}' has neither answers nor a line in 'silent'.",
        "Write {folder}/{candidate}.md, or below 'silent:' a line '- {{candidate: {candidate}, status: no-reply}}'.",
    ),
    "E672": Entry(
        "'{candidate}' stands in 'silent', and has answered in {file}.",
        "Take this line out.",
    ),
    "E673": Entry(
        "'{candidate}' is listed in 'silent' twice; the first is in line {line}.",
        "Keep one of the two lines.",
    ),
    "E674": Entry("There is no question '{question}' here."),
    "E675": Entry("The question '{question}' has no part '{part}'."),
    "E676": Entry(
        "There are two headings '{question}'; the first is in line {first}.",
        "Put all that belongs to it under one heading.",
    ),
    "E677": Entry(
        "The stance '{stance}' on '{question}' has no words that it could lead to.",
        "Write the answer below a line '## {question}', or '{question}: none' if there is none.",
    ),
    "E678": Entry(
        "This file is named after '{id}', and says that '{candidate}' has answered.",
        "Rename the file, or take the line out: the file's name says who has answered.",
    ),
    "E679": Entry(
        "One text answers everything here ('blanket: yes'), so it has no headings of questions.",
        "Begin the heading with '### ', or take 'blanket: yes' out.",
    ),
    "E680": Entry(
        "There is no answer in this file.",
        "Write it below '## q1' and so on. If none came, delete the file, and say so in 'silent' in {file}.",
    ),
    "E681": Entry(
        "A question cannot have the id '{id}'.",
        "That heading stands above the end of a reply. Write q1, q2 and so on.",
    ),
}
