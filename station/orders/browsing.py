"""A page of all orders, wherever in a million it stands: what a screen shows while somebody scrolls. Reads only.

Every question here is answered by an index, so it stays quick for a million orders; a search that looks into names and
the middles of numbers is ``OrderBook.search``, which reads them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, func, select, union

from station.orders.dispute_tables import PHONE_TAIL
from station.orders.engine import reading
from station.orders.finding import BATCH, OrderRow, rows_of
from station.orders.orderbook import OrderBook
from station.orders.tables import order_lines, orders, parcels
from station.packing.model import OrderState

FOUND_MAX = 500
"""Of one search; whoever sees so many types on."""

TAIL_DIGITS = 4
_LAST = "\U0010ffff"
"""Behind every number that begins with what stands before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdersPage:
    """``total`` of what was asked for, not of the page."""

    total: int
    rows: Sequence[OrderRow]


def orders_page(book: OrderBook, *, state: OrderState | None, text: str, first: int, size: int) -> OrdersPage:
    """Rows ``first`` and on. A state in the order of its queue, all by their number, what a text finds by number."""
    assert 0 < size <= BATCH, "a page is read in one statement"
    with reading(book.engine) as connection:
        if text:
            numbers = _found(connection, text)
            total, wanted = len(numbers), list(numbers[first : first + size])
        else:
            total = _count(connection, state)
            wanted = [*connection.execute(_numbers(state).offset(first).limit(size)).scalars()]
        return OrdersPage(total=total, rows=rows_of(connection, wanted))


def _numbers(state: OrderState | None) -> Select[tuple[str]]:
    """From one index alone, so that even what stands before the page costs no look at an order."""
    numbers = select(orders.c.number)
    if state is None:
        return numbers.order_by(orders.c.number)
    turn = (orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number)
    return numbers.where(orders.c.state == state).order_by(*turn)


def _count(connection: Connection, state: OrderState | None) -> int:
    counted = select(func.count()).select_from(orders)
    if state is not None:
        counted = counted.where(orders.c.state == state)
    return int(connection.execute(counted).scalar_one())


def _found(connection: Connection, text: str) -> Sequence[str]:
    """Numbers that begin so; of this waybill, tote, SKU, or of a sealed parcel to a phone that ends so."""
    number, wanted = orders.c.number, text.strip()
    questions = [_few(number.between(wanted, wanted + _LAST)), _few(orders.c.waybill == wanted)]
    questions += [_few(orders.c.tote == wanted)]
    questions.append(select(parcels.c.order_no).where(parcels.c.waybill == wanted).limit(FOUND_MAX))
    questions.append(select(order_lines.c.order_no).where(order_lines.c.sku == wanted).distinct().limit(FOUND_MAX))
    if len(wanted) == TAIL_DIGITS and wanted.isascii() and wanted.isdecimal():
        questions.append(_few(PHONE_TAIL.op("=")(wanted), orders.c.sealed_us.is_not(None)))
    every = union(*(select(each.subquery()) for each in questions))
    return sorted(connection.execute(every).scalars())[:FOUND_MAX]


def _few(*conditions: ColumnElement[bool]) -> Select[tuple[str]]:
    return select(orders.c.number).where(*conditions).limit(FOUND_MAX)
