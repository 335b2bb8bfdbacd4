"""The rules for a scan: what a code means here and now, and why it is refused.

Order of meaning (a code is never decided by its look alone): command, badge, this parcel's label, a line of the open
order, then what the book knows. A 13-digit EAN can look like an EMS number, so patterns come last.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import assert_never

from station.packing import prompts
from station.packing.events import (
    DoubleReadDropped,
    Event,
    ItemPacked,
    LabelConfirmed,
    NothingToDo,
    OrderAsked,
    ScanRefused,
)
from station.packing.hand_numbers import number_of, number_wanted
from station.packing.inputs import Instant, Known, KnownAs, Scan, ScanFault
from station.packing.job import ON_PAPER, Job, needed
from station.packing.labelling import asked
from station.packing.model import Capture, Order, OrderLine, OrderNo, Sku, barcode_key, gtin_check_digit_ok
from station.packing.reasons import Reason
from station.packing.rules import Rules
from station.packing.seat import badge_read
from station.packing.witness_events import UnitScannedAgain

ONE_TOO_MANY_GUARDS = 2
"""A slow double of a unit after which its line needs none is no unit more: it is waited for so many times as long."""


def scanned(job: Job, scan: Scan, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """A scan that is neither a command nor a badge, at a bench that is not locked."""
    if _same_pull(job, scan, now, scan.guard_ms):
        return (DoubleReadDropped(code=scan.text, device=scan.device),)
    if scan.fault is not None:
        return (_faulty(scan),)
    if rules.require_sign_in and not job.packer:
        return (refusal(Reason.SIGN_IN_FIRST, scan, locks=False),)
    if job.opened and job.label is not None:
        return _label_scanned(job, scan)
    if job.opened:
        return _item_scanned(job, scan, now, rules)
    return _order_scanned(job, scan)


def signed_in(job: Job, scan: Scan, rules: Rules) -> tuple[Event, ...]:
    assert scan.badge is not None
    person = rules.roster.get(scan.badge)
    if person is None:
        return (refusal(Reason.NOT_ALLOWED, scan, detail="badge_unknown"),)
    return badge_read(job, scan, person)


def refusal(
    reason: Reason, scan: Scan, *, locks: bool = True, detail: str = "", wanted: Sku | None = None
) -> ScanRefused:
    """The no to a scan, with what the book knows of the code."""
    known = scan.known or Known(kind=KnownAs.PRODUCT)
    return ScanRefused(
        reason=reason,
        code=scan.text,
        device=scan.device,
        locks=locks,
        sku=Sku(known.sku) if known.sku else None,
        name=known.name,
        name_en=known.name_en,
        variant=known.variant,
        picture=known.picture,
        other_order=known.order,
        wanted=wanted,
        detail=detail,
    )


def not_an_order(code: str) -> Reason:
    """Why a code that opens no order was refused: half-read digits are told from an order nobody imported."""
    digits = code.isascii() and code.isdigit() and len(code) in (8, 12, 13, 14)
    return Reason.BAD_CHECK_DIGIT if digits and not gtin_check_digit_ok(code) else Reason.ORDER_UNKNOWN


def _same_pull(job: Job, scan: Scan, now: Instant, within_ms: int) -> bool:
    """Whether one trigger pull came twice: same code and device, sooner than a hand can bring a second unit."""
    last = job.last_scan
    if last is None or within_ms == 0 or last.code != scan.text or last.device != scan.device:
        return False
    return now.mono_us - last.mono_us < within_ms * 1000


def _faulty(scan: Scan) -> ScanRefused:
    assert scan.fault is not None
    reason = Reason.BAD_CHECK_DIGIT if scan.fault is ScanFault.BAD_CHECK_CHARACTERS else Reason.BAD_INPUT
    return refusal(reason, scan, detail=scan.fault.value)


def _order_scanned(job: Job, scan: Scan) -> tuple[Event, ...]:
    if job.sealed and scan.text == job.waybill:
        return (NothingToDo(what="already_sealed", device=scan.device),)
    return (OrderAsked(code=scan.text, device=scan.device, gtin=scan.gtin),)


def _item_scanned(job: Job, scan: Scan, now: Instant, rules: Rules) -> tuple[Event, ...]:
    assert job.order is not None
    fitting = [(index, units) for index, line in enumerate(job.order.lines) if (units := units_meant(line, scan))]
    if not fitting:
        return (_not_on_order(job, scan, rules),)
    if waits_for_tote(job):
        return (refusal(Reason.PROMPT_OPEN, scan, locks=False, detail=prompts.BROUGHT),)
    for index, units in fitting:
        if job.packed[index] + units <= _needed(job, index):
            return (_pack(job, index, units, scan, now),)
    if (again := _scanned_again(job, [index for index, _ in fitting], scan)) is not None:
        return (again,)
    if _same_pull(job, scan, now, ONE_TOO_MANY_GUARDS * scan.guard_ms):
        return (DoubleReadDropped(code=scan.text, device=scan.device),)
    return (refusal(Reason.ENOUGH_ALREADY, scan, wanted=next_sku(job)),)


def _scanned_again(job: Job, lines: Collection[int], scan: Scan) -> UnitScannedAgain | None:
    """A unit that the scale has not seen come may be scanned once more as it goes in; it counts once."""
    assert job.order is not None
    too_light = job.attention is not None and job.attention.reason is Reason.WEIGHT_LOW
    if job.pan.doubt is not Reason.ITEM_NOT_ADDED and not too_light:
        return None
    owed = (each for each in job.pan.owed if each.units > 0 and (each.sure or not too_light))
    line = next((each.line for each in owed if each.line in lines), None)
    if line is None or job.order.lines[line].captures:
        return None
    return UnitScannedAgain(line=line, sku=job.order.lines[line].sku, code=scan.text, device=scan.device)


def waits_for_tote(job: Job) -> bool:
    """Whether it must be said first what is in the tote: else nobody knows whether this unit is one of those."""
    return any(prompt.id == prompts.BROUGHT for prompt in job.prompts)


def units_meant(line: OrderLine, scan: Scan) -> int:
    """How many units of the line the code stands for; 0 when it is not a code of the line."""
    if scan.text == line.sku or line.sku in scan.keys:
        return 1
    for barcode in line.barcodes:
        if barcode_key(barcode.code) in scan.keys:
            return barcode.units
    return 0


def _needed(job: Job, index: int) -> int:
    assert job.order is not None
    line = job.order.lines[index]
    return needed(line.kind, line.quantity)


def next_sku(job: Job) -> Sku | None:
    """The SKU of the first line that still needs units."""
    return job.missing[0][0] if job.missing else None


def _pack(job: Job, index: int, units: int, scan: Scan, now: Instant) -> Event:
    assert job.order is not None
    line = job.order.lines[index]
    no = _why_not(job, line, scan, now)
    if no is not None:
        return no
    return ItemPacked(
        line=index,
        sku=line.sku,
        units=units,
        code=scan.text,
        device=scan.device,
        mono_us=now.mono_us,
        lot=scan.lot,
        expiry=scan.expiry,
        serial=scan.serial,
        order=line.order,
    )


def _why_not(job: Job, line: OrderLine, scan: Scan, now: Instant) -> ScanRefused | None:
    """What the unit's own lot, expiry or serial says against it."""
    fault = unit_fault(line, scan, {unit.serial for unit in job.units}, now)
    if fault is None:
        return None
    reason, detail = fault
    refused = refusal(reason, scan, locks=reason is not Reason.CAPTURE_MISSING, detail=detail)
    return replace(refused, other_order=scan.serial_order or refused.other_order)


def unit_fault(line: OrderLine, scan: Scan, serials: Collection[str | None], now: Instant) -> tuple[Reason, str] | None:
    """Why this very unit may not ship, and what on it says so; ``serials`` are those already taken with it."""
    if scan.expiry is not None and date.fromisoformat(scan.expiry) < _today(now):
        return Reason.EXPIRED, scan.expiry
    if scan.serial is not None and (scan.serial in serials or scan.serial_order is not None):
        return Reason.DUPLICATE_SERIAL, scan.serial
    read = {Capture.LOT: scan.lot, Capture.EXPIRY: scan.expiry, Capture.SERIAL: scan.serial}
    absent = [capture.value for capture in line.captures if read[capture] is None]
    return (Reason.CAPTURE_MISSING, " ".join(absent)) if absent else None


def _today(now: Instant) -> date:
    return datetime.fromtimestamp(now.wall_us / 1_000_000, tz=UTC).date()


def _not_on_order(job: Job, scan: Scan, rules: Rules) -> Event:
    assert job.order is not None
    if scan.text in _numbers(job.order):
        return NothingToDo(what="order_already_open", device=scan.device)
    if scan.text == job.waybill:
        return NothingToDo(what="not_printed_yet", device=scan.device)
    if _means_the_open_order(job, scan):
        return NothingToDo(what="order_already_open", device=scan.device)
    if job.holds_asked and number_of(scan) == job.number_asked:
        return NothingToDo(what="not_printed_yet", device=scan.device)
    if number := number_wanted(job, scan, rules):
        return asked(job, number)
    return refusal(_stranger(scan), scan, wanted=next_sku(job))


def _means_the_open_order(job: Job, scan: Scan) -> bool:
    """Whether the book knows the code as the open order's own: its tote, read twice."""
    known, order = scan.known, job.order
    return known is not None and known.kind is KnownAs.ORDER and order is not None and known.order in _numbers(order)


def _numbers(order: Order) -> tuple[OrderNo | None, ...]:
    """Every order number that means the open parcel: of a part the platform's own too, of a joint one each order's."""
    return (order.number, order.part_of, *order.joined)


def _stranger(scan: Scan) -> Reason:
    """What to call a code that is not of the open order: an item, another order, a label, or nothing known."""
    kind = scan.known.kind if scan.known else None
    match kind:
        case KnownAs.PRODUCT:
            return Reason.NOT_IN_ORDER
        case KnownAs.ORDER:
            return Reason.ORDER_OPEN
        case KnownAs.WAYBILL:
            return Reason.WRONG_LABEL
        case None if scan.bad_check_digit:
            return Reason.BAD_CHECK_DIGIT
        case None:
            return Reason.NOT_IN_ORDER if scan.gtin else Reason.UNKNOWN_CODE
        case _:
            assert_never(kind)


def _label_scanned(job: Job, scan: Scan) -> tuple[Event, ...]:
    """After the label: only this parcel's label ends it, and any other stops the bench (G10, feature 8)."""
    assert job.order is not None
    assert job.label is not None
    if scan.text == job.label.waybill:
        return _own_label_scanned(job, scan)
    if scan.text in _numbers(job.order) or _means_the_open_order(job, scan):
        return (NothingToDo(what="order_already_open", device=scan.device),)
    if any(units_meant(line, scan) for line in job.order.lines):
        return (refusal(Reason.ENOUGH_ALREADY, scan),)
    return (refusal(Reason.WRONG_LABEL, scan),)


def _own_label_scanned(job: Job, scan: Scan) -> tuple[Event, ...]:
    assert job.label is not None
    if job.label.state not in ON_PAPER:
        what = "photo_awaited" if job.held_by_photo else "not_printed_yet"
        return (NothingToDo(what=what, device=scan.device),)
    return (LabelConfirmed(job=job.label.job, waybill=job.label.waybill, device=scan.device),)
