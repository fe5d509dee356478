"""Charts: figures as drawings that need no script, each with its words and the same figures as a table.

Below the kinds: a kind hands over plain values and gets a `Chart`, which the component `chart` of the theme shows.
"""

from sitegen.charts.chart import Chart, Key

__all__ = ["Chart", "Key"]
