"""Words about confirmations, on SQLite and PostgreSQL: done by a person, doubted by the platform's own file."""

from __future__ import annotations

from station.orders.confirming import Unconfirmed, mark_exported, unconfirmed
from station.orders.engine import writing
from station.orders.handover import close, open_handover
from station.orders.handover_scan import scan
from station.orders.orderbook import OrderBook
from station.orders.outbox import confirm_done, doubt
from station.packing.deadlines import NO_RULES
from tests.orders.parcels_made import YTO, put_sealed
from tests.orders.recorded import T0


def _handed_over(book: OrderBook, *numbers: int) -> tuple[Unconfirmed, ...]:
    for number in numbers:
        put_sealed(book, f"SO-{number}", f"YT{number}")
    handover = open_handover(book, YTO, who="P007", now_us=T0).id
    for number in numbers:
        scan(book, handover, f"YT{number}", who="P007", now_us=T0)
    close(book, handover, {}, who="P007", now_us=T0)
    return unconfirmed(book, NO_RULES)


def _doubt(book: OrderBook, *numbers: str, at_us: int) -> None:
    with writing(book.engine) as connection:
        doubt(connection, numbers, now_us=at_us)


def _waiting(book: OrderBook) -> dict[str, int | None]:
    return {str(each.order): each.doubted_us for each in unconfirmed(book, NO_RULES)}


def test_done(book: OrderBook) -> None:
    """What a person has seen on the platform waits no more, exported or not; saying it twice changes nothing."""
    _handed_over(book, 1, 2)
    for _ in range(2):
        confirm_done(book, [("SO-1", "YT1")], who="P008", now_us=T0 + 1)
    assert _waiting(book) == {"SO-2": None}


def test_doubted(book: OrderBook) -> None:
    """A platform's file that still says "to ship" brings it back; said to be done again, it goes."""
    _handed_over(book, 1)
    confirm_done(book, [("SO-1", "YT1")], who="P008", now_us=T0 + 1)
    _doubt(book, "SO-1", at_us=T0 + 2)
    assert _waiting(book) == {"SO-1": T0 + 2}
    confirm_done(book, [("SO-1", "YT1")], who="P008", now_us=T0 + 3)
    assert _waiting(book) == {}


def test_an_export_can_be_doubted_too(book: OrderBook) -> None:
    """A file that the platform refused, row by row and silently, shows at the next import."""
    found = _handed_over(book, 1, 2)
    mark_exported(book, [found[0]], file="a.csv", who="P008", now_us=T0 + 1)
    _doubt(book, "SO-1", "SO-2", "SO-9", at_us=T0 + 2)
    assert _waiting(book) == {"SO-1": T0 + 2, "SO-2": None}
