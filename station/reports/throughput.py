"""Parcels, lines and units an hour by bench, packer or hour of the day, refusals beside them: speed is never shown
without errors (E16). Reads the order book and gives rows; draws nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Text, cast, func, select

from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.tables import events, parcels
from station.packing.events import ScanRefused, WeightRefused
from station.reports.table import Cell

SLOT_US = 5 * 60 * 1_000_000
"""A bench counts as working in each five minutes in which it recorded anything."""

HOUR_US = 3_600 * 1_000_000
REFUSALS = (ScanRefused.__name__, WeightRefused.__name__)


class By(StrEnum):
    BENCH = "bench"
    PACKER = "packer"
    HOUR = "hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThroughputRow:
    """``key`` is a bench, a packer's pseudonym, or the hour's beginning in microseconds UTC."""

    key: str | int
    parcels: int = 0
    lines: int = 0
    units: int = 0
    refusals: int = 0
    working_minutes: int = 0

    def per_hour(self, count: int) -> float | None:
        return round(count * 60 / self.working_minutes, 1) if self.working_minutes else None

    @property
    def refusals_per_100_units(self) -> float | None:
        return round(self.refusals * 100 / self.units, 1) if self.units else None


def throughput(book: OrderBook, *, by: By, from_us: int, to_us: int) -> tuple[ThroughputRow, ...]:
    """What was sealed and refused from ``from_us`` up to, not with, ``to_us``."""
    with reading(book.engine) as connection:
        sealed = _sealed(connection, by, from_us, to_us)
        recorded = _recorded(connection, by, from_us, to_us)
    return tuple(
        ThroughputRow(key=_key(by, key), **sealed.get(key, {}), **recorded.get(key, {}))
        for key in sorted(sealed.keys() | recorded.keys())
    )


def _sealed(connection: Connection, by: By, from_us: int, to_us: int) -> dict[Any, dict[str, int]]:
    key = _group(by, parcels.c.bench, parcels.c.packer, parcels.c.sealed_us)
    wanted = (
        select(key.label("key"), func.count(), func.sum(parcels.c.lines), func.sum(parcels.c.units))
        .where(parcels.c.sealed_us >= from_us, parcels.c.sealed_us < to_us)
        .group_by(key)
    )
    return {
        row[0]: {"parcels": row[1], "lines": int(row[2]), "units": int(row[3])} for row in connection.execute(wanted)
    }


def _recorded(connection: Connection, by: By, from_us: int, to_us: int) -> dict[Any, dict[str, int]]:
    key = _group(by, events.c.bench, events.c.packer, events.c.wall_us)
    slot = events.c.bench + ":" + cast(_floor(events.c.wall_us, SLOT_US), Text)
    wanted = (
        select(
            key.label("key"),
            func.count(slot.distinct()).filter(events.c.order_no.is_not(None)),
            func.count().filter(events.c.kind.in_(REFUSALS)),
        )
        .where(events.c.wall_us >= from_us, events.c.wall_us < to_us)
        .group_by(key)
    )
    return {row[0]: {"working_minutes": row[1] * 5, "refusals": row[2]} for row in connection.execute(wanted)}


def _group(by: By, bench: Any, packer: Any, at_us: Any) -> ColumnElement[Any]:
    match by:
        case By.BENCH:
            found: ColumnElement[Any] = bench
        case By.PACKER:
            found = packer
        case By.HOUR:
            found = _floor(at_us, HOUR_US)
    return found


def _floor(at_us: Any, step_us: int) -> ColumnElement[Any]:
    floored: ColumnElement[Any] = at_us // cast(step_us, BigInteger)
    return floored


def _key(by: By, key: Any) -> str | int:
    return int(key) * HOUR_US if by is By.HOUR else str(key)


def headers(by: By) -> tuple[str, ...]:
    rates = ("parcels/h", "lines/h", "units/h")
    return (by.value, "parcels", "lines", "units", *rates, "refusals", "refusals/100 units", "minutes")


def cells(rows: Sequence[ThroughputRow], zone: tzinfo) -> list[tuple[Cell, ...]]:
    """Rows for a table; an hour is told in the time of ``zone``."""
    return [
        (
            _told(row.key, zone),
            row.parcels,
            row.lines,
            row.units,
            row.per_hour(row.parcels),
            row.per_hour(row.lines),
            row.per_hour(row.units),
            row.refusals,
            row.refusals_per_100_units,
            row.working_minutes,
        )
        for row in rows
    ]


def _told(key: str | int, zone: tzinfo) -> str:
    if isinstance(key, str):
        return key
    return datetime.fromtimestamp(key // 1_000_000, zone).strftime("%Y-%m-%d %H:00")
