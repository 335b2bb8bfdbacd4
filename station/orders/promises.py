"""Every deadline of one order beside its dispatch, each with the rule it comes from. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from sqlalchemy import Connection, Row, func, select, union_all

from station.orders.cases import Case
from station.orders.deadlines import StartIs
from station.orders.engine import reading
from station.orders.gate_tables import sent_outside
from station.orders.handover_tables import handover_parcels, handovers
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.deadlines import Deadline, DeadlineRules, Purpose
from station.packing.model import OrderState


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What must be done by then; ``start_is`` says what the rule counts from."""

    purpose: Purpose
    deadline: Deadline
    start_is: StartIs


def promises_of(book: OrderBook, number: str, rules: DeadlineRules) -> tuple[Promise, ...]:
    """What the platform must be told of an order that has left the house."""
    with reading(book.engine) as connection:
        row = connection.execute(select(orders).where(orders.c.number == number)).first()
        if row is None or row.state != OrderState.HANDED_OVER:
            return ()
        return tuple(_of_the_platform(connection, row, rules))


def _of_the_platform(connection: Connection, row: Row[Any], rules: DeadlineRules) -> Iterator[Promise]:
    start_us = _handed_over_us(connection, row.number)
    for purpose in (Purpose.CONFIRMATION, Purpose.TRACKING):
        if start_us is None:
            continue
        found = rules.deadline(purpose, start_us, shop=row.shop, platform=row.platform, service=row.service)
        if found is not None:
            yield Promise(purpose=purpose, deadline=found, start_is=StartIs.HANDED_OVER)


def _handed_over_us(connection: Connection, number: str) -> int | None:
    """Of the first parcel, from which the platform's clock runs."""
    by_carrier = (
        select(handovers.c.closed_us.label("at_us"))
        .join(handover_parcels, handover_parcels.c.handover_id == handovers.c.id)
        .where(handover_parcels.c.order_no == number, handovers.c.closed_us.is_not(None))
    )
    outside = select(sent_outside.c.sent_us.label("at_us")).where(sent_outside.c.order_no == number)
    each = union_all(by_carrier, outside).subquery()
    found: int | None = connection.execute(select(func.min(each.c.at_us))).scalar()
    return found


def start_of(case: Case) -> StartIs:
    match case.kind:
        case Purpose.ORDER_CONFIRM:
            return StartIs.PLACED
        case Purpose.SHORTAGE_NOTICE:
            return StartIs.SHORTAGE
        case Purpose.CHARGEBACK | Purpose.DISPUTE | Purpose.RESPONSE | Purpose.PARCEL_STOP:
            return StartIs.NOTICE
        case Purpose.CONFIRMATION | Purpose.TRACKING:
            return StartIs.HANDED_OVER
        case Purpose.DISPATCH:
            return StartIs.PAID
        case _:
            assert_never(case.kind)
