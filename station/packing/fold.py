"""What a recorded fact means: ``evolve`` folds an event into the job. Frozen once shipped; replay runs only this.

It decides nothing and cannot fail but by assertion: a fact that does not fit the job is a bug or a broken ledger.
"""

from __future__ import annotations

from typing import assert_never

from station.packing import stand_ins
from station.packing.doubting import witnessed
from station.packing.events import (
    BenchStarted,
    CartonChosen,
    ClaimReturned,
    DeviceChanged,
    DoubleReadDropped,
    Event,
    HelpCalled,
    HoldsAsked,
    ItemPacked,
    LabelAllowed,
    LabelConfirmed,
    LabelHeld,
    LabelPrinted,
    LabelRequested,
    LabelSent,
    LabelUnknown,
    LabelVoided,
    NextAsked,
    NothingToDo,
    OrderAsked,
    OrderOpened,
    OrderParked,
    OrderStopped,
    PackerSignedIn,
    PackerSignedOut,
    PanCleared,
    ParcelSealed,
    ParcelWeighed,
    PromptAnswered,
    PromptOpened,
    ScanRefused,
    ShortPackAllowed,
    StopCleared,
    UnitTakenBack,
    WaybillIssued,
    WeightRefused,
    WeightSeen,
    ZeroAsked,
)
from station.packing.job import Attention, Job, LastScan, Stop, Unit
from station.packing.label_fold import before_paper, drawn, on_paper
from station.packing.media_events import (
    MediaRoomChanged,
    PhotoAsked,
    PhotoMissing,
    PhotoTaken,
    PhotoWaived,
    VideoEnded,
    VideoGap,
    VideoRecorded,
    VideoStarted,
)
from station.packing.paper_events import PaperFailed, PaperReported, PaperRequested, PapersAsked
from station.packing.papers import after_restart, evolve_papers, under_way
from station.packing.pictured import pictured
from station.packing.print_events import HoldAsked, PrinterChosen, WaybillVoided
from station.packing.prompts import PRINTER, SHORT_WHY, SUPERVISOR
from station.packing.reasons import Reason
from station.packing.replacing import replace
from station.packing.seat import seated
from station.packing.seat_events import OfSeat
from station.packing.split_events import ParcelSplit, SplitUndone
from station.packing.splitting import whole_after, without
from station.packing.witness_events import OfWitness

_OF_THE_PAN = frozenset({Reason.WEIGHT_STALE, Reason.WEIGHT_UNSTABLE, Reason.SCALE_FAULT})
"""What no longer matters once the pan is empty and can be read."""


def evolve(job: Job, event: Event) -> Job:
    return witnessed(_evolve(job, event), job.pan, event)


def _evolve(job: Job, event: Event) -> Job:
    if isinstance(event, OfWitness):
        return job
    if isinstance(event, OfSeat):
        return seated(job, event)
    match event:
        case BenchStarted() | PackerSignedIn() | PackerSignedOut() | OrderAsked() | OrderOpened():
            return _evolve_opening(job, event)
        case OrderParked() | OrderStopped() | NextAsked() | StopCleared() | ScanRefused():
            return _evolve_stopping(job, event)
        case ItemPacked() | UnitTakenBack() | CartonChosen() | ShortPackAllowed():
            return _evolve_packing(job, event)
        case ParcelSplit() | SplitUndone():
            return _evolve_split(job, event)
        case PromptOpened() | PromptAnswered():
            return _evolve_prompts(job, event)
        case PanCleared() | WeightSeen() | ParcelWeighed() | WeightRefused():
            return _evolve_weighing(job, event)
        case HoldsAsked() | WaybillIssued() | LabelAllowed() | LabelHeld() | LabelRequested():
            return before_paper(job, event)
        case LabelSent() | LabelPrinted() | LabelUnknown() | LabelVoided() | LabelConfirmed() | ParcelSealed():
            return on_paper(job, event)
        case PrinterChosen() | HoldAsked() | WaybillVoided() | DeviceChanged():
            return _evolve_way_to_paper(job, event)
        case PhotoAsked() | PhotoTaken() | PhotoMissing() | PhotoWaived() | VideoStarted():
            return pictured(job, event)
        case PapersAsked() | PaperRequested() | PaperReported() | PaperFailed():
            return evolve_papers(job, event)
        case VideoRecorded() | VideoGap() | VideoEnded() | MediaRoomChanged():
            return job
        case ClaimReturned() | DoubleReadDropped() | NothingToDo() | HelpCalled() | ZeroAsked():
            return job
        case _:
            assert_never(event)


def _evolve_opening(job: Job, event: BenchStarted | PackerSignedIn | PackerSignedOut | OrderAsked | OrderOpened) -> Job:
    match event:
        case BenchStarted():
            attention = job.attention if job.label else None
            nobody = replace(job, packer="", supervisor=False, locked="", pin_of="", pins_wrong=0, second=None)
            awake = replace(nobody, asked=None, holds_asked=False, attention=attention)
            gone = replace(stand_ins.started(awake, event), hold_asked=None, papers=after_restart(job.papers))
            return replace(gone, last_scan=None)  # its monotonic time says nothing about this boot's
        case PackerSignedIn():
            return replace(job, packer=event.packer, supervisor=event.supervisor, locked="", attention=None)
        case PackerSignedOut():
            return replace(job, packer="", supervisor=False, locked="", second=None)
        case OrderAsked():
            return replace(job, asked=event.code, attention=None)
        case OrderOpened():
            return _opened(job, event)
        case _:
            assert_never(event)


def _opened(job: Job, event: OrderOpened) -> Job:
    return Job(
        packer=job.packer,
        supervisor=job.supervisor,
        locked=job.locked,
        pin_of=job.pin_of,
        pins_wrong=job.pins_wrong,
        order=event.order,
        fence=event.fence,
        opened=True,
        packed=(0,) * len(event.order.lines),
        prompts=event.prompts,
        carton=event.carton,
        packaging_mg=event.carton_mg + event.filler_mg,
        pan_owner=job.pan_owner,
        stand_in=stand_ins.opened(job, event),
        paper_printer=event.carried.paper_printer if event.carried else job.paper_printer,
        papers=event.carried.papers if event.carried else (),
        copies=event.order.copies,
        copies_before=event.order.copies,
        waybill=event.order.waybill,
        service=event.order.service,
    )


def _evolve_stopping(job: Job, event: OrderParked | OrderStopped | NextAsked | StopCleared | ScanRefused) -> Job:
    match event:
        case OrderParked() | NextAsked():
            filming = job.filming if isinstance(event, OrderParked) else None
            rested = Job(packer=job.packer, supervisor=job.supervisor, pan_owner=job.pan_owner, filming=filming)
            kept = replace(rested, stand_in=stand_ins.lasting(job), paper_printer=job.paper_printer)
            return replace(kept, papers=under_way(job.papers))
        case OrderStopped():
            return replace(job, stop=_order_stop(event), attention=None, holds_asked=False)
        case StopCleared():
            return replace(job, stop=None)
        case ScanRefused():
            return _refused(job, event)
        case _:
            assert_never(event)


def _order_stop(event: OrderStopped) -> Stop:
    return Stop(reason=event.reason, parks=True, holds=event.holds, changes=event.changes)


def _refused(job: Job, event: ScanRefused) -> Job:
    asked, whole = None if event.code == job.asked else job.asked, whole_after(job, event.code)
    refused = replace(job, asked=asked, whole=whole, refused=job.refused + 1)
    if event.reason is Reason.MUST_CLEAR:
        return refused
    if event.locks:
        stop = Stop(reason=event.reason, refused=event, holds=event.holds)
        return replace(refused, stop=stop, holds_asked=False, label=drawn(job))
    return replace(refused, attention=Attention(reason=event.reason, detail=event.detail))


def _evolve_packing(job: Job, event: ItemPacked | UnitTakenBack | CartonChosen | ShortPackAllowed) -> Job:
    match event:
        case ItemPacked():
            unit = Unit(
                line=event.line, units=event.units, serial=event.serial, code=event.code, lot=event.lot,
                expiry=event.expiry,
            )  # fmt: skip
            scanned = LastScan(code=event.code, device=event.device, mono_us=event.mono_us)
            packed = _counted(job.packed, event.line, event.units)
            return replace(_reopened(job), packed=packed, units=(*job.units, unit), last_scan=scanned)
        case UnitTakenBack():
            assert job.units, "a unit was taken back that never went in"
            packed = _counted(job.packed, event.line, -event.units)
            return replace(_reopened(job), packed=packed, units=job.units[:-1], last_scan=None, short_allowed=False)
        case CartonChosen():
            packaging = event.carton_mg + event.filler_mg
            return replace(_reopened(job), carton=event.carton, packaging_mg=packaging)
        case ShortPackAllowed():
            return replace(_reopened(job), short_allowed=True)
        case _:
            assert_never(event)


def _evolve_split(job: Job, event: ParcelSplit | SplitUndone) -> Job:
    """A part of an order is packed like an order of fewer units; a short pack asked for before has lost its object."""
    prompts = tuple(prompt for prompt in job.prompts if prompt.id not in (SHORT_WHY, SUPERVISOR))
    match event:
        case ParcelSplit():
            assert job.order is not None, "a parcel was split without an order"
            part = without(job.order, event.rest)
            return replace(_reopened(job), order=part, whole=job.order, prompts=prompts)
        case SplitUndone():
            assert job.whole is not None, "a split was undone that never was"
            return replace(_reopened(job), order=job.whole, whole=None, prompts=prompts)
        case _:
            assert_never(event)


def _reopened(job: Job) -> Job:
    """The box has changed: its weight is no longer known, and an answer about the old one no longer counts."""
    if job.attention is None and job.weight_mg is None and not job.holds_asked:
        return job  # nearly every scan
    return replace(job, attention=None, weight_mg=None, holds_asked=False)


def _counted(packed: tuple[int, ...], line: int, units: int) -> tuple[int, ...]:
    counted = packed[line] + units
    assert counted >= 0, "a line went below zero"
    return (*packed[:line], counted, *packed[line + 1 :])


def _evolve_prompts(job: Job, event: PromptOpened | PromptAnswered) -> Job:
    match event:
        case PromptOpened():
            asked = replace(job, prompts=(event.prompt, *(p for p in job.prompts if p.id != event.prompt.id)))
            attention = job.attention if event.prompt.id.startswith(PRINTER) else None
            return replace(asked, attention=attention, short_why=event.why or job.short_why)
        case PromptAnswered():
            still_open = tuple(p for p in job.prompts if p.id != event.prompt)
            over = job.attention is not None and job.attention.reason is Reason.PROMPT_OPEN
            attention = None if over else job.attention
            answers = (*job.answers, (event.prompt, event.value))
            return replace(job, prompts=still_open, answers=answers, attention=attention)
        case _:
            assert_never(event)


def _evolve_weighing(job: Job, event: PanCleared | WeightSeen | ParcelWeighed | WeightRefused) -> Job:
    match event:
        case PanCleared():
            over = job.attention is not None and job.attention.reason in _OF_THE_PAN
            return replace(job, pan_owner=None, attention=None if over else job.attention)
        case WeightSeen():
            return job
        case ParcelWeighed():
            owner = job.order.number if job.order else None
            return replace(job, weight_mg=event.weight_mg, pan_owner=owner, attention=None)
        case WeightRefused():
            attention = Attention(
                reason=event.reason, weight_mg=event.weight_mg, explanations=event.explanations,
                detail=event.fault.value if event.fault else "",
            )  # fmt: skip
            judged = event.reason in (Reason.WEIGHT_LOW, Reason.WEIGHT_HIGH)
            owner = job.order.number if judged and job.order else job.pan_owner
            return replace(job, weight_mg=None, pan_owner=owner, attention=attention, holds_asked=False)
        case _:
            assert_never(event)


def _evolve_way_to_paper(job: Job, event: PrinterChosen | HoldAsked | WaybillVoided | DeviceChanged) -> Job:
    match event:
        case PrinterChosen():
            return stand_ins.chosen(job, event)
        case HoldAsked():
            return replace(job, hold_asked=event)
        case WaybillVoided():
            renumbered = replace(job, waybill=None, void_waybill=event.waybill, label=None)
            return replace(renumbered, copies=0, copies_before=0, copy_why="", attention=None)
        case DeviceChanged():
            return stand_ins.device_changed(job, event)
        case _:
            assert_never(event)
