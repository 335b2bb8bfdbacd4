"""Step 3: the scanner, proven by three clean scans of one code; otherwise its fault is named."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from station.setup.code_faults import HeardCode, Judgement, judged
from station.setup.effects import HearCodes, LetGo, LookForLinks, WriteProofSheet
from station.setup.fault_words import PROGRAMS, compared, cures, fault_told, printable
from station.setup.proof import CLEAN_SCANS, PROOF
from station.setup.stages import ScannerAsks, ScannerStage, Setup, Turn
from station.setup.steps import links
from station.setup.values import (
    Answered,
    Choice,
    CodeHeard,
    CodePicture,
    DeviceWish,
    Ended,
    Failed,
    FileWritten,
    Input,
    LinksFound,
    PictureKind,
    ProgrammingCode,
    Question,
    Takes,
    Told,
    say,
)
from station.ui.screen import Verdict, Words

OPENING: Final = (LookForLinks(kind="scanner"),)
KEYBOARD: Final = "keyboard"
HEARD_MAX: Final = 12
_TYPES: Final = Choice(
    key=KEYBOARD, words=say("像键盘一样打字的扫码枪（最常见）", "A scanner that types like a keyboard (the usual kind)")
)
_PAPER: Final = Choice(key="paper", words=say("检测码存成 PDF", "Save the test code as PDF"))
_MAKE: Final = Choice(key="make", words=say("看设置码", "Show programming codes"))
_AGAIN: Final = Choice(key="again", words=say("再扫检测码", "Scan the test code again"))
_PICTURE: Final = CodePicture(
    kind=PictureKind.CODE128, text=PROOF, caption=say("检测码：扫三次", "Test code: scan it three times")
)
_SHOWN_MAX: Final = 4


def question(setup: Setup, stage: ScannerStage) -> Question:
    match stage.asks:
        case ScannerAsks.LOOKING:
            return links.LOOKING
        case ScannerAsks.LINK:
            choices = links.choices(setup, "scanner", stage.links, (_TYPES,))
            return Question(
                words=say("扫码枪是哪一个？", "Which one is the scanner?"), choices=choices, help=_LINK_HELP
            )
        case ScannerAsks.ADDRESS:
            return Question(
                words=say("输入扫码枪的地址，回车。", "Type the scanner's address, then Enter."), takes=Takes.TEXT
            )
        case ScannerAsks.PROOF:
            words = say("扫检测码，还要 {n} 次。", "Scan the test code, {n} more to go.").filled(
                n=CLEAN_SCANS - stage.clean
            )
            offered = (_MAKE, _PAPER) if stage.judgement is not None else (_PAPER, _MAKE)
            return Question(words=words, takes=Takes.CODE, choices=offered, pictures=(_PICTURE,), help=_came(stage))
        case ScannerAsks.MAKE:
            makes = tuple(Choice(key=make.id, words=say(make.name, make.name)) for make in setup.around.makes)
            return Question(words=say("扫码枪是什么牌子？", "Which make is the scanner?"), choices=(*makes, _AGAIN))
        case ScannerAsks.CODES:
            return _codes(setup, stage)


def _came(stage: ScannerStage) -> Words | None:
    if stage.judgement is None or not stage.heard:
        return None
    return compared(stage.judgement, stage.heard[-1].removeprefix("heard "))


_LINK_HELP: Final = say(
    "能设成串口模式最好：不怕输入法和键盘布局，GS 也不会丢。",
    "Serial mode is best: no input method or keyboard layout can bend it, and GS arrives.",
)


def _codes(setup: Setup, stage: ScannerStage) -> Question:
    """The codes that cure what was found, as pictures; for those nobody can draw, where the manual has them."""
    shown = _wanted(setup, stage)
    pictures = tuple(picture for code in shown for picture in code.pictures)[:_SHOWN_MAX]
    notes = tuple((PROGRAMS[code.programs], code.see) for code in shown if code.see)
    words = say("用扫码枪扫这些设置码，再试检测码。", "Scan these with the scanner, then try the test code again.")
    if not pictures:
        words = say("这些设置码在说明书里，用扫码枪扫。", "These codes are in the maker's manual: scan them there.")
    return Question(words=words, choices=(_AGAIN, _PAPER), pictures=pictures, notes=notes)


def _wanted(setup: Setup, stage: ScannerStage) -> tuple[ProgrammingCode, ...]:
    known = setup.catalogue.makes.get(stage.make, ())
    wanted = cures(stage.judgement or Judgement())
    found = [code for program in wanted for code in known if code.programs is program]
    return tuple(found) or known


def take(setup: Setup, stage: ScannerStage, input: Input) -> Turn:
    match input:
        case LinksFound():
            return Turn(stage=replace(stage, asks=ScannerAsks.LINK, links=input.links))
        case CodeHeard() if stage.asks in (ScannerAsks.PROOF, ScannerAsks.CODES, ScannerAsks.MAKE):
            return _heard(setup, replace(stage, asks=ScannerAsks.PROOF), input.heard)
        case Failed():
            told = Told(verdict=Verdict.ATTENTION, words=say(input.sentence, input.sentence))
            return Turn(stage=replace(stage, asks=ScannerAsks.LINK), told=told, effects=(LetGo(),))
        case FileWritten():
            words = say("存好了：{file}，打印出来扫。", "Saved: {file}. Print it and scan from paper.").filled(
                file=input.file
            )
            return Turn(stage=stage, told=Told(verdict=Verdict.OK, words=words))
        case Answered():
            return _answered(setup, stage, input.value)
        case _:
            return Turn(stage=stage)


def _answered(setup: Setup, stage: ScannerStage, value: str) -> Turn:
    if value == "paper":
        return Turn(stage=stage, effects=(WriteProofSheet(make=stage.make),))
    match stage.asks:
        case ScannerAsks.LINK if value == links.LOOK_AGAIN.key:
            return Turn(stage=ScannerStage(), effects=OPENING)
        case ScannerAsks.LINK if value == links.TYPED.key:
            return Turn(stage=replace(stage, asks=ScannerAsks.ADDRESS))
        case ScannerAsks.LINK | ScannerAsks.ADDRESS:
            return _link(setup, stage, value.strip())
        case ScannerAsks.MAKE if value in [make.id for make in setup.around.makes]:
            return Turn(stage=replace(stage, asks=ScannerAsks.CODES, make=value))
        case ScannerAsks.PROOF if value == _MAKE.key:
            return Turn(stage=replace(stage, asks=ScannerAsks.MAKE))
        case ScannerAsks.MAKE | ScannerAsks.CODES if value == _AGAIN.key:
            return Turn(stage=replace(stage, asks=ScannerAsks.PROOF, clean=0))
        case _:
            return Turn(stage=stage)


def _link(setup: Setup, stage: ScannerStage, link: str) -> Turn:
    proof = replace(stage, asks=ScannerAsks.PROOF, link=link, clean=0, judgement=None)
    if link == KEYBOARD:
        return Turn(stage=proof, effects=(LetGo(),))
    refusal = links.refused(link, "scanner")
    if refusal is not None:
        return Turn(stage=stage, told=refusal)
    present = setup.device("scanner")
    speaks = present.speaks if present is not None and present.link == link else ""
    return Turn(stage=proof, effects=(LetGo(), HearCodes(link=link, speaks=speaks)))


def _heard(setup: Setup, stage: ScannerStage, heard: HeardCode) -> Turn:
    judgement = judged(PROOF, heard)
    raw = f"heard {printable(heard.text)}{printable(heard.end)}" + (
        f" in {heard.took_ms} ms" if heard.took_ms is not None else ""
    )
    stage = replace(stage, heard=(*stage.heard, raw)[-HEARD_MAX:])
    if not judgement.clean:
        return Turn(stage=replace(stage, clean=0, judgement=judgement), told=fault_told(judgement))
    if stage.clean and heard.end != stage.suffix:
        told = Told(verdict=Verdict.ATTENTION, words=_SUFFIX_CHANGED)
        return Turn(stage=replace(stage, clean=1, suffix=heard.end, judgement=None), told=told)
    stage = replace(stage, clean=stage.clean + 1, suffix=heard.end, judgement=None)
    if stage.clean < CLEAN_SCANS:
        words = say("对，一个字不差（{clean}/{n}）。", "Right to the letter ({clean}/{n}).").filled(
            clean=stage.clean, n=CLEAN_SCANS
        )
        return Turn(stage=stage, told=Told(verdict=Verdict.OK, words=words))
    return _passed(setup, stage, judgement)


_SUFFIX_CHANGED: Final = say("结尾字符和上次不一样，再扫。", "It ended differently this time; scan again.")


def _passed(setup: Setup, stage: ScannerStage, judgement: Judgement) -> Turn:
    facts = (
        f"scanner at {stage.link}, suffix {printable(stage.suffix)}, AIM id {judgement.aim or 'off'}",
        *stage.heard,
    )
    told = Told(verdict=Verdict.OK, words=_passed_words(stage))
    if stage.link == KEYBOARD:
        return Turn(stage=stage, ended=Ended.PASSED, facts=facts, told=told)
    present = setup.device("scanner")
    device = DeviceWish(
        kind="scanner",
        name=links.usual_name(setup, "scanner"),
        link=stage.link,
        speaks=present.speaks if present is not None and present.link == stage.link else "",
        suffix=stage.suffix,
    )
    wish = links.with_device(setup.wish, device)
    return Turn(stage=stage, wish=wish, ended=Ended.PASSED, facts=facts, told=told)


def _passed_words(stage: ScannerStage) -> Words:
    shown = printable(stage.suffix)
    return say("扫码枪好了，结尾是 {shown}。", "The scanner is ready; each code ends with {shown}.").filled(shown=shown)
