"""Dividing an order into parcels: by the office before anything is packed, by a bench whose box was full, by a file.

Whoever calls has the transaction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, update

from station.errors import Trouble, UsageTrouble
from station.orders import parts
from station.orders.being_picked import refuse_being_picked
from station.orders.holding import CHANGE, put_hold, settle_states
from station.orders.numbers import void_drawn
from station.orders.order_copy import exists, lines_of, lines_written
from station.orders.parts import (
    FREE,
    add_part,
    close_if_empty,
    empty_part,
    known,
    minus,
    parts_of,
    put_lines,
    record,
    together,
)
from station.orders.standing import ENDED
from station.orders.tables import orders
from station.packing.events import PackedUnits
from station.packing.model import NOT_PACKED, HoldReason, OrderLine, OrderNo, OrderState, Sku
from station.packing.split_events import RestUnits

_SHIPPED_ALREADY = (OrderState.SHIPPED, OrderState.FINISHED)


def split(connection: Connection, number: str, wanted: Mapping[str, int], *, who: str, now_us: int) -> OrderNo:
    """The units of ``wanted`` go into a parcel of their own; gives its number.

    Raises:
        Trouble: the order is not there, is at a bench or past it, is being picked, or is under one waybill with others.
        UsageTrouble: it has not so many units of a SKU, or none would be left.
    """
    row = known(connection, number)
    _refuse_unless_free(row)
    if row.joined_to is not None:
        raise Trouble(
            f"order {number} shares a waybill with others", remedy=f"Part them first: orders merge --undo {number}."
        )
    refuse_being_picked(connection, [number])
    whole = lines_written(connection, number)
    going = _taken(number, whole, wanted)
    staying, missing = minus(whole, going)
    assert not missing
    if not any(_packed(line) for line in staying):
        raise UsageTrouble(f"nothing of order {number} would be left", remedy="Leave at least one unit.")
    part = parts.keep_number_free(connection, number)
    if part is None:
        raise Trouble(f"order {number} has {parts.PARTS_MAX} parcels already")
    put_lines(connection, number, staying)
    changed = {"revision": orders.c.revision + 1, "next_part": None}
    connection.execute(update(orders).where(orders.c.number == number).values(changed))
    add_part(connection, row, _nth(part), going)
    settle_states(connection, [part])
    record(connection, "split", row.part_of or number, (number, part), who=who, now_us=now_us)
    return part


def undo(connection: Connection, number: str, *, who: str, now_us: int) -> tuple[str, ...]:
    """All parcels of an order that are not packed are one again; gives the numbers that went back into the first.

    Raises:
        Trouble: a bench has one of them, one is being picked, or there is nothing to put together.
    """
    known(connection, number)
    rows = parts_of(connection, number)
    at_a_bench = [row for row in rows if row.claimed_by and row.state == OrderState.PACKING]
    if at_a_bench:
        row = at_a_bench[0]
        raise Trouble(f"bench {row.claimed_by} is packing {row.number}", remedy="Have it put aside there first.")
    free = [row for row in rows if row.state in FREE]
    if len(free) < 2:
        raise Trouble(f"order {rows[0].number} has no two parcels that could be put together")
    refuse_being_picked(connection, [row.number for row in free])
    first, others = free[0], free[1:]
    _gather(connection, first, others, now_us=now_us)
    gone = tuple(row.number for row in others)
    record(connection, "split_undone", rows[0].number, (first.number, *gone), who=who, now_us=now_us)
    return gone


def split_at_bench(
    connection: Connection,
    number: str,
    part: OrderNo,
    *,
    contents: Sequence[PackedUnits],
    rest: Sequence[RestUnits],
    now_us: int,
) -> None:
    """What did not fit into a sealed box is an order of its own from now on; told a second time, it is there already.

    The platform's word that came meanwhile counts for the rest, too: cancelled is cancelled, and what it calls shipped
    waits for a person.
    """
    if exists(connection, part):
        return
    row = known(connection, number)
    staying, going = _divided(lines_of(connection, number), contents, rest)
    put_lines(connection, number, staying)
    cancelled = row.state == OrderState.CANCELLED
    add_part(connection, row, _nth(part), going, state=OrderState.CANCELLED if cancelled else OrderState.READY)
    if row.state in _SHIPPED_ALREADY:
        detail = "the platform says it is shipped"
        put_hold(connection, part, HoldReason.ORDER_CHANGED, origin=CHANGE, now_us=now_us, detail=detail)
    settle_states(connection, [part])
    record(connection, "split", row.part_of or number, (number, part), who=row.claimed_by or "", now_us=now_us)


def redivide(connection: Connection, number: str, lines: Sequence[OrderLine], *, now_us: int) -> str:
    """New lines for an order that was split: what is at a bench or sealed stays there, the rest is one parcel.

    Gives in words what cannot be put right by that: units in a sealed box that the order no longer has.
    """
    rows = parts_of(connection, number)
    if all(row.state in ENDED for row in rows):
        return ""  # whatever the file says of its lines, nothing of it is packed any more
    fixed = [row for row in rows if row.state not in FREE]
    free = [row for row in rows if row.state in FREE]
    boxed = [line for row in fixed for line in lines_of(connection, row.number)]
    rest, too_many = minus(lines, boxed)
    if free:
        _gather(connection, free[0], free[1:], now_us=now_us)
        put_lines(connection, free[0].number, rest)
        close_if_empty(connection, free[0].number)
    elif any(_packed(line) for line in rest):
        part = parts.fresh_number(rows)
        assert part is not None, "an order has more parcels than a file can add"
        add_part(connection, rows[0], _nth(part), rest)
        settle_states(connection, [part])
    for row in fixed:
        if too_many and row.state == OrderState.PACKING:
            too_many = _take_away(connection, row.number, too_many)
    return ", ".join(f"{units} × {sku} too many in a box" for sku, units in too_many.items())


def _take_away(connection: Connection, number: str, units: Mapping[str, int]) -> dict[str, int]:
    """Units that the order no longer has leave a parcel that a bench has open; gives what is not in it.

    The bench is stopped by the change, and what it puts aside must not come back with them.
    """
    away = [OrderLine(sku=Sku(sku), quantity=many) for sku, many in units.items()]
    left, still = minus(lines_of(connection, number), away)
    put_lines(connection, number, left)
    return still


def _gather(connection: Connection, first: Row[Any], others: Sequence[Row[Any]], *, now_us: int) -> None:
    lines = together(line for row in (first, *others) for line in lines_written(connection, row.number))
    put_lines(connection, first.number, lines)
    changed = {"revision": orders.c.revision + 1, "next_part": None}
    connection.execute(update(orders).where(orders.c.number == first.number).values(changed))
    for row in others:
        void_drawn(connection, row.number, now_us=now_us)
        empty_part(connection, row.number, first.number)


def _refuse_unless_free(row: Row[Any]) -> None:
    if row.state == OrderState.PACKING:
        remedy = "Press SPLIT there, or have it put aside."
        raise Trouble(f"bench {row.claimed_by} is packing order {row.number}", remedy=remedy)
    if row.state not in FREE:
        raise Trouble(f"order {row.number} is {row.state}; it can no longer be split")


def _taken(number: str, lines: Sequence[OrderLine], wanted: Mapping[str, int]) -> tuple[OrderLine, ...]:
    """The wanted units, line by line as they stand; a kit goes whole."""
    taken: list[OrderLine] = []
    for sku, units in wanted.items():
        left = units
        for line in lines:
            share = min(left, line.quantity) if line.sku == sku and _packed(line) else 0
            taken += [replace(line, quantity=share)] if share > 0 else []
            left -= max(share, 0)
        if left or units < 1:
            has = sum(line.quantity for line in lines if line.sku == sku)
            raise UsageTrouble(f"order {number} has {has} × {sku[:60]}, not {units}")
    if not taken:
        raise UsageTrouble("nothing was named that goes into the next parcel", remedy="Write SKU=UNITS.")
    return tuple(taken)


def _packed(line: OrderLine) -> bool:
    return line.kind not in NOT_PACKED and line.quantity > 0


_Lines: TypeAlias = tuple[OrderLine, ...]


def _divided(
    whole: Sequence[OrderLine], contents: Sequence[PackedUnits], rest: Sequence[RestUnits]
) -> tuple[_Lines, _Lines]:
    """What stays in the box and what goes on, line by line; should the book have other lines by now, by SKU."""
    away = {each.line: each.units for each in rest}
    staying = [replace(line, quantity=line.quantity - away.get(at, 0)) for at, line in enumerate(whole)]
    if _units_by_sku(staying) == _counted(contents) and min(line.quantity for line in staying) >= 0:
        return tuple(staying), tuple(replace(whole[at], quantity=units) for at, units in away.items())
    boxed = tuple(OrderLine(sku=packed.sku, quantity=packed.units) for packed in contents)
    return boxed, minus(whole, boxed)[0]


def _units_by_sku(lines: Sequence[OrderLine]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for line in lines:
        counted[line.sku] += line.quantity if _packed(line) else 0
    return +counted


def _counted(contents: Sequence[PackedUnits]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for packed in contents:
        counted[packed.sku] += packed.units
    return counted


def _nth(part: OrderNo) -> int:
    return int(part.rpartition("#")[2])
