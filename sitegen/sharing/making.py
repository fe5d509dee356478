"""Making a share image: one that was kept from an earlier build is used again, so that drawing is rarely loaded."""

from sitegen.keeping import Keeper
from sitegen.sharing.card import Card, card_name


def make_card(card: Card, keeper: Keeper) -> bytes:
    """The picture as PNG, kept from an earlier build or drawn now."""
    return keeper.get(card_name(card), lambda: _draw(card))


def _draw(card: Card) -> bytes:
    from sitegen.sharing.drawing import draw_card  # brings the drawing half of Pillow, and the fonts

    return draw_card(card)
