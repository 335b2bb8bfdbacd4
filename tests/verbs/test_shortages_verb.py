"""``orders shortages`` as the office calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.shortages import record_shortage
from station.packing.events import PackedUnits
from station.packing.model import Sku
from station.packing.owners import Owner
from tests.orders.conftest import put_order
from tests.orders.recorded import T0
from tests.verbs.command import Command


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """A home with two orders put aside: a mug for purchasing, a call for customer service."""
    command = Command(tmp_path / "home", capsys)
    command("orders")
    book = OrderBook.open(f"sqlite:///{command.home / 'orders.db'}")
    mug = (PackedUnits(sku=Sku("MUG"), units=2),)
    for number, owner, why, missing in (("SO-1", Owner.PURCHASING, "short", mug), ("SO-2", Owner.SERVICE, "call", ())):
        put_order(book.engine, number, {"MUG": 2})
        with writing(book.engine) as connection:
            record_shortage(
                connection, number, owner=owner, why=why, missing=missing, bench="B01", who="P001", at_us=T0
            )
    book.close()
    return command


def test_the_list_names_owner_reason_and_what_is_missing(sealbench: Command) -> None:
    """All of them, or those of one owner; the same words as a document and as a line."""
    found = sealbench.json("orders", "shortages")["shortages"]
    assert [(each["order"], each["owner"], each["why"]) for each in found] == [
        ("SO-1", "purchasing", "short"),
        ("SO-2", "service", "call"),
    ]
    assert found[0]["missing"] == [{"sku": "MUG", "units": 2}]
    assert (found[0]["bench"], found[0]["due"], found[0]["how"]) == ("B01", None, None)
    (mine,) = sealbench.json("orders", "shortages", "--owner", "service")["shortages"]
    assert mine["order"] == "SO-2"
    assert "2 x MUG" in sealbench("orders", "shortages")
    assert sealbench.json("orders", "show", "SO-1")["state"] == "held"


def test_a_buyer_who_waits_is_marked_and_what_arrived_is_ready(sealbench: Command) -> None:
    """Waiting leaves the shortage on the list; arrived takes it off and offers the order."""
    sealbench("orders", "shortages", "--resolve", "SO-1", "--how", "wait", "--by", "Wu Example")
    assert "the buyer waits" in sealbench("orders", "shortages", "--owner", "purchasing")
    said = sealbench.json("orders", "shortages", "--resolve", "SO-1", "--how", "arrived", "--by", "Li Example")
    assert said == {"order": "SO-1", "how": "arrived"}
    assert sealbench.json("orders", "shortages", "--owner", "purchasing")["shortages"] == []
    assert sealbench.json("orders", "show", "SO-1")["state"] == "ready"


def test_a_substitute_changes_what_is_packed(sealbench: Command) -> None:
    """The lines of the order name what the buyer takes now."""
    sealbench("orders", "shortages", "--resolve", "SO-1", "--how", "substitute", "--with", "CUP", "--by", "Wu Example")
    lines = sealbench.json("orders", "show", "SO-1")["lines"]
    assert [(line["sku"], line["quantity"]) for line in lines] == [("CUP", 2)]


@pytest.mark.parametrize(
    "words",
    [
        ("--owner", "finance"),
        ("--how", "arrived"),
        ("--resolve", "SO-1"),
        ("--resolve", "SO-1", "--how", "packed", "--by", "X"),
        ("--resolve", "SO-1", "--how", "arrived"),
        ("--resolve", "SO-1", "--how", "substitute", "--by", "X"),
        ("--resolve", "SO-1", "--how", "arrived", "--with", "CUP", "--by", "X"),
    ],
)
def test_a_wrong_call_changes_nothing(sealbench: Command, words: tuple[str, ...]) -> None:
    """One sentence, usage, and both shortages as they were."""
    sealbench("orders", "shortages", *words, exits=2)
    assert len(sealbench.json("orders", "shortages")["shortages"]) == 2


def test_an_order_without_a_shortage_is_said(sealbench: Command) -> None:
    """Nothing to resolve is a failure, not a success."""
    sealbench("orders", "shortages", "--resolve", "SO-9", "--how", "arrived", "--by", "X", exits=1)
    assert "no open shortage" in sealbench.err
