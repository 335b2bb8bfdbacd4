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
    zh="Ctrl+9 打开安装向导，逐个找到并测试设备", en="Ctrl+9 opens the set-up, which finds and tries each of them"
)
COUNT: Final = Words(zh="{n} 台设备", en="{n} devices")
TEST_KEY: Final = Words(zh="测试", en="Test")
LIVE_KEY: Final = Words(zh="看数据", en="Live data")
STOP_KEY: Final = Words(zh="停止", en="Stop")
AGAIN_KEY: Final = Words(zh="重新连接", en="Reconnect")
STILL_KEY: Final = Words(zh="停住画面", en="Freeze")
MOVE_KEY: Final = Words(zh="继续显示", en="Go on")
HELD_STILL: Final = Words(zh="画面停住了，数据还在来", en="The picture stands still; bytes still come")
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
UP: Final = Words(zh="正常", en="OK")
DOWN: Final = Words(zh="断开", en="Lost")
LIVE: Final = Words(zh="收到的数据", en="What it sends")
LIVE_WAIT: Final = Words(
    zh="等它发数据：扫一个码，或放上东西", en="Waiting for it: scan a code, or put something on it"
)
LIVE_NOT: Final = Words(
    zh="扫码枪和秤可以看数据；打印机和相机请按测试",
    en="Scanners and scales show their bytes; printers and cameras are tested",
)
LAST: Final = Words(zh="最近的报告", en="Last report")
SINCE: Final = Words(zh="起始", en="Since")
LAST_RUN: Final = Words(zh="上次运行", en="Last run")
WELL: Final = Words(zh="就绪", en="Ready")
A_CODE: Final = Words(zh="条码 {code}，{n} 个字符", en="The code {code}, {n} characters")
A_FAULT: Final = Words(zh="没读全的条码", en="A code that was not whole")
A_WEIGHT: Final = Words(zh="{grams} 克，{how}", en="{grams} g, {how}")
STABLE: Final = Words(zh="稳定", en="stable")
MOVING: Final = Words(zh="未稳定", en="not stable")
FAULTS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "overload": Words(zh="没有重量：超载", en="No weight: too heavy for the scale"),
        "underload": Words(zh="没有重量：低于零", en="No weight: it is below zero"),
        "broken": Words(zh="没有重量：秤自己报故障", en="No weight: the scale reports a fault of its own"),
        "not_a_weight": Words(zh="没有重量：发来的不是重量", en="No weight: what it sends is not a weight"),
        "unit_changed": Words(zh="没有重量：秤换了单位", en="No weight: its unit was changed at the scale"),
    }
)
TIMES_OF_SCANNER: Final = Words(zh="一个条码要多久", en="How long a code takes")
TIMES_OF_ASKED: Final = Words(zh="问一次重量要多久", en="How long a weight takes when asked for")
TIMES_OF_SENT: Final = Words(zh="多久来一个重量", en="How long from one weight to the next")
TOOK: Final = Words(
    zh="最新 {newest} 毫秒，中位 {middle}，最慢 {slowest}", en="newest {newest} ms, median {middle}, slowest {slowest}"
)
NO_TIMES: Final = Words(zh="还没有", en="nothing yet")
COPY_KEY: Final = Words(zh="复制", en="Copy")
UNDO_KEY: Final = Words(zh="撤销复制", en="Undo")
COPY: Final = Words(zh="复制另一个工位的设备", en="Copy another bench's devices")
COPY_ASKS: Final = Words(
    zh="那个工位的 bench.toml：写出路径，或拖进来", en="That bench's bench.toml: type its path, or drop it here"
)
COPY_HINT: Final = Words(
    zh="这里已有的设备保留自己的接口，只复制其余设置。网络相机的连接里可能有密码，不复制。",
    en="A device that is here already keeps its own link and takes the rest. A network camera's link may hold a "
    "password and is not taken.",
)
COPY_READS: Final = Words(zh="正在读那个工位的设置", en="Reading that bench's settings")
COPY_SURE: Final = Words(zh="复制 {bench} 的这些设备？", en="Take these devices of {bench}?")
COPY_NOTHING: Final = Words(zh="{bench} 没有可以复制的", en="{bench} has nothing to take")
COPY_NOTHING_HOW: Final = Words(
    zh="它的设备和这里一样，或不能复制", en="Its devices are as they are here, or cannot be taken"
)
COPIED: Final = Words(zh="已复制 {bench} 的设备", en="The devices of {bench} are here")
COPIED_HOW: Final = Words(
    zh="用 F7 逐个测试；工位下次启动时生效", en="Test each with F7; the bench follows from its next start"
)
NOT_COPIED: Final = Words(zh="没有复制，没有改动", en="Nothing was taken, nothing changed")
COPY_UNDONE: Final = Words(zh="设备恢复原样", en="The devices are as they were")
FATES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "new": Words(zh="新增", en="added"),
        "changed": Words(zh="改动 {keys}", en="changed: {keys}"),
        "alike": Words(zh="一样", en="as it is here"),
        "left": Words(zh="不复制：连接里可能有密码", en="not taken: its link may hold a password"),
    }
)
HINT: Final = Words(
    zh="↑ ↓ 选择 · 回车 测试 · Ctrl+1…9 换页 · F1 帮助",
    en="↑ ↓ choose · Enter tests · Ctrl+1…9 other page · F1 help",
)
