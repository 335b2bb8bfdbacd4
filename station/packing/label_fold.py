"""What a fact means for the parcel's label, from the last question to paper: a part of ``fold``, and as frozen."""

from __future__ import annotations

from typing import assert_never

from station.packing.events import (
    HoldsAsked,
    LabelAllowed,
    LabelConfirmed,
    LabelHeld,
    LabelPrinted,
    LabelRequested,
    LabelSent,
    LabelUnknown,
    LabelVoided,
    ParcelSealed,
    WaybillIssued,
)
from station.packing.job import Attention, Job, Label, LabelState
from station.packing.prompts import NEW_NUMBER, PRINTED, PRINTER, REPRINT_WHY
from station.packing.reasons import Reason
from station.packing.replacing import replace


def before_paper(job: Job, event: HoldsAsked | WaybillIssued | LabelAllowed | LabelHeld | LabelRequested) -> Job:
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
            picture = next((m.address for m in event.media if m.role == "label-image"), "")
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


def on_paper(
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
    label = drawn(job)
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


def drawn(job: Job) -> Label | None:
    """The label once its intent is recorded; one that was only allowed must be allowed again."""
    return None if job.label is not None and job.label.state is LabelState.ALLOWED else job.label
