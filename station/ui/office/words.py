"""The words that all pages of the office share, and the names of the pages. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

NOTHING: Final = Words(zh="", en="")
OFFICE: Final = Words(zh="办公室", en="Office")

PAGES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "today": Words(zh="今天", en="Today"),
        "orders": Words(zh="订单", en="Orders"),
        "import": Words(zh="导入", en="Import"),
        "disputes": Words(zh="纠纷", en="Disputes"),
        "labels": Words(zh="面单", en="Labels"),
        "people": Words(zh="人员", en="People"),
        "settings": Words(zh="设置", en="Settings"),
        "devices": Words(zh="设备", en="Devices"),
        "setup": Words(zh="安装向导", en="Set-up"),
        "help": Words(zh="帮助", en="Help"),
    }
)

SAVING: Final = Words(zh="正在保存", en="Saving")
READING: Final = Words(zh="正在读取", en="Reading")
NOT_DONE: Final = Words(zh="没有完成", en="Not done")
OFFLINE: Final = Words(
    zh="订单库连不上，显示的是断开前读到的", en="Order book unreachable; what is shown was read before"
)
AWAY: Final = Words(zh="订单库连不上", en="Order book unreachable")
AWAY_HOW: Final = Words(
    zh="看看网线和服务器，F5 再试；地址是设置里的 bench.orderbook",
    en="Look at cable and server, F5 tries again; its address is the setting bench.orderbook",
)
UNREAD: Final = Words(zh="没有读到", en="It could not be read")
UNREAD_HOW: Final = Words(zh="原因写在上面，改好后按 F5", en="The reason stands above; F5 when it is mended")
CHOOSE_ONE: Final = Words(zh="请输入其中一个的编号", en="Type the number of one of them")
SAY_SOMETHING: Final = Words(zh="不能留空", en="This cannot be empty")
FORM_HOW: Final = Words(zh="回车 继续 · Esc 放弃", en="Enter goes on · Esc gives up")
LIST_KEYS: Final = Words(
    zh="↑ ↓ 选择 · PgUp PgDn 翻页 · Ctrl+Home/End 首尾 · Ctrl+1…9 换页 · F1 帮助",
    en="↑ ↓ choose · PgUp PgDn page · Ctrl+Home/End ends · Ctrl+1…9 other page · F1 help",
)
SURE: Final = Words(zh="确定吗？", en="Are you sure?")
YES: Final = Words(zh="是", en="Yes")
NO: Final = Words(zh="否", en="No")
MORE: Final = Words(zh="PgDn 看下面的", en="PgDn shows what follows")
OF: Final = Words(zh="第 {at} 行，共 {total} 行", en="row {at} of {total}")
AGAIN_KEY: Final = Words(zh="刷新", en="Refresh")
BACK_KEY: Final = Words(zh="返回", en="Back")
FIND_KEY: Final = Words(zh="查找", en="Find")
HELP_KEY: Final = Words(zh="帮助", en="Help")
FILE_KEY: Final = Words(zh="选文件", en="Choose file")
LEAVE_KEY: Final = Words(zh="关闭", en="Close")
ACCEPT_KEY: Final = Words(zh="继续", en="Go on")
