"""The table by hour of the supervisor's board: who packed how much when, and what stood in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Final

from station.orders.bench_states import BenchNow
from station.reports.figure_period import local_time, time_us
from station.reports.hourly import HOUR_US, CarrierHours, Hour, carrier_hours, hours_of
from station.reports.throughput import By, Throughput, throughput
from station.supervisor_house import MINUTE_US, Look, speed_of
from station.ui import supervisor_words as said
from station.ui.supervisor_board import Cell, Group, Period, Row, Slot, Speed
from station.ui.words import Words, listed, same

REFUSED_SHOWN: Final = 3
"""Refusals of an hour that are worth a word; fewer are a normal hour."""


def by_hour(look: Look, benches: Throughput, states: Sequence[BenchNow]) -> tuple[tuple[Slot, ...], tuple[Row, ...]]:
    if look.query.group is Group.CARRIER:
        return by_carrier(look)
    by = By.BENCH if look.query.group is Group.BENCH else By.PACKER
    report = benches if by is By.BENCH else throughput(look.book, from_us=look.from_us, to_us=look.to_us, by=by)
    hours = hours_of(look.book, from_us=look.from_us, to_us=look.to_us, by=by, offset_us=look.offset_us)
    slots = _slots(look, hours.values())
    packers = {state.bench: state.packer for state in states}
    rows = tuple(
        Row(
            key=key,
            names=_names(look, packers.get(key, "") if by is By.BENCH else key, itself=by is By.PACKER),
            cells=_cells(slots, hours.get(key, {})),
            speed=(speed := speed_of(figures)),
            marked=below(speed.first_pass, look),
        )
        for key, figures in report.rows
    )
    return slots, rows


def below(share: float | None, look: Look) -> bool:
    """As it is shown: 98.96 reads as 99.0 and is no less than that."""
    return share is not None and round(share, 1) < look.house.rules.first_pass_percent


def _names(look: Look, packer: str, *, itself: bool) -> tuple[Words, ...]:
    """Whoever is signed in; where the row is that person, only the name."""
    name = look.names.get(packer, "")
    if packer in ("", "-"):
        return (said.NOBODY,) if itself else ()
    told = (name,) if itself else (name, packer)
    return tuple(same(each) for each in told if each)


def by_carrier(look: Look) -> tuple[tuple[Slot, ...], tuple[Row, ...]]:
    found: dict[str, CarrierHours] = carrier_hours(
        look.book, from_us=look.from_us, to_us=look.to_us, carrier_of=look.house.carrier_of, offset_us=look.offset_us
    )
    slots = _slots(look, [each.hours for each in found.values()])
    rows = []
    for carrier, hours in found.items():
        share = None if hours.clean_share is None else hours.clean_share * 100
        rows.append(
            Row(
                key=carrier,
                names=(),
                label=look.house.carrier_words(carrier),
                cells=_cells(slots, hours.hours),
                speed=Speed(parcels=hours.parcels, first_pass=share),
                marked=below(share, look),
            )
        )
    return slots, tuple(rows)


def _slots(look: Look, hours: Iterable[Mapping[int, Hour]]) -> tuple[Slot, ...]:
    if look.query.period is Period.WEEK:
        return _day_slots(look)
    every = [at for each in hours for at, hour in each.items() if hour.parcels or hour.refused]
    last_us = look.to_us - 1 if look.runs else max(every, default=look.to_us - 1)
    shift = look.query.period is Period.SHIFT
    first_us = look.from_us if shift else min(every, default=max(look.from_us, last_us - 5 * HOUR_US))
    begin = look.from_us + (first_us - look.from_us) // HOUR_US * HOUR_US
    return tuple(_hour_slot(look, at) for at in range(begin, last_us + 1, HOUR_US))


def _hour_slot(look: Look, at_us: int) -> Slot:
    hour = local_time(at_us, look.house.zone).hour
    part = (look.now_us - at_us) // MINUTE_US if at_us <= look.now_us < at_us + HOUR_US else None
    return Slot(from_us=at_us, to_us=at_us + HOUR_US, name=said.HOUR_HEAD.filled(hour=hour), part_minutes=part)


def _day_slots(look: Look) -> tuple[Slot, ...]:
    days = (look.period.until - timedelta(microseconds=1)).date() - look.period.start.date()
    slots = []
    for day in range(days.days + 1):
        start = look.period.start + timedelta(days=day)
        from_us = time_us(start, look.house.zone)
        to_us = time_us(start + timedelta(days=1), look.house.zone)
        part = (look.now_us - from_us) // MINUTE_US if from_us <= look.now_us < to_us else None
        name = same(f"{start:%m-%d}")
        slots.append(Slot(from_us=from_us, to_us=to_us, name=name, part_minutes=part, day=True))
    return tuple(slots)


def _cells(slots: Sequence[Slot], hours: Mapping[int, Hour]) -> tuple[Cell, ...]:
    begun, cells = False, []
    for slot in slots:
        hour = _together([each for at, each in hours.items() if slot.from_us <= at < slot.to_us])
        begun = begun or hour.parcels > 0
        cells.append(Cell(parcels=hour.parcels if begun else None, why=_why(hour)))
    return tuple(cells)


def _together(hours: Sequence[Hour]) -> Hour:
    return Hour(
        parcels=sum(each.parcels for each in hours),
        idle_us=sum(each.idle_us for each in hours),
        lost=sum(each.lost for each in hours),
        calls=sum(each.calls for each in hours),
        refused=sum(each.refused for each in hours),
    )


def _why(hour: Hour) -> Words | None:
    """At most two reasons: what broke goes before what it led to."""
    told = (
        (said.LOST, hour.lost, 1),
        (said.CALLED, hour.calls, 1),
        (said.IDLE, hour.idle_us // MINUTE_US, 1),
        (said.REFUSED, hour.refused, REFUSED_SHOWN),
    )
    words = [template.filled(n=count) for template, count, least in told if count >= least]
    return listed(words[:2]) if words else None
