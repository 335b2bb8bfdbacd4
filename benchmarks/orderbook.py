"""An order book of a million orders: made in bulk, then asked as a bench asks it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.books import FULL, build, gtin, order_no, routing
from benchmarks.floors import DiskFloor
from benchmarks.tables import TIMES_SHORT, interleaved, show, sized, times
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import order_lines, orders
from station.packing.model import ServiceId

QUESTIONS = 1_000
BENCH = "B02"
SINGLES_OF = 17
"""The product of which there are orders of one unit."""
FLOOR = "floor: 8 KiB + fdatasync"


def run(folder: Path, share: float) -> None:
    built = build(folder, sized(FULL, share, least=1_000))
    questions = min(sized(QUESTIONS, share, least=30), built.orders // 4)
    size_mb = built.file.stat().st_size / 1e6
    made = f"made in {built.seconds:.1f} s" if built.seconds else "made before"
    print(f"\nOrder book: {built.orders} orders, {built.orders * 3} lines, {size_mb:.0f} MB, {made}")
    book, ways = OrderBook.open(built.url), routing()
    _put_singles(book, questions)
    number = _numbers(built.orders)
    claimed: list[str] = []

    def claim() -> None:
        claimed.append(number())
        book.claim(claimed[-1], bench=BENCH, now_us=1, routing=ways)

    def claim_by_item() -> None:
        found = book.claim(gtin(SINGLES_OF), bench=BENCH, now_us=1, routing=ways, items=True)
        assert found.order is not None

    def holds() -> None:
        service = ServiceId("yto")
        book.holds(claimed[-1], bench=BENCH, fence=1, needs_waybill=False, service=service, now_us=1)

    try:
        with DiskFloor(folder) as disk:
            series = interleaved(
                {
                    FLOOR: disk.sync,
                    "claim by order number, with a waybill number": claim,
                    "claim by an item's code, with a waybill number": claim_by_item,
                    "an item that only larger orders wait for": lambda: book.claim(
                        gtin(SINGLES_OF + 1), bench=BENCH, now_us=1, routing=ways, items=True
                    ),
                    "holds asked again before the label": holds,
                    "recognise a product code": lambda: book.recognise(gtin(17)),
                    "recognise an order number": lambda: book.recognise(number()),
                    "recognise a code that nobody knows": lambda: book.recognise("4006381333931"),
                    "the next 50 orders of the queue": lambda: book.queue(limit=50),
                },
                questions,
            )
    finally:
        book.close()
    show(f"Order book, {questions} times each", TIMES_SHORT, times(series, floor=FLOOR, tails=False))


def _put_singles(book: OrderBook, count: int) -> None:
    """So many fresh orders of one unit of ``SINGLES_OF``."""
    sku = f"SKU-{SINGLES_OF:06}"
    with writing(book.engine) as connection:
        old = connection.execute(select(func.count()).where(orders.c.single_sku == sku)).scalar_one()
        numbers = [f"SI-{number:010}" for number in range(old, old + count)]
        head = {"platform": "taobao", "shop": "demo", "state": "ready", "country": "CN", "single_sku": sku}
        connection.execute(orders.insert(), [head | {"number": number} for number in numbers])
        line = {"position": 0, "sku": sku, "quantity": 1, "kind": "goods"}
        connection.execute(order_lines.insert(), [line | {"order_no": number} for number in numbers])


def _numbers(orders: int) -> Callable[[], str]:
    """Odd ones, far apart; the even ones are packed by other benchmarks."""
    steps = count(1)
    return lambda: order_no((next(steps) * 7918 + 1) % orders)
