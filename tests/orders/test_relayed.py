"""How far the order book has a bench's logs."""

from __future__ import annotations

import hashlib
from dataclasses import astuple

from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.relayed import header_at, parts_elsewhere, relayed_logs
from tests.orders.recorded import Recorded, packed


def test_logs_of_a_bench(book: OrderBook) -> None:
    """Each epoch of the bench with its size, the newest first; another bench's are not among them."""
    for bench, epoch, size in (("B01", 1, 3), ("B01", 3, 2), ("B02", 7, 4)):
        ledger = Recorded(bench, epoch)
        ledger.add(*[packed()] * size, order="SO-1")
        Relay(ledger, log=ledger.log)(book)
    with reading(book.engine) as connection:
        found = relayed_logs(connection, "B01")
        assert [astuple(one) for one in found] == [("acme/B01/3", 3, 2), ("acme/B01/1", 1, 3)]
        assert relayed_logs(connection, "B03") == ()
        header = header_at(connection, "B01", 3, 1)
        assert header is not None
        assert '"seq":1' in header
        assert header_at(connection, "B01", 3, 2) is None


def test_what_other_benches_have_of_an_order(book: OrderBook) -> None:
    """Log by log, with the last entry's hash; the own bench's logs and other orders are not among them."""
    for bench, epoch in (("B01", 1), ("B02", 1), ("B02", 3)):
        ledger = Recorded(bench, epoch)
        ledger.add(packed(), order="SO-2")
        ledger.add(packed(), packed(), order="SO-1")
        Relay(ledger, log=ledger.log)(book)
    with reading(book.engine) as connection:
        found = parts_elsewhere(connection, "SO-1", own="acme/B01")
        header = header_at(connection, "B02", 3, 2)
        assert parts_elsewhere(connection, "SO-3", own="") == ()
    assert header is not None
    assert [(one.log, one.entries, one.first, one.last, one.sealed) for one in found] == [
        ("acme/B02/1", 2, 1, 2, False),
        ("acme/B02/3", 2, 1, 2, False),
    ]
    assert found[1].last_leaf == hashlib.sha256(b"\x00" + header.encode()).hexdigest()
