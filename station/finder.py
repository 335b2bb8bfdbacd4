"""The order book as the queue and finder show it: rows of text, a page at a time. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from station.packing.model import OrderState
from station.ui.queue_view import QueueRow
from station.ui.screen import Words

if TYPE_CHECKING:
    from station.clock import Clock
    from station.orders.finding import OrderRow
    from station.orders.orderbook import OrderBook

ROWS_MAX = 10_000
"""What a finder shows at most; a search that finds more is narrowed by typing on."""

STATES = {
    OrderState.READY: Words(zh="待装", en="Ready"),
    OrderState.HELD: Words(zh="暂停", en="On hold"),
    OrderState.OUTSIDE: Words(zh="不在台上装", en="Not packed here"),
    OrderState.PACKING: Words(zh="装箱中", en="Packing"),
    OrderState.SEALED: Words(zh="已封箱", en="Sealed"),
    OrderState.HANDED_OVER: Words(zh="已交运", en="Handed over"),
    OrderState.SHIPPED: Words(zh="已发货", en="Shipped"),
    OrderState.CANCELLED: Words(zh="已取消", en="Cancelled"),
    OrderState.FINISHED: Words(zh="已完成", en="Finished"),
}


class BookRows:
    """A ``QueueSource`` on the order book: without a search the orders to pack next, else whatever matches."""

    def __init__(self, book: OrderBook, clock: Clock, *, place: str = "") -> None:
        self._book = book
        self._clock = clock
        self._place = place

    def count(self, search: str) -> int:
        if not search:
            return min(self._book.count_by_state(place=self._place).get(OrderState.READY, 0), ROWS_MAX)
        return len(self._found(search, ROWS_MAX))

    def page(self, search: str, first: int, size: int) -> Sequence[QueueRow]:
        now_us = self._clock.now().wall_us
        return [_row(row, now_us) for row in self._found(search, first + size)[first:]]

    def _found(self, search: str, limit: int) -> Sequence[OrderRow]:
        return self._book.search(search, limit=limit) if search else self._book.queue(limit=limit, place=self._place)


def _row(row: OrderRow, now_us: int) -> QueueRow:
    waits = row.deadline_us is not None and row.state in _STILL_TO_LEAVE
    left_us = row.deadline_us - now_us if row.deadline_us is not None and waits else None
    return QueueRow(
        order=row.number,
        state=_state(row),
        cutoff="" if row.deadline_us is None else _local(row.deadline_us),
        left=Words(zh="", en="") if left_us is None else _left(left_us),
        late=left_us is not None and left_us < 0,
        units=str(row.units),
        service=row.service,
    )


_STILL_TO_LEAVE = (OrderState.READY, OrderState.HELD, OrderState.OUTSIDE, OrderState.PACKING, OrderState.SEALED)
_MINUTE_US = 60 * 1_000_000
_TWO_DAYS_MIN = 2 * 24 * 60


def _left(left_us: int) -> Words:
    """Hours and minutes until the deadline, or since; from two days on, days."""
    minutes = abs(left_us) // _MINUTE_US
    days, span = minutes // (24 * 60), f"{minutes // 60}:{minutes % 60:02d}"
    if left_us < 0:
        return (
            Words(zh=f"超 {days} 天", en=f"{days} d late")
            if minutes >= _TWO_DAYS_MIN
            else Words(zh=f"超 {span}", en=f"{span} late")
        )
    return Words(zh=f"剩 {days} 天", en=f"{days} d") if minutes >= _TWO_DAYS_MIN else Words(zh=f"剩 {span}", en=span)


def _state(row: OrderRow) -> Words:
    state = STATES[row.state]
    return Words(zh=f"加急 · {state.zh}", en=f"Expedited · {state.en}") if row.expedited else state


def _local(wall_us: int) -> str:
    return datetime.fromtimestamp(wall_us / 1_000_000, tz=UTC).astimezone().strftime("%m-%d %H:%M")
