"""From today, this shift or this week to times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from station.home import Home
from station.reports.figure_period import day_of, local_time, shift_of, time_us, week_of
from station.reports.figure_rules import FigureRules, load_figure_rules
from station.settings import config_dir


def _at(text: str) -> datetime:
    """By the clock on the wall."""
    return datetime.fromisoformat(text)


NOON = _at("2026-11-18 12:30")  # a Wednesday


@pytest.fixture
def rules(tmp_path: Path) -> FigureRules:
    """Early 06 to 14, late 14 to 22, night 22 to 06."""
    return load_figure_rules(Home(tmp_path / "home"), config_dir())


def test_a_day_that_runs_ends_now() -> None:
    """Today up to now, yesterday whole."""
    today, yesterday = day_of(NOON, 0), day_of(NOON, 1)
    assert (today.start, today.until, today.end) == (_at("2026-11-18 00:00"), NOON, _at("2026-11-19 00:00"))
    assert (yesterday.start, yesterday.until) == (_at("2026-11-17 00:00"), _at("2026-11-18 00:00"))


def test_a_week_begins_on_monday() -> None:
    """Also when it is Monday, or when a year ends in it."""
    assert week_of(NOON, 0).start == _at("2026-11-16 00:00")
    assert week_of(_at("2026-11-16 00:00"), 1).start == _at("2026-11-09 00:00")
    assert week_of(_at("2027-01-01 09:00"), 0).start == _at("2026-12-28 00:00")


@pytest.mark.parametrize(
    ("now", "back", "name", "start"),
    [
        (NOON, 0, "early", _at("2026-11-18 06:00")),
        (NOON, 1, "night", _at("2026-11-17 22:00")),
        (NOON, 3, "early", _at("2026-11-17 06:00")),
        (NOON, 10, "night", _at("2026-11-14 22:00")),
        (_at("2026-11-18 02:00"), 0, "night", _at("2026-11-17 22:00")),
        (_at("2026-11-18 22:00"), 0, "night", _at("2026-11-18 22:00")),
    ],
)
def test_shifts(rules: FigureRules, now: datetime, back: int, name: str, start: datetime) -> None:
    """The one that runs, and those before it; one over midnight belongs to the day it began."""
    period = shift_of(now, back, rules)
    assert period.shift is not None
    assert (period.shift.id, period.start, period.end) == (name, start, start + timedelta(hours=8))


def test_shifts_that_leave_a_gap(rules: FigureRules) -> None:
    """Outside all shifts it is the one that ran last; a house without shifts has days."""
    from dataclasses import replace

    early = replace(rules, shifts=rules.shifts[:1])
    gap = shift_of(_at("2026-11-18 17:00"), 0, early)
    assert (gap.start, gap.until) == (_at("2026-11-18 06:00"), _at("2026-11-18 14:00"))
    assert shift_of(_at("2026-11-18 03:00"), 0, early).start == _at("2026-11-17 06:00")
    assert shift_of(NOON, 1, replace(rules, shifts=())) == day_of(NOON, 1)


def test_the_period_beside_ends_at_the_same_time() -> None:
    """Half a day stands beside half a day."""
    before = day_of(NOON, 0).earlier(7)
    assert (before.start, before.until) == (_at("2026-11-11 00:00"), _at("2026-11-11 12:30"))


def test_by_the_clock_on_the_wall() -> None:
    """A day begins at local midnight, also when the clocks were changed in it."""
    berlin = ZoneInfo("Europe/Berlin")
    start = time_us(_at("2026-10-25 00:00"), berlin)
    assert time_us(_at("2026-10-26 00:00"), berlin) - start == 25 * 3_600_000_000
    assert local_time(start, berlin) == _at("2026-10-25 00:00")
    assert local_time(time_us(NOON, timezone(timedelta(hours=8))), UTC) == _at("2026-11-18 04:30")
