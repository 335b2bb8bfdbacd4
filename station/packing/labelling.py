"""The rules from the last gate to paper: verify, then print (feature 1), and exactly once or ask (feature 9)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from station.packing import prompts
from station.packing.events import (
    Event,
    HoldsAsked,
    LabelAllowed,
    LabelHeld,
    LabelPrinted,
    LabelRequested,
    LabelSent,
    LabelUnknown,
    LabelVoided,
    NothingToDo,
    OrderStopped,
    RootPrinted,
    WaybillIssued,
)
from station.packing.gates import blocking
from station.packing.inputs import (
    HoldsReply,
    Instant,
    LabelFailed,
    LabelReady,
    OrderAlarm,
    PrinterReport,
    PrintState,
)
from station.packing.job import Job, Label, LabelState
from station.packing.model import JobId, ServiceId, Waybill
from station.packing.questions import Prompt
from station.packing.reasons import Reason
from station.packing.rules import Rules
from station.packing.sealing import complete, sealed
from station.packing.service_limits import over_limit

COPIES_MAX = 9
LABELS_MAX = 99
"""Labels allowed for one parcel, drawn or not: a label that cannot be drawn is not tried for ever."""

REPORTABLE: Mapping[PrintState, frozenset[LabelState]] = MappingProxyType(
    {
        PrintState.NOT_READY: frozenset({LabelState.ALLOWED, LabelState.REQUESTED}),
        PrintState.SENT: frozenset({LabelState.REQUESTED}),
        PrintState.PRINTED: frozenset({LabelState.REQUESTED, LabelState.SENT, LabelState.UNKNOWN}),
        PrintState.UNKNOWN: frozenset({LabelState.REQUESTED, LabelState.SENT}),
    }
)
"""In which states of the label a printer's word still says something new."""


def verified(job: Job, rules: Rules) -> bool:
    """Whether the box is proven: units in, questions answered, weight in tolerance, bench staffed and not locked."""
    weighed = job.weight_mg is not None or not rules.weigh
    proven = job.counted and not job.prompts and not job.held_by_photo and weighed and job.pan.doubt is None
    return proven and job.label is None and job.stop is None and _staffed(job, rules)


def _staffed(job: Job, rules: Rules) -> bool:
    return bool(job.packer) or not rules.require_sign_in


def follow(job: Job, rules: Rules) -> tuple[Event, ...]:
    """What the last fact sets off by itself: the one that satisfies the last condition prints, with no click.

    An attention that stands is not asked about again here, or the question would never end: it is asked when the
    weight is taken anew, a device comes back, the book has an answer, or somebody says retry.
    """
    if complete(job):
        return (sealed(job),)
    if job.holds_asked or job.attention is not None or not job.opened:
        return ()
    if verified(job, rules):
        return (asked(job),)
    if job.counted and job.prompts and job.weight_mg is not None and job.label is None and job.stop is None:
        return (LabelHeld(reason=Reason.PROMPT_OPEN),)
    return ()


def asked(job: Job, number: str | None = None) -> HoldsAsked:
    assert job.order is not None
    return HoldsAsked(revision=job.order.revision, number=number)


def holds_replied(job: Job, reply: HoldsReply, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """The last-second stop: what the book says now, or how old the knowledge is that has to do (feature 4)."""
    if job.order is None or reply.order != job.order.number or not verified(job, rules):
        return (_answer_without_use(job, reply, rules),)
    if reply.reached:
        if stopped := _stopped(job, reply):
            return (stopped,)
        if reply.number_fault and job.waybill is None:
            return (LabelHeld(reason=Reason.NUMBER_REFUSED, detail=reply.number_fault),)
        return _allowed(job, reply, now, rules, age_s=0)
    age_us = max(0, now.wall_us - job.order.known_us)
    age_s = age_us // 1_000_000
    if age_us >= rules.holds_max_age_s * 1_000_000:  # younger is enough; with 0 nothing ever is
        return (LabelHeld(reason=Reason.HOLDS_UNKNOWN, detail=str(age_s)),)
    return _allowed(job, reply, now, rules, age_s=age_s)


def _answer_without_use(job: Job, reply: HoldsReply, rules: Rules) -> Event:
    """What came between the question and its answer holds the label, so that it is asked anew when that is over."""
    if job.holds_asked and job.order is not None and reply.order == job.order.number:
        if job.prompts:
            return LabelHeld(reason=Reason.PROMPT_OPEN)
        if not _staffed(job, rules):
            return LabelHeld(reason=Reason.SIGN_IN_FIRST)
    return NothingToDo(what="late_answer", device="order book")


def _stopped(job: Job, reply: HoldsReply | OrderAlarm) -> OrderStopped | None:
    assert job.order is not None
    holds = blocking(reply.holds)
    if reply.cancelled:
        reason = Reason.ORDER_CANCELLED
    elif reply.fence != job.fence:
        reason = Reason.ORDER_CLAIMED
    elif reply.revision != job.order.revision:
        reason = Reason.ORDER_CHANGED
    elif holds:
        reason = Reason.ORDER_HELD
    else:
        return None
    return OrderStopped(reason=reason, holds=holds, revision=reply.revision, changes=reply.changes)


def alarmed(job: Job, alarm: OrderAlarm) -> tuple[Event, ...]:
    """The book stops the open order at once; a label already on paper is void with it."""
    if not job.opened or job.order is None or alarm.order != job.order.number:
        return (NothingToDo(what="alarm_of_another_order", device="order book"),)
    if job.stop is not None and job.stop.parks:
        return (NothingToDo(what="stopped_already", device="order book"),)
    stopped = _stopped(job, alarm)
    return (stopped,) if stopped else (NothingToDo(what="alarm_without_cause", device="order book"),)


def _allowed(job: Job, reply: HoldsReply, now: Instant, rules: Rules, *, age_s: int) -> tuple[Event, ...]:
    service = reply.service or job.service
    if held := over_limit(job, service, rules):
        return (held,)
    waybill = job.waybill or reply.waybill
    if waybill is None or waybill == job.void_waybill:
        return (_without_number(service, rules),)
    issued = () if job.waybill else (WaybillIssued(waybill=waybill, service=service),)
    copy = job.copies + 1
    if copy > job.copies_before + COPIES_MAX or job.labels >= LABELS_MAX:
        return (LabelHeld(reason=Reason.NOT_ALLOWED, detail="copies"),)
    return (*issued, _allow(job, now, waybill, service, copy=copy, age_s=age_s, why=job.copy_why))


def _without_number(service: ServiceId | None, rules: Rules) -> LabelHeld:
    """Where numbers are scanned one by one, the service is named in words: the packer has its waybill in hand."""
    if service is None:
        return LabelHeld(reason=Reason.NO_SERVICE)
    terms = rules.terms.get(service)
    if terms is not None and terms.by_hand:
        return LabelHeld(reason=Reason.NO_WAYBILL, detail=terms.en, detail_zh=terms.zh)
    return LabelHeld(reason=Reason.NO_WAYBILL, detail=service)


def _allow(
    job: Job, now: Instant, waybill: Waybill, service: ServiceId | None, *, copy: int, age_s: int, why: str
) -> LabelAllowed:
    """To the printer the packer chose, as long as that choice lasts; each label is a job of its own."""
    return LabelAllowed(
        job=JobId(f"L{now.wall_us:x}-{job.labels + 1}"),
        waybill=waybill,
        service=service,
        copy=copy,
        holds_age_s=age_s,
        why=why,
        printer=job.stand_in.printer if job.stand_in is not None else "",
    )


def again(job: Job, now: Instant, why: str) -> tuple[Event, ...]:
    """A new, marked label with the same number in place of one that is void from here on."""
    label = job.label
    assert label is not None
    assert not copies_used_up(job)
    voided = LabelVoided(job=label.job, waybill=label.waybill, why=why)
    return (voided, _allow(job, now, label.waybill, job.service, copy=label.copy + 1, age_s=0, why=why))


def copies_used_up(job: Job) -> bool:
    return job.label is not None and (job.label.copy >= job.copies_before + COPIES_MAX or job.labels >= LABELS_MAX)


def ready(job: Job, input: LabelReady) -> tuple[Event, ...]:
    """The label is drawn and on disk: the intent is recorded with its exact bytes, before the first one leaves."""
    label = current(job, input.job)
    if label is None or label.state is not LabelState.ALLOWED or job.stop is not None:
        return (NothingToDo(what="label_not_wanted", device=input.printer),)
    requested = LabelRequested(
        job=input.job,
        waybill=Waybill(input.waybill),
        printer=input.printer,
        copy=label.copy,
        root_printed=RootPrinted(size=input.root_size, root=input.root),
        media=input.media,
    )
    return (requested,)


def failed(job: Job, input: LabelFailed) -> tuple[Event, ...]:
    if current(job, input.job) is None:
        return (NothingToDo(what="label_not_wanted", device="labels"),)
    return (LabelHeld(reason=Reason.LABEL_UNPRINTABLE, detail=input.en, detail_zh=input.zh),)


def current(job: Job, job_id: JobId) -> Label | None:
    """The open parcel's label, if that is the job meant."""
    return job.label if job.opened and job.label is not None and job.label.job == job_id else None


def reported(job: Job, report: PrinterReport) -> tuple[Event, ...]:
    """What the printer says of a job. It is believed when it says printed; its silence means unknown."""
    label = current(job, report.job)
    if label is None or label.state not in REPORTABLE[report.state]:
        return (NothingToDo(what="late_report", device="printer"),)
    match report.state:
        case PrintState.NOT_READY:
            return (LabelHeld(reason=Reason.PRINTER_NOT_READY, detail=report.cause),)
        case PrintState.SENT:
            return (LabelSent(job=report.job),)
        case PrintState.PRINTED:
            return (LabelPrinted(job=report.job, by="printer"),)
        case PrintState.UNKNOWN:
            return (LabelUnknown(job=report.job, cause=report.cause, prompt=out_of_printer(job)),)
        case _:
            assert_never(report.state)


def out_of_printer(job: Job) -> Prompt:
    """The one question; with several printers it must say at which one to look."""
    assert job.label is not None
    return prompts.printed(job.label.job, job.label.printer if job.stand_in is not None else "")


def printed_answered(job: Job, now: Instant, *, came_out: bool) -> tuple[Event, ...]:
    """The packer's word on a label whose printing nobody knew."""
    assert job.label is not None
    if came_out:
        return (LabelPrinted(job=job.label.job, by="packer"),)
    if copies_used_up(job):
        return (LabelHeld(reason=Reason.NOT_ALLOWED, detail="copies"),)
    return again(job, now, "did_not_come_out")
