"""Entries that cannot be carried out, on SQLite and PostgreSQL: set aside and counted, nobody waits, none is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, select, update

from station.errors import BookUnreachable
from station.evidence.codec import encode
from station.evidence.fact import JSON, Fact
from station.orders import applying, relay_states, set_aside
from station.orders import parcels as parcels_meaning
from station.orders.engine import reading, writing
from station.orders.figure_tables import (
    class_times,
    figure_days,
    figure_totals,
    figures,
    parcel_times,
    service_times,
)
from station.orders.orderbook import OrderBook
from station.orders.owing import HANDED_OVER
from station.orders.relay import Relay
from station.orders.relay_tables import set_aside as asides
from station.orders.set_aside import SetAside, standing
from station.orders.tables import events, orders, parcels
from station.packing.deadlines import DeadlineRules
from station.packing.events import Event, ScanRefused
from station.packing.inputs import Found
from station.packing.reasons import Reason
from tests.orders.conftest import ROUTING, YTO, put_order
from tests.orders.recorded import T0, Recorded, opened, packed, requested, sealed


def _claim(book: OrderBook, *numbers: str) -> None:
    for number in numbers:
        put_order(book.engine, number, {"A": 2})
        assert book.claim(number, bench="B01", now_us=T0, routing=ROUTING).found is Found.CLAIMED


def _newer(event: Event, **said: JSON) -> Fact:
    """An entry of a program that is newer than this one: a field says what this one cannot read."""
    fact = encode(event)
    return replace(fact, pub={**fact.pub, **said})


def _poisoned() -> Recorded:
    """SO-1 has a piece that cannot be read among its entries; SO-2 a whole parcel in between."""
    ledger = Recorded()
    ledger.add(opened("SO-1"), order="SO-1")
    ledger.add(opened("SO-2"), order="SO-2")
    ledger.add_fact(_newer(packed(units=2), sku=5), order="SO-1")
    ledger.add(requested("YT0000000000001"), sealed("YT0000000000001"), order="SO-1")
    ledger.add(packed(units=2), requested("YT0000000000002"), sealed("YT0000000000002"), order="SO-2")
    return ledger


def _relay(ledger: Recorded) -> Relay:
    return Relay(ledger, log=ledger.log)


def _states(book: OrderBook) -> dict[str, str]:
    with reading(book.engine) as connection:
        return {row.number: row.state for row in connection.execute(select(orders.c.number, orders.c.state))}


def _counted(book: OrderBook) -> tuple[int, int]:
    with reading(book.engine) as connection:
        entries, boxes = (connection.execute(select(func.count()).select_from(each)) for each in (events, parcels))
        return entries.scalar_one(), boxes.scalar_one()


def _numbers(found: Sequence[SetAside]) -> list[tuple[int, int | None]]:
    return [(each.seq, each.after_seq) for each in found]


@pytest.fixture
def filled(book: OrderBook) -> OrderBook:
    book.add_numbers(["YT0000000000001", "YT0000000000002"], YTO, now_us=T0)
    _claim(book, "SO-1", "SO-2")
    return book


def test_other_orders_go_on(filled: OrderBook) -> None:
    """All entries are in the book, the other order is sealed, and of the first one nothing was half done."""
    ledger = _poisoned()
    assert _relay(ledger)(filled) == 0
    assert _counted(filled) == (8, 1)
    assert _states(filled) == {"SO-1": "packing", "SO-2": "sealed"}
    found = standing(filled)
    assert _numbers(found) == [(2, None), (3, 2), (4, 2)]
    assert found[0].why.startswith("it is not what ItemPacked says: Expected `str`, got `int`")
    assert (found[0].kind, found[0].order_no, found[0].since_us) == ("ItemPacked", "SO-1", T0 + 2_000_000)


def test_what_comes_later_waits_behind(filled: OrderBook) -> None:
    """Also in another batch, and by a relay that starts anew: an order's entries never overtake each other."""
    ledger = _poisoned()
    _relay(ledger)(filled)
    ledger.add(opened("SO-1"), requested("YT0000000000001"), order="SO-1")
    _relay(ledger)(filled)
    assert _numbers(standing(filled)) == [(2, None), (3, 2), (4, 2), (8, 2), (9, 2)]
    assert _states(filled)["SO-1"] == "packing"


def test_again_with_a_newer_program(filled: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be read by now is carried out in its order, and nothing is left; the second time there is nothing."""
    ledger = _poisoned()
    relay = _relay(ledger)
    relay(filled)
    assert relay.retry(filled, now_us=T0 + 1) == 0
    assert [(each.seq, each.tried_us) for each in standing(filled)] == [(2, T0 + 1), (3, None), (4, None)]

    def newer(connection: Connection, told: parcels_meaning.Told, rules: DeadlineRules) -> None:
        parcels_meaning.apply(connection, replace(told, pub={**told.pub, "sku": "A"}), rules)

    monkeypatch.setattr(applying, "apply", newer)
    assert relay.retry(filled, now_us=T0 + 2) == 3
    assert (_states(filled), _counted(filled)) == ({"SO-1": "sealed", "SO-2": "sealed"}, (8, 2))
    assert (list(standing(filled)), relay.retry(filled, now_us=T0 + 3)) == ([], 0)


def test_a_row_that_is_in_the_way(filled: OrderBook) -> None:
    """A database that refuses the entry's row is told without what is in it; the row gone, it is carried out."""
    ledger = Recorded()
    ledger.add(opened("SO-1"), sealed("YT0000000000001"), order="SO-1")
    ledger.add(opened("SO-2"), sealed("YT0000000000002"), order="SO-2")
    parcel = {"bench": "B01", "epoch": 1, "seq": 1, "order_no": "SO-1", "waybill": "X", "packer": "P", "sealed_us": 1}
    with writing(filled.engine) as connection:
        connection.execute(insert(parcels).values(parcel | {"weight_mg": None, "lines": 1, "units": 1, "short": False}))
    relay = _relay(ledger)
    relay(filled)
    (found,) = standing(filled)
    assert (found.seq, found.after_seq) == (1, None)
    assert "SO-1" not in found.why
    assert "parcels" in found.why
    assert _states(filled) == {"SO-1": "packing", "SO-2": "sealed"}
    with writing(filled.engine) as connection:
        connection.execute(update(parcels).where(parcels.c.seq == 1).values(seq=77))
    assert relay.retry(filled, now_us=T0) == 1
    assert _states(filled)["SO-1"] == "sealed"


def test_an_entry_without_an_order_keeps_none_waiting(filled: OrderBook) -> None:
    """It is alone; what has no order follows no other."""
    ledger = Recorded()
    ledger.add_fact(Fact(kind=HANDED_OVER, pub={"handover": "x"}))
    ledger.add(opened("SO-1"), sealed("YT0000000000001"), order="SO-1")
    ledger.add_fact(Fact(kind=HANDED_OVER, pub={"handover": 1}))
    relay = _relay(ledger)
    relay(filled)
    assert _numbers(standing(filled)) == [(0, None)]
    assert relay.retry(filled, now_us=T0) == 0


def test_a_number_that_no_table_takes(filled: OrderBook) -> None:
    """Neither how many units an entry says nor a character nought in a name stops the log."""
    ledger = Recorded()
    ledger.add_fact(_newer(packed(units=2), units=2**40), order="SO-1", by="P\0")
    ledger.add(opened("SO-2"), sealed("YT0000000000002"), order="SO-2")
    assert _relay(ledger)(filled) == 0
    assert (_counted(filled), list(standing(filled))) == ((3, 1), [])


def test_trouble_with_the_line_is_no_fault_of_the_entry(filled: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is set aside because a server is slow: it is all tried again."""

    def away(*_told: object) -> None:
        raise BookUnreachable("too slow")

    monkeypatch.setattr(applying, "apply", away)
    ledger = _poisoned()
    with pytest.raises(BookUnreachable):
        _relay(ledger)(filled)
    assert (_counted(filled), list(standing(filled))) == ((0, 0), [])


def test_each_bench_is_counted(filled: OrderBook) -> None:
    """Whoever looks after the benches reads how many entries of which bench, and since when."""
    _relay(_poisoned())(filled)
    other = Recorded(bench="B02")
    other.add_fact(_newer(opened("SO-9"), fence="one"), order="SO-9")
    _relay(other)(filled)
    with reading(filled.engine) as connection:
        assert set_aside.by_bench(connection) == {"B01": (3, T0 + 2_000_000), "B02": (1, T0)}
        now = relay_states.relays_now(connection)
    assert (now["B01"].aside, now["B01"].waiting, now["B02"].aside_us) == (3, 0, T0)


def test_a_row_goes_with_its_entry(filled: OrderBook) -> None:
    """Nothing but the entry itself names the order: an erasure has one place less to look."""
    assert {"order_no", "waybill"}.isdisjoint(asides.c.keys())


_FIGURES = (figures, figure_days, figure_totals, class_times, service_times, parcel_times)


def _figured(book: OrderBook) -> dict[str, list[tuple[object, ...]]]:
    """Every figure that is not nought."""
    with reading(book.engine) as connection:
        rows = {each.name: connection.execute(select(each).order_by(*each.primary_key.columns)) for each in _FIGURES}
        return {
            name: [tuple(row) for row in found if row[-1] != 0 or name != "figures"] for name, found in rows.items()
        }


def test_parcels_carried_out_later_are_in_the_figures_once(
    filled: OrderBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Orders, lines, units, carrier, and that one was refused before: as if they had been carried out at once."""
    ledger = _poisoned()
    refused = ScanRefused(reason=Reason.NOT_IN_ORDER, code="x", device="scanner", locks=False)
    ledger.add(opened("SO-3"), order="SO-3")
    ledger.add_fact(_newer(packed(units=2), sku=5), order="SO-3")
    ledger.add(refused, requested("YT0000000000003"), sealed("YT0000000000003"), order="SO-3")
    other = OrderBook.open(f"sqlite:///{tmp_path / 'at_once.db'}")
    other.add_numbers(["YT0000000000001", "YT0000000000002"], YTO, now_us=T0)
    _claim(other, "SO-1", "SO-2")
    for each in (filled, other):
        each.add_numbers(["YT0000000000003"], YTO, now_us=T0)
        _claim(each, "SO-3")
    relay = _relay(ledger)
    relay(filled)
    assert [row[-1] for row in _figured(filled)["figures"] if "orders" in row] == [1]
    ledger_before = _figured(filled)

    def newer(connection: Connection, told: parcels_meaning.Told, rules: DeadlineRules) -> None:
        pub = {**told.pub, "sku": "A"} if told.kind == "ItemPacked" else told.pub
        parcels_meaning.apply(connection, replace(told, pub=pub), rules)

    monkeypatch.setattr(applying, "apply", newer)
    _relay(ledger)(other)
    assert list(standing(other)) == []
    for _ in range(2):
        relay.retry(filled, now_us=T0)
        assert _figured(filled) == _figured(other) != ledger_before
    other.close()


def test_every_order_that_waits_is_kept_from_erasing(filled: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also those for which no list has room; what is carried out says nothing of an order any more."""
    ledger = Recorded()
    for number in ("SO-1", "SO-2"):
        ledger.add_fact(_newer(opened(number), fence="one"), order=number)
    relay = _relay(ledger)
    relay(filled)
    monkeypatch.setattr(set_aside, "LISTED_MAX", 1)
    with reading(filled.engine) as connection:
        assert set_aside.orders_aside(connection) == {"SO-1", "SO-2"}
        assert len(standing(filled)) == 1
    monkeypatch.setattr(set_aside, "LISTED_MAX", 9)
    monkeypatch.setattr(applying, "apply", lambda *_: None)
    assert relay.retry(filled, now_us=T0) == 2
    with reading(filled.engine) as connection:
        assert set_aside.orders_aside(connection) == frozenset()
        assert set(connection.execute(select(asides.c.why)).scalars()) == {""}


def _given_up(book: OrderBook, seq: int) -> tuple[SetAside, ...]:
    with writing(book.engine) as connection:
        return set_aside.give_up(connection, ("B01", 1, seq), who="P001", now_us=T0)


def test_what_can_never_be_carried_out_is_given_up(filled: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what waits behind it: nobody counts or tries it any more, the order can be erased, and it is told."""
    ledger = _poisoned()
    relay = _relay(ledger)
    relay(filled)
    assert [each.name for each in _given_up(filled, 2)] == ["B01/1/2", "B01/1/3", "B01/1/4"]
    monkeypatch.setattr(applying, "apply", lambda *_: None)
    assert relay.retry(filled, now_us=T0) == 0
    assert (_states(filled)["SO-1"], _counted(filled), standing(filled)) == ("packing", (8, 1), ())
    with reading(filled.engine) as connection:
        assert (set_aside.by_bench(connection), set_aside.orders_aside(connection)) == ({}, frozenset())
        told = set_aside.given_up(connection, {"SO-1", "SO-2"})
        assert set_aside.given_up(connection, {"SO-2"}) == ()
    assert (told[0].seq, told[0].kind, told[0].why) == (2, "ItemPacked", "given up by P001")
    assert _given_up(filled, 2) == _given_up(filled, 99) == ()


def test_what_comes_after_a_given_up_entry_is_tried_by_itself(filled: OrderBook) -> None:
    """Nothing waits behind what nobody will carry out; of an entry that names no order nothing else is given up."""
    ledger = _poisoned()
    ledger.add_fact(_newer(opened("SO-2"), fence="one"))
    relay = _relay(ledger)
    relay(filled)
    assert [seq for seq, _ in _numbers(standing(filled))] == [2, 3, 4, 8]
    assert [each.seq for each in _given_up(filled, 8)] == [8]
    assert [each.seq for each in _given_up(filled, 2)] == [2, 3, 4]
    ledger.add(requested("YT0000000000001"), sealed("YT0000000000001"), order="SO-1")
    relay(filled)
    assert (standing(filled), _states(filled)["SO-1"]) == ((), "sealed")
