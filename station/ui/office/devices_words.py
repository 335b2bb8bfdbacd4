"""The words of the devices' page. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

DEVICE: Final = Words(zh="设备", en="Device")
KIND: Final = Words(zh="种类", en="Kind")
STATE: Final = Words(zh="状态", en="State")
LINK: Final = Words(zh="连接", en="Link")
SPEAKS: Final = Words(zh="协议", en="Speaks")
KINDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "scanner": Words(zh="扫码枪", en="Scanner"),
        "printer": Words(zh="打印机", en="Printer"),
        "scale": Words(zh="秤", en="Scale"),
        "camera": Words(zh="相机", en="Camera"),
    }
)
NOT_ASKED: Final = Words(zh="没有测试过", en="Not tested")
ANSWERS: Final = Words(zh="有回应", en="It answers")
SILENT: Final = Words(zh="没有回应", en="No answer")
NONE: Final = Words(zh="这台电脑还没有设备", en="No device is set up here")
NONE_HOW: Final = Words(
    zh="Ctrl+9 打开安装，逐个找到并测试设备", en="Ctrl+9 opens the set-up, which finds and tries each of them"
)
COUNT: Final = Words(zh="{n} 台设备", en="{n} devices")
TEST_KEY: Final = Words(zh="测试", en="Test")
LIVE_KEY: Final = Words(zh="看数据", en="Live bytes")
STOP_KEY: Final = Words(zh="停止", en="Stop")
AGAIN_KEY: Final = Words(zh="重新连接", en="Connect again")
HEX_KEY: Final = Words(zh="十六进制", en="As hex")
TEXT_KEY: Final = Words(zh="文字", en="As text")
TESTING: Final = Words(zh="正在测试 {name}", en="Testing {name}")
TESTED_OK: Final = Words(zh="{name} 有回应", en="{name} answers")
TESTED_BAD: Final = Words(zh="{name} 没有回应", en="{name} does not answer")
OWNED: Final = Words(
    zh="工位程序正在用这些设备，下面是它记下的状态",
    en="The bench's program has these devices open; what it last recorded is shown",
)
OWNED_SHORT: Final = Words(zh="工位程序在用", en="The bench has it")
OWNED_HOW: Final = Words(
    zh="关掉工位程序后可以在这里测试和看数据", en="Close the bench's program to test them and to see their bytes here"
)
UP: Final = Words(zh="正常", en="Well")
DOWN: Final = Words(zh="断开", en="Lost")
LIVE: Final = Words(zh="来的数据", en="What it sends")
LIVE_WAIT: Final = Words(
    zh="等它发数据：扫一个码，或放上东西", en="Waiting for it: scan a code, or put something on it"
)
LIVE_NOT: Final = Words(
    zh="扫码枪和秤可以看数据；打印机和相机请按测试",
    en="Scanners and scales show their bytes; printers and cameras are tested",
)
UNDERSTOOD: Final = Words(zh="听懂", en="Understood")
LAST: Final = Words(zh="最后的话", en="Its last word")
SINCE: Final = Words(zh="自从", en="Since")
LAST_RUN: Final = Words(zh="上次运行", en="Last run")
A_CODE: Final = Words(zh="一个条码，{n} 个字符", en="A code of {n} characters")
A_FAULT: Final = Words(zh="没读全的条码", en="A code that was not whole")
A_WEIGHT: Final = Words(zh="{grams} 克，{how}", en="{grams} g, {how}")
STABLE: Final = Words(zh="稳定", en="stable")
MOVING: Final = Words(zh="未稳定", en="not stable")
HINT: Final = Words(
    zh="↑ ↓ 选择 · F7 测试 · F8 看数据 · Ctrl+1…9 换页", en="↑ ↓ choose · F7 test · F8 live bytes · Ctrl+1…9 other page"
)
