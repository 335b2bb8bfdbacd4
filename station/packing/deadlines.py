"""When something must be done: rules as data, a calendar of working days, and deadlines that can explain themselves.

Pure: no file, no clock, no words for people. Local time is a fixed distance from UTC, so that no clock change moves a
cut-off. Requirements C1 to C4 and C6 to C12.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import TypeAlias, assert_never

MINUTES_A_DAY = 24 * 60
DAYS_OFF_MAX = 60
"""More days off in a row are a calendar written wrongly, not a holiday."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_YEARS = range(2000, 2100)
_A_DAY = timedelta(days=1)


class Purpose(StrEnum):
    """What must be done by then, and thereby what the time is counted from."""

    DISPATCH = "dispatch"  # from the payment
    TRACKING = "tracking"  # the waybill told to the platform, from the handover
    CONFIRMATION = "confirmation"  # the shipment confirmed on the platform, from the handover
    SHORTAGE_NOTICE = "shortage_notice"  # the buyer told, from when the shortage was found
    PARCEL_STOP = "parcel_stop"  # a sealed box taken aside whose order was cancelled or is held; no rule counts it
    CHARGEBACK = "chargeback"  # the answer to the bank, from its notice
    DISPUTE = "dispute"  # the answer to the platform or the buyer, from the notice
    ORDER_CONFIRM = "order_confirm"  # the order confirmed on the platform, from when it was placed (C9)
    RESPONSE = "response"  # the buyer's question answered, from when it came (C9, C12)


class Week(StrEnum):
    """The days a rule counts. ``EVERY_DAY`` knows no holidays either."""

    MON_FRI = "mon-fri"
    MON_SAT = "mon-sat"
    EVERY_DAY = "every-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayName:
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Days off beside the weekly ones, and days worked in spite of them (make-up days).

    ``confirmed`` are the years whose arrangement has been published; what is counted across another one may move.
    """

    off: Mapping[date, DayName] = field(default_factory=dict)
    on: frozenset[date] = frozenset()
    confirmed: frozenset[int] = frozenset()

    def works(self, day: date, week: Week) -> bool:
        match week:
            case Week.EVERY_DAY:
                return True
            case Week.MON_SAT | Week.MON_FRI:
                rest = 6 if week is Week.MON_SAT else 5
                return day in self.on or (day not in self.off and day.weekday() < rest)
            case _:
                assert_never(week)


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """Begun before ``at_minute`` of a working day: by ``by_minute`` of that day; later: of the next working day."""

    at_minute: int
    by_minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """So many hours; the clock stands still on days off."""

    hours: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """By ``by_minute`` of the working day that is so many after the day it began."""

    days: int
    by_minute: int = MINUTES_A_DAY


Term: TypeAlias = CutOff | Hours | Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """``source`` is the requirement or contract the rule comes from."""

    id: str
    purpose: Purpose
    term: Term
    week: Week
    zh: str
    en: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A day that did not count; ``name`` is None for the weekly day of rest."""

    day: date
    name: DayName | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time, and all it came from. ``unconfirmed`` are years it was counted across without their arrangement."""

    rule: Rule
    start_us: int
    due_us: int
    skipped: tuple[Skipped, ...] = ()
    unconfirmed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Which rules bind whom; nothing named means anybody's."""

    rules: tuple[Rule, ...]
    shops: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    services: tuple[str, ...] = ()

    def fits(self, *, shop: str, platform: str, service: str) -> bool:
        wanted = ((self.shops, shop), (self.platforms, platform), (self.services, service))
        return all(not known or value in known for known, value in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRules:
    """For each purpose the first policy that fits and has such rules counts, and of its rules the earliest deadline."""

    policies: tuple[Policy, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)
    utc_offset_minutes: int = 480

    def deadline(
        self, purpose: Purpose, start_us: int, *, shop: str, platform: str, service: str = ""
    ) -> Deadline | None:
        """None when no rule binds, or ``start_us`` is no time of this century."""
        if (_EPOCH + timedelta(microseconds=start_us)).year not in _YEARS:
            return None
        for policy in self.policies:
            rules = [rule for rule in policy.rules if rule.purpose is purpose]
            if rules and policy.fits(shop=shop, platform=platform, service=service):
                found = (deadline(rule, start_us, self.calendar, self.utc_offset_minutes) for rule in rules)
                return min(found, key=lambda each: each.due_us)
        return None


NO_RULES = DeadlineRules()


def deadline(rule: Rule, start_us: int, calendar: Calendar, utc_offset_minutes: int = 480) -> Deadline:
    """When what began at ``start_us`` must be done by this rule."""
    zone = timezone(timedelta(minutes=utc_offset_minutes))
    start = (_EPOCH + timedelta(microseconds=start_us)).astimezone(zone)
    due = _due(rule, start, calendar)
    last = (due - timedelta(microseconds=1)).date()
    skipped = tuple(_skipped(start.date(), last, rule.week, calendar))
    years = range(start.year, last.year + 1) if rule.week is not Week.EVERY_DAY else range(0)
    return Deadline(
        rule=rule,
        start_us=start_us,
        due_us=(due - _EPOCH) // timedelta(microseconds=1),
        skipped=skipped,
        unconfirmed=tuple(year for year in years if year not in calendar.confirmed),
    )


def _due(rule: Rule, start: datetime, calendar: Calendar) -> datetime:
    match rule.term:
        case CutOff(at_minute=at, by_minute=by):
            day = start.date()
            if not calendar.works(day, rule.week) or start >= _at(day, at, start):
                day = _next_working(day, rule.week, calendar)
            return _at(day, by, start)
        case Days(days=days, by_minute=by):
            day = start.date()
            for _ in range(days):
                day = _next_working(day, rule.week, calendar)
            return _at(day, by, start)
        case Hours(hours=hours):
            return _after(start, timedelta(hours=hours), rule.week, calendar)
        case _:
            assert_never(rule.term)


def _after(start: datetime, left: timedelta, week: Week, calendar: Calendar) -> datetime:
    moment = start
    while True:
        if not calendar.works(moment.date(), week):
            moment = _at(_next_working(moment.date(), week, calendar), 0, start)
        midnight = _at(moment.date(), MINUTES_A_DAY, start)
        if moment + left <= midnight:
            return moment + left
        left -= midnight - moment
        moment = midnight


def _next_working(day: date, week: Week, calendar: Calendar) -> date:
    for _ in range(DAYS_OFF_MAX):
        day += _A_DAY
        if calendar.works(day, week):
            return day
    return day  # whoever reads the calendar has refused such a row of days


def _skipped(first: date, last: date, week: Week, calendar: Calendar) -> Iterator[Skipped]:
    day = first
    while day <= last:
        if not calendar.works(day, week):
            yield Skipped(day=day, name=calendar.off.get(day))
        day += _A_DAY


def _at(day: date, minute: int, like: datetime) -> datetime:
    return datetime.combine(day, time(), tzinfo=like.tzinfo) + timedelta(minutes=minute)
