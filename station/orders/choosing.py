"""What the office decides of an order's carriage: its service, with who and why (B13), and its extras (G11).

Which service the rules give is ``packing.routing``. Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, insert, select, update

from station.errors import Trouble, UsageTrouble
from station.orders.carrier_tables import service_choices
from station.orders.tables import orders
from station.packing.model import OrderState
from station.packing.routing import Service

REASON_MAX = 200
_OPEN = (OrderState.READY, OrderState.HELD, OrderState.PACKING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceChoice:
    """One act of the office; ``service`` is empty where it was taken back."""

    at_us: int
    who: str
    service: str
    reason: str


def choose_service(
    connection: Connection, order_no: str, service: Service | None, *, reason: str, who: str, now_us: int
) -> None:
    """The order's service from now on, None to leave it to note, buyer and rules again.

    A bench that has the order open is stopped: the number it holds is another service's.

    Raises:
        Trouble: there is no such order, it is past packing, or the service does not go there.
        UsageTrouble: no reason is given.
    """
    row = _open_order(connection, order_no)
    if not reason.strip():
        raise UsageTrouble("a service is chosen with a reason", remedy="Say it with --reason.")
    if service is not None and not service.goes_to(row.country):
        raise Trouble(f"{service.en} does not go to {row.country or 'that country'}", remedy="Choose another service.")
    chosen = service.id if service else ""
    if row.chosen_service == chosen:
        raise Trouble(f"order {order_no} has {chosen or 'no service chosen'} already")
    why = reason.strip()[:REASON_MAX]
    values = {"chosen_service": chosen, "service_why": why if service else "", "revision": row.revision + 1}
    connection.execute(update(orders).where(orders.c.number == order_no).values(values))
    connection.execute(
        insert(service_choices).values(
            order_no=order_no, at_us=now_us, who=who[:REASON_MAX], service=chosen, reason=why
        )
    )


def choices_of(connection: Connection, order_no: str) -> Sequence[ServiceChoice]:
    """What the office chose for an order, the newest first."""
    wanted = select(service_choices).where(service_choices.c.order_no == order_no)
    return [
        ServiceChoice(at_us=row.at_us, who=row.who, service=row.service, reason=row.reason)
        for row in connection.execute(wanted.order_by(service_choices.c.id.desc()))
    ]


def change_extras(
    connection: Connection, order_no: str, *, add: Iterable[str], drop: Iterable[str], known: Iterable[str]
) -> tuple[str, ...]:
    """The order's value-added services after the change.

    Raises:
        Trouble: there is no such order, or it is past packing.
        UsageTrouble: no service offers such an extra.
    """
    row, offered = _open_order(connection, order_no), set(known)
    for extra in add:
        if extra not in offered:
            raise UsageTrouble(f"no service offers {extra[:40]!r}; known: {', '.join(sorted(offered))}")
    left_out = set(drop)
    kept = tuple(extra for extra in dict.fromkeys((*row.extras.split(), *add)) if extra not in left_out)
    connection.execute(update(orders).where(orders.c.number == order_no).values(extras=" ".join(kept)))
    return kept


def _open_order(connection: Connection, order_no: str) -> Row[tuple[object, ...]]:
    row = connection.execute(select(orders).where(orders.c.number == order_no)).first()
    if row is None:
        raise Trouble(f"there is no order {order_no[:64]}")
    if row.joined_to not in (None, order_no):
        raise Trouble(f"order {order_no} goes under the waybill of {row.joined_to}", remedy="Name that one.")
    if row.state not in _OPEN:
        raise Trouble(f"order {order_no} is {row.state}: its service and extras no longer change")
    return row
