"""The words of the supervisor's screen in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

TITLE: Final = Words(zh="主管", en="Supervisor")
WORDS_OF_GROUP: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "bench": Words(zh="按工位", en="By bench"),
        "packer": Words(zh="按人", en="By packer"),
        "carrier": Words(zh="按快递", en="By carrier"),
    }
)
ALL_OF_GROUP: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "bench": Words(zh="全部工位", en="All benches"),
        "packer": Words(zh="全部人员", en="All packers"),
        "carrier": Words(zh="全部快递", en="All carriers"),
    }
)
PERIODS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "today": Words(zh="今天", en="Today"),
        "shift": Words(zh="班次", en="Shift"),
        "week": Words(zh="周", en="Week"),
    }
)
EXPORT: Final = Words(zh="导出", en="Export")
COMPARE: Final = Words(zh="对比", en="Compare")

# Periods by name
THIS_DAY: Final = Words(zh="今天 {day}", en="Today {day}")
A_DAY: Final = Words(zh="{day}", en="{day}")
A_SHIFT: Final = Words(zh="{day} {shift} {from_hour}–{to_hour}", en="{day} {shift} {from_hour}–{to_hour}")
NO_SHIFT: Final = Words(zh="{day} 班次之外", en="{day}, outside the shifts")
A_WEEK: Final = Words(zh="{first} 至 {last} 的一周", en="Week {first} to {last}")
MONTH_DAY: Final = Words(zh="{month} 月 {day} 日", en="{month}-{day}")
DATED: Final = Words(zh="{year} 年 {month} 月 {day} 日", en="{year}-{month}-{day}")
"""Of another year than this."""
BESIDE_PERIOD: Final = Words(zh="对比 {period}", en="Beside {period}")

# Cards
SEALED: Final = Words(zh="已封", en="Sealed")
SPEED: Final = Words(zh="速度", en="Parcels/h")
LINES: Final = Words(zh="行速", en="Lines/h")
FIRST_PASS: Final = Words(zh="一次做对", en="First pass")
SAVES: Final = Words(zh="拦下", en="Saves")
SLACK: Final = Words(zh="最紧余量", en="Slack")
SLACK_MINUTES: Final = Words(zh="余量（分）", en="Slack, min")
MENDS: Final = Words(zh="怎么补救", en="What would mend it")
PARCELS_UNIT: Final = Words(zh="件", en="parcels")
PER_HOUR_UNIT: Final = Words(zh="件/时", en="per hour")
LINES_UNIT: Final = Words(zh="行/时", en="per hour")
TIMES_UNIT: Final = Words(zh="次", en="times")
SLACK_UNIT: Final = Words(zh="时:分", en="h:mm")
STILL_LEFT: Final = Words(zh="还要装 {n} 单", en="{n} orders to pack")
LAST_HOUR: Final = Words(zh="最近一小时 {n}", en="{n} in the last hour")
LATELY: Final = Words(zh="近 1 时 {n}", en="last h: {n}")
ALL_TOGETHER: Final = Words(zh="各工位速度合计", en="all benches together")
LINES_EACH: Final = Words(zh="平均每件 {lines} 行", en="{lines} lines a parcel")
TARGET: Final = Words(zh="目标 {target}", en="Target {target}")
PER_HUNDRED: Final = Words(zh="每百件 {count} 次", en="{count} in 100 parcels")
DONE_BY: Final = Words(zh="{carrier} {due}，预计 {done}", en="{carrier} {due}, done {done}")
DUE_BY: Final = Words(zh="{carrier} {due}", en="{carrier} {due}")
NOTHING_LEFT: Final = Words(zh="没有订单在等", en="nothing waits")
NO_PACE: Final = Words(zh="近两小时没有打包", en="Nothing packed in two hours")
NO_PACE_SHORT: Final = Words(zh="还没有速度", en="no pace yet")
BEFORE: Final = Words(zh="此前 {before}", en="before: {before}")
NOTHING_YET: Final = Words(zh="还没有", en="nothing yet")

# Heat table
BY_HOUR: Final = Words(zh="每小时件数", en="Parcels by hour")
BY_DAY: Final = Words(zh="每天件数", en="Parcels by day")
TWO_PERIODS: Final = Words(zh="两段对比", en="Two periods")
HOUR: Final = Words(zh="{hour}时", en="{hour}:00")
HOUR_HEAD: Final = Words(zh="{hour}时", en="{hour}h")
NOT_OPEN: Final = Words(zh="未开", en="not yet")
PARTIAL: Final = Words(zh="* {n} 分钟，颜色按整小时折算", en="* {n} minutes so far, shaded at the full-hour rate")
PARTIAL_DAY: Final = Words(zh="* 今天还没完，颜色按整天折算", en="* today so far, shaded at the full-day rate")
FIGURES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "parcels": Words(zh="件", en="parcels"),
        "per_hour": Words(zh="件/时", en="/hour"),
        "lines_per_hour": Words(zh="行/时", en="lines/h"),
        "first_pass": Words(zh="一次做对", en="first pass"),
        "saves": Words(zh="拦下", en="saves"),
    }
)
NOW_HEAD: Final = Words(zh="现在", en="now")
THEN_HEAD: Final = Words(zh="此前", en="then")
CELL: Final = Words(zh="{row} {slot} {n} 件", en="{row} {slot} {n} parcels")
ROW_FIGURE: Final = Words(zh="{row} {figure}", en="{row} {figure}")
ROWS: Final = Words(zh="{first}–{last}，共 {n}", en="{first}–{last} of {n}")
EARLIER: Final = Words(zh="← 还有更早的", en="← earlier hours")
NOBODY: Final = Words(zh="未登录", en="not signed in")

# Why a cell stands out
IDLE: Final = Words(zh="停歇 {n} 分", en="idle {n} min")
LOST: Final = Words(zh="设备断开 {n} 次", en="device lost {n} times")
CALLED: Final = Words(zh="叫人 {n} 次", en="called for help {n} times")
REFUSED: Final = Words(zh="拦下 {n} 次", en="refused {n} times")

# Cut-offs
FORECAST: Final = Words(zh="截单预测", en="Cut-off forecast")
LEFT: Final = Words(zh="剩 {n}", en="{n} left")
NOW: Final = Words(zh="现在", en="now")
DONE_AT: Final = Words(zh="预计 {time}", en="done {time}")
SLACK_LEFT: Final = Words(zh="余量", en="slack")
SLOWER: Final = Words(
    zh="慢 {percent} % 就有 {n} 件赶不上{carrier}", en="{percent} % slower: {n} too late for {carrier}"
)
WILL_MISS: Final = Words(zh="{n} 件赶不上{carrier}", en="{n} too late for {carrier}")
ON_TIME: Final = Words(zh="都赶得上；慢 {percent} % 也赶得上", en="All in time, even {percent} % slower")
TIGHT: Final = Words(zh="{carrier} 只剩 {slack} 余量", en="{carrier} has only {slack} to spare")
NO_CARRIER: Final = Words(zh="还没定快递", en="No carrier yet")
NO_CUT_OFFS: Final = Words(zh="没有等截单的订单", en="No order waits for a cut-off")
NO_CUT_OFFS_HOW: Final = Words(zh="导入订单后，这里按快递预测", en="Import orders: each carrier is forecast here")
MORE_CARRIERS: Final = Words(zh="还有 {n} 家", en="{n} more carriers")
FIRST_ALL: Final = Words(zh="先装这家，余量变 {slack}", en="Pack this carrier first: slack {slack}")
FIRST: Final = Words(zh="{benches} 改做{carrier}，余量变 {slack}", en="{benches} to {carrier}: slack {slack}")
JOIN: Final = Words(zh="{benches} 开工，余量变 {slack}", en="{benches} join: slack {slack}")
FASTER: Final = Words(zh="没有空闲的工位：要 {pace} 件/时才赶得上", en="No bench is free: it takes {pace} parcels/h")
LATE: Final = Words(zh="已过截单：打电话给{carrier}", en="Past the cut-off: call {carrier}")

CARD_LEFT: Final = Words(zh="剩", en="left")
CARD_DONE: Final = Words(zh="预计装完", en="packed by")

# Saves
SAVES_PANEL: Final = Words(zh="拦下的错", en="Saves")
SAVE_NAMES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "wrong_item": Words(zh="拿错", en="Wrong item"),
        "over_scan": Words(zh="多扫", en="Over-scan"),
        "weight": Words(zh="重量", en="Weight"),
        "hold": Words(zh="暂停单", en="Hold hit"),
        "wrong_label": Words(zh="贴错单", en="Wrong label"),
    }
)
MOST_AT: Final = Words(zh="{save} {n} 次，多在 {bench}", en="{save}: {n}, most at {bench}")
WORTH: Final = Words(zh="约值 {currency} {amount}", en="worth {currency} {amount}")
COST: Final = Words(zh="约值 {currency}", en="worth {currency}")
MOSTLY: Final = Words(zh="多在", en="Most at")
SIGNS: Final = Words(zh="绕过的步骤", en="Around the usual way")
SIGN_NAMES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "by_hand": Words(zh="手工确认", en="by hand"),
        "undo": Words(zh="撤销", en="undo"),
        "reprints": Words(zh="补打", en="reprints"),
        "shorts": Words(zh="缺件放行", en="shorts"),
        "parked": Words(zh="挂单", en="put aside"),
        "photos_waived": Words(zh="免照片", en="no photo"),
        "numbers_voided": Words(zh="作废单号", en="voided"),
        "calls": Words(zh="叫人", en="calls"),
    }
)

# Where the time goes
STEPS_PANEL: Final = Words(zh="时间去哪了", en="Seconds per parcel")
CLASSES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "single": Words(zh="单品", en="Single"),
        "one_sku": Words(zh="单款多件", en="One SKU"),
        "mixed": Words(zh="混装", en="Mixed"),
    }
)
STEPS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "scan": Words(zh="扫描", en="scan"),
        "wait": Words(zh="等货", en="wait"),
        "weigh": Words(zh="称重", en="weigh"),
        "print": Words(zh="打印", en="print"),
        "stick": Words(zh="贴单", en="stick"),
    }
)
EXPECTED: Final = Words(zh="应当", en="expected")
DIFFERENCE: Final = Words(zh="差", en="diff.")
SECONDS: Final = Words(zh="秒", en="s")
WAITS: Final = Words(zh="{orders}等货 {n} 秒，最多在 {benches}", en="{orders}: {n} s of waiting, most at {benches}")

# Devices and evidence
DEVICES: Final = Words(zh="设备", en="Devices")
DEVICE_WELL: Final = Words(zh="正常", en="ok")
WELL: Final = Words(zh="{well} / {n} 正常", en="{well} of {n} OK")
EVIDENCE: Final = Words(zh="证据", en="Evidence")
SILENT: Final = Words(zh="失联 {span}", en="silent {span}")
NO_BENCHES: Final = Words(zh="还没有工位报到", en="No bench has reported yet")
NO_BENCHES_HOW: Final = Words(zh="工位第一次启动后就在这里", en="Each shows here from its first start")
GAP_PHOTOS: Final = Words(zh="缺照片 {n}", en="photos: {n}")
GAP_VIDEO: Final = Words(zh="录像缺口 {n}", en="video: {n}")
GAP_ENTRIES: Final = Words(zh="缺记录 {n}", en="entries: {n}")
EXPOSED: Final = Words(zh="未锚定 {n}", en="exposed: {n}")
DEVICE_WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "paper_out": Words(zh="缺纸", en="paper"),
        "paper_jam": Words(zh="卡纸", en="jam"),
        "head_open": Words(zh="没关好", en="open"),
        "cover_open": Words(zh="没关好", en="open"),
        "ribbon_out": Words(zh="缺碳带", en="ribbon"),
        "paused": Words(zh="暂停", en="paused"),
        "hot": Words(zh="过热", en="hot"),
    }
)
GONE: Final = Words(zh="断开", en="lost")

# States
LOADING: Final = Words(zh="正在读取订单库", en="Reading the order book")
LOADING_HOW: Final = Words(
    zh="大仓一周的数字要几秒；按键照常", en="A large house's week takes seconds; the keys work meanwhile"
)
NOT_READ: Final = Words(zh="还没读到", en="not read yet")
OFFLINE: Final = Words(zh="订单库连不上，自 {time}", en="Order book unreachable since {time}")
STALE: Final = Words(zh="下面是断开前读到的", en="What follows was read before")
OFFLINE_HOW: Final = Words(
    zh="工位照常装箱；连上后自动更新", en="The benches keep packing; this page goes on by itself"
)
NOT_DONE: Final = Words(zh="没有完成", en="Not done")
QUIET: Final = Words(zh="这一段没有封箱的包裹", en="No parcel was sealed in this period")
QUIET_TODAY: Final = Words(zh="今天还没有封箱的包裹", en="No parcel has been sealed yet today")
QUIET_HOW: Final = Words(zh="F4 看前一段 · F2 换时段", en="F4 the period before · F2 another kind of period")
FIRST_DAY: Final = Words(zh="还没有封箱的包裹", en="No parcel has been sealed yet")
FIRST_DAY_HOW: Final = Words(zh="第一件封箱后这里开始有数", en="Figures begin with the first parcel")
EXPORTED: Final = Words(zh="已导出：{file}", en="Exported: {file}")
READ_AT: Final = Words(zh="{time} 读取", en="read {time}")

# Behind a figure
BEHIND: Final = Words(zh="背后的记录", en="What is behind it")
BEHIND_PAGE: Final = Words(zh="第 {n} 页", en="page {n}")
LAST_PAGE: Final = Words(zh="到底了", en="the end")
MORE_PAGES: Final = Words(zh="PgDn 还有", en="PgDn for more")
NOTHING_BEHIND: Final = Words(zh="这个数背后没有记录", en="Nothing is behind this figure")
COLUMNS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "time": Words(zh="时间", en="Time"),
        "bench": Words(zh="工位", en="Bench"),
        "packer": Words(zh="打包员", en="Packer"),
        "order": Words(zh="订单", en="Order"),
        "entry": Words(zh="记录", en="Entry"),
        "reason": Words(zh="原因", en="Reason"),
        "number": Words(zh="序号", en="Number"),
        "due": Words(zh="截单", en="Cut-off"),
        "state": Words(zh="状态", en="State"),
        "took": Words(zh="秒", en="Seconds"),
        "photos_missing": Words(zh="照片未到", en="Photos missing"),
        "photos_waived": Words(zh="免照片", en="Photos waived"),
        "video_gaps": Words(zh="录像缺口", en="Video gaps"),
        "lacking": Words(zh="缺记录", en="Entries missing"),
        "exposed": Words(zh="未锚定", en="Exposed"),
        "since": Words(zh="起始", en="Since"),
        "field": Words(zh="项目", en="Field"),
        "value": Words(zh="内容", en="Value"),
    }
)
ORDER_STATES: Final[Mapping[str, Words]] = MappingProxyType(
    {"ready": Words(zh="待装", en="ready"), "packing": Words(zh="在装", en="packing")}
)
KINDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "ParcelSealed": Words(zh="封箱", en="Parcel sealed"),
        "ItemPacked": Words(zh="装入", en="Item packed"),
        "LabelPrinted": Words(zh="面单已打印", en="Label printed"),
        "LabelAllowed": Words(zh="面单放行", en="Label allowed"),
        "LabelUnknown": Words(zh="打印不确定", en="Print uncertain"),
        "DeviceChanged": Words(zh="设备变化", en="Device changed"),
        "HelpCalled": Words(zh="叫人", en="Help called"),
        "ZeroAsked": Words(zh="秤归零", en="Scale zeroed"),
        "ScanRefused": Words(zh="扫码拦下", en="Scan refused"),
        "WeightRefused": Words(zh="重量拦下", en="Weight refused"),
        "OrderStopped": Words(zh="订单停下", en="Order stopped"),
        "UnitsDoubted": Words(zh="件数存疑", en="Units doubted"),
        "UnitTakenBack": Words(zh="取出一件", en="Unit taken back"),
        "DoubleReadDropped": Words(zh="重读丢弃", en="Double read dropped"),
        "ShortPackAllowed": Words(zh="缺件放行", en="Short pack allowed"),
        "OrderParked": Words(zh="挂单", en="Order put aside"),
        "WaybillVoided": Words(zh="运单作废", en="Waybill voided"),
        "PhotoWaived": Words(zh="免照片", en="Photo waived"),
        "PhotoMissing": Words(zh="照片未到", en="Photo missing"),
        "VideoGap": Words(zh="录像缺口", en="Video gap"),
    }
)

# Keys
KEYS: Final = Words(
    zh="F1 全部按键 · ↑↓←→ 选 · Enter 打开 · F2 时段 · F3 分组 · F6 对比 · F7–F9 导出 · F12 改派",
    en="F1 all keys · ↑↓←→ choose · Enter opens · F2 period · F3 group · F6 compare · F7–F9 export · F12 reassign",
)
KEYS_PAGES: Final = Words(
    zh="第 {n} 页，共 {pages} 页 PgUp PgDn · F1 全部按键 · ↑↓←→ Enter · F2 时段 · F3 分组 · F6 对比 · F12 改派",
    en="{n} of {pages} PgUp PgDn · F1 all keys · ↑↓←→ Enter · F2 period · F3 group · F6 compare · F12 reassign",
)
KEYS_BEHIND: Final = Words(
    zh="F1 全部按键 · ↑↓ 选 · Enter 打开一条 · PgDn PgUp 翻页 · Esc 返回 · F7–F9 导出",
    en="F1 all keys · ↑↓ choose · Enter opens one · PgDn PgUp pages · Esc back · F7–F9 export",
)
