from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.events import OrderOpened, ScanRefused
from station.packing.inputs import Command, Found, OrderReply
from station.packing.model import Hold, HoldReason, OrderNo
from station.packing.reasons import Reason
from station.packing.rules import Rules
from tests.packing.playbook import MEDIUM, NUMBER, ORDER, RULES, Playbook


def test_a_scanned_order_is_claimed_and_opened() -> None:
    """Nothing is open until the book has answered; then the order is, with every line at zero."""
    bench = Playbook()
    assert bench.scans(NUMBER) == ["OrderAsked"]
    assert bench.did == ["ClaimOrder"]
    assert not bench.job.opened
    assert bench.says(OrderReply(code=NUMBER, found=Found.CLAIMED, order=ORDER, fence=7)) == ["OrderOpened"]
    assert (bench.job.opened, bench.job.fence, bench.job.packed) == (True, 7, (0, 0))


@pytest.mark.parametrize(
    ("found", "reason", "locks"),
    [
        (Found.UNKNOWN, Reason.ORDER_UNKNOWN, True),
        (Found.HELD, Reason.ORDER_HELD, True),
        (Found.SHIPPED, Reason.ORDER_SHIPPED, True),
        (Found.CANCELLED, Reason.ORDER_CANCELLED, True),
        (Found.ELSEWHERE, Reason.ORDER_CLAIMED, True),
        (Found.OTHER_PLACE, Reason.OTHER_PLACE, True),
        (Found.OUTSIDE, Reason.NOT_FOR_A_BENCH, True),
        (Found.CELL_NOT_FULL, Reason.CELL_NOT_FULL, False),
        (Found.UNREACHABLE, Reason.BOOK_UNREACHABLE, False),
    ],
)
def test_each_refusal_of_the_book_has_its_reason(found: Found, reason: Reason, locks: bool) -> None:
    """What the book says no to is said in its own word, and only an unreachable book needs no clear."""
    bench = Playbook()
    bench.scans(NUMBER)
    assert bench.says(OrderReply(code=NUMBER, found=found, bench="B02")) == ["ScanRefused"]
    assert bench.why() is reason
    assert (bench.job.stop is not None) == locks
    assert bench.job.asked is None


@pytest.mark.parametrize(
    ("found", "place", "detail"),
    [
        (Found.OTHER_PLACE, "广州店", "广州店"),
        (Found.OUTSIDE, "a_supplier", "a_supplier"),
        (Found.OUTSIDE, "", "nothing_to_send"),
    ],
)
def test_an_order_that_is_not_packed_here_names_who_sends_it(found: Found, place: str, detail: str) -> None:
    """The place that ships it, its supplier, or that there is nothing to send (D5, A13, A14)."""
    bench = Playbook()
    bench.scans(NUMBER)
    bench.says(OrderReply(code=NUMBER, found=found, place=place))
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert refused.detail == detail


def test_half_read_digits_are_told_from_an_order_nobody_knows() -> None:
    """Thirteen digits with a wrong check digit are a misread code, not an unknown order."""
    bench = Playbook()
    bench.scans("4006381333932")
    bench.says(OrderReply(code="4006381333932", found=Found.UNKNOWN))
    assert bench.why() is Reason.BAD_CHECK_DIGIT


def test_a_claimed_order_with_a_hold_is_refused_all_the_same() -> None:
    """A hold about the parcel blocks even if the book let the claim through."""
    bench = Playbook()
    held = replace(ORDER, holds=(Hold(reason=HoldReason.DISPUTE, since_us=1),))
    assert bench.opens(held) == ["ScanRefused"]
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert (refused.reason, refused.holds, refused.other_order) == (Reason.ORDER_HELD, held.holds, NUMBER)


def test_what_only_the_office_can_mend_warns_and_does_not_block() -> None:
    """A missing invoice is recorded with the opened order and stops nobody."""
    bench = Playbook()
    warned = replace(ORDER, holds=(Hold(reason=HoldReason.INVOICE_MISSING, since_us=1),))
    assert bench.opens(warned) == ["OrderOpened"]
    opened = bench.last("OrderOpened")
    assert isinstance(opened, OrderOpened)
    assert opened.warnings == warned.holds


def test_an_idle_bench_misses_nothing() -> None:
    """Without an order there is nothing to count."""
    bench = Playbook()
    assert bench.job.missing == ()
    assert not bench.job.counted


def test_a_late_answer_changes_nothing() -> None:
    """An answer to a question nobody asks any more opens no order."""
    bench = Playbook()
    assert bench.says(OrderReply(code="SO-9", found=Found.UNKNOWN)) == ["NothingToDo"]
    bench.opens()
    assert bench.says(OrderReply(code=NUMBER, found=Found.CLAIMED, order=ORDER, fence=1)) == ["NothingToDo"]
    assert bench.job.fence == 1


def test_a_claim_that_came_too_late_goes_back() -> None:
    """An order claimed after the bench gave up waiting is not kept from the other benches."""
    bench = Playbook()
    assert bench.says(OrderReply(code=NUMBER, found=Found.CLAIMED, order=ORDER, fence=4)) == ["ClaimReturned"]
    assert bench.did == ["ReleaseOrder"]
    assert bench.job.order is None


def test_an_act_refused_meanwhile_does_not_lose_the_question() -> None:
    """A stop that comes while the book is asked stays until it is cleared, and the order opens beneath it."""
    bench = Playbook()
    bench.scans(NUMBER)
    assert bench.presses(Command.BOX, argument="XXL") == ["ScanRefused"]
    assert bench.says(OrderReply(code=NUMBER, found=Found.CLAIMED, order=ORDER, fence=1)) == [
        "OrderOpened",
        "ScanRefused",
    ]
    assert bench.job.stop is not None
    assert bench.presses(Command.CLEAR) == ["StopCleared"]
    assert bench.scans("MUG") == ["ItemPacked"]


def test_the_default_carton_counts_from_the_start() -> None:
    """The carton named in the rules gives the packaging weight; without one it is nothing."""
    bench = Playbook(replace(RULES, default_carton="M"))
    bench.opens()
    assert (bench.job.carton, bench.job.packaging_mg) == ("M", MEDIUM.tare_mg + MEDIUM.filler_mg)
    plain = Playbook(Rules())
    plain.opens()
    assert (plain.job.carton, plain.job.packaging_mg) == ("", 0)


def test_the_open_order_scanned_again_is_no_mistake() -> None:
    """The order's own number on the desk may be read twice."""
    bench = Playbook()
    bench.opens()
    assert bench.scans(NUMBER) == ["NothingToDo"]


def test_the_next_order_follows_a_sealed_one() -> None:
    """A sealed parcel gives way to the next scan; its own label read again does nothing."""
    bench = Playbook().sealed()
    assert bench.scans(ORDER.waybill or "") == ["NothingToDo"]
    second = replace(ORDER, number=OrderNo("SO-2"))
    assert bench.opens(second) == ["OrderOpened"]
    assert bench.job.refused == 0


def test_a_late_claim_of_the_open_order_under_another_fence_goes_back() -> None:
    """Taken over meanwhile and claimed once more by a scan that was on its way: kept, it would be nobody's to pack."""
    bench = Playbook()
    bench.opens()
    assert bench.says(OrderReply(code=NUMBER, found=Found.CLAIMED, order=ORDER, fence=3)) == ["ClaimReturned"]
    assert bench.did == ["ReleaseOrder"]
    assert (bench.job.opened, bench.job.fence) == (True, 1)
