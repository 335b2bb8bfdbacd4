"""``evidence relay``: what is set aside of any bench, and giving up what can never be carried out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from station.orders import set_aside
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.relay_tables import set_aside as asides
from station.orders.tables import events
from tests.verbs.command import Command


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path / "home", capsys)


@pytest.fixture
def book(sealbench: Command, tmp_path: Path) -> Iterator[OrderBook]:
    """Three entries of SO-1 at a bench that is gone; the last of them waits for the second."""
    sealbench("db", "upgrade")
    opened = OrderBook.open(f"sqlite:///{tmp_path / 'home' / 'orders.db'}")
    row = {"bench": "B07", "epoch": 1, "wall_us": 1, "packer": "P001", "order_no": "SO-1", "header": "{}"}
    kinds = ("OrderOpened", "ItemPacked", "ParcelSealed")
    with writing(opened.engine) as connection:
        for seq, kind in enumerate(kinds):
            connection.execute(insert(events).values(row | {"seq": seq, "kind": kind}))
        set_aside.put(connection, ("B07", 1, 1), why="it does not read", since_us=1)
        set_aside.put(connection, ("B07", 1, 2), why="waits for entry 1", since_us=1, after_seq=1)
    yield opened
    opened.close()


@pytest.mark.usefixtures("book")
def test_another_benchs_are_listed(sealbench: Command) -> None:
    """With exit 1, by the names that giving up takes."""
    told = sealbench("evidence", "relay", "--bench", "B07", exits=1)
    assert "set aside: entry B07/1/1, ItemPacked: it does not read" in told
    rows = sealbench.json("evidence", "relay", "--bench", "B07", exits=1)["set_aside"]
    assert [(row["bench"], row["seq"], row["after"]) for row in rows] == [("B07", 1, None), ("B07", 2, 1)]
    assert "nothing of bench B08" in sealbench("evidence", "relay", "--bench", "B08")


def test_giving_up(sealbench: Command, book: OrderBook) -> None:
    """What waits behind goes too, who did it is kept, and the verb says which order to look at."""
    told = sealbench("evidence", "relay", "--give-up", "B07/1/1", "--by", "W01")
    assert "given up: entry B07/1/2, ParcelSealed: waits for entry 1" in told
    assert "stays undone: sealbench orders show SO-1" in told
    with reading(book.engine) as connection:
        assert set(connection.execute(select(asides.c.why)).scalars()) == {"given up by W01"}
    sealbench("evidence", "relay", "--bench", "B07")
    sealbench("evidence", "relay", "--give-up", "B07/1/1", "--by", "W01", exits=1)
    assert "entry B07/1/1 is not set aside" in sealbench.err


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("entry", ["B07", "/1/1", "B07/1", "B07/1/x", "B07/1/1/1", "B07/1/9999999999"])
def test_no_name_of_an_entry(sealbench: Command, entry: str) -> None:
    """Is refused as a mistake of usage."""
    with pytest.raises(SystemExit) as ended:
        sealbench("evidence", "relay", "--give-up", entry, "--by", "W01")
    assert ended.value.code == 2


@pytest.mark.usefixtures("book")
def test_nobody_gives_up(sealbench: Command) -> None:
    """Somebody answers for it, or nothing is changed."""
    sealbench("evidence", "relay", "--give-up", "B07/1/1", exits=2)
    sealbench("evidence", "relay", "--bench", "B07", exits=1)
