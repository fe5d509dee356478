"""The only reader of a party's files: folders, YAML, front matter and CSV become values that keep their lines.

Values come out as written: every scalar is text (`no`, `010`, `1.10`, `19:30`), an empty
value is absent. Nothing here knows what a field means.
"""

from sitegen.source.document import Document, Refused, Steps, Unreadable, Value
from sitegen.source.fields import read_yaml
from sitegen.source.folders import list_files
from sitegen.source.front_matter import read_markdown
from sitegen.source.tables import read_table
from sitegen.source.text import read_text

__all__ = [
    "Document",
    "Refused",
    "Steps",
    "Unreadable",
    "Value",
    "list_files",
    "read_markdown",
    "read_table",
    "read_text",
    "read_yaml",
]
