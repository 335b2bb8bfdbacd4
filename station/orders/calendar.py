"""Working days of China: the library ``holidays`` and, over it, the table that people edit (``rules/workdays.toml``).

The library is loaded when a calendar is asked for and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble
from station.packing.deadlines import DAYS_OFF_MAX, Calendar, DayName

FILE = "workdays.toml"
COUNTRY = "CN"

_Name = Annotated[str, Meta(min_length=1, max_length=60)]


class _DayOff(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    day: date
    zh: _Name
    en: _Name


class _Year(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    year: Annotated[int, Meta(ge=2000, le=2099)]
    confirmed: bool
    source: _Name
    off: Annotated[tuple[_DayOff, ...], Meta(max_length=366)] = ()
    on: Annotated[tuple[date, ...], Meta(max_length=366)] = ()


class _Workdays(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    year: Annotated[tuple[_Year, ...], Meta(max_length=100)] = ()


def load_calendar(file: Path, *, years: Iterable[int]) -> Calendar:
    """The library's days of ``years`` and all days of the file, whose word goes before the library's.

    Raises:
        SettingsTrouble: the file is no calendar.
    """
    table = _read(file)
    off, on = _from_library({*years, *(each.year for each in table)})
    for each in table:
        off |= {day.day: DayName(zh=day.zh, en=day.en) for day in each.off}
        on -= {day.day for day in each.off}
        on |= set(each.on)
    _refuse_endless(off, on, file)
    confirmed = frozenset(each.year for each in table if each.confirmed)
    return Calendar(off=off, on=frozenset(on), confirmed=confirmed)


def _from_library(years: set[int]) -> tuple[dict[date, DayName], set[date]]:
    from holidays import country_holidays

    chinese = country_holidays(COUNTRY, years=years, language="zh_CN")
    english = country_holidays(COUNTRY, years=years, language="en_US")
    off = {day: DayName(zh=name, en=english[day]) for day, name in chinese.items()}
    return off, {day for day in chinese.weekend_workdays if day.year in years}


def _read(file: Path) -> tuple[_Year, ...]:
    try:
        table = msgspec.toml.decode(file.read_bytes(), type=_Workdays).year
    except (msgspec.DecodeError, OSError) as error:
        raise SettingsTrouble(
            f"the working days cannot be read: {error}", where=str(file), remedy="Mend it."
        ) from error
    seen: set[int] = set()
    for each in table:
        if each.year in seen:
            raise SettingsTrouble(f"the year {each.year} is there twice", where=str(file), remedy="Keep one of them.")
        seen.add(each.year)
        _refuse_stray(each, file)
    return table


def _refuse_stray(year: _Year, file: Path) -> None:
    days = [*(day.day for day in year.off), *year.on]
    for day in days:
        if day.year != year.year:
            raise SettingsTrouble(f"{day} stands under {year.year}", where=str(file), remedy="Put it under its year.")
        if days.count(day) > 1:
            raise SettingsTrouble(f"{day} is there twice", where=str(file), remedy="Keep one of them.")


def _refuse_endless(off: Mapping[date, DayName], on: set[date], file: Path) -> None:
    """A row of days off without end is a mistake, and would push deadlines out of sight."""
    row, before = 0, None
    for day in sorted(off.keys() - on):
        row = row + 1 if before is not None and day - before <= timedelta(days=2) else 1
        if row >= DAYS_OFF_MAX // 2:
            raise SettingsTrouble(f"more than {row} days off in a row up to {day}", where=str(file), remedy="Mend it.")
        before = day
