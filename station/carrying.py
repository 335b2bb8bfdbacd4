"""Before a verb counts parcels: what this home's own ledger holds goes to the order book. Nothing else is done here."""

from __future__ import annotations

from station.home import Home
from station.orders.orderbook import OrderBook


def carry(home: Home, book: OrderBook) -> None:
    """What this home's ledger has and the book has not; most homes of an office have no ledger."""
    from station.evidence.ledger_reading import open_reader
    from station.orders.relay import Relay

    if not home.ledger_file.is_file():
        return
    reader = open_reader(home.ledger_file)
    try:
        Relay(reader, log=reader.log)(book)
    finally:
        reader.close()
