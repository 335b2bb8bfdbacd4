"""The words of the review before orders share a waybill, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words
from station.ui.words import listed as together

NOTHING: Final = Words(zh="", en="")
OFFLINE: Final = Words(zh="订单库连不上", en="Order book unreachable")
OFFLINE_HOW: Final = Words(zh="照常装箱；连上后再开这里", en="Keep packing; open this again when it answers")
OFFLINE_STALE: Final = Words(zh="下面是断开前读到的，这次没有做", en="What follows was read before; this was not done")
LOOKING: Final = Words(zh="正在查找", en="Looking")
TOGETHER: Final = Words(zh="这 {n} 单发一个包裹？", en="Ship these {n} in one parcel?")
SAME: Final = Words(zh="收件信息完全一样，共 {n} 件", en="Recipient the same to the letter; {n} units")
DIFFERS: Final = Words(zh="先看不同处：{what}", en="Look at what differs: {what}")
MERGED: Final = Words(zh="已合并，一张面单", en="Merged under one waybill")
MERGED_HOW: Final = Words(zh="F2 拆开，装箱前都可以", en="F2 separates them until they are packed")
DECLINED: Final = Words(zh="不合并，各发各的", en="Kept apart")
DECLINED_HOW: Final = Words(zh="不再提示；F2 撤销", en="Not proposed again; F2 takes that back")
NONE: Final = Words(zh="没有可以合并的订单", en="Nothing to merge")
NONE_HOW: Final = Words(zh="没有同一买家、同一地址的待装订单", en="No two ready orders are one buyer's at one address")
NOT_DONE: Final = Words(zh="没有完成", en="Not done")
NOT_HERE: Final = Words(zh="这单不在列表里", en="That order is in no group here")
GROUPS: Final = Words(zh="组", en="groups")
LIST: Final = Words(zh="可合并的订单", en="Could share a waybill")
ORDERS: Final = Words(zh="单", en="orders")
DIFFERENT: Final = Words(zh="不同", en="Differs")
MORE: Final = Words(zh="还有 {n} 组", en="{n} more groups")
MORE_GOODS: Final = Words(zh="还有 {n} 行", en="{n} more lines")
GOODS: Final = Words(zh="商品", en="Goods")
COLUMNS: Final = Words(zh="第 {first}–{last} 单，共 {n} 单，按 ← →", en="Orders {first}–{last} of {n}, press ← →")
KEYS_HINT: Final = Words(
    zh="↑ ↓ 换组 · ← → 换列 · 扫订单号找到它的组 · Ctrl+L 语言 · Ctrl+D 配色",
    en="↑ ↓ group · ← → columns · scan an order to find its group · Ctrl+L language · Ctrl+D colours",
)

MERGE_KEY: Final = Words(zh="合并", en="MERGE")
LEAVE_KEY: Final = Words(zh="不合并", en="KEEP APART")
UNDO_KEY: Final = Words(zh="撤销", en="UNDO")
BEFORE_KEY: Final = Words(zh="上一组", en="PREVIOUS")
AFTER_KEY: Final = Words(zh="下一组", en="NEXT")
CLOSE_KEY: Final = Words(zh="返回", en="BACK")

ASPECTS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "name": Words(zh="收件人", en="Name"),
        "phone": Words(zh="电话", en="Phone"),
        "address": Words(zh="地址", en="Address"),
        "deadline": Words(zh="截单", en="Cut-off"),
        "message": Words(zh="买家留言", en="Buyer's note"),
        "note": Words(zh="卖家备注", en="Seller's note"),
    }
)


def units(number: int) -> Words:
    return Words(zh="{n} 件", en="{n} units").filled(n=number)


def listed(names: tuple[str, ...]) -> Words:
    return together([ASPECTS[name] for name in names])
