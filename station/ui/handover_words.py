"""The dock's words in both languages: verdicts, reasons for what stays, what the keys do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from station.ui.texts import HOLDS
from station.ui.words import Words, begun, listed, same

NOTHING: Final = Words(zh="", en="")
LOOKING: Final = Words(zh="正在读交接单", en="Reading the handover")
OFFLINE: Final = Words(zh="订单库连不上", en="Order book unreachable")
OFFLINE_SCAN: Final = Words(zh="没有记下：先别装车，连上后再扫", en="Not recorded: load nothing, scan it again later")
OFFLINE_HOW: Final = Words(zh="先别装车；连上后自动继续", en="Load nothing yet; this goes on by itself")
SCAN: Final = Words(zh="扫面单交出", en="Scan parcels out")
ALL_HERE: Final = Words(zh="全部齐了", en="Nothing is missing")
NONE_WAITS: Final = Words(zh="这家快递还没有封好的包裹", en="No sealed parcel waits for it yet")
ALL_HERE_HOW: Final = Words(zh="按 F6 让司机签名", en="Press F6 for the driver's signature")
TAKEN: Final = Words(zh="交出 {orders}", en="Out: {orders}")
TAKEN_OUT: Final = Words(zh="取回，留在这里 {orders}", en="Taken back, it stays: {orders}")
TAKE_OUT: Final = Words(zh="下一扫取回", en="The next scan takes back")
TAKE_OUT_HOW: Final = Words(zh="扫要留下的包裹；F2 取消", en="Scan the parcel that stays; F2 cancels")
CLEAR_FIRST: Final = Words(zh="拿开，按 F9 或扫“清除”", en="Put it aside, then F9 or scan CLEAR")
WHY: Final = Words(zh="为什么留下？", en="Why do they stay?")
WHY_HOW: Final = Words(zh="按 Ctrl+数字；找到了就扫它", en="Press Ctrl+number; found one? Scan it")
SIGN: Final = Words(zh="请司机签名", en="The driver signs")
SIGN_HOW: Final = Words(
    zh="输入司机姓名按回车，在框里签名，再按 F6",
    en="Type the driver's name and Enter, sign in the frame, then F6",
)
NO_DRIVER: Final = Words(zh="还没有司机姓名", en="The driver's name is missing")
NO_DRIVER_HOW: Final = Words(zh="输入姓名，按回车", en="Type it and press Enter")
NO_SIGNATURE: Final = Words(zh="没有签名", en="No signature")
NO_SIGNATURE_HOW: Final = Words(
    zh="在框里签名；再按 F6 不签名关闭", en="Sign in the frame; F6 again closes without one"
)
BACK_FIRST: Final = Words(zh="签名时不能扫", en="No scans while signing")
BACK_FIRST_HOW: Final = Words(zh="按 F5 返回", en="F5 goes back")
CLOSING: Final = Words(zh="正在关闭", en="Closing")
CLOSED: Final = Words(zh="已交给快递", en="Handed over")
NOT_DONE: Final = Words(zh="没有完成", en="Not done")
EMPTY: Final = Words(zh="还没有扫出包裹", en="No parcel has been scanned out")
MISSING: Final = Words(zh="还缺", en="Missing")
LEFT: Final = Words(zh="留下", en="Left behind")
MORE: Final = Words(zh="还有 {n} 件", en="{n} more")
SEALED_AT: Final = Words(zh="工位", en="Bench")
NUMBER: Final = Words(zh="{number} 号", en="No. {number}")
DRIVER: Final = Words(zh="司机", en="Driver")
WEIGHT: Final = Words(zh="总重", en="Weight")
NOT_WEIGHED: Final = Words(zh="+{n} 件未称重", en="+{n} not weighed")
PARCELS: Final = Words(zh="件", en="parcels")
PARCEL: Final = Words(zh="件", en="parcel")
SIGN_HERE: Final = Words(zh="在这里签名", en="Sign here")
SIGNED: Final = Words(zh="已签名", en="Signed")
TYPED: Final = Words(zh="输入", en="Typed")

REASONS: Final = (
    Words(zh="车上没位置", en="No room in the van"),
    Words(zh="找不到", en="Not found"),
    Words(zh="箱子破损", en="The box is damaged"),
    Words(zh="买家要求等", en="The buyer asks to wait"),
    Words(zh="地址待确认", en="The address is in question"),
    Words(zh="办公室要求留下", en="The office keeps it"),
)
"""By Ctrl+1 … Ctrl+6; any other is typed."""

REFUSED: Final[Mapping[str, tuple[Words, Words]]] = MappingProxyType(
    {
        "unreadable": (
            Words(zh="条码读不清", en="Cannot be read"),
            Words(zh="再扫一次", en="Scan again"),
        ),
        "unknown": (
            Words(zh="没有这个包裹", en="No such parcel"),
            Words(zh="拿开，交给主管", en="Put it aside for a supervisor"),
        ),
        "void_waybill": (
            Words(zh="面单已作废", en="The waybill is void"),
            Words(zh="换上新面单再扫", en="Put the new label on, then scan it"),
        ),
        "not_sealed": (
            Words(zh="还没有封箱", en="Not sealed yet"),
            Words(zh="送回工位", en="Back to the bench"),
        ),
        "several_parcels": (
            Words(zh="订单有多个包裹", en="The order has several parcels"),
            Words(zh="扫箱上的运单号", en="Scan the waybill on the box"),
        ),
        "cancelled": (
            Words(zh="订单已取消", en="The order is cancelled"),
            Words(zh="不要装车，拿开", en="Not into the van: put it aside"),
        ),
        "held": (
            Words(zh="封箱后被暂停", en="Held since packing"),
            Words(zh="不要装车，拿开", en="Not into the van: put it aside"),
        ),
        "wrong_carrier": (
            Words(zh="不是这家快递", en="Another carrier's parcel"),
            Words(zh="不要装车，拿开", en="Not into the van: put it aside"),
        ),
        "already_scanned": (
            Words(zh="已经扫过", en="Scanned already"),
            Words(zh="继续扫下一件", en="Go on with the next"),
        ),
        "other_handover": (
            Words(zh="在另一张交接单里", en="In another open handover"),
            Words(zh="先在那边取回", en="Take it back there first"),
        ),
        "already_handed_over": (
            Words(zh="之前已交给快递", en="Handed over before"),
            Words(zh="同一面单出现两次，交给主管", en="One label twice: call a supervisor"),
        ),
        "not_in_handover": (
            Words(zh="不在这张交接单里", en="Not in this handover"),
            Words(zh="没有改变", en="Nothing has changed"),
        ),
    }
)

HARMLESS: Final = frozenset({"unreadable", "already_scanned", "not_in_handover", "several_parcels"})
"""Refusals that need no clear: nothing wrong can get into the van by going on."""

CLEAR_KEY: Final = Words(zh="清除", en="CLEAR")
TAKE_OUT_KEY: Final = Words(zh="取回", en="TAKE BACK")
AGAIN_KEY: Final = Words(zh="重签", en="SIGN AGAIN")
BACK_KEY: Final = Words(zh="返回", en="BACK")
LEAVE_KEY: Final = Words(zh="退出", en="LEAVE")
CLOSE_KEY: Final = Words(zh="关闭交接", en="CLOSE")
HAND_OVER_KEY: Final = Words(zh="确认交出", en="HAND OVER")
LANGUAGE_KEY: Final = Words(zh="语言", en="Language")


def refusal(why: str) -> tuple[Words, Words]:
    """What a reason says and what to do; one that is newer than these words speaks for itself."""
    return REFUSED.get(why, (same(why), NOTHING))


def holds(names: str) -> Words:
    """Names of holds with commas between, in words; what is no hold's name stays."""
    told = [HOLDS.get(name, (name, name)) for name in names.split(", ") if name]
    return begun(listed([Words(zh=zh, en=en) for zh, en in told]))


def closed_detail(count: int, left: int, file: str) -> Words:
    return Words(
        zh="交出 {n} 件，留下 {left} 件；交接单 {file}", en="{n} parcels out, {left} left behind; sheet {file}"
    ).filled(n=count, left=left, file=Path(file).name)
