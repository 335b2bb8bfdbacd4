"""Reads what the supervisor's figures are held against (``rules/figures.toml``): shifts, targets, costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble
from station.home import Home
from station.orders.figure_names import OrderClass, Save

FILE = "figures.toml"

_Clock = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):(00|15|30|45)$")]
_Amount = Annotated[float, Meta(ge=0, le=1_000_000)]
_Seconds = Annotated[int, Meta(ge=1, le=7_200)]


class _Shift(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,19}$")]
    zh: Annotated[str, Meta(min_length=1, max_length=20)]
    en: Annotated[str, Meta(min_length=1, max_length=20)]
    start: _Clock = msgspec.field(name="from")
    end: _Clock = msgspec.field(name="to")


class _Cost(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    currency: Annotated[str, Meta(pattern=r"^[A-Z]{3}$")] = "USD"
    source: Annotated[str, Meta(max_length=200)] = ""
    amount: dict[Save, _Amount] = {}


class _Figures(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    ranking: bool = False
    first_pass_percent: Annotated[float, Meta(ge=0, le=100)] = 99.0
    slack_minutes: Annotated[int, Meta(ge=0, le=600)] = 15
    expected_days: Annotated[int, Meta(ge=1, le=366)] = 28
    expected_s: dict[OrderClass, _Seconds] = {}
    shift: Annotated[tuple[_Shift, ...], Meta(max_length=12)] = ()
    cost: _Cost = _Cost()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    id: str
    zh: str
    en: str
    start: time
    end: time

    @property
    def over_midnight(self) -> bool:
        return self.end <= self.start

    def holds(self, at: time) -> bool:
        if self.over_midnight:
            return at >= self.start or at < self.end
        return self.start <= at < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """``amounts`` by what was saved; a kind without one is not valued."""

    currency: str = ""
    source: str = ""
    amounts: Mapping[Save, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRules:
    ranking: bool
    first_pass_percent: float
    slack_minutes: int
    expected_days: int
    expected_s: Mapping[OrderClass, int]
    shifts: tuple[Shift, ...]
    costs: Costs

    def shift_at(self, local: datetime) -> tuple[str, str]:
        """The day that the shift began, and its name; a time outside all shifts has the name ``-``."""
        for shift in self.shifts:
            if shift.holds(local.time()):
                began = local - timedelta(days=1) if shift.over_midnight and local.time() < shift.end else local
                return began.strftime("%Y-%m-%d"), shift.id
        return local.strftime("%Y-%m-%d"), "-"


def load_figure_rules(home: Home, config: Path) -> FigureRules:
    """The home's own file, else the shipped one.

    Raises:
        SettingsTrouble: it cannot be read, or two shifts have one name or cover the same time.
    """
    own = home.root / "rules" / FILE
    file = own if own.is_file() else config / "rules" / FILE
    try:
        read = msgspec.toml.decode(file.read_bytes(), type=_Figures)
    except (msgspec.DecodeError, OSError) as error:
        raise SettingsTrouble(
            f"the figures' rules cannot be read: {error}", where=str(file), remedy="Mend it."
        ) from error
    shifts = tuple(_shift(each) for each in read.shift)
    _refuse_overlap(shifts, file)
    return FigureRules(
        ranking=read.ranking,
        first_pass_percent=read.first_pass_percent,
        slack_minutes=read.slack_minutes,
        expected_days=read.expected_days,
        expected_s=read.expected_s,
        shifts=shifts,
        costs=Costs(currency=read.cost.currency, source=read.cost.source, amounts=read.cost.amount),
    )


def _shift(read: _Shift) -> Shift:
    start, end = time.fromisoformat(read.start), time.fromisoformat(read.end)
    return Shift(id=read.id, zh=read.zh, en=read.en, start=start, end=end)


def _refuse_overlap(shifts: tuple[Shift, ...], file: Path) -> None:
    """A quarter of an hour that two shifts claim would count twice."""
    taken: dict[time, str] = {}
    for shift in shifts:
        for quarter in (time(minute // 60, minute % 60) for minute in range(0, 24 * 60, 15)):
            if shift.holds(quarter) and taken.setdefault(quarter, shift.id) != shift.id:
                what = f"the shifts {taken[quarter]} and {shift.id} both have {quarter:%H:%M}"
                raise SettingsTrouble(what, where=str(file), remedy="Let one end where the other begins.")
    if len({shift.id for shift in shifts}) < len(shifts):
        raise SettingsTrouble("two shifts have one id", where=str(file), remedy="Give each its own.")
