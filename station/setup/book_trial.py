"""Whether an order book answers, how quickly, and how its clock stands to ours. In a thread, as networks may wait."""

from __future__ import annotations

from statistics import median
from typing import Final

from PySide6.QtCore import QThread, Signal
from sqlalchemy import Engine, select, text

from station.clock import Clock
from station.errors import Trouble
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.tables import events
from station.setup.values import BookTried

ROUNDS: Final = 5


class BookTrial(QThread):
    """``tried`` comes once. An order book that is empty is made, as any first use does."""

    tried = Signal(object)  # BookTried

    def __init__(self, address: str, bench: str, clock: Clock) -> None:
        super().__init__()
        self._address = address
        self._bench = bench
        self._clock = clock

    def run(self) -> None:
        try:
            book = OrderBook.open(self._address)
        except Trouble as trouble:
            self.tried.emit(BookTried(trouble=trouble.sentence()))
            return
        try:
            self.tried.emit(self._measured(book.engine))
        except Trouble as trouble:
            self.tried.emit(BookTried(trouble=trouble.sentence()))
        finally:
            book.close()

    def _measured(self, engine: Engine) -> BookTried:
        shared = engine.dialect.name == "postgresql"
        clock_off_ms: float | None = None
        with reading(engine) as connection:
            rounds_us = []
            for _ in range(ROUNDS):
                begun = self._clock.now()
                asked = "SELECT extract(epoch FROM clock_timestamp())" if shared else "SELECT 1"
                answer = connection.execute(text(asked)).scalar_one()
                now = self._clock.now()
                rounds_us.append(now.mono_us - begun.mono_us)
                if shared:
                    middle_us = (begun.wall_us + now.wall_us) / 2
                    clock_off_ms = middle_us / 1_000 - float(answer) * 1_000
            version = connection.execute(text("SHOW server_version" if shared else "SELECT sqlite_version()")).scalar()
            known = connection.execute(select(events.c.bench).where(events.c.bench == self._bench)).first()
        return BookTried(
            round_trip_ms=median(rounds_us) / 1_000,
            clock_off_ms=clock_off_ms,
            server=f"{'PostgreSQL' if shared else 'SQLite'} {version}",
            bench_taken=shared and known is not None,
        )
