"""What a bench says of its lock, of a PIN and of an act that is asked for twice, and what its sounds are called."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from station.packing.effects import Tone
from station.packing.inputs import Command
from station.ui.screen import Screen
from station.ui.words import Words, same

TAIL: Final = 4
"""Characters of an order's number: enough to find the box on the table again, too few to look anything up by."""

DETAILS: Final = {"pin_wrong": ("PIN 错了三次", "three wrong PINs")}

SCAN_BADGE: Final = Words(zh="扫工牌上班", en="Scan your badge to start")
LOCKED: Final = Words(zh="已锁定", en="Locked")
UNLOCK: Final = Words(zh="扫工牌解锁", en="Scan a badge to unlock")
WHO_UNLOCKS: Final = Words(
    zh="{name}的工牌解锁。别人的工牌接手：两个人都会记下。",
    en="{name}'s badge unlocks. Another badge takes over: both are recorded.",
)
GO_ON: Final = Words(zh="扫工牌接着装", en="Scan a badge to go on")
WHO_GOES_ON: Final = Words(
    zh="没有人登录。谁的工牌都能接着装，会记下是谁。", en="Nobody is signed in. Any badge goes on: recorded by name."
)
PARCEL_STAYS: Final = Words(
    zh="包裹留在这里：订单尾号 {tail}，已装 {packed}/{needed} 件。",
    en="The parcel stays here: order ends {tail}, {packed} of {needed} units in.",
)
PIN_ASKED: Final = Words(zh="输入{name}的 PIN", en="{name}: type your PIN")
PIN_TITLE: Final = Words(zh="请输入 PIN", en="Type the PIN")
PIN_WRONG: Final = Words(zh="PIN 不对", en="Wrong PIN")
PIN_HOW: Final = Words(zh="数字键，回车。扫“否”取消", en="Digits, then Enter. NO cancels")
PIN_AGAIN: Final = Words(zh="PIN 不对，还能试 {n} 次", en="Wrong PIN. Tries left: {n}")
TWICE_SIGN_OUT: Final = Words(zh="再来一次才退出", en="Once more to sign out")
TWICE_WHY: Final = Words(
    zh="还有一单没装完，3 秒内再按或再扫一次", en="A parcel is open. Press or scan it again within 3 s"
)

MEANT_TWICE: Final = {Command.SIGN_OUT: (TWICE_SIGN_OUT, TWICE_WHY)}

HEARD: Final = {
    Tone.OK: Words(zh="声音：短促上升一声", en="Sound: one short rising pair"),
    Tone.COMPLETE: Words(zh="声音：上升三声", en="Sound: three rising notes"),
    Tone.WRONG: Words(zh="声音：低沉三声", en="Sound: three low harsh beeps"),
    Tone.TOO_MANY: Words(zh="声音：下降两声", en="Sound: two falling notes"),
    Tone.ATTENTION: Words(zh="声音：长一声", en="Sound: one long note"),
    Tone.DEVICE_LOST: Words(zh="声音：高低交替", en="Sound: high and low in turn"),
}


def alone(screen: Screen) -> bool:
    """An open parcel, and nobody signed in at a bench that wants a badge."""
    return WHO_GOES_ON in screen.locked


def shut(screen: Screen) -> Screen:
    """What of a locked bench anybody who passes may see: whose badge opens it and that a parcel stays.

    No order number, goods, note, address or code; what stopped the bench stays, so that it can be cleared.
    """
    if not screen.locked:
        return screen
    return replace(
        screen,
        order=None,
        part=0,
        joined=0,
        gift=False,
        service=same(""),
        note="",
        note_read=False,
        deadline_us=None,
        lines=(),
        next_line=None,
        weight_mg=None,
        expected_mg=None,
        explanations=(),
        witness=None,
        waybill=None,
        label=None,
        label_picture=None,
        root="",
        papers=(),
        prompt=None,
        versus=None,
        changes=(),
        scans=(),
    )
