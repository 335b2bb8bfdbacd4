"""Which view each band shows for a ``Screen``. Pure but for text measuring; no widget is made here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias, assert_never

from station.packing.prompts import MESSAGE, choice_argument, choice_in_code
from station.packing.questions import Prompt, PromptKind
from station.ui import captions, seat_words, sign_in
from station.ui.look import Look
from station.ui.prompt_words import question
from station.ui.relay_words import leave_on
from station.ui.screen import LineView, Screen, Stage, Verdict, Words
from station.ui.sign_in import SignInView
from station.ui.surroundings import DayView, DeviceView, LiveWeight
from station.ui.type import Role
from station.ui.widgets import (
    cell_strip,
    explanations,
    idle_pane,
    label_pane,
    line_list,
    next_item,
    prompt_pane,
    scan_log,
    seat_pane,
    steps_pane,
    weight_pane,
)
from station.ui.widgets.banner import BannerView, Loudness
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.cell_strip import StripView
from station.ui.widgets.device_bar import DeviceBarView
from station.ui.widgets.explanations import ExplanationsView
from station.ui.widgets.idle_pane import IdleView
from station.ui.widgets.label_pane import LabelView, WaybillView, root_groups
from station.ui.widgets.line_list import LinesView
from station.ui.widgets.marks import Mark
from station.ui.widgets.next_item import NextItemView
from station.ui.widgets.note_band import NoteView
from station.ui.widgets.order_band import OrderView, clock_view, note_room, number_parts
from station.ui.widgets.prompt_pane import ChoiceView, PromptView
from station.ui.widgets.scan_log import LogView
from station.ui.widgets.seat_pane import SeatView
from station.ui.widgets.steps_pane import Fact, StepState, StepsView, StepView
from station.ui.widgets.stop_view import StopView
from station.ui.widgets.weight_pane import WeightView


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The answer cards of a question, beside it."""

    prompt: PromptView


Pane: TypeAlias = (
    NextItemView
    | LinesView
    | LogView
    | StripView
    | WeightView
    | ExplanationsView
    | StepsView
    | LabelView
    | WaybillView
    | PromptView
    | Choices
    | IdleView
    | DayView
    | SignInView
    | SeatView
)

AnswerCode: TypeAlias = Callable[[str, str], str]
"""Prompt id and value to the text of the command code that gives that answer, or "" when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everything the window shows, in one value."""

    screen: Screen
    bench: str
    devices: tuple[DeviceView, ...] = ()
    day: DayView = field(default_factory=DayView)
    live: LiveWeight | None = None
    now_us: int = 0
    sign_in: bool = False
    alike: Mapping[str, str] = field(default_factory=dict)  # SKU -> variant, of goods that are not in the order
    typed: str = ""  # keys pressed by hand so far


_LABEL_STEPS: Final = (captions.LABEL_PRINTED, captions.STICK_IT, captions.SCAN_IT)


def paint_pane(canvas: Canvas, pane: Pane) -> None:
    match pane:
        case NextItemView():
            next_item.paint(canvas, pane)
        case LinesView():
            line_list.paint(canvas, pane)
        case LogView():
            scan_log.paint(canvas, pane)
        case StripView():
            cell_strip.paint(canvas, pane)
        case WeightView():
            weight_pane.paint(canvas, pane)
        case ExplanationsView():
            explanations.paint(canvas, pane)
        case StepsView():
            steps_pane.paint(canvas, pane)
        case LabelView():
            label_pane.paint_label(canvas, pane)
        case WaybillView():
            label_pane.paint_waybill(canvas, pane)
        case PromptView():
            prompt_pane.paint_question(canvas, pane)
        case Choices():
            prompt_pane.paint_choices(canvas, pane.prompt)
        case IdleView():
            idle_pane.paint_what(canvas, pane)
        case DayView():
            idle_pane.paint_day(canvas, pane)
        case SignInView():
            sign_in.paint(canvas, pane)
        case SeatView():
            seat_pane.paint(canvas, pane)
        case _:
            assert_never(pane)


def spoken_pane(pane: Pane, look: Look) -> str:
    """What a screen reader says of the pane; the silent ones only repeat."""
    match pane:
        case NextItemView():
            return next_item.spoken(pane, look)
        case LinesView():
            return line_list.spoken(pane, look)
        case StripView():
            return cell_strip.spoken(pane, look)
        case WeightView():
            return weight_pane.spoken(pane, look)
        case ExplanationsView():
            return explanations.spoken(pane, look)
        case StepsView():
            return steps_pane.spoken(pane, look)
        case WaybillView():
            return pane.waybill
        case PromptView():
            return prompt_pane.spoken(pane, look)
        case IdleView():
            return idle_pane.spoken(pane, look)
        case SignInView():
            return sign_in.spoken(pane, look)
        case SeatView():
            return seat_pane.spoken(pane, look)
        case LogView() | LabelView() | Choices() | DayView():
            return ""
        case _:
            assert_never(pane)


def banner(screen: Screen, *, captioned: bool = False, cut_off: bool = False) -> BannerView:
    """``captioned``: what sounds is said in words, too. ``cut_off``: the order book does not answer."""
    waits = screen.stage is Stage.IDLE and screen.verdict is Verdict.INFO and _quiet(screen)[0] is Loudness.QUIET
    if cut_off and waits:
        return BannerView(
            loudness=Loudness.WAIT, mark=Mark.OFFLINE, headline=captions.CUT_OFF, detail=captions.CUT_OFF_HOW
        )
    loudness, mark = _loudness(screen)
    return BannerView(
        loudness=loudness,
        mark=mark,
        headline=screen.headline,
        detail=screen.detail,
        packed=sum(line.packed for line in screen.lines),
        needed=sum(line.needed for line in screen.lines),
        heard=_heard(screen, captioned=captioned),
    )


def _heard(screen: Screen, *, captioned: bool) -> Words | None:
    return seat_words.HEARD[screen.tone] if captioned and screen.tone is not None else None


def _loudness(screen: Screen) -> tuple[Loudness, Mark]:
    match screen.verdict:
        case Verdict.OK:
            return Loudness.OK, Mark.OK
        case Verdict.STOP:
            return Loudness.STOP, Mark.STOP
        case Verdict.ATTENTION:
            return Loudness.ATTENTION, Mark.ATTENTION
        case Verdict.INFO:
            return _quiet(screen)
        case _:
            assert_never(screen.verdict)


def _quiet(screen: Screen) -> tuple[Loudness, Mark]:
    if screen.locked or screen.pin_of or screen.starts:
        return Loudness.WAIT, Mark.WAIT
    if screen.stage is Stage.PRINTING:
        return Loudness.WAIT, Mark.WAIT
    return Loudness.QUIET, Mark.SCAN if screen.stage is Stage.IDLE else Mark.NORMAL


def order(seen: Seen, look: Look) -> OrderView:
    screen = seen.screen
    return OrderView(
        number=screen.order or "",
        parcel=look.lead(captions.parcel(screen.part, screen.joined)),
        service=look.lead(screen.service),
        gift=screen.gift,
        note=screen.note if note_goes_inline(screen, look) else "",
        clock=clock_view(screen.deadline_us, seen.now_us, look),
    )


def note(screen: Screen, look: Look) -> NoteView:
    if note_goes_inline(screen, look):
        return NoteView()
    asks = screen.prompt is None or screen.prompt.id == MESSAGE
    return NoteView(text=screen.note.strip(), read=screen.note_read, asks=asks)


def note_goes_inline(screen: Screen, look: Look) -> bool:
    """A note already read joins the order band where there is width for it."""
    if not (screen.note and screen.note_read and look.grid.three_columns):
        return False
    width = look.letters.advance(screen.note, look.grid.px(Role.LABEL), bold=False)
    return width <= note_room(look)


def device_bar(seen: Seen, look: Look) -> DeviceBarView:
    time = look.hour(seen.now_us) if seen.now_us else ""
    typed = "" if seen.screen.pin_of else seen.typed  # a PIN is nobody's to read
    return DeviceBarView(bench=seen.bench, packer=seen.screen.packer, devices=seen.devices, time=time, typed=typed)


def stop(seen: Seen, look: Look, *, captioned: bool = False) -> StopView:
    screen = seen.screen
    return StopView(
        headline=screen.headline,
        detail=screen.detail,
        order_tail=number_parts(screen.order)[1] if screen.order else "",
        packed=sum(line.packed for line in screen.lines),
        needed=sum(line.needed for line in screen.lines),
        versus=screen.versus,
        changes=screen.changes,
        steps=screen.steps,
        last_scan=next((scan for scan in screen.scans if not scan.late), None),
        clear_code=screen.clear_code,
        lines=screen.lines,
        commands=screen.commands,
        devices=device_bar(seen, look),
        heard=_heard(screen, captioned=captioned),
    )


def panes(seen: Seen, look: Look, answer_code: AnswerCode, *, beside: int = 0) -> tuple[Pane, Pane, Pane]:
    """Left, right and third pane. A scan log goes under the second; a waybill gets a column where there is width.

    ``beside``: pixels of the log's right that something else stands on.
    """
    screen = seen.screen
    log = LogView(scans=screen.scans, beside=beside)
    lines = LinesView(lines=screen.lines, next_line=screen.next_line)
    if (seat := _seat(seen)) is not None:
        beside_it = lines if screen.lines else seen.day.at(seen.now_us)
        return seat, beside_it, lines if screen.locked else log  # of a locked bench nobody reads what was scanned
    if screen.prompt is not None and screen.stage is Stage.PROMPTING:
        asked = _prompt(screen.prompt, answer_code)
        return asked, Choices(prompt=asked), lines
    match screen.stage:
        case Stage.IDLE:
            best = seen.day.best_of(screen.packer_id) if screen.packer_id else 0
            greeting = captions.BEST_HOUR.filled(n=best) if best else None
            what = screen.steps[0] if screen.steps else captions.SCAN_ORDER
            idle = IdleView(words=what, best=greeting, starts=screen.starts)
            signing_in = SignInView(bench=seen.bench, notice=leave_on(seen.devices))
            first: Pane = signing_in if seen.sign_in and not screen.packer else idle
            return first, seen.day.at(seen.now_us), log
        case Stage.PACKING | Stage.STOPPED | Stage.PROMPTING:
            return _next_item(screen, seen.alike), cell_strip.of_lines(lines) if look.grid.narrow else lines, log
        case Stage.WEIGHING:
            why = ExplanationsView(explanations=screen.explanations, weight_mg=_weight(seen).weight_mg)
            return _weight(seen), why, lines
        case Stage.PRINTING | Stage.LABELLING | Stage.SEALED:
            return _steps(seen, look), LabelView(picture=screen.label_picture or ""), _waybill(screen)
        case _:
            assert_never(screen.stage)


def _seat(seen: Seen) -> SeatView | None:
    screen = seen.screen
    if screen.pin_words is not None:
        return SeatView(icon="badge", words=screen.pin_words, more=(seat_words.PIN_HOW,), typed=len(seen.typed))
    icon, words = ("badge", seat_words.GO_ON) if seat_words.alone(screen) else ("frozen", seat_words.UNLOCK)
    return SeatView(icon=icon, words=words, more=screen.locked) if screen.locked else None


def _prompt(prompt: Prompt, answer_code: AnswerCode) -> PromptView:
    return PromptView(
        prompt=prompt.id,
        words=question(prompt),
        choices=tuple(_choice(prompt, value, answer_code) for value in prompt.choices),
        badge=prompt.kind is PromptKind.BADGE,
    )


def _choice(prompt: Prompt, value: str, answer_code: AnswerCode) -> ChoiceView:
    named = choice_in_code(prompt, value) == choice_argument(value)
    place = str(prompt.choices.index(value) + 1)
    return ChoiceView(
        value=value,
        code=answer_code(prompt.id, value if named else choice_in_code(prompt, value)),
        short=answer_code(prompt.id, place) if prompt.kind is PromptKind.CHOICE else "",
    )


def _next_item(screen: Screen, alike: Mapping[str, str]) -> NextItemView:
    if screen.next_line is None:
        return NextItemView(line=None, witness=screen.witness)
    line = screen.lines[screen.next_line]
    return NextItemView(
        line=line, unlike=_look_alike(line, screen.lines) or alike.get(line.sku, ""), witness=screen.witness
    )


def _look_alike(line: LineView, lines: tuple[LineView, ...]) -> str:
    """The variant of another line with the same name: the one a hand takes by mistake."""
    if not line.variant:
        return ""
    others = (other.variant for other in lines if other.name == line.name and other.variant != line.variant)
    return next(others, "")


def _weight(seen: Seen) -> WeightView:
    screen, live = seen.screen, seen.live
    if live is not None and screen.verdict is not Verdict.OK:
        return WeightView(
            weight_mg=live.weight_mg,
            stable=live.stable,
            live=True,
            expected_mg=screen.expected_mg,
            zeroed=screen.zeroed,
        )
    return WeightView(
        weight_mg=screen.weight_mg, stable=True, live=False, expected_mg=screen.expected_mg, zeroed=screen.zeroed
    )


def _steps(seen: Seen, look: Look) -> StepsView:
    screen = seen.screen
    states = _label_states(screen)
    under_way = (captions.LABEL_PRINTING, *_LABEL_STEPS[1:]) if states[0] is StepState.WAIT else _LABEL_STEPS
    words = screen.steps if len(screen.steps) == 3 else under_way
    steps = tuple(StepView(words=text, state=state) for text, state in zip(words, states, strict=True))
    return StepsView(steps=steps, facts=_facts(seen, look))


def _label_states(screen: Screen) -> tuple[StepState, StepState, StepState]:
    if screen.stage is Stage.SEALED or screen.label == "confirmed":
        return StepState.DONE, StepState.DONE, StepState.DONE
    if screen.label == "printed":
        return StepState.DONE, StepState.NOW, StepState.LATER
    return StepState.WAIT, StepState.LATER, StepState.LATER


def _facts(seen: Seen, look: Look) -> tuple[Fact, ...]:
    screen = seen.screen
    facts = []
    if screen.waybill and not look.grid.three_columns:  # else it has a column of its own
        facts.append(Fact(words=captions.WAYBILL, value=label_pane.grouped(screen.waybill)))
    if screen.weight_mg is not None:
        facts.append(Fact(words=captions.WEIGHT, value=f"{screen.weight_mg / 1_000_000:.3f} kg"))
    if screen.opened_us and seen.now_us > screen.opened_us:
        seconds = (seen.now_us - screen.opened_us) // 1_000_000
        facts.append(Fact(words=captions.TIME, value=f"{seconds // 60}:{seconds % 60:02}"))
    if screen.photos is not None:
        facts.append(Fact(words=captions.PHOTOS, value=str(screen.photos)))
    facts.append(Fact(words=captions.REFUSED, value=str(screen.refused)))
    if screen.root:
        facts.append(Fact(words=captions.ROOT, value=root_groups(screen.root)))
    return tuple(facts)


def _waybill(screen: Screen) -> WaybillView:
    done = screen.label in ("printed", "confirmed")
    state = captions.LABEL_PRINTED if done else captions.LABEL_PRINTING
    if screen.label is None:
        state = captions.NO_LABEL_STATE
    return WaybillView(waybill=screen.waybill or "", state=state, done=done, root=screen.root)
