"""A handover as its sheet shows it: times told locally, the carrier by its names, where the parcels go first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from station.errors import Trouble
from station.labels.handover_sheet import ROWS_MAX, HandoverSheet, SheetRow
from station.labels.saying import Say
from station.labels.waybill import local_minute
from station.orders.handover import Handover
from station.orders.routes import Carrier
from station.packing.model import ServiceId
from station.packing.routing import Service
from station.packing.terms import FirstLeg, LegKind


def sheet_of(
    told: Handover,
    carriers: Iterable[Carrier],
    services: Mapping[ServiceId, Service],
    say: Say,
    *,
    signature: bytes = b"",
) -> HandoverSheet:
    """A carrier or service without a file any more goes by its id.

    Raises:
        Trouble: more parcels than a sheet holds.
    """
    if len(told.parcels) > ROWS_MAX:
        raise Trouble(f"a sheet holds {ROWS_MAX} parcels, the handover has {len(told.parcels)}")
    carrier = next((each for each in carriers if each.id == told.carrier), None)
    return HandoverSheet(
        number=told.id,
        carrier_zh=carrier.zh if carrier else told.carrier,
        carrier_en=carrier.en if carrier else "",
        opened=local_minute(told.opened_us),
        closed="" if told.closed_us is None else local_minute(told.closed_us),
        by=told.closed_by or told.opened_by,
        driver=told.driver,
        rows=tuple(
            SheetRow(waybill=parcel.waybill, order=parcel.order, bench=parcel.bench, weight_mg=parcel.weight_mg)
            for parcel in told.parcels
        ),
        parcels=told.count,
        weight_mg=told.weight_mg,
        unweighed=told.unweighed,
        first_leg=_first_leg(told.services, services, say),
        signature=signature,
    )


def _first_leg(handed: Iterable[ServiceId], services: Mapping[ServiceId, Service], say: Say) -> str:
    """Each way once; one carrier's services mostly go the same."""
    legs = [services[service].first_leg for service in handed if service in services]
    return " / ".join(dict.fromkeys(text for text in (_leg(each, say) for each in legs) if text))


def _leg(leg: FirstLeg, say: Say) -> str:
    where = ", ".join(part for part in (leg.warehouse, leg.address) if part)
    match leg.kind:
        case LegKind.SELF_SEND:
            return f"{say('自寄至', 'sent to')} {where}"
        case LegKind.PICK_UP:
            return f"{say('上门揽收，送', 'picked up for')} {where}" if where else say("上门揽收", "picked up")
        case LegKind.NONE:
            return ""
