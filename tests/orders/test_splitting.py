from __future__ import annotations

import pytest
from sqlalchemy import insert, select

from station.errors import Trouble, UsageTrouble
from station.orders.engine import reading, writing
from station.orders.handover import close, open_handover
from station.orders.handover_scan import scan
from station.orders.orderbook import OrderBook
from station.orders.parting import Part, parcels_of_order, put_together, split_order
from station.orders.relay import Relay
from station.orders.tables import kit_components, orders, parcels
from station.packing.inputs import Command, Found
from station.packing.model import HoldReason, OrderNo
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.conftest import ROUTING, put_order, put_product
from tests.orders.parcels_made import YTO
from tests.orders.recorded import T0


@pytest.fixture
def stocked(book: OrderBook) -> OrderBook:
    """SO-1: three mugs and two cards, ready; numbers to draw."""
    put_order(book.engine, "SO-1", {"MUG": 3, "CARD": 2}, name="张示例", due_us=T0 + 5)
    book.add_numbers((f"YT{number:013d}" for number in range(1, 30)), ROUTING.services["yto"], now_us=T0)  # type: ignore[index]
    return book


def _split(book: OrderBook, number: str = "SO-1", **units: int) -> OrderNo:
    return split_order(book, number, units, who="W1", now_us=T0)


def _goods(book: OrderBook, number: str = "SO-1") -> list[tuple[str, str, dict[str, int]]]:
    found = parcels_of_order(book, number)
    return [(part.order, part.state.value, _units(part)) for part in found]


def _units(part: Part) -> dict[str, int]:
    return {line.sku: line.quantity for line in part.lines}


def test_the_office_splits(stocked: OrderBook) -> None:
    """The named units become an order of their own, with address, deadline and turn of the first."""
    assert _split(stocked, MUG=1, CARD=2) == "SO-1#2"
    assert _goods(stocked) == [("SO-1", "ready", {"MUG": 2}), ("SO-1#2", "ready", {"MUG": 1, "CARD": 2})]
    part = stocked.order_copy("SO-1#2")
    assert part is not None
    assert (part.part_of, part.recipient.name, part.deadline_us) == ("SO-1", "张示例", T0 + 5)
    assert _split(stocked, "SO-1#2", CARD=1) == "SO-1#3"
    assert [units for _, _, units in _goods(stocked, "SO-1#3")] == [{"MUG": 2}, {"MUG": 1, "CARD": 1}, {"CARD": 1}]


@pytest.mark.parametrize(
    "units",
    [{"MUG": 4}, {"HAT": 1}, {"MUG": 3, "CARD": 2}, {"MUG": 0}, {}],
    ids=["many", "sku", "all", "none", "empty"],
)
def test_what_cannot_be_split_off(stocked: OrderBook, units: dict[str, int]) -> None:
    """More than there is, nothing, or all of it is refused and changes nothing."""
    with pytest.raises(UsageTrouble):
        split_order(stocked, "SO-1", units, who="", now_us=T0)
    assert _goods(stocked) == []


def test_a_split_is_put_together(stocked: OrderBook) -> None:
    """With nothing packed the order is as it was; the part's number stays used, and its evidence nobody else's."""
    before = stocked.order_copy("SO-1")
    _split(stocked, MUG=1)
    assert put_together(stocked, "SO-1", who="W1", now_us=T0) == ("SO-1#2",)
    after = stocked.order_copy("SO-1")
    assert before is not None
    assert after is not None
    assert after.lines == before.lines
    assert after.revision > before.revision
    assert _goods(stocked) == []
    with pytest.raises(Trouble, match="no two parcels"):
        put_together(stocked, "SO-1", who="W1", now_us=T0)
    assert _split(stocked, MUG=1) == "SO-1#3"


def test_a_bench_keeps_the_office_out(stocked: OrderBook) -> None:
    """While a bench has one of the parcels, nothing is split there and nothing is put together."""
    _split(stocked, MUG=1)
    BenchOfBook(stocked).takes("SO-1#2")
    with pytest.raises(Trouble, match="B01 is packing"):
        put_together(stocked, "SO-1", who="W1", now_us=T0)
    with pytest.raises(Trouble, match="B01 is packing"):
        _split(stocked, "SO-1#2", MUG=1)


def test_a_kit_goes_whole(stocked: OrderBook) -> None:
    """The office splits by lines: a kit is one, and put back together it is the kit again."""
    for sku in ("CUP", "SET"):
        put_product(stocked.engine, sku)
    with writing(stocked.engine) as connection:
        connection.execute(insert(kit_components).values(kit="SET", sku="CUP", quantity=2))
    put_order(stocked.engine, "SO-2", {"SET": 2, "MUG": 1})
    _split(stocked, "SO-2", SET=1)
    assert [units for _, _, units in _goods(stocked, "SO-2")] == [{"SET": 1, "MUG": 1}, {"SET": 1}]
    put_together(stocked, "SO-2", who="", now_us=T0)
    copy = stocked.order_copy("SO-2")
    assert copy is not None
    assert {line.sku: line.quantity for line in copy.lines} == {"CUP": 4, "MUG": 1}


def test_a_bench_splits_a_kit_apart(stocked: OrderBook) -> None:
    """A box full in the midst of a kit: its other pieces go on, and are not taken for a kit again."""
    for sku in ("CUP", "SET"):
        put_product(stocked.engine, sku)
    with writing(stocked.engine) as connection:
        connection.execute(insert(kit_components).values(kit="SET", sku="CUP", quantity=2))
        connection.execute(insert(kit_components).values(kit="CUP", sku="GRIP", quantity=5))
    put_order(stocked.engine, "SO-2", {"SET": 2})
    bench = BenchOfBook(stocked)
    bench.takes("SO-2")
    bench.packs(1)
    bench.presses(Command.SPLIT)
    bench.seals()
    bench.relays()
    assert [units for _, _, units in _goods(stocked, "SO-2")] == [{"CUP": 1}, {"CUP": 3}]
    opened = bench.takes("SO-2")
    assert [(line.sku, line.quantity, line.kit) for line in opened.order.lines] == [("CUP", 3, "SET")]


def test_a_full_box_at_the_bench(stocked: OrderBook) -> None:
    """Sealed, the box is one parcel with its waybill; the platform's number opens the next; all leave as parcels."""
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    bench.packs(2)
    bench.presses(Command.SPLIT)
    bench.seals()
    bench.relays()
    assert _goods(stocked) == [("SO-1", "sealed", {"MUG": 2}), ("SO-1#2", "ready", {"MUG": 1, "CARD": 2})]
    assert bench.takes("SO-1").order.number == "SO-1#2"
    bench.packs()
    second = bench.seals()
    bench.relays()
    assert second.contents[0].units == 1
    assert bench.opens("SO-1").found is Found.SHIPPED
    waybills = [part.waybill for part in parcels_of_order(stocked, "SO-1")]
    assert len(set(waybills)) == 2
    handover = open_handover(stocked, YTO, who="W1", now_us=T0)
    taken = [scan(stocked, handover.id, code, who="W1", now_us=T0).orders for code in ("SO-1", waybills[1])]
    assert taken == [("SO-1",), ("SO-1#2",)]
    close(stocked, handover.id, {}, who="W1", now_us=T0)
    assert [state for _, state, _ in _goods(stocked)] == ["handed_over", "handed_over"]


def test_a_part_is_made_once(stocked: OrderBook) -> None:
    """The ledger carried again to a book that has it, or that lost its answer, makes no second part."""
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    bench.packs(1)
    bench.presses(Command.SPLIT)
    bench.seals()
    for _ in range(2):
        Relay(bench.ledger, log=bench.ledger.log)(stocked)
    assert [units for _, _, units in _goods(stocked)] == [{"MUG": 1}, {"MUG": 2, "CARD": 2}]


@pytest.mark.parametrize(("ended", "state"), [("shipped", "held"), ("finished", "held"), ("cancelled", "cancelled")])
def test_the_rest_of_an_ended_order_is_not_lost(stocked: OrderBook, ended: str, state: str) -> None:
    """The platform ended the order while the bench was off line: what did not fit is there, for a person to look at."""
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    bench.packs(2)
    bench.presses(Command.SPLIT)
    bench.seals()
    with writing(stocked.engine) as connection:
        connection.execute(orders.update().values(state=ended))
    bench.relays()
    assert _goods(stocked) == [("SO-1", ended, {"MUG": 2}), ("SO-1#2", state, {"MUG": 1, "CARD": 2})]


def test_a_split_that_is_put_aside_never_was(stocked: OrderBook) -> None:
    """Parked before its label, the order is whole again for whoever opens it."""
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    bench.packs(1)
    bench.presses(Command.SPLIT)
    bench.presses(Command.HOLD)
    bench.relays()
    assert _goods(stocked) == []
    assert sum(line.quantity for line in bench.takes("SO-1").order.lines) == 5


def test_two_benches_split_one_order(stocked: OrderBook) -> None:
    """Two parcels of one order, open at two benches that both find their box full: nobody takes the other's number."""
    _split(stocked, MUG=2, CARD=1)
    benches = BenchOfBook(stocked, "B01"), BenchOfBook(stocked, "B02")
    for bench, number in zip(benches, ("SO-1", "SO-1#2"), strict=True):
        bench.takes(number)
        bench.packs(1)
        bench.presses(Command.SPLIT)
    for bench in reversed(benches):
        bench.seals()
        bench.relays()
    found = _goods(stocked)
    assert [number for number, _, _ in found] == ["SO-1", "SO-1#2", "SO-1#3", "SO-1#4"]
    assert sum(sum(units.values()) for _, _, units in found) == 5


def test_the_platforms_number_means_what_is_next(stocked: OrderBook) -> None:
    """A parcel at another bench is passed over, the own one is the answer again, and a tote means its parcels."""
    with writing(stocked.engine) as connection:
        connection.execute(orders.update().values(tote="T-7"))
    _split(stocked, MUG=1)
    first, second = BenchOfBook(stocked, "B01"), BenchOfBook(stocked, "B02")
    assert first.takes("SO-1").order.number == "SO-1"
    assert second.takes("T-7").order.number == "SO-1#2"
    again = stocked.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING)
    assert again.order is not None
    assert again.order.number == "SO-1"
    assert BenchOfBook(stocked, "B03").opens("SO-1").found is Found.ELSEWHERE


def test_what_holds_the_order_holds_every_parcel(stocked: OrderBook) -> None:
    """A hold on the platform's number stops the parcel that is open, the one that waits, and none once it is lifted."""
    _split(stocked, MUG=1)
    bench = BenchOfBook(stocked)
    bench.takes("SO-1#2")
    bench.packs()
    stocked.hold("SO-1", HoldReason.REFUND_ASKED, now_us=T0)
    asked = stocked.holds("SO-1#2", bench="B01", fence=1, needs_waybill=False, service=None, now_us=T0)
    assert [hold.reason for hold in asked.holds] == [HoldReason.REFUND_ASKED]
    assert BenchOfBook(stocked, "B02").opens("SO-1").found is Found.HELD
    stocked.hold("SO-1#2", HoldReason.BY_SUPERVISOR, now_us=T0)
    stocked.release_hold("SO-1", now_us=T0)
    assert [hold.reason for hold in stocked.order_copy("SO-1#2").holds] == [HoldReason.BY_SUPERVISOR]  # type: ignore[union-attr]
    assert stocked.order_copy("SO-1").holds == ()  # type: ignore[union-attr]


def test_expedited_are_all_that_wait(stocked: OrderBook) -> None:
    """The platform's number expedites its open parcels, also when the first is sealed."""
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    bench.packs(1)
    bench.presses(Command.SPLIT)
    bench.seals()
    bench.relays()
    stocked.expedite("SO-1", now_us=T0)
    assert [(row.number, row.expedited) for row in stocked.queue()] == [("SO-1#2", True)]


def test_a_parcel_row_for_each_parcel(stocked: OrderBook) -> None:
    """Reports count two boxes, with their own units."""
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    bench.packs(2)
    bench.presses(Command.SPLIT)
    bench.seals()
    bench.parcel("SO-1")
    with reading(stocked.engine) as connection:
        rows = connection.execute(select(parcels.c.order_no, parcels.c.units).order_by(parcels.c.seq)).all()
    assert [tuple(row) for row in rows] == [("SO-1", 2), ("SO-1#2", 3)]
