"""What the wall board says, in Chinese and English. Texts only; a state is one or two words, read at eight metres."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.packing.cut_offs import Act
from station.packing.reasons import Reason
from station.ui.words import Words

TITLE: Final = Words(zh="打包现场", en="Packing floor")
BENCHES: Final = Words(zh="{n} 个工位", en="{n} benches")
PAGE: Final = Words(zh="第 {number}/{of} 页", en="page {number}/{of}")
SEALED: Final = Words(zh="已封", en="Sealed")
CLEAN: Final = Words(zh="一次做对", en="first pass")
PACE: Final = Words(zh="{rate} 件/时", en="{rate}/h")
LEFT: Final = Words(zh="剩", en="left")
SLACK: Final = Words(zh="余", en="slack")
DONE: Final = Words(zh="{time} 完", en="done {time}")
NO_PACE: Final = Words(zh="还没有速度", en="no pace yet")
NO_CARRIER: Final = Words(zh="还没定快递", en="No carrier yet")
MORE: Final = Words(zh="另 {n} 个截单", en="{n} more cut-offs")
MORE_LEFT: Final = Words(zh="{n} 单", en="{n} orders")

DOES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "ready": Words(zh="待单", en="Ready"),
        "packing": Words(zh="装箱", en="Packing"),
        "waiting": Words(zh="等答复", en="Question"),
        "weighing": Words(zh="称重", en="Weighing"),
        "printing": Words(zh="打印", en="Printing"),
        "sticking": Words(zh="贴单", en="Labelling"),
        "stopped": Words(zh="停下", en="Stopped"),
        "signed_out": Words(zh="无人", en="Nobody"),
        "locked": Words(zh="锁定", en="Locked"),
    }
)
"""By what a bench does, as the order book names it."""

STOPPED: Final = Words(zh="停下", en="Stopped")
STOPS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        Reason.NOT_IN_ORDER: Words(zh="拿错货", en="Wrong item"),
        Reason.ENOUGH_ALREADY: Words(zh="多了一件", en="One too many"),
        Reason.WRONG_LABEL: Words(zh="贴错单", en="Wrong label"),
        Reason.ORDER_HELD: Words(zh="订单暂停", en="Order held"),
        Reason.ORDER_CANCELLED: Words(zh="订单取消", en="Cancelled"),
        Reason.ORDER_CHANGED: Words(zh="订单改了", en="Order changed"),
        Reason.ORDER_SHIPPED: Words(zh="已经发过", en="Sent before"),
        Reason.EXPIRED: Words(zh="商品过期", en="Expired"),
        Reason.DUPLICATE_SERIAL: Words(zh="序列号重复", en="Serial twice"),
        Reason.UNKNOWN_CODE: Words(zh="码不认识", en="Unknown code"),
    }
)
"""Why a bench stands, short; the others are ``STOPPED``."""

CALLS: Final = Words(zh="叫人", en="Help!")
NOBODY_COMES: Final = Words(zh="没人来", en="Nobody came")
COMES: Final = Words(zh="{name} 来了", en="{name} is coming")
NO_CONTACT: Final = Words(zh="失联", en="No contact")
OFF: Final = Words(zh="关机", en="Off")
DEVICE: Final = Words(zh="{device}{word}", en="{device}: {word}")
FAULTS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "paper_out": Words(zh="打印机缺纸", en="No paper"),
        "paper_jam": Words(zh="打印机卡纸", en="Paper jam"),
        "head_open": Words(zh="打印机没关好", en="Printer open"),
        "cover_open": Words(zh="打印机没关好", en="Printer open"),
        "ribbon_out": Words(zh="打印机缺碳带", en="No ribbon"),
        "paused": Words(zh="打印机暂停", en="Printer paused"),
        "hot": Words(zh="打印机过热", en="Printer hot"),
    }
)
"""What ails a device, by the word that only a printer reports; any other is ``LOST``."""
LOST: Final = Words(zh="{device}断开", en="{device} lost")

ACTS: Final[Mapping[Act, Words]] = MappingProxyType(
    {
        Act.FIRST: Words(zh="先装这家", en="Pack these first"),
        Act.BENCHES: Words(zh="{benches} 开工", en="Start {benches}"),
        Act.PACE: Words(zh="要 {rate} 件/时", en="Needs {rate}/h"),
        Act.LATE: Words(zh="已过截单", en="Past the cut-off"),
    }
)
"""What would mend a forecast, short."""

LOADING: Final = Words(zh="正在读订单库", en="Reading the order book")
LOADING_MORE: Final = Words(zh="第一次读要数完以前的记录", en="The first time it counts what was recorded before")
EMPTY: Final = Words(zh="还没有工位", en="No bench yet")
EMPTY_MORE: Final = Words(
    zh="在工位启动程序，连到同一个订单库，它就出现在这里",
    en="Start the program at a packing bench, on the same order book, and it appears here",
)
NO_ORDERS: Final = Words(zh="没有等待的订单", en="No order waits")
NO_ORDERS_MORE: Final = Words(
    zh="导入订单后，这里是各家截单前剩下的单", en="After an import: what is left before each cut-off"
)
NO_FORECAST: Final = Words(zh="算不出截单", en="Cut-offs cannot be worked out")
GONE: Final = Words(zh="订单库连不上，自 {time}", en="Order book unreachable since {time}")
GONE_MORE: Final = Words(zh="下面是 {time} 的情况", en="Below: as of {time}")
NEVER: Final = Words(zh="订单库连不上", en="Order book unreachable")

CALM: Final = Words(zh="一切正常", en="All is well")
TROUBLED: Final = Words(zh="{n} 个工位等人处理", en="{n} benches need somebody")
SPOKEN: Final = Words(zh="{bench}：{word}，{time}", en="{bench}: {word}, {time}")
SPOKEN_PLAIN: Final = Words(zh="{bench}：{word}", en="{bench}: {word}")
SPOKEN_PACE: Final = Words(
    zh="{bench}：{word}，{pace}，一次做对 {percent} %", en="{bench}: {word}, {pace}, {percent} % first pass"
)
SPOKEN_CUT_OFF: Final = Words(zh="{carrier} {due}：剩 {left}，{done}", en="{carrier} {due}: {left} left, {done}")
