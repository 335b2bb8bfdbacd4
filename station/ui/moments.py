"""The banner's word for what just happened: verdict, headline, act, tone. Pure; used by ``present`` alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from station.packing.effects import Tone
from station.packing.events import (
    BenchStarted,
    CartonChosen,
    ClaimReturned,
    DeviceChanged,
    DoubleReadDropped,
    Event,
    HelpCalled,
    ItemPacked,
    LabelHeld,
    LabelVoided,
    NextAsked,
    NothingToDo,
    OrderAsked,
    OrderOpened,
    OrderParked,
    PackerSignedIn,
    PackerSignedOut,
    PanCleared,
    ParcelSealed,
    PromptAnswered,
    ScanRefused,
    StopCleared,
    UnitTakenBack,
    WeightSeen,
    ZeroAsked,
)
from station.packing.job import Attention, Job, Stop, needed
from station.packing.model import Hold, HoldReason
from station.packing.paper_events import PaperFailed, PaperReported, PaperRequested
from station.packing.reasons import Reason
from station.packing.seat_events import BenchLocked, PinAsked, PinGiven, SecondAsked
from station.packing.split_events import ParcelSplit, SplitUndone
from station.packing.splitting import next_of
from station.ui import camera_words, label_words, scale_words, seat_words
from station.ui.device_words import CHECK, device_view
from station.ui.goods_words import article
from station.ui.prompt_words import question
from station.ui.refusal_words import way_out
from station.ui.screen import Stage, Verdict, Words
from station.ui.surroundings import DeviceState
from station.ui.texts import DETAILS, HOLDS, MOMENTS, NUMBER_BY_HAND, OWNERS, REASONS, STEPS, Said
from station.ui.words import AFTER, Field, begun, listed, same


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    verdict: Verdict
    headline: Words
    detail: Words
    tone: Tone | None = None
    reason: str | None = None


def of_stop(stop: Stop, *, must_clear: bool) -> Moment:
    """A locked bench: what happened stays on screen, whatever is scanned meanwhile."""
    said = REASONS[stop.reason]
    detail = stop.refused.detail if stop.refused else ""
    bench = stop.refused.bench if stop.refused else ""
    fields: dict[str, Field] = {"detail": _detail(detail), "bench": bench}
    headline = Words(zh=said.zh, en=said.en).filled(**fields)
    act = way_out(stop.reason, detail) or _act(said, fields)
    if stop.reason is Reason.ORDER_CLAIMED and not bench:
        act = Words(zh=STEPS["taken_over"][0], en=STEPS["taken_over"][1])
    if stop.holds:
        act = HELD_FOR.filled(why=begun(_holds(stop.holds)), act=act)
    tone = Tone.TOO_MANY if stop.reason is Reason.ENOUGH_ALREADY else Tone.WRONG
    reason = Reason.MUST_CLEAR if must_clear else stop.reason
    return Moment(verdict=Verdict.STOP, headline=headline, detail=act, tone=tone, reason=reason)


def refused(event: ScanRefused) -> Words:
    """A refusal in one line, as its stop calls it."""
    said = REASONS[event.reason]
    return Words(zh=said.zh, en=said.en).filled(detail=_detail(event.detail), bench=event.bench, grams="")


def of_attention(attention: Attention, limits: tuple[int, int] | None, doubted: Words | None = None) -> Moment:
    """Something to put right; it ends by itself. ``doubted``: the goods it is about, for the names recorded with it."""
    by_hand = attention.reason is Reason.NO_WAYBILL and attention.detail_zh
    said = NUMBER_BY_HAND if by_hand else REASONS[attention.reason]
    told = (
        label_words.fault(attention.detail_zh, attention.detail) if attention.detail_zh else _detail(attention.detail)
    )
    fields: dict[str, Field] = {"detail": doubted or told, "grams": _off(attention.weight_mg, limits)}
    return Moment(
        verdict=Verdict.ATTENTION,
        headline=Words(zh=said.zh, en=said.en).filled(**fields),
        detail=_act(said, fields),
        tone=Tone.ATTENTION,
        reason=attention.reason,
    )


def _act(said: Said, fields: dict[str, Field]) -> Words:
    """A line of its own, which begins with a capital also where a device's word or a rule's stands first."""
    detail = fields.get("detail")
    if said.act_en.startswith("{detail}") and isinstance(detail, Words):
        fields = {**fields, "detail": begun(detail)}
    return Words(zh=said.act_zh, en=said.act_en).filled(**fields)


def _off(weight_mg: int | None, limits: tuple[int, int] | None) -> Words:
    """How far a weight is from the middle of what is expected."""
    if weight_mg is None or limits is None:
        return same("")
    return grams(abs(weight_mg - (limits[0] + limits[1]) // 2))


def grams(weight_mg: int) -> Words:
    return GRAMS.filled(g=(weight_mg + 500) // 1000)


def _detail(detail: str) -> Words:
    """A device's or rule's word in both languages, ``word:number`` where it counts something.

    Words not in the table are shown as they are.
    """
    word, colon, number = detail.partition(":")
    if colon and word in DETAILS:
        return _words(DETAILS[word]).filled(n=int(number) if number.isdecimal() else number)
    known = [_words(DETAILS[word]) for word in detail.split(" ") if word in DETAILS]
    return listed(known) if len(known) == len(detail.split(" ")) else same(detail)


def _words(pair: tuple[str, str]) -> Words:
    return Words(zh=pair[0], en=pair[1])


def _holds(holds: Sequence[Hold]) -> Words:
    return listed([_hold(hold) for hold in holds])


def _hold(hold: Hold) -> Words:
    """Its words; for what somebody must give, also what is missing by name (B6)."""
    said = _words(HOLDS[hold.reason])
    if hold.reason not in _NAMED or not hold.detail:
        return said
    names = hold.detail[:NAMES_SHOWN_MAX] + ("…" if len(hold.detail) > NAMES_SHOWN_MAX else "")
    return WITH_NAMES.filled(what=said, names=names)


HELD_FOR: Final = Words(zh="{why}：{act}", en="{why}. {act}")
WITH_NAMES: Final = Words(zh="{what}（{names}）", en="{what} ({names})")
GRAMS: Final = Words(zh="{g} 克", en="{g} g")
NAMES_SHOWN_MAX = 60
_NAMED = frozenset({HoldReason.APPROVAL_MISSING, HoldReason.SPEC_UNCONFIRMED})


def moment(job: Job, events: Sequence[Event], stage: Stage) -> Moment:
    """The word for an accepted input, or for one that needed no act."""
    last = _telling(events)
    pictured = camera_words.said(events, last) if stage is not Stage.PROMPTING else None
    if pictured is not None:
        return Moment(verdict=Verdict.INFO, headline=pictured[0], detail=pictured[1])
    match last:
        case BenchLocked() | PinAsked() | PinGiven(right=False) | SecondAsked():
            return seated(last)
        case OrderParked():
            return _parked(last, unsent=any(isinstance(event, LabelVoided) and event.unsent for event in events))
        case PackerSignedOut() if job.opened:
            return _moment(Verdict.INFO, "signed_out")
        case NextAsked() | PackerSignedOut():
            return _moment(Verdict.INFO, "idle", "idle_more")
        case ItemPacked():
            return _packed(job, last, stage)
        case UnitTakenBack():
            return _moment(
                Verdict.OK, "taken_back", "opened_more", tone=Tone.OK, name=_name(job, last.line), n=_total(job)
            )
        case CartonChosen():
            return _moment(Verdict.OK, "box", tone=Tone.OK, name=last.carton)
        case WeightSeen():
            return _moment(Verdict.INFO, "weight_seen", grams=grams(last.weight_mg))
        case DeviceChanged():
            return _of_device(job, last, stage)
        case PromptAnswered(value="cancel") if stage is Stage.PACKING:
            return Moment(verdict=Verdict.INFO, headline=CALLED_OFF, detail=same(""))
        case ParcelSealed():
            return _sealed(job, Verdict.OK, Tone.COMPLETE)
        case ParcelSplit():
            return _moment(Verdict.OK, "split", "split_more", tone=Tone.OK, name=last.next)
        case SplitUndone():
            return _moment(Verdict.OK, "split_undone", "opened_more", tone=Tone.OK, n=_total(job))
        case OrderOpened():
            return _opened(job, last, stage)
        case ZeroAsked():
            return Moment(verdict=Verdict.INFO, headline=scale_words.ZEROED, detail=scale_words.ZEROED_MORE)
        case NothingToDo() if last.what in scale_words.NOT_ZEROED:
            headline, detail = scale_words.NOT_ZEROED[last.what]
            return Moment(verdict=Verdict.ATTENTION, headline=headline, detail=detail, tone=Tone.ATTENTION)
        case NothingToDo() if last.what in MOMENTS:
            return _moment(Verdict.INFO, last.what)
        case None:
            return _standing(job, stage, Verdict.INFO, None)
        case _:
            return _passing(job, last, stage)


CALLED_OFF: Final = Words(zh="已取消，继续装", en="Cancelled: go on")


def _of_device(job: Job, event: DeviceChanged, stage: Stage) -> Moment:
    """By its kind, never by the name in the settings; that all is well is no news while nothing is open."""
    view = device_view(event.kind, up=event.up, word=event.word)
    if view.state is DeviceState.ATTENTION:
        tone = None if event.up else Tone.DEVICE_LOST
        headline = CHECK.filled(name=view.name)
        return Moment(verdict=Verdict.ATTENTION, headline=headline, detail=view.word, tone=tone)
    if stage is Stage.IDLE:
        return _standing(job, stage, Verdict.INFO, None)
    said = AFTER.filled(first=view.name, next=view.word)
    return Moment(verdict=Verdict.INFO, headline=said, detail=same(""), tone=None if event.up else Tone.DEVICE_LOST)


_OF_PAPERS = (PaperRequested, PaperReported, PaperFailed)


def seated(event: BenchLocked | PinAsked | PinGiven | SecondAsked) -> Moment:
    match event:
        case BenchLocked():
            return Moment(verdict=Verdict.INFO, headline=seat_words.LOCKED, detail=seat_words.UNLOCK)
        case SecondAsked():
            headline, detail = seat_words.MEANT_TWICE[event.command]
            return Moment(verdict=Verdict.ATTENTION, headline=headline, detail=detail, tone=Tone.ATTENTION)
        case PinAsked():
            return Moment(verdict=Verdict.INFO, headline=seat_words.PIN_TITLE, detail=seat_words.PIN_HOW)
        case PinGiven():
            headline = seat_words.PIN_WRONG
            return Moment(verdict=Verdict.ATTENTION, headline=headline, detail=seat_words.PIN_HOW, tone=Tone.ATTENTION)
        case _:
            assert_never(event)


def _passing(job: Job, last: Event, stage: Stage) -> Moment:
    words = {
        NothingToDo: "nothing", DoubleReadDropped: "double", PanCleared: "pan_cleared", OrderAsked: "asked",
        HelpCalled: "help", StopCleared: "cleared", PackerSignedIn: "signed_in", PromptAnswered: "answered",
    }  # fmt: skip
    quiet = (BenchStarted, ClaimReturned, NothingToDo, DoubleReadDropped, PanCleared, OrderAsked, HelpCalled)
    verdict = Verdict.INFO if isinstance(last, (*quiet, *_OF_PAPERS)) else Verdict.OK
    if type(last) in words and stage in (Stage.IDLE, Stage.PACKING, Stage.SEALED):
        greets = isinstance(last, PackerSignedIn) and stage is Stage.IDLE
        return _moment(verdict, words[type(last)], "idle_more" if greets else "")
    return _standing(job, stage, verdict, None if verdict is Verdict.INFO else Tone.OK)


def _telling(events: Sequence[Event]) -> Event | None:
    """The event the banner speaks of: an input's first, but a seal, a parking or who came before what led to it."""
    for kind in (ParcelSealed, OrderParked, PackerSignedIn):
        found = next((event for event in events if isinstance(event, kind)), None)
        if found is not None:
            return found
    packed = next((event for event in reversed(events) if isinstance(event, ItemPacked)), None)
    if packed is not None:
        return packed  # with what was brought, of an order opened by its item or its cell
    return next((event for event in events if not isinstance(event, LabelHeld)), None)


def _opened(job: Job, event: OrderOpened, stage: Stage) -> Moment:
    if stage is Stage.PROMPTING:
        return _standing(job, stage, Verdict.OK, Tone.OK)
    if not event.warnings:
        return _moment(Verdict.OK, "opened", "opened_more", tone=Tone.OK, n=_total(job))
    return _moment(Verdict.OK, "opened", "opened_warned", tone=Tone.OK, name=_holds(event.warnings))


def _parked(event: OrderParked, *, unsent: bool) -> Moment:
    """``unsent``: its label was taken back from a printer that was not ready."""
    units = sum(kept.units for kept in event.kept)
    more = "parked_unlabelled" if unsent else "parked_more" if event.kept else "idle_more"
    if event.owner is None:
        return _moment(Verdict.INFO, "parked", more, n=units)
    return _moment(Verdict.INFO, "parked_for", more, n=units, name=_words(OWNERS[event.owner]))


def _sealed(job: Job, verdict: Verdict, tone: Tone | None) -> Moment:
    part = next_of(job)
    if part is None:
        return _moment(verdict, "sealed", "sealed_more", tone=tone)
    return _moment(verdict, "sealed", "sealed_part", tone=tone, name=part)


def _packed(job: Job, event: ItemPacked, stage: Stage) -> Moment:
    if job.counted:
        return _standing(job, stage, Verdict.OK, Tone.COMPLETE)
    assert job.order is not None
    line = job.order.lines[event.line]
    return _moment(
        Verdict.OK,
        "packed",
        "packed_more",
        tone=Tone.OK,
        name=_name(job, event.line),
        packed=job.packed[event.line],
        needed=needed(line.kind, line.quantity),
    )


def _standing(job: Job, stage: Stage, verdict: Verdict, tone: Tone | None) -> Moment:
    """What the stage itself asks for, when the event has no better word."""
    if stage is Stage.PROMPTING and job.prompts:
        headline = _words(MOMENTS["prompting"])
        return Moment(verdict=verdict, headline=headline, detail=question(job.prompts[0]), tone=tone)
    match stage:
        case Stage.WEIGHING:
            return _moment(verdict, "complete", "complete_more", tone=tone, n=_total(job))
        case Stage.PRINTING:
            more = "printing_there" if _stand_in(job) else "printing_more"
            return _moment(verdict, "printing", more, tone=tone, name=_stand_in(job))
        case Stage.LABELLING:
            more = "stick_there" if _stand_in(job) else "stick_more"
            return _moment(verdict, "stick", more, tone=Tone.COMPLETE if tone else None, name=_stand_in(job))
        case Stage.SEALED:
            return _sealed(job, verdict, tone)
        case Stage.PACKING:
            return _moment(verdict, "restarted", "opened_more", tone=tone, n=_total(job))
        case _:
            return _moment(verdict, "idle", "idle_more", tone=tone)


def _stand_in(job: Job) -> str | None:
    """The printer to go to, where it is not the usual one."""
    if job.stand_in is None:
        return None
    return job.label.printer if job.label is not None and job.label.printer else job.stand_in.printer


def _moment(
    verdict: Verdict, headline: str, detail: str = "", *, tone: Tone | None = None, **words: Field | None
) -> Moment:
    fields = {name: value for name, value in words.items() if value is not None}
    more = _words(MOMENTS[detail]).filled(**fields) if detail else same("")
    return Moment(verdict=verdict, headline=_words(MOMENTS[headline]).filled(**fields), detail=more, tone=tone)


def _name(job: Job, line: int) -> Words:
    assert job.order is not None
    return article(job.order.lines[line])


def _total(job: Job) -> int:
    assert job.order is not None
    return sum(needed(line.kind, line.quantity) for line in job.order.lines)
