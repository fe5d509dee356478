"""The settings of a site: what `mkdocs.yml` says, and the day it is."""

from datetime import date
from pathlib import Path
from typing import NamedTuple


class Settings(NamedTuple):
    """What `mkdocs.yml` says, and the day it is; paths are absolute.

    `repository` is where the sources are kept on the web, such as an address on GitHub, or empty; `branch` the
    line of versions in it that is published. `guide` is the address at which the guide is published, or empty.
    """

    root: Path
    site_name: str
    site_url: str
    today: date
    content: str = "content"
    data: str = "data"
    feed_items: int = 20
    share_images: bool = True
    look: str = "party"
    documents: bool = True
    repository: str = ""
    branch: str = "main"
    guide: str = ""
