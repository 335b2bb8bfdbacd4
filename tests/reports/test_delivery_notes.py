"""What delivery notes say, on SQLite and PostgreSQL: the seal's own contents, before it what was ordered, no price."""

from __future__ import annotations

import pytest

from station.errors import Trouble
from station.labels.delivery_note import DeliveryNote
from station.labels.saying import both
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.packing.model import ServiceId
from station.packing.routing import Service
from station.reports.delivery_notes import delivery_notes
from tests.orders.conftest import put_order
from tests.orders.parcels_made import put_sealed
from tests.orders.recorded import T0, Recorded, opened, packed, sealed

pytestmark = pytest.mark.usefixtures("qapp")

SERVICES = {ServiceId("yto"): Service(id=ServiceId("yto"), zh="圆通", en="YTO", words=())}


def _notes(book: OrderBook, number: str) -> tuple[DeliveryNote, ...]:
    return delivery_notes(book, number, SERVICES, {"demo": "样例"}, both, now_us=T0)


def _lines(note: DeliveryNote) -> list[tuple[str, int]]:
    return [(line.sku, line.units) for line in note.lines]


def test_before_packing(book: OrderBook) -> None:
    """What was ordered, and that it is only that."""
    put_order(book.engine, "SO-1", {"A": 2, "B": 1}, service="yto", name="张三丰", gift=True)
    (note,) = _notes(book, "SO-1")
    assert (_lines(note), note.packed, note.waybill) == ([("A", 2), ("B", 1)], False, "")
    assert (note.shop, note.service, note.to[0], note.present) == ("样例", "圆通 YTO", "张三丰", True)


def test_what_the_bench_put_in(book: OrderBook) -> None:
    """A box that was sealed short says what is in it, and that something is missing."""
    put_order(book.engine, "SO-1", {"A": 2, "B": 1}, state="packing", claimed_by="B01", fence=1)
    ledger = Recorded("B01")
    ledger.add(opened("SO-1"), packed(), sealed("YT1", {"A": 1, "C": 1}, short=True), order="SO-1")
    Relay(ledger, log=ledger.log)(book)
    (note,) = _notes(book, "SO-1")
    assert (_lines(note), note.packed, note.waybill) == ([("A", 1), ("C", 1)], True, "YT1")
    assert note.remark == "部分商品未随此包裹 some items are not in this parcel"


def test_a_box_without_its_entry(book: OrderBook) -> None:
    """Where the seal's entry is not at hand, the order's own lines stand on the note."""
    put_sealed(book, "SO-1", "YT1")
    (note,) = _notes(book, "SO-1")
    assert (_lines(note), note.packed) == ([("A", 1)], True)


def test_a_part_goes_by_the_platforms_number(book: OrderBook) -> None:
    """The buyer knows one order, of which this is a parcel."""
    put_order(book.engine, "SO-1#2", {"A": 1}, part_of="SO-1", part=2)
    put_order(book.engine, "SO-1", {"A": 1})
    put_order(book.engine, "SO-2", {"A": 1})
    (note,), (first,), (other,) = (_notes(book, number) for number in ("SO-1#2", "SO-1", "SO-2"))
    assert note.order == "SO-1"
    assert "several parcels" in note.remark
    assert "several parcels" in first.remark
    assert other.remark == ""


def test_a_number_kept_free_for_a_split_is_no_split(book: OrderBook) -> None:
    """A bench that may split an order keeps a number for it: the note of a whole order says nothing of parcels."""
    put_order(book.engine, "SO-1", {"A": 1}, state="packing", claimed_by="B01", fence=1, next_part=2)
    ledger = Recorded("B01")
    ledger.add(opened("SO-1"), packed(), sealed("YT1", {"A": 1}), order="SO-1")
    Relay(ledger, log=ledger.log)(book)
    (note,) = _notes(book, "SO-1")
    assert (note.packed, note.remark) == (True, "")


def test_a_character_without_a_shape_is_a_box(book: OrderBook) -> None:
    """A name that the fonts cannot print stops no note, and is nobody else's name."""
    put_order(book.engine, "SO-1", {"A": 1}, name="Ann \U0001f600")
    (note,) = _notes(book, "SO-1")
    assert note.to[0] == "Ann □"


def test_no_such_order(book: OrderBook) -> None:
    """A wrong number is a sentence."""
    with pytest.raises(Trouble, match="there is no order SO-9"):
        _notes(book, "SO-9")
