"""What each bench does now, as its newest entries say: who packs what, which devices are there, who calls for help.

A bench says by a heartbeat that its program runs; without one nobody knows what it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from station.orders.engine import reading, writing
from station.orders.figure_names import Doing
from station.orders.figure_tables import bench_devices, benches
from station.orders.help_calls import HelpCall, open_calls
from station.orders.leasing import renew
from station.orders.orderbook import OrderBook
from station.orders.relay_states import QUIET, RelayNow, relays_now

SILENT_US = 180_000_000
"""Three heartbeats that did not come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceNow:
    device: str
    kind: str
    up: bool
    word: str
    since_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchNow:
    """``reason`` is that of the stop or refusal that stands; ``told_us`` its newest entry here; times in UTC."""

    bench: str
    packer: str
    order_no: str | None
    doing: Doing
    reason: str
    since_us: int
    told_us: int
    seen_us: int | None
    devices: tuple[DeviceNow, ...] = ()
    call: HelpCall | None = None
    relay: RelayNow = QUIET

    def silent(self, now_us: int) -> bool:
        """Neither heartbeat nor entry for so long: switched off, or cut off from the book."""
        return now_us - max(self.seen_us or 0, self.told_us) > SILENT_US

    @property
    def lost(self) -> tuple[DeviceNow, ...]:
        return tuple(device for device in self.devices if not device.up)


def benches_now(book: OrderBook) -> tuple[BenchNow, ...]:
    """By name."""
    with reading(book.engine) as connection:
        devices = _devices(connection)
        calls = {call.bench: call for call in reversed(open_calls(connection))}
        relays = relays_now(connection)
        rows = connection.execute(select(benches).order_by(benches.c.bench)).all()
    return tuple(
        BenchNow(
            bench=row.bench,
            packer=row.packer,
            order_no=row.order_no,
            doing=Doing(row.doing or Doing.READY),
            reason=row.stopped_by,
            since_us=row.since_us,
            told_us=row.told_us,
            seen_us=row.seen_us,
            devices=tuple(devices.get(row.bench, ())),
            call=calls.get(row.bench),
            relay=relays.get(row.bench, QUIET),
        )
        for row in rows
    )


def beat(book: OrderBook, bench: str, *, now_us: int) -> None:
    """The bench's program runs and reaches the book: it goes on with what it has claimed."""
    with writing(book.engine) as connection:
        dialect_insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
        statement = dialect_insert(benches).values(bench=bench, seen_us=now_us)
        connection.execute(statement.on_conflict_do_update(index_elements=["bench"], set_={"seen_us": now_us}))
        renew(connection, bench, now_us=now_us)


def device_kinds(states: Iterable[BenchNow]) -> tuple[str, ...]:
    """The columns of a table of device health."""
    return tuple(sorted({device.kind for state in states for device in state.devices}))


def _devices(connection: Connection) -> Mapping[str, list[DeviceNow]]:
    found: dict[str, list[DeviceNow]] = {}
    for row in connection.execute(select(bench_devices).order_by(bench_devices.c.bench, bench_devices.c.device)):
        device = DeviceNow(device=row.device, kind=row.kind, up=row.up, word=row.word, since_us=row.since_us)
        found.setdefault(row.bench, []).append(device)
    return found
