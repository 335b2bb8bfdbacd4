"""A number typed in for one order, as couriers' own systems give them (J3): DHL, FedEx, or any other by hand."""

from __future__ import annotations

from station.errors import Trouble, UsageTrouble
from station.orders.choosing import choose_service
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.pool import give, why_not
from station.packing.model import OrderState
from station.packing.routing import Routing, Service, choose


def assign(
    book: OrderBook,
    order_no: str,
    number: str,
    service: Service,
    routing: Routing,
    *,
    reason: str,
    who: str,
    now_us: int,
) -> bool:
    """Give the order the number; False when it has it already. Another service than its own is chosen with that (B13).

    Raises:
        Trouble: there is no such order, or the number may not be its.
        UsageTrouble: the service is another one, and no reason is given.
    """
    order = book.order_copy(order_no)
    if order is None:
        raise Trouble(f"there is no order {order_no[:64]}")
    goes_by = order.service if order.state is OrderState.PACKING else choose(order, routing).service
    with writing(book.engine) as connection:
        if fault := why_not(connection, order_no, number, service):
            raise Trouble(f"{number[:64]}: {fault}")
        if goes_by != service.id:
            if not reason.strip():
                what = f"order {order_no} goes by {goes_by or 'no service yet'}, not by {service.id}"
                raise UsageTrouble(what, remedy="Say why with --reason.")
            choose_service(connection, order_no, service, reason=reason, who=who, now_us=now_us)
        return give(connection, order_no, number, service, note=f"by {who}", now_us=now_us)
