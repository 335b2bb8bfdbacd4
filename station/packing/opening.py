"""The rules for the order book's answer to a scanned order: opened, or refused and why."""

from __future__ import annotations

from typing import assert_never

from station.packing.events import ClaimReturned, Event, NothingToDo, OrderOpened, ScanRefused
from station.packing.gates import blocking, warnings
from station.packing.inputs import Found, OrderReply
from station.packing.job import Job
from station.packing.model import Order
from station.packing.prompts import of_order
from station.packing.reasons import Reason
from station.packing.rules import Carton, Rules
from station.packing.scanning import not_an_order


def order_replied(job: Job, reply: OrderReply, rules: Rules) -> tuple[Event, ...]:
    if job.asked != reply.code or job.opened:
        return (_too_late(job, reply),)
    match reply.found:
        case Found.CLAIMED:
            assert reply.order is not None
            if blocking(reply.order.holds):
                return (_refused(Reason.ORDER_HELD, reply),)
            return (_opened(reply.order, reply.fence, rules), *_still_refused(job))
        case Found.UNKNOWN:
            return (_refused(not_an_order(reply.code), reply),)
        case Found.HELD:
            return (_refused(Reason.ORDER_HELD, reply),)
        case Found.SHIPPED:
            return (_refused(Reason.ORDER_SHIPPED, reply),)
        case Found.CANCELLED:
            return (_refused(Reason.ORDER_CANCELLED, reply),)
        case Found.ELSEWHERE:
            return (_refused(Reason.ORDER_CLAIMED, reply),)
        case Found.UNREACHABLE:
            return (_refused(Reason.BOOK_UNREACHABLE, reply, locks=False),)
        case _:
            assert_never(reply.found)


def _too_late(job: Job, reply: OrderReply) -> Event:
    """An answer nobody waits for any more; an order that it claimed, and that is not the open one, goes back."""
    mine = job.order.number if job.opened and job.order is not None else None
    if reply.found is Found.CLAIMED and reply.order is not None and reply.order.number != mine:
        return ClaimReturned(order=reply.order.number, fence=reply.fence)
    return NothingToDo(what="late_answer", device="order book")


def _still_refused(job: Job) -> tuple[ScanRefused, ...]:
    """A stop that came while the book was asked is said again: all that a parcel needs is told from its opening on."""
    return (job.stop.refused,) if job.stop is not None and job.stop.refused is not None else ()


def _refused(reason: Reason, reply: OrderReply, *, locks: bool = True) -> ScanRefused:
    return ScanRefused(
        reason=reason,
        code=reply.code,
        device="order book",
        locks=locks,
        other_order=reply.order.number if reply.order else None,
        holds=reply.order.holds if reply.order else (),
        bench=reply.bench,
    )


def _opened(order: Order, fence: int, rules: Rules) -> OrderOpened:
    carton = _default_carton(rules)
    return OrderOpened(
        order=order,
        fence=fence,
        prompts=of_order(order, rules),
        carton=carton.code,
        carton_mg=carton.tare_mg,
        filler_mg=carton.filler_mg,
        warnings=warnings(order.holds),
    )


def _default_carton(rules: Rules) -> Carton:
    named = next((carton for carton in rules.cartons if carton.code == rules.default_carton), None)
    return named or Carton(code="", name="", tare_mg=0)
