"""The words of a dispute's own page: what happened to its parcel, what is proven, how much time is left."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

DISPUTES: Final = Words(zh="纠纷", en="Disputes")
NUMBER: Final = Words(zh="纠纷 {n}", en="Dispute {n}")
HAPPENED: Final = Words(zh="装箱经过", en="What happened")
READING: Final = Words(zh="正在读取这个包裹的记录", en="Reading the parcel's records")
NOT_PACKED: Final = Words(zh="这单没有装箱记录", en="No record of packing")
NOT_PACKED_HOW: Final = Words(zh="没有用本系统封箱；附件按 F2 添加", en="Nothing was sealed here; F2 attaches papers")

OPENED: Final = Words(zh="打开订单", en="Order opened")
OPENED_HOW: Final = Words(zh="{lines} 行，共 {n} 件", en="{lines} lines, {n} units")
NOTE_READ: Final = Words(zh="看过买家留言", en="Buyer's note read")
GIFT_READ: Final = Words(zh="看过礼品要求", en="Gift wish read")
ACKNOWLEDGED: Final = Words(zh="打包员按键确认", en="The packer confirmed it")
REFUSED: Final = Words(zh="拦下扫描：{reason}", en="Scan refused: {reason}")
REFUSED_MANY: Final = Words(zh="拦下 {n} 次扫描", en="{n} scans refused")
CLEARED: Final = Words(zh="{what}，{n} 秒后清除", en="{what}, cleared after {n} s")
NOT_CLEARED: Final = Words(zh="{what}，没有装入", en="{what}, not packed")
LAST_REFUSED: Final = Words(zh="最后一次：{reason}", en="The last: {reason}")
SCANNED: Final = Words(zh="已扫描 {done}/{n} 件", en="{done} of {n} units scanned")
SCANNED_HOW: Final = Words(zh="{lines} 行，最后是 {item}", en="{lines} lines, last {item}")
SCANNED_OPEN: Final = Words(zh="已扫描 {n} 件", en="{n} units scanned")
LAST_ITEM: Final = Words(zh="最后是 {item}", en="last {item}")
WEIGHED: Final = Words(zh="{weight} kg，稳定", en="{weight} kg, stable")
WEIGHT_REFUSED: Final = Words(zh="重量不符：{weight} kg", en="Weight refused: {weight} kg")
EXPECTED: Final = Words(zh="应为 {low} – {high}", en="Expected {low} – {high}")
NOT_JUDGED: Final = Words(zh="应重未知，没有判断", en="Not judged: a unit's weight is not known")
PRINTED: Final = Words(zh="取得运单并打印", en="Label issued and printed")
PRINTED_AGAIN: Final = Words(zh="面单打印 {n} 份", en="Label printed, {n} copies")
SEALED: Final = Words(zh="封箱：已扫描箱上面单", en="Sealed: label scanned")
ROOT: Final = Words(zh="根 {root}", en="Root {root}")
SEALED_ONLY: Final = Words(zh="封箱完成", en="Sealed")
ANCHORED: Final = Words(zh="外部锚定", en="Anchored outside")
ANCHORED_HOW: Final = Words(zh="封箱后 {span}，{n} 个见证", en="{span} after seal, {n} witnesses")
HANDED_OVER: Final = Words(zh="交给快递", en="Handed to the carrier")
DELIVERED: Final = Words(zh="快递：{news}", en="Carrier: {news}")
CARRIER_WEIGHED: Final = Words(zh="快递称重 {weight} kg，相差 {gap}", en="it weighed {weight} kg, {gap} against ours")
CARRIER_WEIGHED_ONLY: Final = Words(zh="快递称重 {weight} kg", en="it weighed {weight} kg")
CARRIER_FILE: Final = Words(zh="来自快递文件，不在签名记录中", en="From the carrier's file, in no signed entry")
BOOK_ONLY: Final = Words(zh="来自订单库，不在签名记录中", en="From the order book, in no signed entry")

PROVEN: Final = Words(zh="{n} 条记录均与签名相符", en="{n} entries, all as signed")
NOT_PROVEN: Final = Words(zh="{n} 条中 {bad} 条与签名不符", en="{bad} of {n} entries are not as signed")
COUNTS: Final = Words(
    zh="{scans} 次扫描，{pictures} 张图片，{films} 段录像", en="Scans {scans}, pictures {pictures}, videos {films}"
)
ELSEWHERE: Final = Words(zh="证据在 {bench}，这里只有摘要", en="Evidence lies at {bench}: here is its summary only")
ELSEWHERE_HOW: Final = Words(zh="图片与证明请在 {bench} 导出", en="Export pictures and proofs at {bench}")
ERASED: Final = Words(zh="{n} 个文件已按规定删除", en="{n} files were erased by rule")
MISSING: Final = Words(zh="{n} 个文件不在了", en="{n} files are missing")
NO_PICTURES: Final = Words(zh="没有拍照或录像", en="No picture was taken")
UNREADABLE: Final = Words(zh="这里的记录读不出来", en="The records here cannot be read")

ANCHOR: Final = Words(zh="封箱后 {span} 外部锚定", en="Last outside anchor {span} after seal")
ANCHOR_NONE: Final = Words(zh="还没有外部锚点", en="Not anchored outside yet")
ANCHOR_NONE_HOW: Final = Words(zh="在此之前，只有我们自己的签名作证", en="Until then only our own signature speaks")
ANCHOR_BY: Final = Words(
    zh="{stamps} 个时间戳，{n} 个见证 · 根 {root}", en="Time stamps {stamps}, witnesses {n} · root {root}"
)
UNCHANGED: Final = Words(zh="{time} 之后无法改动", en="Nothing can have changed since {time}")
NOT_SHOWN: Final = Words(zh="未证明：镜头之外的事，快递方的说法", en="Not proven: off camera, the carrier's word")
ANCHOR_THERE: Final = Words(zh="锚点与证明在 {bench}", en="Its anchors and proofs lie at {bench}")
NO_PROOF: Final = Words(zh="没有签名记录可以作证", en="No signed record, no proof")

LEFT_OF: Final = Words(zh="剩余，共 {n} 个工作日", en="left of {n} working days")
LEFT_OF_DAYS: Final = Words(zh="剩余，共 {n} 天", en="left of {n} days")
LEFT: Final = Words(zh="剩余", en="left")
LATE: Final = Words(zh="已超时", en="late")
LATE_FOR: Final = Words(zh="超时 {span}", en="{span} late")
DUE: Final = Words(zh="{day} 截止", en="due {day}")
NO_TIME: Final = Words(zh="没有时限", en="No time limit")
TO: Final = Words(zh="到 {day}", en="to {day}")
DAYS_HOURS: Final = Words(zh="{days} 天 {hours} 时", en="{days} d {hours} h")
HOURS: Final = Words(zh="{hours} 时 {minutes} 分", en="{hours} h {minutes} min")
SECONDS: Final = Words(zh="{n} 秒", en="{n} s")
MINUTES: Final = Words(zh="{n} 分钟", en="{n} min")
HOURS_ONLY: Final = Words(zh="{n} 小时", en="{n} h")
DAYS_ONLY: Final = Words(zh="{n} 天", en="{n} days")

MORE_THERE: Final = Words(zh="另有 {n} 项已有", en="{n} more are there")
MORE_HELP: Final = Words(zh="另有 {n} 项可补", en="{n} more would help")
ATTACH: Final = Words(zh="按 F2 添加", en="F2 attaches")
ASK: Final = Words(zh="找快递要", en="ask the carrier")
NOTHING_SENT: Final = Words(zh="还没有提交", en="Nothing sent yet")
SENT_HOW: Final = Words(zh="每次提交都记下，F4", en="each package is recorded, F4")
SENT_TO: Final = Words(zh="已提交给 {who}", en="Sent to {who}")
SENT_TIMES: Final = Words(zh="已提交 {n} 次", en="Sent {n} times")
ENDED: Final = Words(zh="{outcome}", en="{outcome}")
PAID_BACK: Final = Words(zh="退款 {money}", en="{money} paid back")
NOTHING_PAID: Final = Words(zh="没有退款", en="nothing was paid back")

EXPORT_FOR: Final = Words(zh="导出给", en="Export for")
OTHERS: Final = Words(zh="其他 F3", en="Others F3")
EXPORT: Final = Words(zh="导出证据", en="Export evidence")
EXPORT_HOW: Final = Words(zh="存入 disputes，含 {n} 份附件", en="Into disputes, with {n} papers")
EXPORT_NO_PAPERS: Final = Words(zh="存入 disputes，没有附件", en="Into disputes, with no paper")
EXPORTING: Final = Words(zh="正在导出", en="Exporting")
KEYS_HINT: Final = Words(
    zh="Esc 列表 · ↑ ↓ 换一件 · F2 附件 · F4 记提交 · F6 结束",
    en="Esc list · ↑ ↓ next · F2 attach · F4 sent · F6 close",
)
WEEKDAYS: Final[tuple[Words, ...]] = (
    Words(zh="周一 {at}", en="Mon {at}"),
    Words(zh="周二 {at}", en="Tue {at}"),
    Words(zh="周三 {at}", en="Wed {at}"),
    Words(zh="周四 {at}", en="Thu {at}"),
    Words(zh="周五 {at}", en="Fri {at}"),
    Words(zh="周六 {at}", en="Sat {at}"),
    Words(zh="周日 {at}", en="Sun {at}"),
)
SHORT_PROFILES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "mastercard-pdf": Words(zh="银行", en="Bank, card"),
        "court": Words(zh="法院", en="Court"),
    }
)
