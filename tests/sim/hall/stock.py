"""What lies in the simulated hall's order book at the start of a day: a few orders, their goods, a pool of numbers."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

from station.orders.orderbook import OrderBook
from station.packing.routing import Routing, Service
from tests.clocks import START_WALL_US
from tests.orders.conftest import ROUTING as EVERYWHERE
from tests.orders.conftest import YTO, put_order, put_product
from tests.sim.hall.line import Server

EANS = {"SKU-0": "4006381333931", "SKU-1": "6901234567892", "SKU-2": "5012345678900"}
POOL = 140
HOUR_US = 3_600_000_000

SCARCE = Service(id=YTO.id, zh=YTO.zh, en=YTO.en, words=YTO.words, numbers=YTO.numbers, low_water=20)
ROUTING = Routing(routes=EVERYWHERE.routes, services={**EVERYWHERE.services, SCARCE.id: SCARCE})


@dataclass(slots=True)
class Stock:
    """An order book with goods and numbers and no orders, ``kept``, and the one of the day, made from it."""

    file: Path
    kept: Path
    server: Server

    def fresh(self) -> OrderBook:
        book = self.server.book
        book.engine.dispose()
        for suffix in ("", "-wal", "-shm"):
            self.file.with_name(self.file.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(self.kept, self.file)
        return book

    @property
    def url(self) -> str:
        return _url(self.file)


def make_stock(folder: Path) -> Stock:
    file, kept = folder / "orders.db", folder / "stock.db"
    book = OrderBook.open(_url(kept))
    for sku, code in EANS.items():
        put_product(book.engine, sku, {code: 1}, weight_mg=50_000)
    book.add_numbers([f"YT{number:013d}" for number in range(1, POOL + 1)], SCARCE, now_us=START_WALL_US)
    book.close()
    shutil.copyfile(kept, file)
    return Stock(file, kept, Server(OrderBook.open(_url(file))))


def _url(file: Path) -> str:
    return f"sqlite:///{file}"


def put_orders(book: OrderBook, rng: Random, count: int) -> dict[str, str]:
    """Order to the waybill of its platform's own, empty where the pool gives one."""
    numbers: dict[str, str] = {}
    for place in range(count):
        number = f"SO-{place:02d}"
        lines = {sku: rng.choice((1, 1, 2)) for sku in rng.sample(sorted(EANS), rng.choice((1, 1, 2)))}
        own = {"waybill": f"SF{place:012d}", "service": "sf"} if rng.random() < 0.15 else {}
        due_us = START_WALL_US + rng.randrange(1, 9) * HOUR_US
        put_order(book.engine, number, lines, due_us=due_us, **own)
        numbers[number] = own.get("waybill", "")
    return numbers
