"""Days at a bench with one ledger, and what can happen to its home between them."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

from station.bench_ledger import memory_of, open_ledger
from station.epoch_change import Change, change_epoch
from station.evidence.codec import encode
from station.evidence.ledger_reading import open_reader
from station.evidence.memory import FolderMemory
from station.home import Home
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.relayed import relayed_logs
from station.settings import Settings
from tests.clocks import FakeClock
from tests.orders import recorded

SO = "SO-1"


def pack(home: Home, settings: Settings, clock: FakeClock, order: str = SO, book: OrderBook | None = None) -> None:
    """One day with one parcel."""
    ledger = open_ledger(home, settings, clock, book=book)
    for event in (recorded.opened(order), recorded.packed(), recorded.sealed(f"YT-{order}")):
        ledger.append([encode(event)], order_no=order, by="P001")
    ledger.close()


def begin(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> Change:
    return change_epoch(home, settings, clock, book, why="the disk failed", by="P009")


def entries(home: Home) -> list[dict[str, Any]]:
    with closing(open_reader(home.ledger_file)) as reader:
        return [dict(entry.parsed()) for entry in reader.entries()]


def keep(home: Home, folder: Path) -> None:
    shutil.copytree(home.root, folder)


def put_back(home: Home, copy: Path) -> None:
    """As a restore of the home does it: every file as it was."""
    shutil.rmtree(home.root)
    shutil.copytree(copy, home.root)


def memory_file(home: Home, settings: Settings) -> Path:
    memory = memory_of(settings, home)
    assert isinstance(memory, FolderMemory)
    return next(memory.folder.iterdir())


def known(book: OrderBook) -> set[tuple[int, int]]:
    with reading(book.engine) as connection:
        return {(one.epoch, one.size) for one in relayed_logs(connection, "B01")}
