"""The relay, on SQLite and PostgreSQL: every entry once and in order, and no order changed by a claim that is gone."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import delete, func, select

from station.errors import LedgerBroken
from station.evidence.codec import encode
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.home import Home
from station.orders import relay as relay_module
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.tables import events, learned_weights, orders, parcels, waybill_numbers
from station.packing.events import ClaimReturned, LabelVoided, OrderParked, ScanRefused, UnitTakenBack
from station.packing.inputs import Found
from station.packing.model import HoldReason, JobId, OrderNo, Sku, Waybill
from station.packing.reasons import Reason
from tests.clocks import FakeClock
from tests.orders.conftest import ROUTING, YTO, put_order, put_product
from tests.orders.recorded import T0, Recorded, carton, opened, packed, requested, sealed
from tests.orders.unbelted import unbelted


def _relay(ledger: Recorded) -> Relay:
    return Relay(ledger, log=ledger.log)


def _claim(book: OrderBook, number: str = "SO-1", bench: str = "B01") -> int:
    reply = book.claim(number, bench=bench, now_us=T0, routing=ROUTING)
    assert reply.found is Found.CLAIMED
    return reply.fence


def _order(book: OrderBook, number: str = "SO-1") -> Any:
    with reading(book.engine) as connection:
        return connection.execute(select(orders).where(orders.c.number == number)).one()


def _number_state(book: OrderBook, number: str) -> str:
    with reading(book.engine) as connection:
        state = connection.execute(select(waybill_numbers.c.state).where(waybill_numbers.c.number == number)).scalar()
    return str(state)


def _seqs(book: OrderBook) -> list[int]:
    with reading(book.engine) as connection:
        return list(connection.execute(select(events.c.seq).order_by(events.c.seq)).scalars())


def _headers(book: OrderBook) -> list[bytes]:
    with reading(book.engine) as connection:
        return [row.encode() for row in connection.execute(select(events.c.header).order_by(events.c.seq)).scalars()]


def _parked(number: str, fence: int) -> OrderParked:
    return OrderParked(order=OrderNo(number), why="hold", fence=fence)


def _parcel(ledger: Recorded, number: str = "SO-1", waybill: str = "YT0000000000001", *, fence: int = 1) -> None:
    ledger.add(opened(number, fence=fence), packed(units=2), requested(waybill), sealed(waybill), order=number)


def test_a_sealed_parcel_reaches_the_book(book: OrderBook) -> None:
    """A sealed parcel stands in the book with its figures, its order is sealed, and its number is used."""
    book.add_numbers(["YT0000000000001"], YTO, now_us=T0)
    put_order(book.engine, "SO-1", {"A": 2})
    _claim(book)
    ledger = Recorded()
    _parcel(ledger)
    assert _relay(ledger)(book) == 0
    with reading(book.engine) as connection:
        parcel = connection.execute(select(parcels)).one()
    assert (parcel.bench, parcel.epoch, parcel.seq, parcel.order_no) == ("B01", 1, 3, "SO-1")
    assert (parcel.waybill, parcel.packer, parcel.sealed_us) == ("YT0000000000001", "P001", T0 + 3_000_000)
    assert (parcel.lines, parcel.units, parcel.short, parcel.weight_mg) == (1, 2, False, None)
    order = _order(book)
    assert (order.state, order.sealed_us, order.claimed_by) == ("sealed", T0 + 3_000_000, None)
    assert _number_state(book, "YT0000000000001") == "sent"
    assert book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING).found is Found.SHIPPED


def test_events_are_copied_byte_for_byte(book: OrderBook) -> None:
    """The copy has the header as hashed, who and when, the reason and the units; no salt and no personal value."""
    ledger = Recorded()
    refused = ScanRefused(reason=Reason.NOT_IN_ORDER, code="6901234567892", device="scanner", locks=True)
    ledger.add(opened("SO-1"), packed(units=12), refused, order="SO-1", by="P007")
    _relay(ledger)(book)
    assert _headers(book) == [entry.header for entry in ledger.entries()]
    with reading(book.engine) as connection:
        rows = connection.execute(select(events).order_by(events.c.seq)).all()
    assert [(row.kind, row.reason, row.units) for row in rows] == [
        ("OrderOpened", "", 0),
        ("ItemPacked", "", 12),
        ("ScanRefused", "not_in_order", 0),
    ]
    assert {(row.bench, row.epoch, row.packer, row.order_no) for row in rows} == {("B01", 1, "P007", "SO-1")}
    assert not [row for row in rows if "SO-1" in row.header or "6901234567892" in row.header]


def test_again_changes_nothing(book: OrderBook) -> None:
    """A relay that starts anew, and one that lost count, carry nothing twice."""
    put_order(book.engine, "SO-1", {"A": 2})
    _claim(book)
    ledger = Recorded()
    ledger.add(opened("SO-1", carton="M", carton_mg=50_000), order="SO-1")
    ledger.add(requested("YT1"), sealed("YT1", weight_mg=250_000), order="SO-1")
    once = _relay(ledger)
    assert (once(book), once(book), _relay(ledger)(book)) == (0, 0, 0)
    assert _seqs(book) == [0, 1, 2]
    with reading(book.engine) as connection:
        assert connection.execute(select(func.count()).select_from(parcels)).scalar() == 1
        assert connection.execute(select(learned_weights.c.samples)).scalar() == 1


def test_batches_go_on_where_they_stopped(book: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backlog longer than a batch arrives whole and in order, also when the line drops half-way."""
    monkeypatch.setattr(relay_module, "BATCH_ENTRIES", 3)
    ledger = Recorded()
    ledger.add(*[packed() for _ in range(10)], order="SO-1")
    carrying = _relay(ledger)
    with pytest.raises(_LineError):
        carrying(_dropping_after(book, 2))
    assert _seqs(book) == list(range(6))
    assert carrying(book) == 0
    ledger.add(packed(), order="SO-1")
    assert carrying(book) == 0
    assert _seqs(book) == list(range(11))


class _LineError(Exception):
    pass


class _Dropping:
    """A book whose engine is gone after so many uses."""

    def __init__(self, book: OrderBook, uses: int) -> None:
        self._book = book
        self._left = uses

    @property
    def engine(self) -> Any:
        if self._left < 0:
            raise _LineError
        self._left -= 1
        return self._book.engine


def _dropping_after(book: OrderBook, batches: int) -> Any:
    return _Dropping(book, batches)  # one use before the first batch: where to go on


def test_a_gap_in_the_book_is_filled(book: OrderBook) -> None:
    """A book that lost entries, at its end or in its middle, gets them again from the same relay."""
    ledger = Recorded()
    ledger.add(*[packed() for _ in range(6)], order="SO-1")
    carrying = _relay(ledger)
    carrying(book)
    for lost in ([4, 5], [2], [0]):
        with unbelted(book) as connection:
            connection.execute(delete(events).where(events.c.seq.in_(lost)))
        ledger.add(packed(), order="SO-1")
        assert _relay(ledger)(book) == 0
        assert carrying(book) == 0
        assert _seqs(book) == list(range(ledger.size))


def test_a_ledger_that_does_not_continue_the_book_is_an_alarm(book: OrderBook) -> None:
    """Two logs of one name are told by the entry where the second would go on; nothing of it is carried."""
    first, second = Recorded(), Recorded()
    first.add(packed("A"), order="SO-1")
    second.add(packed("B"), packed("B"), order="SO-1")
    _relay(first)(book)
    with pytest.raises(LedgerBroken, match="another entry 0 of acme/B01/1"):
        _relay(second)(book)
    assert _headers(book) == [entry.header for entry in first.entries()]


def test_another_ledger_of_the_same_length_is_an_alarm(book: OrderBook) -> None:
    """A ledger put back and started once more is told at once, not first with the entry after: that may be a label."""
    first, second = Recorded(), Recorded()
    first.add(packed("A"), order="SO-1")
    second.add(packed("B"), order="SO-1")
    _relay(first)(book)
    with pytest.raises(LedgerBroken, match="another entry 0 of acme/B01/1"):
        _relay(second)(book)


def test_another_entry_of_a_known_number_is_an_alarm(book: OrderBook) -> None:
    """An entry the book has with other bytes is refused by its number, and its whole batch with it."""
    first, second = Recorded(), Recorded()
    first.add(packed("A"), packed("A"), order="SO-1")
    second.add(packed("B"), packed("B"), order="SO-1")
    _relay(first)(book)
    with unbelted(book) as connection:
        connection.execute(delete(events).where(events.c.seq == 0))
    with pytest.raises(LedgerBroken, match="another entry 1 of acme/B01/1"):
        _relay(second)(book)
    assert _headers(book) == [entry.header for entry in first.entries(1)]


def test_a_shorter_ledger_is_an_alarm(book: OrderBook) -> None:
    """A ledger put back from a copy has fewer entries than the book knows, and carries nothing more."""
    ledger, older = Recorded(), Recorded()
    ledger.add(packed(), packed(), order="SO-1")
    older.add(packed(), order="SO-1")
    _relay(ledger)(book)
    with pytest.raises(LedgerBroken, match="knows 2 entries of acme/B01/1, its ledger only 1"):
        _relay(older)(book)


def test_an_entry_of_another_log_is_not_carried(book: OrderBook) -> None:
    """Entries that name another log than they are read from are refused before anything is written."""
    ledger = Recorded("B02")
    ledger.add(packed(), order="SO-1")
    with pytest.raises(LedgerBroken, match="entry 0 of acme/B01/1 is damaged"):
        Relay(ledger, log="acme/B01/1")(book)
    assert _seqs(book) == []


def test_benches_and_epochs_stand_side_by_side(book: OrderBook) -> None:
    """Each bench and each epoch counts from nought."""
    for ledger in (Recorded("B01"), Recorded("B02"), Recorded("B01", epoch=2)):
        ledger.add(packed(), packed(), order="SO-1")
        assert _relay(ledger)(book) == 0
    assert _seqs(book) == [0, 0, 0, 1, 1, 1]


def test_a_parked_order_is_free_again(book: OrderBook) -> None:
    """Parking gives the claim back, and a hold that came meanwhile shows."""
    put_order(book.engine, "SO-1", {"A": 2})
    put_order(book.engine, "SO-2", {"A": 2})
    ledger = Recorded()
    for number in ("SO-1", "SO-2"):
        ledger.add(opened(number, fence=_claim(book, number)), _parked(number, 1), order=number)
    book.hold("SO-2", HoldReason.REFUND_ASKED, now_us=T0)
    _relay(ledger)(book)
    assert [(_order(book, n).state, _order(book, n).claimed_by) for n in ("SO-1", "SO-2")] == [
        ("ready", None),
        ("held", None),
    ]


def test_a_claim_given_back_while_the_book_was_away(book: OrderBook) -> None:
    """The book's answer came too late, and then the book was gone: the order is free once it is told."""
    put_order(book.engine, "SO-1", {"A": 2})
    reply = book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING)
    ledger = Recorded()
    ledger.add(ClaimReturned(order=OrderNo("SO-1"), fence=reply.fence))
    Relay(ledger, log=ledger.log)(book)
    assert book.claim("SO-1", bench="B02", now_us=T0, routing=ROUTING).found is Found.CLAIMED


def test_a_late_entry_changes_no_order(book: OrderBook) -> None:
    """What a bench recorded under a claim that another one, or itself, has taken since leaves the order alone."""
    put_order(book.engine, "SO-1", {"A": 2})
    assert book.release("SO-1", bench="B01", fence=_claim(book), why="taken over")
    assert _claim(book, bench="B02") == 2
    ledger = Recorded()
    ledger.add(opened("SO-1"), _parked("SO-1", 1), order="SO-1")
    _parcel(ledger)
    _relay(ledger)(book)
    order = _order(book)
    assert (order.state, order.claimed_by, order.fence, order.sealed_us) == ("packing", "B02", 2, None)
    with reading(book.engine) as connection:
        assert connection.execute(select(func.count()).select_from(parcels)).scalar() == 1  # the box is a fact


def test_a_box_closed_after_its_claim_was_given_back(book: OrderBook) -> None:
    """A claim that an office released while nobody took the order since still seals it: it must not be packed again."""
    put_order(book.engine, "SO-1", {"A": 2})
    fence = _claim(book)
    book.release("SO-1", bench="B01", fence=fence, why="office")
    ledger = Recorded()
    _parcel(ledger, fence=fence)
    _relay(ledger)(book)
    assert _order(book).state == "sealed"


@pytest.mark.parametrize("state", ["cancelled", "shipped"])
def test_the_platforms_word_stays(book: OrderBook, state: str) -> None:
    """An order that was cancelled or shipped elsewhere while it was packed is not made sealed."""
    put_order(book.engine, "SO-1", {"A": 2}, state=state, claimed_by="B01", fence=1)
    ledger = Recorded()
    _parcel(ledger)
    _relay(ledger)(book)
    assert _order(book).state == state


def test_a_void_label_keeps_the_number(book: OrderBook) -> None:
    """A number that was sent to a printer stays the order's own when its label is void, and is never free again."""
    book.add_numbers(["YT0000000000001"], YTO, now_us=T0)
    put_order(book.engine, "SO-1", {"A": 2})
    fence = _claim(book)
    ledger = Recorded()
    void = LabelVoided(job=JobId("j"), waybill=Waybill("YT0000000000001"), why="hold")
    ledger.add(opened("SO-1", fence=fence), requested("YT0000000000001"), void, _parked("SO-1", fence), order="SO-1")
    _relay(ledger)(book)
    assert (_number_state(book, "YT0000000000001"), _order(book).waybill) == ("sent", "YT0000000000001")


def test_weights_are_learned_from_known_packaging(book: OrderBook) -> None:
    """One SKU in a chosen carton teaches its weight, beside a given one too; an unknown carton, two unknowns or no
    weight teach nothing.
    """
    put_product(book.engine, "GIVEN", weight_mg=5_000)
    ledger = Recorded()
    ledger.add(opened("SO-1", carton="S", carton_mg=1), carton("M", 40_000, 10_000), order="SO-1")
    ledger.add(sealed("YT1", {"A": 2}, weight_mg=250_001), order="SO-1")
    ledger.add(opened("SO-2"), sealed("YT2", {"B": 1}, weight_mg=300_000), order="SO-2")
    ledger.add(
        opened("SO-3", carton="M", carton_mg=9), sealed("YT3", {"B": 1, "C": 1}, weight_mg=300_000), order="SO-3"
    )
    ledger.add(opened("SO-4", carton="M", carton_mg=9), sealed("YT4", {"B": 1}), order="SO-4")
    ledger.add(opened("SO-5", carton="M", carton_mg=9), sealed("YT5", {"GIVEN": 1}, weight_mg=300_000), order="SO-5")
    _relay(ledger)(book)
    with reading(book.engine) as connection:
        learned = connection.execute(select(learned_weights.c.sku, learned_weights.c.sum_mg)).all()
    assert sorted(tuple(row) for row in learned) == [("A", 100_000), ("GIVEN", 299_991)]


def test_an_erased_order_changes_nothing(book: OrderBook) -> None:
    """Entries whose order and waybill were erased are copied, and no order is touched."""
    put_order(book.engine, "SO-1", {"A": 2})
    _claim(book)
    ledger = Recorded()
    ledger.add(opened("SO-1"), _parked("SO-1", 1), sealed("YT1"), order=None)
    assert _relay(ledger)(book) == 0
    assert _order(book).state == "packing"


def test_two_relays_of_one_bench(book: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report's relay beside the bench's own carries each entry once, with one parcel for each seal."""
    monkeypatch.setattr(relay_module, "BATCH_ENTRIES", 4)
    ledger = Recorded()
    for number in range(10):
        _parcel(ledger, f"SO-{number}", f"YT{number}")
    relays = [_relay(ledger) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda relay: relay(book), relays)) == [0, 0, 0, 0]
    assert _seqs(book) == list(range(40))
    with reading(book.engine) as connection:
        assert connection.execute(select(func.count()).select_from(parcels)).scalar() == 10


def test_a_ledger_on_disk_is_carried(book: OrderBook, home: Home, clock: FakeClock) -> None:
    """The ledger's own reader serves as the source, beside the bench that writes."""
    ledger = Ledger.open(home, org="acme", bench="B01", clock=clock, random_bytes=os.urandom, build="test")
    reader = open_reader(home.ledger_file)
    try:
        carrying = Relay(reader, log=reader.log)
        for events_of_one_input in ([opened("SO-1")], [packed(), packed()]):
            ledger.append([encode(event) for event in events_of_one_input], order_no="SO-1", by="P001")
            assert carrying(book) == 0
        assert _headers(book) == [entry.header for entry in ledger.entries()]
    finally:
        reader.close()
        ledger.close()


def test_a_ledger_with_a_hole_is_not_carried(book: OrderBook) -> None:
    """A source that lost an entry ends the relay with that entry's number, not in a loop."""
    ledger = Recorded()
    ledger.add(packed(), packed(), packed(), order="SO-1")
    for lost in (2, 1):
        ledger.forget(lost)
        with pytest.raises(LedgerBroken, match=f"entry {lost} of acme/B01/1 is damaged"):
            _relay(ledger)(book)
    assert _seqs(book) == []


def test_a_piece_belongs_to_the_order_it_went_into(book: OrderBook) -> None:
    """A serial number is remembered with its order until the piece comes out or the order is parked."""
    ledger = Recorded()
    carry = _relay(ledger)
    ledger.add(opened("SO-1"), packed(serial="S1"), packed(serial="S2"), order="SO-1")
    ledger.add(opened("SO-2"), packed(serial="S1"), packed(serial="S3"), order="SO-2")
    carry(book)
    assert [book.serial_order("A", serial) for serial in ("S1", "S2", "S3", "S4")] == ["SO-1", "SO-1", "SO-2", None]
    ledger.add(UnitTakenBack(line=0, sku=Sku("A"), units=1, serial="S2"), order="SO-1")
    ledger.add(OrderParked(order=OrderNo("SO-2"), why="hold", fence=1), order="SO-2")
    carry(book)
    assert [book.serial_order("A", serial) for serial in ("S1", "S2", "S3")] == ["SO-1", None, None]
