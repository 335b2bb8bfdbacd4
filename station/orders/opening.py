"""From a home to its order book: the address of its settings, the senders and the rules of its shops."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from station.home import Home
from station.orders.orderbook import OrderBook
from station.orders.shops import Shop, load_gates, load_senders, load_shop
from station.settings import config_dir, load


def open_book(home: Home, config: Path, address: str) -> OrderBook:
    """The home's order book, made at first use."""
    folders = shop_folders(home, config)
    return OrderBook.open(address, senders=load_senders(*folders), gates=load_gates(*folders))


@contextmanager
def opened(home: Home) -> Iterator[OrderBook]:
    """The order book that the home's settings name, for one act of a verb."""
    book = open_book(home, config_dir(), load(home).bench.orderbook)
    try:
        yield book
    finally:
        book.close()


def shop_of(home: Home, config: Path, name: str) -> Shop:
    return load_shop(name, *shop_folders(home, config))


def shop_folders(home: Home, config: Path) -> tuple[Path, Path]:
    """A file of the home goes before the shipped one of the same name."""
    return config / "shops", home.root / "shops"
