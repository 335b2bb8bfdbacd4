from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from station.errors import Trouble, UsageTrouble
from station.orders.engine import reading, writing
from station.orders.handover import close, open_handover
from station.orders.handover_scan import scan, take_out
from station.orders.joining import Differs
from station.orders.orderbook import OrderBook
from station.orders.parting import decline_group, join_orders, part_orders, review, shares_with
from station.orders.pick_choice import Wanted
from station.orders.picking import open_batch
from station.orders.relay import Relay
from station.orders.shortages import open_shortages
from station.orders.tables import orders, parcels
from station.orders.wall import empty
from station.packing.inputs import Command, Found, Pressed
from station.packing.model import Capture, HoldReason, OrderLine, OrderNo
from station.reports.throughput import By, throughput
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.conftest import BUYER, ROUTING, put_order, put_product
from tests.orders.parcels_made import YTO
from tests.orders.recorded import T0


@pytest.fixture
def stocked(book: OrderBook) -> OrderBook:
    """SO-1 and SO-2 of one buyer; numbers to draw."""
    _put(book, "SO-1", {"MUG": 2}, due_us=T0 + 9)
    _put(book, "SO-2", {"MUG": 1, "CARD": 1}, due_us=T0 + 5, buyer_message="轻放")
    book.add_numbers((f"YT{number:013d}" for number in range(1, 30)), ROUTING.services["yto"], now_us=T0)  # type: ignore[index]
    return book


def _put(book: OrderBook, number: str, lines: dict[str, int], **values: Any) -> None:
    put_order(book.engine, number, lines, **BUYER | values)


def _set(book: OrderBook, number: str, **values: Any) -> None:
    with writing(book.engine) as connection:
        connection.execute(orders.update().where(orders.c.number == number).values(values))


def _join(book: OrderBook, *numbers: str) -> OrderNo:
    return join_orders(book, numbers, who="W1", now_us=T0)


def _states(book: OrderBook) -> dict[str, str]:
    return {row.number: row.state.value for row in book.search()}


def test_orders_of_one_buyer_are_proposed(stocked: OrderBook) -> None:
    """Name, telephone and address are compared without width, blanks and country code; what differs is named."""
    _put(stocked, "SO-3", {"HAT": 1}, name="张 示例", phone="+86 138-0000-0000", street="示例路１号")
    (group,) = review(stocked).proposed
    assert group.numbers == ("SO-2", "SO-1", "SO-3")
    assert {Differs.NAME, Differs.PHONE, Differs.ADDRESS, Differs.MESSAGE} <= set(group.differs)


@pytest.mark.parametrize(
    "values",
    [
        {"name": "张**"},
        {"phone": "138****0000"},
        {"street": ""},
        {"phone": ""},
        {"street": "示例路 2 号"},
        {"gift": True},
        {"shop": "other"},
        {"platform": "amazon"},
        {"buyer_service": "顺丰"},
        {"state": "held"},
    ],
    ids=str,
)
def test_what_is_no_proof_of_one_buyer(stocked: OrderBook, values: dict[str, Any]) -> None:
    """Masked or missing data, another address, shop or service, and a gift are neither proposed nor joined."""
    _put(stocked, "SO-3", {"HAT": 1}, **values)
    assert all("SO-3" not in group.numbers for group in review(stocked).proposed)
    with pytest.raises(Trouble):
        _join(stocked, "SO-1", "SO-3")
    assert shares_with(stocked, "SO-1") == ()


def test_cash_at_the_door_travels_alone(stocked: OrderBook) -> None:
    """An order paid at the door is collected with its own waybill, also once its call is made."""
    stocked.hold("SO-1", HoldReason.COD_UNCONFIRMED, now_us=T0)
    stocked.release_hold("SO-1", now_us=T0)
    assert review(stocked).proposed == ()
    with pytest.raises(Trouble, match="paid at the door"):
        _join(stocked, "SO-1", "SO-2")


def test_a_platforms_own_waybill_is_kept(stocked: OrderBook) -> None:
    """An order with a number from its platform ships under that; one drawn from the pool becomes void."""
    _put(stocked, "SO-3", {"HAT": 1}, waybill="PLATFORM-1")
    with pytest.raises(Trouble, match="of its platform"):
        _join(stocked, "SO-1", "SO-3")
    bench = BenchOfBook(stocked)
    drawn = bench.takes("SO-1").order.waybill
    bench.presses(Command.HOLD)
    bench.relays()
    _join(stocked, "SO-1", "SO-2")
    assert stocked.claim(str(drawn), bench="B01", now_us=T0, routing=ROUTING).found is Found.UNKNOWN


def test_a_group_is_declined_as_it_stands(stocked: OrderBook) -> None:
    """Declined, it is not proposed again until somebody thinks better of it, or another order comes."""
    decline_group(stocked, ("SO-1", "SO-2"), who="W1", now_us=T0)
    assert review(stocked).proposed == ()
    decline_group(stocked, ("SO-2", "SO-1"), who="W1", now_us=T0, undo=True)
    assert len(review(stocked).proposed) == 1
    decline_group(stocked, ("SO-2", "SO-1"), who="W1", now_us=T0)
    _put(stocked, "SO-3", {"HAT": 1})
    assert len(review(stocked).proposed[0].members) == 3


def test_any_of_them_opens_all(stocked: OrderBook) -> None:
    """One parcel: lines say whose they are, notes of all are said, and no bench gets a part of it."""
    assert _join(stocked, "SO-1", "SO-2") == "SO-2"
    opened = BenchOfBook(stocked).takes("SO-1")
    order = opened.order
    assert (order.number, order.joined) == ("SO-2", ("SO-2", "SO-1"))
    told = sorted((line.order or "", line.sku, line.quantity) for line in order.lines)
    assert told == [("SO-1", "MUG", 2), ("SO-2", "CARD", 1), ("SO-2", "MUG", 1)]
    assert (order.buyer_message, order.deadline_us) == ("轻放", T0 + 5)
    for bench, number in (("B02", "SO-1"), ("B03", "SO-2")):
        assert BenchOfBook(stocked, bench).opens(number).found is Found.ELSEWHERE
    assert _states(stocked) == {"SO-1": "packing", "SO-2": "packing"}


def test_all_or_none_are_claimed(stocked: OrderBook) -> None:
    """What holds one order holds the parcel; nobody is claimed."""
    _join(stocked, "SO-1", "SO-2")
    stocked.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=T0)
    reply = BenchOfBook(stocked).opens("SO-2")
    assert reply.found is Found.HELD
    assert reply.order is not None
    assert [hold.reason for hold in reply.order.holds] == [HoldReason.BY_SUPERVISOR]
    assert _states(stocked) == {"SO-1": "held", "SO-2": "ready"}


def test_each_order_has_its_own_shortage(stocked: OrderBook) -> None:
    """What is missing of a common parcel is recorded on the orders whose lines lack it, and holds those."""
    _join(stocked, "SO-1", "SO-2")
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    bench.packs(2)
    lacking = [(line.order, line.sku, units) for line, units in _lacks(bench)]
    bench.says(Pressed(command=Command.HOLD, argument="PURCHASING"))
    bench.relays()
    told = [(each.order, units.sku, units.units) for each in open_shortages(stocked) for units in each.missing]
    assert sorted(told) == sorted(lacking)
    assert {order for order, _, _ in told} == {"SO-1"}
    assert _states(stocked) == {"SO-1": "held", "SO-2": "ready"}
    assert not stocked.queue()
    BenchOfBook(stocked, "B02").parcel("SO-2")  # whoever has the goods in hand may pack it all the same
    assert open_shortages(stocked) == ()


def _lacks(bench: BenchOfBook) -> list[tuple[OrderLine, int]]:
    job = bench.playbook.job
    assert job.order is not None
    lines = zip(job.order.lines, job.packed, strict=True)
    return [(line, line.quantity - packed) for line, packed in lines if packed < line.quantity]


def test_a_shortage_of_all_is_everybodys(stocked: OrderBook) -> None:
    """Nothing packed: each order lacks its own units, also of the SKU that both want."""
    _join(stocked, "SO-1", "SO-2")
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    bench.says(Pressed(command=Command.HOLD, argument="PURCHASING"))
    bench.relays()
    told = {each.order: {units.sku: units.units for units in each.missing} for each in open_shortages(stocked)}
    assert told == {"SO-1": {"MUG": 2}, "SO-2": {"MUG": 1, "CARD": 1}}


def test_one_parcel_seals_all(stocked: OrderBook) -> None:
    """One waybill, a row for each order with its own units, one box for the carrier, whichever number is scanned."""
    _join(stocked, "SO-1", "SO-2")
    bench = BenchOfBook(stocked)
    sealed = bench.parcel("SO-1")
    shares = {share.order: {packed.sku: packed.units for packed in share.contents} for share in sealed.joined}
    assert shares == {"SO-1": {"MUG": 2}, "SO-2": {"MUG": 1, "CARD": 1}}
    with reading(stocked.engine) as connection:
        rows = connection.execute(select(parcels.c.order_no, parcels.c.waybill, parcels.c.units)).all()
    assert sorted((row.order_no, row.units) for row in rows) == [("SO-1", 2), ("SO-2", 2)]
    assert len({row.waybill for row in rows}) == 1
    assert _states(stocked) == {"SO-1": "sealed", "SO-2": "sealed"}
    handover = open_handover(stocked, YTO, who="W1", now_us=T0)
    assert handover.missing != ()
    assert set(scan(stocked, handover.id, "SO-1", who="W1", now_us=T0).orders) == {"SO-1", "SO-2"}
    assert set(take_out(stocked, handover.id, "SO-2", who="W1", now_us=T0).orders) == {"SO-1", "SO-2"}
    scan(stocked, handover.id, str(sealed.waybill), who="W1", now_us=T0)
    assert close(stocked, handover.id, {}, who="W1", now_us=T0).count == 1
    assert set(_states(stocked).values()) == {"handed_over"}


def test_a_joint_seal_is_told_twice(stocked: OrderBook) -> None:
    """The ledger carried a second time changes nothing."""
    _join(stocked, "SO-1", "SO-2")
    bench = BenchOfBook(stocked)
    bench.parcel("SO-1")
    Relay(bench.ledger, log=bench.ledger.log)(stocked)
    with reading(stocked.engine) as connection:
        assert len(connection.execute(select(parcels)).all()) == 2


def test_put_aside_all_are_free(stocked: OrderBook) -> None:
    """A joint parcel that is put aside goes back whole, and opens again under a new fence."""
    _join(stocked, "SO-1", "SO-2")
    bench = BenchOfBook(stocked)
    first = bench.takes("SO-1")
    bench.presses(Command.HOLD)
    bench.relays()
    assert _states(stocked) == {"SO-1": "ready", "SO-2": "ready"}
    assert BenchOfBook(stocked, "B02").takes("SO-2").fence > first.fence


def test_a_change_of_any_stops_the_parcel(stocked: OrderBook) -> None:
    """A revision of one order is a change of the parcel; a cancelled one cancels it for the bench that has it."""
    _join(stocked, "SO-1", "SO-2")
    opened = BenchOfBook(stocked).takes("SO-1")

    def now() -> Any:
        return stocked.holds("SO-2", bench="B01", fence=1, needs_waybill=False, service=None, now_us=T0)

    assert (now().revision, now().fence) == (opened.order.revision, opened.fence)
    with writing(stocked.engine) as connection:
        connection.execute(orders.update().where(orders.c.number == "SO-1").values(revision=2))
    assert now().revision != opened.order.revision
    with writing(stocked.engine) as connection:
        connection.execute(orders.update().where(orders.c.number == "SO-1").values(state="cancelled"))
    assert now().cancelled


@pytest.mark.parametrize("gone", ["SO-1", "SO-2"])
def test_a_cancelled_order_leaves_the_parcel(stocked: OrderBook, gone: str) -> None:
    """Whichever is cancelled, the others ship without it; also when it was the first."""
    _put(stocked, "SO-3", {"HAT": 1})
    _join(stocked, "SO-1", "SO-2", "SO-3")
    with writing(stocked.engine) as connection:
        connection.execute(orders.update().where(orders.c.number == gone).values(state="cancelled"))
    opened = BenchOfBook(stocked).takes("SO-3")
    assert set(opened.order.joined) == {"SO-1", "SO-2", "SO-3"} - {gone}
    assert BenchOfBook(stocked, "B02").opens(gone).found is Found.CANCELLED


@pytest.mark.parametrize(
    "values", [{"street": "别处路 9 号"}, {"gift": True}, {"waybill": "SF000000000001"}, {"name": "李*"}]
)
def test_a_parcel_of_two_buyers_is_parted(stocked: OrderBook, values: dict[str, Any]) -> None:
    """A newer file names another address for one of them, or a reason to travel alone: each goes by itself."""
    _join(stocked, "SO-1", "SO-2")
    _set(stocked, "SO-1", **values)
    bench = BenchOfBook(stocked)
    opened = bench.takes("SO-1")
    assert (opened.order.number, opened.order.joined) == ("SO-1", ())
    bench.packs()
    bench.seals()
    assert bench.takes("SO-2").order.joined == ()


def test_cash_at_the_door_parts_a_parcel(stocked: OrderBook) -> None:
    """Confirmed by telephone or not, it is collected with its own waybill."""
    _join(stocked, "SO-1", "SO-2")
    stocked.hold("SO-1", HoldReason.COD_UNCONFIRMED, now_us=T0)
    stocked.release_hold("SO-1", now_us=T0)
    assert BenchOfBook(stocked).takes("SO-2").order.joined == ()


def test_goods_in_one_cell_are_parted_by_a_person(stocked: OrderBook) -> None:
    """Two orders lie together in a cell of the wall and are no longer one buyer's: held until the cell is empty."""
    _join(stocked, "SO-1", "SO-2")
    batch = open_batch(stocked, Wanted(most=9), who="W1", now_us=T0)
    _set(stocked, "SO-1", street="别处路 9 号")
    assert BenchOfBook(stocked).opens("SO-2").found is Found.HELD
    empty(stocked, batch, 1, who="W1", now_us=T0)
    stocked.release_hold("SO-2", now_us=T0)
    assert BenchOfBook(stocked).takes("SO-2").order.joined == ()


def test_an_order_with_nothing_in_the_box_is_not_shipped(stocked: OrderBook) -> None:
    """A joint parcel goes short only when every order of it has a unit in it: the others would be told as shipped."""
    _join(stocked, "SO-1", "SO-2")
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    bench.packs(1)
    assert bench.presses(Command.SHORT) == ["ScanRefused"]
    assert bench.playbook.events[0].detail == "order_without_units"  # type: ignore[union-attr]
    bench.presses(Command.CLEAR)
    bench.packs(2)
    assert bench.presses(Command.SHORT) == ["PromptOpened"]


def test_parted_until_it_is_packed(stocked: OrderBook) -> None:
    """Undone, each order has its own parcel; a bench that has them, or a seal, is too late."""
    _join(stocked, "SO-1", "SO-2")
    assert [group.numbers for group in review(stocked).joined] == [("SO-2", "SO-1")]
    assert set(part_orders(stocked, "SO-1", who="W1", now_us=T0)) == {"SO-1", "SO-2"}
    assert review(stocked).joined == ()
    assert BenchOfBook(stocked).takes("SO-1").order.joined == ()
    with pytest.raises(Trouble, match="packing"):
        _join(stocked, "SO-1", "SO-2")
    with pytest.raises(Trouble, match="no waybill with another"):
        part_orders(stocked, "SO-2", who="W1", now_us=T0)


def test_a_joint_parcel_at_a_bench_stays_joint(stocked: OrderBook) -> None:
    """The office can no longer part it."""
    _join(stocked, "SO-1", "SO-2")
    BenchOfBook(stocked).takes("SO-1")
    with pytest.raises(Trouble, match="can no longer be parted"):
        part_orders(stocked, "SO-1", who="W1", now_us=T0)


def test_one_order_is_no_group(stocked: OrderBook) -> None:
    """Fewer than two, or one that is not there, joins nothing."""
    with pytest.raises(UsageTrouble):
        _join(stocked, "SO-1", "SO-1")
    with pytest.raises(Trouble, match="no order SO-9"):
        _join(stocked, "SO-1", "SO-9")


def test_a_serial_number_belongs_to_its_own_order(stocked: OrderBook) -> None:
    """A piece packed for the second order is the second order's."""
    put_product(stocked.engine, "CAM", {"4006381333931": 1}, captures=Capture.SERIAL.value)
    _put(stocked, "SO-3", {"CAM": 1})
    _join(stocked, "SO-1", "SO-3")
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    assert "ItemPacked" in bench.scans("(01)04006381333931(21)S77")
    bench.relays()
    assert stocked.serial_order("CAM", "S77") == "SO-3"


def test_a_joint_parcel_is_one_parcel_of_two_orders(stocked: OrderBook) -> None:
    """Reports count the box once, its orders and units all, and it is clean only when nothing in it was refused."""
    _join(stocked, "SO-1", "SO-2")
    bench = BenchOfBook(stocked)
    bench.takes("SO-1")
    bench.scans("HAT")
    bench.presses(Command.CLEAR)
    bench.packs()
    bench.seals()
    bench.relays()
    total = throughput(stocked, from_us=0, to_us=2 * T0, by=By.BENCH).total
    assert (total.parcels, total.orders, total.units, total.clean) == (1, 2, 4, 0)
