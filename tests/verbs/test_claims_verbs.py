"""``orders claims`` and ``orders takeover``, as a supervisor calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.home import Home
from station.orders.orderbook import OrderBook
from tests.e2e.warehouse import NOW_US, prepare
from tests.orders.conftest import ROUTING
from tests.verbs.command import Command


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    prepare(Home(tmp_path / "home"), {"SO-1": {"TRAY-30": 1}})
    book = OrderBook.open(f"sqlite:///{tmp_path / 'home' / 'orders.db'}")
    book.claim("SO-1", bench="B07", now_us=NOW_US, routing=ROUTING)
    book.close()
    return Command(tmp_path / "home", capsys)


def test_who_has_what_and_taking_it(sealbench: Command) -> None:
    """The bench is named, the order is free after the take-over, its number void; a second time nobody has it."""
    (row,) = sealbench.json("orders", "claims")["claims"]
    assert (row["order"], row["bench"], row["fence"]) == ("SO-1", "B07", 1)
    assert sealbench.json("orders", "claims", "--bench", "B08")["claims"] == []
    taken = sealbench.json("orders", "takeover", "SO-1", "--reason", "broken", "--by", "S1", "--now")
    assert taken == {"orders": ["SO-1"], "bench": "B07", "void": "YT0000000000001", "kept": ""}
    sealbench("orders", "takeover", "SO-1", "--reason", "broken", "--by", "S1", exits=1)
    assert "no bench has order SO-1" in sealbench.err
    assert sealbench.json("orders", "claims")["claims"] == []
