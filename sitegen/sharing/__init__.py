"""Sharing: a picture for each page that networks show beside a link, and words in the lengths that they take.

Drawing is imported only where a picture has to be drawn: most builds find theirs kept from the last one.
"""

from sitegen.sharing.card import Card, card_name
from sitegen.sharing.making import make_card
from sitegen.sharing.networks import Network, Post, load_networks, write_posts

__all__ = ["Card", "Network", "Post", "card_name", "load_networks", "make_card", "write_posts"]
