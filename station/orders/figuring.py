"""Keeps the figures up: what a log's new entries add to them, in the transaction that carries those entries.

Each log has a place up to which it is counted, so nothing counts twice; a log of which the book lacks an entry is
counted up to there. A book from before the figures is caught up batch by batch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from station.orders.call_presence import answer_by_presence
from station.orders.engine import importing, reading
from station.orders.figure_fold import Fold, LogState, SealedParcel, SeenDevice
from station.orders.figure_names import QUARTER_US, REFUSALS, Name, Step
from station.orders.figure_sums import Sums, add_up, inserting
from station.orders.figure_tables import (
    bench_devices,
    benches,
    figured_logs,
    figures,
    help_calls,
    parcel_times,
)
from station.orders.month_tables import event_logs
from station.orders.tables import events, orders, parcels

BATCH_ENTRIES = 512
CATCH_UP_BATCHES = 4
"""A relay counts this much of what was missed and no more: whoever waits for the book waits for it too."""


def figure(connection: Connection, bench: str, epoch: int) -> None:
    """In the caller's transaction, after its entries are in ``events`` and all else it writes is written."""
    sums = Sums(bench)
    for _ in range(CATCH_UP_BATCHES):
        if _figure_batch(connection, bench, epoch, sums) < BATCH_ENTRIES:
            break
    sums.write(connection)


def catch_up(engine: Engine) -> int:
    """Everything that is not counted yet, of all logs; the number of entries that were. Cheap when there is nothing."""
    counted = 0
    for bench, epoch in _behind(engine):
        while True:
            sums = Sums(bench)
            with importing(engine) as connection:
                done = _figure_batch(connection, bench, epoch, sums)
                sums.write(connection)
            counted += done
            if done < BATCH_ENTRIES:
                break
    return counted


def _behind(engine: Engine) -> list[tuple[str, int]]:
    with reading(engine) as connection:
        counted = {(row.bench, row.epoch): row.next_seq for row in connection.execute(select(figured_logs))}
        return [(bench, epoch) for bench, epoch, newest in logs(connection) if counted.get((bench, epoch), 0) <= newest]


def logs(connection: Connection) -> Iterator[tuple[str, int, int]]:
    """Bench, epoch and newest number of each log. On PostgreSQL, where each question asks every month, a row of each
    log says it (``months``)."""
    if connection.dialect.name != "postgresql":
        yield from _logs_by_index(connection)
        return
    e = event_logs.c
    for row in connection.execute(select(event_logs).where(e.size > 0).order_by(e.bench, e.epoch)):
        yield row.bench, row.epoch, row.size - 1


def _logs_by_index(connection: Connection) -> Iterator[tuple[str, int, int]]:
    """Asked one by one: the index answers, however long the logs are."""
    bench = connection.execute(select(func.min(events.c.bench))).scalar()
    while bench is not None:
        mine = events.c.bench == bench
        epoch = connection.execute(select(func.min(events.c.epoch)).where(mine)).scalar()
        while epoch is not None:
            newest = select(func.max(events.c.seq)).where(mine, events.c.epoch == epoch)
            yield bench, epoch, int(connection.execute(newest).scalar_one())
            later = select(func.min(events.c.epoch)).where(mine, events.c.epoch > epoch)
            epoch = connection.execute(later).scalar()
        bench = connection.execute(select(func.min(events.c.bench)).where(events.c.bench > bench)).scalar()


def _figure_batch(connection: Connection, bench: str, epoch: int, sums: Sums) -> int:
    state, next_seq = place_of(connection, bench, epoch)
    rows = _contiguous(connection, bench, epoch, next_seq)
    if not rows:
        return 0
    fold = Fold(state)
    for row in rows:
        fold.take(row)
    _write_sealed(connection, bench, epoch, fold, sums)
    write_counts(connection, bench, fold.counts)
    sums.take_counts(fold.counts)
    _write_bench(connection, bench, epoch, fold)
    mine = (figured_logs.c.bench == bench, figured_logs.c.epoch == epoch)
    written = {"next_seq": next_seq + len(rows), "state": msgspec.json.encode(fold.state).decode()}
    connection.execute(update(figured_logs).where(*mine).values(written))
    return len(rows)


def place_of(connection: Connection, bench: str, epoch: int) -> tuple[LogState, int]:
    """Locked until the transaction ends: a report that catches up and a relay do not count the same entries."""
    mine = (figured_logs.c.bench == bench, figured_logs.c.epoch == epoch)
    begun = {"bench": bench, "epoch": epoch, "next_seq": 0, "state": msgspec.json.encode(LogState()).decode()}
    connection.execute(inserting(connection, figured_logs).values(begun).on_conflict_do_nothing())
    row = connection.execute(select(figured_logs).where(*mine).with_for_update()).one()
    return msgspec.json.decode(row.state, type=LogState), row.next_seq


def _contiguous(connection: Connection, bench: str, epoch: int, next_seq: int) -> Sequence[Row[Any]]:
    wanted = (events.c.bench == bench, events.c.epoch == epoch, events.c.seq >= next_seq)
    found = connection.execute(select(events).where(*wanted).order_by(events.c.seq).limit(BATCH_ENTRIES)).all()
    return [row for place, row in enumerate(found, start=next_seq) if row.seq == place]


def _write_sealed(connection: Connection, bench: str, epoch: int, fold: Fold, sums: Sums) -> None:
    """What only the book knows of a box: whose orders are in it, and whether they were refused or packed before."""
    if not fold.sealed:
        return
    boxes = boxes_of(connection, bench, epoch, [parcel.seq for parcel in fold.sealed])
    numbers = {row.order_no for rows in boxes.values() for row in rows}
    refused_us, first = first_refusals(connection, numbers), _first_parcels(connection, numbers)
    services = services_of(connection, numbers)
    times = []
    for parcel in fold.sealed:
        rows = boxes.get(parcel.seq, ())
        clean = all(refused_us.get(row.order_no, parcel.wall_us + 1) > parcel.wall_us for row in rows)
        key = (parcel.wall_us // QUARTER_US, parcel.packer)
        fold.counts[*key, Name.CLEAN] += int(clean)
        fold.counts[*key, Name.ORDERS] += sum(first[row.order_no] == (bench, epoch, row.seq) for row in rows)
        fold.counts[*key, Name.LINES] += sum(row.lines for row in rows)
        fold.counts[*key, Name.UNITS] += sum(row.units for row in rows)
        if parcel.steps_us:
            times.append(_time_row(bench, epoch, parcel, clean=clean))
            sums.take_time(parcel, clean=clean)
        service = min((services[row.order_no] for row in rows if row.order_no in services), default=None)
        if service is not None:
            sums.take_box(key[0], service, timed=bool(parcel.steps_us), clean=clean)
    if times:
        connection.execute(insert(parcel_times), times)


def boxes_of(connection: Connection, bench: str, epoch: int, seqs: Sequence[int]) -> dict[int, list[Any]]:
    columns = (parcels.c.seq, parcels.c.order_no, parcels.c.lines, parcels.c.units)
    mine = (parcels.c.bench == bench, parcels.c.epoch == epoch, parcels.c.seq.in_(seqs))
    found: dict[int, list[Any]] = {}
    for row in connection.execute(select(*columns).where(*mine)):
        found.setdefault(row.seq, []).append(row)
    return found


def services_of(connection: Connection, numbers: set[str]) -> dict[str, str]:
    """The orders of a box go with one carrier; where the book holds two services, the first by name is told."""
    columns = (orders.c.number, orders.c.service)
    return {row.number: row.service for row in connection.execute(select(*columns).where(orders.c.number.in_(numbers)))}


def first_refusals(connection: Connection, numbers: set[str]) -> dict[str, int]:
    wanted = select(events.c.order_no, func.min(events.c.wall_us)).where(
        events.c.order_no.in_(numbers), events.c.kind.in_(REFUSALS)
    )
    return {row[0]: row[1] for row in connection.execute(wanted.group_by(events.c.order_no))}


def _first_parcels(connection: Connection, numbers: set[str]) -> dict[str, tuple[str, int, int]]:
    """Of each order the box that was sealed first, as far as the book knows by now."""
    columns = (parcels.c.order_no, parcels.c.sealed_us, parcels.c.bench, parcels.c.epoch, parcels.c.seq)
    rows = connection.execute(select(*columns).where(parcels.c.order_no.in_(numbers)))
    found: dict[str, tuple[str, int, int]] = {}
    for row in sorted(rows, key=lambda row: tuple(row[1:]), reverse=True):
        found[row.order_no] = (row.bench, row.epoch, row.seq)
    return found


def _time_row(bench: str, epoch: int, parcel: SealedParcel, *, clean: bool) -> dict[str, Any]:
    assert parcel.steps_us is not None
    return {
        "bench": bench,
        "epoch": epoch,
        "seq": parcel.seq,
        "sealed_us": parcel.wall_us,
        "packer": parcel.packer,
        "order_class": parcel.order_class,
        "took_us": sum(parcel.steps_us.values()),
        **{f"{step}_us": parcel.steps_us.get(step, 0) for step in Step},
        "clean": clean,
    }


def write_counts(connection: Connection, bench: str, counts: Counter[tuple[int, str, str]]) -> None:
    by_key = {(quarter, bench, *rest): (value,) for (quarter, *rest), value in counts.items() if value}
    add_up(connection, figures, ("value",), by_key)


def _write_bench(connection: Connection, bench: str, epoch: int, fold: Fold) -> None:
    """What it does now; entries of an epoch that is over say nothing of now."""
    newest = connection.execute(select(benches.c.epoch).where(benches.c.bench == bench)).scalar()
    _raise_calls(connection, bench, fold)
    answer_by_presence(connection, bench, fold.stays)
    if newest is not None and newest > epoch:
        return
    state = fold.state
    named = {"packer": state.packer, "order_no": state.order_no, "doing": state.doing, "stopped_by": state.reason}
    said = {"epoch": epoch, "since_us": state.since_us, "told_us": state.told_us, **named}
    statement = inserting(connection, benches).values(bench=bench, **said)
    connection.execute(statement.on_conflict_do_update(index_elements=["bench"], set_=said))
    if fold.restarted:
        connection.execute(delete(bench_devices).where(bench_devices.c.bench == bench))
    for device in fold.devices.values():
        _write_device(connection, bench, device)


def _write_device(connection: Connection, bench: str, device: SeenDevice) -> None:
    said = {"kind": device.kind, "up": device.up, "word": device.word, "since_us": device.since_us}
    statement = inserting(connection, bench_devices).values(bench=bench, device=device.device, **said)
    connection.execute(statement.on_conflict_do_update(index_elements=["bench", "device"], set_=said))


def _raise_calls(connection: Connection, bench: str, fold: Fold) -> None:
    """Who calls again while a call of the bench stands open has called once."""
    for call in fold.calls:
        waits = select(help_calls.c.id).where(help_calls.c.bench == bench, help_calls.c.ended_us.is_(None)).limit(1)
        if connection.execute(waits).first() is None:
            row = {"bench": bench, "packer": call.packer, "order_no": call.order_no, "raised_us": call.raised_us}
            connection.execute(insert(help_calls).values(row))
