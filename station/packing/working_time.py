"""The time from a notice to its answer as stretches of a working day each, which bars can show. Pure.

What counts is the rule's own: a day off moves nothing and uses nothing up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, timezone
from typing import assert_never

from station.packing.deadlines import Calendar, CutOff, Days, Deadline, Hours, Rule, Week, deadline

STRETCHES_MAX = 7
"""More of them are one: bars that small say nothing."""

_DAY = timedelta(days=1)
_DAY_HOURS = 24
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """``off`` are the spans within it that do not count. Microseconds."""

    start_us: int
    end_us: int
    off: tuple[_Span, ...] = ()

    @property
    def working_us(self) -> int:
        return self._working(self.end_us)

    def left_us(self, now_us: int) -> int:
        """Working time until its end."""
        return self.working_us - self._working(max(self.start_us, min(now_us, self.end_us)))

    def gone(self, now_us: int) -> float:
        """From 0 to 1."""
        return 1 - self.left_us(now_us) / self.working_us if self.working_us else float(now_us >= self.end_us)

    def _working(self, until_us: int) -> int:
        resting = sum(max(0, min(end, until_us) - start) for start, end in self.off)
        return until_us - self.start_us - resting


def stretches(found: Deadline, calendar: Calendar, utc_offset_minutes: int) -> tuple[Stretch, ...]:
    """The first begins with the notice, the last ends when the answer is due."""
    ends = tuple(_ends(found, calendar, utc_offset_minutes))
    starts = (found.start_us, *ends[:-1])
    week = found.rule.week
    return tuple(
        Stretch(start_us=start, end_us=end, off=tuple(_off(start, end, week, calendar, utc_offset_minutes)))
        for start, end in zip(starts, ends, strict=True)
    )


def _ends(found: Deadline, calendar: Calendar, utc_offset_minutes: int) -> Iterator[int]:
    for number in range(1, STRETCHES_MAX):
        end_us = _end(found.rule, number, found.start_us, calendar, utc_offset_minutes)
        if end_us >= found.due_us:
            yield found.due_us
            return
        if number == 1 and _end(found.rule, STRETCHES_MAX, found.start_us, calendar, utc_offset_minutes) < found.due_us:
            break
        yield end_us
    yield found.due_us


def _end(rule: Rule, number: int, start_us: int, calendar: Calendar, utc_offset_minutes: int) -> int:
    """Of the how-many-th stretch, as the rule counts."""
    match rule.term:
        case Days(by_minute=by):
            counted = replace(rule, term=Days(days=number, by_minute=by))
        case Hours() | CutOff():
            counted = replace(rule, term=Hours(hours=number * _DAY_HOURS))
        case _:
            assert_never(rule.term)
    return deadline(counted, start_us, calendar, utc_offset_minutes).due_us


def _off(start_us: int, end_us: int, week: Week, calendar: Calendar, utc_offset_minutes: int) -> Iterator[_Span]:
    zone = timezone(timedelta(minutes=utc_offset_minutes))
    day = datetime.fromtimestamp(start_us // 1_000_000, UTC).astimezone(zone).date()
    while (begins := _us(datetime.combine(day, time(), tzinfo=zone))) < end_us:
        ends = _us(datetime.combine(day + _DAY, time(), tzinfo=zone))
        if not calendar.works(day, week):
            yield max(begins, start_us), min(ends, end_us)
        day += _DAY


def _us(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000
