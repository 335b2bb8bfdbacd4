"""An order erased wherever it was packed: here at once, and by every other bench as it runs. Decision 0066.

What one home does stands in ``erasure``; this decides who is asked, and waits for the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import closing, suppress
from dataclasses import dataclass

from station.bench_ledger import open_ledger
from station.carrying import carry
from station.clock import Clock
from station.erasure import Asked, Done, book_without, erase, erase_part, files_without
from station.errors import LedgerInUse, Trouble
from station.home import Home
from station.orders.engine import reading
from station.orders.erasing import traces_of
from station.orders.erasure_requests import Request, Standing, ask, benches_with, left_in_book, standing, waiting_for
from station.orders.orderbook import OrderBook
from station.orders.roles import may_erase
from station.settings import Settings

RandomBytes = Callable[[int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """``here`` is what this home did; ``benches`` those that were asked, and how each stands."""

    here: Done
    benches: tuple[Standing, ...] = ()

    @property
    def complete(self) -> bool:
        return all(one.done for one in self.benches)


def erase_everywhere(
    home: Home,
    settings: Settings,
    clock: Clock,
    book: OrderBook,
    asked: Asked,
    *,
    without: Collection[str],
    wait: Callable[[], bool],
    random_bytes: RandomBytes,
) -> Round:
    """``without`` are benches that nobody waits for, because they are gone; ``wait`` is called between two looks, and
    says when patience has ended.

    Raises:
        Trouble: as ``erase``; nothing is asked then.
    """
    carry(home, book)
    own = settings.bench.id if home.ledger_file.is_file() else ""
    others = _benches(book, asked.number) - {own, *without}
    if not others and not own:
        return Round(here=erase(home, settings, clock, book, asked, random_bytes=random_bytes))
    here = files_without(home, book, asked)
    if asked.number in _left(book):  # benches did their part after the last call
        book_without(home, book, asked, random_bytes=random_bytes)
        return Round(here=here)
    benches = sorted({*others, own} - {"", *without})
    ids = ask(book, asked.number, benches, who=asked.by, reason=asked.reason, now_us=clock.now().wall_us)
    if own:
        _own_part(home, settings, clock, book, ids, random_bytes)
    found = standing(book, ids)
    while any(one.done is None for one in found) and wait():
        found = standing(book, ids)
    done = Round(here=here, benches=found)
    if done.complete and asked.number in _left(book):
        book_without(home, book, asked, random_bytes=random_bytes)
    return done


def finish_in_book(home: Home, book: OrderBook, *, random_bytes: RandomBytes) -> tuple[str, ...]:
    """The book's part of what benches did after nobody waited any more, or could not do; which orders went.

    One that is held or disputed by now stays, and is tried again at the next call.
    """
    gone = []
    for number in _left(book):
        with suppress(Trouble):
            book_without(home, book, Asked(number=number, reason="", by=""), random_bytes=random_bytes)
            gone.append(number)
    return tuple(gone)


def _left(book: OrderBook) -> tuple[str, ...]:
    """Nothing where this user has no right to it either."""
    with reading(book.engine) as connection:
        return left_in_book(connection) if may_erase(connection) else ()


def _benches(book: OrderBook, number: str) -> frozenset[str]:
    with reading(book.engine) as connection:
        return benches_with(connection, {number, *traces_of(connection, number).orders})


def _own_part(
    home: Home, settings: Settings, clock: Clock, book: OrderBook, ids: Collection[int], random_bytes: RandomBytes
) -> None:
    """At once where the own bench does not run. Cut short, it is asked still, and its next start goes on."""
    mine: list[Request] = [one for one in waiting_for(book, settings.bench.id) if one.id in ids]
    try:
        with closing(open_ledger(home, settings, clock, book=book)) as ledger:
            for one in mine:
                erase_part(home, book, one, ledger, now_us=clock.now().wall_us, random_bytes=random_bytes)
    except LedgerInUse:
        return
