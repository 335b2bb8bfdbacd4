"""A fresh home filled with the shipped sample files, the way a warehouse would fill it: by importing them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders.choosing import choose_service
from station.orders.engine import writing
from station.orders.importing import import_files
from station.orders.orderbook import OrderBook
from station.orders.products import import_products
from station.orders.routes import load_routing, load_services
from station.orders.shops import load_senders, load_shop
from station.packing.model import OrderState, ServiceId
from station.packing.routing import goods_weight_mg, route
from station.packing.terms import NO_LIMITS, breach
from station.settings import config_dir, load

MARK: Final = ".sealbench-demo"
SETTINGS: Final = "demo.toml"
BADGE: Final = "1001"
ORDER_FILES: Final = ("taobao-orders.csv", "taobao-orders-21.csv", "taobao-items.csv", "aliexpress.xls")
NUMBERS: Final = "waybills-"
HEAVY: Final = ServiceId("ems")
"""What takes what is too heavy for its service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    files: int
    orders: int
    held: int
    products: int
    numbers: int


def fresh(folder: Path) -> Home:
    """An empty home in ``folder``; an earlier demo's is replaced, anybody else's is refused."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise UsageTrouble("the demo wants an empty folder", where=str(folder), remedy="Name another one with --out.")
    shutil.rmtree(folder, ignore_errors=True)
    home = Home(folder / "home")
    home.root.mkdir(parents=True)
    (folder / MARK).write_text("Made by the demo, which replaces this whole folder when it runs again.\n")
    return home


def write_settings(home: Home, addresses: Mapping[str, str]) -> None:
    """The shipped settings, with the addresses at which the virtual devices listen."""
    text = (config_dir() / SETTINGS).read_text(encoding="utf-8")
    for name, address in addresses.items():
        text = text.replace(name, address)
    home.settings_file.write_text(text, encoding="utf-8")


def fill(home: Home, now_us: int) -> Filled:
    """Products, orders of every sample file, waybill numbers, and somebody to pack them."""
    settings = load(home)
    samples = config_dir() / "demo"
    shops = config_dir() / "shops"
    book = OrderBook.open(settings.bench.orderbook, senders=load_senders(shops))
    try:
        products = import_products(book, samples / "products.csv", now_us=now_us)
        reports = import_files(
            book,
            _order_files(samples),
            home=home,
            shop_name=settings.bench.shop,
            shop=load_shop(settings.bench.shop, shops),
            now_us=now_us,
        )
        for report in reports:
            if report.trouble:
                raise Trouble(report.trouble, where=report.path)
        numbers = _add_numbers(book, samples, now_us)
        _choose_for_heavy(book, now_us)
        book.add_person(BADGE, name="林晓", supervisor=True)
    finally:
        book.close()
    return Filled(
        files=len(reports),
        orders=sum(report.counts.orders for report in reports),
        held=sum(report.counts.held for report in reports),
        products=products.products,
        numbers=numbers,
    )


def _choose_for_heavy(book: OrderBook, now_us: int) -> None:
    """What the office does before the day begins: no bench should meet an order that its service would not take."""
    routing = load_routing(config_dir())
    for row in book.search(state=OrderState.READY):
        order = book.order_copy(row.number)
        assert order is not None
        service = route(order, routing)
        limits = routing.services[service].limits if service is not None else NO_LIMITS
        if breach(limits, weight_mg=goods_weight_mg(order), sides_mm=None) is None:
            continue
        with writing(book.engine) as connection:
            ems = routing.services[HEAVY]
            choose_service(
                connection, order.number, ems, reason="超重 over the weight limit", who="office", now_us=now_us
            )


def _order_files(samples: Path) -> list[Path]:
    return [samples / name for name in ORDER_FILES]


def _add_numbers(book: OrderBook, samples: Path, now_us: int) -> int:
    """One file a service, named after it."""
    services = {service.id: service for service in load_services(config_dir())}
    added = 0
    for file in sorted(samples.glob(f"{NUMBERS}*.txt")):
        lines = file.read_text(encoding="ascii").splitlines()
        count, faults = book.add_numbers(lines, services[ServiceId(file.stem.removeprefix(NUMBERS))], now_us=now_us)
        assert not faults, f"{file}: {faults}"
        added += count
    return added
