"""What the queue and the order finder say. Texts only."""

from __future__ import annotations

from typing import Final

from station.ui.screen import Words

HEADS: Final = (
    Words(zh="订单", en="Order"),
    Words(zh="状态", en="State"),
    Words(zh="截单", en="Cut-off"),
    Words(zh="剩余", en="Left"),
    Words(zh="件数", en="Units"),
    Words(zh="服务", en="Service"),
    Words(zh="周转箱", en="Tote"),
)
TITLE: Final = Words(zh="订单队列", en="Order queue")
SEARCH: Final = Words(zh="订单号、运单号、周转箱、货号", en="Order, waybill, tote or SKU")
HOW: Final = Words(zh="回车打开；上下键选", en="Enter opens; up and down choose")
MERGE: Final = Words(zh="合并", en="MERGE")
STORY: Final = Words(zh="经过", en="HISTORY")
BACK: Final = Words(zh="返回", en="BACK")

TO_PACK: Final = Words(zh="待装 {n} 单", en="Orders to pack: {n}")
FOUND: Final = Words(zh="找到 {n} 单", en="Orders found: {n}")
LOOKING: Final = Words(zh="正在查订单库", en="Looking in the order book")
LOOKING_HOW: Final = Words(zh="可以先输入要找的", en="Type what you look for meanwhile")
NOT_FOUND: Final = Words(zh="没有找到“{text}”", en="Nothing found for '{text}'")
NOT_FOUND_HOW: Final = Words(zh="试试运单号、电话后四位、货号", en="Try the waybill, a phone's last 4 digits or a SKU")
ALL_PACKED: Final = Words(zh="没有待装的订单", en="No order waits to be packed")
ALL_PACKED_HOW: Final = Words(zh="装过的订单在上面查", en="Search above for orders already packed")
FIRST_DAY: Final = Words(zh="还没有订单", en="No orders yet")
FIRST_DAY_HOW: Final = Words(
    zh="办公室导入订单后，这里就有；也可以先练习",
    en="They appear here once the office imports them; you can practise first",
)
OFFLINE: Final = Words(zh="订单库连不上", en="Order book unreachable")
OFFLINE_STALE: Final = Words(
    zh="下面是断开前读到的，连上后自动更新", en="What follows was read before; it goes on by itself"
)
OFFLINE_EMPTY: Final = Words(
    zh="手上的单照常装；连上后自动显示", en="Keep packing the open order; this goes on by itself"
)
FAILED: Final = Words(zh="没有读到订单", en="The orders were not read")
