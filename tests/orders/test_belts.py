"""What no program may do to the order book is refused by the database itself, on both."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, Engine, delete, insert, select, text, update

from station.errors import Trouble
from station.orders import belts
from station.orders.anchor_tables import witnessed
from station.orders.engine import connect, importing, reading, writing
from station.orders.orderbook import OrderBook
from station.orders.schema import migrate, upgrade
from station.orders.tables import events, orders, parcels, waybill_numbers
from tests.orders.conftest import put_order

WITNESSED = {"log": "o/B01/1", "witness": "w", "root": "", "note": "", "line": "", "org_key": "", "at_us": 1}
EVENT = {"bench": "B01", "epoch": 1, "kind": "OrderOpened", "wall_us": 1, "packer": "", "header": "{}"}
PARCEL = {"bench": "B01", "epoch": 1, "seq": 1, "order_no": "1", "waybill": "", "packer": "", "sealed_us": 1}


@pytest.fixture
def filled(book: OrderBook) -> Engine:
    """A row of everything that a belt is about."""
    put_order(book.engine, "1", {"A": 1}, fence=3)
    with writing(book.engine) as connection:
        connection.execute(insert(events), [{**EVENT, "seq": seq, "order_no": "1"} for seq in range(2)])
        number = {"number": "YT1", "service": "yto", "state": "sent", "position": 1, "changed_us": 1}
        connection.execute(insert(waybill_numbers).values(number))
        connection.execute(insert(parcels).values(lines=1, units=1, **PARCEL))
        connection.execute(insert(witnessed).values(size=5, **WITNESSED))
    return book.engine


FORBIDDEN = {
    "never changed": update(events).values(header="{!}"),
    "entry is never deleted": delete(events).where(events.c.seq == 1),
    "fence never goes down": update(orders).values(fence=2),
    "never free again": update(waybill_numbers).values(state="free"),
    "parcel on record": delete(parcels),
    "never shrinks": update(witnessed).values(size=4),
}


@pytest.mark.parametrize("words", FORBIDDEN)
def test_what_nobody_may(filled: Engine, words: str) -> None:
    """One sentence, and nothing is changed."""

    def act() -> None:
        with writing(filled) as connection:
            connection.execute(update(orders).values(status_word="changed in the same transaction"))
            connection.execute(FORBIDDEN[words])

    with pytest.raises(Trouble, match=words) as caught:
        act()
    assert "\n" not in caught.value.sentence()
    with reading(filled) as connection:
        assert connection.execute(select(orders.c.status_word)).scalar_one() == ""


def test_what_everybody_may(filled: Engine) -> None:
    """Fences rise, numbers go their way, sizes grow, and an erasure renames the order of an entry."""
    with writing(filled) as connection:
        connection.execute(update(orders).values(fence=4))
        connection.execute(update(waybill_numbers).values(state="void"))
        connection.execute(update(witnessed).values(size=6))
        connection.execute(update(events).values(order_no="erased-1"))


def _missing(engine: Engine) -> tuple[str, ...]:
    with reading(engine) as connection:
        return belts.missing(connection)


def test_every_way_to_a_book_lays_them(url: str, book: OrderBook) -> None:
    """A new book has them; one that lost some gets them from ``db upgrade``, whatever its schema."""
    assert _missing(book.engine) == ()
    with writing(book.engine) as connection:
        belts.take_off(connection)
    assert len(_missing(book.engine)) == len(belts.BELTS)
    upgrade(book.engine)
    assert _missing(book.engine) == ()


def test_a_book_of_before_gets_them(url: str) -> None:
    """The migrations write tables anew, and the belts are there after them."""
    engine = connect(url)
    with importing(engine) as connection:
        migrate(connection, to="0003")
        _one_event(connection)
    upgrade(engine)
    assert _missing(engine) == ()
    with pytest.raises(Trouble, match="never deleted"), writing(engine) as connection:
        connection.execute(text("DELETE FROM events"))
    engine.dispose()


def _one_event(connection: Connection) -> None:
    connection.execute(
        text(
            "INSERT INTO events (bench, epoch, seq, kind, wall_us, packer, header)"
            " VALUES ('B01', 1, 0, 'LedgerOpened', 1, '', '{}')"
        )
    )
