"""Bars of working days: as many as the rule counts, days off in none of them, from the notice to the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from station.packing.deadlines import Calendar, CutOff, DayName, Days, Hours, Purpose, Rule, Term, Week, deadline
from station.packing.working_time import Stretch, stretches

OFFSET = 480
HOUR = 3_600_000_000
RULE = Rule(
    id="bank", purpose=Purpose.CHARGEBACK, term=Days(days=3, by_minute=18 * 60), week=Week.MON_FRI, zh="银行", en="bank"
)
WEDNESDAY = int(datetime(2026, 11, 25, 4, tzinfo=UTC).timestamp()) * 1_000_000
"""Noon in Shanghai."""


def _bars(term: Term, *, week: Week = Week.MON_FRI, calendar: Calendar | None = None) -> tuple[Stretch, ...]:
    calendar = calendar or Calendar()
    found = deadline(replace(RULE, term=term, week=week), WEDNESDAY, calendar, OFFSET)
    made = stretches(found, calendar, OFFSET)
    assert (made[0].start_us, made[-1].end_us) == (WEDNESDAY, found.due_us)
    assert all(one.end_us == following.start_us for one, following in pairwise(made))
    return made


@pytest.mark.parametrize(
    ("term", "week", "hours"),
    [
        (Days(days=3, by_minute=18 * 60), Week.MON_FRI, [30, 24, 24]),
        (Hours(hours=48), Week.EVERY_DAY, [24, 24]),
        (Hours(hours=50), Week.MON_FRI, [24, 24, 2]),
        (Hours(hours=24 * 20), Week.EVERY_DAY, [480]),
        (Days(days=30), Week.EVERY_DAY, [30 * 24 + 12]),
        (CutOff(at_minute=16 * 60, by_minute=18 * 60), Week.MON_FRI, [6]),
    ],
)
def test_as_the_rule_counts(term: Term, week: Week, hours: list[int]) -> None:
    """A bar a day up to seven, one bar beyond; what a bar holds is working time."""
    assert [each.working_us // HOUR for each in _bars(term, week=week)] == hours


def test_a_weekend_uses_nothing_up() -> None:
    """From Friday evening to Monday evening one working day goes by, and none of it on Sunday."""
    last = _bars(RULE.term)[-1]
    friday, saturday, sunday = last.start_us, last.start_us + 6 * HOUR, last.start_us + 40 * HOUR
    assert (last.left_us(friday), last.gone(friday)) == (24 * HOUR, 0.0)
    assert last.left_us(saturday) == last.left_us(sunday) == 18 * HOUR
    assert (last.left_us(last.end_us), last.gone(last.end_us)) == (0, 1.0)


def test_a_holiday_is_in_no_bar() -> None:
    """A day off of the calendar moves the end as it moves the deadline, and the bar stays a day long."""
    holiday = Calendar(off={date(2026, 11, 26): DayName(zh="节", en="Feast")})
    assert [each.working_us // HOUR for each in _bars(RULE.term, calendar=holiday)] == [30, 24, 24]
