"""What a bench says of its lock, of a PIN and of an act that is asked for twice, and what its sounds are called."""

from __future__ import annotations

from typing import Final

from station.packing.effects import Tone
from station.packing.inputs import Command
from station.packing.job import Job
from station.packing.rules import Rules
from station.packing.seat import PINS_WRONG_MAX
from station.ui.words import Words

DETAILS: Final = {"pin_wrong": ("PIN 错了三次", "three wrong PINs")}

LOCKED: Final = Words(zh="已锁定", en="Locked")
UNLOCK: Final = Words(zh="扫工牌解锁", en="Scan a badge to unlock")
WHO_UNLOCKS: Final = Words(
    zh="{name}的工牌解锁。别人的工牌接手：两个人都会记下。",
    en="{name}'s badge unlocks. Another badge takes over: both are recorded.",
)
PARCEL_STAYS: Final = Words(
    zh="订单 {order} 留在这里，一件不丢。", en="Order {order} stays open with all that is in it."
)
PIN_ASKED: Final = Words(zh="输入{name}的 PIN", en="{name}: type your PIN")
PIN_TITLE: Final = Words(zh="请输入 PIN", en="Type the PIN")
PIN_WRONG: Final = Words(zh="PIN 不对", en="Wrong PIN")
PIN_HOW: Final = Words(zh="数字键，回车。扫「否」取消", en="Digits, then Enter. NO cancels")
PIN_AGAIN: Final = Words(zh="PIN 不对，还能试 {n} 次", en="Wrong PIN. Tries left: {n}")
TWICE_SIGN_OUT: Final = Words(zh="再来一次才退出", en="Once more to sign out")
TWICE_WHY: Final = Words(
    zh="还有一单没装完，3 秒内再按或再扫一次", en="A parcel is open. Press or scan it again within 3 s"
)

MEANT_TWICE: Final = {Command.SIGN_OUT: (TWICE_SIGN_OUT, TWICE_WHY)}

HEARD: Final = {
    Tone.OK: Words(zh="响：短促上升一声", en="Sound: one short rising pair"),
    Tone.COMPLETE: Words(zh="响：上升三声", en="Sound: three rising notes"),
    Tone.WRONG: Words(zh="响：低沉三声", en="Sound: three low harsh beeps"),
    Tone.TOO_MANY: Words(zh="响：下降两声", en="Sound: two falling notes"),
    Tone.ATTENTION: Words(zh="响：长一声", en="Sound: one long note"),
    Tone.DEVICE_LOST: Words(zh="响：高低交替", en="Sound: high and low in turn"),
}


def name_of(pseudonym: str, rules: Rules) -> str:
    """The packer's name, for this bench's own screen only; entries carry the pseudonym."""
    return next((person.name for person in rules.roster.values() if person.pseudonym == pseudonym), pseudonym)


def locked(job: Job, rules: Rules) -> tuple[Words, ...]:
    """Who may unlock, and what becomes of the parcel; nothing at a bench that is not locked."""
    if not job.locked:
        return ()
    who = WHO_UNLOCKS.filled(name=name_of(job.packer, rules))
    if not job.opened or job.order is None:
        return (who,)
    return who, PARCEL_STAYS.filled(order=job.order.number)


def pin(job: Job, rules: Rules) -> Words | None:
    """Whose PIN is asked for, and after a wrong one how many tries are left."""
    if not job.pin_of:
        return None
    if job.pins_wrong:
        return PIN_AGAIN.filled(n=PINS_WRONG_MAX - job.pins_wrong)
    return PIN_ASKED.filled(name=name_of(job.pin_of, rules))
