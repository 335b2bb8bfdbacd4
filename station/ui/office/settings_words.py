"""The words of the settings' page. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

SEARCH: Final = Words(zh="查找设置：名字、值或说明", en="Find a setting: name, value or meaning")
SETTING: Final = Words(zh="设置", en="Setting")
VALUE: Final = Words(zh="现在的值", en="Value now")
SOURCE: Final = Words(zh="从哪里来", en="Comes from")
SOURCES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "default": Words(zh="程序默认", en="Default"),
        "home": Words(zh="本机 {where}", en="Here, {where}"),
        "shop": Words(zh="店铺文件", en="Shop's file"),
        "rule": Words(zh="规则文件", en="Rule file"),
        "person": Words(zh="本人选择", en="Person's choice"),
        "environment": Words(zh="环境变量", en="Environment"),
        "start": Words(zh="启动时", en="Program's start"),
    }
)
WHERE: Final = Words(zh="位置", en="Where")
DEFAULT: Final = Words(zh="默认值", en="Default")
TAKES: Final = Words(zh="可以填", en="It takes")
MEANS: Final = Words(zh="意思", en="Meaning")
EDIT_KEY: Final = Words(zh="修改", en="Change")
UNDO_KEY: Final = Words(zh="撤销", en="Undo")
ONLY_KEY: Final = Words(zh="只看改过的", en="Changed only")
ALL_KEY: Final = Words(zh="全部", en="All of them")
NEW_VALUE: Final = Words(zh="新的值；留空则用默认值", en="New value; empty takes the default")
CHANGE: Final = Words(zh="修改设置", en="Change a setting")
SAVED: Final = Words(zh="已保存，工位下次启动时生效", en="Saved; benches follow it from their next start")
UNDONE: Final = Words(zh="已恢复原来的值", en="It is as it was before")
REFUSED: Final = Words(zh="不能这样填，没有改动", en="That does not fit; nothing was changed")
NOT_HERE: Final = Words(zh="在上面写的文件里修改", en="It is changed in the file named above")
IN_SETUP: Final = Words(
    zh="在安装向导页（Ctrl+9）或文件里修改", en="It is changed by the set-up (Ctrl+9) or in the file"
)
NONE: Final = Words(zh="没有这样的设置", en="There is no such setting")
NONE_HOW: Final = Words(zh="Esc 看全部", en="Esc shows all")
COUNT: Final = Words(zh="{n} 项，改过 {changed} 项", en="{n} settings, {changed} changed here")
AT_START: Final = Words(
    zh="启动程序时决定：--home 或 SEALBENCH_HOME", en="Decided when the program starts: --home or SEALBENCH_HOME"
)
HOME_MEANS: Final = Words(
    zh="主文件夹：设置、订单库、账本、照片和日志都在里面。",
    en="The folder of this computer: settings, order book, ledger, photos and logs are in it.",
)
HOME_NAMED_BY: Final = Words(zh="环境变量 {name}", en="the environment's {name}")
HOME_STARTED: Final = Words(zh="--home，或用户自己的文件夹", en="--home, or the user's own folder")
LISTS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "carton": Words(
            zh="纸箱：打包员扫它的命令码，或用 default_carton。",
            en="Boxes: the packer scans a box's command code, or default_carton is taken.",
        ),
        "device": Words(
            zh="这个工位的设备，接在哪里，用什么协议。",
            en="The devices of this bench, where they are and what they speak.",
        ),
        "paper": Words(
            zh="封箱时放进箱里的纸张，在哪台打印机上打。", en="Papers that go into the box, and the printer of each."
        ),
        "photo": Words(
            zh="什么时候拍照，用哪台相机，是否必须。", en="When a photo is taken, by which camera, and if it must be."
        ),
    }
)
CHOICES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "languages": Words(
            zh="这个人读的语言，登录时换上，共用这个订单库的工位都一样。",
            en="The language that this person reads at every bench of this order book; it comes with the sign-in.",
        ),
        "palettes": Words(
            zh="这个人用的颜色，登录时换上，共用这个订单库的工位都一样。",
            en="The colours that this person uses at every bench of this order book; they come with the sign-in.",
        ),
    }
)
IN_THE_BOOK: Final = Words(zh="{name}，订单库", en="{name}, order book")
EMPTY: Final = Words(zh="（空）", en="(empty)")
