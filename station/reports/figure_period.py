"""From today, this shift or this week to times, and to those of the period beside it. No words and no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from station.reports.figure_rules import FigureRules, Shift

SECOND_US = 1_000_000
DAYS_LOOKED = 2
"""Before a day: a shift over midnight belongs to the day it began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePeriod:
    """Local times, the end not included; ``until`` is ``end`` or, while it runs, now. ``shift`` if it is one."""

    start: datetime
    end: datetime
    until: datetime
    shift: Shift | None = None

    def earlier(self, days: int) -> FigurePeriod:
        """The same by the clock on the wall, cut off at the same time."""
        back = timedelta(days=days)
        return FigurePeriod(start=self.start - back, end=self.end - back, until=self.until - back, shift=self.shift)


def local_time(at_us: int, zone: tzinfo | None) -> datetime:
    """By the clock on the wall, without a zone; ``zone`` None is the machine's own."""
    return datetime.fromtimestamp(at_us // SECOND_US, UTC).astimezone(zone).replace(tzinfo=None)


def time_us(local: datetime, zone: tzinfo | None) -> int:
    stamp = local.astimezone() if zone is None else local.replace(tzinfo=zone)
    return int(stamp.timestamp()) * SECOND_US


def day_of(now: datetime, back: int) -> FigurePeriod:
    return _until(datetime.combine(now.date() - timedelta(days=back), time()), days=1, now=now)


def week_of(now: datetime, back: int) -> FigurePeriod:
    """From Monday."""
    monday = now.date() - timedelta(days=now.weekday() + 7 * back)
    return _until(datetime.combine(monday, time()), days=7, now=now)


def shift_of(now: datetime, back: int, rules: FigureRules) -> FigurePeriod:
    """The shift that runs, or else ran last; ``back`` shifts before it. Days, where the house has no shifts."""
    if not rules.shifts:
        return day_of(now, back)
    days = DAYS_LOOKED + -(-back // len(rules.shifts))
    first = now.date() - timedelta(days=days)
    every = sorted(
        (_dated(first + timedelta(days=day), shift) for day in range(days + 1) for shift in rules.shifts),
        key=lambda each: each[0],
    )
    begun = [each for each in every if each[0] <= now]
    start, end, shift = begun[-1 - back]
    return FigurePeriod(start=start, end=end, until=min(end, now), shift=shift)


def _dated(day: date, shift: Shift) -> tuple[datetime, datetime, Shift]:
    ends = day + timedelta(days=1) if shift.over_midnight else day
    return datetime.combine(day, shift.start), datetime.combine(ends, shift.end), shift


def _until(start: datetime, *, days: int, now: datetime) -> FigurePeriod:
    end = start + timedelta(days=days)
    return FigurePeriod(start=start, end=end, until=min(end, now))
