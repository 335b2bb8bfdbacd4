"""The daily shipping ledger, on SQLite and PostgreSQL: every parcel that left, once, with its sums."""

from __future__ import annotations

from datetime import UTC

import pytest
from sqlalchemy import insert

from station.errors import Trouble
from station.orders.engine import writing
from station.orders.gate_tables import sent_outside
from station.orders.handover import close, open_handover
from station.orders.handover_scan import scan
from station.orders.orderbook import OrderBook
from station.reports import shipping_ledger as ledgers
from station.reports.shipping_ledger import Sums, shipping_ledger
from station.reports.shipping_ledger_sheet import document, sheet, text
from station.reports.throughput import By
from tests.orders.conftest import put_order
from tests.orders.parcels_made import YTO, put_parcel, put_sealed
from tests.orders.recorded import T0

HOUR_US = 3_600_000_000


def _hand_over(book: OrderBook, *codes: str, at_us: int = T0) -> None:
    handover = open_handover(book, YTO, who="P007", now_us=at_us).id
    for code in codes:
        assert scan(book, handover, code, who="P007", now_us=at_us).why is None
    close(book, handover, {}, who="P007", now_us=at_us)


def test_what_left_in_the_period(book: OrderBook) -> None:
    """A parcel counts when its handover was closed: from the first moment on, up to the last, which is not in it."""
    put_sealed(book, "SO-1", "YT1")
    _hand_over(book, "YT1", at_us=T0)
    put_sealed(book, "SO-2", "YT2")
    _hand_over(book, "YT2", at_us=T0 + HOUR_US)
    put_sealed(book, "SO-3", "YT3")
    found = shipping_ledger(book, from_us=T0, to_us=T0 + HOUR_US).rows
    assert [(row.order, row.waybill, row.packer, row.bench, row.handover) for row in found] == [
        ("SO-1", "YT1", "P001", "B01", 1)
    ]
    assert len(shipping_ledger(book, from_us=T0, to_us=T0 + HOUR_US + 1).rows) == 2


def test_an_order_in_two_parcels_is_one_order(book: OrderBook) -> None:
    """Each parcel has its row; the platform's order is counted once."""
    put_sealed(book, "SO-1", "YT1")
    put_sealed(book, "SO-1#2", "YT2", part_of="SO-1", part=2)
    _hand_over(book, "YT1", "YT2")
    total = shipping_ledger(book, from_us=T0, to_us=T0 + 1).total
    assert (total.parcels, total.orders) == (2, 1)


def test_a_box_weighs_once(book: OrderBook) -> None:
    """Orders under one waybill are a row each and one box; a box sealed anew is one row, as it was sealed last."""
    put_sealed(book, "SO-1", "YT1", weight_mg=400_000)
    put_sealed(book, "SO-2", "YT1", weight_mg=400_000)
    put_sealed(book, "SO-3", "YT3", weight_mg=None)
    put_parcel(book, "SO-3", "YT3", weight_mg=90_000)
    _hand_over(book, "YT1", "YT3")
    ledger = shipping_ledger(book, from_us=T0, to_us=T0 + 1)
    assert ledger.total == Sums(parcels=2, orders=3, units=3, weight_mg=490_000, unweighed=0)


def test_groups(book: OrderBook) -> None:
    """By bench, packer and hour of the clock; a supplier's parcel has no bench and weighs nothing here."""
    put_sealed(book, "SO-1", "YT1")
    put_sealed(book, "SO-2", "YT2", bench="B02", weight_mg=None)
    _hand_over(book, "YT1", "YT2")
    put_order(book.engine, "SO-9", {"A": 1}, state="handed_over")
    row = {"order_no": "SO-9", "waybill": "SUP1", "service": "sf", "fulfilment": "supplier", "sent_us": T0}
    with writing(book.engine) as connection:
        connection.execute(insert(sent_outside).values(**row, recorded_us=T0, recorded_by="P001"))
    ledger = shipping_ledger(book, from_us=T0, to_us=T0 + 1)
    assert [label for label, _ in ledger.by(By.BENCH)] == ["", "B01", "B02"]
    assert dict(ledger.by(By.BENCH))["B02"] == Sums(parcels=1, orders=1, units=1, weight_mg=0, unweighed=1)
    assert [label for label, _ in ledger.by(By.PACKER)] == ["", "P001"]
    assert [label for label, _ in ledger.by(By.HOUR, UTC)] == ["2026-09-21 14:00"]


def test_more_than_it_holds(book: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A period of too many parcels is refused in a sentence."""
    monkeypatch.setattr(ledgers, "ROWS_MAX", 1)
    for number in (1, 2):
        put_sealed(book, f"SO-{number}", f"YT{number}")
    _hand_over(book, "YT1", "YT2")
    with pytest.raises(Trouble, match="more than 1 parcels left"):
        shipping_ledger(book, from_us=T0, to_us=T0 + 1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_recipients_are_masked(book: OrderBook, language: str) -> None:
    """Name, phone and street show only when they are asked for, in every form of the ledger."""
    put_sealed(book, "SO-1", "YT1", name="张三丰", phone="13800000000", city="杭州市", street="样例路 1 号")
    _hand_over(book, "YT1")
    ledger = shipping_ledger(book, from_us=T0, to_us=T0 + 1)
    for personal in (False, True):
        headers, rows = sheet(ledger, language, by=None, personal=personal)
        assert len(headers) == len(rows[0])
        told = (
            text(ledger, language, by=None, personal=personal),
            str(rows),
            str(document(ledger, by=None, personal=personal)),
        )
        for form in told:
            assert ("13800000000" in form) == personal
            assert ("样例路" in form) == personal
            assert "杭州市" in form


def test_in_words(book: OrderBook) -> None:
    """A total under the table; a period without parcels is a sentence."""
    empty = shipping_ledger(book, from_us=T0, to_us=T0 + 1)
    assert text(empty, "en", by=None, personal=False).startswith("No parcel left from")
    put_sealed(book, "SO-1", "YT1", weight_mg=None)
    _hand_over(book, "YT1")
    ledger = shipping_ledger(book, from_us=T0, to_us=T0 + 1)
    assert text(ledger, "en", by=By.BENCH, personal=False).endswith(
        "total: 1 parcels, 1 orders, 1 units, 0.000 kg (1 not weighed)"
    )
    assert document(ledger, by=By.PACKER, personal=False, zone=UTC)["rows"] == [
        {"packer": "P001", "parcels": 1, "orders": 1, "units": 1, "weight_g": 0.0, "unweighed": 1}
    ]
