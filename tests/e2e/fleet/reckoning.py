"""The reckoning after a fleet's day: every ledger beside the order book, entry by entry, parcel by parcel."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, select

from station.evidence.entry import Entry
from station.evidence.ledger_reading import open_reader
from station.home import Home
from station.orders.claim_tables import refused_seals, takeovers
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.tables import events, orders, parcels, waybill_numbers

Key = tuple[str, int, int]


@dataclass(slots=True)
class Logs:
    """What the benches' own ledgers say, all of them together."""

    headers: dict[Key, str] = field(default_factory=dict)
    seals: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))
    waybills: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Number to the orders that a label with it was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """``wrong`` is empty when all agree."""

    wrong: tuple[str, ...]
    entries: int
    parcels: int
    late: int  # parcels sealed after their order had been taken over: refused, and named to the packer
    takeovers: int


def reckon(book: OrderBook, homes: Mapping[str, Home], *, within: Connection | None = None) -> Reckoned:
    """``within`` a transaction of the caller's, or one of its own."""
    logs = _read(homes)
    with nullcontext(within) if within is not None else reading(book.engine) as connection:
        in_book = {(row.bench, row.epoch, row.seq): row.header for row in connection.execute(select(events))}
        boxes = connection.execute(select(parcels)).all()
        refused = {(row.bench, row.epoch, row.seq): row.waybill for row in connection.execute(select(refused_seals))}
        taken = len(connection.execute(select(takeovers.c.id)).all())
        states = {row.number: row for row in connection.execute(select(orders))}
        numbers = connection.execute(select(waybill_numbers)).all()
    standing = {key: box for box in boxes if (key := (box.bench, box.epoch, box.seq)) not in refused}
    wrong = (
        *_events(logs, in_book),
        *_twice("order {} has {} standing parcels", (box.order_no for box in standing.values())),
        *_twice("number {} is on {} standing parcels", (box.waybill for box in standing.values())),
        *(f"number {n} was printed for {sorted(o)}" for n, o in logs.waybills.items() if len(o) > 1),
        *(f"the seal {key} of {order} never reached the book" for order, keys in logs.seals.items() for key in keys
          if key not in standing and key not in refused),
        *(f"order {box.order_no} is packed and {states[box.order_no].state}" for box in standing.values()
          if states[box.order_no].state != "sealed"),
        *(f"order {row.number} is sealed without a parcel" for row in states.values()
          if row.state == "sealed" and row.number not in {box.order_no for box in standing.values()}),
        *_numbers(numbers, {box.waybill: box.order_no for box in standing.values()}, set(refused.values())),
        *(f"order {row.number} is still with {row.claimed_by}" for row in states.values()
          if row.state == "packing"),
    )  # fmt: skip
    return Reckoned(wrong=wrong, entries=len(in_book), parcels=len(standing), late=len(refused), takeovers=taken)


def _read(homes: Mapping[str, Home]) -> Logs:
    logs = Logs()
    for name, home in homes.items():
        if not home.ledger_file.exists():
            continue  # it never came to its start, which its seat tells
        reader = open_reader(home.ledger_file)
        epoch = int(reader.log.split("/")[2])
        for entry in reader.entries():
            _take(logs, (name, epoch, entry.seq), entry)
        reader.close()
    return logs


def _take(logs: Logs, key: Key, entry: Entry) -> None:
    logs.headers[key] = entry.header.decode()
    order = entry.order_no or ""
    if entry.kind == "ParcelSealed":
        logs.seals[order].append(key)
    if entry.kind in ("LabelRequested", "ParcelSealed"):
        logs.waybills[str(entry.fact().com["waybill"])].add(order)


def _events(logs: Logs, in_book: Mapping[Key, str]) -> Iterable[str]:
    """The book has every entry of every ledger, word for word, and no other."""
    yield from (f"entry {key} never reached the book" for key in logs.headers.keys() - in_book.keys())
    yield from (f"entry {key} is in no ledger" for key in in_book.keys() - logs.headers.keys())
    both = logs.headers.keys() & in_book.keys()
    yield from (f"entry {key} differs" for key in both if logs.headers[key] != in_book[key])


def _twice(sentence: str, named: Iterable[str]) -> Iterable[str]:
    return (sentence.format(name, times) for name, times in Counter(named).items() if times > 1)


def _numbers(rows: Sequence[Row[Any]], boxes: Mapping[str, str], late: set[str]) -> Iterable[str]:
    """The number of a standing parcel is its order's and out of the pool; a late one's is void; none is reserved."""
    for row in rows:
        if row.number in boxes and (row.state not in ("drawn", "sent") or row.order_no != boxes[row.number]):
            yield f"number {row.number} of {boxes[row.number]} is {row.state} of {row.order_no}"
        if row.number in late and row.number not in boxes and row.state != "void":
            yield f"number {row.number} of a late parcel is {row.state}"
        if row.state == "reserved":
            yield f"number {row.number} is still reserved for {row.bench}"
