"""What the order book has of a bench's logs: how far, entry by entry, and what its witnesses saw. Read only."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, func, select

from station.orders.anchor_tables import witnessed
from station.orders.tables import events


class _Named(msgspec.Struct, frozen=True):
    log: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayedLog:
    log: str
    epoch: int
    size: int  # entries up to the newest


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessedLog:
    log: str
    witness: str
    size: int
    root: str  # base64


def relayed_logs(connection: Connection, bench: str) -> tuple[RelayedLog, ...]:
    """The newest epoch first. Asked epoch by epoch: an index answers that, however long the logs are."""
    found: list[RelayedLog] = []
    below: int | None = None
    while (epoch := _newest(connection, bench, below)) is not None:
        size = _size(connection, bench, epoch)
        header = header_at(connection, bench, epoch, size - 1)
        assert header is not None
        found.append(RelayedLog(log=msgspec.json.decode(header, type=_Named).log, epoch=epoch, size=size))
        below = epoch
    return tuple(found)


def header_at(connection: Connection, bench: str, epoch: int, seq: int) -> str | None:
    wanted = (events.c.bench == bench, events.c.epoch == epoch, events.c.seq == seq)
    return connection.execute(select(events.c.header).where(*wanted)).scalar()


def witnessed_logs(connection: Connection) -> tuple[WitnessedLog, ...]:
    """What each witness cosigned last, of every bench: a row for each log."""
    columns = (witnessed.c.log, witnessed.c.witness, witnessed.c.size, witnessed.c.root)
    rows = connection.execute(select(*columns).order_by(witnessed.c.log, witnessed.c.witness))
    return tuple(WitnessedLog(log=row.log, witness=row.witness, size=row.size, root=row.root) for row in rows)


def _newest(connection: Connection, bench: str, below: int | None) -> int | None:
    older = () if below is None else (events.c.epoch < below,)
    return connection.execute(select(func.max(events.c.epoch)).where(events.c.bench == bench, *older)).scalar()


def _size(connection: Connection, bench: str, epoch: int) -> int:
    mine = (events.c.bench == bench, events.c.epoch == epoch)
    return int(connection.execute(select(func.max(events.c.seq)).where(*mine)).scalar_one()) + 1
