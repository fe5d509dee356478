"""Counting preferences: ballot files are read, papers are counted stage by stage, and every stage adds up.

Pure functions over plain values: nothing here knows candidates' pages or what editors write
beside a ballot file (that is `sitegen/elections/outcome.py`).
"""

from sitegen.elections.counting.ballot_file import read_ballots
from sitegen.elections.counting.ballots import Ballots, Pile
from sitegen.elections.counting.scottish import LotMisplaced, LotMissing, count_ballots
from sitegen.elections.counting.stages import Act, Count, Stage, Tie

__all__ = [
    "Act",
    "Ballots",
    "Count",
    "LotMisplaced",
    "LotMissing",
    "Pile",
    "Stage",
    "Tie",
    "count_ballots",
    "read_ballots",
]
