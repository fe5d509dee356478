"""The fonts that the package carries, for documents and share images; see README.md for where they are from."""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
HEADING: Final = FOLDER / "besley-700.ttf"
TEXT: Final = FOLDER / "noto-sans-400.ttf"
BOLD: Final = FOLDER / "noto-sans-700.ttf"
ITALIC: Final = FOLDER / "noto-sans-400-italic.ttf"
BOLD_ITALIC: Final = FOLDER / "noto-sans-700-italic.ttf"
