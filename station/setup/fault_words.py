"""What is wrong with a scanner, and the way out, in both languages. Words only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.setup.code_faults import CodeFault, Judgement
from station.setup.proof import PROOF, Programs
from station.setup.values import Told, say
from station.ui.screen import Verdict, Words
from station.ui.words import beside

FAULTS: Final[Mapping[CodeFault, tuple[Words, Words]]] = MappingProxyType(
    {
        CodeFault.NOTHING: (
            say("什么也没收到", "Nothing came"),
            say("扫屏幕上或纸上的检测码；看扫码枪有没有通电。", "Scan the test code; see that the scanner has power."),
        ),
        CodeFault.INPUT_METHOD: (
            say("输入法开着", "An input method is on"),
            say("按 Shift 换成英文输入，再扫一次。", "Switch the computer to English input (Shift), then scan again."),
        ),
        CodeFault.CAPS_LOCK: (
            say("大写锁定 (CapsLock) 开着，大小写反了", "CapsLock is on: capitals and small letters are swapped"),
            say("按一下 CapsLock 键，再扫一次。", "Press CapsLock once, then scan again."),
        ),
        CodeFault.ONE_CASE: (
            say("扫码枪把字母都变成一种大小写", "The scanner turns all letters into one case"),
            say(
                "扫“大小写不变”的设置码；没有就恢复出厂。", "Scan its code for no case conversion, or factory default."
            ),
        ),
        CodeFault.WRONG_LAYOUT: (
            say("扫码枪和电脑的键盘布局不一样", "Scanner and computer: keyboards of different countries"),
            say("把扫码枪设成美式键盘，或改用串口模式。", "Set the scanner to this computer's keyboard, or to serial."),
        ),
        CodeFault.NO_SUFFIX: (
            say("后面没有回车", "No suffix comes after the code"),
            say("扫“加回车 CR”的设置码。", "Scan its code that adds CR (carriage return)."),
        ),
        CodeFault.LOST_GS: (
            say("GS 分隔符丢了：GS1 的批号和有效期会连在一起", "GS is lost: lot and expiry of GS1 codes run together"),
            say("改用串口模式，或打开“发送控制字符”。", "Switch it to serial, or have it send control characters."),
        ),
        CodeFault.BENT_GS: (
            say("GS 分隔符变成了别的字符", "GS arrives as something else"),
            say("改用串口模式，或让它原样发送控制字符。", "Switch it to serial, or have it send control characters."),
        ),
        CodeFault.SLOW_KEYS: (
            say("打字太慢，会被当成人在打字", "Its keys come too slowly: they look like a person typing"),
            say("把键间延时设成 0。", "Set its delay between keys to none."),
        ),
        CodeFault.DOUBLED: (
            say("有字符出现两次", "Some letters came twice"),
            say(
                "关掉电脑的按键重复，或加一点键间延时；换一个 USB 口。",
                "Turn off key repeat, or add a short delay between keys; try another USB socket.",
            ),
        ),
        CodeFault.LOST: (
            say("有字符丢了", "Some letters are missing"),
            say("换 USB 口，不经过集线器；或改用串口模式。", "Try another USB socket without a hub, or serial."),
        ),
        CodeFault.HALF: (
            say("只收到半个码", "Only half of the code came"),
            say("再扫一次；还这样就换线，或改用串口模式。", "Scan again; if it stays, another cable, or serial."),
        ),
        CodeFault.TWICE: (
            say("扫一次来了两遍", "One pull of the trigger sent the code twice"),
            say("关掉连续扫描，或加大同码间隔。", "Turn off continuous reading, or lengthen the same-code delay."),
        ),
        CodeFault.JUMBLED: (
            say("字符的顺序乱了", "The letters came in another order"),
            say(
                "关掉输入法；关掉别的抢键盘的程序；或改用串口模式。",
                "Turn off the input method; close programs that take keys; or use serial.",
            ),
        ),
        CodeFault.PREFIX: (
            say("前面多了字符", "Something stands before the code"),
            say("去掉扫码枪的前缀。", "Take the prefix out of the scanner."),
        ),
        CodeFault.TAIL: (
            say("后面多了字符", "Something stands after the code"),
            say("去掉扫码枪的后缀文字，只留回车。", "Take the suffix text out of the scanner; leave CR only."),
        ),
        CodeFault.OTHER_CODE: (
            say("这不是检测码", "This is another code"),
            say("扫屏幕上或纸上的检测码。", "Scan the test code on the screen or on paper."),
        ),
        CodeFault.UNKNOWN: (
            say("和检测码不一样", "It differs from the test code"),
            say(
                "恢复出厂设置再试；或换一把扫码枪。",
                "Set it back to factory default and try again; or try another scanner.",
            ),
        ),
    }
)

CURES: Final[Mapping[CodeFault, tuple[Programs, ...]]] = MappingProxyType(
    {
        CodeFault.ONE_CASE: (Programs.CASE_AS_IT_IS, Programs.FACTORY),
        CodeFault.WRONG_LAYOUT: (Programs.KEYBOARD_US, Programs.SERIAL),
        CodeFault.NO_SUFFIX: (Programs.SUFFIX_CR,),
        CodeFault.LOST_GS: (Programs.GS_ON, Programs.SERIAL),
        CodeFault.BENT_GS: (Programs.GS_ON, Programs.SERIAL),
        CodeFault.SLOW_KEYS: (Programs.FAST_KEYS,),
        CodeFault.LOST: (Programs.SERIAL,),
        CodeFault.HALF: (Programs.SERIAL,),
        CodeFault.JUMBLED: (Programs.SERIAL,),
        CodeFault.PREFIX: (Programs.FACTORY,),
        CodeFault.TAIL: (Programs.SUFFIX_CR, Programs.FACTORY),
        CodeFault.UNKNOWN: (Programs.FACTORY,),
    }
)
"""What of the scanner's own settings mends a fault; what is wrong with the computer no code mends."""

PROGRAMS: Final[Mapping[Programs, Words]] = MappingProxyType(
    {
        Programs.FACTORY: say("恢复出厂设置", "Factory default"),
        Programs.SUFFIX_CR: say("后面加回车 CR", "Add CR after the code"),
        Programs.SERIAL: say("串口模式", "Serial port (USB-COM)"),
        Programs.KEYBOARD_US: say("美式键盘", "US keyboard"),
        Programs.CASE_AS_IT_IS: say("大小写不变", "No case conversion"),
        Programs.FAST_KEYS: say("打字最快", "Fastest keys"),
        Programs.GS_ON: say("发送 GS 控制字符", "Send GS and control characters"),
        Programs.AIM_ON: say("发送 AIM 码制标识", "Send the AIM id"),
        Programs.BEEP_LOW: say("蜂鸣小声", "Beep low"),
    }
)

_DETAILED: Final = frozenset(
    {
        CodeFault.WRONG_LAYOUT,
        CodeFault.BENT_GS,
        CodeFault.INPUT_METHOD,
        CodeFault.DOUBLED,
        CodeFault.LOST,
        CodeFault.PREFIX,
        CodeFault.TAIL,
    }
)


def fault_told(judgement: Judgement) -> Told:
    """The first fault, what it was seen by, and its way out."""
    first = judgement.faults[0]
    what, way = FAULTS[first]
    if first in _DETAILED and judgement.detail:
        what = say("{what} ({seen})", "{what} ({seen})").filled(what=what, seen=printable(judgement.detail))
    return Told(verdict=Verdict.STOP, words=what, way=way)


def compared(judgement: Judgement, heard: str) -> Words:
    """What came instead of the test code, and every further fault."""
    came = say("应该是 {meant} · 来的是 {heard}", "Meant: {meant} · Came: {heard}")
    further = [FAULTS[fault][0] for fault in judgement.faults[1:]]
    return beside([came.filled(meant=printable(PROOF), heard=heard), *further])


def cures(judgement: Judgement) -> tuple[Programs, ...]:
    """What to program, the most useful first; factory default is always among it."""
    wanted = [program for fault in judgement.faults for program in CURES.get(fault, ())]
    return tuple(dict.fromkeys([*wanted, Programs.FACTORY]))


def printable(text: str) -> str:
    """Control characters by name, so that a person sees them."""
    names = {"\x1d": "<GS>", "\r": "<CR>", "\n": "<LF>", "\t": "<Tab>", "\x02": "<STX>", "\x03": "<ETX>"}
    return "".join(names.get(one, one if one.isprintable() else f"<{ord(one):02X}>") for one in text)
