"""The two nights a year on which London's clocks change: a time may not exist, or come twice."""

from datetime import UTC, datetime
from typing import Literal

from sitegen.days import LONDON

ClockChange = Literal["", "skipped", "twice"]


def clock_change(local: datetime) -> ClockChange:
    """Whether a time without a zone is left out in London that night (`skipped`) or comes `twice`."""
    earlier, later = (local.replace(tzinfo=LONDON, fold=fold) for fold in (0, 1))
    if earlier.utcoffset() == later.utcoffset():
        return ""
    exists = earlier.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) == local
    return "twice" if exists else "skipped"


def in_utc(local: datetime) -> datetime:
    """A time of London's clocks in UTC; of a time that comes twice the first."""
    return local.replace(tzinfo=LONDON, fold=0).astimezone(UTC)
