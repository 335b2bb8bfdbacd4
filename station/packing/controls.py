"""The rules for what a person asks for on purpose: command codes, keys, answers, and a supervisor's badge."""

from __future__ import annotations

from station.packing import brought, papers, parking, photos, prompts, recalling, renumbering, seat
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
    PackerSignedOut,
    PromptAnswered,
    PromptOpened,
    ScanRefused,
    ShortPackAllowed,
    StopCleared,
    UnitTakenBack,
)
from station.packing.inputs import NEXT_ORDER, Answered, Command, Instant, PinTyped, Pressed, Scan
from station.packing.job import ON_PAPER, Job, LabelState, needed
from station.packing.labelling import again, asked, copies_used_up, out_of_printer, printed_answered, verified
from station.packing.model import LineKind
from station.packing.owners import duty_named
from station.packing.print_events import HoldAsked
from station.packing.questions import PromptKind
from station.packing.reasons import Reason
from station.packing.rules import Rules
from station.packing.scanning import signed_in, waits_for_tote
from station.packing.seat_events import PinAsked, PinGiven, PinLeft
from station.packing.split_events import SplitUndone
from station.packing.splitting import next_of, nothing_to_split, split, why_no_split
from station.packing.zeroing import zeroed

REASON_CHARACTERS_MAX = prompts.REASON_CHARACTERS_MAX
_OF_A_BADGE = frozenset({prompts.SUPERVISOR, prompts.NEW_NUMBER})


def pressed(job: Job, press: Pressed, now: Instant, rules: Rules) -> tuple[Event, ...]:
    match press.command:
        case Command.CLEAR:
            return _clear(job, press)
        case Command.HELP:  # whoever, whenever: a stop stands as it stood, but a stop is what one calls for
            return (HelpCalled(command=press.command, device=press.device),)
        case Command.LOCK if press.argument == seat.IDLE:  # the clock's: nobody did anything wrong
            return seat.locked(press, job) or (NothingToDo(what=press.command.value, device=press.device),)
        case _ if job.stop is not None:
            return (no(Reason.MUST_CLEAR, press),)
        case _ if (shut := seat.shut(job, press)) is not None:
            return (no(shut, press, locks=False),)
        case Command.NO if job.pin_of:
            return (PinLeft(packer=job.pin_of),)
        case _ if rules.require_sign_in and not job.packer:
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
            return _reprint(job, press, now, rules)
        case Command.NEXT | Command.RETRY | Command.WEIGH:
            again_asked = recalling.asked_again(job, rules) if press.command is Command.RETRY else ()
            return again_asked or _go_on(job, press, rules)
        case Command.BY_HAND:
            return (_by_hand(job, press, now),)
        case Command.BOX:
            return (_box(job, press, rules),)
        case Command.YES | Command.NO:
            return _yes_or_no(job, press, now, rules)
        case Command.CHOICE:
            return _choose(job, press, now, rules)
        case Command.PAPERS:
            return papers.asked_again(job, press, now, rules)
        case Command.PHOTO:
            return photos.pressed(job, press, now, rules)
        case Command.SIGN_OUT if job.packer:
            first = seat.meant(job, press, now) if job.opened else None
            return (first or PackerSignedOut(packer=job.packer),)
        case Command.ZERO:
            return zeroed(job, press, rules)
        case Command.LOCK:
            return seat.locked(press, job) or (NothingToDo(what=press.command.value, device=press.device),)
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
    if job.pin_of:
        return (no(Reason.PROMPT_OPEN, answer, locks=False),)
    if job.locked or (rules.require_sign_in and not job.packer):
        return (no(Reason.SIGN_IN_FIRST, answer, locks=False),)
    prompt = next((prompt for prompt in job.prompts if prompt.id == answer.prompt), None)
    if prompt is None:
        return (NothingToDo(what="prompt_not_open", device=answer.device),)
    if prompt.id in _OF_A_BADGE:
        return _badge_answered(job, answer, rules)
    if answer.value not in prompt.choices:
        return (no(Reason.PROMPT_OPEN, answer, locks=False, detail=" ".join(prompt.choices)),)
    recorded = PromptAnswered(prompt=prompt.id, value=answer.value, device=answer.device)
    if prompt.id.startswith(prompts.PRINTED):
        return (recorded, *printed_answered(job, now, came_out=answer.value == prompts.YES))
    if prompt.id.startswith(prompts.PRINTER):
        return recalling.printer_answered(job, answer, rules)
    if prompt.id == prompts.NO_PHOTO:
        return photos.answered(job, answer, now, rules)
    if prompt.id == prompts.BROUGHT:
        return (recorded, *(brought.of_tote(job, now) if answer.value == prompts.YES else ()))
    if prompt.id == prompts.SERVICE and answer.value == prompts.NO:
        return (recorded, parking.parked(job, "service_not_agreed"))
    return (recorded, *_reason_given(job, answer, now))


def _reason_given(job: Job, answer: Answered, now: Instant) -> tuple[Event, ...]:
    """The reason that a short pack or a reprint was asked for without: what was asked goes on."""
    if answer.value == prompts.CANCEL:
        return ()
    if answer.prompt == prompts.SHORT_WHY:
        return (PromptOpened(prompt=prompts.supervisor(answer.value), why=answer.value),)
    if answer.prompt != prompts.REPRINT_WHY or job.label is None or job.label.state not in ON_PAPER:
        return ()
    return _in_place_of(job, now, answer.value)


def _choose(job: Job, press: Pressed, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """The answer a code or a key names, to the prompt on screen."""
    if not job.prompts:
        return (NothingToDo(what="no_prompt_open", device=press.device),)
    prompt = job.prompts[0]
    value = prompts.choice_named(prompt, press.argument) or press.argument
    return answered(job, Answered(prompt=prompt.id, value=value, device=press.device), now, rules)


def badge_shown(job: Job, scan: Scan, rules: Rules) -> tuple[Event, ...]:
    """A badge allows what waits for a supervisor's; else it signs in. Nobody allows anything at a locked bench."""
    assert scan.badge is not None
    nobody = job.locked or (rules.require_sign_in and not job.packer)
    if nobody or not waits_for_supervisor(job):
        return signed_in(job, scan, rules)
    person = rules.roster.get(scan.badge)
    if person is not None and person.supervisor and person.pin:
        return seat.badge_read(job, scan, person)
    left = (PinLeft(packer=job.pin_of),) if job.pin_of else ()
    return (*left, *supervisor_badge(job, scan.badge, scan.device, rules))


def pin_typed(job: Job, typed: PinTyped, rules: Rules) -> tuple[Event, ...]:
    """The PIN that goes with the badge just read; right, it does what the badge was read for."""
    if not job.pin_of:
        return (NothingToDo(what="pin_not_asked", device=typed.device),)
    whose = seat.owner_of(job, rules)
    if not typed.right or whose is None:
        return seat.pin_refused(job, typed)
    badge, person = whose
    given = PinGiven(packer=job.pin_of, right=True)
    nobody = job.locked or (rules.require_sign_in and not job.packer)
    if nobody or not waits_for_supervisor(job):
        return (given, *seat.entered(job, person))
    return (given, *supervisor_badge(job, badge, typed.device, rules))


def supervisor_badge(job: Job, badge: str, device: str, rules: Rules) -> tuple[Event, ...]:
    """A badge scanned while a short pack or another number waits for one. Nobody may let an empty box go."""
    person = rules.roster.get(badge)
    wanted = next(prompt.id for prompt in job.prompts if prompt.id in _OF_A_BADGE)
    refused = Answered(prompt=wanted, value="badge", device=device)
    if person is None or not person.supervisor:
        return (no(Reason.NOT_ALLOWED, refused, detail="not_a_supervisor"),)
    if wanted == prompts.NEW_NUMBER:
        return renumbering.allowed(job, refused, by=person.pseudonym)
    if nothing := _without_units(job):
        return (no(Reason.NOT_ALLOWED, refused, detail=nothing),)
    recorded = PromptAnswered(prompt=prompts.SUPERVISOR, value=person.pseudonym, device=device)
    return (recorded, ShortPackAllowed(by=person.pseudonym, why=job.short_why, missing=parking.missing(job)))


def waits_for_supervisor(job: Job) -> bool:
    return any(prompt.id in _OF_A_BADGE for prompt in job.prompts)


def _badge_answered(job: Job, answer: Answered, rules: Rules) -> tuple[Event, ...]:
    if answer.value == prompts.CANCEL:
        return (PromptAnswered(prompt=answer.prompt, value=answer.value, device=answer.device),)
    person = rules.roster.get(answer.value)
    if person is not None and person.supervisor and person.pin:  # an id that anybody can type is no badge either
        return (PinAsked(packer=person.pseudonym, device=answer.device),)
    return supervisor_badge(job, answer.value, answer.device, rules)


def _clear(job: Job, press: Pressed) -> tuple[Event, ...]:
    """The only way out of a stop. An order that may not ship is put aside with it, its label void."""
    if job.stop is None:
        return (NothingToDo(what="nothing_to_clear", device=press.device),)
    cleared = StopCleared(reason=job.stop.reason, device=press.device)
    if not job.stop.parks:
        return (cleared,)
    return (cleared, *_void(job, job.stop.reason.value), parking.parked(job, job.stop.reason.value))


def _void(job: Job, why: str) -> tuple[Event, ...]:
    if job.label is None:
        return ()
    return (LabelVoided(job=job.label.job, waybill=job.label.waybill, why=why),)


def _split(job: Job, press: Pressed) -> Event:
    """The box is full: the rest goes into the next one."""
    if nothing := nothing_to_split(job):
        return NothingToDo(what=nothing, device=press.device)
    if waits_for_tote(job):
        return no(Reason.PROMPT_OPEN, press, locks=False, detail=prompts.BROUGHT)
    if why := why_no_split(job):
        return no(Reason.NOT_ALLOWED, press, detail=why)
    if waits_for_tote(job):
        return no(Reason.PROMPT_OPEN, press, locks=False, detail=prompts.BROUGHT)
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
    if nothing := _without_units(job):
        return (no(Reason.NOT_ALLOWED, press, detail=nothing),)
    if waits_for_tote(job):
        return (no(Reason.PROMPT_OPEN, press, locks=False, detail=prompts.BROUGHT),)
    if not why:
        return (PromptOpened(prompt=prompts.short_why()),)
    asked_why = any(prompt.id == prompts.SHORT_WHY for prompt in job.prompts)
    said = (PromptAnswered(prompt=prompts.SHORT_WHY, value=why, device=press.device),) if asked_why else ()
    return (*said, PromptOpened(prompt=prompts.supervisor(why), why=why))


def _without_units(job: Job) -> str:
    """Why the box may not go short: it is empty, or one of its orders would be shipped with nothing in it at all."""
    if job.order is None or not job.units:
        return "nothing_packed"
    lines = tuple(zip(job.order.lines, job.packed, strict=True))
    wanted = {line.order for line, _units in lines if needed(line.kind, line.quantity)}
    return "order_without_units" if wanted - {line.order for line, units in lines if units} else ""


def _hold(job: Job, press: Pressed) -> tuple[Event, ...]:
    """An order may be put aside until its label may be on paper; one that waits for its printer is taken back first.

    So may one that never came out and has had all its copies: there is no other way on. An argument names who puts
    right what is wrong with its goods.
    """
    duty = duty_named(press.argument)
    if press.argument and duty is None:
        return (no(Reason.UNKNOWN_CODE, press, detail=press.argument[:REASON_CHARACTERS_MAX]),)
    if not job.opened:
        return (NothingToDo(what="no_order_open", device=press.device),)
    if duty is not None and waits_for_tote(job):  # nobody knows yet what is missing
        return (no(Reason.PROMPT_OPEN, press, locks=False, detail=prompts.BROUGHT),)
    why = press.reason.strip()[:REASON_CHARACTERS_MAX] or (duty.why if duty else "hold")
    owner = duty.owner if duty else None
    if job.label is not None and recalling.waits_for_printer(job):
        return recalling.hold_asked(job, HoldAsked(job=job.label.job, why=why, owner=owner))
    if job.label is not None and job.label.state is not LabelState.ALLOWED and not _has_no_copies_left(job):
        return (no(Reason.NOT_ALLOWED, press, detail="label_requested"),)
    return (*_void(job, why), parking.parked(job, why, owner))


def _has_no_copies_left(job: Job) -> bool:
    held = job.attention is not None and job.attention.reason is Reason.NOT_ALLOWED
    return held and copies_used_up(job)


def _reprint(job: Job, press: Pressed, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """A reprint has a reason, is marked, and needs a supervisor from the second on, where there is one."""
    if not job.opened or job.label is None or job.label.state not in ON_PAPER:
        return (NothingToDo(what="nothing_to_reprint", device=press.device),)
    why = press.reason.strip()[:REASON_CHARACTERS_MAX]
    alike = why != prompts.WRONG_BOX
    if alike and copies_used_up(job):
        return (no(Reason.NOT_ALLOWED, press, detail="copies"),)
    if alike and job.label.copy > 1 and not job.supervisor and rules.has_supervisor:
        return (no(Reason.NOT_ALLOWED, press, detail="not_a_supervisor"),)
    return _in_place_of(job, now, why) if why else (PromptOpened(prompt=prompts.reprint_why()),)


def _in_place_of(job: Job, now: Instant, why: str) -> tuple[Event, ...]:
    """The same number again; where the first label may be on another box, another number."""
    return renumbering.asked(job) if why == prompts.WRONG_BOX else again(job, now, why)


def _go_on(job: Job, press: Pressed, rules: Rules) -> tuple[Event, ...]:
    """Next, retry, weigh again: whatever the bench waits for is asked for once more; with nothing open, an order."""
    if press.command is Command.NEXT and not job.opened and job.asked is None:
        part = next_of(job) if job.sealed else None
        if part is not None:
            return (OrderAsked(code=part, device=press.device),)
        done = (NextAsked(device=press.device),) if job.sealed else ()
        wanted = (OrderAsked(code=NEXT_ORDER, device=press.device),) if rules.gives_next else ()
        if done or wanted:
            return (*done, *wanted)
    if verified(job, rules):
        return (asked(job),)
    return (NothingToDo(what=press.command.value, device=press.device),)


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
        return (_no_label(job, press, rules),)
    prompt = job.prompts[0]
    senseless = {PromptKind.ACKNOWLEDGE: Command.NO, PromptKind.CHOICE: Command.YES}.get(prompt.kind)
    if press.command is senseless:
        return (no(Reason.PROMPT_OPEN, press, locks=False, detail=" ".join(prompt.choices)),)
    value = prompt.choices[0] if press.command is Command.YES else prompt.choices[-1]
    if prompt.id in _OF_A_BADGE and press.command is Command.YES:
        return (NothingToDo(what="badge_needed", device=press.device),)
    return answered(job, Answered(prompt=prompt.id, value=value, device=press.device), now, rules)


def _no_label(job: Job, press: Pressed, rules: Rules) -> Event:
    """NO with no question open says that no label came out, whatever the printer says: then it is asked in words.

    Against the printer's word that is a reprint by another name, so a third label is a supervisor's to allow.
    """
    label = job.label
    if press.command is not Command.NO or not job.opened or label is None or label.state not in ON_PAPER:
        return NothingToDo(what="no_prompt_open", device=press.device)
    supervised = job.supervisor or not rules.has_supervisor
    if label.state is LabelState.PRINTED and label.copy > 1 and not supervised:
        return no(Reason.NOT_ALLOWED, press, detail="not_a_supervisor")
    return LabelUnknown(job=label.job, cause="packer", prompt=out_of_printer(job))
