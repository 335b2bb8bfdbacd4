"""What kinds of entries, reasons and moments are called in a report, in Chinese and English. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

Words: TypeAlias = Mapping[str, tuple[str, str]]

KINDS: Words = MappingProxyType({
    "OrderOpened": ("打开订单", "order opened"),
    "ItemPacked": ("装入商品", "item packed"),
    "UnitTakenBack": ("取出商品", "unit taken back"),
    "ScanRefused": ("扫描被拒绝", "scan refused"),
    "DoubleReadDropped": ("重复读码已忽略", "double read dropped"),
    "StopCleared": ("确认拦截", "stop cleared"),
    "PromptOpened": ("提问", "question asked"),
    "PromptAnswered": ("回答", "question answered"),
    "CartonChosen": ("选择纸箱", "carton chosen"),
    "PanCleared": ("秤盘已空", "pan clear"),
    "WeightSeen": ("看到重量", "weight seen"),
    "WeightAwaited": ("等待重量", "weight awaited"),
    "ParcelWeighed": ("包裹称重合格", "parcel weighed"),
    "WeightRefused": ("重量不符", "weight refused"),
    "UnitsBorneOut": ("重量证实了扫描", "scan borne out by the scale"),
    "UnitsDoubted": ("重量与扫描不符", "scan doubted by the scale"),
    "UnitScannedAgain": ("重新扫描", "unit scanned again"),
    "HoldsAsked": ("核对拦截状态", "holds asked"),
    "LabelAllowed": ("允许打印面单", "label allowed"),
    "LabelHeld": ("暂缓打印面单", "label held"),
    "WaybillIssued": ("取得运单号", "waybill issued"),
    "WaybillVoided": ("运单号作废", "waybill voided"),
    "LabelRequested": ("打印面单", "label requested"),
    "LabelSent": ("面单已发送到打印机", "label sent"),
    "LabelPrinted": ("面单已打印", "label printed"),
    "LabelUnknown": ("面单打印结果未知", "label unknown"),
    "LabelVoided": ("面单作废", "label voided"),
    "LabelConfirmed": ("面单已贴上并扫描确认", "label confirmed on the box"),
    "PrinterChosen": ("改用打印机", "another printer chosen"),
    "HoldAsked": ("要求暂放", "hold asked for"),
    "PapersAsked": ("要求打印箱内纸张", "papers asked for"),
    "PaperRequested": ("打印箱内纸张", "paper requested"),
    "PaperReported": ("箱内纸张结果", "paper reported"),
    "PaperFailed": ("箱内纸张未打印", "paper not printed"),
    "ParcelSealed": ("包裹封箱完成", "parcel sealed"),
    "ParcelSplit": ("分箱", "split into parcels"),
    "SplitUndone": ("撤销分箱", "split taken back"),
    "ShortPackAllowed": ("允许缺件发货", "short pack allowed"),
    "OrderParked": ("订单搁置", "order parked"),
    "OrderStopped": ("订单被拦截", "order stopped"),
    "ParcelHandedOver": ("交给快递", "handed over to the carrier"),
    "PhotoAsked": ("要求拍照", "photo asked for"),
    "PhotoTaken": ("照片", "photo taken"),
    "PhotoMissing": ("没拍到照片", "photo missing"),
    "PhotoWaived": ("同意不拍照", "photo waived"),
    "VideoStarted": ("开始录像", "video started"),
    "VideoRecorded": ("录像片段", "video segment"),
    "VideoGap": ("录像缺一段", "gap in the video"),
    "VideoEnded": ("录像结束", "video ended"),
    "BenchLocked": ("工位锁定", "bench locked"),
    "PinAsked": ("要求输入 PIN", "PIN asked for"),
    "PinGiven": ("输入了 PIN", "PIN typed"),
    "PinLeft": ("没有输入 PIN", "PIN not given"),
    "SecondAsked": ("要求再确认一次", "asked to be confirmed"),
    "MediaRoomChanged": ("影像空间变化", "room for pictures changed"),
    "DeviceChanged": ("设备状态", "device changed"),
    "AnchorReceived": ("收到外部锚点", "outside anchor received"),
    "ClockJumped": ("时钟跳变", "clock jumped"),
})  # fmt: skip

REASONS: Words = MappingProxyType({
    "not_in_order": ("不在此订单中", "not in this order"),
    "enough_already": ("该商品已装够", "enough of it already"),
    "unknown_code": ("未知条码", "unknown code"),
    "bad_check_digit": ("条码没有读全", "code misread"),
    "order_unknown": ("没有此订单", "no such order"),
    "order_held": ("订单被拦截", "the order is held"),
    "order_shipped": ("订单已发货", "shipped already"),
    "order_claimed": ("订单在另一工位", "at another bench"),
    "order_cancelled": ("订单已取消", "the order was cancelled"),
    "order_changed": ("订单已修改", "the order was changed"),
    "order_open": ("另一订单未完成", "another order was asked for"),
    "wrong_label": ("面单不属于此包裹", "the label is another parcel's"),
    "weight_low": ("重量偏轻", "too light"),
    "weight_high": ("重量偏重", "too heavy"),
    "weight_unstable": ("重量不稳", "weight not stable"),
    "weight_stale": ("秤盘未清空", "the pan was not cleared"),
    "scale_fault": ("秤不能称", "the scale cannot weigh"),
    "item_not_added": ("已扫描,重量没有增加", "scanned, nothing added"),
    "item_unexplained": ("没有扫描,重量增加了", "added without a scan"),
    "expired": ("已过期", "expired"),
    "duplicate_serial": ("序列号重复", "serial number used already"),
    "capture_missing": ("缺批号、效期或序列号", "lot, expiry or serial missing"),
    "prompt_open": ("有问题未回答", "a question was open"),
    "no_service": ("没有快递服务", "no carrier's service"),
    "no_waybill": ("没有运单号", "no waybill number"),
    "number_refused": ("运单号不合要求", "waybill number refused"),
    "service_limit": ("超过快递的限制", "over the carrier's limit"),
    "printer_not_ready": ("打印机未就绪", "printer not ready"),
    "label_unprintable": ("面单不能打印", "the label cannot print"),
    "holds_unknown": ("未能核对拦截状态", "holds could not be asked"),
    "book_unreachable": ("连不上订单库", "order book not reached"),
    "must_clear": ("须先清除", "a clear was owed"),
    "not_allowed": ("不允许", "not allowed"),
    "sign_in_first": ("须先扫工牌", "badge missing"),
    "bad_input": ("读到的不是条码", "no code"),
})  # fmt: skip

MOMENTS: Words = MappingProxyType({
    "open_box": ("打开的箱子", "the open box, all units in"),
    "item": ("没有条码的商品", "an item without a barcode"),
    "label": ("箱上的面单", "the label on the box"),
    "sealed_box": ("封好的箱子", "the sealed box"),
    "asked": ("打包员拍的照片", "asked for by the packer"),
})  # fmt: skip

NEWS: Words = MappingProxyType({
    "accepted": ("已揽收", "accepted"),
    "moving": ("运输中", "on its way"),
    "delivered": ("已签收", "delivered"),
    "returned": ("已退回", "returned"),
    "refused": ("被拒收", "refused"),
    "damaged": ("破损", "damaged"),
    "lost": ("丢失", "lost"),
})  # fmt: skip

PROVEN = (
    (
        "下列记录自其检查点签名之时起未被更改、删除、插入或调换顺序;封箱记录列出了该包裹的全部记录。",
        "The entries below have not been changed, removed, inserted or reordered since their checkpoint was signed, "
        "and the seal lists every entry of its parcel.",
    ),
    (
        "记录由该机构登记的工位密钥签名。请将机构密钥指纹与从外部取得的副本比对。",
        "They were signed by a bench that the organisation enrolled. Compare the organisation's key fingerprint with a "
        "copy from outside this bundle.",
    ),
    (
        "照片、录像和面单数据与记录中的哈希一致。",
        "Photos, video and the label's bytes are those whose hashes the entries hold.",
    ),
)
NOT_PROVEN = (
    ("传感器(扫描枪、秤、相机)所见属实。", "That the sensors (scanner, scale, camera) were told the truth."),
    ("镜头之外或系统之外发生的事。", "What happened off camera or outside the system."),
    (
        "最后一个外部锚点之后的任何内容;本包若无外部锚点,则密钥持有人可能重写全部记录。",
        "Anything after the last outside anchor; without one, whoever holds the key could have rewritten everything.",
    ),
    (
        "录像截图由录像制成,供阅读;录像本身已被证明。快递方的重量和物流状态来自快递文件,不在签名记录中。",
        "Stills are made from the video for reading; the video itself is what is proven. The carrier's weight and news "
        "come from the carrier's file and are in no signed entry.",
    ),
)


def words(table: Words, name: str) -> tuple[str, str]:
    """A word nobody knows is shown as it is."""
    return table.get(name, (name, name))
