"""What disputes share, from the order book to the sentence and the table on the supervisor's screen. Both databases."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from station.home import Home
from station.orders.dispute_kinds import DisputeKind
from station.orders.disputes import Notice, open_dispute
from station.orders.orderbook import OrderBook
from station.supervisor_house import House, load_house
from station.supervisor_sharing import shared_of, shared_page
from station.ui.supervisor_board import Drill
from station.ui.widgets.save_bars import sentence
from tests.orders.parcels_made import put_sealed
from tests.orders.recorded import T0

NOW = T0 + 86_400_000_000


@pytest.fixture
def house(home: Home) -> House:
    return load_house(home, timezone(timedelta(hours=8)))


@pytest.fixture
def book(url: str) -> OrderBook:
    """Forty parcels of one carrier but six; five of those six are disputed, and one other."""
    opened = OrderBook.open(url)
    for at in range(40):
        put_sealed(opened, f"SO-{at}", f"YT{at}", service="sf" if at < 6 else "yto")
    for at in (*range(5), 39):
        notice = Notice(order=f"SO-{at}", kind=DisputeKind.DAMAGED, start_us=NOW, amount=None, currency="")
        open_dispute(opened, notice, who="P001", now_us=NOW)
    return opened


def test_a_clear_one_is_a_sentence(book: OrderBook, house: House) -> None:
    """Five of six damaged went by a carrier that has six of forty; the carrier is called by its name."""
    shared = shared_of(book, house, now_us=NOW)
    sentences = [sentence(each).en for each in shared]
    assert "Damaged: 5 of 6 with carrier SF Express (usually 15 %)".replace(" %", "\u00a0%") in sentences
    page = shared_page(Drill(what="shared", figure="shared", from_us=0, to_us=1, title=()), shared)
    assert [cell.en for cell in page.lines[0].cells][2:4] == ["5", "6"]
    book.close()


def test_nothing_clear_is_nothing_said(url: str, house: House) -> None:
    """An empty book has no sentence."""
    opened = OrderBook.open(url)
    assert shared_of(opened, house, now_us=NOW) == ()
    opened.close()
