"""Orders that no bench packs, on both databases: a supplier's and those with nothing to send (A13, A14)."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import Trouble
from station.home import Home
from station.orders.confirming import mark_exported, told, unconfirmed
from station.orders.orderbook import OrderBook
from station.orders.outside import outside, record_nothing, record_supplier, take_back
from station.orders.placing import choose_place
from station.orders.promises import promises_of
from station.packing.deadlines import NO_RULES, DeadlineRules, Hours, Policy, Purpose, Rule, Week
from station.packing.inputs import Found
from station.packing.model import HoldReason, LineKind, OrderState
from tests.orders.gated import T0, Shop

IN_48_H = Rule(id="48", purpose=Purpose.TRACKING, term=Hours(hours=48), week=Week.EVERY_DAY, zh="规则", en="rule")
RULES = DeadlineRules(policies=(Policy(rules=(IN_48_H,)),))


@pytest.fixture
def shop(book: OrderBook, tmp_path: Path, home: Home) -> Shop:
    return Shop(book, tmp_path, home)


def _sent(shop: Shop, waybill: str = "YT0001", number: str = "SO-1") -> tuple[str, ...]:
    return record_supplier(
        shop.book, number, service="yto", waybill=waybill, who="采购", sent_us=shop.clock_us - 5, now_us=shop.clock_us
    )


@pytest.mark.parametrize("cells", [{"货号": "SOFA"}, {"发货地": "厂家"}, {"货号": "CODE"}])
def test_no_bench_gets_it(shop: Shop, cells: dict[str, str]) -> None:
    """A supplier's goods, a supplier's place and virtual goods alone are in no queue and are refused when scanned."""
    shop.take(**cells)
    assert shop.state() is OrderState.OUTSIDE
    assert shop.book.queue() == []
    assert shop.claim() is Found.OUTSIDE
    assert [(each.order, each.whole) for each in outside(shop.book)] == [("SO-1", True)]


def test_a_held_one_is_not_for_a_bench_either(shop: Shop) -> None:
    """The gates hold it like every order; paid, it is the supplier's, never the bench's."""
    shop.take(货号="SOFA", 状态="unpaid", 付款时间="")
    assert (shop.state(), shop.claim()) == (OrderState.HELD, Found.OUTSIDE)
    shop.take(状态="paid")
    assert shop.state() is OrderState.OUTSIDE


def test_a_suppliers_number_goes_to_the_platform(shop: Shop) -> None:
    """Recorded by name, the order is handed over, told with its number, and its deadlines run from when it was sent."""
    shop.take(货号="SOFA")
    assert _sent(shop) == ()
    assert shop.state() is OrderState.HANDED_OVER
    (found,) = unconfirmed(shop.book, NO_RULES)
    assert (found.order, found.waybill, found.service, found.handed_over_us) == (
        "SO-1", "YT0001", "yto", shop.clock_us - 5,
    )  # fmt: skip
    (promise,) = promises_of(shop.book, "SO-1", RULES)
    assert promise.deadline.start_us == shop.clock_us - 5
    assert outside(shop.book) == ()


def test_nothing_to_send_is_told_as_such(shop: Shop) -> None:
    """A virtual order is confirmed as needing no carriage, with who recorded it and when."""
    shop.take(货号="CODE")
    assert record_nothing(shop.book, "SO-1", who="客服 1", now_us=shop.clock_us) == ()
    (row,) = told(unconfirmed(shop.book, NO_RULES), {}, {}, utc_offset_minutes=480)
    assert (row.waybill, row.service, row.service_zh, row.service_en) == ("", "", "无需物流", "no shipping needed")


def test_a_fact_is_recorded_though_the_order_is_held(shop: Shop) -> None:
    """What the supplier sent stands; the platform is told once nothing holds the order any more."""
    shop.take(货号="SOFA", 状态="refund")
    assert _sent(shop) == (HoldReason.REFUND_ASKED,)
    assert (shop.state(), unconfirmed(shop.book, NO_RULES)) == (OrderState.HELD, ())
    shop.take(状态="paid")
    assert shop.state() is OrderState.HANDED_OVER
    assert len(unconfirmed(shop.book, NO_RULES)) == 1


def test_an_order_of_two_halves(shop: Shop) -> None:
    """The bench packs its lines and never the supplier's; the supplier's number is recorded beside."""
    shop.take_text("订单号,货号,数量,状态,省,金额\nSO-2,MUG,1,paid,浙江省,10\nSO-2,SOFA,2,,,\n")
    order = shop.book.order_copy("SO-2")
    assert order is not None
    assert [(line.sku, line.kind) for line in order.lines] == [("MUG", LineKind.GOODS), ("SOFA", LineKind.SUPPLIER)]
    assert [(each.order, each.whole, each.suppliers) for each in outside(shop.book)] == [
        ("SO-2", False, ("样例家具厂",))
    ]
    _sent(shop, number="SO-2")
    assert shop.state("SO-2") is OrderState.READY
    assert unconfirmed(shop.book, NO_RULES) == ()
    assert shop.claim("SO-2") is Found.CLAIMED


def test_a_wrong_number_is_taken_back(shop: Shop) -> None:
    """Typed wrongly, it is taken back and the order waits again; told to the platform, it stays."""
    shop.take(货号="SOFA")
    _sent(shop)
    take_back(shop.book, "SO-1", "YT0001")
    assert shop.state() is OrderState.OUTSIDE
    _sent(shop, "YT0002")
    mark_exported(shop.book, unconfirmed(shop.book, NO_RULES), file="out.csv", who="P1", now_us=T0)
    with pytest.raises(Trouble, match="told of order SO-1 already"):
        take_back(shop.book, "SO-1", "YT0002")
    with pytest.raises(Trouble, match="nothing is recorded"):
        take_back(shop.book, "SO-1", "YT0009")


def test_what_cannot_be_recorded(shop: Shop) -> None:
    """Orders nobody knows or for a bench, numbers that are none, the same twice, the future: a sentence each."""
    shop.take()
    shop.take("SO-2", 货号="SOFA")
    shop.take("SO-3", 货号="SOFA", 状态="cancelled")
    for number, waybill, words in (
        ("SO-9", "YT0001", "there is no order SO-9"),
        ("SO-1", "YT0001", "no supplier sends order SO-1"),
        ("SO-2", "Y T", "no waybill number"),
        ("SO-3", "YT0001", "SO-3 is cancelled"),
    ):
        with pytest.raises(Trouble, match=words):
            _sent(shop, waybill, number)
    with pytest.raises(Trouble, match="in the future"):
        record_supplier(shop.book, "SO-2", service="yto", waybill="YT0001", who="x", sent_us=2, now_us=1)
    _sent(shop, "YT0001", "SO-2")
    with pytest.raises(Trouble, match="recorded already"):
        _sent(shop, "YT0001", "SO-2")
    with pytest.raises(Trouble, match="something of order SO-1 is to be sent"):
        record_nothing(shop.book, "SO-1", who="x", now_us=T0)


def test_goods_given_to_a_supplier_later(shop: Shop) -> None:
    """What waits moves with its goods; a place chosen back brings the order to the bench again."""
    shop.take()
    shop.products("sku,dropship\nMUG,样例厂\n")
    assert shop.state() is OrderState.OUTSIDE
    shop.products("sku,dropship\nMUG,\n")
    assert shop.state() is OrderState.READY
    choose_place(shop.book, "SO-1", "mill", who="店长", now_us=T0)
    assert shop.state() is OrderState.OUTSIDE
    choose_place(shop.book, "SO-1", "hangzhou", who="店长", now_us=T0)
    assert shop.state() is OrderState.READY
