"""Set-up as a machine: an input in, the next state and what to do out. Pure; every step's own talk is in ``steps``.

Skipping, "no hardware", going back and leaving mean the same everywhere and are here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, assert_never

from station.setup.effects import Effect, LetGo
from station.setup.stages import (
    BenchStage,
    CameraStage,
    CommandsStage,
    FinishStage,
    LanguageStage,
    PracticeStage,
    PrinterStage,
    ScaleStage,
    ScannerStage,
    Setup,
    Stage,
    Turn,
)
from station.setup.steps import bench, camera, commands, finish, language, practice, printer, scale, scanner
from station.setup.values import (
    STEPS,
    WITHOUT_HARDWARE,
    Answered,
    Choice,
    Ended,
    Input,
    Outcome,
    Question,
    Step,
    Surroundings,
    Takes,
    Told,
    Wish,
    say,
)
from station.ui.screen import Verdict

SKIP: Final = Choice(key="skip", words=say("以后再说", "Skip for now"))
NONE: Final = Choice(key="none", words=say("没有这个设备", "No hardware"))
BACK: Final = Choice(key="back", words=say("重新开始这一步", "Start this step again"))


def begin(
    around: Surroundings,
    *,
    wish: Wish | None = None,
    outcomes: Mapping[Step, Outcome] = MappingProxyType({}),
    only: Step | None = None,
) -> tuple[Setup, tuple[Effect, ...]]:
    """At the first step that has not ended, or at the one that is wanted."""
    step = only or next((step for step in STEPS if step not in outcomes), Step.FINISH)
    setup = Setup(
        step=step,
        stage=_first(step),
        around=around,
        wish=wish or Wish(),
        outcomes=outcomes,
        only=only is not None,
    )
    return setup, _opening(setup)


def take(setup: Setup, input: Input, now_us: int) -> tuple[Setup, tuple[Effect, ...]]:
    """What an input makes of it. What belongs to another question changes nothing."""
    if setup.over:
        return setup, ()
    if isinstance(input, Answered) and input.value in _everywhere(setup):
        return _aside(setup, input.value, now_us)
    if isinstance(input, Answered) and input.value in finish.steps_to_do(setup):
        return _jumped(setup, Step(input.value))
    return _turned(setup, _dispatch(setup, input), now_us)


def question(setup: Setup) -> Question:
    """What is asked now, with the choices that stand everywhere."""
    asked = _question(setup)
    common = tuple(choice for choice in (NONE, SKIP, BACK) if choice.key in _everywhere(setup))
    return replace(asked, choices=(*asked.choices, *common))


def _everywhere(setup: Setup) -> tuple[str, ...]:
    if setup.step is Step.FINISH:
        return ()
    return ("skip", "back") if setup.step in WITHOUT_HARDWARE else ("skip", "none", "back")


def _aside(setup: Setup, key: str, now_us: int) -> tuple[Setup, tuple[Effect, ...]]:
    if key == "back":
        again = replace(setup, stage=_first(setup.step), told=None)
        return again, (LetGo(), *_opening(again))
    ended = Ended.SKIPPED if key == "skip" else Ended.NO_HARDWARE
    return _turned(setup, Turn(stage=setup.stage, ended=ended), now_us)


def _turned(setup: Setup, turn: Turn, now_us: int) -> tuple[Setup, tuple[Effect, ...]]:
    wish = turn.wish or setup.wish
    if turn.ended is None:
        return replace(setup, stage=turn.stage, told=turn.told, wish=wish), turn.effects
    outcome = Outcome(ended=turn.ended, at_us=now_us, facts=turn.facts)
    outcomes = MappingProxyType({**setup.outcomes, setup.step: outcome})
    told = turn.told or _ended_told(turn.ended)
    if setup.step is Step.FINISH:
        return replace(setup, stage=turn.stage, outcomes=outcomes, told=told, wish=wish, over=True), turn.effects
    step = Step.FINISH if setup.only else _after(setup.step, outcomes)
    moved = replace(setup, step=step, stage=_first(step), outcomes=outcomes, told=told, wish=wish)
    return moved, (*turn.effects, LetGo(), *_opening(moved))


def _jumped(setup: Setup, step: Step) -> tuple[Setup, tuple[Effect, ...]]:
    """From the end back to a step that was left out; after it comes the end again."""
    moved = replace(setup, step=step, stage=_first(step), told=None, only=True)
    return moved, (LetGo(), *_opening(moved))


def _ended_told(ended: Ended) -> Told:
    words = {
        Ended.PASSED: say("这一步好了。", "This step is done."),
        Ended.SKIPPED: say("跳过了。以后可以再来。", "Skipped. Come back whenever you like."),
        Ended.NO_HARDWARE: say("好，没有这个设备也能打包。", "Fine: the bench packs without it."),
    }
    return Told(verdict=Verdict.OK if ended is Ended.PASSED else Verdict.INFO, words=words[ended])


def _after(step: Step, outcomes: Mapping[Step, Outcome]) -> Step:
    """The next one that has not ended; what was skipped earlier waits until it is asked for."""
    later = STEPS[STEPS.index(step) + 1 :]
    return next((one for one in later if one not in outcomes), Step.FINISH)


def _first(step: Step) -> Stage:
    stages: Mapping[Step, Stage] = {
        Step.LANGUAGE: LanguageStage(),
        Step.BENCH: BenchStage(),
        Step.SCANNER: ScannerStage(),
        Step.PRINTER: PrinterStage(),
        Step.SCALE: ScaleStage(),
        Step.CAMERA: CameraStage(),
        Step.COMMANDS: CommandsStage(),
        Step.PRACTICE: PracticeStage(),
        Step.FINISH: FinishStage(),
    }
    return stages[step]


def _opening(setup: Setup) -> tuple[Effect, ...]:
    """What a step does by itself as it begins."""
    match setup.stage:
        case ScannerStage():
            return scanner.OPENING
        case PrinterStage():
            return printer.OPENING
        case ScaleStage():
            return scale.OPENING
        case CameraStage():
            return camera.OPENING
        case CommandsStage():
            return commands.OPENING
        case LanguageStage() | BenchStage() | PracticeStage() | FinishStage():
            return ()
        case _:
            assert_never(setup.stage)


def _dispatch(setup: Setup, input: Input) -> Turn:
    match setup.stage:
        case LanguageStage():
            return language.take(setup, setup.stage, input)
        case BenchStage():
            return bench.take(setup, setup.stage, input)
        case ScannerStage():
            return scanner.take(setup, setup.stage, input)
        case PrinterStage():
            return printer.take(setup, setup.stage, input)
        case ScaleStage():
            return scale.take(setup, setup.stage, input)
        case CameraStage():
            return camera.take(setup, setup.stage, input)
        case CommandsStage():
            return commands.take(setup, setup.stage, input)
        case PracticeStage():
            return practice.take(setup, setup.stage, input)
        case FinishStage():
            return finish.take(setup, setup.stage, input)
        case _:
            assert_never(setup.stage)


def _question(setup: Setup) -> Question:
    match setup.stage:
        case LanguageStage():
            return language.question(setup.stage, setup.around)
        case BenchStage():
            return bench.question(setup, setup.stage)
        case ScannerStage():
            return scanner.question(setup, setup.stage)
        case PrinterStage():
            return printer.question(setup, setup.stage)
        case ScaleStage():
            return scale.question(setup, setup.stage)
        case CameraStage():
            return camera.question(setup, setup.stage)
        case CommandsStage():
            return commands.question(setup.stage)
        case PracticeStage():
            return practice.question(setup, setup.stage)
        case FinishStage():
            return finish.question(setup, setup.stage)
        case _:
            assert_never(setup.stage)


def waits(setup: Setup) -> bool:
    """Whether something is under way whose finding comes by itself."""
    return not setup.over and _question(setup).takes is Takes.WAIT
