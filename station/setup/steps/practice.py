"""Step 8: one sample parcel, from the order's code to the label on the box, with the devices of this bench."""

from __future__ import annotations

from dataclasses import replace

from station.setup.effects import LetGo, Practise, PractiseOn
from station.setup.stages import PracticeAsks, PracticeStage, Setup, Turn
from station.setup.values import (
    Answered,
    Choice,
    CodeHeard,
    CodePicture,
    Ended,
    Failed,
    Input,
    PictureKind,
    Practised,
    Question,
    Takes,
    Told,
    Wish,
    say,
)
from station.ui.screen import Verdict, Words
from station.ui.words import listed


def question(setup: Setup, stage: PracticeStage) -> Question:
    if stage.asks is PracticeAsks.START:
        yes = Choice(key="yes", words=say("开始练习", "Begin"))
        words = say("打包一个练习包裹，从头到尾。", "Pack one practice parcel from end to end.")
        return Question(words=words, choices=(yes,), help=_help(setup))
    if stage.seen is None:
        return Question(words=say("正在准备练习订单…", "Preparing the practice order…"), takes=Takes.WAIT)
    pictures: tuple[CodePicture, ...] = ()
    if stage.seen.code:
        caption = say("扫这个：{code}", "Scan this: {code}").filled(code=stage.seen.code)
        pictures = (CodePicture(kind=PictureKind.CODE128, text=stage.seen.code, caption=caption),)
    clear = Choice(key="clear", words=say("清除红色提示", "Clear a red stop"))
    choices = (clear,) if stage.seen.verdict is Verdict.STOP else ()
    return Question(
        words=stage.seen.words, takes=Takes.WAIT if stage.seen.busy else Takes.CODE, choices=choices, pictures=pictures
    )


def _help(setup: Setup) -> Words:
    has = [kind for kind in ("scanner", "scale", "printer") if setup.device(kind) is not None]
    names = {"scanner": say("扫码枪", "scanner"), "scale": say("秤", "scale"), "printer": say("打印机", "printer")}
    tools = listed([names[kind] for kind in has]) if has else say("键盘", "the keyboard")
    return say(
        "订单是样品，单独存放，不进订单库。用到：{tools}。没有打印机时面单存成文件。",
        "A sample order, kept apart from real ones. With: {tools}. Without a printer labels are files.",
    ).filled(tools=tools)


def take(setup: Setup, stage: PracticeStage, input: Input) -> Turn:
    match input:
        case Answered(value="yes") if stage.asks is PracticeAsks.START:
            packing = PracticeStage(asks=PracticeAsks.PACKING)
            return Turn(stage=packing, effects=(LetGo(), Practise(wish=_wished(setup))))
        case Practised() if stage.asks is PracticeAsks.PACKING:
            return _seen(replace(stage, seen=input))
        case CodeHeard() if stage.asks is PracticeAsks.PACKING:
            return Turn(stage=stage, effects=(PractiseOn(text=input.heard.text),))
        case Answered() if stage.asks is PracticeAsks.PACKING:
            return Turn(stage=stage, effects=(PractiseOn(text=input.value),))
        case Failed():
            told = Told(verdict=Verdict.ATTENTION, words=say(input.sentence, input.sentence))
            return Turn(stage=PracticeStage(), told=told, effects=(LetGo(),))
        case _:
            return Turn(stage=stage)


def _wished(setup: Setup) -> Wish:
    kinds = ("scanner", "scale", "printer")
    devices = tuple(device for kind in kinds if (device := setup.device(kind)) is not None)
    return replace(setup.wish, devices=devices, language=setup.language)


def _seen(stage: PracticeStage) -> Turn:
    assert stage.seen is not None
    seen = stage.seen
    told = Told(verdict=seen.verdict, words=seen.words)
    if not seen.sealed:
        return Turn(stage=stage, told=told if seen.verdict is not Verdict.INFO else None)
    return Turn(
        stage=stage,
        ended=Ended.PASSED,
        facts=(f"practice parcel sealed under {seen.waybill}",),
        told=Told(verdict=Verdict.OK, words=say("练习包裹封好了。", "The practice parcel is sealed.")),
    )
