"""A parcel as a platform is told of it: what every module of ``confirmations`` is handed. A value only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from station.packing.model import OrderNo, ServiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """``order`` is the platform's number, which several parcels may have; ``whole`` tells the last of them.

    ``carrier`` is what the platform calls the service, empty where it has no word of its own.

    ``handed_over`` is in the platform's zone, to the second.
    """

    order: OrderNo
    waybill: str
    service: ServiceId
    service_zh: str
    service_en: str
    carrier: str
    handed_over: datetime
    whole: bool = True
