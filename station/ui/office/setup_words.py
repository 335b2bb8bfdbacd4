"""The words of the page that opens the set-up. Texts only."""

from __future__ import annotations

from typing import Final

from station.ui.words import Words

WHAT: Final = Words(
    zh="安装向导会一步一步找到并测试扫码枪、打印机、秤和相机，打印一张面单，再装一个练习包裹。",
    en="The set-up finds and tries scanner, printer, scale and camera step by step, prints a label and "
    "packs a practice parcel.",
)
SAFE: Final = Words(
    zh="已有的设置和注释都会保留，旧文件留有备份。可以随时中断，下次接着来。",
    en="Settings and comments that are there stay, and the old file is kept. It can be left at any time "
    "and gone on with.",
)
HOME: Final = Words(zh="主文件夹", en="This computer's folder")
FILE: Final = Words(zh="设置文件", en="Settings")
THERE: Final = Words(zh="有", en="there")
NOT_THERE: Final = Words(zh="还没有，全部用默认值", en="not yet: all defaults")
BENCH: Final = Words(zh="工位", en="Bench")
BOOK: Final = Words(zh="订单库", en="Order book")
OPEN_KEY: Final = Words(zh="打开安装向导", en="Open set-up")
OPENED: Final = Words(zh="安装向导已打开，在另一个窗口", en="The set-up is open, in a window of its own")
OPEN_ALREADY: Final = Words(zh="安装向导已经开着", en="It is open already")
ENDED: Final = Words(
    zh="安装向导已结束；重新打开办公室后看到新的设置",
    en="The set-up has ended; open the office again to see what it has set",
)
HINT: Final = Words(zh="回车 打开安装向导 · Ctrl+1…9 换页", en="Enter opens the set-up · Ctrl+1…9 other page")
DEVICES: Final = Words(zh="设备", en="Devices")
