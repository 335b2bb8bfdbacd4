"""From a home to its order book: the address of its settings, the senders of its shops, the shipped routing."""

from __future__ import annotations

from pathlib import Path

from station.home import Home
from station.orders.orderbook import OrderBook
from station.orders.shops import Shop, load_senders, load_shop


def open_book(home: Home, config: Path, address: str) -> OrderBook:
    """The home's order book, made at first use."""
    return OrderBook.open(address, senders=load_senders(*shop_folders(home, config)))


def shop_of(home: Home, config: Path, name: str) -> Shop:
    return load_shop(name, *shop_folders(home, config))


def shop_folders(home: Home, config: Path) -> tuple[Path, Path]:
    """A file of the home goes before the shipped one of the same name."""
    return config / "shops", home.root / "shops"
