"""The queue a page at a time, wherever in a million orders it stands: each page is read from the nearest one known.

Skipping half a million rows takes the order book a third of a second; from the next page's first row it is nothing.
Reads only.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, tuple_

from station.orders.engine import reading
from station.orders.finding import BATCH, OrderRow, rows_of, waiting_at
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.model import OrderNo

MARKS_MAX: Final = 10_000
"""Pages whose first row is remembered: a million orders by the hundred."""

_KEY: Final = (orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    """Where a row stands in the queue."""

    turn: int
    due_us: int
    paid_us: int | None
    number: str


class QueuePages:
    """One look at the queue of a place: ``total`` is of that look, and reading row 0 begins a new one."""

    def __init__(self, book: OrderBook, *, place: str) -> None:
        self._book = book
        self._place = place
        self._marks: OrderedDict[int, _Key] = OrderedDict()
        self.total = 0

    def page(self, first: int, size: int) -> Sequence[OrderRow]:
        """Rows ``first`` and on, at most ``size``. Orders that come or go meanwhile move what is read by so many."""
        assert 0 < size <= BATCH, "a page is read in one statement"
        with reading(self._book.engine) as connection:
            if first == 0 or not self._marks:
                self._marks.clear()
                counted = select(func.count()).select_from(orders).where(*waiting_at(self._place))
                self.total = int(connection.execute(counted).scalar_one())
            keys = self._keys(connection, first, min(size, self.total - first))
            if keys:
                self._remember(first, keys[0])
            return rows_of(connection, [OrderNo(key.number) for key in keys])

    def _remember(self, first: int, key: _Key) -> None:
        self._marks[first] = key
        while len(self._marks) > MARKS_MAX:
            self._marks.popitem(last=False)

    def _keys(self, connection: Connection, first: int, size: int) -> list[_Key]:
        """Forward from the last mark before the page, or backward from the next one behind it: whichever is nearer."""
        if size <= 0:
            return []
        end = first + size
        before = max((at for at in self._marks if at <= first), default=0)
        behind = min((at for at in self._marks if at >= end), default=self.total)
        nulls_first = connection.dialect.name == "sqlite"
        if first - before <= behind - end:
            near = self._from(before, nulls_first, behind=False).order_by(*_KEY).offset(first - before)
            return [_key(row) for row in connection.execute(near.limit(size))]
        back = self._from(behind, nulls_first, behind=True).order_by(*(column.desc() for column in _KEY))
        return [_key(row) for row in connection.execute(back.offset(behind - end).limit(size))][::-1]

    def _from(self, at: int, nulls_first: bool, *, behind: bool) -> Select[Any]:
        wanted = select(*_KEY).where(*waiting_at(self._place))
        mark = self._marks.get(at)
        return wanted if mark is None else wanted.where(_side(mark, nulls_first, before=behind))


def _key(row: Row[Any]) -> _Key:
    return _Key(turn=row.turn, due_us=row.due_us, paid_us=row.paid_us, number=row.number)


def _side(mark: _Key, nulls_first: bool, *, before: bool) -> ColumnElement[bool]:
    """Rows before the mark's, or it and those behind. The first two columns go to the index, the rest decides ties."""
    lead, at = tuple_(orders.c.turn, orders.c.due_us), (mark.turn, mark.due_us)
    tied_before = _tied_before(mark, nulls_first)
    if before:
        return and_(lead <= at, or_(lead < at, tied_before))
    return and_(lead >= at, or_(lead > at, ~tied_before))


def _tied_before(mark: _Key, nulls_first: bool) -> ColumnElement[bool]:
    """Which of two due at once comes first; the databases put orders without a time of payment at other ends."""
    paid, number = orders.c.paid_us, orders.c.number
    without = paid.is_(None)
    if mark.paid_us is None:
        tied = and_(without, number < mark.number)
        return tied if nulls_first else or_(~without, tied)
    earlier = and_(~without, or_(paid < mark.paid_us, and_(paid == mark.paid_us, number < mark.number)))
    return or_(without, earlier) if nulls_first else earlier
