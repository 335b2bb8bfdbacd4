"""The four pure functions of a bench: ``decide``, ``evolve``, ``react``, ``resume``.

Everything that decides about a parcel is reached from here and nothing here touches the world. ``decide`` holds the
rules and may change in any release; ``evolve`` is the meaning of a recorded fact and is frozen once shipped; replay
runs ``evolve`` only, so a new rule never rewrites what happened.
"""

from __future__ import annotations

from functools import reduce
from typing import assert_never

from station.packing import papers, photos, recalling
from station.packing.controls import answered, badge_shown, pin_typed, pressed
from station.packing.effects import (
    AskHolds,
    AskWeight,
    CallHelp,
    CancelLabel,
    ClaimOrder,
    DrawLabel,
    Effect,
    RecallLabel,
    ReleaseOrder,
    SendLabel,
    SendPaper,
    StartVideo,
    StopVideo,
    TakePhoto,
    ZeroScale,
)
from station.packing.events import (
    BenchStarted,
    CartonChosen,
    ClaimReturned,
    DeviceChanged,
    Event,
    HelpCalled,
    HoldsAsked,
    ItemPacked,
    LabelAllowed,
    LabelRequested,
    LabelUnknown,
    LabelVoided,
    NothingToDo,
    OrderAsked,
    OrderParked,
    OrderStopped,
    ParcelSealed,
    ShortPackAllowed,
    StopCleared,
    ZeroAsked,
)
from station.packing.fold import evolve
from station.packing.inputs import (
    Answered,
    Command,
    DeviceKind,
    HoldsReply,
    Input,
    Instant,
    LabelFailed,
    LabelReady,
    LabelRecalled,
    LinkReport,
    MediaReport,
    OrderAlarm,
    OrderReply,
    PaperDrawn,
    PaperRefused,
    PinTyped,
    Pressed,
    PrinterReport,
    Reading,
    Scan,
    SealRefused,
)
from station.packing.job import Job, LabelState
from station.packing.labelling import (
    alarmed,
    asked,
    failed,
    follow,
    holds_replied,
    out_of_printer,
    ready,
    reported,
    verified,
)
from station.packing.media_events import PhotoAsked, VideoStarted
from station.packing.opening import order_replied, seal_refused
from station.packing.paper_events import PaperRequested, PapersAsked
from station.packing.photos import filmed, with_photos
from station.packing.print_events import HoldAsked, PrinterChosen
from station.packing.reasons import Reason
from station.packing.rules import Rules
from station.packing.scanning import refusal, scanned
from station.packing.split_events import ParcelSplit
from station.packing.weighing import weighed
from station.packing.witness_events import WeightAwaited
from station.packing.witnessing import ASK_AGAIN_MS, noticed

__all__ = ["decide", "evolve", "react", "resume"]

_AGAIN = frozenset({Command.NEXT, Command.RETRY, Command.WEIGH})


def decide(job: Job, input: Input, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """What is true after this input: at least one event, and never an exception for a packer's mistake."""
    events = _decide(job, input, now, rules)
    assert events, f"{type(input).__name__} left no trace"
    after = reduce(evolve, events, job)
    borne = noticed(job, after, events, rules)
    events, after = (*events, *borne), reduce(evolve, borne, after)
    told = with_photos(job, events, now, rules)
    if told != events:
        events, after = told, reduce(evolve, told, job)
    wanted = papers.due(after, events, now, rules)
    after = reduce(evolve, wanted, after)
    return (*events, *wanted, *follow(after, rules))


def _decide(job: Job, input: Input, now: Instant, rules: Rules) -> tuple[Event, ...]:
    match input:
        case Scan():
            return _scan(job, input, now, rules)
        case Reading():
            return weighed(job, input, now, rules)
        case Pressed():
            return pressed(job, input, now, rules)
        case Answered():
            return answered(job, input, now, rules)
        case PinTyped():
            return pin_typed(job, input, rules)
        case OrderReply():
            return order_replied(job, input, now, rules)
        case HoldsReply():
            return holds_replied(job, input, now, rules)
        case LabelReady():
            return ready(job, input)
        case LabelFailed():
            return recalling.refused(job, input, rules) if input.instead_of else failed(job, input)
        case PrinterReport() if papers.is_paper(job, input.job):
            return papers.reported(job, input)
        case PrinterReport():
            return (*recalling.offered(job, input, rules), *reported(job, input))
        case LabelRecalled():
            return recalling.recalled(job, input)
        case LinkReport():
            return _link(job, input, rules)
        case OrderAlarm():
            return alarmed(job, input)
        case SealRefused():
            return (seal_refused(job, input),)
        case MediaReport():
            return photos.reported(job, input)
        case PaperDrawn():
            return papers.drawn(job, input)
        case PaperRefused():
            return papers.refused(job, input)
        case _:
            assert_never(input)


def _scan(job: Job, scan: Scan, now: Instant, rules: Rules) -> tuple[Event, ...]:
    if scan.command is not None:
        return pressed(job, Pressed(command=scan.command, argument=scan.argument, device=scan.device), now, rules)
    if job.stop is not None:
        return (refusal(Reason.MUST_CLEAR, scan),)
    if scan.badge is not None:
        return badge_shown(job, scan, rules)
    if job.pin_of or job.locked:
        return (refusal(Reason.PROMPT_OPEN if job.pin_of else Reason.SIGN_IN_FIRST, scan, locks=False),)
    return scanned(job, scan, now, rules)


def _link(job: Job, report: LinkReport, rules: Rules) -> tuple[Event, ...]:
    """A device came or went; a label that only waited for its printer goes on by itself."""
    changed = DeviceChanged(device=report.device, kind=report.kind, up=report.up, word=report.word)
    waits = job.attention is not None and job.attention.reason is Reason.PRINTER_NOT_READY
    if report.kind is DeviceKind.PRINTER and report.up and waits and verified(job, rules):
        return (changed, asked(job))
    return (changed, *recalling.heard(job, changed, rules))


def react(job: Job, event: Event) -> tuple[Effect, ...]:
    """What the world must do because of ``event``; ``job`` is the state after it. Never runs in replay."""
    match event:
        case OrderAsked():
            return (ClaimOrder(code=event.code, gtin=event.gtin),)
        case OrderParked():
            return (*_released(event), *((StopVideo(order=event.order),) if job.filming == event.order else ()))
        case ClaimReturned():
            return (ReleaseOrder(order=event.order, fence=event.fence, why="late_answer"),)
        case HoldsAsked():
            return (_ask_holds(job, event.number),)
        case LabelAllowed():
            return (_draw(job),)
        case LabelRequested():
            return (SendLabel(job=event.job),)
        case LabelVoided():
            return (CancelLabel(job=event.job),)
        case PrinterChosen() | HoldAsked():
            return (RecallLabel(job=event.job),) if job.label is not None else ()
        case PapersAsked():
            return papers.to_draw(job, event)
        case PaperRequested():
            return (SendPaper(job=event.job),)
        case PhotoAsked():
            return (TakePhoto(asked=event),)
        case VideoStarted():
            return (StartVideo(order=event.order, cameras=event.cameras),)
        case OrderStopped() if job.label is not None:
            return (CancelLabel(job=job.label.job),)  # void with the clear, but it must not come out until then
        case ItemPacked() | ShortPackAllowed() | CartonChosen() | StopCleared() | ParcelSplit():
            return _weigh(job)
        case NothingToDo() if event.what in _AGAIN:
            return _weigh(job)
        case WeightAwaited():
            return (AskWeight(after_ms=ASK_AGAIN_MS),)
        case ParcelSealed() if job.filming is not None:
            return (StopVideo(order=job.filming),)
        case HelpCalled():
            return (CallHelp(),)
        case ZeroAsked():
            return (ZeroScale(),)
        case _:
            return ()


def _ask_holds(job: Job, number: str | None) -> AskHolds:
    assert job.order is not None
    return AskHolds(
        order=job.order.number,
        fence=job.fence,
        service=job.service,
        needs_waybill=job.waybill is None,
        number=number,
        void=job.void_waybill,
    )


def _draw(job: Job) -> DrawLabel:
    assert job.order is not None
    assert job.label is not None
    return DrawLabel(
        job=job.label.job,
        order=job.order,
        waybill=job.label.waybill,
        weight_mg=job.weight_mg,
        units=sum(job.packed),
        copy=job.label.copy,
        printer=job.label.printer,
    )


def _released(event: OrderParked) -> tuple[Effect, ...]:
    return (ReleaseOrder(order=event.order, fence=event.fence, why=event.why),) if event.fence else ()


def _weigh(job: Job) -> tuple[Effect, ...]:
    unsettled = job.weight_mg is None or job.pan.doubt is not None
    waits = job.counted and job.label is None and unsettled and job.stop is None
    return (AskWeight(),) if waits else ()


def resume(job: Job, rules: Rules) -> tuple[tuple[Event, ...], tuple[Effect, ...]]:
    """What a restart owes: first the events to record, then the effects that no recorded event will set off.

    A label whose printing is unknown is never printed again silently: the packer is asked.
    """
    begun: tuple[Event, ...] = (BenchStarted(keeps_printers=True),)
    after = reduce(evolve, begun, job)
    events = (*begun, *filmed(after, begun[0], rules))
    after = reduce(evolve, events, job)
    if after.opened and after.label is not None:
        if after.label.state is LabelState.ALLOWED:
            return events, (_draw(after),)
        if after.label.state in (LabelState.REQUESTED, LabelState.SENT):
            return (*events, LabelUnknown(job=after.label.job, cause="restart", prompt=out_of_printer(job))), ()
    return (*events, *follow(after, rules)), _weigh(after)
