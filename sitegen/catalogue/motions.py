"""Problems with motions: codes 900 to 924."""

from typing import Final

from sitegen.catalogue.entry import Entry

MOTIONS: Final[dict[str, Entry]] = {}
