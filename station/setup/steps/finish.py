"""The end: what was found is shown, written into bench.toml when a person says so, and kept as a report."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from station.setup.effects import WriteBench, WriteReport
from station.setup.stages import FinishAsks, FinishStage, Setup, Turn
from station.setup.step_words import STEP_NAMES
from station.setup.values import (
    STEPS,
    Answered,
    Choice,
    Ended,
    Failed,
    FileWritten,
    Input,
    Question,
    Step,
    Takes,
    Told,
    Wish,
    say,
)
from station.ui.screen import Verdict

_WRITE: Final = Choice(key="yes", words=say("写进 bench.toml", "Write it into bench.toml"))
_NOT: Final = Choice(key="no", words=say("先不写", "Not now"))


def question(setup: Setup, stage: FinishStage) -> Question:
    match stage.asks:
        case FinishAsks.WRITE:
            todo = steps_to_do(setup)
            words = say("要保存这些设置吗？", "Save these settings?")
            help = say("还有 {n} 步没做。", "{n} steps are still to be done.").filled(n=len(todo))
            again = tuple(Choice(key=step, words=STEP_NAMES[step]) for step in todo)
            return Question(words=words, choices=(_WRITE, _NOT, *again), help=help if todo else None)
        case FinishAsks.WRITING:
            return Question(words=say("正在保存…", "Saving…"), takes=Takes.WAIT)
        case FinishAsks.REPORT:
            return Question(words=say("正在写报告…", "Writing the report…"), takes=Takes.WAIT)
        case FinishAsks.OVER:
            file = say(
                "报告：{report}。学装箱：sealbench train", "The report: {report}. To learn packing: sealbench train"
            ).filled(report=stage.report)
            return Question(words=say("工位可以用了。", "The bench is ready."), help=file)


def steps_to_do(setup: Setup) -> tuple[Step, ...]:
    """What was skipped or never begun; only the end offers it."""
    if not isinstance(setup.stage, FinishStage) or setup.stage.asks is not FinishAsks.WRITE:
        return ()
    ended = {step: one.ended for step, one in setup.outcomes.items()}
    return tuple(step for step in STEPS[:-1] if ended.get(step, Ended.SKIPPED) is Ended.SKIPPED)


def take(setup: Setup, stage: FinishStage, input: Input) -> Turn:
    match stage.asks, input:
        case FinishAsks.WRITE, Answered(value="yes"):
            if setup.wish == Wish():
                return Turn(stage=replace(stage, asks=FinishAsks.REPORT), effects=(WriteReport(),))
            return Turn(stage=replace(stage, asks=FinishAsks.WRITING), effects=(WriteBench(wish=setup.wish),))
        case FinishAsks.WRITE, Answered(value="no"):
            told = Told(verdict=Verdict.INFO, words=say("没有保存，下次接着来。", "Not saved; go on another time."))
            return Turn(stage=stage, ended=Ended.SKIPPED, told=told)
        case FinishAsks.WRITING, FileWritten():
            return Turn(stage=replace(stage, asks=FinishAsks.REPORT, file=input.file), effects=(WriteReport(),))
        case FinishAsks.REPORT, FileWritten():
            words = say("都好了。报告：{report}", "All done. The report: {report}").filled(report=input.file)
            over = replace(stage, asks=FinishAsks.OVER, report=input.file)
            facts = (f"settings {stage.file or 'unchanged'}",)
            return Turn(stage=over, ended=Ended.PASSED, facts=facts, told=Told(verdict=Verdict.OK, words=words))
        case _, Failed():
            told = Told(verdict=Verdict.ATTENTION, words=say(input.sentence, input.sentence))
            return Turn(stage=FinishStage(), told=told)
        case _:
            return Turn(stage=stage)
