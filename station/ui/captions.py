"""The fixed words of the packing screens, in both languages. What a job says comes from ``texts``, not from here."""

from __future__ import annotations

from typing import Final

from station.ui.variant_words import which
from station.ui.words import Words, same

UNITS: Final = Words(zh="件", en="units")
GIFT: Final = Words(zh="礼物", en="Gift")
GIFT_LINE: Final = Words(zh="赠品", en="Free gift")
BUYERS_NOTE: Final = Words(zh="买家留言", en="Buyer's note")
NOTE_READ: Final = Words(zh="已读", en="Read")
NOTE_HOW: Final = Words(zh="扫“是”确认", en="Scan YES to confirm")
TAKE: Final = Words(zh="再拿", en="Take")
MORE: Final = Words(zh="个", en="more")
NEXT: Final = Words(zh="下一件", en="Next")
ALL_IN: Final = Words(zh="全部装完", en="All packed")
BY_HAND: Final = Words(zh="无条码，手工确认", en="No barcode: confirm by hand")
SCANNED: Final = Words(zh="扫到", en="Scanned")
WANTED: Final = Words(zh="要的", en="Wanted")
VERSION_BEFORE: Final = Words(zh="装箱时", en="Before")
VERSION_NOW: Final = Words(zh="现在", en="Now")
AND_MORE: Final = Words(zh="还有 {n} 处", en="and {n} more")
CLEAR: Final = Words(zh="清除", en="CLEAR")
ENTER_DOES_NOTHING: Final = Words(zh="回车无效", en="Enter does nothing")
CUT_OFF: Final = Words(zh="订单库连不上", en="Order book unreachable")
CUT_OFF_HOW: Final = Words(zh="连上后自动继续；可以扫一次试试", en="It goes on by itself; a scan tries again")
EXPECTED: Final = Words(zh="应重", en="Expected")
EXPECTED_UNKNOWN: Final = Words(zh="应重未知，不判断", en="Expected weight unknown: not judged")
STABLE: Final = Words(zh="稳定", en="Stable")
UNSTABLE: Final = Words(zh="未稳定", en="Not stable")
LIVE: Final = Words(zh="实时", en="Live")
FROZEN: Final = Words(zh="已锁定", en="Frozen")
ZEROED: Final = Words(zh="已归零", en="Zeroed")
NOT_ZEROED: Final = Words(zh="未归零", en="Not empty")
NO_WEIGHT: Final = Words(zh="没有重量", en="No weight")
PUT_ON_SCALE: Final = Words(zh="把箱子放到秤上", en="Put the box on the scale")
LOOK_IN_BOX: Final = Words(
    zh="看箱内，补上或取出。\n面单自动打印。",
    en="Look in the box and put it right.\nThe label prints by itself.",
)
LABEL_BY_ITSELF: Final = Words(zh="重量合格后，面单自动打印。", en="The label prints by itself once the weight fits.")
LABEL_PRINTING: Final = Words(zh="正在打印面单", en="Printing the label")
LABEL_PRINTED: Final = Words(zh="面单已打印", en="Label printed")
STICK_IT: Final = Words(zh="贴在箱子顶面", en="Stick it on the top face")
SCAN_IT: Final = Words(zh="扫箱上的面单", en="Scan it on the box")
WAYBILL: Final = Words(zh="运单号", en="Waybill")
WEIGHT: Final = Words(zh="重量", en="Weight")
REFUSED: Final = Words(zh="拦下", en="Refused")
TIME: Final = Words(zh="用时", en="Time")
ROOT: Final = Words(zh="根", en="Root")
ROOT_OF: Final = Words(zh="根 {root}", en="Root {root}")
THIS_PARCEL: Final = Words(zh="这个包裹", en="This parcel")
OTHER_LABELS_STOP: Final = Words(zh="扫到别的面单会变红停下", en="Any other label stops the bench")
NO_PREVIEW: Final = Words(zh="面单图未到", en="No label picture yet")
NO_LABEL_STATE: Final = Words(zh="面单未请求", en="Label not requested")
ANSWER_HOW: Final = Words(zh="扫码，或按 Ctrl+数字", en="Scan a code, or press Ctrl+number")
SCAN_BADGE: Final = Words(zh="扫主管工牌", en="Scan a supervisor's badge")
SCAN_ORDER: Final = Words(zh="扫订单号、周转箱、面单或墙格", en="Order, tote, waybill or wall cell")
ORDERS_LEFT: Final = Words(zh="待装订单", en="Orders left")
NEXT_CUTOFF: Final = Words(zh="下一截单", en="Next cut-off")
CUT_OFF_AT: Final = Words(zh="{hour} 截单", en="Cut-off {hour}")
ASK_F1: Final = Words(zh="F1：这里能做什么，所有的键和码", en="F1: what you can do here, every key and code")
BEST_HOUR: Final = Words(zh="你最好的一小时：{n} 个包裹", en="Your best hour: {n} parcels")
DUE_BY_CUTOFF: Final = Words(zh="截单前要装", en="Due by then")
NUMBERS_LEFT: Final = Words(zh="{service}单号快用完", en="{service} numbers low")
NO_SCANS: Final = Words(zh="还没有扫描", en="No scans yet")
STRUCK_OUT: Final = Words(zh="已过截单", en="Past the cut-off")

PHOTOS: Final = Words(zh="照片", en="Photos")

KNOWN_ANSWERS: Final = (
    ("ok", Words(zh="知道了", en="OK")),
    ("yes", Words(zh="是", en="Yes")),
    ("no", Words(zh="否", en="No")),
    ("cancel", Words(zh="取消", en="Cancel")),
    ("out_of_stock", Words(zh="缺货", en="Out of stock")),
    ("damaged", Words(zh="破损", en="Damaged")),
    ("not_found", Words(zh="找不到", en="Not found")),
    ("buyer_agreed", Words(zh="买家同意", en="Buyer agreed")),
    ("too_heavy", Words(zh="超重或超大", en="Too heavy or large")),
    ("not_served", Words(zh="快递不到", en="Not served")),
    ("unreadable", Words(zh="看不清", en="Unreadable")),
    ("lost", Words(zh="丢了", en="Lost")),
    ("jammed", Words(zh="卡纸", en="Jammed")),
    ("wrong_box", Words(zh="贴错箱，换单号", en="On a wrong box")),
    ("wait", Words(zh="等它", en="Wait for it")),
    ("none", Words(zh="都不用", en="None of them")),
    ("again", Words(zh="再拍一次", en="Take it again")),
    ("without", Words(zh="不拍了", en="Go without it")),
)


def answer(value: str) -> Words:
    """A choice in words; one that is not fixed, a carton's name for instance, speaks for itself."""
    return next((words for known, words in KNOWN_ANSWERS if known == value), same(value))


def take_more(units: int) -> Words:
    return Words(zh="再拿 {n} 个", en="{n} more").filled(n=units)


def parcel(part: int, joined: int) -> Words:
    """Which parcel of several, or how many orders are in it; nothing for an order that is one parcel."""
    if joined:
        return Words(zh="合并 {n} 单", en="{n} orders in one").filled(n=joined)
    return Words(zh="第 {part} 个包裹", en="Parcel {part}").filled(part=part) if part else same("")


def lines_done(count: int) -> Words:
    return Words(zh="{n} 行已装完", en="{n} lines done").filled(n=count)


def lines_more(count: int) -> Words:
    return Words(zh="还有 {n} 行", en="{n} more lines").filled(n=count)


def to_cutoff(hour: str) -> Words:
    return Words(zh="距 {hour} 截单", en="to {hour} cut-off").filled(hour=hour)


def not_that(variant: str) -> Words:
    return Words(zh="不是 {variant}", en="not {variant}").filled(variant=which(variant))


def missing_or_extra(units: int, name: Words, *, missing: bool) -> Words:
    if missing:
        return Words(zh="少了 {n} 个{name}？", en="{n} × {name} missing?").filled(n=units, name=name)
    return Words(zh="多了 {n} 个{name}？", en="{n} × {name} too many?").filled(n=units, name=name)
