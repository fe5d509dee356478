"""The tests; what they share beyond fixtures is found from here."""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
