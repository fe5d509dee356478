"""Starting a site: from a few answers to a folder that builds without a warning."""

from sitegen.starting.answers import PLACEHOLDERS, Answers, find_seat, party_names, what_is_wrong
from sitegen.starting.folder import FolderInUse, make_folder

__all__ = ["PLACEHOLDERS", "Answers", "FolderInUse", "find_seat", "make_folder", "party_names", "what_is_wrong"]
