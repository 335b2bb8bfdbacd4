"""One bench of many in a process of its own: takes order after order from one server, and may be killed any moment.

``URL BENCH MODE``: it tells each order, fence and number on a line before it goes on, as a printer would have them.
``takes`` does what two benches could do to one order, no more; ``claims`` copies all that packing needs as well;
``seals`` packs each by the real rules and carries its entries to the book.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from sqlalchemy import select

from station.orders import claims
from station.orders.engine import writing
from station.orders.next_order import Turn, next_order
from station.orders.numbers import number_for
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.model import ServiceId
from station.packing.routing import Route, Routing, Service

WINDOW_US = 1_800_000_000
T0 = 1_790_000_000_000_000
YTO = Service(id=ServiceId("yto"), zh="圆通", en="YTO")
ROUTING = Routing(routes=(Route(service=YTO.id),), services={YTO.id: YTO})
"""Of its own: what the tests' other modules load takes longer than a hundred claims."""


def main(url: str, bench: str, mode: str) -> None:
    book = OrderBook.open(url, create=False)
    pack = _packer(book, bench) if mode == "seals" else None
    taken = _taken if mode == "takes" else _claimed
    last = None
    while (found := taken(book, bench, Turn(last=last, window_us=WINDOW_US))) is not None:
        last, fence, number = found
        _tell(f"{last} {fence} {number}")
        if pack is not None:
            pack(last)
    _tell("done")
    book.close()


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _packer(book: OrderBook, bench: str) -> Callable[[str], object]:
    from tests.orders.bench_of_book import BenchOfBook

    return BenchOfBook(book, bench).parcel


def _claimed(book: OrderBook, bench: str, turn: Turn) -> tuple[str, int, str | None] | None:
    reply = book.claim_next(turn, bench=bench, now_us=T0, routing=ROUTING)
    return None if reply.order is None else (reply.order.number, reply.fence, reply.order.waybill)


def _taken(book: OrderBook, bench: str, turn: Turn) -> tuple[str, int, str | None] | None:
    with writing(book.engine) as connection:
        found = next_order(connection, turn, now_us=T0)
        if found is None:
            return None
        number = found.number
        claims.take(connection, [number], bench=bench, now_us=T0, place="")
        fence = connection.execute(select(orders.c.fence).where(orders.c.number == number)).scalar_one()
        return number, fence, number_for(connection, number, YTO.id, bench=bench, now_us=T0)


if __name__ == "__main__":
    main(*sys.argv[1:])
