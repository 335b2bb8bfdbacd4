"""A desk's one open order book: opened at first use, anew when its file was moved, left alone while it is away.

It lives in the desk's own thread. What is asked of the book stands in the desk.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final

from station.clock import Clock
from station.errors import BookUnreachable, Trouble
from station.orders.orderbook import OrderBook

SQLITE: Final = "sqlite:///"
SLOW_US: Final = 200_000
REST_US: Final = 2_000_000
"""After an answer that was waited for ``SLOW_US`` in vain the book counts as away for ``REST_US`` without being asked:
what the bench asks meanwhile is answered at once, and never grows to a queue."""


class BookLine:
    """``let_go`` is called before a book is closed: what hangs on it ends first."""

    def __init__(self, url: str, open_book: Callable[[], OrderBook], let_go: Callable[[], None], clock: Clock) -> None:
        self._url = url
        self._open_book = open_book
        self._let_go = let_go
        self._clock = clock
        self._book: OrderBook | None = None
        self._file: tuple[int, int] | None = None
        self._asked_us = 0
        self._away: BookUnreachable | None = None
        self._away_until_us = 0

    def open(self) -> OrderBook:
        """The book as it stands at its address; a file that was moved away would still take writes, unseen."""
        self._asked_us = self._clock.now().mono_us
        if self._away is not None and self._asked_us < self._away_until_us:
            raise self._away
        found = file_at(self._url)
        if self._book is not None and found != self._file:
            if found is None:
                raise BookUnreachable("the order book's file is gone", where=self._url, remedy="Put it back.")
            self.close()
        if self._book is None:
            self._book = self._open_book()
            self._file = file_at(self._url)
        return self._book

    def close(self) -> None:
        self._let_go()
        if self._book is not None:
            self._book.close()
        self._book = None

    def failed(self, trouble: Trouble) -> None:
        """A book that was waited for in vain is left alone for a moment; one that says no at once is asked again."""
        now_us = self._clock.now().mono_us
        if isinstance(trouble, BookUnreachable) and now_us - self._asked_us >= SLOW_US:
            self._away, self._away_until_us = trouble, now_us + REST_US


def file_at(url: str) -> tuple[int, int] | None:
    """Which file an embedded book's address means now; None for a server's, or when there is none."""
    path = url.removeprefix(SQLITE)
    try:
        found = os.stat(path) if path != url else None
    except OSError:
        found = None
    return (found.st_dev, found.st_ino) if found else None
