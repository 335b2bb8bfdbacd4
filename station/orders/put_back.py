"""What benches' entries say that a book put back from a backup has forgotten: who had claimed, what number is used.

A fence that is higher than the book's was given by the book before it was put back, for it never gives one twice and
none goes down. Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, or_, select, update

from station.orders.leasing import LEASE_US
from station.orders.numbers import NumberState, mark
from station.orders.tables import orders, waybill_numbers
from station.packing.model import OrderState

PERHAPS_DRAWN: Final = "free in a backup, perhaps drawn since"

_OPEN: Final = (OrderState.READY, OrderState.HELD, OrderState.PACKING)
_LIVE: Final = (NumberState.DRAWN, NumberState.SENT)


def claim_again(
    connection: Connection, numbers: Sequence[str], *, bench: str, fence: int, service: str, at_us: int
) -> bool:
    """The parcel's orders are this bench's again, as when it opened them; a claim of the put-back book that is older
    than that was over by then. False where the book knows of that claim or of a later one."""
    older = (orders.c.number.in_(numbers), orders.c.fence < fence, orders.c.state.in_(_OPEN))
    claim = {"claimed_by": bench, "claimed_us": at_us, "lease_us": at_us + LEASE_US, "state": OrderState.PACKING}
    again = update(orders).where(*older).values(**claim, fence=fence, **({"service": service} if service else {}))
    return connection.execute(again).rowcount > 0


def use_again(connection: Connection, order_no: str, number: str, state: NumberState, *, now_us: int) -> None:
    """A number that the book does not know to be drawn is this order's; any other of it was void by then."""
    n = waybill_numbers.c
    perhaps = (n.state == NumberState.VOID) & (n.note == PERHAPS_DRAWN)
    this = (n.number == number, n.order_no.is_(None), or_(n.state == NumberState.FREE, perhaps))
    if connection.execute(select(n.number).where(*this)).first() is None:
        return
    others = select(n.number).where(n.order_no == order_no, n.state.in_(_LIVE))
    for other in connection.execute(others).scalars().all():
        mark(connection, other, NumberState.VOID, now_us=now_us)
    used = update(waybill_numbers).where(*this)
    connection.execute(used.values(state=state, order_no=order_no, changed_us=now_us, note=""))
    mine = (orders.c.number == order_no, orders.c.state.in_(_OPEN))
    connection.execute(update(orders).where(*mine).values(waybill=number))
