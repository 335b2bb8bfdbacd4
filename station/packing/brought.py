"""Units that were verified before their order came to this bench: what of them counts, and what an order takes along.

They count all together or not at all: where one of them no longer fits the order, nobody knows what lies in the tote,
and everything is scanned again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import assert_never

from station.packing import prompts
from station.packing.events import ItemPacked
from station.packing.inputs import Instant, Scan
from station.packing.job import Job, needed
from station.packing.model import BroughtUnits, HoldReason, KeptUnits, Order, Witness
from station.packing.questions import Prompt
from station.packing.scanning import unit_fault


def question(order: Order, now: Instant) -> tuple[Prompt, ...]:
    """Whether what was packed before is still there: only who stands before the tote can say it."""
    nothing_yet = (0,) * len(order.lines)
    parked = _of(order, Witness.PARKED)
    if not parked or not _fit(order, order.brought, nothing_yet, now):
        return ()
    units = sum(each.units for each in parked)
    short = any(hold.reason is HoldReason.SHORTAGE for hold in order.holds)
    return (prompts.still_there(units, parked[-1].place, short=short),)


def of_wall(order: Order, now: Instant) -> tuple[ItemPacked, ...]:
    """What the wall sorted into the order's cell: nobody has touched it since, so nobody is asked."""
    if not _fit(order, order.brought, (0,) * len(order.lines), now):
        return ()
    return tuple(_packed(order, each, now) for each in _of(order, Witness.WALL))


def of_tote(job: Job, now: Instant) -> tuple[ItemPacked, ...]:
    """What was packed before the order was put aside, now that it is known to be there."""
    assert job.order is not None
    parked = _of(job.order, Witness.PARKED)
    if not _fit(job.order, parked, job.packed, now):
        return ()
    return tuple(_packed(job.order, each, now) for each in parked)


def kept(job: Job) -> tuple[KeptUnits, ...]:
    """What is verified by now and stays with the order wherever it is put."""
    if job.order is None:
        return ()
    alike = Counter[tuple[int, str, str | None, str | None, str | None]]()
    for unit in job.units:
        alike[unit.line, unit.code, unit.lot, unit.expiry, unit.serial] += unit.units
    lines = job.order.lines
    return tuple(
        KeptUnits(line=line, sku=lines[line].sku, units=units, code=code, lot=lot, expiry=expiry, serial=serial)
        for (line, code, lot, expiry, serial), units in alike.items()
    )


def _of(order: Order, witness: Witness) -> tuple[BroughtUnits, ...]:
    return tuple(each for each in order.brought if each.witness is witness)


def _fit(order: Order, brought: Sequence[BroughtUnits], packed: Sequence[int], now: Instant) -> bool:
    """Whether every one of them may still ship with this order and has room on its line."""
    counts = list(packed)
    serials: set[str | None] = set()
    for each in brought:
        if not 0 <= each.line < len(counts):
            return False
        line = order.lines[each.line]
        counts[each.line] += each.units
        full = counts[each.line] > needed(line.kind, line.quantity)
        if full or (each.code and unit_fault(line, _as_scan(each), serials, now)):
            return False
        serials |= {each.serial} - {None}
    return True


def _as_scan(each: BroughtUnits) -> Scan:
    return Scan(text=each.code, device=_device(each), lot=each.lot, expiry=each.expiry, serial=each.serial)


def _packed(order: Order, each: BroughtUnits, now: Instant) -> ItemPacked:
    return ItemPacked(
        line=each.line,
        sku=order.lines[each.line].sku,
        units=each.units,
        code=each.code,
        device=_device(each),
        mono_us=now.mono_us,
        by_hand=not each.code,
        lot=each.lot,
        expiry=each.expiry,
        serial=each.serial,
        order=order.lines[each.line].order,
    )


def _device(each: BroughtUnits) -> str:
    """What stands in the record where a scanner would."""
    match each.witness:
        case Witness.WALL:
            return f"wall {each.place}"
        case Witness.PARKED:
            return f"parked {each.place}"
        case _:
            assert_never(each.witness)
