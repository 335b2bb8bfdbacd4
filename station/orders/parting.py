"""Parcels and orders one by one or together, as the office asks for it. Each function is one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from station.orders import joining, splitting
from station.orders.engine import reading, writing
from station.orders.joining import Group
from station.orders.joint import joined_with
from station.orders.order_copy import lines_written
from station.orders.orderbook import OrderBook
from station.orders.parts import parts_of
from station.packing.model import OrderLine, OrderNo, OrderState


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One parcel of an order."""

    order: OrderNo
    part: int
    state: OrderState
    waybill: str
    bench: str
    lines: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What could share a waybill, and what does and can still be parted."""

    proposed: tuple[Group, ...]
    joined: tuple[Group, ...]


def split_order(book: OrderBook, number: str, wanted: Mapping[str, int], *, who: str, now_us: int) -> OrderNo:
    """As ``splitting.split``."""
    with writing(book.engine) as connection:
        return splitting.split(connection, number, wanted, who=who, now_us=now_us)


def put_together(book: OrderBook, number: str, *, who: str, now_us: int) -> tuple[str, ...]:
    """As ``splitting.undo``."""
    with writing(book.engine) as connection:
        return splitting.undo(connection, number, who=who, now_us=now_us)


def parcels_of_order(book: OrderBook, number: str) -> tuple[Part, ...]:
    """All parcels of an order, those put back left out; nothing for one that was never split."""
    with reading(book.engine) as connection:
        rows = parts_of(connection, number)
        if len(rows) < 2:
            return ()
        found = [
            Part(
                order=OrderNo(row.number),
                part=row.part,
                state=OrderState(row.state),
                waybill=row.waybill or "",
                bench=row.claimed_by or "",
                lines=lines_written(connection, row.number),
            )
            for row in rows
        ]
    kept = tuple(part for part in found if part.lines)
    return kept if len(kept) > 1 else ()


def shares_with(book: OrderBook, number: str) -> tuple[OrderNo, ...]:
    """The orders under the waybill of ``number``, the first first; nothing when it has its own."""
    with reading(book.engine) as connection:
        numbers = joined_with(connection, number)
    return numbers if len(numbers) > 1 else ()


def review(book: OrderBook) -> Review:
    with reading(book.engine) as connection:
        return Review(proposed=joining.candidates(connection), joined=joining.joint_groups(connection))


def join_orders(book: OrderBook, numbers: Sequence[str], *, who: str, now_us: int) -> OrderNo:
    """As ``joining.join``."""
    with writing(book.engine) as connection:
        return joining.join(connection, numbers, who=who, now_us=now_us)


def part_orders(book: OrderBook, number: str, *, who: str, now_us: int) -> tuple[OrderNo, ...]:
    """As ``joining.part``."""
    with writing(book.engine) as connection:
        return joining.part(connection, number, who=who, now_us=now_us)


def decline_group(book: OrderBook, numbers: Sequence[str], *, who: str, now_us: int, undo: bool = False) -> None:
    """As ``joining.decline``."""
    with writing(book.engine) as connection:
        joining.decline(connection, numbers, who=who, now_us=now_us, undo=undo)
