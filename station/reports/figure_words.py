"""The figures' names in Chinese and English, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.orders.figure_names import Doing, Name, OrderClass, Save, Step
from station.packing.cut_offs import Act

Both = Mapping[str, str]


def _both(zh: str, en: str) -> Both:
    return MappingProxyType({"zh": zh, "en": en})


SAVES: Final[Mapping[Save, Both]] = MappingProxyType({
    Save.WRONG_ITEM: _both("装错", "wrong item"),
    Save.OVER_SCAN: _both("多扫", "over-scan"),
    Save.WEIGHT: _both("重量", "weight"),
    Save.HOLD: _both("拦截单", "hold hit"),
    Save.WRONG_LABEL: _both("贴错单", "wrong label"),
})  # fmt: skip

CLASSES: Final[Mapping[OrderClass, Both]] = MappingProxyType({
    OrderClass.SINGLE: _both("单品", "single"),
    OrderClass.ONE_SKU: _both("单款多件", "one SKU"),
    OrderClass.MIXED: _both("混装", "mixed"),
})  # fmt: skip

STEPS: Final[Mapping[Step, Both]] = MappingProxyType({
    Step.SCAN: _both("扫描", "scan"),
    Step.WAIT: _both("等货", "wait"),
    Step.WEIGH: _both("称重", "weigh"),
    Step.PRINT: _both("打印", "print"),
    Step.STICK: _both("贴单", "stick"),
})  # fmt: skip

COUNTS: Final[Mapping[Name, Both]] = MappingProxyType({
    Name.BY_HAND: _both("手工确认", "by hand"),
    Name.PRINTED_BY_WORD: _both("人说已打印", "printed, by word"),
    Name.UNDO: _both("撤回", "undo"),
    Name.REPRINTS: _both("重打", "reprints"),
    Name.SHORTS: _both("缺件放行", "shorts"),
    Name.NUMBERS_VOIDED: _both("作废单号", "numbers voided"),
    Name.PHOTOS_WAIVED: _both("免照片", "photos waived"),
    Name.PARKED: _both("搁置", "put aside"),
    Name.CALLS: _both("叫人", "calls"),
})  # fmt: skip
"""What a person did around the usual way; shorts, voided numbers and waived photos are a supervisor's overrides."""

DOINGS: Final[Mapping[Doing, Both]] = MappingProxyType({
    Doing.READY: _both("待单", "ready"),
    Doing.PACKING: _both("装箱", "packing"),
    Doing.WAITING: _both("等答复", "waits for an answer"),
    Doing.WEIGHING: _both("称重", "weighing"),
    Doing.PRINTING: _both("打印", "printing"),
    Doing.STICKING: _both("贴单", "sticking"),
    Doing.STOPPED: _both("停下", "stopped"),
    Doing.SIGNED_OUT: _both("未登录", "signed out"),
})  # fmt: skip

ACTS: Final[Mapping[Act, Both]] = MappingProxyType({
    Act.NONE: _both("", ""),
    Act.FIRST: _both("先装这家，{benches} 改做它，余量变 {slack}", "this carrier first ({benches}): slack {slack}"),
    Act.BENCHES: _both("{benches} 开工，余量变 {slack}", "{benches} join: slack {slack}"),
    Act.PACE: _both("没有空闲打包台：要 {pace} 件/时才赶得上", "no bench is free: it takes {pace} parcels/h"),
    Act.LATE: _both("已过截单", "the cut-off has passed"),
})  # fmt: skip

GROUPS: Final[Mapping[str, Both]] = MappingProxyType({
    "bench": _both("打包台", "bench"),
    "packer": _both("打包员", "packer"),
    "hour": _both("时段", "hour"),
    "shift": _both("班次", "shift"),
    "day": _both("日", "day"),
    "week": _both("周（周一）", "week (Monday)"),
})  # fmt: skip

TOTAL: Final = _both("合计", "total")
