"""Step 7: the sheet of command codes, in use when one of them was scanned."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from station import codes
from station.packing.inputs import Command
from station.setup.effects import WriteCommandSheet
from station.setup.stages import CommandsAsks, CommandsStage, Setup, Turn
from station.setup.values import (
    Answered,
    Choice,
    CodeHeard,
    CodePicture,
    Ended,
    Failed,
    FileWritten,
    Input,
    PictureKind,
    Question,
    Takes,
    Told,
    say,
)
from station.ui.screen import Verdict

NEXT_CODE: Final = codes.command_code(Command.NEXT)
OPENING: Final = (WriteCommandSheet(),)
_AGAIN: Final = Choice(key="again", words=say("再存一次", "Save it once more"))


def question(stage: CommandsStage) -> Question:
    if stage.asks is CommandsAsks.WRITING:
        return Question(words=say("正在做命令码表…", "Making the sheet of command codes…"), takes=Takes.WAIT)
    picture = CodePicture(kind=PictureKind.CODE128, text=NEXT_CODE, caption=say("下一单 NEXT", "NEXT"))
    words = say("把命令码表打印出来，扫上面的“下一单”。", "Print the sheet, then scan NEXT on it.")
    file = say("文件：{file}", "The file: {file}").filled(file=stage.file)
    return Question(words=words, takes=Takes.CODE, choices=(_AGAIN,), help=file, pictures=(picture,))


def take(setup: Setup, stage: CommandsStage, input: Input) -> Turn:
    match input:
        case FileWritten():
            return Turn(stage=replace(stage, asks=CommandsAsks.SCAN, file=input.file))
        case CodeHeard() if stage.asks is CommandsAsks.SCAN:
            return _scanned(stage, input.heard.text)
        case Answered(value="again"):
            return Turn(stage=CommandsStage(), effects=OPENING)
        case Failed():
            told = Told(verdict=Verdict.ATTENTION, words=say(input.sentence, input.sentence))
            return Turn(stage=replace(stage, asks=CommandsAsks.SCAN), told=told)
        case _:
            return Turn(stage=stage)


def _scanned(stage: CommandsStage, text: str) -> Turn:
    scan = codes.read(text, device="setup")
    if scan.command is Command.NEXT:
        told = Told(verdict=Verdict.OK, words=say("命令码能用了。", "The command codes work."))
        facts = (f"command sheet {stage.file}", f"scanned {text}")
        return Turn(stage=stage, ended=Ended.PASSED, facts=facts, told=told)
    words = say("扫到的是 {text}，不是“下一单”。", "That is '{text}', not NEXT.").filled(text=text[:40])
    return Turn(stage=stage, told=Told(verdict=Verdict.ATTENTION, words=words))
