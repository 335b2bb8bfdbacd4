"""The forecast for each carrier's cut-off, from the order book: what is left, at which pace, and what would mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, case, select

from station.errors import Trouble
from station.orders.bench_states import benches_now
from station.orders.engine import reading
from station.orders.figure_names import Doing
from station.orders.orderbook import OrderBook
from station.orders.tables import NEVER_US, orders, parcels
from station.packing.cut_offs import CutOff, Floor, Queued, cut_offs
from station.packing.forecast import HOUR_US
from station.packing.model import Order, OrderNo, OrderState, Recipient, ServiceId
from station.packing.routing import Routing, choose
from station.reports.deadline_risk import PACE_WINDOW_US, QUEUE_MAX
from station.reports.throughput import By, throughput

NO_CARRIER = "-"
"""Of orders whose service somebody must still choose, or whose goods' weight decides it."""

LATELY_US = HOUR_US

WAY = (
    orders.c.service,
    orders.c.chosen_service,
    orders.c.seller_note,
    orders.c.buyer_service,
    orders.c.country,
)
"""What decides an order's service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOffForecast:
    """``rows`` by cut-off and carrier, the nearest first. ``parcels_per_hour``: None when nothing was packed lately."""

    at_us: int
    parcels_per_hour: float | None
    benches: int
    rows: tuple[CutOff, ...]

    @property
    def tightest(self) -> CutOff | None:
        """The one with the least slack, of those that are known."""
        known = [row for row in self.rows if row.slack_us is not None]
        return min(known, key=lambda row: row.slack_us or 0, default=None)


def cut_off_forecast(
    book: OrderBook, *, now_us: int, routing: Routing, carrier_of: Mapping[str, str], slack_us: int
) -> CutOffForecast:
    """``carrier_of`` gives a service's carrier, ``slack_us`` what a carrier should have left.

    Raises:
        Trouble: more orders wait than can be told.
    """
    lately = throughput(book, from_us=now_us - PACE_WINDOW_US, to_us=now_us, by=By.BENCH)
    paces = {bench: figures.per_hour(figures.parcels) for bench, figures in lately.rows if figures.parcels}
    packing = {bench: pace for bench, pace in paces.items() if pace}
    with reading(book.engine) as connection:
        queue = _queue(connection, routing, carrier_of)
        last = _last_carriers(connection, now_us, carrier_of)
    floor = Floor(paces=packing, idle=_idle(book, packing, now_us), last_carrier=last)
    return CutOffForecast(
        at_us=now_us,
        parcels_per_hour=floor.pace or None,
        benches=len(packing),
        rows=cut_offs(queue, floor, now_us=now_us, wanted_slack_us=slack_us),
    )


_FREE = (Doing.READY, Doing.SIGNED_OUT)


def _idle(book: OrderBook, packing: Mapping[str, float], now_us: int) -> tuple[str, ...]:
    """Benches whose program runs, that packed nothing lately and stand neither stopped nor with an order."""
    found = (each for each in benches_now(book) if not each.silent(now_us) and each.call is None)
    free = (each for each in found if each.doing in _FREE or (each.doing is Doing.LOCKED and each.order_no is None))
    return tuple(each.bench for each in free if each.bench not in packing)


def _queue(connection: Connection, routing: Routing, carrier_of: Mapping[str, str]) -> list[Queued]:
    """What is on a bench already comes first, then the queue as the benches take it."""
    o = orders.c
    columns = (o.due_us, *WAY)
    begun_first = case((o.state == OrderState.PACKING, 0), else_=1)
    waiting = (
        select(*columns)
        .where(o.state.in_((OrderState.PACKING, OrderState.READY)))
        .order_by(begun_first, o.turn, o.due_us, o.paid_us, o.number)
        .limit(QUEUE_MAX + 1)
    )
    known: dict[tuple[str, ...], str] = {}
    found: list[Queued] = []
    for due_us, *ways in connection.execute(waiting):
        way = tuple(ways)
        if way not in known:
            known[way] = carrier_of.get(service_of(way, routing), NO_CARRIER)
        found.append(Queued(carrier=known[way], due_us=None if due_us == NEVER_US else due_us))
    if len(found) > QUEUE_MAX:
        raise Trouble(f"more than {QUEUE_MAX} orders wait", remedy="Finish or cancel old ones.")
    return found


def service_of(way: tuple[str, ...], routing: Routing) -> str:
    """As the bench will choose it, but that the goods' weight is not asked; ``way`` as ``WAY`` has it."""
    service, chosen, note, buyer_service, country = way
    if service:
        return service
    head = Order(
        number=OrderNo(""),
        platform="",
        shop="",
        lines=(),
        recipient=Recipient(country=country),
        seller_note=note,
        buyer_service=buyer_service,
        chosen_service=ServiceId(chosen) if chosen else None,
    )
    return choose(head, routing).service or ""


def _last_carriers(connection: Connection, now_us: int, carrier_of: Mapping[str, str]) -> dict[str, str]:
    """The carrier of each bench's newest parcel of the last hour."""
    newest = (
        select(parcels.c.bench, orders.c.service)
        .join_from(parcels, orders, orders.c.number == parcels.c.order_no)
        .where(parcels.c.sealed_us >= now_us - LATELY_US, parcels.c.sealed_us <= now_us)
        .order_by(parcels.c.sealed_us)
    )
    return {bench: carrier_of.get(service, NO_CARRIER) for bench, service in connection.execute(newest)}
