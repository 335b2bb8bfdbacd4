"""What was done, over HTTP: parcels, events, an order's record, throughput, the pools of waybill numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from litestar import Request, get, post
from litestar.params import FromQuery, JSONBody, QueryParameter
from msgspec import Meta, Struct

from station.errors import UsageTrouble
from station.orders.api_tokens import Right, Token
from station.orders.engine import reading
from station.orders.listing import ParcelPlace, parcels_after, parcels_of, place_of_row
from station.orders.order_copy import exists
from station.orders.relayed import entries_of, witnessed_logs
from station.orders.shop_time import utc_text
from station.orders.told_events import TYPES, ToldEvent, events_after
from station.packing.model import ServiceId
from station.reports.throughput import By, throughput
from station.reports.throughput_sheet import document
from station.serving.desk import ItsDesk
from station.serving.gatekeeper import may
from station.serving.limits import After, Limit, Number, cursor, place_of
from station.serving.problems import NotFound, refused
from station.serving.shapes import (
    EntryOut,
    EventOut,
    EventsOut,
    EvidenceOut,
    FaultOut,
    NumbersOut,
    ParcelOut,
    ParcelsOut,
    PoolOut,
    PoolsOut,
    WitnessOut,
)

NUMBERS_MAX = 10_000
YEAR_US = 366 * 86_400_000_000
FOREVER_US = 2**62
_WITH_ZONE = "with its zone, as 2026-11-21T00:00:00Z"


class NumbersIn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    service: Annotated[str, Meta(min_length=1, max_length=40)]
    numbers: Annotated[
        list[Annotated[str, Meta(min_length=1, max_length=64)]], Meta(min_length=1, max_length=NUMBERS_MAX)
    ]


@get("/parcels", guards=[may(Right.READ)], responses=refused(), operation_id="listParcels", sync_to_thread=True)
def list_parcels(
    desk: ItsDesk,
    start: Annotated[datetime | None, QueryParameter(name="from", description=_WITH_ZONE)] = None,
    end: Annotated[datetime | None, QueryParameter(name="to", description=_WITH_ZONE)] = None,
    after: After = "",
    limit: Limit = 100,
) -> ParcelsOut:
    """By the time they were sealed. To hear of every one, also of a bench that was cut off, read ``/v1/events``."""
    first: ParcelPlace = (_us(start, "from") if start else 0, "", -1, -1, "")
    place = place_of(after, ParcelPlace, first)
    to_us = _us(end, "to") if end else FOREVER_US
    with reading(desk.book.engine) as connection:
        rows = parcels_after(connection, place, to_us=to_us, limit=limit)
    following = cursor(place_of_row(rows[-1])) if len(rows) == limit else None
    return ParcelsOut(parcels=[_parcel(row._asdict()) for row in rows], next=following)


@get(
    "/parcels/{waybill:str}",
    guards=[may(Right.READ)],
    responses=refused(404),
    operation_id="getParcel",
    sync_to_thread=True,
)
def get_parcel(desk: ItsDesk, waybill: Number) -> ParcelsOut:
    """One box: a row for each order in it."""
    with reading(desk.book.engine) as connection:
        rows = parcels_of(connection, waybill)
    if not rows:
        raise NotFound(f"no parcel was sealed under waybill {waybill}")
    return ParcelsOut(parcels=[_parcel(row._asdict()) for row in rows], next=None)


def _us(moment: datetime, name: str) -> int:
    if moment.tzinfo is None:
        raise UsageTrouble(f"{name} has no zone", where=name, remedy="Write it as 2026-11-21T00:00:00Z.")
    return int(moment.timestamp() * 1_000_000)


def _parcel(row: Mapping[str, Any]) -> ParcelOut:
    weight_mg = row["weight_mg"]
    return ParcelOut(
        entry=f"{row['bench']}/{row['epoch']}/{row['seq']}",
        order=row["order_no"],
        waybill=row["waybill"],
        bench=row["bench"],
        packer=row["packer"],
        sealed=utc_text(row["sealed_us"]),
        weight_g=None if weight_mg is None else weight_mg / 1000,
        lines=row["lines"],
        units=row["units"],
        short=row["short"],
    )


@get("/events", guards=[may(Right.READ)], responses=refused(), operation_id="listEvents", sync_to_thread=True)
def list_events(desk: ItsDesk, after: After = "", limit: Limit = 100) -> EventsOut:
    """Everything that happened to orders, each once, whenever its bench could tell: the pull side of webhooks."""
    places: dict[str, int] = place_of(after, dict[str, int], {})
    with reading(desk.book.engine) as connection:
        found, reached, more = events_after(connection, places, kinds=tuple(TYPES), limit=limit)
    return EventsOut(events=[event_out(each) for each in found], next=cursor(reached), more=more)


def event_out(event: ToldEvent) -> EventOut:
    return EventOut(
        id=event.id,
        type=event.type,
        at=utc_text(event.at_us),
        order=event.order,
        bench=event.bench,
        packer=event.packer,
        data=dict(event.data),
    )


@get(
    "/orders/{number:str}/evidence",
    guards=[may(Right.READ)],
    responses=refused(404),
    operation_id="getEvidence",
    sync_to_thread=True,
)
def get_evidence(desk: ItsDesk, number: Number) -> EvidenceOut:
    """The entries of an order as their benches signed them, and what witnesses have seen of those logs."""
    with reading(desk.book.engine) as connection:
        if not exists(connection, number):
            raise NotFound(f"there is no order {number}")
        entries = entries_of(connection, number)
        seen = witnessed_logs(connection)
    mine = {(each.bench, str(each.epoch)) for each in entries}
    return EvidenceOut(
        order=number,
        entries=[
            EntryOut(
                id=f"{each.bench}/{each.epoch}/{each.seq}",
                kind=each.kind,
                at=utc_text(each.wall_us),
                packer=each.packer,
                header=each.header,
            )
            for each in entries
        ],
        sealed=any(each.kind == "ParcelSealed" for each in entries),
        witnessed=[
            WitnessOut(log=one.log, witness=one.witness, size=one.size, root=one.root)
            for one in seen
            if tuple(one.log.split("/")[1:]) in mine
        ],
    )


@get("/throughput", guards=[may(Right.READ)], responses=refused(), operation_id="getThroughput", sync_to_thread=True)
def get_throughput(
    desk: ItsDesk,
    start: Annotated[datetime, QueryParameter(name="from", description=_WITH_ZONE)],
    end: Annotated[datetime, QueryParameter(name="to", description=_WITH_ZONE)],
    by: FromQuery[By] = By.BENCH,
) -> dict[str, Any]:
    """As ``report throughput --format json``: never a speed without its errors. At most a year."""
    from datetime import UTC

    from_us, to_us = _us(start, "from"), _us(end, "to")
    if not 0 < to_us - from_us <= YEAR_US:
        raise UsageTrouble("the period ends before it begins, or is longer than a year", where="to")
    report = throughput(desk.book, from_us=from_us, to_us=to_us, by=by, zone=UTC)
    return document(report, UTC)


@get("/waybills", guards=[may(Right.READ)], responses=refused(), operation_id="listPools", sync_to_thread=True)
def list_pools(desk: ItsDesk) -> PoolsOut:
    """How many numbers each service has left."""
    return PoolsOut(
        pools=[
            PoolOut(
                service=each.service,
                free=each.free,
                reserved=each.reserved,
                drawn=each.drawn,
                sent=each.sent,
                void=each.void,
            )
            for each in desk.book.number_pool()
        ]
    )


@post(
    "/waybills",
    status_code=200,
    guards=[may(Right.WRITE)],
    responses=refused(404),
    operation_id="addNumbers",
    sync_to_thread=True,
)
def add_numbers(request: Request[Token, str, Any], desk: ItsDesk, data: JSONBody[NumbersIn]) -> NumbersOut:
    """Waybill numbers into a service's pool; one that is wrong or known already is refused alone."""
    service = desk.services.get(ServiceId(data.service))
    if service is None:
        raise NotFound(f"there is no service {data.service!r}", remedy=f"Known: {', '.join(desk.services)}.")
    added, faults = desk.book.add_numbers(data.numbers, service, now_us=desk.now_us())
    errors = [FaultOut(place=each.row, order="", field="numbers", message=each.message) for each in faults]
    return NumbersOut(service=service.id, added=added, errors=errors)


ROUTES = (list_parcels, get_parcel, list_events, get_evidence, get_throughput, list_pools, add_numbers)
