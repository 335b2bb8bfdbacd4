"""The words of the orders' page. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

SEARCH: Final = Words(
    zh="订单号开头、运单号、周转箱、货号、手机后四位；回车打开",
    en="Order's beginning, waybill, tote, SKU, phone's last 4; Enter opens",
)
ORDER: Final = Words(zh="订单", en="Order")
STATE: Final = Words(zh="状态", en="State")
LEFT: Final = Words(zh="剩余", en="Time left")
UNITS: Final = Words(zh="件数", en="Units")
SERVICE: Final = Words(zh="服务", en="Service")
HOLDS: Final = Words(zh="暂停原因", en="Held for")
FILTERS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "ready": Words(zh="待装的 {total} 单", en="{total} ready to pack"),
        "held": Words(zh="暂停的 {total} 单", en="{total} on hold"),
        "packing": Words(zh="装箱中 {total} 单", en="{total} being packed"),
        "sealed": Words(zh="已封箱 {total} 单", en="{total} sealed"),
        "": Words(zh="全部 {total} 单", en="{total} in all"),
    }
)
FOUND: Final = Words(zh="找到 {total} 单", en="{total} found")
FIRST_DAY: Final = Words(zh="还没有订单", en="There are no orders yet")
FIRST_DAY_HOW: Final = Words(zh="按 Ctrl+3 导入第一个订单文件", en="Ctrl+3 imports the first order file")
NONE_SO: Final = Words(zh="这里没有订单", en="No orders here")
NONE_SO_HOW: Final = Words(zh="F6 看别的状态", en="F6 shows another state")
NOT_FOUND: Final = Words(zh="没有找到", en="Nothing found")
NOT_FOUND_HOW: Final = Words(
    zh="回车再查一遍收件人和订单号末尾，百万订单要几秒",
    en="Enter looks into names and ends of numbers too; a million orders take seconds",
)
HOLD_KEY: Final = Words(zh="暂停", en="Hold")
RELEASE_KEY: Final = Words(zh="放行", en="Release")
FILTER_KEY: Final = Words(zh="换状态", en="Filter")
STORY_KEY: Final = Words(zh="经过", en="History")
HOLD: Final = Words(zh="暂停发货", en="Stop it from shipping")
HOLD_WHY: Final = Words(zh="为什么？输入编号，或直接写原因", en="Why? A number, or words of your own")
HOLD_HINT: Final = Words(
    zh="工位会在开单和打印面单前看到这个原因",
    en="The bench reads it before it opens the order and before a label prints",
)
HOLD_REASONS: Final = (
    ("wait", Words(zh="买家要求等一等", en="The buyer asks to wait")),
    ("address", Words(zh="地址要核对", en="The address must be checked")),
    ("goods", Words(zh="货要核对", en="The goods must be checked")),
    ("money", Words(zh="款项要核对", en="The payment must be checked")),
)
RELEASE: Final = Words(zh="放行这单", en="Release this order")
RELEASE_SURE: Final = Words(zh="放行后工位马上可以装箱发货。确定吗？", en="Benches may pack and ship it at once. Sure?")
HELD_NOW: Final = Words(zh="已暂停", en="It is on hold")
RELEASED_NOW: Final = Words(zh="已放行", en="It is released")
KEPT: Final = Words(zh="没有放行", en="It stays on hold")
SINCE: Final = Words(zh="自 {since}", en="since {since}")
WHO: Final = Words(zh="收件人", en="To")
PLACE: Final = Words(zh="目的地", en="Where to")
WAYBILL: Final = Words(zh="运单号", en="Waybill")
SHOP: Final = Words(zh="店铺", en="Shop")
CUT_OFF: Final = Words(zh="最晚发货", en="Ship by")
BENCH: Final = Words(zh="工位", en="Bench")
LINES: Final = Words(zh="{n} 行，共 {units} 件", en="{units} in {n} lines")
NOT_HELD: Final = Words(zh="没有暂停", en="Nothing holds it")
GIFT: Final = Words(zh="礼物", en="Gift")
STATES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "ready": Words(zh="待装", en="Ready"),
        "held": Words(zh="暂停", en="On hold"),
        "outside": Words(zh="不在这里装", en="Not packed here"),
        "packing": Words(zh="装箱中", en="Packing"),
        "sealed": Words(zh="已封箱", en="Sealed"),
        "handed_over": Words(zh="已交运", en="Handed over"),
        "shipped": Words(zh="已发货", en="Shipped"),
        "cancelled": Words(zh="已取消", en="Cancelled"),
        "finished": Words(zh="已完成", en="Finished"),
    }
)
DETAIL: Final = Words(zh="{reason}：{detail}", en="{reason}: {detail}")
