"""A parcel with everything in it, as a report is told it: refusals, corrections, photos, video, label, handover."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from station.evidence.story import LABEL_PICTURE, PHOTO, STILL, VIDEO, Attached, Delivered, Story, Told

AT_US = 1_795_200_000_000_000  # 2026-11-20 18:40:00 UTC
NUMBER = "YT8800000000017"
SEGMENT_US = 15_000_000

LINES: list[Any] = [
    {"sku": "CUP", "name": '马克杯 <b>&"x', "variant": "白", "quantity": 2, "kind": "goods", "weight_mg": 320_000},
    {"sku": "TEA", "name": "龙井茶", "variant": "", "quantity": 1, "kind": "goods", "weight_mg": 265_000},
    {"sku": "RIBBON", "name": "丝带", "variant": "", "quantity": 1, "kind": "by_hand", "weight_mg": None},
    {"sku": "CARD", "name": "电子贺卡", "variant": "", "quantity": 1, "kind": "virtual", "weight_mg": None},
]
_RECIPIENT: dict[str, Any] = {
    "name": "张示例", "phone": "13800000000", "country": "CN", "province": "浙江省", "city": "杭州市",
    "district": "", "street": "示例路 <script>alert(1)</script>", "postcode": "310000",
}  # fmt: skip

_HAPPENED: tuple[tuple[int, str, dict[str, Any], dict[str, Any]], ...] = (
    (1, "OrderOpened", {"order": {"platform": "taobao", "shop": "demo", "service_name": "圆通速递", "lines": LINES}},
     {"order_number": "SO-1", "recipient": _RECIPIENT, "seller_note": "给王师傅", "buyer_message": "轻放"}),
    (9, "ItemPacked", {"line": 0, "sku": "CUP", "units": 1, "code": "6901234567892"}, {}),
    (17, "ScanRefused", {"reason": "not_in_order", "code": "4006381333931", "sku": "PEN", "locks": True}, {}),
    (21, "StopCleared", {"reason": "not_in_order"}, {}),
    (25, "ScanRefused", {"reason": "bad_check_digit", "locks": False}, {}),
    (30, "ItemPacked", {"line": 1, "sku": "TEA", "units": 1, "code": "6900000434017", "lot": "L26"}, {}),
    (38, "ItemPacked", {"line": 0, "sku": "CUP", "units": 1, "code": "6901234567892"}, {}),
    (39, "UnitTakenBack", {"line": 0, "sku": "CUP", "units": 1}, {}),
    (40, "ItemPacked", {"line": 0, "sku": "CUP", "units": 1, "code": "6901234567892"}, {}),
    (47, "ItemPacked", {"line": 2, "sku": "RIBBON", "units": 1, "code": "", "by_hand": True}, {}),
    (55, "PhotoTaken", {"moment": "open_box", "camera": "box camera", "source": "usb"}, {}),
    (61, "WeightRefused",
     {"reason": "weight_low", "weight_mg": 731_000, "low_mg": 1_035_000, "high_mg": 1_070_000}, {}),
    (70, "ParcelWeighed", {"weight_mg": 1_052_500, "low_mg": 1_035_000, "high_mg": 1_070_000}, {}),
    (71, "HoldsAsked", {"revision": 1}, {}),
    (72, "LabelAllowed", {"job": "L1", "copy": 1, "holds_age_s": 0, "service": "yto"}, {"waybill": NUMBER}),
    (72, "LabelRequested", {"job": "L1", "copy": 1}, {"waybill": NUMBER}),
    (73, "LabelPrinted", {"job": "L1", "by": "printer"}, {}),
    (88, "LabelConfirmed", {"job": "L1"}, {"waybill": NUMBER}),
    (88, "ParcelSealed", {"weight_mg": 1_052_500}, {"waybill": NUMBER}),
    (90, "VideoRecorded", {"camera": "box camera", "source": "usb", "frames": 900, "from_us": AT_US,
                           "to_us": AT_US + 90_000_000}, {}),
    (91, "VideoGap", {"camera": "box camera", "from_us": 0, "to_us": 0, "why": "restart"}, {}),
    (7000, "ParcelHandedOver", {"carrier": "圆通速递"}, {"waybill": NUMBER}),
)  # fmt: skip


def told() -> tuple[Told, ...]:
    return tuple(
        Told(seq=seq, kind=kind, wall_us=AT_US + at_s * 1_000_000, by="p7f3", pub=pub, shown=shown, leaf=f"{seq:064x}")
        for seq, (at_s, kind, pub, shown) in enumerate(_HAPPENED, start=1)
    )


def attached(entries: tuple[Told, ...]) -> tuple[Attached, ...]:
    by_kind = {one.kind: one for one in entries}
    photo, label, video = by_kind["PhotoTaken"], by_kind["LabelRequested"], by_kind["VideoRecorded"]
    stills = [one for one in entries if one.kind in ("ItemPacked", "ParcelSealed")]
    return (
        Attached(path=f"media/{photo.seq}-0.jpg", seq=photo.seq, role=PHOTO, at_us=photo.wall_us),
        Attached(path=f"labels/{label.seq}-1.png", seq=label.seq, role=LABEL_PICTURE, at_us=label.wall_us),
        Attached(path=f"media/{video.seq}-0.mp4", seq=video.seq, role=VIDEO, at_us=AT_US),
        *(Attached(path=f"stills/{one.seq}.jpg", seq=one.seq, role=STILL, at_us=one.wall_us) for one in stills),
    )


def delivered(weight_mg: int | None = 1_060_000) -> Delivered:
    return Delivered(
        order="SO-1",
        waybill=NUMBER,
        carrier="圆通速递",
        handed_over_us=AT_US + 7_000_000_000,
        carrier_weight_mg=weight_mg,
        last_news="delivered",
        last_news_us=AT_US + 200_000_000_000,
    )


def story() -> Story:
    entries = told()
    return Story(
        order_no="SO-1",
        log="acme/B01/1",
        size=30,
        sealed_seq=19,
        fingerprint="01c9d7ca" * 8,
        key_protection="file with mode 0600",
        remarks=("a remark <i>",),
        told=entries,
        attached=attached(entries),
        delivered=(delivered(),),
        seen_outside=("之后 31 s", "31 s after the last entry"),
    )


def without(kinds: set[str]) -> Story:
    whole = story()
    return replace(whole, told=tuple(one for one in whole.told if one.kind not in kinds), attached=())
