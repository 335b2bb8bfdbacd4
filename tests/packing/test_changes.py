from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.changes import CHANGES_MAX, TEXT_MAX, changes
from station.packing.events import LabelVoided, OrderParked, OrderStopped
from station.packing.inputs import Command, HoldsReply, OrderAlarm
from station.packing.model import Aspect, Change, Hold, HoldReason, OrderLine, OrderNo, Recipient, Sku
from station.packing.reasons import Reason
from tests.packing.playbook import CARD, EAN, MUG, NUMBER, ORDER, Playbook

HOLD = Hold(reason=HoldReason.REFUND_ASKED, since_us=1)
LESS = Change(what=Aspect.QUANTITY, sku=Sku("MUG"), before="2", after="1")
WHO = Recipient(name="A Example", phone="13800000000", province="Zhejiang", city="Hangzhou", street="Road 1")


def _alarm(**values: object) -> OrderAlarm:
    still = OrderAlarm(order=NUMBER, revision=ORDER.revision, fence=1)
    return replace(still, **values)  # type: ignore[arg-type]


def test_the_goods_that_changed_are_told_by_sku() -> None:
    """Fewer, more, gone and new; a SKU on two lines counts once; what stayed is not told."""
    before = replace(ORDER, lines=(MUG, CARD, replace(MUG, quantity=1)))
    hat = OrderLine(sku=Sku("HAT"), quantity=4)
    assert changes(before, replace(ORDER, lines=(MUG, hat))) == (
        Change(what=Aspect.QUANTITY, sku=Sku("MUG"), before="3", after="2"),
        Change(what=Aspect.QUANTITY, sku=Sku("CARD"), before="1", after="0"),
        Change(what=Aspect.QUANTITY, sku=Sku("HAT"), before="0", after="4"),
    )


def test_each_aspect_is_told_with_both_versions() -> None:
    """Name, telephone, region, street, message, gift and the buyer's service."""
    before = replace(ORDER, recipient=WHO, buyer_message="Wrap it", buyer_service="sf")
    other = replace(WHO, name="B Example", phone="13900000000", city="Ningbo", street="Road 2")
    after = replace(before, recipient=other, buyer_message="", buyer_service="ems", gift=True)
    assert [(change.what, change.before, change.after) for change in changes(before, after)] == [
        (Aspect.NAME, "A Example", "B Example"),
        (Aspect.PHONE, "13800000000", "13900000000"),
        (Aspect.REGION, "CN Zhejiang Hangzhou", "CN Zhejiang Ningbo"),
        (Aspect.STREET, "Road 1", "Road 2"),
        (Aspect.MESSAGE, "Wrap it", ""),
        (Aspect.GIFT, "no", "yes"),
        (Aspect.SERVICE, "sf", "ems"),
    ]
    assert changes(before, replace(before, seller_note="new", revision=9)) == ()


def test_a_change_is_kept_short() -> None:
    """Neither a long message nor an order of hundreds of lines makes an entry without end."""
    lines = tuple(OrderLine(sku=Sku(f"S{at}"), quantity=1) for at in range(CHANGES_MAX + 5))
    found = changes(ORDER, replace(ORDER, lines=lines, buyer_message="x" * 2 * TEXT_MAX))
    assert len(found) == CHANGES_MAX
    (message,) = changes(ORDER, replace(ORDER, buyer_message="x" * 2 * TEXT_MAX))
    assert len(message.after) == TEXT_MAX


@pytest.mark.parametrize(
    ("alarm", "reason"),
    [
        (_alarm(cancelled=True), Reason.ORDER_CANCELLED),
        (_alarm(holds=(HOLD,)), Reason.ORDER_HELD),
        (_alarm(revision=2, changes=(LESS,)), Reason.ORDER_CHANGED),
        (_alarm(fence=2), Reason.ORDER_CLAIMED),
    ],
)
def test_the_book_stops_the_open_order_at_once(alarm: OrderAlarm, reason: Reason) -> None:
    """In the middle of packing; the clear puts it aside with what was verified, and both versions are on record."""
    bench = Playbook()
    bench.opens()
    bench.scans(EAN)
    assert bench.says(alarm) == ["OrderStopped"]
    stopped = bench.last("OrderStopped")
    assert isinstance(stopped, OrderStopped)
    assert (stopped.reason, stopped.changes) == (reason, alarm.changes)
    assert bench.job.stop is not None
    assert bench.job.stop.changes == alarm.changes
    assert bench.scans(EAN) == ["ScanRefused"]
    assert bench.presses(Command.CLEAR) == ["StopCleared", "OrderParked"]
    parked = bench.last("OrderParked")
    assert isinstance(parked, OrderParked)
    assert [kept.units for kept in parked.kept] == [1]


def test_a_label_on_paper_is_void_with_the_stop() -> None:
    """Printed and not yet sealed: what must not ship has no label that counts."""
    bench = Playbook().printed()
    assert bench.says(_alarm(cancelled=True)) == ["OrderStopped"]
    assert bench.did == ["CancelLabel"]
    assert bench.scans(ORDER.waybill or "") == ["ScanRefused"]
    assert bench.presses(Command.CLEAR) == ["StopCleared", "LabelVoided", "OrderParked"]
    voided = bench.last("LabelVoided")
    assert isinstance(voided, LabelVoided)
    assert voided.why == "order_cancelled"


def test_an_alarm_is_told_once() -> None:
    """The next look finds the same; the stop stands already."""
    bench = Playbook()
    bench.opens()
    bench.says(_alarm(cancelled=True))
    assert bench.says(_alarm(cancelled=True)) == ["NothingToDo"]


def test_an_alarm_goes_over_a_wrong_scan() -> None:
    """A bench that is locked by an item stops for the order: the clear puts it aside."""
    bench = Playbook()
    bench.opens()
    bench.scans("HAT")
    assert bench.says(_alarm(holds=(HOLD,))) == ["OrderStopped"]
    assert bench.presses(Command.CLEAR) == ["StopCleared", "OrderParked"]


def test_what_warns_does_not_stop() -> None:
    """A shortage said of the order meanwhile, or a missing invoice, keeps nobody from packing what is in hand."""
    bench = Playbook()
    bench.opens()
    for reason in (HoldReason.SHORTAGE, HoldReason.INVOICE_MISSING):
        assert bench.says(_alarm(holds=(Hold(reason=reason, since_us=1),))) == ["NothingToDo"]


def test_an_alarm_of_another_order_is_not_this_ones() -> None:
    """Late, of an order that is no longer open here."""
    bench = Playbook()
    bench.opens()
    assert bench.says(_alarm(order=OrderNo("SO-2"), cancelled=True)) == ["NothingToDo"]
    assert Playbook().says(_alarm(cancelled=True)) == ["NothingToDo"]
    assert Playbook().sealed().says(_alarm(cancelled=True)) == ["NothingToDo"]


def test_the_last_look_tells_both_versions_too() -> None:
    """A change that came within the last second is found before the label, with what it is."""
    bench = Playbook().weighed()
    reply = HoldsReply(order=NUMBER, reached=True, revision=2, fence=1, changes=(LESS,))
    assert bench.says(reply) == ["OrderStopped"]
    stopped = bench.last("OrderStopped")
    assert isinstance(stopped, OrderStopped)
    assert stopped.changes == (LESS,)
