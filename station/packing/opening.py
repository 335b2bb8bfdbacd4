"""The rules for the order book's answer to a scanned order: opened, or refused and why."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import assert_never

from station.packing import brought
from station.packing.events import ClaimReturned, Event, NothingToDo, OrderOpened, ScanRefused
from station.packing.fold import evolve
from station.packing.gates import blocking, warnings
from station.packing.inputs import Found, Instant, Known, KnownAs, OrderReply, SealRefused
from station.packing.job import Job
from station.packing.model import Order, Sku
from station.packing.prompts import of_order
from station.packing.reasons import Reason
from station.packing.rules import Carton, Rules
from station.packing.scanning import not_an_order, scanned
from station.packing.stand_ins import carried


def order_replied(job: Job, reply: OrderReply, now: Instant, rules: Rules) -> tuple[Event, ...]:
    if job.asked != reply.code or job.opened:
        return (_too_late(job, reply),)
    match reply.found:
        case Found.CLAIMED:
            assert reply.order is not None
            if blocking(reply.order.holds):
                return (_refused(Reason.ORDER_HELD, reply),)
            return _claimed(job, reply, reply.order, now, rules)
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
        case Found.OTHER_PLACE:
            return (replace(_refused(Reason.OTHER_PLACE, reply), detail=reply.place),)
        case Found.OUTSIDE:
            return (replace(_refused(Reason.NOT_FOR_A_BENCH, reply), detail=reply.place or "nothing_to_send"),)
        case Found.CELL_NOT_FULL:
            return (replace(_refused(Reason.CELL_NOT_FULL, reply, locks=False), detail=reply.lacking),)
        case Found.NO_SINGLE:
            return (_no_single(reply),)
        case Found.NONE_READY:
            return (_refused(Reason.NO_ORDER_READY, reply, locks=False),)
        case Found.UNREACHABLE:
            return (_refused(Reason.BOOK_UNREACHABLE, reply, locks=False),)
        case _:
            assert_never(reply.found)


def seal_refused(job: Job, refused: SealRefused) -> Event:
    """A box sealed here must be found and put aside: the bench stops for it, whatever it has open meanwhile.

    At a bench that is stopped already whoever tells it tells it again.
    """
    if job.stop is not None:
        return NothingToDo(what="stopped_already", device="order book")
    return ScanRefused(
        reason=Reason.PACKED_TWICE,
        code=refused.waybill,
        device="order book",
        other_order=refused.order,
        bench=refused.now_at,
        locks=True,
        detail=refused.waybill or refused.order,
    )


def _claimed(job: Job, reply: OrderReply, order: Order, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """The order is open, with what was verified before it came here; claimed by its item, with that very scan."""
    opened = replace(_opened(order, reply.fence, now, rules), carried=carried(job))
    events: tuple[Event, ...] = (opened, *brought.of_wall(order, now))
    if reply.item and reply.scan is not None:
        verified = scanned(reduce(evolve, events, job), reply.scan, now, rules)
        if any(isinstance(event, ScanRefused) for event in verified):
            return (ClaimReturned(order=order.number, fence=reply.fence), *verified)
        events = (*events, *verified)
    return (*events, *_still_refused(job))


def _no_single(reply: OrderReply) -> ScanRefused:
    """No wrong act, so nothing locks: the item goes back, or with its larger order."""
    known = reply.known or Known(kind=KnownAs.PRODUCT)
    detail = "carton_code" if reply.units > 1 else f"larger_orders:{reply.waiting}" if reply.waiting else "no_orders"
    return replace(
        _refused(Reason.NO_ORDER_FOR_ITEM, reply, locks=False),
        sku=Sku(known.sku) if known.sku else None,
        name=known.name,
        name_en=known.name_en,
        variant=known.variant,
        picture=known.picture,
        detail=detail,
    )


def _too_late(job: Job, reply: OrderReply) -> Event:
    """An answer nobody waits for any more; a claim that is not the open order's goes back: also one of that very order,
    which somebody took over before."""
    mine = (job.order.number, job.fence) if job.opened and job.order is not None else None
    if reply.found is Found.CLAIMED and reply.order is not None and (reply.order.number, reply.fence) != mine:
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


def _opened(order: Order, fence: int, now: Instant, rules: Rules) -> OrderOpened:
    carton = _default_carton(rules)
    return OrderOpened(
        order=order,
        fence=fence,
        prompts=(*brought.question(order, now), *of_order(order, rules)),
        carton=carton.code,
        carton_mg=carton.tare_mg,
        filler_mg=carton.filler_mg,
        warnings=warnings(order.holds),
    )


def _default_carton(rules: Rules) -> Carton:
    named = next((carton for carton in rules.cartons if carton.code == rules.default_carton), None)
    return named or Carton(code="", name="", tare_mg=0)
