"""What a supervisor does to a cut-off: its waiting orders before all others in the book, or back in their turn."""

from __future__ import annotations

from station.orders.orderbook import OrderBook
from station.orders.turns import put_back, put_first
from station.reports.behind_lists import numbers_waiting
from station.reports.figure_period import local_time
from station.supervisor_house import House
from station.ui.supervisor_board import Reassign


def why_first(carrier: str, due_us: int, house: House) -> str:
    """As it stands beside each order that was put first; it names the cut-off, so that they can be found again."""
    return f"cut-off {local_time(due_us, house.zone):%Y-%m-%d %H:%M} {carrier}"


def reassign(book: OrderBook, house: House, wanted: Reassign, *, who: str, now_us: int) -> int:
    """How many orders were moved.

    Raises:
        Trouble: the order book does not take it; then no order is moved.
    """
    why = why_first(wanted.carrier, wanted.due_us, house)
    if wanted.undo:
        return put_back(book, why=why, who=who, now_us=now_us)
    numbers = numbers_waiting(
        book, carrier=wanted.carrier, due_us=wanted.due_us, routing=house.routing, carrier_of=house.carrier_of
    )
    return put_first(book, numbers, why=why, who=who, now_us=now_us)
