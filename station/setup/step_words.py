"""Names of steps and how they end, in both languages. Words only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.setup.values import Ended, Step, say
from station.ui.screen import Words

STEP_NAMES: Final[Mapping[Step, Words]] = MappingProxyType(
    {
        Step.LANGUAGE: say("语言", "Language"),
        Step.BENCH: say("工位和订单库", "Bench and orders"),
        Step.SCANNER: say("扫码枪", "Scanner"),
        Step.PRINTER: say("打印机", "Printer"),
        Step.SCALE: say("秤", "Scale"),
        Step.CAMERA: say("相机", "Camera"),
        Step.COMMANDS: say("命令码表", "Command codes"),
        Step.PRACTICE: say("练习包裹", "Practice parcel"),
        Step.FINISH: say("保存和报告", "Save and report"),
    }
)

ENDS: Final[Mapping[Ended, Words]] = MappingProxyType(
    {
        Ended.PASSED: say("好了", "passed"),
        Ended.SKIPPED: say("跳过", "skipped"),
        Ended.NO_HARDWARE: say("没有设备", "no hardware"),
    }
)
