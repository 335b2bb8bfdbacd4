"""A job and what just happened, put into a ``Screen``. Pure: the one place where facts become words.

It knows no widget, no device and no store. What is shown follows from the job alone as far as it can, so that a
restart shows the same screen; only the passing word ("correct: mug") comes from the last events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from station.codes import command_code
from station.packing.doubting import DOUBTS, NAMES_MAX
from station.packing.events import Event, HelpCalled, PackerSignedOut, PanCleared, ScanRefused
from station.packing.inputs import Command
from station.packing.job import ON_PAPER, Attention, Job, LabelState, needed
from station.packing.model import Order, OrderLine, ServiceId
from station.packing.prompts import BROUGHT, MESSAGE, NO_PHOTO, SHORT_WHY, SUPERVISOR
from station.packing.questions import PromptKind
from station.packing.reasons import Reason
from station.packing.rules import Rules
from station.packing.seat_events import BenchLocked, PinAsked, PinGiven, SecondAsked
from station.packing.weighing import limits_mg
from station.roots import root_in_words
from station.ui import camera_words, paper_words, seat_present, seat_words, witness_words
from station.ui.changes import views
from station.ui.goods_words import article, called, goods, several
from station.ui.moments import Moment, moment, of_attention, of_stop, seated
from station.ui.screen import (
    CommandView,
    ExplanationView,
    LineView,
    ScanView,
    Screen,
    Stage,
    Versus,
    Words,
)
from station.ui.texts import COMMANDS, MOMENTS, STEPS, WAITS
from station.ui.words import beside, listed, named, same

KEYS = {
    "undo": "F2", "hold": "F4", "next": "F5", "weigh": "F8", "reprint": "F10", "help": "F12",
    "clear": "F9", "split": "F7",
}  # fmt: skip

BUTTONS: dict[Stage, tuple[str, ...]] = {
    Stage.IDLE: ("language", "sign_out", "help"),
    Stage.PACKING: ("undo", "hold", "by_hand", "short", "split", "help"),
    Stage.WEIGHING: ("weigh", "undo", "hold", "language", "help"),
    Stage.PROMPTING: ("undo", "hold", "language", "yes", "no", "help"),
    Stage.PRINTING: ("retry", "weigh", "hold", "language", "help"),
    Stage.LABELLING: ("reprint", "no", "language", "help"),
    Stage.SEALED: ("next", "language", "sign_out", "help"),
    Stage.STOPPED: ("clear", "language", "help"),
}
"""What can be done at a stage, at most six; never moving while the stage lasts. What does nothing is not offered."""


_IN_THE_MIDST = frozenset({BROUGHT, SHORT_WHY, SUPERVISOR, NO_PHOTO})
"""Questions asked while units still go in."""


def present(
    job: Job, events: Sequence[Event], rules: Rules, *, scans: tuple[ScanView, ...] = (), opened_us: int | None = None
) -> Screen:
    """What the packer sees after ``events`` led to ``job``."""
    stage = stage_of(job, rules)
    said = _said(job, events, rules, stage)
    order = job.order if job.opened or job.sealed else None
    limits = limits_mg(job, rules) if order else None
    label = job.label if order else None
    return Screen(
        stage=stage,
        verdict=said.verdict,
        headline=said.headline,
        detail=said.detail,
        reason=said.reason,
        steps=_steps(job, stage, said, rules, events),
        order=order.number if order else None,
        part=_part(job) if order else 0,
        joined=len(order.joined) if order else 0,
        gift=order.gift if order else False,
        service=_service(order, job, rules) if order else same(""),
        note=order.buyer_message if order else "",
        note_read=any(prompt == MESSAGE for prompt, _ in job.answers),
        deadline_us=order.deadline_us if order else None,
        lines=_lines(job) if order else (),
        next_line=_next_line(job) if order else None,
        weight_mg=_weight(job) if order else None,
        expected_mg=limits,
        zeroed=order is None or job.pan_owner in (None, order.number),
        explanations=_explanations(job),
        witness=witness_words.view(job, events, rules),
        waybill=label.waybill if label else None,
        label=_label_word(label.state) if label else None,
        label_picture=label.picture or None if label else None,
        root=root_in_words(label.root) if label and label.root else "",
        papers=paper_words.views(job) if order else (),
        prompt=job.prompts[0] if job.prompts else None,
        versus=_versus(job),
        changes=views(job.stop.changes, job.order, rules.terms) if job.stop else (),
        clear_code=command_code(Command.CLEAR) if job.stop else "",
        scans=scans,
        commands=_commands(job, stage, rules),
        tone=said.tone,
        locked=seat_present.locked(job, rules),
        pin_of=job.pin_of,
        pin_words=seat_present.pin(job, rules),
        packer=seat_present.name_of(job.packer, rules),
        packer_id=job.packer,
        photos=job.photos_taken if order and rules.photos else None,
        refused=job.refused,
        opened_us=opened_us,
    )


def _service(order: Order, job: Job, rules: Rules) -> Words:
    """The carrier's service, and what it is to do beside carrying (G11); as recorded where the house has it no more."""
    terms = rules.terms.get(order.service or job.service or ServiceId(""))
    if terms is None:
        return beside([same(order.service_name or job.service or ""), same(order.extras_name)])
    names = {extra.id: named(extra.zh, extra.en) for extra in terms.extras}
    extras = [names.get(extra, same(extra)) for extra in order.extras]
    return beside([named(terms.zh, terms.en), listed(extras)])


def unrecorded(job: Job, rules: Rules, why: str) -> Screen:
    """The screen after an input that the ledger could not take: as before, and the reason above it."""
    said = of_attention(Attention(reason=Reason.NOT_RECORDED, detail=why, detail_zh=why), None)
    return replace(
        present(job, (), rules),
        verdict=said.verdict,
        headline=said.headline,
        detail=said.detail,
        reason=said.reason,
        tone=said.tone,
    )


def stage_of(job: Job, rules: Rules) -> Stage:
    if job.stop is not None:
        return Stage.STOPPED
    if job.sealed:
        return Stage.SEALED
    if not job.opened:
        return Stage.IDLE
    if job.label is not None:
        return Stage.PROMPTING if job.prompts else _label_stage(job.label.state)
    if any(prompt.id in _IN_THE_MIDST for prompt in job.prompts):
        return Stage.PROMPTING
    if not job.counted:
        return Stage.PACKING
    if job.prompts:
        return Stage.PROMPTING
    weighs = job.weight_mg is None or job.pan.doubt is not None
    return Stage.WEIGHING if rules.weigh and weighs else Stage.PRINTING


def _label_stage(state: LabelState) -> Stage:
    if state is LabelState.UNKNOWN:
        return Stage.PROMPTING
    return Stage.LABELLING if state in (LabelState.PRINTED, LabelState.CONFIRMED) else Stage.PRINTING


def _label_word(state: LabelState) -> str | None:
    """The label in the words of the windowless bench: before the intent is recorded there is none."""
    return None if state is LabelState.ALLOWED else state.value


def _said(job: Job, events: Sequence[Event], rules: Rules, stage: Stage) -> Moment:
    if job.stop is not None:
        must_clear = any(isinstance(event, ScanRefused) for event in events) and _is_must_clear(events)
        said = of_stop(job.stop, must_clear=must_clear)
        return replace(said, tone=None) if _calls(events) else said  # whoever calls for help has done nothing wrong
    by_hand = any(isinstance(event, PinAsked | PinGiven | ScanRefused | HelpCalled) for event in events)
    if job.pin_of and job.trouble is None and not by_hand:  # whatever a scale or a printer has to say meanwhile
        return seated(PinAsked(packer=job.pin_of, device=""))
    if job.locked and not any(isinstance(event, BenchLocked | ScanRefused | PinAsked | PinGiven) for event in events):
        return seated(BenchLocked(why=job.locked))
    if seat_present.left_alone(job, rules) and not any(isinstance(event, ScanRefused | PinAsked) for event in events):
        return moment(job, (PackerSignedOut(packer=""),), stage)
    if job.trouble is not None and not any(isinstance(event, PinAsked | PinGiven | SecondAsked) for event in events):
        said = of_attention(job.trouble, limits_mg(job, rules), _doubted(job, job.trouble))
        asked = job.pin_of and job.trouble.reason is Reason.PROMPT_OPEN  # no answer stands on the screen to be scanned
        return replace(said, headline=seat_words.PIN_TITLE, detail=seat_words.PIN_HOW) if asked else said
    if rules.require_sign_in and not job.packer:  # a badge is all that matters now, not that the pan is empty
        events = [event for event in events if not isinstance(event, PanCleared)]
    said = _with_witness(job, events, rules, _with_papers(job, moment(job, events, stage)))
    if camera_words.taking(job) and stage in (Stage.PRINTING, Stage.LABELLING):
        said = replace(said, headline=camera_words.TAKING, detail=camera_words.TAKING_MORE)
    if said.detail != _words(MOMENTS["idle_more"]):
        return said
    if rules.require_sign_in and not job.packer:
        return replace(said, headline=seat_words.SCAN_BADGE, detail=same(""))
    return replace(said, detail=_ways_in(rules))


def _with_witness(job: Job, events: Sequence[Event], rules: Rules, said: Moment) -> Moment:
    """What the scale bore out, where the scale was what spoke; that it saw nothing, once, in the second line."""
    if (agreed := witness_words.agreed(events)) is not None:
        return replace(said, headline=agreed)
    seen = witness_words.view(job, events, rules) if job.counted else None
    return replace(said, detail=seen.words) if seen is not None and seen.words == witness_words.OFF_SCALE else said


def _with_papers(job: Job, said: Moment) -> Moment:
    """A paper that is not out takes the place of the second line; it never stops anything."""
    trouble = paper_words.trouble(job)
    return replace(said, detail=trouble) if trouble is not None else said


def _papers(stage: Stage, rules: Rules) -> tuple[CommandView, ...]:
    """Where papers are printed, they can be printed again."""
    offered = bool(rules.papers) and stage in (Stage.LABELLING, Stage.SEALED)
    return (_command("papers", stage),) if offered else ()


def _photo(stage: Stage, rules: Rules) -> tuple[CommandView, ...]:
    """Where there is a camera and a button left; while packing the code does it."""
    offered = bool(rules.photos) and stage in (Stage.WEIGHING, Stage.PRINTING, Stage.LABELLING, Stage.SEALED)
    return (_command("photo", stage),) if offered else ()


def _ways_in(rules: Rules) -> Words:
    """What may be scanned with nothing open."""
    return _words(MOMENTS["idle_items" if rules.item_first else "idle_more"])


def _is_must_clear(events: Sequence[Event]) -> bool:
    return any(isinstance(event, ScanRefused) and event.reason == "must_clear" for event in events)


def _calls(events: Sequence[Event]) -> bool:
    return any(isinstance(event, HelpCalled) for event in events)


def _steps(job: Job, stage: Stage, said: Moment, rules: Rules, events: Sequence[Event]) -> tuple[Words, ...]:
    if stage is Stage.IDLE:
        return (_ways_in(rules),)
    if stage is Stage.STOPPED:
        called = (_words(MOMENTS["help"]),) if _calls(events) else ()
        return (said.detail, *called, _words(STEPS["clear"]))
    if stage is Stage.LABELLING:
        return tuple(_words(STEPS[f"stick_{number}"]) for number in (1, 2, 3))
    if stage is Stage.PRINTING and job.trouble is not None:
        waits = WAITS.get(job.trouble.reason, STEPS["not_yet"])
        return (_words(waits), _words(STEPS["stick_2"]), _words(STEPS["stick_3"]))
    return ()


def _words(pair: tuple[str, str]) -> Words:
    return Words(zh=pair[0], en=pair[1])


def _lines(job: Job) -> tuple[LineView, ...]:
    """What of each line is in this parcel; a line that goes whole into the next one keeps its place, with nothing."""
    assert job.order is not None
    return tuple(_line(line, units) for line, units in zip(job.order.lines, job.packed, strict=True))


def _part(job: Job) -> int:
    """The how-many-th parcel; the first one is known as such once it is split."""
    assert job.order is not None
    number = job.order.number
    if job.order.part_of is not None:
        return int(number.removeprefix(f"{job.order.part_of}#"))
    return 1 if job.whole is not None else 0


def _line(line: OrderLine, units: int) -> LineView:
    return LineView(
        sku=line.sku,
        name=goods(line),
        variant=line.variant,
        needed=needed(line.kind, line.quantity),
        packed=units,
        picture=line.picture,
        by_hand=line.kind == "by_hand",
        gift=line.kind == "gift",
        order=line.order or "",
    )


def _next_line(job: Job) -> int | None:
    """The line last packed while it still needs units, else the first that does."""
    assert job.order is not None
    lines = job.order.lines
    still_open = [i for i, line in enumerate(lines) if job.packed[i] < needed(line.kind, line.quantity)]
    if job.units and job.units[-1].line in still_open:
        return job.units[-1].line
    return still_open[0] if still_open else None


def _weight(job: Job) -> int | None:
    if job.weight_mg is not None:
        return job.weight_mg
    return job.attention.weight_mg if job.attention else None


def _explanations(job: Job) -> tuple[ExplanationView, ...]:
    attention: Attention | None = job.attention
    if attention is None or job.order is None:
        return ()
    lines = job.order.lines
    return tuple(
        ExplanationView(
            name=article(lines[one.line]),
            units=one.units,
            weight_mg=one.weight_mg,
            picture=lines[one.line].picture,
            sku=one.sku,
        )
        for one in attention.explanations
    )


def _doubted(job: Job, trouble: Attention) -> Words | None:
    if job.order is None or trouble.reason not in DOUBTS:
        return None
    return several([(job.order.lines[each.line], each.units) for each in trouble.explanations], most=NAMES_MAX)


_NO_ITEM = frozenset({Reason.ORDER_OPEN, Reason.WRONG_LABEL})


def _versus(job: Job) -> Versus | None:
    """Scanned against wanted, when a wrong item stopped the bench; another order's number is no item."""
    refused = job.stop.refused if job.stop else None
    if refused is None or job.order is None or refused.wanted is None or refused.reason in _NO_ITEM:
        return None
    line = next(line for line in job.order.lines if line.sku == refused.wanted)
    return Versus(
        scanned=_called(refused, job.order.lines),
        scanned_variant=refused.variant,
        scanned_code=refused.code,
        scanned_picture=refused.picture,
        wanted=goods(line),
        wanted_variant=line.variant,
        wanted_code=line.barcodes[0].code if line.barcodes else line.sku,
        wanted_picture=line.picture,
    )


def _called(refused: ScanRefused, lines: Sequence[OrderLine]) -> Words:
    """What was scanned: called as its line is; of no line, by its own two names, else as a line that shares its one."""
    own = called(refused.name, refused.name_en, refused.code)
    alike = (line for line in lines if line.name and line.name == refused.name and not refused.name_en)
    mine = (line for line in lines if line.sku == refused.sku)
    return next(map(goods, chain(mine, alike)), own)


def _commands(job: Job, stage: Stage, rules: Rules) -> tuple[CommandView, ...]:
    """What a locked bench, or one that waits for a PIN, takes from anybody."""
    if job.stop is None and (job.locked or job.pin_of or seat_present.left_alone(job, rules)):
        return outside(pin=bool(job.pin_of))
    gives = (_command("next", stage),) if stage is Stage.IDLE and rules.gives_next else ()
    offered = tuple(view for view in buttons(stage) if view.command not in _senseless(job))
    return (*gives, *offered, *_papers(stage, rules), *_photo(stage, rules))


def outside(*, pin: bool) -> tuple[CommandView, ...]:
    """Of a bench where nobody sits; a PIN that is asked for can be left with NO."""
    return tuple(_command(name, Stage.IDLE) for name in (("no",) if pin else ()) + ("language", "help"))


def _senseless(job: Job) -> tuple[str, ...]:
    """What would only be refused now: no YES for one of several reasons, no NO to what is read, no unit out of a box
    whose label is asked for, and no putting aside once it may be on paper."""
    of_kind = {PromptKind.ACKNOWLEDGE: ("no",), PromptKind.CHOICE: ("yes",), PromptKind.BADGE: ("yes",)}
    of_prompt = of_kind.get(job.prompts[0].kind, ()) if job.prompts else ()
    of_label: tuple[str, ...] = ()
    if job.opened and job.label is not None:
        out_of_copies = job.attention is not None and job.attention.reason is Reason.NOT_ALLOWED
        of_label = ("undo", "hold") if job.label.state in ON_PAPER and not out_of_copies else ("undo",)
    return (*of_prompt, *of_label, *(() if job.packer else ("sign_out",)))


def buttons(stage: Stage) -> tuple[CommandView, ...]:
    return tuple(_command(name, stage) for name in BUTTONS[stage])


def _command(name: str, stage: Stage) -> CommandView:
    """NO beside a printed label means that none came out."""
    words = COMMANDS["no_label" if name == "no" and stage is Stage.LABELLING else name]
    return CommandView(command=name, words=_words(words), key=KEYS.get(name, ""), code=command_code(Command(name)))
