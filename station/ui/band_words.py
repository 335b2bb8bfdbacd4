"""What a screen reader calls the parts of the screens. The names in the program are English and never change."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.look import Look
from station.ui.screen import Words

BANDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "beside": Words(zh="旁边", en="Beside it"),
        "beside the work": Words(zh="作业旁", en="Beside the work"),
        "behind the figure": Words(zh="背后的记录", en="Behind the figure"),
        "benches": Words(zh="工位", en="Benches"),
        "by hour": Words(zh="每小时件数", en="Parcels by hour"),
        "buyer's note": Words(zh="买家留言", en="Buyer's note"),
        "called cell": Words(zh="叫到的格", en="Called cell"),
        "camera": Words(zh="相机画面", en="Camera picture"),
        "carrier": Words(zh="快递", en="Carrier"),
        "choices": Words(zh="可选项", en="Choices"),
        "cells": Words(zh="格子", en="Cells"),
        "cut-offs": Words(zh="截单", en="Cut-offs"),
        "coach": Words(zh="教练", en="Coach"),
        "devices": Words(zh="设备", en="Devices"),
        "disputes": Words(zh="纠纷列表", en="Disputes"),
        "figures": Words(zh="总数", en="Figures"),
        "events": Words(zh="经过", en="What happened"),
        "export": Words(zh="导出", en="Export"),
        "folder": Words(zh="资料", en="Folder"),
        "groups": Words(zh="可合并的组", en="Groups"),
        "keys": Words(zh="按键", en="Keys"),
        "list": Words(zh="列表", en="List"),
        "message": Words(zh="消息", en="Message"),
        "missing": Words(zh="还缺的", en="Missing"),
        "order": Words(zh="订单", en="Order"),
        "orders side by side": Words(zh="并排的订单", en="Orders side by side"),
        "pages": Words(zh="页面", en="Pages"),
        "question": Words(zh="问题", en="Question"),
        "saves": Words(zh="拦下的错", en="Saves"),
        "state": Words(zh="状态", en="State"),
        "result": Words(zh="练习结果", en="Training result"),
        "steps": Words(zh="步骤", en="Steps"),
        "stop": Words(zh="停止", en="Stop"),
        "third column": Words(zh="第三栏", en="Third column"),
        "time": Words(zh="时间", en="Time"),
        "verdict": Words(zh="结果", en="Verdict"),
        "work": Words(zh="作业", en="Work"),
    }
)
BY_CODE: Final = Words(zh="扫命令码", en="by its code")


def called(name: str, look: Look) -> str:
    """In the person's language; a part that has no words yet by its own name."""
    words = BANDS.get(name)
    return look.lead(words) if words else name
