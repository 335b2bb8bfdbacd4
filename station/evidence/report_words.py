"""What kinds of entries, reasons and moments are called in a report, in Chinese and English. Texts only."""

from __future__ import annotations

from types import MappingProxyType

from station.evidence.reason_words import Words

KINDS: Words = MappingProxyType({
    "OrderOpened": ("打开订单", "order opened"),
    "ItemPacked": ("装入商品", "item packed"),
    "UnitTakenBack": ("取出商品", "unit taken back"),
    "ScanRefused": ("扫描被拒绝", "scan refused"),
    "DoubleReadDropped": ("重复读码已忽略", "double read dropped"),
    "StopCleared": ("停止已清除", "stop cleared"),
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
    "HoldsAsked": ("核对有无暂停", "holds asked"),
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
    "HoldAsked": ("要求挂单", "asked to put it aside"),
    "PapersAsked": ("要求打印箱内纸张", "papers asked for"),
    "PaperRequested": ("打印箱内纸张", "paper requested"),
    "PaperReported": ("箱内纸张结果", "paper reported"),
    "PaperFailed": ("箱内纸张未打印", "paper not printed"),
    "ParcelSealed": ("包裹封箱完成", "parcel sealed"),
    "ParcelSplit": ("分箱", "split into parcels"),
    "SplitUndone": ("撤销分箱", "split taken back"),
    "ShortPackAllowed": ("允许缺件发货", "short pack allowed"),
    "OrderParked": ("挂单", "order put aside"),
    "OrderStopped": ("订单停下", "order stopped"),
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
    "ZeroAsked": ("秤归零", "scale zeroed"),
    "AnchorReceived": ("收到外部锚点", "outside anchor received"),
    "ClockJumped": ("时钟跳变", "clock jumped"),
})  # fmt: skip

MOMENTS: Words = MappingProxyType({
    "open_box": ("打开的箱子", "the open box, all units in"),
    "item": ("没有条码的商品", "an item without a barcode"),
    "label": ("箱上的面单", "the label on the box"),
    "sealed_box": ("封好的箱子", "the sealed box"),
    "asked": ("打包员拍的照片", "asked for by the packer"),
})  # fmt: skip

PROVEN = (
    (
        "下列记录自其检查点签名之时起未被更改、删除、插入或调换顺序；封箱记录列出了该包裹的全部记录。",
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
    ("传感器（扫码枪、秤、相机）所见属实。", "That the sensors (scanner, scale, camera) were told the truth."),
    ("镜头之外或系统之外发生的事。", "What happened off camera or outside the system."),
    (
        "最后一个外部锚点之后的任何内容；本包若无外部锚点，则密钥持有人可能重写全部记录。",
        "Anything after the last outside anchor; without one, whoever holds the key could have rewritten everything.",
    ),
    (
        "录像截图由录像制成，供阅读；录像本身已被证明。快递方的重量和物流状态来自快递文件，不在签名记录中。",
        "Stills are made from the video for reading; the video itself is what is proven. The carrier's weight and news "
        "come from the carrier's file and are in no signed entry.",
    ),
)
