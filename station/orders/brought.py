"""Units of an order that were verified before it comes to a bench: sorted at the wall, or packed before it was parked.

The relayed entries and the wall's table are the truth; nothing is kept twice. Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from station.orders.picking_tables import wall_units
from station.orders.tables import events, serials
from station.packing.events import LabelRequested, LabelVoided, OrderParked
from station.packing.job import needed
from station.packing.model import BroughtUnits, KeptUnits, Order, OrderLine, Witness
from station.packing.print_events import WaybillVoided

LABELS_MAX = 400
"""Entries about labels of one order that are looked at."""

_LABELS = (LabelRequested.__name__, LabelVoided.__name__, WaybillVoided.__name__)
TOLD_KINDS = (OrderParked.__name__, *_LABELS)
"""Entries of other benches that say something here; an order without one needs no look."""

PARKINGS_MAX = 100
"""Parkings of one order that are looked at; the one of the newest claim counts."""


class _Parking(msgspec.Struct, frozen=True):
    fence: int
    kept: tuple[KeptUnits, ...] = ()


class _Header(msgspec.Struct, frozen=True):
    pub: _Parking


class _Unsent(msgspec.Struct, frozen=True):
    unsent: bool = False


class _Voiding(msgspec.Struct, frozen=True):
    pub: _Unsent


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """How an order was put aside the last time."""

    bench: str
    by: str
    at_us: int
    kept: tuple[KeptUnits, ...]


def brought_to(connection: Connection, order: Order) -> tuple[BroughtUnits, ...]:
    """What was verified of the parcel's orders, on the parcel's own lines.

    Nothing at all when any of it fits no line any more, or is a piece that another order has taken since.
    """
    numbers = order.joined or (order.number,)
    parked = last_parking(connection, numbers)
    kept = _on_lines(parked, order.lines) if parked else ()
    walled = [_of_wall(connection, number, order, after_us=parked.at_us if parked else -1) for number in numbers]
    if kept is None or None in walled:
        return ()
    found = (*kept, *(units for each in walled for units in each or ()))
    return () if _taken_since(connection, numbers, found, order.lines) else found


def parked_units(connection: Connection, number: str) -> bool:
    """Whether verified units lie somewhere with the order."""
    parked = last_parking(connection, (number,))
    return parked is not None and bool(parked.kept)


def last_parking(connection: Connection, numbers: Sequence[str]) -> Parked | None:
    """By the claim's fence, which orders of one parcel share: two benches' clocks may differ."""
    wanted = (
        select(events)
        .where(events.c.order_no.in_(numbers), events.c.kind == OrderParked.__name__)
        .order_by(events.c.wall_us.desc())
        .limit(PARKINGS_MAX)
    )
    newest: Parked | None = None
    highest = -1
    for row in connection.execute(wanted):
        parking = msgspec.json.decode(row.header, type=_Header).pub
        if parking.fence > highest:
            highest = parking.fence
            newest = Parked(bench=row.bench, by=row.packer, at_us=row.wall_us, kept=parking.kept)
    return newest


def copies_on_paper(connection: Connection, order: Order) -> int:
    """Labels of the order's number that may be on paper at any bench: each was asked for, and none taken back whole."""
    wanted = (
        select(events.c.kind, events.c.header)
        .where(events.c.order_no == order.number, events.c.kind.in_(_LABELS))
        .order_by(events.c.wall_us.desc(), events.c.seq.desc())
        .limit(LABELS_MAX)
    )
    copies = 0
    for row in connection.execute(wanted):
        if row.kind == WaybillVoided.__name__:
            break  # those before were of another number
        unsent = row.kind == LabelVoided.__name__ and msgspec.json.decode(row.header, type=_Voiding).pub.unsent
        copies += row.kind == LabelRequested.__name__
        copies -= unsent
    return max(copies, 0)


def _of_wall(connection: Connection, number: str, order: Order, *, after_us: int) -> tuple[BroughtUnits, ...] | None:
    """What lies in the order's cell; what was put aside since was counted by the bench that did.

    None when a unit was sorted for a line that is another by now.
    """
    wanted = (
        select(wall_units)
        .where(wall_units.c.order_no == number, wall_units.c.at_us > after_us)
        .order_by(wall_units.c.at_us, wall_units.c.position, wall_units.c.ordinal)
    )
    rows = connection.execute(wanted).all()
    mine = [at for at, line in enumerate(order.lines) if line.order in (None, number)]
    if any(row.position >= len(mine) or order.lines[mine[row.position]].sku != row.sku for row in rows):
        return None
    return tuple(_sorted(row, mine[row.position]) for row in rows)


def _sorted(row: Row[Any], line: int) -> BroughtUnits:
    return BroughtUnits(
        line=line,
        units=row.units,
        code=row.code,
        witness=Witness.WALL,
        place=str(row.cell),
        by=row.by,
        at_us=row.at_us,
        lot=row.lot,
        expiry=row.expiry,
        serial=row.serial,
    )


def _on_lines(parked: Parked, lines: Sequence[OrderLine]) -> tuple[BroughtUnits, ...] | None:
    """The kept units on the lines as they are now, found by SKU; None when one has no line any more."""
    room = [needed(line.kind, line.quantity) for line in lines]
    found = []
    for kept in parked.kept:
        fitting = [at for at, line in enumerate(lines) if line.sku == kept.sku and room[at] >= kept.units]
        if not fitting:
            return None
        line = kept.line if kept.line in fitting else fitting[0]
        room[line] -= kept.units
        found.append(_kept(kept, line, parked))
    return tuple(found)


def _kept(kept: KeptUnits, line: int, parked: Parked) -> BroughtUnits:
    return BroughtUnits(
        line=line,
        units=kept.units,
        code=kept.code,
        witness=Witness.PARKED,
        place=parked.bench,
        by=parked.by,
        at_us=parked.at_us,
        lot=kept.lot,
        expiry=kept.expiry,
        serial=kept.serial,
    )


def _taken_since(
    connection: Connection, numbers: Sequence[str], found: Sequence[BroughtUnits], lines: Sequence[OrderLine]
) -> bool:
    for each in found:
        if each.serial is None:
            continue
        piece = (serials.c.sku == lines[each.line].sku, serials.c.serial == each.serial)
        owner = connection.execute(select(serials.c.order_no).where(*piece)).scalar()
        if owner not in (None, *numbers):
            return True
    return False
