"""A period as the whole days that the book has sums of, and what lies before and after them. No database."""

from __future__ import annotations

DAY_US = 86_400_000_000


def whole_days(from_us: int, to_us: int) -> range:
    """UTC's, by their number from 1970; empty where the period holds none."""
    return range(-(-from_us // DAY_US), to_us // DAY_US)


def outside(days: range, from_us: int, to_us: int) -> tuple[tuple[int, int], ...]:
    """The rest of the period, ends not included; all of it where ``days`` is empty."""
    if not days:
        return ((from_us, to_us),)
    ends = ((from_us, days.start * DAY_US), (days.stop * DAY_US, to_us))
    return tuple(end for end in ends if end[0] < end[1])
