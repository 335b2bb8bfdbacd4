"""The rules for what a person asks for on purpose: command codes, keys, answers, and a supervisor's badge."""

from __future__ import annotations

from station.packing import brought, prompts
from station.packing.events import (
    CartonChosen,
    Event,
    HelpCalled,
    ItemPacked,
    LabelUnknown,
    LabelVoided,
    NextAsked,
    NothingToDo,
    OrderAsked,
    OrderParked,
    PackedUnits,
    PackerSignedOut,
    PromptAnswered,
    PromptOpened,
    ScanRefused,
    ShortPackAllowed,
    SplitUndone,
    StopCleared,
    UnitTakenBack,
)
from station.packing.inputs import Answered, Command, Instant, Pressed
from station.packing.job import ON_PAPER, Job, LabelState, needed
from station.packing.labelling import COPIES_MAX, again, asked, printed_answered, verified
from station.packing.model import LineKind
from station.packing.owners import Owner, duty_named
from station.packing.questions import PromptKind
from station.packing.reasons import Reason
from station.packing.rules import Rules
from station.packing.scanning import waits_for_tote
from station.packing.splitting import next_of, nothing_to_split, split, why_no_split

REASON_CHARACTERS_MAX = prompts.REASON_CHARACTERS_MAX
_LETS_GO = frozenset({Reason.PRINTER_NOT_READY, Reason.NOT_ALLOWED})
"""Why a label that was asked for does not come out: it waits for its printer, or has no copies left."""


def pressed(job: Job, press: Pressed, now: Instant, rules: Rules) -> tuple[Event, ...]:
    match press.command:
        case Command.CLEAR:
            return _clear(job, press)
        case _ if job.stop is not None:
            return (no(Reason.MUST_CLEAR, press),)
        case _ if rules.require_sign_in and not job.packer and press.command is not Command.HELP:
            return (no(Reason.SIGN_IN_FIRST, press, locks=False),)
        case Command.UNDO:
            return (_undo(job, press),)
        case Command.SHORT:
            return _short(job, press)
        case Command.SPLIT:
            return (_split(job, press),)
        case Command.HOLD:
            return _hold(job, press)
        case Command.REPRINT:
            return _reprint(job, press, now)
        case Command.NEXT | Command.RETRY | Command.WEIGH:
            return (_go_on(job, press, rules),)
        case Command.BY_HAND:
            return (_by_hand(job, press, now),)
        case Command.BOX:
            return (_box(job, press, rules),)
        case Command.YES | Command.NO:
            return _yes_or_no(job, press, now, rules)
        case Command.CHOICE:
            return _choose(job, press, now, rules)
        case Command.HELP:
            return (HelpCalled(command=press.command, device=press.device),)
        case Command.SIGN_OUT if job.packer:
            return (PackerSignedOut(packer=job.packer),)
        case _:
            return (NothingToDo(what=press.command.value, device=press.device),)


def no(reason: Reason, press: Pressed | Answered, *, locks: bool = True, detail: str = "") -> ScanRefused:
    """The no to an act; the act's name stands where a scan's code would."""
    act = press.command.value if isinstance(press, Pressed) else f"answer {press.prompt}"
    return ScanRefused(reason=reason, code=act, device=press.device, locks=locks, detail=detail)


def answered(job: Job, answer: Answered, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """An answer to an open prompt; one that is not open any more is no mistake, only late."""
    if job.stop is not None:
        return (no(Reason.MUST_CLEAR, answer),)
    if rules.require_sign_in and not job.packer:
        return (no(Reason.SIGN_IN_FIRST, answer, locks=False),)
    prompt = next((prompt for prompt in job.prompts if prompt.id == answer.prompt), None)
    if prompt is None:
        return (NothingToDo(what="prompt_not_open", device=answer.device),)
    if prompt.id == prompts.SUPERVISOR:
        return _badge_answered(job, answer, rules)
    if answer.value not in prompt.choices:
        return (no(Reason.PROMPT_OPEN, answer, locks=False, detail=" ".join(prompt.choices)),)
    recorded = PromptAnswered(prompt=prompt.id, value=answer.value, device=answer.device)
    if prompt.id.startswith(prompts.PRINTED):
        return (recorded, *printed_answered(job, now, came_out=answer.value == prompts.YES))
    if prompt.id == prompts.BROUGHT:
        return (recorded, *(brought.of_tote(job, now) if answer.value == prompts.YES else ()))
    if prompt.id == prompts.SERVICE and answer.value == prompts.NO:
        return (recorded, _parked(job, "service_not_agreed"))
    return (recorded, *_reason_given(job, answer, now))


def _reason_given(job: Job, answer: Answered, now: Instant) -> tuple[Event, ...]:
    """The reason that a short pack or a reprint was asked for without: what was asked goes on."""
    if answer.value == prompts.CANCEL:
        return ()
    if answer.prompt == prompts.SHORT_WHY:
        return (PromptOpened(prompt=prompts.supervisor(answer.value), why=answer.value),)
    return again(job, now, answer.value) if answer.prompt == prompts.REPRINT_WHY else ()


def _choose(job: Job, press: Pressed, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """The answer a code or a key names, to the prompt on screen."""
    if not job.prompts:
        return (NothingToDo(what="no_prompt_open", device=press.device),)
    prompt = job.prompts[0]
    value = prompts.choice_named(prompt, press.argument) or press.argument
    return answered(job, Answered(prompt=prompt.id, value=value, device=press.device), now, rules)


def supervisor_badge(job: Job, badge: str, device: str, rules: Rules) -> tuple[Event, ...]:
    """A badge scanned while a short pack waits for one. Nobody may let an empty box go."""
    person = rules.roster.get(badge)
    refused = Answered(prompt=prompts.SUPERVISOR, value="badge", device=device)
    if person is None or not person.supervisor:
        return (no(Reason.NOT_ALLOWED, refused, detail="not_a_supervisor"),)
    if not job.units:
        return (no(Reason.NOT_ALLOWED, refused, detail="nothing_packed"),)
    recorded = PromptAnswered(prompt=prompts.SUPERVISOR, value=person.pseudonym, device=device)
    return (recorded, ShortPackAllowed(by=person.pseudonym, why=job.short_why, missing=_missing(job)))


def waits_for_supervisor(job: Job) -> bool:
    return any(prompt.id == prompts.SUPERVISOR for prompt in job.prompts)


def _badge_answered(job: Job, answer: Answered, rules: Rules) -> tuple[Event, ...]:
    if answer.value == prompts.CANCEL:
        return (PromptAnswered(prompt=answer.prompt, value=answer.value, device=answer.device),)
    return supervisor_badge(job, answer.value, answer.device, rules)


def _clear(job: Job, press: Pressed) -> tuple[Event, ...]:
    """The only way out of a stop. An order that may not ship is put aside with it, its label void."""
    if job.stop is None:
        return (NothingToDo(what="nothing_to_clear", device=press.device),)
    cleared = StopCleared(reason=job.stop.reason, device=press.device)
    if not job.stop.parks:
        return (cleared,)
    return (cleared, *_void(job, job.stop.reason.value), _parked(job, job.stop.reason.value))


def _void(job: Job, why: str) -> tuple[Event, ...]:
    if job.label is None:
        return ()
    return (LabelVoided(job=job.label.job, waybill=job.label.waybill, why=why),)


def _parked(job: Job, why: str, owner: Owner | None = None) -> OrderParked:
    """What is verified by now stays with the order, so that no bench needs to scan it again."""
    assert job.order is not None
    return OrderParked(
        order=job.order.number,
        why=why,
        fence=job.fence,
        owner=owner,
        missing=_missing(job) if owner else (),
        kept=brought.kept(job),
    )


def _missing(job: Job) -> tuple[PackedUnits, ...]:
    return tuple(PackedUnits(sku=sku, units=units) for sku, units in job.missing)


def _split(job: Job, press: Pressed) -> Event:
    """The box is full: the rest goes into the next one."""
    if nothing := nothing_to_split(job):
        return NothingToDo(what=nothing, device=press.device)
    if why := why_no_split(job):
        return no(Reason.NOT_ALLOWED, press, detail=why)
    return split(job)


def _undo(job: Job, press: Pressed) -> Event:
    """Exactly the last accepted unit comes out again, as long as no label was asked for; a split goes before it."""
    if job.opened and job.label is not None:
        return no(Reason.NOT_ALLOWED, press, detail="label_requested")
    if job.workable and (part := next_of(job)) is not None:
        return SplitUndone(next=part)
    if not job.workable or not job.units:
        return NothingToDo(what="nothing_to_undo", device=press.device)
    assert job.order is not None
    unit = job.units[-1]
    line = job.order.lines[unit.line]
    return UnitTakenBack(line=unit.line, sku=line.sku, units=unit.units, serial=unit.serial, order=line.order)


def _short(job: Job, press: Pressed) -> tuple[Event, ...]:
    """A short pack needs a reason and a supervisor's badge."""
    why = press.reason.strip()[:REASON_CHARACTERS_MAX]
    if not job.workable or not job.missing:
        return (NothingToDo(what="nothing_missing", device=press.device),)
    if not job.units:
        return (no(Reason.NOT_ALLOWED, press, detail="nothing_packed"),)
    if not why:
        return (PromptOpened(prompt=prompts.short_why()),)
    asked_why = any(prompt.id == prompts.SHORT_WHY for prompt in job.prompts)
    said = (PromptAnswered(prompt=prompts.SHORT_WHY, value=why, device=press.device),) if asked_why else ()
    return (*said, PromptOpened(prompt=prompts.supervisor(why), why=why))


def _hold(job: Job, press: Pressed) -> tuple[Event, ...]:
    """An order may be put aside until its label may be on paper; one that waits for its printer is void with it.

    So is one that never came out and has had all its copies: there is no other way on. An argument names who puts
    right what is wrong with its goods.
    """
    duty = duty_named(press.argument)
    if press.argument and duty is None:
        return (no(Reason.UNKNOWN_CODE, press, detail=press.argument[:REASON_CHARACTERS_MAX]),)
    if not job.opened:
        return (NothingToDo(what="no_order_open", device=press.device),)
    waits = job.attention is not None and job.attention.reason in _LETS_GO
    if job.label is not None and not waits and job.label.state is not LabelState.ALLOWED:
        return (no(Reason.NOT_ALLOWED, press, detail="label_requested"),)
    why = press.reason.strip()[:REASON_CHARACTERS_MAX] or (duty.why if duty else "hold")
    return (*_void(job, why), _parked(job, why, duty.owner if duty else None))


def _reprint(job: Job, press: Pressed, now: Instant) -> tuple[Event, ...]:
    """A reprint has a reason, is marked, and needs a supervisor from the second on."""
    if not job.opened or job.label is None or job.label.state not in ON_PAPER:
        return (NothingToDo(what="nothing_to_reprint", device=press.device),)
    if job.label.copy >= COPIES_MAX or (job.label.copy > 1 and not job.supervisor):
        return (no(Reason.NOT_ALLOWED, press, detail="not_a_supervisor"),)
    why = press.reason.strip()[:REASON_CHARACTERS_MAX]
    return again(job, now, why) if why else (PromptOpened(prompt=prompts.reprint_why()),)


def _go_on(job: Job, press: Pressed, rules: Rules) -> Event:
    """Next, retry, weigh again: whatever the bench waits for is asked for once more."""
    if job.sealed and press.command is Command.NEXT and job.asked is None:
        part = next_of(job)
        return OrderAsked(code=part, device=press.device) if part else NextAsked(device=press.device)
    if verified(job, rules):
        return asked(job)
    return NothingToDo(what=press.command.value, device=press.device)


def _by_hand(job: Job, press: Pressed, now: Instant) -> Event:
    """A unit without a barcode, confirmed by hand and recorded as such; never a way round a scannable one."""
    if not job.workable or job.order is None:
        return NothingToDo(what="no_order_open", device=press.device)
    if waits_for_tote(job):
        return no(Reason.PROMPT_OPEN, press, locks=False, detail=prompts.BROUGHT)
    for index, line in enumerate(job.order.lines):
        wanted = press.argument in ("", line.sku)
        open_units = needed(line.kind, line.quantity) - job.packed[index]
        if line.kind is LineKind.BY_HAND and wanted and open_units > 0:
            return ItemPacked(
                line=index,
                sku=line.sku,
                units=1,
                code="",
                device=press.device,
                mono_us=now.mono_us,
                by_hand=True,
                order=line.order,
            )
    return no(Reason.NOT_ALLOWED, press, detail="has_a_barcode")


def _box(job: Job, press: Pressed, rules: Rules) -> Event:
    carton = next((carton for carton in rules.cartons if carton.code == press.argument), None)
    if carton is None:
        return no(Reason.UNKNOWN_CODE, press, detail=press.argument[:REASON_CHARACTERS_MAX])
    if not job.workable:
        return NothingToDo(what="no_order_open", device=press.device)
    return CartonChosen(carton=carton.code, carton_mg=carton.tare_mg, filler_mg=carton.filler_mg)


def _yes_or_no(job: Job, press: Pressed, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """YES takes the first choice of the prompt on screen, NO the last.

    What is only to be read has no NO, and a choice of several has no YES.
    """
    if not job.prompts:
        return (_no_label(job, press),)
    prompt = job.prompts[0]
    senseless = {PromptKind.ACKNOWLEDGE: Command.NO, PromptKind.CHOICE: Command.YES}.get(prompt.kind)
    if press.command is senseless:
        return (no(Reason.PROMPT_OPEN, press, locks=False, detail=" ".join(prompt.choices)),)
    value = prompt.choices[0] if press.command is Command.YES else prompt.choices[-1]
    if prompt.id == prompts.SUPERVISOR and press.command is Command.YES:
        return (NothingToDo(what="badge_needed", device=press.device),)
    return answered(job, Answered(prompt=prompt.id, value=value, device=press.device), now, rules)


def _no_label(job: Job, press: Pressed) -> Event:
    """NO with no question open says that no label came out, whatever the printer says: then it is asked in words."""
    if press.command is Command.NO and job.opened and job.label is not None and job.label.state in ON_PAPER:
        return LabelUnknown(job=job.label.job, cause="packer", prompt=prompts.printed(job.label.job))
    return NothingToDo(what="no_prompt_open", device=press.device)
