"""Markdown as GitHub's preview shows it: safe HTML, headings, links with their lines, and what to mend.

`read_body` reads the text of a file, `read_short` that of a field. Links are only handed over (`Body.targets`):
whoever knows the whole site says where they lead, and `Body.html` puts the addresses in.
"""

from sitegen.markdown.body import Body, Heading, Item, Target
from sitegen.markdown.cutting import Cut, cut_body
from sitegen.markdown.plain import plain_text
from sitegen.markdown.reading import read_body, read_short

__all__ = ["Body", "Cut", "Heading", "Item", "Target", "cut_body", "plain_text", "read_body", "read_short"]
