"""Orders put before all others for a cut-off and back: whose turn it is, who did it, and what is left alone."""

from __future__ import annotations

from sqlalchemy import select, update

from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.tables import deadline_acts, orders
from station.orders.turns import BATCH, put_back, put_first, standing_first
from tests.orders.conftest import put_order

NOW = 1_795_046_400_000_000
HOUR = 3_600_000_000
WHY = "cut-off 2026-11-21 16:00 sf"


def _wait(book: OrderBook, *numbers: str, due_us: int = NOW + HOUR, **values: object) -> None:
    for number in numbers:
        put_order(book.engine, number, {"A": 1}, due_us=due_us, **values)


def _queue(book: OrderBook) -> list[str]:
    return [str(row.number) for row in book.queue(limit=20)]


def _acts(book: OrderBook) -> list[tuple[str, str, str, int, str]]:
    columns = (deadline_acts.c.order_no, deadline_acts.c.act, deadline_acts.c.who, deadline_acts.c.at_us)
    with reading(book.engine) as connection:
        rows = connection.execute(select(*columns, deadline_acts.c.reason).order_by(deadline_acts.c.id))
        return [tuple(row) for row in rows]


def test_they_stand_first_in_the_queue_of_every_bench(book: OrderBook) -> None:
    """A later cut-off's orders go before an earlier one's; each says who put it there, when and for what."""
    _wait(book, "EARLY-1", "EARLY-2")
    _wait(book, "LATE-1", "LATE-2", due_us=NOW + 3 * HOUR)
    assert _queue(book) == ["EARLY-1", "EARLY-2", "LATE-1", "LATE-2"]
    assert put_first(book, ["LATE-1", "LATE-2"], why=WHY, who="P009", now_us=NOW) == 2
    assert _queue(book) == ["LATE-1", "LATE-2", "EARLY-1", "EARLY-2"]
    assert _acts(book) == [(number, "expedited", "P009", NOW, WHY) for number in ("LATE-1", "LATE-2")]
    assert standing_first(book) == {WHY: 2}


def test_back_in_their_turn(book: OrderBook) -> None:
    """What was put first for this cut-off goes back; an order that was expedited by itself stays first."""
    _wait(book, "A-1", "A-2", "OWN")
    put_first(book, ["A-1", "A-2"], why=WHY, who="P009", now_us=NOW)
    book.expedite("OWN", now_us=NOW, who="P001", reason="the buyer called")
    assert standing_first(book) == {WHY: 2, "the buyer called": 1}
    assert put_back(book, why=WHY, who="P008", now_us=NOW + 1) == 2
    assert standing_first(book) == {"the buyer called": 1}
    assert _queue(book)[0] == "OWN"
    assert _acts(book)[-1] == ("A-2", "expedite_undone", "P008", NOW + 1, WHY)
    assert put_back(book, why=WHY, who="P008", now_us=NOW + 2) == 0


def test_what_a_bench_has_opened_stays(book: OrderBook) -> None:
    """An order on a bench, on hold or first already is not touched, and nothing is recorded of it."""
    _wait(book, "HELD", state="held")
    _wait(book, "OPEN", state="packing", claimed_by="B01")
    _wait(book, "OWN", "FREE")
    book.expedite("OWN", now_us=NOW, who="P001", reason="the buyer called")
    assert put_first(book, ["HELD", "OPEN", "OWN", "FREE", "NONE"], why=WHY, who="P009", now_us=NOW) == 1
    assert standing_first(book) == {WHY: 1, "the buyer called": 1}
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == "FREE").values(state="packing", claimed_by="B02"))
    assert put_back(book, why=WHY, who="P009", now_us=NOW) == 0


def test_more_than_go_into_one_statement(book: OrderBook) -> None:
    """All or none, however many."""
    numbers = [f"N-{at:04}" for at in range(BATCH + 3)]
    _wait(book, *numbers)
    assert put_first(book, numbers, why=WHY, who="P009", now_us=NOW) == len(numbers)
    assert put_back(book, why=WHY, who="P009", now_us=NOW) == len(numbers)
    assert standing_first(book) == {}
