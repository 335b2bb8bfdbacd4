"""Step 4: the label printer: its link and language, a test label, what is cut off, how dark, and its code scanned back.

Nothing is sent before a person said that labels are in: a question in a wrong language is printed as text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from station.setup.effects import KeepTuned, LetGo, LookForLinks, PrintTrial
from station.setup.stages import PrinterAsks, PrinterStage, Setup, Turn
from station.setup.steps import links
from station.setup.values import (
    Answered,
    Choice,
    CodeHeard,
    DeviceWish,
    Ended,
    Failed,
    Input,
    LinksFound,
    Question,
    Takes,
    Told,
    TrialPrinted,
    Tuned,
    say,
)
from station.ui.screen import Verdict, Words
from station.ui.words import same

OPENING: Final = (LookForLinks(kind="printer"),)
SHIFT_MAX_MM: Final = 30.0
TRIALS_MAX: Final = 50
DARKER_MOST: Final = 5
_MEDIA: Final = re.compile(r"[1-9][0-9]{1,2}x[1-9][0-9]{1,2}")
_MEDIA_CHOICES: Final = tuple(
    Choice(key=size, words=say("{size} 毫米", "{size} mm").filled(size=size))
    for size in ("100x150", "100x180", "102x152", "76x130")
)
_SIDES: Final = (
    Choice(key="nothing", words=say("都看得见", "Nothing: the frame is whole")),
    Choice(key="left", words=say("左边被切掉", "The left side is cut off")),
    Choice(key="top", words=say("上边被切掉", "The top is cut off")),
    Choice(key="right", words=say("右边被切掉", "The right side is cut off")),
    Choice(key="bottom", words=say("下边被切掉", "The bottom is cut off")),
    Choice(key="no_label", words=say("没有出来，或者是乱的", "No label came out, or rubbish")),
)
_DARKNESS: Final = (
    Choice(key="good", words=say("正好：黑块是黑的，细线分得开", "Good: black is black, thin lines stand apart")),
    Choice(key="darker", words=say("太淡", "Too pale")),
    Choice(key="lighter", words=say("太黑，细线糊在一起", "Too dark: thin lines run together")),
)


def question(setup: Setup, stage: PrinterStage) -> Question:
    match stage.asks:
        case PrinterAsks.LOOKING:
            return links.LOOKING
        case PrinterAsks.LINK:
            words = say("面单打印机是哪一个？", "Which one is the label printer?")
            return Question(words=words, choices=links.choices(setup, "printer", stage.links), help=_LINK_HELP)
        case PrinterAsks.ADDRESS:
            words = say("输入打印机的地址，回车。", "Type the printer's address, then Enter.")
            return Question(words=words, takes=Takes.TEXT, help=_ADDRESS_HELP)
        case PrinterAsks.PROFILE:
            profiles = tuple(Choice(key=id, words=say(name, name)) for id, name in setup.around.profiles)
            words = say(
                "打印机是哪一类？底下的铭牌上有语言和点数。", "What kind is it? Its plate names language and dots."
            )
            return Question(words=words, choices=profiles)
        case PrinterAsks.MEDIA:
            words = say(
                "装的是多大的标签？也可以输入，例如 100x150。", "How large are the labels? Or type it, like 100x150."
            )
            return Question(words=words, takes=Takes.TEXT, choices=_MEDIA_CHOICES)
        case PrinterAsks.READY:
            yes = Choice(key="yes", words=say("标签装好了，打一张", "Labels are in: print one"))
            words = say("现在要打一张测试标签。", "A test label will be printed now.")
            return Question(words=words, choices=(yes,), help=_READY_HELP)
        case PrinterAsks.PRINTING:
            return Question(words=say("正在打测试标签…", "Printing the test label…"), takes=Takes.WAIT)
        case _:
            return _after_print(stage)


def _after_print(stage: PrinterStage) -> Question:
    match stage.asks:
        case PrinterAsks.CUT_OFF:
            return Question(words=say("标签的边框哪里缺了？", "What of the label's frame is missing?"), choices=_SIDES)
        case PrinterAsks.HOW_MUCH:
            words = say("看得见的第一个刻度是几毫米？", "Which number of the ruler is the first to be seen, in mm?")
            return Question(words=words, takes=Takes.TEXT)
        case PrinterAsks.DARKNESS:
            return Question(words=say("够黑吗？", "How dark is it?"), choices=_DARKNESS)
        case _:
            by_eye = Choice(key="no_scanner", words=say("没有扫码枪，只看", "No scanner here: by eye only"))
            words = say("扫测试标签上的条码。", "Scan the code on the test label.")
            return Question(words=words, takes=Takes.CODE, choices=(by_eye,))


_LINK_HELP: Final = say(
    "网络打印机请自己输入地址，这里不会去搜网络。",
    "For a printer on the network type its address: nothing is searched there.",
)
_ADDRESS_HELP: Final = say(
    "例如 tcp:192.168.1.50:9100，usblp:/dev/usb/lp0，lp:队列名",
    "Like tcp:192.168.1.50:9100, usblp:/dev/usb/lp0 or lp:QUEUE",
)
_READY_HELP: Final = say(
    "类型选错了会打出文字，不会坏：回到上一步换一个。",
    "With the wrong kind it prints text: no harm, start the step again.",
)


def take(setup: Setup, stage: PrinterStage, input: Input) -> Turn:
    match input:
        case LinksFound():
            return Turn(stage=replace(stage, asks=PrinterAsks.LINK, links=input.links, tuned=input.tuned))
        case TrialPrinted() if stage.asks is PrinterAsks.PRINTING:
            return _printed(stage, input)
        case CodeHeard() if stage.asks is PrinterAsks.SCAN_BACK:
            return _scanned_back(setup, stage, input.heard.text)
        case Failed():
            told = Told(verdict=Verdict.ATTENTION, words=say(input.sentence, input.sentence))
            asks = PrinterAsks.READY if stage.asks is PrinterAsks.PRINTING else stage.asks
            return Turn(stage=replace(stage, asks=asks), told=told)
        case Answered():
            return _answered(setup, stage, input.value.strip())
        case _:
            return Turn(stage=stage)


def _answered(setup: Setup, stage: PrinterStage, value: str) -> Turn:
    match stage.asks:
        case PrinterAsks.LINK if value == links.LOOK_AGAIN.key:
            return Turn(stage=PrinterStage(), effects=OPENING)
        case PrinterAsks.LINK if value == links.TYPED.key:
            return Turn(stage=replace(stage, asks=PrinterAsks.ADDRESS))
        case PrinterAsks.LINK | PrinterAsks.ADDRESS:
            return _link(setup, stage, value)
        case PrinterAsks.PROFILE if stage.wish is not None and value in [id for id, _ in setup.around.profiles]:
            return Turn(stage=_of_kind(setup, stage, stage.wish, value))
        case PrinterAsks.MEDIA if stage.wish is not None:
            if not _MEDIA.fullmatch(value):
                return Turn(stage=stage, told=_BAD_MEDIA)
            return Turn(stage=replace(stage, asks=PrinterAsks.READY, wish=replace(stage.wish, media=value)))
        case PrinterAsks.READY if value == "yes":
            return _print(stage)
        case _:
            return _answered_after(setup, stage, value)


_BAD_MEDIA: Final = Told(
    verdict=Verdict.ATTENTION,
    words=say("写成“宽 x 高”，毫米，例如 100x150。", "Write width x height in millimetres, like 100x150."),
)


def _answered_after(setup: Setup, stage: PrinterStage, value: str) -> Turn:
    match stage.asks:
        case PrinterAsks.CUT_OFF:
            return _cut_off(stage, value)
        case PrinterAsks.HOW_MUCH:
            return _shifted(stage, value)
        case PrinterAsks.DARKNESS if value == "good":
            return Turn(stage=replace(stage, asks=PrinterAsks.SCAN_BACK))
        case PrinterAsks.DARKNESS if value in ("darker", "lighter"):
            return _darker(setup, stage, 1 if value == "darker" else -1)
        case PrinterAsks.SCAN_BACK if value == "no_scanner":
            return _passed(setup, stage, "looked at, not scanned back")
        case _:
            return Turn(stage=stage)


def _link(setup: Setup, stage: PrinterStage, link: str) -> Turn:
    refusal = links.refused(link, "printer")
    if refusal is not None:
        return Turn(stage=stage, told=refusal)
    wish = DeviceWish(kind="printer", name=links.usual_name(setup, "printer"), link=link)
    return Turn(stage=replace(stage, asks=PrinterAsks.PROFILE, wish=wish))


def _of_kind(setup: Setup, stage: PrinterStage, wish: DeviceWish, profile: str) -> PrinterStage:
    """The same printer goes on from the offsets and the darkness that it has."""
    present = setup.device("printer")
    has_it = present is not None and (present.link, present.profile) == (wish.link, tuned_profile(profile))
    found = [one for one in stage.tuned if has_it and one.profile == profile]
    now = found[0] if found else Tuned(profile=profile)
    return replace(
        stage,
        asks=PrinterAsks.MEDIA,
        wish=replace(wish, profile=profile),
        right_mm=now.right_mm,
        down_mm=now.down_mm,
        darker=now.darker,
    )


def _print(stage: PrinterStage) -> Turn:
    assert stage.wish is not None
    if stage.trials >= TRIALS_MAX:
        return Turn(stage=stage, told=_ENOUGH)
    effect = PrintTrial(
        printer=stage.wish,
        right_mm=stage.right_mm,
        down_mm=stage.down_mm,
        darker=stage.darker,
        number=stage.trials + 1,
    )
    printing = replace(stage, asks=PrinterAsks.PRINTING, trials=stage.trials + 1)
    return Turn(stage=printing, effects=(LetGo(), effect))


_ENOUGH: Final = Told(
    verdict=Verdict.ATTENTION,
    words=say("已经打了很多张，看看说明书里的打印设置。", "That is many labels; look into its manual."),
)


def _printed(stage: PrinterStage, printed: TrialPrinted) -> Turn:
    """Of a printer that says nothing it is not known; a person looks."""
    stage = replace(stage, printed=printed)
    if printed.state == "not_sent":
        words = say("没有打出来：{cause}。", "Nothing was printed: {cause}.").filled(cause=_cause(printed.cause))
        return Turn(stage=replace(stage, asks=PrinterAsks.READY), told=Told(verdict=Verdict.ATTENTION, words=words))
    sure = printed.state == "printed"
    words = (
        say("打印机说打好了，看标签。", "The printer says it is printed: look at the label.")
        if sure
        else say("发给打印机了，它不回话，看标签。", "It was sent; the printer does not answer: look at the label.")
    )
    told = Told(verdict=Verdict.OK if sure else Verdict.ATTENTION, words=words)
    return Turn(stage=replace(stage, asks=PrinterAsks.CUT_OFF), told=told)


def _cause(word: str) -> Words:
    known = {
        "paper_out": say("缺纸", "it has no paper"),
        "head_open": say("打印头没合上", "its head is open"),
        "cover_open": say("盖子开着", "its cover is open"),
        "paused": say("暂停着", "it is paused"),
        "silent": say("它不回答，语言可能选错了", "it does not answer; the kind may be wrong"),
        "refused": say("这个地址没有打印机应答", "nothing listens at this address"),
        "unreachable": say("地址连不上", "the address cannot be reached"),
        "not_found": say("找不到它", "it is not there"),
        "no_permission": say("没有权限打开它", "this user has no permission to open it"),
        "no answer": say("没有回答", "no answer"),
    }
    return known.get(word, same(word) if word else known["no answer"])


def _cut_off(stage: PrinterStage, value: str) -> Turn:
    match value:
        case "nothing":
            return Turn(stage=replace(stage, asks=PrinterAsks.DARKNESS))
        case "left" | "top" | "right" | "bottom":
            return Turn(stage=replace(stage, asks=PrinterAsks.HOW_MUCH, side=value))
        case "no_label":
            told = Told(verdict=Verdict.ATTENTION, words=_OTHER_KIND)
            return Turn(stage=replace(stage, asks=PrinterAsks.PROFILE), told=told)
        case _:
            return Turn(stage=stage)


_OTHER_KIND: Final = say("多半是类型不对，换一个。", "Most likely another kind of printer: choose again.")


def _shifted(stage: PrinterStage, value: str) -> Turn:
    """Where the left or the top is lost the picture moves in; a printer cannot move it out, so right and bottom only
    take back what was moved in before."""
    found = re.fullmatch(r"(\d{1,2}(?:\.\d)?)", value.removesuffix("mm").strip())
    if found is None or float(found[1]) > SHIFT_MAX_MM:
        words = say("输入 0 到 {n} 的数字。", "Type a number from 0 to {n}.").filled(n=f"{SHIFT_MAX_MM:g}")
        return Turn(stage=stage, told=Told(verdict=Verdict.ATTENTION, words=words))
    by_mm = float(found[1]) * (1 if stage.side in ("left", "top") else -1)
    if by_mm < 0 and _shift(stage) <= 0:
        return Turn(stage=replace(stage, asks=PrinterAsks.CUT_OFF), told=Told(verdict=Verdict.ATTENTION, words=_NARROW))
    moved_mm = min(max(_shift(stage) + by_mm, 0.0), SHIFT_MAX_MM)
    across = stage.side in ("left", "right")
    return _print(replace(stage, right_mm=moved_mm) if across else replace(stage, down_mm=moved_mm))


def _shift(stage: PrinterStage) -> float:
    return stage.right_mm if stage.side in ("left", "right") else stage.down_mm


_NARROW: Final = say(
    "右边或下边缺：纸装偏了，或者标签选大了。推好导纸板，或重新选尺寸。",
    "Right or bottom missing: the labels lie askew or are smaller than said. Set the guides, or start again.",
)


def _darker(setup: Setup, stage: PrinterStage, by: int) -> Turn:
    assert stage.wish is not None
    if stage.wish.profile.startswith("pdf") or abs(stage.darker + by) > DARKER_MOST:
        return Turn(stage=stage, told=Told(verdict=Verdict.ATTENTION, words=_BY_HAND))
    return _print(replace(stage, darker=stage.darker + by))


_BY_HAND: Final = say("再多就要在打印机上调。", "Beyond this, set it at the printer itself.")


def _scanned_back(setup: Setup, stage: PrinterStage, text: str) -> Turn:
    assert stage.printed is not None
    if text != stage.printed.code:
        words = say("扫到的是 {text}，不是这张标签。", "That is '{text}', not the last test label.").filled(
            text=text[:40]
        )
        return Turn(stage=stage, told=Told(verdict=Verdict.STOP, words=words))
    return _passed(setup, stage, f"scanned back {text}")


TUNED: Final = "setup-"


def tuned_profile(profile: str) -> str:
    """The name of the home's own profile that has the offsets and darkness found here."""
    return f"{TUNED}{profile}"


def _passed(setup: Setup, stage: PrinterStage, how: str) -> Turn:
    assert stage.wish is not None
    state = "" if stage.printed is None else stage.printed.state
    facts = (
        f"printer at {stage.wish.link}, profile {stage.wish.profile}, labels {stage.wish.media} mm",
        f"moved {stage.right_mm:g} mm right, {stage.down_mm:g} mm down, darkness {stage.darker:+d}",
        f"{stage.trials} test labels, the last {state}; {how}",
    )
    tuned = stage.right_mm or stage.down_mm or stage.darker
    wish = replace(stage.wish, profile=tuned_profile(stage.wish.profile)) if tuned else stage.wish
    return Turn(
        stage=stage,
        effects=(KeepTuned(profile=stage.wish.profile),) if tuned else (),
        wish=links.with_device(setup.wish, wish),
        ended=Ended.PASSED,
        facts=facts,
        told=Told(verdict=Verdict.OK, words=say("打印机好了。", "The printer is ready.")),
    )
