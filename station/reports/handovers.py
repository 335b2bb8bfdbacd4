"""A handover and its scans in words and as documents: what ``handover`` prints. Nothing is looked up here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from station.labels.saying import Say
from station.orders.awaiting import SealedParcel, Why, count
from station.orders.calls import Call
from station.orders.handover import Handover
from station.orders.handover_scan import ScanReply
from station.orders.masking import mask_name, mask_phone
from station.orders.shop_time import utc_text


def line(reply: ScanReply, say: Say, *, out: bool) -> str:
    if reply.why is None:
        act = say("取出", "taken out") if out else say("交出", "taken")
        return f"{act}  {reply.code}  {', '.join(reply.orders)}"
    detail = f" ({reply.detail})" if reply.detail else ""
    return f"{say('拒绝', 'REFUSED')}  {reply.code}  {say(*_REFUSED[reply.why])}{detail}"


_REFUSED: Final[Mapping[Why, tuple[str, str]]] = MappingProxyType({
    Why.UNREADABLE: ("条码读不清，请再扫", "the code cannot be read: scan again"),
    Why.UNKNOWN: ("系统里没有这个单号", "no such parcel"),
    Why.VOID_WAYBILL: ("面单已作废，请换贴新面单", "the waybill is void: put the new one on the box"),
    Why.NOT_SEALED: ("还没有打包封箱", "the parcel is not sealed"),
    Why.SEVERAL_PARCELS: ("该订单有多个包裹，请扫运单号", "the order has several parcels: scan the waybill"),
    Why.CANCELLED: ("订单已取消", "the order is cancelled"),
    Why.HELD: ("封箱后被暂停", "held since packing"),
    Why.WRONG_CARRIER: ("不是这家快递的包裹", "another carrier's parcel"),
    Why.ALREADY_SCANNED: ("这次已经扫过", "scanned already"),
    Why.OTHER_HANDOVER: ("已扫入另一张交接单", "scanned into another open handover"),
    Why.ALREADY_HANDED_OVER: ("之前已交给快递", "handed over before"),
    Why.NOT_IN_HANDOVER: ("不在这张交接单里", "not in this handover"),
})  # fmt: skip


def scan_document(reply: ScanReply) -> dict[str, Any]:
    return {
        "code": reply.code,
        "taken": reply.why is None,
        "orders": list(reply.orders),
        "waybill": reply.waybill,
        "reason": reply.why,
        "detail": reply.detail,
    }


def sentence(told: Handover, carrier: str) -> str:
    weight = f"{told.count} parcels, {-(-told.weight_mg // 1000) / 1000:.3f} kg"
    if told.unweighed:
        weight += f" ({told.unweighed} not weighed)"
    begin = f"handover {told.id} of {carrier}"
    if told.closed_us is None:
        return f"{begin}, open since {utc_text(told.opened_us)}: {weight}; {count(told.missing)} missing"
    return f"{begin}, closed {utc_text(told.closed_us)}: {weight}; {len(told.left)} left behind"


def document(told: Handover) -> dict[str, Any]:
    return {
        "handover": told.id,
        "carrier": told.carrier,
        "services": list(told.services),
        "opened": utc_text(told.opened_us),
        "opened_by": told.opened_by,
        "closed": utc_text(told.closed_us),
        "closed_by": told.closed_by,
        "driver": told.driver,
        "count": told.count,
        "weight_g": told.weight_mg / 1000,
        "unweighed": told.unweighed,
        "parcels": [_parcel(parcel) for parcel in told.parcels],
        "missing": [_parcel(parcel) for parcel in told.missing],
        "left": [
            {"order": left.order, "waybill": left.waybill, "bench": left.bench, "reason": left.reason}
            for left in told.left
        ],
    }


def _parcel(parcel: SealedParcel) -> dict[str, Any]:
    return {
        "order": parcel.order,
        "waybill": parcel.waybill,
        "service": parcel.service,
        "bench": parcel.bench,
        "weight_g": None if parcel.weight_mg is None else parcel.weight_mg / 1000,
        "sealed": utc_text(parcel.sealed_us),
        "holds": list(parcel.holds),
    }


def call_document(call: Call, *, personal: bool) -> dict[str, Any]:
    return {
        "order": call.order,
        "waybill": call.waybill,
        "platform": call.platform,
        "shop": call.shop,
        "name": call.name if personal else mask_name(call.name),
        "phone": call.phone if personal else mask_phone(call.phone),
        "carrier": call.carrier,
        "handover": call.handover,
        "bench": call.bench,
        "since": utc_text(call.since_us),
        "reason": call.reason,
    }
