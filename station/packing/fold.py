"""What a recorded fact means: ``evolve`` folds an event into the job. Frozen once shipped; replay runs only this.

It decides nothing and cannot fail but by assertion: a fact that does not fit the job is a bug or a broken ledger.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

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
    ParcelSplit,
    ParcelWeighed,
    PromptAnswered,
    PromptOpened,
    ScanRefused,
    ShortPackAllowed,
    SplitUndone,
    StopCleared,
    UnitTakenBack,
    WaybillIssued,
    WeightRefused,
    WeightSeen,
)
from station.packing.inputs import DeviceKind
from station.packing.job import Attention, Job, Label, LabelState, LastScan, StandIn, Stop, Unit
from station.packing.print_events import HoldAsked, PrinterChosen, WaybillVoided
from station.packing.prompts import NEW_NUMBER, PRINTED, PRINTER, REPRINT_WHY, SHORT_WHY, SUPERVISOR
from station.packing.reasons import Reason
from station.packing.splitting import without

_OF_THE_PAN = frozenset({Reason.WEIGHT_STALE, Reason.WEIGHT_UNSTABLE, Reason.SCALE_FAULT})
"""What no longer matters once the pan is empty and can be read."""


def evolve(job: Job, event: Event) -> Job:
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
            return _evolve_label_before_paper(job, event)
        case LabelSent() | LabelPrinted() | LabelUnknown() | LabelVoided() | LabelConfirmed() | ParcelSealed():
            return _evolve_label_on_paper(job, event)
        case PrinterChosen() | HoldAsked() | WaybillVoided() | DeviceChanged():
            return _evolve_way_to_paper(job, event)
        case ClaimReturned() | DoubleReadDropped() | NothingToDo() | HelpCalled():
            return job
        case _:
            assert_never(event)


def _evolve_opening(job: Job, event: BenchStarted | PackerSignedIn | PackerSignedOut | OrderAsked | OrderOpened) -> Job:
    match event:
        case BenchStarted():
            attention = job.attention if job.label else None
            awake = replace(job, packer="", supervisor=False, asked=None, holds_asked=False, attention=attention)
            gone = replace(awake, stand_in=None, hold_asked=None)
            return replace(gone, last_scan=None)  # its monotonic time says nothing about this boot's
        case PackerSignedIn():
            return replace(job, packer=event.packer, supervisor=event.supervisor, attention=None)
        case PackerSignedOut():
            return replace(job, packer="", supervisor=False)
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
        order=event.order,
        fence=event.fence,
        opened=True,
        packed=(0,) * len(event.order.lines),
        prompts=event.prompts,
        carton=event.carton,
        packaging_mg=event.carton_mg + event.filler_mg,
        pan_owner=job.pan_owner,
        stand_in=_lasting(job),
        waybill=event.order.waybill,
        service=event.order.service,
    )


def _lasting(job: Job) -> StandIn | None:
    """Within a parcel labels come out of one printer; between two the usual one is taken again, if it is ready."""
    return None if job.stand_in is not None and job.stand_in.over else job.stand_in


def _evolve_stopping(job: Job, event: OrderParked | OrderStopped | NextAsked | StopCleared | ScanRefused) -> Job:
    match event:
        case OrderParked() | NextAsked():
            return Job(packer=job.packer, supervisor=job.supervisor, pan_owner=job.pan_owner, stand_in=_lasting(job))
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
    refused = replace(job, asked=None if event.code == job.asked else job.asked, refused=job.refused + 1)
    if event.reason is Reason.MUST_CLEAR:
        return refused
    if event.locks:
        stop = Stop(reason=event.reason, refused=event, holds=event.holds)
        return replace(refused, stop=stop, holds_asked=False, label=_drawn(job))
    return replace(refused, attention=Attention(reason=event.reason, detail=event.detail))


def _drawn(job: Job) -> Label | None:
    """The label once its intent is recorded; one that was only allowed must be allowed again."""
    return None if job.label is not None and job.label.state is LabelState.ALLOWED else job.label


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


def _evolve_label_before_paper(
    job: Job, event: HoldsAsked | WaybillIssued | LabelAllowed | LabelHeld | LabelRequested
) -> Job:
    match event:
        case HoldsAsked():
            return replace(job, holds_asked=True, number_asked=event.number, attention=None)
        case WaybillIssued():
            return replace(job, waybill=event.waybill, service=event.service or job.service)
        case LabelAllowed():
            label = Label(
                job=event.job,
                waybill=event.waybill,
                copy=event.copy,
                state=LabelState.ALLOWED,
                why=event.why,
                printer=event.printer,
            )
            allowed = replace(job, label=label, labels=job.labels + 1, copy_why=event.why)
            return replace(allowed, holds_asked=False, attention=None)
        case LabelHeld():
            attention = Attention(
                reason=event.reason, detail=event.detail, detail_zh=event.detail_zh, holds=event.holds
            )
            return replace(job, attention=attention, holds_asked=False, label=_waiting(job, event))
        case LabelRequested():
            assert job.label is not None, "a label was requested that was not allowed"
            assert job.label.job == event.job, "another label was requested than was allowed"
            picture = next((m.sha256 for m in event.media if m.role == "label-image"), "")
            label = replace(
                job.label,
                state=LabelState.REQUESTED,
                picture=picture,
                root=event.root_printed.root,
                printer=event.printer,
            )
            return replace(job, label=label, copies=event.copy)
        case _:
            assert_never(event)


def _evolve_label_on_paper(
    job: Job, event: LabelSent | LabelPrinted | LabelUnknown | LabelVoided | LabelConfirmed | ParcelSealed
) -> Job:
    assert job.label is not None, f"{type(event).__name__} without a label"
    match event:
        case LabelSent():
            return _label(_without_question(job), LabelState.SENT)
        case LabelPrinted():
            return _label(_without_question(job), LabelState.PRINTED)
        case LabelUnknown():
            asked = replace(_without_question(job), attention=Attention(reason=Reason.PRINT_UNKNOWN))
            return replace(_label(asked, LabelState.UNKNOWN, keep_attention=True), prompts=(event.prompt, *job.prompts))
        case LabelVoided():
            return _voided(_without_question(job, about_label=True), event)
        case LabelConfirmed():
            return _label(_without_question(job), LabelState.CONFIRMED)
        case ParcelSealed():
            return replace(job, sealed=True, opened=False, prompts=(), attention=None)
        case _:
            assert_never(event)


def _label(job: Job, state: LabelState, *, keep_attention: bool = False) -> Job:
    assert job.label is not None
    attention = job.attention if keep_attention else None
    label = replace(job.label, state=state, waits="")
    return replace(job, label=label, attention=attention, hold_asked=None)


def _voided(job: Job, event: LabelVoided) -> Job:
    """One that certainly never left is as if it had not been allowed: the parcel may have it anew."""
    assert job.label is not None
    if not event.unsent:
        return _label(job, LabelState.VOID)
    return replace(job, label=None, copies=job.label.copy - 1, attention=None, hold_asked=None)


def _waiting(job: Job, event: LabelHeld) -> Label | None:
    label = _drawn(job)
    if label is None or event.reason is not Reason.PRINTER_NOT_READY:
        return label
    return replace(label, waits=event.detail)


def _without_question(job: Job, *, about_label: bool = False) -> Job:
    """The question whether a label came out, or where, ends with whatever answers it.

    ``about_label``: so do those about another one in its place.
    """
    over = (REPRINT_WHY, NEW_NUMBER) if about_label else ()
    return replace(
        job, prompts=tuple(p for p in job.prompts if p.id not in over and not p.id.startswith((PRINTED, PRINTER)))
    )


def _evolve_way_to_paper(job: Job, event: PrinterChosen | HoldAsked | WaybillVoided | DeviceChanged) -> Job:
    match event:
        case PrinterChosen():
            chosen = StandIn(printer=event.printer, instead_of=event.instead_of)
            return replace(job, stand_in=None if event.printer == event.instead_of else chosen)
        case HoldAsked():
            return replace(job, hold_asked=event)
        case WaybillVoided():
            renumbered = replace(job, waybill=None, void_waybill=event.waybill, label=None)
            return replace(renumbered, copies=0, copy_why="", attention=None)
        case DeviceChanged():
            return _device_changed(job, event)
        case _:
            assert_never(event)


def _device_changed(job: Job, event: DeviceChanged) -> Job:
    stand_in = job.stand_in
    if stand_in is None or event.kind is not DeviceKind.PRINTER or event.device != stand_in.instead_of:
        return job
    return replace(job, stand_in=replace(stand_in, over=event.up and event.word == "ready"))
