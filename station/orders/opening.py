"""From a home to its order book: the address of its settings, the senders, the gates and the deadlines of its shops."""

from __future__ import annotations

from pathlib import Path

from station.errors import BookUnreachable, SettingsTrouble
from station.home import Home
from station.orders.deadline_rules import load_deadline_rules
from station.orders.engine import connect
from station.orders.orderbook import OrderBook, RulesAt
from station.orders.server import is_shared
from station.orders.shops import Shop, load_gates, load_senders, load_shop
from station.packing.deadlines import NO_RULES, DeadlineRules
from station.settings import config_dir


def open_book(home: Home, config: Path, address: str) -> OrderBook:
    """The home's order book, made at first use."""
    folders = shop_folders(home, config)
    return OrderBook.open(
        address, senders=load_senders(*folders), gates=load_gates(*folders), rules_at=rules_of(home, config)
    )


def reach_book(home: Home, config: Path, address: str) -> tuple[OrderBook, bool]:
    """As ``open_book``, and whether the book answered: a bench starts although its server is away, and joins later.

    Raises:
        SchemaTrouble, SettingsTrouble: waiting would not help.
        BookUnreachable: the book is a file, and what is wrong with it is wrong here.
    """
    try:
        return open_book(home, config, address), True
    except BookUnreachable:
        if not is_shared(address):
            raise
    folders = shop_folders(home, config)
    away = OrderBook(connect(address), load_senders(*folders), load_gates(*folders), rules_of(home, config))
    return away, False


def rules_of(home: Home, config: Path) -> RulesAt:
    """The home's deadline rules, read when they are needed: the calendar alone takes a tenth of a second.

    A rules file that cannot be read stops no parcel; ``doctor`` names it, and ``orders reckon`` makes up for it.
    """

    def rules_at(now_us: int) -> DeadlineRules:
        try:
            return load_deadline_rules(home, config, now_us=now_us)
        except SettingsTrouble:
            return NO_RULES

    return rules_at


class KeptBook:
    """The home's order book for a desk that asks it again and again: opened at first use, in the thread that asks."""

    def __init__(self, home: Home, address: str) -> None:
        self._home = home
        self._address = address
        self._book: OrderBook | None = None

    def open(self) -> OrderBook:
        if self._book is None:
            self._book = open_book(self._home, config_dir(), self._address)
        return self._book

    def close(self) -> None:
        if self._book is not None:
            self._book.close()
            self._book = None


def shop_of(home: Home, config: Path, name: str) -> Shop:
    return load_shop(name, *shop_folders(home, config))


def shop_names(home: Home, config: Path) -> dict[str, str]:
    """What every shop calls itself, by its id; empty where it does not say."""
    files = (file for folder in shop_folders(home, config) for file in folder.glob("*.toml"))
    return {file.stem: shop_of(home, config, file.stem).name for file in sorted(files)}


def shop_folders(home: Home, config: Path) -> tuple[Path, Path]:
    """A file of the home goes before the shipped one of the same name."""
    return config / "shops", home.root / "shops"
