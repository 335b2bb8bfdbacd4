"""What the words of an order file mean for an order: where it stands, what holds it, what is missing. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from station.orders.shops import Platform
from station.orders.source_order import SourceHold, SourceItems, SourceLine, SourceOrder
from station.packing.model import LINES_MAX, HoldReason, LineKind, OrderState

ENDED = (OrderState.SHIPPED, OrderState.FINISHED, OrderState.CANCELLED)
CLOSED = (*ENDED, OrderState.SEALED, OrderState.HANDED_OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A state of the platform's, and what holds the order if it is READY."""

    state: OrderState
    holds: tuple[SourceHold, ...]


def standing_of(order: SourceOrder, platform: Platform) -> Standing:
    """The platform's word and the file's other marks; an unknown word holds the order and is named."""
    meaning = platform.meaning(order.status_word)
    if meaning is None:
        detail = f"the status word {order.status_word[:60]!r} is not known"
        unknown = SourceHold(reason=HoldReason.STATUS_UNKNOWN, detail=detail)
        return Standing(state=OrderState.READY, holds=(unknown, *order.holds))
    if isinstance(meaning, HoldReason):
        return Standing(state=OrderState.READY, holds=_each_once(SourceHold(reason=meaning), *order.holds))
    return Standing(state=meaning, holds=() if meaning in ENDED else _each_once(*order.holds))


def _each_once(*found: SourceHold) -> tuple[SourceHold, ...]:
    by_reason: dict[HoldReason, SourceHold] = {}
    for hold in found:
        known = by_reason.get(hold.reason)
        detail = "; ".join(filter(None, (known.detail if known else "", hold.detail)))
        by_reason[hold.reason] = replace(hold, detail=detail)
    return tuple(by_reason.values())


def refunded_lines(items: SourceItems, platform: Platform) -> Iterator[SourceHold]:
    """A line that is refunded or closed on the platform must not ship with its order."""
    for word in items.status_words:
        meaning = platform.meaning(word)
        if meaning in (OrderState.CANCELLED, HoldReason.REFUND_ASKED) and len(items.status_words) > 1:
            yield SourceHold(reason=HoldReason.REFUND_ASKED, detail=f"a line is {word}")
            return


def only_virtual(lines: tuple[SourceLine, ...] | None, virtual: frozenset[str]) -> bool:
    """Whether nothing of the order needs packing (A14); ``virtual`` are the SKUs that never do."""
    return bool(lines) and all(line.sku in virtual or line.kind is LineKind.VIRTUAL for line in lines or ())


def missing(*, has_head: bool, lines: tuple[SourceLine, ...] | None, units_stated: int) -> SourceHold | None:
    """What is still missing before anybody can pack the order."""
    if not has_head:
        return SourceHold(reason=HoldReason.NO_LINES, detail="only its item report is in")
    if lines is None:
        return SourceHold(reason=HoldReason.NO_LINES, detail="its item report is not in")
    units = sum(line.quantity for line in lines)
    if units_stated and units != units_stated:
        return SourceHold(reason=HoldReason.NO_LINES, detail=f"the order says {units_stated} units, its lines {units}")
    if len(lines) > LINES_MAX:
        return SourceHold(reason=HoldReason.NO_LINES, detail=f"more than {LINES_MAX} lines")
    return None
