"""What contests, candidates and nominations have in common: their models, thresholds, order and tallies.

The models stand here, below the kinds, because three kinds show the same people and
figures, and a kind imports no other kind (docs/decisions/0003-elections-below-kinds.md).
"""
