"""What happened to orders, as other programs are told it: which entries, under which name, from where on.

A place is a number for each log (bench and epoch), not a time: a bench that was cut off brings old entries late, and
whoever asked by time would never hear of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from station.orders.figure_tables import figured_logs
from station.orders.tables import events

TYPES: Mapping[str, str] = {
    "OrderOpened": "order.opened",
    "OrderParked": "order.parked",
    "OrderStopped": "order.stopped",
    "ClaimReturned": "order.returned",
    "ParcelSplit": "order.split",
    "WaybillIssued": "waybill.issued",
    "WaybillVoided": "waybill.voided",
    "LabelPrinted": "label.printed",
    "LabelConfirmed": "label.confirmed",
    "ParcelSealed": "parcel.sealed",
    "ParcelHandedOver": "parcel.handed_over",
}
"""Kind of entry to the name it is told by. Names stay; new ones may come."""

Places = Mapping[str, int]
"""``bench/epoch`` to the first number that was not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    bench: str
    epoch: int
    seq: int
    type: str
    at_us: int
    order: str | None
    packer: str
    data: Mapping[str, Any]

    @property
    def id(self) -> str:
        return f"{self.bench}/{self.epoch}/{self.seq}"


class _Public(msgspec.Struct, frozen=True):
    pub: dict[str, Any] = {}


def logs(connection: Connection) -> Mapping[str, int]:
    """Every log and up to where it is whole here, by name: what comes after a gap waits for the gap."""
    rows = connection.execute(select(figured_logs).order_by(figured_logs.c.bench, figured_logs.c.epoch))
    return {f"{row.bench}/{row.epoch}": row.next_seq for row in rows}


def events_after(
    connection: Connection, places: Places, *, kinds: Sequence[str], limit: int
) -> tuple[list[ToldEvent], dict[str, int], bool]:
    """The events, the places after them, and whether more wait."""
    reached = dict(places)
    found: list[ToldEvent] = []
    for log, end in logs(connection).items():
        room = limit - len(found)
        if reached.get(log, 0) >= end:
            continue
        if room <= 0:
            return found, reached, True
        part = _of_log(connection, log, reached.get(log, 0), end, kinds, room)
        found += part
        reached[log] = end if len(part) < room else part[-1].seq + 1
    return found, reached, any(reached.get(log, 0) < end for log, end in logs(connection).items())


def _of_log(
    connection: Connection, log: str, first: int, end: int, kinds: Sequence[str], limit: int
) -> list[ToldEvent]:
    bench, _, epoch = log.rpartition("/")
    mine = (events.c.bench == bench, events.c.epoch == int(epoch), events.c.seq >= first, events.c.seq < end)
    asked = select(events).where(*mine, events.c.kind.in_(kinds)).order_by(events.c.seq).limit(limit)
    return [told(row._asdict()) for row in connection.execute(asked)]


def told(row: Mapping[str, Any]) -> ToldEvent:
    """Only what the entry says in public goes out: no name, no address, no code that a packer scanned."""
    return ToldEvent(
        bench=row["bench"],
        epoch=row["epoch"],
        seq=row["seq"],
        type=TYPES[row["kind"]],
        at_us=row["wall_us"],
        order=row["order_no"],
        packer=row["packer"],
        data=msgspec.json.decode(row["header"], type=_Public).pub,
    )
