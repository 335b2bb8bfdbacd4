"""The help of the office: one page for each page, and the keys that are the same everywhere. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

TITLE: Final = Words(zh="这一页怎么用：{page}", en="How to use: {page}")
EVERYWHERE: Final = Words(zh="每一页都一样的按键", en="Keys of every page")
BACK: Final = Words(zh="返回", en="Back")
HINT: Final = Words(zh="Esc 返回 · Ctrl+1…9 换页", en="Esc back · Ctrl+1…9 other page")
PHONE: Final = Words(zh="用手机扫，带走这一页", en="A phone takes this page along")
BELOW: Final = Words(zh="{above}\n{below}", en="{above}\n{below}")
KEYS: Final = (
    (
        Words(zh="Ctrl+1 … Ctrl+9", en="Ctrl+1 … Ctrl+9"),
        Words(zh="打开那一页；F1 打开帮助", en="opens that page; F1 this help"),
    ),
    (Words(zh="Ctrl+↑ Ctrl+↓", en="Ctrl+↑ Ctrl+↓"), Words(zh="上一页、下一页", en="the page above, the page below")),
    (Words(zh="↑ ↓ PgUp PgDn", en="↑ ↓ PgUp PgDn"), Words(zh="选择一行、翻一屏", en="choose a row, a screenful on")),
    (
        Words(zh="Ctrl+Home Ctrl+End", en="Ctrl+Home Ctrl+End"),
        Words(zh="第一行、最后一行", en="the first row, the last one"),
    ),
    (
        Words(zh="回车", en="Enter"),
        Words(zh="打开选中的，或回答屏幕问的", en="opens what is chosen, or answers what is asked"),
    ),
    (Words(zh="Esc", en="Esc"), Words(zh="返回或放弃；不会丢东西", en="back, or gives up; nothing is lost")),
    (Words(zh="F5", en="F5"), Words(zh="刷新", en="refreshes")),
    (Words(zh="Ctrl+L Ctrl+D", en="Ctrl+L Ctrl+D"), Words(zh="换语言、换颜色", en="other language, other colours")),
    (Words(zh="F11", en="F11"), Words(zh="全屏", en="full screen")),
)
OF_PAGE: Final[Mapping[str, tuple[Words, ...]]] = MappingProxyType(
    {
        "today": (
            Words(
                zh="今天做了多少、错了多少、赶不赶得上截单。回车看某个数字背后的记录。",
                en="What was done today, what was caught, whether cut-offs hold. Enter shows what stands behind "
                "a figure.",
            ),
            Words(
                zh="F2 时段，F3 分组，F4 F5 前一段、后一段，F6 对比。F7 CSV、F8 XLSX：圈所在的表；F9 PDF：全部。",
                en="F2 period, F3 group, F4 F5 the one before, the one after, F6 compare. F7 CSV, F8 XLSX: the table "
                "with the ring; F9 PDF: all.",
            ),
            Words(
                zh="PgDn PgUp 其他几块，Tab 到下一块。F10 按圈所在的数字排，Ctrl+F10 收回。F12 改派这个截单的订单。",
                en="PgDn PgUp: the other panels; Tab: the next one. F10 ranks by the figure under the ring, Ctrl+F10 "
                "takes it back. F12 reassigns a cut-off's orders.",
            ),
        ),
        "orders": (
            Words(
                zh="输入订单号的开头、运单号、货号或手机后四位，边输边找。没找到时按回车，再到姓名里找。",
                en="Type an order's beginning, a waybill, a SKU or a phone's last four digits; it finds as you type. "
                "When nothing is found, Enter looks into names too.",
            ),
            Words(
                zh="F2 暂停一单并写原因，F4 放行。平台或规则暂停的单，要平台或规则自己放行。",
                en="F2 holds an order with a reason, F4 lets it go on. What a platform or a rule holds, "
                "they must release.",
            ),
            Words(
                zh="回车或 F3 看这个包裹的经过：谁、什么时候、多重、面单、照片、交接。F7 存成 PDF。",
                en="Enter or F3 tells what happened to its parcel: who, when, weight, label, photos, "
                "handover. F7 as a PDF.",
            ),
        ),
        "import": (
            Words(
                zh="把平台导出的文件拖进来，或按 F2。程序认出来源，检查前 20 行。",
                en="Drop a platform's file here, or F2. Its source is recognised, and its first 20 rows are checked.",
            ),
            Words(
                zh="自己的表格：用 ↑ ↓ 选列，F3 说明意思；同样的表头下次不用再说。",
                en="A table of your own: ↑ ↓ to a column, F3 says what it means; the same headers need no second word.",
            ),
            Words(
                zh="F7 试跑不改任何东西。F9 导入。不能用的行列出原因，其他行照常导入；重复导入是安全的。",
                en="F7 changes nothing. F9 imports. Rows that cannot be used are named with the reason, all others are "
                "taken; importing twice is safe.",
            ),
        ),
        "disputes": (
            Words(
                zh="最急的在最上面。右边是还缺哪些证据；F3 导出证据包。",
                en="The most urgent is at the top. At the right stands what is missing; F3 exports the evidence.",
            ),
        ),
        "labels": (
            Words(
                zh="每个模板按最长的地址画出来，203 和 300 dpi 并排。F6 换样单，打不出的会说明原因。",
                en="Every template with the longest addresses, 203 and 300 dpi side by side. F6 takes another "
                "sample; what does not print says why.",
            ),
        ),
        "people": (
            Words(
                zh="F2 添加，F4 给或收回主管权限，F6 选语言，F7 打印所有人的工牌。",
                en="F2 adds somebody, F4 gives or takes a supervisor's rights, F6 chooses a language, "
                "F7 makes everybody's badge.",
            ),
        ),
        "settings": (
            Words(
                zh="每个值都写着从哪里来。F2 修改本机的值，不合适的不会写进文件；F4 撤销。",
                en="Every value says where it comes from. F2 changes this home's; what does not fit is "
                "not written; F4 undoes.",
            ),
        ),
        "devices": (
            Words(
                zh="F7 测试选中的设备。F8 看它发来的每个字节、听懂了什么、要多久，F6 停住画面。"
                "工位程序开着时只能看状态。",
                en="F7 tests the chosen device. F8 shows every byte it sends, what was understood and how long it "
                "took; F6 freezes the picture. While the bench runs, only states show.",
            ),
            Words(
                zh="F9 复制另一个工位的设备：它的 bench.toml 拖进来，先看会改什么，再说是。密码从不复制。",
                en="F9 takes over another bench's devices: drop its bench.toml, see what would change, then say yes. "
                "Passwords are never taken.",
            ),
        ),
        "setup": (
            Words(
                zh="回车打开安装向导：一步一步找到并测试每台设备。可以随时中断，下次接着来。",
                en="Enter opens the set-up: step by step it finds and tries every device. It can be "
                "left and gone on with.",
            ),
        ),
        "help": (Words(zh="先打开一页，再按 F1。", en="Open a page first, then F1."),),
    }
)
