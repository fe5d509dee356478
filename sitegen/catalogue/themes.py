"""Problems with the look of a site and with the files by which a party changes it: codes 531 to 539."""

from typing import Final

from sitegen.catalogue.entry import Entry

THEMES: Final[dict[str, Entry]] = {
    "E531": Entry("'{look}' is not a look of the theme.", "Write 'look: party' or 'look: campaign'."),
    "E532": Entry("'{field}' is not a setting of the theme."),
    "E533": Entry(
        "This template cannot be read: {reason}", "Mend it, or delete the file: the theme's own then stands."
    ),
    "E534": Entry("There is no file '{name}' in the theme."),
    "E535": Entry("'{name}' makes no '{macro}'."),
    "E536": Entry(
        "The page '{address}' is made without the imprint.", "Print it: '{{{{ imprint_text }}}}' in the foot."
    ),
    "E537": Entry("'{macro}' does not take '{parameter}', which our pages give it."),
    "W538": Entry("This file takes the place of nothing in the theme."),
    "E539": Entry("This template stops when a page is made: {reason}", "Mend it, or delete the file."),
}
