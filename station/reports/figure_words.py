"""The figures' names, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.orders.figure_names import Doing, Name, OrderClass, Save, Step
from station.packing.cut_offs import Act
from station.ui.words import Words, same

SAVES: Final[Mapping[Save, Words]] = MappingProxyType({
    Save.WRONG_ITEM: Words(zh="拿错", en="wrong item"),
    Save.OVER_SCAN: Words(zh="多扫", en="over-scan"),
    Save.WEIGHT: Words(zh="重量", en="weight"),
    Save.HOLD: Words(zh="暂停单", en="hold hit"),
    Save.WRONG_LABEL: Words(zh="贴错单", en="wrong label"),
})  # fmt: skip

CLASSES: Final[Mapping[OrderClass, Words]] = MappingProxyType({
    OrderClass.SINGLE: Words(zh="单品", en="single"),
    OrderClass.ONE_SKU: Words(zh="单款多件", en="one SKU"),
    OrderClass.MIXED: Words(zh="混装", en="mixed"),
})  # fmt: skip

STEPS: Final[Mapping[Step, Words]] = MappingProxyType({
    Step.SCAN: Words(zh="扫描", en="scan"),
    Step.WAIT: Words(zh="等货", en="wait"),
    Step.WEIGH: Words(zh="称重", en="weigh"),
    Step.PRINT: Words(zh="打印", en="print"),
    Step.STICK: Words(zh="贴单", en="stick"),
})  # fmt: skip

COUNTS: Final[Mapping[Name, Words]] = MappingProxyType({
    Name.BY_HAND: Words(zh="手工确认", en="by hand"),
    Name.PRINTED_BY_WORD: Words(zh="人工确认已打印", en="printed, by word"),
    Name.UNDO: Words(zh="撤销", en="undo"),
    Name.REPRINTS: Words(zh="补打", en="reprints"),
    Name.SHORTS: Words(zh="缺件放行", en="shorts"),
    Name.NUMBERS_VOIDED: Words(zh="作废单号", en="numbers voided"),
    Name.PHOTOS_WAIVED: Words(zh="免照片", en="photos waived"),
    Name.PARKED: Words(zh="挂单", en="put aside"),
    Name.CALLS: Words(zh="叫人", en="calls"),
})  # fmt: skip
"""What a person did around the usual way; shorts, voided numbers and waived photos are a supervisor's overrides."""

DOINGS: Final[Mapping[Doing, Words]] = MappingProxyType({
    Doing.READY: Words(zh="待单", en="ready"),
    Doing.PACKING: Words(zh="装箱", en="packing"),
    Doing.WAITING: Words(zh="等答复", en="waits for an answer"),
    Doing.WEIGHING: Words(zh="称重", en="weighing"),
    Doing.PRINTING: Words(zh="打印", en="printing"),
    Doing.STICKING: Words(zh="贴单", en="sticking"),
    Doing.STOPPED: Words(zh="停下", en="stopped"),
    Doing.SIGNED_OUT: Words(zh="未登录", en="signed out"),
    Doing.LOCKED: Words(zh="锁定", en="locked"),
})  # fmt: skip

ACTS: Final[Mapping[Act, Words]] = MappingProxyType({
    Act.NONE: same(""),
    Act.FIRST: Words(
        zh="先装这家，{benches} 改做它，余量变 {slack}", en="this carrier first ({benches}): slack {slack}"
    ),
    Act.BENCHES: Words(zh="{benches} 开工，余量变 {slack}", en="{benches} join: slack {slack}"),
    Act.PACE: Words(zh="没有空闲的工位：要 {pace} 件/时才赶得上", en="no bench is free: it takes {pace} parcels/h"),
    Act.LATE: Words(zh="已过截单", en="the cut-off has passed"),
})  # fmt: skip

GROUPS: Final[Mapping[str, Words]] = MappingProxyType({
    "bench": Words(zh="工位", en="bench"),
    "packer": Words(zh="打包员", en="packer"),
    "hour": Words(zh="时段", en="hour"),
    "shift": Words(zh="班次", en="shift"),
    "day": Words(zh="日", en="day"),
    "week": Words(zh="周（周一）", en="week (Monday)"),
})  # fmt: skip

TOTAL: Final = Words(zh="合计", en="total")

COLUMNS: Final[Mapping[str, Words]] = MappingProxyType({
    "parcels": Words(zh="包裹", en="parcels"),
    "count_parcels": Words(zh="件数", en="parcels"),
    "per_hour": Words(zh="包裹/小时", en="parcels/h"),
    "first_pass": Words(zh="一次做对 %", en="first pass %"),
    "refusals": Words(zh="拦下次数", en="refusals"),
    "idle": Words(zh="停歇（小时）", en="idle h"),
    "before": Words(zh="此前", en="before"),
    "difference": Words(zh="差 %", en="diff. %"),
    "saves": Words(zh="拦下的错", en="saves"),
    "count": Words(zh="次数", en="count"),
    "cost": Words(zh="本会损失 {currency}", en="would have cost {currency}"),
    "most_at": Words(zh="多在", en="most at"),
    "orders": Words(zh="订单", en="orders"),
    "seconds": Words(zh="每件秒数", en="seconds a parcel"),
    "expected": Words(zh="应当", en="expected"),
    "over": Words(zh="差", en="diff."),
    "waits": Words(zh="等得最久", en="longest waits"),
    "carrier": Words(zh="快递", en="carrier"),
    "cut_off": Words(zh="截单", en="cut-off"),
    "left": Words(zh="剩", en="left"),
    "packed_by": Words(zh="预计装完", en="packed by"),
    "slack": Words(zh="余量", en="slack"),
    "misses": Words(zh="来不及", en="will miss"),
    "misses_slower": Words(zh="慢 8 % 来不及", en="late if 8 % slower"),
    "mend": Words(zh="怎么办", en="what mends it"),
    "bench": Words(zh="工位", en="bench"),
    "packer": Words(zh="打包员", en="packer"),
    "waived": Words(zh="免照片", en="photos waived"),
    "missing": Words(zh="照片未到", en="photos missing"),
    "video_gaps": Words(zh="录像缺口", en="video gaps"),
    "lacking": Words(zh="缺记录", en="entries missing"),
    "exposed": Words(zh="未锚定", en="exposed"),
    "since": Words(zh="起始", en="since"),
    "does": Words(zh="在做", en="does"),
    "why": Words(zh="原因", en="why"),
    "for": Words(zh="已", en="for"),
    "order": Words(zh="订单", en="order"),
    "calls": Words(zh="叫人", en="calls"),
    "time": Words(zh="时间", en="time"),
    "entry": Words(zh="记录", en="entry"),
    "reason": Words(zh="原因", en="reason"),
    "number": Words(zh="序号", en="number"),
})  # fmt: skip
"""Heads of the sheets' columns."""
