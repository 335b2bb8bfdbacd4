"""The figures that the relay keeps up: each entry once, however the ledger was cut, and the same when made anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import delete, select

from station.orders.bench_states import SILENT_US, beat, benches_now
from station.orders.engine import reading, writing
from station.orders.figure_names import Doing, Name, OrderClass, Save, Step
from station.orders.figure_tables import (
    bench_devices,
    benches,
    class_times,
    figure_days,
    figure_totals,
    figured_logs,
    figures,
    parcel_times,
    service_times,
)
from station.orders.figuring import catch_up
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.tables import events
from station.packing.events import (
    BenchStarted,
    DeviceChanged,
    LabelAllowed,
    LabelPrinted,
    OrderParked,
    PackerSignedIn,
    PackerSignedOut,
    PromptAnswered,
    ScanRefused,
    ShortPackAllowed,
    StopCleared,
    UnitTakenBack,
    WeightRefused,
)
from station.packing.inputs import Command, DeviceKind
from station.packing.model import JobId, OrderNo, Sku, Waybill
from station.packing.reasons import Reason
from station.packing.seat_events import BenchLocked
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.conftest import put_order, put_product
from tests.orders.recorded import T0, Recorded, opened, packed, sealed
from tests.orders.unbelted import unbelted

SECOND = 1_000_000
MINUTE = 60 * SECOND
MADE = (figures, parcel_times, class_times, figure_days, figure_totals, service_times)


def _counts(book: OrderBook) -> dict[str, int]:
    found: dict[str, int] = {}
    with reading(book.engine) as connection:
        for row in connection.execute(select(figures)):
            found[row.name] = found.get(row.name, 0) + row.value
    return found


def _all(book: OrderBook) -> list[list[tuple[Any, ...]]]:
    with reading(book.engine) as connection:
        return [sorted(tuple(row) for row in connection.execute(select(table))) for table in MADE]


def _refused(reason: Reason = Reason.NOT_IN_ORDER, *, locks: bool = True) -> ScanRefused:
    return ScanRefused(reason=reason, code="X", device="scanner", locks=locks)


def _heavy(reason: Reason = Reason.WEIGHT_HIGH) -> WeightRefused:
    return WeightRefused(reason=reason, weight_mg=9, low_mg=1, high_mg=2, device="scale")


def _relayed(book: OrderBook, ledger: Recorded) -> dict[str, int]:
    Relay(ledger, log=ledger.log)(book)
    return _counts(book)


def _day(book: OrderBook) -> Recorded:
    """Three parcels of a real bench: a wrong item, an undo, a short pack … as its own rules record them."""
    put_product(book.engine, "A", {"4006381333931": 1})
    put_product(book.engine, "B", {"6901234567892": 1})
    for number, lines in (("SO-1", {"A": 1}), ("SO-2", {"A": 3}), ("SO-3", {"A": 1, "B": 1})):
        put_order(book.engine, number, lines, waybill=f"YT000000000000{number[-1]}", service="yto")
    bench = BenchOfBook(book)
    bench.presses(Command.HELP)
    bench.parcel("SO-1")
    bench.takes("SO-2")
    bench.scans("6901234567892")
    bench.presses(Command.CLEAR)
    bench.packs(1)
    bench.presses(Command.UNDO)
    bench.packs()
    bench.seals()
    bench.parcel("SO-3")
    bench.relays()
    return bench.ledger


def test_a_day_of_a_real_bench(book: OrderBook) -> None:
    """What the bench's own rules recorded comes out as parcels, orders, units, refusals, saves, undo and calls."""
    _day(book)
    counts = _counts(book)
    asked = (Name.PARCELS, Name.ORDERS, Name.LINES, Name.UNITS, Name.CLEAN, Name.UNDO, Name.CALLS)
    assert [counts[name] for name in asked] == [3, 3, 4, 6, 2, 1, 1]
    assert (counts["refused.not_in_order"], counts["saved.wrong_item"]) == (1, 1)
    with reading(book.engine) as connection:
        kinds = connection.execute(select(parcel_times.c.order_class).order_by(parcel_times.c.seq)).scalars().all()
    assert kinds == [OrderClass.SINGLE, OrderClass.ONE_SKU, OrderClass.MIXED]


def test_made_anew_the_figures_are_the_same(book: OrderBook) -> None:
    """A book from before the figures is caught up to the very rows that a relay would have kept."""
    _day(book)
    kept = _all(book)
    with writing(book.engine) as connection:
        for table in (*MADE, figured_logs, benches, bench_devices):
            connection.execute(delete(table))
    assert catch_up(book.engine) > 0
    assert _all(book) == kept
    assert catch_up(book.engine) == 0


def test_nothing_counts_twice(book: OrderBook) -> None:
    """The same ledger carried again, by a relay that knows nothing of the first, adds nothing."""
    ledger = _day(book)
    before = _all(book)
    Relay(ledger, log=ledger.log)(book)
    assert _all(book) == before


def test_an_entry_that_is_lacking_stops_the_count(book: OrderBook) -> None:
    """Behind a gap nothing is counted, since nobody knows what the gap held; once it is filled, all is."""
    ledger = Recorded()
    ledger.add(opened("SO-1"), packed(), sealed("YT1"), order="SO-1")
    _relayed(book, ledger)
    with writing(book.engine) as connection:
        for table in (*MADE, figured_logs):
            connection.execute(delete(table))
    with unbelted(book) as connection:
        row = connection.execute(select(events).where(events.c.seq == 1)).one()._mapping
        connection.execute(delete(events).where(events.c.seq == 1))
    catch_up(book.engine)
    assert Name.PARCELS not in _counts(book)
    with writing(book.engine) as connection:
        connection.execute(events.insert().values(dict(row)))
    catch_up(book.engine)
    assert _counts(book)[Name.PARCELS] == 1


def test_where_a_parcels_time_goes(book: OrderBook) -> None:
    """Each gap belongs to the step that its second entry ends; beyond 15 s, a gap between scans is waiting."""
    ledger = Recorded()
    ledger.add(opened("SO-1"), order="SO-1", at_us=T0)
    for after_s, event in (
        (4, packed()),
        (24, packed()),  # 5 s beyond what a scan takes
        (27, PromptAnswered(prompt="gift", value="ok", device="scanner")),
        (33, _heavy()),
        (40, LabelPrinted(job=JobId("j"), by="printer")),
        (49, sealed("YT1", {"A": 2})),
    ):
        ledger.add(event, order="SO-1", at_us=T0 + after_s * SECOND)
    _relayed(book, ledger)
    with reading(book.engine) as connection:
        row = connection.execute(select(parcel_times)).one()
        seconds = connection.execute(select(class_times.c.seconds)).scalar_one()
    assert {step: getattr(row, f"{step}_us") // SECOND for step in Step} == {
        Step.SCAN: 19, Step.WAIT: 8, Step.WEIGH: 6, Step.PRINT: 7, Step.STICK: 9,
    }  # fmt: skip
    assert (row.order_class, row.took_us, row.clean, seconds) == (OrderClass.ONE_SKU, 49 * SECOND, False, 49)


def test_a_lunch_break_is_no_step(book: OrderBook) -> None:
    """A gap that is a pause belongs to no step; it is told as idle time, and going home is not."""
    ledger = Recorded()
    ledger.add(opened("SO-1"), packed(), order="SO-1", at_us=T0)
    ledger.add(packed(), order="SO-1", at_us=T0 + 30 * MINUTE)
    ledger.add(sealed("YT1", {"A": 2}), order="SO-1", at_us=T0 + 31 * MINUTE)
    ledger.add(PackerSignedOut(packer="P001"), at_us=T0 + 31 * MINUTE)
    ledger.add(packed(), order="SO-2", at_us=T0 + 60 * MINUTE)
    counts = _relayed(book, ledger)
    assert (counts[Name.IDLE], counts[Name.WORKED]) == (30 * MINUTE, MINUTE)
    with reading(book.engine) as connection:
        assert connection.execute(select(parcel_times.c.took_us)).scalar_one() == MINUTE


def test_a_save_counts_once_a_parcel(book: OrderBook) -> None:
    """The wrong item scanned three times is one save; a code that nobody knows is none."""
    ledger = Recorded()
    wrong = (_refused(), _refused(), _refused(), _refused(Reason.UNKNOWN_CODE), _refused(Reason.ENOUGH_ALREADY))
    ledger.add(opened("SO-1"), *wrong, sealed("YT1"), order="SO-1")
    ledger.add(_refused(Reason.ORDER_HELD))
    ledger.add(_refused(Reason.ORDER_HELD))
    counts = _relayed(book, ledger)
    assert counts["refused.not_in_order"] == 3
    saved = {name: count for name, count in counts.items() if name.startswith("saved.")}
    assert saved == {"saved.wrong_item": 1, "saved.over_scan": 1, "saved.hold": 2}


def test_a_weight_save_needs_goods_to_move(book: OrderBook) -> None:
    """A weight that came right without anything moving was the scale's; with a unit put in it was a save."""
    ledger = Recorded()
    ledger.add(opened("SO-1"), packed(), _heavy(), sealed("YT1"), order="SO-1")
    assert f"saved.{Save.WEIGHT}" not in _relayed(book, ledger)
    ledger.add(opened("SO-2"), packed(), _heavy(Reason.WEIGHT_LOW), packed(), sealed("YT2"), order="SO-2")
    assert _relayed(book, ledger)[f"saved.{Save.WEIGHT}"] == 1


def test_what_goes_around_the_usual_way(book: OrderBook) -> None:
    """Shorts, undo, reprints, a person's word that the label came out, orders put aside: each is counted."""
    ledger = Recorded()
    label = LabelAllowed(job=JobId("j"), waybill=Waybill("YT1"), service=None, copy=1, holds_age_s=0)
    ledger.add(
        opened("SO-1"),
        UnitTakenBack(line=0, sku=Sku("A"), units=1),
        ShortPackAllowed(by="P009", why="out", missing=()),
        label,
        replace(label, copy=2),
        LabelPrinted(job=JobId("j"), by="packer"),
        OrderParked(order=OrderNo("SO-1"), why="x", fence=1),
        order="SO-1",
    )
    counts = _relayed(book, ledger)
    names = (Name.UNDO, Name.SHORTS, Name.REPRINTS, Name.PRINTED_BY_WORD, Name.PARKED)
    assert [counts[name] for name in names] == [1, 1, 1, 1, 1]


def test_a_refusal_after_the_seal_leaves_the_parcel_clean(book: OrderBook) -> None:
    """First pass is what happened before the seal, at whatever bench."""
    first, second = Recorded("B01"), Recorded("B02")
    first.add(opened("SO-1"), _refused(), order="SO-1", at_us=T0)
    second.add(opened("SO-1"), sealed("YT1"), order="SO-1", at_us=T0 + MINUTE)
    second.add(opened("SO-2"), sealed("YT2"), order="SO-2", at_us=T0 + 2 * MINUTE)
    second.add(_refused(Reason.ORDER_SHIPPED), order="SO-2", at_us=T0 + 3 * MINUTE)
    _relayed(book, first)
    counts = _relayed(book, second)
    assert (counts[Name.PARCELS], counts[Name.CLEAN]) == (2, 1)


def test_what_a_bench_does_now(book: OrderBook) -> None:
    """Who packs what, why it stands, since when; which devices are gone; after a restart nothing is known of them."""
    ledger = Recorded()
    ledger.add(BenchStarted(), PackerSignedIn(packer="P001", supervisor=False))
    ledger.add(DeviceChanged(device="zebra", kind=DeviceKind.PRINTER, up=False, word="paper out"))
    ledger.add(opened("SO-1"), _refused(), order="SO-1")
    _relayed(book, ledger)
    state = benches_now(book)[0]
    assert (state.bench, state.packer, state.order_no, state.doing, state.reason, state.since_us) == (
        "B01", "P001", "SO-1", Doing.STOPPED, "not_in_order", T0 + 4 * SECOND,
    )  # fmt: skip
    assert [(device.device, device.word) for device in state.lost] == [("zebra", "paper out")]
    ledger.add(StopCleared(reason=Reason.NOT_IN_ORDER, device="scanner"), order="SO-1")
    _relayed(book, ledger)
    assert benches_now(book)[0].doing is Doing.PACKING
    ledger.add(BenchStarted())
    _relayed(book, ledger)
    state = benches_now(book)[0]
    assert (state.devices, state.packer) == ((), "")


def test_a_locked_bench_says_so_until_a_badge(book: OrderBook) -> None:
    """A label that still comes out changes nothing; a stop is told, and its clear leaves it locked."""
    ledger = Recorded()
    ledger.add(BenchStarted(), PackerSignedIn(packer="P001", supervisor=False))
    ledger.add(opened("SO-1"), BenchLocked(why="idle"), order="SO-1")
    said: list[tuple[str, str]] = []
    for entry in (
        LabelPrinted(job=JobId("j1"), by="printer"),
        _refused(Reason.ORDER_CANCELLED),
        StopCleared(reason=Reason.ORDER_CANCELLED, device="scanner"),
        PackerSignedIn(packer="P002", supervisor=False),
    ):
        ledger.add(entry, order="SO-1")
        _relayed(book, ledger)
        state = benches_now(book)[0]
        said.append((state.doing, state.packer))
    assert said == [("locked", "P001"), ("stopped", "P001"), ("locked", "P001"), ("packing", "P002")]
    ledger.add(BenchLocked(why="asked"), BenchStarted(), PackerSignedIn(packer="P002", supervisor=False))
    _relayed(book, ledger)
    assert benches_now(book)[0].doing is Doing.PACKING


def test_a_bench_without_a_heartbeat_is_silent(book: OrderBook) -> None:
    """Heartbeats keep an idle bench alive on the board; one that was never heard of may beat first."""
    beat(book, "B01", now_us=T0)
    state = benches_now(book)[0]
    assert (state.doing, state.silent(T0 + SILENT_US), state.silent(T0 + SILENT_US + 1)) == (Doing.READY, False, True)
    beat(book, "B01", now_us=T0 + MINUTE)
    assert not benches_now(book)[0].silent(T0 + SILENT_US + 1)


def test_an_epoch_that_is_over_says_nothing_of_now(book: OrderBook) -> None:
    """Entries of an old log that come late change no bench's present state."""
    old, new = Recorded(epoch=1), Recorded(epoch=2)
    new.add(opened("SO-2"), order="SO-2")
    _relayed(book, new)
    old.add(opened("SO-1"), sealed("YT1"), order="SO-1")
    assert _relayed(book, old)[Name.PARCELS] == 1
    assert benches_now(book)[0].order_no == "SO-2"


def test_a_damaged_public_part_counts_by_its_kind(book: OrderBook) -> None:
    """An entry whose words this program does not know is still a refusal, an act, an entry; nothing fails."""
    ledger = Recorded()
    ledger.add(opened("SO-1"), packed(), order="SO-1")
    _relayed(book, ledger)
    with writing(book.engine) as connection:
        for table in (*MADE, figured_logs):
            connection.execute(delete(table))
    with unbelted(book) as connection:
        connection.execute(events.update().where(events.c.seq == 1).values(header='{"pub":{"by_hand":"perhaps"}}'))
    assert catch_up(book.engine) == 2
    assert Name.BY_HAND not in _counts(book)
