"""What parcels add to the figures that were set aside and are carried out now: all that only their rows could tell.

Their entries were counted when they came: the parcel, its time, and that nothing was refused. Whose orders are in it,
how many lines and units, its carrier, and whether an order of it was refused before, are known since now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select, tuple_, update

from station.orders.figure_names import QUARTER_US, Name
from station.orders.figure_sums import DAY_US, Sums, whole_seconds
from station.orders.figure_tables import parcel_times
from station.orders.figuring import boxes_of, first_refusals, place_of, services_of, write_counts
from station.orders.tables import events, parcels


def figure_late(connection: Connection, bench: str, epoch: int, seqs: Sequence[int]) -> None:
    """In the transaction that carried these entries out, as the last thing it writes; each entry once.

    What the log's figures have not come to yet is counted whole when they do.
    """
    boxes = boxes_of(connection, bench, epoch, seqs)
    if not boxes:
        return
    _, next_seq = place_of(connection, bench, epoch)
    sums, counts = Sums(bench), Counter[tuple[int, str, str]]()
    log = (events.c.bench == bench, events.c.epoch == epoch, events.c.seq.in_([*boxes]), events.c.seq < next_seq)
    for entry in connection.execute(select(events.c.seq, events.c.wall_us, events.c.packer).where(*log)).all():
        _take(connection, (bench, epoch), entry, boxes[entry.seq], counts, sums)
    sums.take_counts(counts)
    write_counts(connection, bench, counts)
    sums.write(connection)


def _take(
    connection: Connection,
    log: tuple[str, int],
    entry: Row[*tuple[Any, ...]],
    rows: Sequence[Any],
    counts: Counter[tuple[int, str, str]],
    sums: Sums,
) -> None:
    quarter, numbers = entry.wall_us // QUARTER_US, {row.order_no for row in rows}
    refused_us = first_refusals(connection, numbers)
    clean = all(refused_us.get(number, entry.wall_us + 1) > entry.wall_us for number in numbers)
    counts[quarter, entry.packer, Name.CLEAN] -= int(not clean)
    counts[quarter, entry.packer, Name.ORDERS] += _only_here(connection, numbers, (*log, entry.seq))
    counts[quarter, entry.packer, Name.LINES] += sum(row.lines for row in rows)
    counts[quarter, entry.packer, Name.UNITS] += sum(row.units for row in rows)
    t = parcel_times.c
    this = (t.bench == log[0], t.epoch == log[1], t.seq == entry.seq)
    timed = connection.execute(select(parcel_times).where(*this)).first()
    if timed is not None and not clean:
        connection.execute(update(parcel_times).where(*this).values(clean=False))
        sums.take_stain(entry.wall_us // DAY_US, timed.order_class, whole_seconds(timed.took_us))
    services = services_of(connection, numbers)
    if services:
        sums.take_box(quarter, min(services.values()), timed=timed is not None, clean=clean)


def _only_here(connection: Connection, numbers: set[str], box: tuple[str, int, int]) -> int:
    """Of how many orders this is the only box: another one has counted its order already."""
    key = tuple_(parcels.c.bench, parcels.c.epoch, parcels.c.seq)
    others = select(func.count(parcels.c.order_no.distinct())).where(parcels.c.order_no.in_(numbers), key != box)
    return len(numbers) - int(connection.execute(others).scalar_one())
