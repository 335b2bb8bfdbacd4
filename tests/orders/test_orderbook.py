"""The order book, the same on SQLite and PostgreSQL: claims, holds, numbers, what a code means."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from station.errors import Trouble
from station.orders.orderbook import OrderBook
from station.packing.inputs import Found, KnownAs, OrderReply
from station.packing.model import HoldReason, LineKind, OrderNo, OrderState
from tests.orders.conftest import EPACKET, ROUTING, SF, YTO, put_order, put_product

T0 = 1_790_000_000_000_000


def _claim(book: OrderBook, code: str, bench: str = "B01") -> OrderReply:
    return book.claim(code, bench=bench, now_us=T0, routing=ROUTING)


def test_claim_gives_a_full_copy(book: OrderBook) -> None:
    """A claim gives lines with names, barcodes, weights and the routed service."""
    put_product(book.engine, "MUG", {"6901234567892": 1, "CTN-MUG": 12}, name="马克杯", weight_mg=310_000)
    put_order(book.engine, "SO-1", {"MUG": 2, "LOOSE": 1}, name="林晓")
    reply = _claim(book, "SO-1")
    assert (reply.found, reply.fence) == (Found.CLAIMED, 1)
    assert reply.order is not None
    mug, loose = reply.order.lines
    assert (mug.name, mug.weight_mg, mug.quantity) == ("马克杯", 310_000, 2)
    assert {(b.code, b.units) for b in mug.barcodes} == {("6901234567892", 1), ("CTN-MUG", 12), ("MUG", 1)}
    assert [b.code for b in loose.barcodes] == ["LOOSE"]
    assert (reply.order.service, reply.order.service_name) == ("yto", "圆通")
    assert reply.order.recipient.name == "林晓"


def test_claim_again_is_the_same_claim(book: OrderBook) -> None:
    """The same bench asks again after a restart and gets the same fence; another bench is told who has it."""
    put_order(book.engine, "SO-1", {"A": 1})
    assert _claim(book, "SO-1").fence == _claim(book, "SO-1").fence == 1
    other = _claim(book, "SO-1", bench="B02")
    assert (other.found, other.bench, other.order) == (Found.ELSEWHERE, "B01", None)


def test_release_lets_another_bench_in(book: OrderBook) -> None:
    """After a release another bench claims with a higher fence, and the old fence releases nothing."""
    put_order(book.engine, "SO-1", {"A": 1})
    fence = _claim(book, "SO-1").fence
    assert book.release("SO-1", bench="B01", fence=fence, why="parked")
    assert _claim(book, "SO-1", bench="B02").fence == fence + 1
    assert not book.release("SO-1", bench="B01", fence=fence, why="late")


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("cancelled", Found.CANCELLED),
        ("sealed", Found.SHIPPED),
        ("shipped", Found.SHIPPED),
        ("finished", Found.SHIPPED),
    ],
)
def test_orders_that_are_over(book: OrderBook, state: str, found: Found) -> None:
    """Cancelled and shipped orders are not claimed."""
    put_order(book.engine, "SO-1", {"A": 1}, state=state)
    assert _claim(book, "SO-1").found is found


def test_unknown_code(book: OrderBook) -> None:
    """A code no order has is answered as unknown."""
    assert _claim(book, "NOPE") == OrderReply(code="NOPE", found=Found.UNKNOWN)


def test_held_order_shows_why(book: OrderBook) -> None:
    """A held order is not claimed and comes with its holds; released, it is claimed."""
    put_order(book.engine, "SO-1", {"A": 1})
    assert book.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=T0, detail="address in doubt")
    reply = _claim(book, "SO-1")
    assert reply.found is Found.HELD
    assert reply.order is not None
    assert [(h.reason, h.detail) for h in reply.order.holds] == [(HoldReason.BY_SUPERVISOR, "address in doubt")]
    assert book.release_hold("SO-1", now_us=T0) == (HoldReason.BY_SUPERVISOR,)
    assert _claim(book, "SO-1").found is Found.CLAIMED


def test_a_warning_does_not_hold(book: OrderBook) -> None:
    """What only the office can mend comes along as a warning."""
    put_order(book.engine, "SO-1", {"A": 1})
    book.hold("SO-1", HoldReason.INVOICE_MISSING, now_us=T0)
    reply = _claim(book, "SO-1")
    assert reply.found is Found.CLAIMED
    assert reply.order is not None
    assert [hold.reason for hold in reply.order.holds] == [HoldReason.INVOICE_MISSING]


def test_holding_an_order_nobody_knows(book: OrderBook) -> None:
    """An unknown order cannot be held, and one without holds cannot be released."""
    assert not book.hold("NOPE", HoldReason.BY_SUPERVISOR, now_us=T0)
    put_order(book.engine, "SO-1", {"A": 1})
    with pytest.raises(Trouble, match="nothing holds"):
        book.release_hold("SO-1", now_us=T0)


def test_a_number_is_drawn_at_the_claim(book: OrderBook) -> None:
    """The claim draws a number, keeps it over a release, and never gives one number twice."""
    book.add_numbers(["YT0000000000001", "YT0000000000002"], YTO, now_us=T0)
    for number in ("SO-1", "SO-2", "SO-3"):
        put_order(book.engine, number, {"A": 1})
    first = _claim(book, "SO-1").order
    assert first is not None
    assert first.waybill == "YT0000000000001"
    book.release("SO-1", bench="B01", fence=1, why="parked")
    again, second, third = (_claim(book, n).order for n in ("SO-1", "SO-2", "SO-3"))
    assert again is not None
    assert second is not None
    assert third is not None
    assert (again.waybill, second.waybill, third.waybill) == ("YT0000000000001", "YT0000000000002", None)


def test_holds_draw_a_late_number(book: OrderBook) -> None:
    """Numbers that arrive after the claim are drawn with the last look, and the order is found by them."""
    put_order(book.engine, "SO-1", {"A": 1})
    _claim(book, "SO-1")
    book.add_numbers(["YT0000000000001"], YTO, now_us=T0)
    reply = book.holds("SO-1", bench="B01", fence=1, needs_waybill=True, service=YTO.id, now_us=T0)
    assert (reply.waybill, reply.fence, reply.revision, reply.holds) == ("YT0000000000001", 1, 1, ())
    assert _claim(book, "YT0000000000001").found is Found.CLAIMED


def test_another_service_voids_the_number(book: OrderBook) -> None:
    """A number of another service than the order needs now is void, not given back."""
    book.add_numbers(["YT0000000000001"], YTO, now_us=T0)
    book.add_numbers(["SF1234567890123"], SF, now_us=T0)
    put_order(book.engine, "SO-1", {"A": 1})
    _claim(book, "SO-1")
    reply = book.holds("SO-1", bench="B01", fence=1, needs_waybill=True, service=SF.id, now_us=T0)
    assert reply.waybill == "SF1234567890123"
    assert {(p.service, p.free, p.drawn, p.void) for p in book.number_pool()} == {("yto", 0, 0, 1), ("sf", 0, 1, 0)}
    assert _claim(book, "YT0000000000001").found is Found.UNKNOWN


def test_a_held_order_draws_no_number(book: OrderBook) -> None:
    """The last look at a held order tells the hold and draws nothing."""
    book.add_numbers(["SF1234567890123"], SF, now_us=T0)
    put_order(book.engine, "SO-1", {"A": 1})
    _claim(book, "SO-1")
    book.hold("SO-1", HoldReason.REFUND_ASKED, now_us=T0)
    reply = book.holds("SO-1", bench="B01", fence=1, needs_waybill=True, service=SF.id, now_us=T0)
    assert [hold.reason for hold in reply.holds] == [HoldReason.REFUND_ASKED]
    assert reply.waybill is None


def test_the_fence_of_a_lost_claim_is_zero(book: OrderBook) -> None:
    """A bench that asks about an order another bench has sees that its claim is gone."""
    put_order(book.engine, "SO-1", {"A": 1})
    _claim(book, "SO-1", bench="B02")
    assert book.holds("SO-1", bench="B01", fence=1, needs_waybill=False, service=None, now_us=T0).fence == 0


def test_numbers_refused(book: OrderBook) -> None:
    """Doubled, foreign and wrongly checked numbers are refused line by line."""
    book.add_numbers(["YT0000000000001"], YTO, now_us=T0)
    lines = ["YT0000000000002", "", "YT0000000000002", "YT0000000000001", "73610555582883", "YT 1"]
    added, faults = book.add_numbers(lines, YTO, now_us=T0)
    assert added == 1
    assert [(fault.row, fault.message.split()[-1]) for fault in faults] == [
        (3, "file"),
        (4, "already"),
        (5, "YTO"),
        (6, "else"),
    ]
    assert book.add_numbers(["LX123456785CN", "LX123456786CN"], EPACKET, now_us=T0)[1][0].message.startswith(
        "the check"
    )


def test_recognise(book: OrderBook) -> None:
    """A code is known as product, order or waybill, whichever way a GTIN is written."""
    put_product(book.engine, "MUG", {"6901234567892": 1}, name="马克杯", picture="mug.png")
    put_order(book.engine, "SO-1", {"LOOSE": 1}, waybill="JD123", tote="T-7")
    for code in ("6901234567892", "06901234567892", "MUG"):
        known = book.recognise(code)
        assert known is not None
        assert (known.kind, known.sku, known.name) == (KnownAs.PRODUCT, "MUG", "马克杯")
    loose = book.recognise("LOOSE")
    assert loose is not None
    assert loose.sku == "LOOSE"
    kinds = {code: known.kind for code in ("SO-1", "JD123", "T-7") if (known := book.recognise(code)) and known.order}
    assert kinds == {"SO-1": KnownAs.ORDER, "JD123": KnownAs.WAYBILL, "T-7": KnownAs.ORDER}
    assert book.recognise("NOPE") is None
    assert _claim(book, "T-7").found is Found.CLAIMED


def test_by_hand_and_virtual_goods(book: OrderBook) -> None:
    """Goods known to have no barcode are confirmed by hand; virtual ones need no packing."""
    put_product(book.engine, "STONE", by_hand=True)
    put_product(book.engine, "E-CARD", virtual=True)
    put_order(book.engine, "SO-1", {"STONE": 1, "E-CARD": 1})
    order = book.order_copy("SO-1")
    assert order is not None
    assert [(line.kind, line.barcodes == ()) for line in order.lines] == [
        (LineKind.BY_HAND, True),
        (LineKind.VIRTUAL, False),
    ]


def test_learned_weights(book: OrderBook) -> None:
    """A weight is used once three parcels agree on it; a given one is never replaced."""
    put_product(book.engine, "GIVEN", weight_mg=5_000)
    put_order(book.engine, "SO-1", {"A": 1, "GIVEN": 1})
    for weight_mg in (100_000, 104_000, 102_000):
        book.learn_weight("A", weight_mg)
        book.learn_weight("GIVEN", weight_mg)
    order = book.order_copy("SO-1")
    assert order is not None
    assert [(line.weight_mg, line.weight_spread_mg) for line in order.lines] == [(102_000, 2_000), (5_000, 0)]


def test_people(book: OrderBook) -> None:
    """People have a pseudonym each; a badge belongs to one."""
    book.add_person("LIN-1", name="林晓")
    boss = book.add_person("BOSS", name="Boss", supervisor=True)
    assert boss.pseudonym == "P002"
    assert set(book.people()) == {"LIN-1", "BOSS"}
    with pytest.raises(Trouble, match="belongs to somebody"):
        book.add_person("BOSS", name="Other")


def test_queue_and_search(book: OrderBook) -> None:
    """The queue goes by deadline; the finder finds by part of a number, by name and by SKU."""
    put_order(book.engine, "SO-LATE", {"A": 1}, due_us=T0 + 9)
    put_order(book.engine, "SO-SOON", {"B": 2}, due_us=T0 + 1, name="林晓")
    put_order(book.engine, "SO-NONE", {"A": 1})
    put_order(book.engine, "SO-GONE", {"A": 1}, state="shipped")
    assert [row.number for row in book.queue()] == ["SO-SOON", "SO-LATE", "SO-NONE"]
    assert [row.number for row in book.search("晓")] == ["SO-SOON"]
    assert [row.number for row in book.search("B")] == ["SO-SOON"]
    assert [row.units for row in book.search("SOON")] == [2]
    assert [row.number for row in book.search(state=OrderState.SHIPPED)] == [OrderNo("SO-GONE")]
    assert book.count_by_state() == {OrderState.READY: 3, OrderState.SHIPPED: 1}


def test_eight_benches_one_order(book: OrderBook) -> None:
    """However many benches ask at once, one has the order and all others are told which."""
    put_order(book.engine, "SO-1", {"A": 1})
    with ThreadPoolExecutor(8) as benches:
        replies = list(benches.map(lambda n: _claim(book, "SO-1", bench=f"B{n}"), range(8)))
    assert sum(reply.found is Found.CLAIMED for reply in replies) == 1
    assert len({reply.bench for reply in replies}) == 1
