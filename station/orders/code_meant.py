"""Which order a scanned code stands for. Reads only; whoever calls has the transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, exists, literal_column, or_, select, union_all

from station.orders.cell_codes import number_in_cell
from station.orders.numbers import NumberState
from station.orders.parts import FREE, PARTS_MAX
from station.orders.tables import order_lines, orders, waybill_numbers
from station.packing.model import OrderState


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """An order as it was found. ``joined`` says that it was under one waybill with others; who locks it looks again."""

    number: str
    joined: bool = False


def order_meant(connection: Connection, code: str, *, bench: str = "") -> Meant | None:
    """The order a code stands for: its waybill, its number, its tote or its cell of the sort wall, in this order.

    Of an order in several parcels, which have the platform's number and its tote in common, it is the next one to
    pack: what ``bench`` has already, then what is free.
    """
    rows = connection.execute(_meanings, {"code": code}).all()
    if not rows:
        number = number_in_cell(connection, code)
        return None if number is None else Meant(number=number, joined=True)
    same_rank = [row for row in rows if row.rank == rows[0].rank]
    found = same_rank[0] if rows[0].rank in _OF_ONE else min(same_rank, key=lambda row: _turn(row, bench))
    return Meant(number=str(found.number), joined=found.joined_to is not None)


_code: Any = bindparam("code")
_drawn = select(waybill_numbers.c.order_no).where(
    waybill_numbers.c.number == _code, waybill_numbers.c.state != NumberState.VOID
)


def _ranked(rank: int, condition: Any) -> Select[Any]:
    """At most one order's parcels."""
    goods = exists().where(order_lines.c.order_no == orders.c.number)
    found = (
        select(
            literal_column(str(rank)).label("rank"),
            orders.c.number,
            orders.c.part,
            orders.c.state,
            orders.c.claimed_by,
            orders.c.joined_to,
            goods.label("goods"),
        )
        .where(condition)
        .order_by(orders.c.part, orders.c.number)
        .limit(PARTS_MAX)
    )
    return select(found.subquery())


_OF_ONE: Final = (0, 1)
"""A waybill is one parcel's."""

_meanings = union_all(
    _ranked(0, orders.c.number == _drawn.scalar_subquery()),
    _ranked(1, orders.c.waybill == _code),
    _ranked(2, or_(orders.c.number == _code, orders.c.part_of == _code)),
    _ranked(3, orders.c.tote == _code),
).order_by("rank", "part", "number")


def _turn(row: Row[Any], bench: str) -> int:
    if row.state not in (*FREE, OrderState.PACKING) or not row.goods:
        return 3
    if row.claimed_by is None:
        return 1
    return 0 if row.claimed_by == bench else 2
