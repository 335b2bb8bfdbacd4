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
        "default": Words(zh="程序自带", en="Program's own"),
        "home": Words(zh="本机 {where}", en="Here, {where}"),
        "shop": Words(zh="店铺文件", en="Shop's file"),
        "rule": Words(zh="规则文件", en="Rule file"),
        "person": Words(zh="本人选择", en="Person's choice"),
    }
)
WHERE: Final = Words(zh="位置", en="Where")
DEFAULT: Final = Words(zh="自带的值", en="Program's own")
TAKES: Final = Words(zh="可以填", en="It takes")
MEANS: Final = Words(zh="意思", en="Meaning")
EDIT_KEY: Final = Words(zh="修改", en="Change")
UNDO_KEY: Final = Words(zh="撤销", en="Undo")
ONLY_KEY: Final = Words(zh="只看改过的", en="Changed only")
ALL_KEY: Final = Words(zh="全部", en="All of them")
NEW_VALUE: Final = Words(zh="新的值；留空则用自带的值", en="New value; empty takes the program's own")
CHANGE: Final = Words(zh="修改设置", en="Change a setting")
SAVED: Final = Words(zh="已保存，工位下次启动时生效", en="Saved; benches follow it from their next start")
UNDONE: Final = Words(zh="已恢复原来的值", en="It is as it was before")
REFUSED: Final = Words(zh="不能这样填，没有改动", en="That does not fit; nothing was changed")
NOT_HERE: Final = Words(zh="在上面写的文件里修改", en="It is changed in the file named above")
IN_SETUP: Final = Words(zh="在安装页（Ctrl+9）或文件里修改", en="It is changed by the set-up (Ctrl+9) or in the file")
NONE: Final = Words(zh="没有这样的设置", en="There is no such setting")
NONE_HOW: Final = Words(zh="Esc 看全部", en="Esc shows all")
COUNT: Final = Words(zh="{n} 项，改过 {changed} 项", en="{n} settings, {changed} changed here")
EMPTY: Final = Words(zh="（空）", en="(empty)")
