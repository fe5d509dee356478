"""The problems of pictures that cannot be shown, and of words that are hard to read."""

from typing import Final

from sitegen.catalogue.entry import Entry

PLAIN_WORDS: Final[dict[str, Entry]] = {
    "E814": Entry(
        "The picture '{target}' is empty: its file has 0 bytes.", "Copy it here again from where it came from."
    ),
    "E815": Entry(
        "The picture '{target}' is damaged or cut off, so browsers cannot show it.",
        "Open the original, and save it again as .jpg, .png or .webp.",
    ),
    "E816": Entry(
        "The picture '{target}' is in the format of iPhones (HEIC), which most browsers do not show.",
        (
            "Open it and save it as .jpg; on the iPhone, Settings, Camera, Formats, 'Most Compatible' makes it take "
            "such pictures by itself."
        ),
    ),
    "E817": Entry(
        "The picture '{target}' is not what its name says, so browsers cannot show it.",
        "Rename it, so that its name ends in {ending}.",
    ),
    "E818": Entry(
        "The picture '{target}' has more than 80 million pixels: too many to work with.",
        "Save it smaller; 2,500 pixels on its longer side are enough for any page.",
    ),
    "W819": Entry(
        "The words of this link are its address, which nobody wants to hear read out.",
        "Say what is there: [the budget in full]({target}).",
    ),
    "W820": Entry(
        "The heading '{text}' leaves a level out: {found} stands below {above}.",
        "Write '{marks} {text}'.",
    ),
    "W821": Entry(
        "'{text}' is in capitals, which are hard to read.", "Write '{better}', with capitals for names alone."
    ),
    "W822": Entry(
        "The sentences of this text have {average} words on average; its longest begins here, with {most}.",
        "Make two or three of it: up to 20 words are easy to follow.",
    ),
}
