"""Pages: from the loaded site to finished HTML, ready for the frame of the theme."""

from sitegen.pages.making import make_pages
from sitegen.pages.page import Page
from sitegen.pages.workshop import Workshop, make_workshop

__all__ = ["Page", "Workshop", "make_pages", "make_workshop"]
