"""A file broken at any byte: one sentence, no traceback, no half import; a killed import: all of it or nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from station.home import Home
from station.orders.engine import faults_of, reading
from station.orders.importing import take_files
from station.orders.orderbook import OrderBook
from station.orders.tables import imports, order_lines, orders
from tests.orders.breaking import KINDS, WORKBOOKS, empty, take_broken
from tests.orders.intake import T0, order_file, shelf

ORDERS = 40
"""Of the import that is killed."""


@pytest.mark.parametrize("kind", KINDS)
def test_any_damage(tmp_path: Path, kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Cut, flipped, overwritten, zeroed or doubled at a seeded place, of every platform: told in one sentence."""
    book = OrderBook.open(f"sqlite:///{tmp_path / 'orders.db'}")
    for seed in range(5 if kind in WORKBOOKS else 40):
        take_broken(book, tmp_path, kind, seed)
        empty(book)
    assert faults_of(book.engine) == []
    book.close()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_point(book: OrderBook, home: Home, tmp_path: Path, seed: int) -> None:
    """The process that imports dies at a seeded call: the book has the whole file or nothing, and takes it after."""
    path = order_file(tmp_path / "a.csv", *(f"SO-{n}" for n in range(ORDERS)))
    url = book.engine.url.render_as_string(hide_password=False)
    calls = int(_child(url, path, die_at=0).stdout)
    empty(book)
    ended = _child(url, path, die_at=Random(seed).randint(1, calls))
    assert ended.returncode == -signal.SIGKILL
    assert _counts(book) in ((0, 0, 0), (ORDERS, ORDERS, 1))
    assert faults_of(book.engine) == []
    (report,), _batch = take_files(shelf(book, home), [path], now_us=T0)
    assert (report.trouble, report.counts.new + report.counts.unchanged) == ("", ORDERS)
    assert _counts(book)[:2] == (ORDERS, ORDERS)


def test_killed_as_it_ends(book: OrderBook, tmp_path: Path) -> None:
    """The last calls of all, where the transaction is closed."""
    path = order_file(tmp_path / "a.csv", *(f"SO-{n}" for n in range(ORDERS)))
    url = book.engine.url.render_as_string(hide_password=False)
    calls = int(_child(url, path, die_at=0).stdout)
    seen = set()
    for before_the_end in (50, 100, 200, 400):
        empty(book)
        assert _child(url, path, die_at=calls - before_the_end).returncode == -signal.SIGKILL
        seen.add(_counts(book))
    assert seen <= {(0, 0, 0), (ORDERS, ORDERS, 1)}


def _counts(book: OrderBook) -> tuple[int, ...]:
    with reading(book.engine) as connection:
        return tuple(
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (orders, order_lines, imports)
        )


def _child(url: str, path: Path, *, die_at: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.orders.dying", url, str(path), str(die_at)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
