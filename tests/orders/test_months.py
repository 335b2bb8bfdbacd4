"""Entries by the month, a log's numbers single across months, and old months let go; on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text, update

from station.errors import LedgerBroken, Trouble, UsageTrouble
from station.orders import belts
from station.orders.engine import importing, reading, writing
from station.orders.figure_tables import figured_logs
from station.orders.month_tables import event_logs
from station.orders.months import OTHER, missing, open_month, partitions
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.retiring import DAY_US, month_start, retire
from station.orders.tables import events, orders
from tests.orders.conftest import put_order
from tests.orders.recorded import Recorded, packed

JAN_US = month_start("2024-01", 2**60)
FEB_US = month_start("2024-02", 2**60)
MAR_US = month_start("2024-03", 2**60)


def _entry(seq: int, wall_us: int, **other: Any) -> dict[str, Any]:
    row = {
        "bench": "B01",
        "epoch": 1,
        "seq": seq,
        "kind": "ItemPacked",
        "wall_us": wall_us,
        "packer": "",
        "header": "{}",
    }
    return row | {"order_no": None} | other


def _put(book: OrderBook, *rows: dict[str, Any], counted: int | None = None) -> None:
    with writing(book.engine) as connection:
        for row in rows:
            open_month(connection, row["wall_us"])
        connection.execute(insert(events), list(rows))
        done = max(row["seq"] for row in rows) + 1 if counted is None else counted
        connection.execute(insert(figured_logs).values(bench="B01", epoch=1, next_seq=done, state="{}"))


def _seqs(connection: Connection) -> list[int]:
    return list(connection.execute(select(events.c.seq).order_by(events.c.seq)).scalars())


@pytest.mark.postgres
def test_a_number_is_single_across_months(book: OrderBook) -> None:
    """The primary key alone would take the same number of a log once in every month; the trigger does not."""
    if book.engine.dialect.name != "postgresql":
        pytest.skip("one table keeps them apart by its key")
    _put(book, _entry(0, JAN_US), _entry(1, FEB_US))
    for rows in ([_entry(0, MAR_US)], [_entry(2, JAN_US), _entry(2, FEB_US)], [_entry(2, 1), _entry(1, 2)]):
        with pytest.raises(Trouble, match="another entry of that number"), writing(book.engine) as connection:
            connection.execute(insert(events), rows)
    with reading(book.engine) as connection:
        assert _seqs(connection) == [0, 1]
        assert set(partitions(connection)) >= {"events_2024_01", "events_2024_02", "events_2024_03", OTHER}
        assert connection.execute(select(event_logs.c.size)).scalar_one() == 2


def test_a_fork_in_another_month_is_an_alarm(book: OrderBook) -> None:
    """The same number with another body is found wherever the book has it, and overwrites nothing."""
    ledger = Recorded()
    ledger.add(packed("A"), packed("A"), order="SO-1")
    Relay(ledger, log="acme/B01/1")(book)
    with writing(book.engine) as connection:
        belts.take_off(connection)
        connection.execute(text("UPDATE events SET wall_us = wall_us + 4000000000000, header = '{}' WHERE seq = 1"))
        connection.execute(text("DELETE FROM events WHERE seq = 0"))
        belts.lay(connection)
    with pytest.raises(LedgerBroken, match="another entry 1"):
        Relay(ledger, log="acme/B01/1")(book)


@pytest.mark.postgres
def test_months_are_bounded(book: OrderBook) -> None:
    """A bench whose clock is wrong opens no month of 1970 or of the next century; its entries have a place all the
    same."""
    if book.engine.dialect.name != "postgresql":
        pytest.skip("one table")
    with writing(book.engine) as connection:
        before = partitions(connection)
        for wall_us in (1, 2**52):
            open_month(connection, wall_us)
        assert partitions(connection) == before
    _put(book, _entry(0, 1), _entry(1, 2**52))
    with reading(book.engine) as connection:
        assert connection.execute(text(f"SELECT count(*) FROM {OTHER}")).scalar_one() == 2
        assert missing(connection) == ()
    with writing(book.engine) as connection:
        connection.execute(text("DROP TRIGGER sealbench_one_entry ON events"))
        assert missing(connection) == ("one_entry_a_number",)


def _retire(book: OrderBook, before_us: int, *, really: bool = True) -> tuple[int, int]:
    with importing(book.engine) as connection:
        found = retire(connection, before_us, really=really)
    return found.entries, found.stay


def test_old_months_go(book: OrderBook) -> None:
    """What is older than the month goes, with its partition; the relay does not bring it back, and goes on."""
    _put(book, *(_entry(seq, JAN_US + seq) for seq in range(4)), _entry(4, MAR_US), _entry(5, MAR_US))
    assert _retire(book, MAR_US, really=False) == (4, 0)
    assert _retire(book, MAR_US) == (4, 0)
    with reading(book.engine) as connection:
        assert _seqs(connection) == [4, 5]
        assert "events_2024_01" not in partitions(connection)
        assert belts.missing(connection) == ()
        relay = Relay(Recorded(), log="acme/B01/1")
        assert relay._goes_on_at(connection) == 6
    assert _retire(book, MAR_US) == (0, 0)


def test_what_must_stay_stays(book: OrderBook) -> None:
    """Orders that are open or on legal hold, a clock that went back, the newest entry, what is not counted yet."""
    put_order(book.engine, "OPEN", {"A": 1})
    put_order(book.engine, "DONE", {"A": 1}, state="sealed")
    rows = [
        _entry(0, JAN_US, order_no="OPEN"),
        _entry(1, JAN_US, order_no="DONE"),
        _entry(2, JAN_US, order_no="HELD", kind="EvidenceHeld"),
        _entry(3, MAR_US),
        _entry(4, JAN_US),  # its clock went back
        _entry(5, JAN_US),
    ]
    _put(book, *rows)
    assert _retire(book, MAR_US) == (1, 4)
    with reading(book.engine) as connection:
        assert _seqs(connection) == [0, 2, 3, 4, 5]
    with writing(book.engine) as connection:
        connection.execute(update(orders).values(state="sealed"))
    assert _retire(book, MAR_US) == (1, 3)


def test_what_is_not_counted_stays(book: OrderBook) -> None:
    """Entries that the figures have not taken yet are not let go."""
    _put(book, *(_entry(seq, JAN_US) for seq in range(4)), _entry(4, MAR_US), counted=2)
    assert _retire(book, MAR_US) == (2, 2)


def test_young_months_stay() -> None:
    """No month of the last half year, and nothing that is no month."""
    for month in ("2024-03", "2024-13", "x", "2024"):
        with pytest.raises(UsageTrouble):
            month_start(month, MAR_US + 10 * DAY_US)
