"""From this home's ledgers to the order book: what it lacks, of earlier epochs first. Nothing else is done here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from station.backlog import note_carried
from station.clock import Clock
from station.errors import LedgerBroken
from station.home import Home
from station.orders.orderbook import OrderBook

if TYPE_CHECKING:
    from station.orders.relay import Relay


def carry(home: Home, book: OrderBook) -> None:
    """What this home's ledger has and the book has not; most homes of an office have no ledger."""
    if not home.ledger_file.is_file():
        carry_past(home, book)
        return
    relay, close = relaying(home)
    try:
        relay(book)
    finally:
        close()


class Carrying:
    """To be called again and again. With the first call that reaches the book earlier epochs are looked after, and with
    a clock what was set aside is tried again: the program may be a newer one.
    """

    def __init__(self, home: Home, relay: Relay, clock: Clock | None = None) -> None:
        self._home = home
        self._relay = relay
        self._clock = clock
        self._began = False
        self._noted = -1

    def __call__(self, book: OrderBook) -> int:
        """The number of entries that came meanwhile."""
        if not self._began:
            carry_past(self._home, book)
            if self._clock is not None:
                self._relay.retry(book, now_us=self._clock.now().wall_us)
            self._began = True
        try:
            return self._relay(book)
        finally:
            self._note()

    def retry(self, book: OrderBook, *, now_us: int) -> int:
        """As ``Relay.retry``."""
        return self._relay.retry(book, now_us=now_us)

    def _note(self) -> None:
        if self._relay.next_seq != self._noted:
            self._noted = self._relay.next_seq
            note_carried(self._home, self._relay.log, self._noted)


def relaying(home: Home, clock: Clock | None = None) -> tuple[Carrying, Callable[[], None]]:
    """What carries the home's ledger, and what closes it."""
    from station.evidence.ledger_reading import open_reader
    from station.orders.relay import Relay

    reader = open_reader(home.ledger_file)
    return Carrying(home, Relay(reader, log=reader.log), clock), reader.close


def carry_past(home: Home, book: OrderBook) -> None:
    """What earlier epochs had recorded and the book never got; each is asked about until the book has all of it.

    A log that the book knows otherwise, or that cannot be read, stays here and is not tried again.
    """
    from station.evidence.past import CARRIED, PastLogs, past_folders
    from station.orders.relay import Relay

    if all((folder / CARRIED).exists() for folder in past_folders(home)):
        return
    logs = PastLogs(home)
    try:
        for past in logs.all():
            if not (past.folder / CARRIED).exists():
                with suppress(LedgerBroken):
                    Relay(past.reader, log=past.log)(book)
                (past.folder / CARRIED).touch()
    finally:
        logs.close()
    for folder in past_folders(home):
        (folder / CARRIED).touch()
