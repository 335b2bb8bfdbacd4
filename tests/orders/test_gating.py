"""What a shop asks of its orders, on both databases: approvals, places, suppliers, nothing to send."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import Trouble
from station.home import Home
from station.orders.approving import answer, approvals_of, missing, record_call
from station.orders.cancelling import CancelAnswer, cancellations_of, reply
from station.orders.orderbook import OrderBook
from station.orders.placing import choose_place, places
from station.orders.shops import load_gates, load_senders
from station.packing.approvals import Answer
from station.packing.inputs import Found
from station.packing.model import HoldReason, OrderState
from tests.orders.conftest import ROUTING, put_order
from tests.orders.gated import T0, Shop


@pytest.fixture
def shop(book: OrderBook, tmp_path: Path, home: Home) -> Shop:
    return Shop(book, tmp_path, home)


def _give(shop: Shop, name: str, who: str = "店长", given: Answer = Answer.GIVEN) -> None:
    answer(shop.book, "SO-1", name, given, who=who, now_us=shop.clock_us, note="看过")


def test_a_risk_review_ends_by_the_platforms_word_alone(shop: Shop) -> None:
    """Neither the day that a review usually takes nor a person lifts it; the next file without it does (B2, B3)."""
    shop.take(状态="risk")
    shop.clock_us += 30 * 3_600_000_000
    shop.take(状态="risk")
    shop.book.settle_gates(now_us=shop.clock_us)
    with pytest.raises(Trouble, match=r"held by its platform: risk_review\. Import a newer order file"):
        shop.book.release_hold("SO-1", now_us=shop.clock_us, who="店长")
    assert (shop.held(), shop.claim()) == ([HoldReason.RISK_REVIEW], Found.HELD)
    shop.take(状态="paid")
    assert (shop.held(), shop.claim()) == ([], Found.CLAIMED)


@pytest.mark.parametrize("word", ["refund", "dispute", "frozen", "unpaid", "部分付款", "申请取消"])
def test_what_comes_up_while_it_is_packed_stops_the_bench(shop: Shop, word: str) -> None:
    """Refund, dispute, freeze, missing money: asked before the label too, not only at the import (B1, B4, B7-B10)."""
    shop.take()
    assert shop.claim() is Found.CLAIMED
    shop.take(状态=word)
    reply_now = shop.book.holds("SO-1", bench="B01", fence=1, needs_waybill=False, service=None, now_us=T0)
    assert len(reply_now.holds) == 1
    assert shop.claim() is Found.HELD


def test_a_large_order_waits_for_its_approval_by_name(shop: Shop) -> None:
    """What is missing is named in the hold; given by who may, the order can be claimed (B6)."""
    report = shop.take(订单金额="6000")
    assert (report.counts.held, shop.state()) == (1, OrderState.HELD)
    order = shop.book.order_copy("SO-1")
    assert order is not None
    assert [(hold.reason, hold.detail) for hold in order.holds] == [
        (HoldReason.APPROVAL_MISSING, "大额审批 large order")
    ]
    with pytest.raises(Trouble, match="given by 店长, not by 客服"):
        _give(shop, "large", "客服")
    _give(shop, "large")
    assert (shop.held(), shop.claim()) == ([], Found.CLAIMED)


def test_a_person_of_the_list_gives_it_by_badge(shop: Shop) -> None:
    """Whoever a badge belongs to may give what the rule allows by name."""
    person = shop.book.add_person("BOSS", name="店长")
    shop.take(订单金额="6000")
    _give(shop, "large", person.pseudonym)
    assert shop.state() is OrderState.READY


def test_no_release_lifts_what_an_approval_must(shop: Shop) -> None:
    """A click is no approval: the release says what is missing instead."""
    shop.take(订单金额="6000", 货号="DIY")
    assert set(shop.held()) == {HoldReason.APPROVAL_MISSING, HoldReason.SPEC_UNCONFIRMED}
    with pytest.raises(Trouble, match=r"held by a rule of the shop.*approvals list SO-1"):
        shop.book.release_hold("SO-1", now_us=T0)
    _give(shop, "spec", "客服 1")
    assert shop.held() == [HoldReason.APPROVAL_MISSING]
    assert [(each.order, each.detail) for each in missing(shop.book)] == [("SO-1", "大额审批 large order")]


@pytest.mark.parametrize("change", [{"数量": "2"}, {"订单金额": "7000"}])
def test_a_changed_order_needs_its_approval_again(shop: Shop, change: dict[str, str]) -> None:
    """Approved was what was there: other lines or another amount hold the order anew, an equal file does not."""
    shop.take(订单金额="6000")
    _give(shop, "large")
    shop.take()
    assert shop.state() is OrderState.READY
    shop.take(**change)
    assert shop.held() == [HoldReason.APPROVAL_MISSING]
    found = approvals_of(shop.book, "SO-1")
    assert found is not None
    assert [(each.stands, each.last and each.last.who) for each in found.asked] == [(False, "店长")]
    _give(shop, "large")
    assert shop.state() is OrderState.READY


def test_what_is_withdrawn_or_refused_holds(shop: Shop) -> None:
    """The last word counts, and every word is kept."""
    shop.take(订单金额="6000")
    _give(shop, "large", given=Answer.REFUSED)
    assert shop.state() is OrderState.HELD
    _give(shop, "large")
    _give(shop, "large", given=Answer.WITHDRAWN)
    assert shop.state() is OrderState.HELD
    found = approvals_of(shop.book, "SO-1")
    assert found is not None
    assert [(said.answer, said.who, said.note) for said in found.said] == [
        (Answer.REFUSED, "店长", "看过"),
        (Answer.GIVEN, "店长", "看过"),
        (Answer.WITHDRAWN, "店长", "看过"),
    ]


def test_approvals_that_make_no_sense(shop: Shop) -> None:
    """An unknown order, an approval it does not need, one given twice or never, one too late: a sentence each."""
    shop.take(订单金额="6000")
    shop.take("SO-2")
    with pytest.raises(Trouble, match="there is no order SO-9"):
        answer(shop.book, "SO-9", "large", Answer.GIVEN, who="店长", now_us=T0)
    with pytest.raises(Trouble, match="needs no approval 'large'; it needs: none"):
        answer(shop.book, "SO-2", "large", Answer.GIVEN, who="店长", now_us=T0)
    with pytest.raises(Trouble, match="is not given"):
        _give(shop, "large", given=Answer.WITHDRAWN)
    _give(shop, "large")
    with pytest.raises(Trouble, match="given already"):
        _give(shop, "large")
    put_order(shop.book.engine, "SO-3", {"MUG": 1}, state="sealed")
    with pytest.raises(Trouble, match="SO-3 is sealed"):
        answer(shop.book, "SO-3", "large", Answer.GIVEN, who="店长", now_us=T0)
    assert approvals_of(shop.book, "SO-9") is None


def test_goods_that_become_custom_hold_their_orders(shop: Shop) -> None:
    """A product file that says custom later holds what waits, and one that takes it back frees it (B14)."""
    shop.take()
    shop.products("sku,class\nMUG,custom\n")
    assert shop.held() == [HoldReason.SPEC_UNCONFIRMED]
    shop.products("sku,class\nMUG,\n")
    assert shop.state() is OrderState.READY


def test_an_approval_needed_meanwhile_stops_the_bench_that_has_it(shop: Shop) -> None:
    """The amount grows while the order is packed: the last look before the label finds the hold."""
    shop.take()
    assert shop.claim() is Found.CLAIMED
    shop.take(订单金额="6000")
    reply_now = shop.book.holds("SO-1", bench="B01", fence=1, needs_waybill=False, service=None, now_us=T0)
    assert [hold.reason for hold in reply_now.holds] == [HoldReason.APPROVAL_MISSING]


def test_new_rules_count_after_reckoning(shop: Shop) -> None:
    """A shop without rules holds nothing; reckoned with them it holds, and without them it lets go again."""
    gates, shop.book.gates = shop.book.gates, {}
    put_order(shop.book.engine, "SO-5", {"MUG": 1}, province="浙江省", amount=900_000)
    assert shop.book.settle_gates(now_us=T0) == 0
    shop.book.gates = gates
    assert shop.book.settle_gates(now_us=T0) == 1
    assert shop.held("SO-5") == [HoldReason.APPROVAL_MISSING]
    assert shop.book.settle_gates(now_us=T0) == 0
    shop.book.gates = {}
    shop.book.settle_gates(now_us=T0)
    assert shop.state("SO-5") is OrderState.READY


def test_cash_on_delivery_needs_the_call(shop: Shop) -> None:
    """Who telephoned, when and what was said lifts the hold, and only while the order is what was said (B5)."""
    shop.take(状态="cod")
    with pytest.raises(Trouble, match="approvals cod SO-1"):
        shop.book.release_hold("SO-1", now_us=T0)
    record_call(shop.book, "SO-1", confirmed=True, who="客服 1", now_us=T0 + 7, note="要货")
    assert shop.state() is OrderState.READY
    found = approvals_of(shop.book, "SO-1")
    assert found is not None
    assert found.call is not None
    assert (found.call.who, found.call.at_us, found.call.note, found.call_stands) == ("客服 1", T0 + 7, "要货", True)
    shop.take()
    assert shop.state() is OrderState.READY
    shop.take(数量="3")
    assert shop.held() == [HoldReason.COD_UNCONFIRMED]


def test_a_call_lifts_nothing_else(shop: Shop) -> None:
    """A confirmed buyer does not approve the amount; an order paid already is not telephoned for."""
    shop.take(状态="cod", 订单金额="6000")
    record_call(shop.book, "SO-1", confirmed=True, who="客服 1", now_us=T0)
    assert shop.held() == [HoldReason.APPROVAL_MISSING]
    shop.take("SO-2")
    with pytest.raises(Trouble, match="SO-2 is not paid on delivery"):
        record_call(shop.book, "SO-2", confirmed=True, who="客服 1", now_us=T0)


def test_a_supervisors_own_call_hold_is_lifted_by_the_call(shop: Shop) -> None:
    """Held by a person for a call, the call lifts it and the lifting is kept."""
    shop.take()
    shop.book.hold("SO-1", HoldReason.COD_UNCONFIRMED, now_us=T0, who="店长")
    record_call(shop.book, "SO-1", confirmed=True, who="客服 1", now_us=T0)
    assert shop.state() is OrderState.READY


def test_a_buyer_who_refuses_asks_for_the_cancellation(shop: Shop) -> None:
    """The refusal holds twice; agreed, the order is cancelled, by the buyer's fault."""
    shop.take(状态="cod")
    record_call(shop.book, "SO-1", confirmed=False, who="客服 1", now_us=T0, note="不要了")
    assert set(shop.held()) == {HoldReason.COD_UNCONFIRMED, HoldReason.CANCEL_ASKED}
    reply(shop.book, "SO-1", CancelAnswer.AGREED, who="店长", now_us=T0)
    assert shop.state() is OrderState.CANCELLED
    assert [(each.fault, each.reason) for each in cancellations_of(shop.book)] == [("buyer", "不要了")]


def test_a_bench_packs_only_what_its_place_ships(shop: Shop) -> None:
    """The nearest place ships; elsewhere the order is refused by that place's name, and is in no queue there (D5)."""
    shop.take("SO-1")
    shop.take("SO-2", 省="广东省")
    assert {row.number for row in shop.book.queue(place="guangzhou")} == {"SO-2"}
    assert {row.number for row in shop.book.queue()} == {"SO-1", "SO-2"}
    assert shop.book.count_by_state(place="guangzhou") == {OrderState.READY: 1}
    refused = shop.book.claim("SO-1", bench="B09", now_us=T0, routing=ROUTING, place="guangzhou")
    assert (refused.found, refused.place, refused.order) == (Found.OTHER_PLACE, "杭州总仓", None)
    assert shop.state() is OrderState.READY
    assert shop.claim("SO-1", place="hangzhou") is Found.CLAIMED
    assert shop.claim("SO-2", place="guangzhou") is Found.CLAIMED
    order = shop.book.order_copy("SO-2")
    assert order is not None
    assert order.ship_from == "guangzhou"


def test_a_held_order_of_another_place_says_the_place(shop: Shop) -> None:
    """Where to take it helps the packer more than why it is held."""
    shop.take(状态="unpaid", 付款时间="")
    assert shop.claim(place="guangzhou") is Found.OTHER_PLACE
    assert shop.claim(place="hangzhou") is Found.HELD


@pytest.mark.parametrize("cells", [{"省": "四川省"}, {"发货地": "火星"}])
def test_an_order_that_no_place_ships_is_held(shop: Shop, cells: dict[str, str]) -> None:
    """Neither named nor near, or named as nobody is: held until somebody chooses, and no file moves that (B15)."""
    shop.take(**cells)
    assert shop.held() == [HoldReason.NO_SHIP_FROM]
    with pytest.raises(Trouble, match="places choose SO-1"):
        shop.book.release_hold("SO-1", now_us=T0)
    choose_place(shop.book, "SO-1", "guangzhou", who="店长", now_us=T0)
    assert shop.state() is OrderState.READY
    shop.take(省="浙江省", 发货地="总仓")
    assert shop.claim(place="guangzhou") is Found.CLAIMED


def test_a_choice_taken_back_leaves_it_to_the_file(shop: Shop) -> None:
    """Without a choice the file's word counts again, before nearness."""
    shop.take(发货地="广州店")
    choose_place(shop.book, "SO-1", "hangzhou", who="店长", now_us=T0)
    choose_place(shop.book, "SO-1", "", who="店长", now_us=T0)
    assert [(each.place.id, each.ready) for each in places(shop.book)] == [
        ("hangzhou", 0),
        ("guangzhou", 1),
        ("mill", 0),
    ]


def test_a_choice_that_cannot_be(shop: Shop) -> None:
    """Unknown orders and places, and an order a bench has, are a sentence each."""
    shop.take()
    with pytest.raises(Trouble, match="there is no order SO-9"):
        choose_place(shop.book, "SO-9", "hangzhou", who="店长", now_us=T0)
    with pytest.raises(Trouble, match="no place 'mars'; known: hangzhou, guangzhou, mill"):
        choose_place(shop.book, "SO-1", "mars", who="店长", now_us=T0)
    shop.claim()
    with pytest.raises(Trouble, match="SO-1 is packing"):
        choose_place(shop.book, "SO-1", "guangzhou", who="店长", now_us=T0)


def test_each_place_has_its_sender(shop: Shop, url: str) -> None:
    """A place with an address of its own sends under it, the others under the shop's."""
    shop.take("SO-1")
    shop.take("SO-2", 省="广东省")
    book = OrderBook.open(url, senders=load_senders(shop.folder), gates=load_gates(shop.folder))
    try:
        senders = [order.sender.name for number in ("SO-1", "SO-2") if (order := book.order_copy(number))]
    finally:
        book.close()
    assert senders == ["样例小店 仓库", "广州店"]
