"""What the order book has of a bench's logs: how far, entry by entry, and what its witnesses saw. Read only."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, func, select

from station.orders.anchor_tables import witnessed
from station.orders.tables import events

ENTRIES_MAX = 20_000


class _Named(msgspec.Struct, frozen=True):
    log: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayedLog:
    log: str
    epoch: int
    size: int  # entries up to the newest


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedEntry:
    """An entry as its bench signed it, without the values it commits to."""

    bench: str
    epoch: int
    seq: int
    kind: str
    wall_us: int
    packer: str
    header: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessedLog:
    log: str
    witness: str
    size: int
    root: str  # base64


@dataclass(frozen=True, slots=True, kw_only=True)
class PartElsewhere:
    """What one log of another bench has of an order."""

    log: str
    bench: str
    entries: int
    first: int
    last: int
    last_leaf: str  # hex, as a seal would list it
    sealed: bool
    seen: tuple[tuple[str, int, str], ...]  # witness, size and root of what it cosigned last of that log


def parts_elsewhere(connection: Connection, order_no: str, *, own: str) -> tuple[PartElsewhere, ...]:
    """Of every log but those of the bench ``own`` (org/bench), as far as they were carried here; by name."""
    mine = select(events.c.seq, events.c.kind, events.c.header).where(events.c.order_no == order_no)
    by_log: dict[str, list[tuple[int, str, str]]] = {}
    for seq, kind, header in connection.execute(mine.order_by(events.c.bench, events.c.epoch, events.c.seq)):
        log = msgspec.json.decode(header, type=_Named).log
        if log.rsplit("/", 1)[0] != own:
            by_log.setdefault(log, []).append((seq, kind, header))
    witnessed_now = witnessed_logs(connection) if by_log else ()
    return tuple(_part_elsewhere(log, rows, witnessed_now) for log, rows in by_log.items())


def _part_elsewhere(log: str, rows: Sequence[tuple[int, str, str]], seen: Sequence[WitnessedLog]) -> PartElsewhere:
    last, _, header = rows[-1]
    return PartElsewhere(
        log=log,
        bench=log.split("/")[1],
        entries=len(rows),
        first=rows[0][0],
        last=last,
        last_leaf=hashlib.sha256(b"\x00" + header.encode()).hexdigest(),
        sealed=any(kind == "ParcelSealed" for _, kind, _ in rows),
        seen=tuple((one.witness, one.size, one.root) for one in seen if one.log == log),
    )


def entries_of(connection: Connection, order_no: str) -> tuple[CarriedEntry, ...]:
    """What was carried here of an order, log by log, the oldest first; ``ENTRIES_MAX`` of them."""
    columns = (events.c.bench, events.c.epoch, events.c.seq, events.c.kind, events.c.wall_us, events.c.packer)
    mine = select(*columns, events.c.header).where(events.c.order_no == order_no)
    rows = connection.execute(mine.order_by(events.c.bench, events.c.epoch, events.c.seq).limit(ENTRIES_MAX))
    return tuple(CarriedEntry(**row._mapping) for row in rows)


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
