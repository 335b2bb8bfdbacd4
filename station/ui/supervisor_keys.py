"""The card of all keys on the supervisor's screen (F1): the line at its foot has room for the most used only. Pure."""

from __future__ import annotations

from typing import Final

from station.ui.sheets import COLOURS_DOES, FULL_SCREEN_DOES, Card, Kind, Sheet
from station.ui.words import Words

_CARDS: Final = (
    Card(
        words=Words(zh="移动圈", en="Move"),
        does=Words(zh="Tab 到下一块", en="the ring; Tab: from panel to panel"),
        key="↑↓←→",
    ),
    Card(
        words=Words(zh="打开", en="Open"),
        does=Words(zh="数字后面的记录；Esc 返回", en="what lies behind the figure; Esc comes back"),
        key="Enter",
        command="open",
    ),
    Card(
        words=Words(zh="翻页", en="Pages"),
        does=Words(zh="表格的下一页；小窗口里换一块", en="of a table; in a small window the other panels"),
        key="PgDn PgUp",
        command="page",
    ),
    Card(
        words=Words(zh="时段", en="Period"),
        does=Words(zh="今天、班次、周", en="today, shift, week"),
        key="F2",
        command="period",
    ),
    Card(
        words=Words(zh="分组", en="Group"),
        does=Words(zh="按工位、按人、按快递", en="by bench, packer, carrier"),
        key="F3",
        command="group",
    ),
    Card(
        words=Words(zh="前一段、后一段", en="Back and on"),
        does=Words(zh="F4 前一个时段，F5 后一个", en="F4: the period before; F5: the one after"),
        key="F4 F5",
        command="earlier",
    ),
    Card(
        words=Words(zh="对比", en="Compare"),
        does=Words(zh="和前一时段、上周同期、不对比", en="with the period before, a week earlier, with none"),
        key="F6",
        command="compare",
    ),
    Card(
        words=Words(zh="导出", en="Export"),
        does=Words(
            zh="F7 CSV、F8 XLSX：圈所在的表；F9 PDF：全部", en="F7 CSV, F8 XLSX: the table with the ring; F9 PDF: all"
        ),
        key="F7 F8 F9",
        command="xlsx",
    ),
    Card(
        words=Words(zh="排名", en="Rank"),
        does=Words(
            zh="按圈所在的数字排；Ctrl+F10 收回", en="rows by the figure under the ring; Ctrl+F10 takes it back"
        ),
        key="F10",
        command="rank",
    ),
    Card(
        words=Words(zh="改派", en="Reassign"),
        does=Words(zh="这个截单的订单先打；先问一次", en="a cut-off's orders before all others; asks first"),
        key="F12",
        command="reassign",
    ),
    Card(words=Words(zh="颜色", en="Colours"), does=COLOURS_DOES, key="Ctrl+D"),
    Card(words=Words(zh="全屏", en="Full screen"), does=FULL_SCREEN_DOES, key="F11"),
)
KEYS_OF: Final = Sheet(kind=Kind.KEYS, title=Words(zh="全部按键", en="All keys"), cards=_CARDS)
