"""Parcels by bench, packer or carrier, hour by hour, and what stood in the way of each hour. Figures only, no words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, Connection, case, func, literal, or_, select

from station.orders.engine import reading
from station.orders.figure_names import QUARTER_US, REFUSED, Name
from station.orders.figure_tables import figures, service_times
from station.orders.orderbook import OrderBook
from station.orders.tables import parcels
from station.reports.throughput import By

HOUR_US = 4 * QUARTER_US
_TOLD = (Name.PARCELS, Name.IDLE, Name.DEVICES_LOST, Name.CALLS)
_REFUSED = "refused"
PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    parcels: int = 0
    idle_us: int = 0
    lost: int = 0
    calls: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierHours:
    """``clean_share`` is None where no parcel's time was seen."""

    hours: Mapping[int, Hour]
    parcels: int
    clean_share: float | None


def hours_of(book: OrderBook, *, from_us: int, to_us: int, by: By, offset_us: int) -> dict[str, dict[int, Hour]]:
    """By bench or packer and the start of the hour, as hours begin where local time is ``offset_us`` before UTC's."""
    assert by in (By.BENCH, By.PACKER)
    key = figures.c.bench if by is By.BENCH else figures.c.packer
    shift = offset_us // QUARTER_US % 4
    hour = (figures.c.quarter + shift) // literal(4, BigInteger)
    name = case((figures.c.name.startswith(REFUSED), _REFUSED), else_=figures.c.name)
    wanted = (
        figures.c.quarter >= from_us // QUARTER_US,
        figures.c.quarter < -(-to_us // QUARTER_US),
        or_(figures.c.name.in_(_TOLD), figures.c.name.startswith(REFUSED)),
    )
    summed = select(key, hour, name, func.sum(figures.c.value)).where(*wanted).group_by(key, hour, name)
    found: dict[str, dict[int, Counter[str]]] = {}
    with reading(book.engine) as connection:
        for row, at, counted, value in connection.execute(summed):
            start_us = int(at) * HOUR_US - shift * QUARTER_US
            found.setdefault(row, {}).setdefault(start_us, Counter())[counted] += int(value)
    return {row: {at: _hour(counts) for at, counts in found[row].items()} for row in sorted(found)}


def _hour(counts: Mapping[str, int]) -> Hour:
    return Hour(
        parcels=counts.get(Name.PARCELS, 0),
        idle_us=counts.get(Name.IDLE, 0),
        lost=counts.get(Name.DEVICES_LOST, 0),
        calls=counts.get(Name.CALLS, 0),
        refused=counts.get(_REFUSED, 0),
    )


def carrier_hours(
    book: OrderBook, *, from_us: int, to_us: int, carrier_of: Mapping[str, str], offset_us: int
) -> dict[str, CarrierHours]:
    """By the carrier of the parcel's order. Refusals belong to no carrier, the share of clean parcels does."""
    shift = offset_us // QUARTER_US % 4
    s = service_times.c
    hour = (s.quarter + shift) // literal(4, BigInteger)
    counted = (func.sum(s.parcels), func.sum(s.timed), func.sum(s.clean))
    wanted = (s.quarter >= from_us // QUARTER_US, s.quarter < -(-to_us // QUARTER_US))
    summed = select(s.service, hour, *counted).where(*wanted).group_by(s.service, hour)
    hours: dict[str, Counter[int]] = {}
    timed, cleaned = Counter[str](), Counter[str]()
    with reading(book.engine) as connection:
        for service, at, count, seen, good in connection.execute(summed):
            carrier = carrier_of.get(service, service or "-")
            hours.setdefault(carrier, Counter())[int(at) * HOUR_US - shift * QUARTER_US] += int(count)
            timed[carrier] += int(seen)
            cleaned[carrier] += int(good)
    return {
        carrier: CarrierHours(
            hours={at: Hour(parcels=count) for at, count in hours[carrier].items()},
            parcels=hours[carrier].total(),
            clean_share=cleaned[carrier] / timed[carrier] if timed[carrier] else None,
        )
        for carrier in sorted(hours)
    }


def sealed_between(book: OrderBook, *, from_us: int, to_us: int) -> int:
    with reading(book.engine) as connection:
        return _count(connection, from_us, to_us)


def any_sealed(book: OrderBook) -> bool:
    """Whether this book ever had a parcel."""
    with reading(book.engine) as connection:
        return connection.execute(select(parcels.c.bench).limit(1)).first() is not None


def _count(connection: Connection, from_us: int, to_us: int) -> int:
    p = parcels.c
    boxes = select(p.bench, p.epoch, p.seq).where(p.sealed_us >= from_us, p.sealed_us < to_us).distinct().subquery()
    return int(connection.execute(select(func.count()).select_from(boxes)).scalar_one())


def services_of(carrier: str, carrier_of: Mapping[str, str]) -> Sequence[str]:
    return [service for service, known in carrier_of.items() if known == carrier] or [carrier]
