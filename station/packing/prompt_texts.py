"""The sentences of the questions, whole, in both languages; fields in braces are filled by ``prompts``. Texts only.

A question is recorded as it was asked. A screen of a third language knows by these what it is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

QUESTIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "message": ("买家留言：{text}", "Buyer's note: {text}"),
        "gift": ("礼物订单：箱内不放价格单", "Gift order: no price list in the box"),
        "service_known": (
            "买家选了 {chosen}，改发 {service}（{why}）？",
            "Buyer chose {chosen}. Ship by {service} ({why})?",
        ),
        "service_why": ("买家选了 {chosen}，改发 {service}，为什么？", "Buyer chose {chosen}. Why ship by {service}?"),
        "supervisor": ("缺件发货（{why}）：请主管扫工牌", "Short pack ({why}): supervisor, scan your badge"),
        "still_there": (
            "在工位 {place} 装过 {units} 件：还在周转箱里吗？",
            "Packed at bench {place} before: {units}. Still in the tote?",
        ),
        "still_short": (
            "缺货还没解决。在工位 {place} 装过 {units} 件：还在周转箱里吗？",
            "A shortage is still open. Packed at bench {place} before: {units}. Still in the tote?",
        ),
        "in_the_box": (
            "放进去，面单自动打印。看过箱内，已经在里面？",
            "Put it in and the label prints by itself. Or have you looked, and it is in the box?",
        ),
        "packing_material": (
            "取出来，面单自动打印。或者多出的只是包装材料？",
            "Take it out and the label prints by itself. Or is the extra weight packing material?",
        ),
        "short_why": ("为什么缺件？", "Why is something missing?"),
        "reprint_why": ("为什么补打？", "Why print it again?"),
        "new_number": (
            "旧面单作废，换新单号：请主管扫工牌",
            "Void this number, take a new one: supervisor, scan your badge",
        ),
        "no_photo": (
            "没拍到{what}。看一下相机再拍，或主管登录后不拍",
            "No photo of {what}. Look at the camera and take it again; a supervisor may go without it",
        ),
        "other_printer": ("换一台打印机打这张面单？", "Print this label on another printer?"),
        "other_paper": ("纸不对。换一台有这种纸的打印机？", "Wrong paper. Print it on one that has the right paper?"),
        "printed": ("面单打出来了吗？", "Did the label come out?"),
        "printed_there": ("面单从“{printer}”打出来了吗？", "Did the label come out of {printer}?"),
    }
)
