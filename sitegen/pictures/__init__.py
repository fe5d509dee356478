"""Pictures that a party puts into content: what they are, in which sizes they are sent, and nothing else in them.

A phone gets a small WebP, an old browser a JPEG or PNG, and nobody the place where a photo was taken. Pillow is loaded
only for a picture that no earlier build has seen: what it found and made is kept (`sitegen.keeping`).
"""

from sitegen.pictures.collection import Pictures
from sitegen.pictures.facts import ENDINGS, Facts

__all__ = ["ENDINGS", "Facts", "Pictures"]
