"""A set-up in words and codes for the window. Pure but for drawing codes as modules; no Qt widget, no device."""

from __future__ import annotations

from station import codes
from station.packing.inputs import Command
from station.setup import machine
from station.setup.code_pictures import qr_rows
from station.setup.reading import ASIDES
from station.setup.stages import Setup
from station.setup.step_words import ENDS, STEP_NAMES
from station.setup.values import STEPS, CodePicture, Ended, PictureKind, Step, Takes
from station.ui.screen import Verdict, Words
from station.ui.setup_screen import ChoiceView, PictureView, SetupScreen, StepState, StepView
from station.ui.widgets import bars

_NOTHING = Words(zh="", en="")


def choice_code(number: int) -> str:
    """What the code beside a choice carries; the same at every question."""
    return codes.command_code(Command.CHOICE, str(number))


def choice_codes(numbers: int) -> dict[str, tuple[str, ...]]:
    """The modules of those codes, drawn once."""
    return {choice_code(number): tuple(qr_rows(choice_code(number))) for number in range(1, numbers + 1)}


def present(setup: Setup, *, typed: str = "") -> SetupScreen:
    asked = machine.question(setup)
    own = [choice for choice in asked.choices if choice.key not in ASIDES]
    return SetupScreen(
        steps=tuple(_step(setup, step) for step in STEPS),
        question=asked.words,
        help=asked.help,
        choices=tuple(
            ChoiceView(number=at, words=choice.words, note=choice.note, code=choice_code(at))
            for at, choice in enumerate(own, start=1)
        ),
        asides=tuple(choice.key for choice in asked.choices if choice.key in ASIDES),
        pictures=tuple(_picture(picture) for picture in asked.pictures),
        verdict=Verdict.INFO if setup.told is None else setup.told.verdict,
        told=None if setup.told is None else setup.told.words,
        way=None if setup.told is None else setup.told.way,
        notes=asked.notes,
        figure=asked.figure,
        takes_text=asked.takes is Takes.TEXT,
        waiting=asked.takes is Takes.WAIT,
        typed=typed,
        over=setup.over,
    )


def _step(setup: Setup, step: Step) -> StepView:
    outcome = setup.outcomes.get(step)
    states = {Ended.PASSED: StepState.DONE, Ended.SKIPPED: StepState.LEFT_OUT, Ended.NO_HARDWARE: StepState.WITHOUT}
    here = step is setup.step and not setup.over
    state = StepState.NOW if here else StepState.LATER if outcome is None else states[outcome.ended]
    end = _NOTHING if outcome is None or state is StepState.NOW else ENDS[outcome.ended]
    return StepView(number=STEPS.index(step) + 1, name=STEP_NAMES[step], state=state, end=end)


def _picture(picture: CodePicture) -> PictureView:
    match picture.kind:
        case PictureKind.CODE128:
            return PictureView(caption=picture.caption, rows=(bars.modules(picture.text),))
        case PictureKind.QR:
            return PictureView(caption=picture.caption, rows=tuple(qr_rows(picture.text)))
        case PictureKind.FILE:
            return PictureView(caption=picture.caption, file=picture.text.lstrip("/"))
