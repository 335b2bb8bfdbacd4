"""Parcels of this bench that the order book refused, told to its packer until the ledger says that they were."""

from __future__ import annotations

from typing import Final

from station.orders.orderbook import OrderBook
from station.orders.refused_seals import untold
from station.packing.inputs import SealRefused

AGAIN_US: Final = 10_000_000
"""How long what was told is taken to be on its way into the ledger and back; a stopped bench is told again then."""


class SealNews:
    def __init__(self, bench: str) -> None:
        self._bench = bench
        self._said_us: dict[tuple[str, str], int] = {}

    def due(self, book: OrderBook, *, mono_us: int) -> tuple[SealRefused, ...]:
        """What is to be told now. Raises ``Trouble`` when the book cannot be read."""
        found = {(str(one.order), one.waybill): one for one in untold(book, self._bench)}
        late = {key: said_us for key, said_us in self._said_us.items() if key in found and mono_us - said_us < AGAIN_US}
        fresh = [key for key in found if key not in late]
        self._said_us = late | dict.fromkeys(fresh, mono_us)
        return tuple(
            SealRefused(order=found[key].order, waybill=found[key].waybill, now_at=found[key].now_at) for key in fresh
        )
