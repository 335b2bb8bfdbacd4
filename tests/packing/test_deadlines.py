"""Deadlines as a shop works them out on paper, across weekends, holidays and make-up days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.packing.deadlines import (
    DAYS_OFF_MAX,
    NO_RULES,
    Calendar,
    CutOff,
    DayName,
    Days,
    DeadlineRules,
    Hours,
    Policy,
    Purpose,
    Rule,
    Term,
    Week,
    deadline,
)

CHINA = timezone(timedelta(hours=8))
FESTIVAL = DayName(zh="春节", en="Spring Festival")
FEBRUARY = {date(2027, 2, day): FESTIVAL for day in range(5, 13)}
MAKE_UP = frozenset({date(2027, 1, 31), date(2027, 2, 14)})
"""An arrangement invented for these tests: Friday 5 to Friday 12 February off, two Sundays worked for it."""
CALENDAR = Calendar(off=FEBRUARY, on=MAKE_UP, confirmed=frozenset({2026, 2027}))


def _rule(term: Term, week: Week = Week.MON_SAT, *, name: str = "r", purpose: Purpose = Purpose.DISPATCH) -> Rule:
    return Rule(id=name, purpose=purpose, term=term, week=week, zh="规则", en="rule")


CUT_OFF_16 = _rule(CutOff(at_minute=16 * 60, by_minute=18 * 60))
CUT_OFF_17 = _rule(CutOff(at_minute=17 * 60, by_minute=24 * 60))
HOURS_24 = _rule(Hours(hours=24))
HOURS_72 = _rule(Hours(hours=72), Week.EVERY_DAY)
CONFIRM_21 = _rule(CutOff(at_minute=21 * 60, by_minute=21 * 60), Week.EVERY_DAY)
CHARGEBACK = _rule(Days(days=3, by_minute=18 * 60), Week.MON_FRI)


def _us(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=CHINA).timestamp()) * 1_000_000


def _text(time_us: int) -> str:
    return datetime.fromtimestamp(time_us / 1_000_000, CHINA).strftime("%m-%d %H:%M")


CASES: Mapping[str, tuple[Rule, str, str, int]] = {
    # rule, begun (2027 but for the first), due, days skipped
    "C1: paid in the morning": (CUT_OFF_16, "2026-11-20T09:12", "11-20 18:00", 0),
    "C1: the last minute": (CUT_OFF_16, "2027-01-26T15:59", "01-26 18:00", 0),
    "C1: at the cut-off is after it": (CUT_OFF_16, "2027-01-26T16:00", "01-27 18:00", 0),
    "C3: Saturday is worked": (CUT_OFF_16, "2027-01-23T10:00", "01-23 18:00", 0),
    "C3: Saturday after the cut-off": (CUT_OFF_16, "2027-01-23T16:30", "01-25 18:00", 1),
    "C3: an ordinary Sunday": (CUT_OFF_16, "2027-01-24T10:00", "01-25 18:00", 1),
    "a make-up Sunday before the festival": (CUT_OFF_16, "2027-01-31T10:00", "01-31 18:00", 0),
    "Saturday evening before a make-up Sunday": (CUT_OFF_16, "2027-01-30T20:00", "01-31 18:00", 0),
    "the last working day": (CUT_OFF_16, "2027-02-04T15:00", "02-04 18:00", 0),
    "the evening before the festival": (CUT_OFF_16, "2027-02-04T20:10", "02-13 18:00", 8),
    "in the festival": (CUT_OFF_16, "2027-02-08T09:00", "02-13 18:00", 5),
    "Saturday evening after it, before a make-up Sunday": (CUT_OFF_16, "2027-02-13T17:00", "02-14 18:00", 0),
    "C2: the whole day is left": (CUT_OFF_17, "2027-02-04T16:59", "02-05 00:00", 0),
    "C2: after the cut-off": (CUT_OFF_17, "2027-02-04T17:00", "02-14 00:00", 8),
    "C4: an ordinary day": (HOURS_24, "2027-01-26T15:30", "01-27 15:30", 0),
    "C4: over Sunday": (HOURS_24, "2027-01-23T15:30", "01-25 15:30", 1),
    "C4: begun on Sunday": (HOURS_24, "2027-01-24T15:30", "01-26 00:00", 1),
    "C4: into the festival": (HOURS_24, "2027-02-04T15:30", "02-13 15:30", 8),
    "C4: begun in the festival": (HOURS_24, "2027-02-10T15:30", "02-14 00:00", 3),
    "C4: over a make-up Sunday": (HOURS_24, "2027-02-13T15:30", "02-14 15:30", 0),
    "C6: the platform knows no holiday": (HOURS_72, "2027-02-04T15:30", "02-07 15:30", 0),
    "C7: the same evening": (CONFIRM_21, "2027-02-04T18:05", "02-04 21:00", 0),
    "C7: handed over late": (CONFIRM_21, "2027-02-04T21:30", "02-05 21:00", 0),
    "C10: an ordinary week": (CHARGEBACK, "2027-01-18T11:00", "01-21 18:00", 0),
    "C10: over a weekend": (CHARGEBACK, "2027-01-21T11:00", "01-26 18:00", 2),
    "C10: a make-up Sunday is a working day": (CHARGEBACK, "2027-01-28T11:00", "02-01 18:00", 1),
    "C10: over the festival and its make-up Sunday": (CHARGEBACK, "2027-02-03T11:00", "02-15 18:00", 9),
}


@pytest.mark.parametrize("case", CASES)
def test_worked_cases(case: str) -> None:
    """Each case of the table is due when it was worked out by hand, and has skipped as many days."""
    rule, start, due, skipped = CASES[case]
    found = deadline(rule, _us(start), CALENDAR)
    assert (_text(found.due_us), len(found.skipped)) == (due, skipped)


def test_it_names_the_days_it_skipped() -> None:
    """A holiday is named, a weekly day of rest is not."""
    found = deadline(CUT_OFF_16, _us("2027-02-04T20:10"), CALENDAR)
    assert [each.name for each in found.skipped] == [FESTIVAL] * 8
    assert [each.day for each in found.skipped] == sorted(FEBRUARY)
    (sunday,) = deadline(CUT_OFF_16, _us("2027-01-24T10:00"), CALENDAR).skipped
    assert (sunday.day, sunday.name) == (date(2027, 1, 24), None)


def test_an_unconfirmed_year_is_said() -> None:
    """What is counted across a year without its arrangement says so; a rule that counts every day does not care."""
    known = Calendar(confirmed=frozenset({2026}))
    over_new_year = _us("2026-12-31T20:00")
    assert deadline(CUT_OFF_16, over_new_year, known).unconfirmed == (2027,)
    assert deadline(HOURS_72, over_new_year, known).unconfirmed == ()
    assert deadline(CUT_OFF_16, _us("2026-12-30T09:00"), known).unconfirmed == ()


def test_the_shop_has_its_own_time() -> None:
    """The same moment is before the cut-off of one zone and after that of another."""
    moment = _us("2027-01-26T15:00")
    assert deadline(CUT_OFF_16, moment, CALENDAR, 480).due_us == _us("2027-01-26T18:00")
    assert deadline(CUT_OFF_16, moment, CALENDAR, 600).due_us == _us("2027-01-27T16:00")


def test_an_endless_holiday_ends() -> None:
    """Even a calendar that is off for years gives a deadline."""
    off = {date(2027, 1, 1) + timedelta(days=day): FESTIVAL for day in range(1000)}
    found = deadline(HOURS_24, _us("2027-02-01T10:00"), Calendar(off=off))
    assert found.due_us <= _us("2027-02-01T10:00") + (DAYS_OFF_MAX + 2) * 86_400_000_000


POLICIES = DeadlineRules(
    policies=(
        Policy(rules=(CUT_OFF_16, HOURS_24), shops=("red",), platforms=("taobao",)),
        Policy(rules=(HOURS_24,), services=("sf",)),
        Policy(rules=(HOURS_72, _rule(Hours(hours=48), Week.EVERY_DAY, name="t", purpose=Purpose.TRACKING))),
    ),
    calendar=CALENDAR,
)


@pytest.mark.parametrize(
    ("shop", "platform", "service", "due"),
    [
        ("red", "taobao", "", "01-26 18:00"),
        ("red", "aliexpress", "", "01-29 09:00"),
        ("blue", "taobao", "sf", "01-27 09:00"),
        ("blue", "taobao", "", "01-29 09:00"),
    ],
)
def test_the_first_policy_that_fits(shop: str, platform: str, service: str, due: str) -> None:
    """Shop, platform and carrier choose the policy; of its rules the earliest counts."""
    found = POLICIES.deadline(Purpose.DISPATCH, _us("2027-01-26T09:00"), shop=shop, platform=platform, service=service)
    assert found is not None
    assert _text(found.due_us) == due


def test_a_policy_without_the_purpose_is_passed_over() -> None:
    """A shop's own dispatch rules leave the common tracking rule standing; what nobody rules has no deadline."""
    start = _us("2027-01-26T09:00")
    found = POLICIES.deadline(Purpose.TRACKING, start, shop="red", platform="taobao")
    assert found is not None
    assert (found.rule.id, _text(found.due_us)) == ("t", "01-28 09:00")
    assert POLICIES.deadline(Purpose.CHARGEBACK, start, shop="red", platform="taobao") is None
    assert NO_RULES.deadline(Purpose.DISPATCH, start, shop="red", platform="taobao") is None


@pytest.mark.parametrize("year", [1, 1999, 2100, 9999])
def test_no_time_of_this_century(year: int) -> None:
    """A year that a spreadsheet made up gives no deadline, and no crash."""
    start_us = int((datetime(year, 12, 30, tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()) * 1_000_000
    assert POLICIES.deadline(Purpose.DISPATCH, start_us, shop="red", platform="taobao") is None


@given(
    start_us=st.integers(_us("2027-01-01T00:00"), _us("2027-03-31T23:59")),
    later_us=st.integers(0, 10 * 86_400_000_000),
    rule=st.sampled_from([CUT_OFF_16, CUT_OFF_17, HOURS_24, HOURS_72, CONFIRM_21, CHARGEBACK]),
)
def test_later_is_never_due_earlier(start_us: int, later_us: int, rule: Rule) -> None:
    """A deadline lies after its start, on a day that counts, and what begins later is never due before."""
    found, after = (deadline(rule, begun, CALENDAR) for begun in (start_us, start_us + later_us))
    assert start_us < found.due_us <= after.due_us
    last = datetime.fromtimestamp((found.due_us - 1) / 1_000_000, CHINA).date()
    assert CALENDAR.works(last, rule.week)
    assert not any(CALENDAR.works(each.day, rule.week) for each in found.skipped)


@given(start_us=st.integers(_us("2027-01-01T00:00"), _us("2027-03-31T23:59")), hours=st.integers(1, 200))
def test_hours_are_counted_as_by_hand(start_us: int, hours: int) -> None:
    """Counting minute by minute over the working days gives the same time, to the minute."""
    start_us -= start_us % 60_000_000
    found = deadline(_rule(Hours(hours=hours)), start_us, CALENDAR)
    left, moment = hours * 60, datetime.fromtimestamp(start_us / 1_000_000, CHINA)
    while left:
        step = min(left, 1440 - moment.hour * 60 - moment.minute)
        left -= step if CALENDAR.works(moment.date(), Week.MON_SAT) else 0
        if not CALENDAR.works(moment.date(), Week.MON_SAT):
            step = 1440 - moment.hour * 60 - moment.minute
        moment += timedelta(minutes=step)
    assert found.due_us == int(moment.timestamp()) * 1_000_000
