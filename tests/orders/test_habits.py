"""What a house does most: reasons for putting aside, a packer's best hour, the cut-offs ahead."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import insert

from station.orders.engine import reading, writing
from station.orders.figure_names import QUARTER_US, Name
from station.orders.figure_tables import figures
from station.orders.habits import LOOKED_BACK_US, Habits, best_hours, habits, reasons_used
from station.orders.orderbook import OrderBook
from station.orders.shortage_tables import shortages
from station.orders.tables import orders

NOW_US = 1_795_000_000_000_000


def _put_aside(book: OrderBook, *whys: str, at_us: int = NOW_US) -> None:
    with writing(book.engine) as connection:
        number = connection.execute(orders.select().limit(1)).first()
        if number is None:
            connection.execute(insert(orders).values(number="SO-1", platform="generic", shop="demo", state="ready"))
        for why in whys:
            row = {"order_no": "SO-1", "owner": "purchasing", "why": why, "missing": "[]", "at_us": at_us}
            connection.execute(insert(shortages).values(**row))


def test_the_most_used_reason_comes_first(book: OrderBook) -> None:
    """What was used long ago no longer counts."""
    _put_aside(book, "short", "damaged", "damaged")
    _put_aside(book, "call", "call", "call", at_us=NOW_US - LOOKED_BACK_US - 1)
    with reading(book.engine) as connection:
        assert reasons_used(connection, now_us=NOW_US) == ("damaged", "short")


def test_the_best_hour_is_a_clock_hour(book: OrderBook) -> None:
    """Four quarters of one hour add up; quarters of two hours do not."""
    hour = NOW_US // QUARTER_US // 4 * 4
    with writing(book.engine) as connection:
        for quarter, value in ((hour, 5), (hour + 3, 6), (hour - 1, 9)):
            row = {"quarter": quarter, "bench": "B01", "packer": "P001", "name": Name.PARCELS.value, "value": value}
            connection.execute(insert(figures).values(**row))
    with reading(book.engine) as connection:
        assert best_hours(connection, now_us=NOW_US + 3_600_000_000) == {"P001": 11}


def test_what_was_learned_stays_for_a_shift(book: OrderBook) -> None:
    """Only the cut-offs are read anew."""
    known = Habits(reasons=("call",), best_hours={"P001": 3}, cut_offs=())
    _put_aside(book, "damaged")
    with reading(book.engine) as connection:
        found = habits(connection, known, place="", now_us=NOW_US)
    assert replace(found, cut_offs=()) == known
