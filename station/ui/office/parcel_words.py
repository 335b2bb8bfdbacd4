"""The words of a parcel's history: what happened, and what its facts are called. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

TITLE: Final = Words(zh="这个包裹的经过", en="What happened to this parcel")
KINDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "OrderOpened": Words(zh="打开订单", en="Order opened"),
        "ItemPacked": Words(zh="装入 {n} 件", en="{n} units in"),
        "UnitTakenBack": Words(zh="取出一件", en="A unit was taken out again"),
        "ScanRefused": Words(zh="拦下扫描", en="A scan was refused"),
        "DoubleReadDropped": Words(zh="重复读码，没有计数", en="A double read, not counted"),
        "StopCleared": Words(zh="停止已清除", en="The stop was cleared"),
        "PromptOpened": Words(zh="屏幕提问", en="The screen asked"),
        "PromptAnswered": Words(zh="已回答", en="It was answered"),
        "CartonChosen": Words(zh="选了纸箱", en="A box was chosen"),
        "ParcelWeighed": Words(zh="称重合格", en="Weighed, and right"),
        "WeightRefused": Words(zh="重量不符", en="The weight was refused"),
        "UnitsDoubted": Words(zh="重量与扫描不符", en="The scale doubted a scan"),
        "UnitScannedAgain": Words(zh="重新扫描", en="Scanned once more"),
        "LabelAllowed": Words(zh="可以打印面单", en="The label was allowed"),
        "LabelHeld": Words(zh="面单暂缓", en="The label was held back"),
        "WaybillIssued": Words(zh="取得运单号", en="A waybill was issued"),
        "WaybillVoided": Words(zh="运单号作废", en="A waybill was voided"),
        "LabelRequested": Words(zh="打印面单", en="The label went to print"),
        "LabelPrinted": Words(zh="面单已打印", en="The label was printed"),
        "LabelUnknown": Words(zh="不知道面单是否打出", en="Whether the label printed is not known"),
        "LabelVoided": Words(zh="面单作废", en="A label was voided"),
        "LabelConfirmed": Words(zh="贴上箱后扫过面单", en="The label was scanned on the box"),
        "HoldAsked": Words(zh="要求挂单", en="Putting it aside was asked for"),
        "OrderParked": Words(zh="挂单", en="Put aside"),
        "OrderStopped": Words(zh="订单停下", en="Stopped"),
        "ParcelSealed": Words(zh="封箱", en="Sealed"),
        "ParcelSplit": Words(zh="分箱", en="Split into parcels"),
        "SplitUndone": Words(zh="撤销分箱", en="The split was taken back"),
        "ShortPackAllowed": Words(zh="允许缺件发货", en="Shipping short was allowed"),
        "PaperRequested": Words(zh="打印箱内纸张", en="A paper went to print"),
        "PhotoTaken": Words(zh="拍照", en="A photo was taken"),
        "PhotoMissing": Words(zh="没拍到照片", en="A photo did not come"),
        "PhotoWaived": Words(zh="同意不拍照", en="Going without the photo was allowed"),
        "VideoRecorded": Words(zh="录像", en="Video"),
        "VideoGap": Words(zh="录像缺一段", en="A gap in the video"),
        "held": Words(zh="办公室暂停", en="Held by the office"),
        "released": Words(zh="办公室放行", en="Released by the office"),
        "placed": Words(zh="选了发货地", en="The place that ships it was chosen"),
        "handed_over": Words(zh="交给快递", en="Handed over to the carrier"),
        "expedited": Words(zh="加急", en="Expedited"),
        "cancel_asked": Words(zh="买家要求取消", en="The buyer asked to cancel"),
        "agreed": Words(zh="与买家约定时间", en="A time was agreed with the buyer"),
    }
)
NEWS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "accepted": Words(zh="快递已揽收", en="The carrier accepted it"),
        "moving": Words(zh="运输中", en="On its way"),
        "delivered": Words(zh="已签收", en="Delivered"),
        "refused": Words(zh="买家拒收", en="The buyer refused it"),
        "returned": Words(zh="退回", en="It came back"),
        "damaged": Words(zh="快递报破损", en="The carrier reports damage"),
        "lost": Words(zh="快递报丢失", en="The carrier lost it"),
    }
)
BY_AT: Final = Words(zh="{by} · {bench}", en="{by} · {bench}")
WEIGHT: Final = Words(zh="{kg} kg", en="{kg} kg")
EXPECTED: Final = Words(zh="{kg} kg，应在 {low}–{high}", en="{kg} kg, expected {low} to {high}")
PARCEL: Final = Words(zh="包裹", en="Parcel")
PARCELS: Final = Words(zh="{n} 个包裹", en="{n} parcels")
NONE_SEALED: Final = Words(zh="还没有封箱", en="Not sealed yet")
SEALED_AT: Final = Words(zh="封箱", en="Sealed")
WEIGHS: Final = Words(zh="重量", en="Weight")
UNKNOWN: Final = Words(zh="没有称", en="not weighed")
PACKER: Final = Words(zh="打包员", en="Packed by")
PHONE: Final = Words(zh="电话", en="Telephone")
STREET: Final = Words(zh="地址", en="Address")
PERSONAL_KEY: Final = Words(zh="看收件人", en="Unmask")
PERSONAL: Final = Words(zh="显示收件人的完整信息", en="Show the recipient in full")
PERSONAL_WHY: Final = Words(zh="为什么要看？会连同你的名字记下来", en="What for? It is recorded, with your name")
MASKED: Final = Words(zh="收件人已遮盖，F8 显示并记录", en="The recipient is masked; F8 shows it, and that is recorded")
SHOWN: Final = Words(zh="已显示，已记录", en="Shown, and recorded")
PDF_KEY: Final = Words(zh="报告", en="Report")
REPORT: Final = Words(zh="证据报告", en="Evidence report")
REPORT_HINT: Final = Words(
    zh="报告和证据包里写着收件人的姓名、电话和地址。",
    en="Report and bundle name the recipient, with telephone and address.",
)
REPORT_WHY: Final = Words(zh="为什么要报告？会连同你的名字记下来", en="What is it for? It is recorded, with your name")
PDF_MAKING: Final = Words(zh="正在生成报告", en="Making the report")
PDF_MADE: Final = Words(zh="报告已生成", en="The report is ready")
NO_PICTURES: Final = Words(zh="照片和录像在 {bench} 的电脑上", en="Photos and video are on the computer of {bench}")
STILLS: Final = Words(zh="{n} 张照片", en="{n} photos")
READING_PICTURES: Final = Words(zh="正在读照片", en="Reading the photos")
NOTHING_YET: Final = Words(zh="还没有记录", en="Nothing has happened to it yet")
NOTHING_YET_HOW: Final = Words(zh="工位一开始装箱，这里就有记录", en="As soon as a bench opens it, it shows here")
MORE_THAN: Final = Words(zh="只显示前 {n} 条", en="Only the first {n} entries are shown")
KEYS: Final = Words(zh="↑ ↓ 滚动 · Esc 返回", en="↑ ↓ scroll · Esc back")
SUMMARY: Final = Words(zh="{n} 条记录", en="{n} entries")
LOOKING: Final = Words(zh="正在读这个包裹的经过", en="Reading what happened to it")
UNKNOWN_ORDER: Final = Words(zh="没有这个订单", en="There is no such order")
UNKNOWN_ORDER_HOW: Final = Words(
    zh="可能已按期限删除；Esc 返回，再查一次", en="It may be erased by now; Esc goes back to look again"
)
