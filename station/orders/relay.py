"""The relay: a ledger's new entries to the order book, in order, at least once; the book takes each one once.

The ledger is read through ``Source`` and never written. What an entry means for its order stands in ``parcels``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from station.errors import LedgerBroken, LedgerForked
from station.orders.engine import reading, writing
from station.orders.figuring import figure
from station.orders.orderbook import OrderBook
from station.orders.parcels import MATTERS, Told, apply
from station.orders.tables import events
from station.packing.deadlines import NO_RULES, DeadlineRules
from station.packing.events import OrderParked

BATCH_ENTRIES = 256
"""Entries in one transaction: a claim of another bench waits for no more than these."""


class RelayedFact(Protocol):
    @property
    def com(self) -> Mapping[str, object]: ...


class RelayedEntry(Protocol):
    @property
    def seq(self) -> int: ...

    @property
    def header(self) -> bytes: ...

    @property
    def order_no(self) -> str | None: ...

    def fact(self) -> RelayedFact: ...


class Source(Protocol):
    """A ledger as the relay reads it; both ends of ``entries`` are included."""

    @property
    def size(self) -> int: ...

    def entries(self, from_seq: int = 0, to_seq: int | None = None) -> Iterator[RelayedEntry]: ...


class _Header(msgspec.Struct, frozen=True):
    """What the book sorts by. The other fields are kept with the header's own bytes."""

    log: str
    seq: int
    kind: str
    wall_us: int
    by: str
    pub: dict[str, Any]


class Relay:
    """Carries all that ``source`` holds at the time of the call. Stopped anywhere, it goes on where the book ends."""

    def __init__(self, source: Source, *, log: str) -> None:
        """``log`` is the ledger's name, ``org/bench/epoch``."""
        _, bench, epoch = log.split("/")
        self._source = source
        self._log = log
        self._bench = bench
        self._epoch = int(epoch)
        self._next = 0

    def __call__(self, book: OrderBook) -> int:
        """The number of entries that came meanwhile and wait for the next call.

        Raises:
            LedgerForked: the book knows other entries of this name; nothing is overwritten.
            LedgerBroken: an entry of the ledger cannot be read.
            BookUnreachable: what was carried so far stays.
        """
        size = self._look(book)
        while self._next < size:
            self._carry(book, min(self._next + BATCH_ENTRIES, size))
        return self._source.size - self._next

    def _look(self, book: OrderBook) -> int:
        """Where to go on, and the ledger's size; a ledger that does not continue what the book has is refused."""
        with reading(book.engine) as connection:
            self._next = self._goes_on_at(connection)
            newest = self._header(connection, self._next - 1)
        size = self._source.size
        if self._next > size:
            raise self._forked(f"{self._next} entries of {self._log}, its ledger only {size}")
        if newest is not None and self._next < size:
            for entry in self._source.entries(self._next - 1, self._next - 1):
                if entry.header != newest.encode():
                    raise self._forked(f"another entry {entry.seq} of {self._log} than its ledger")
        return size

    def _carry(self, book: OrderBook, after: int) -> None:
        """One batch, one transaction: the copies, what they mean, and what they add to the figures."""
        batch = list(self._source.entries(self._next, after - 1))
        rows = [self._row(entry, place) for place, entry in enumerate(batch, start=self._next)]
        if self._next + len(rows) != after:
            raise self._unreadable(self._next + len(rows))
        parked = [row["wall_us"] for row in rows if row["kind"] == OrderParked.__name__]
        rules = book.rules_at(max(parked)) if parked else NO_RULES
        with writing(book.engine) as connection:
            fresh = self._insert(connection, rows)
            for entry, row in zip(batch, rows, strict=True):
                if row["seq"] in fresh and row["kind"] in MATTERS:
                    self._apply(connection, entry, row, rules)
            figure(connection, self._bench, self._epoch)
        self._next = after

    def _insert(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> set[int]:
        """Which of the rows were new to the book; the others must be there word for word."""
        statement = _new_ones(connection.dialect.name)
        fresh = set(connection.execute(statement, [_stored(row) for row in rows]).scalars())
        known = {row["seq"]: row["header"] for row in rows if row["seq"] not in fresh}
        for seq, header in connection.execute(
            select(events.c.seq, events.c.header).where(*self._mine, events.c.seq.in_(known))
        ):
            if known[seq] != header:
                raise self._forked(f"another entry {seq} of {self._log} than its ledger")
        return fresh

    def _apply(self, connection: Connection, entry: RelayedEntry, row: Mapping[str, Any], rules: DeadlineRules) -> None:
        com = entry.fact().com
        waybill, why = com.get("waybill"), com.get("why")
        told = Told(
            bench=self._bench,
            epoch=self._epoch,
            seq=row["seq"],
            kind=row["kind"],
            wall_us=row["wall_us"],
            packer=row["packer"],
            order_no=row["order_no"],
            waybill=waybill if isinstance(waybill, str) else None,
            pub=row["pub"],
            why=why if isinstance(why, str) else "",
            com=com,
        )
        try:
            apply(connection, told, rules)
        except msgspec.ValidationError as error:
            raise self._unreadable(entry.seq) from error

    def _row(self, entry: RelayedEntry, place: int) -> Mapping[str, Any]:
        try:
            header = msgspec.json.decode(entry.header, type=_Header)
        except msgspec.DecodeError as error:
            raise self._unreadable(entry.seq) from error
        if (header.log, header.seq, entry.seq) != (self._log, place, place):
            raise self._unreadable(place)
        reason, units = header.pub.get("reason"), header.pub.get("units")
        return {
            "bench": self._bench,
            "epoch": self._epoch,
            "seq": header.seq,
            "kind": header.kind,
            "wall_us": header.wall_us,
            "packer": header.by,
            "order_no": entry.order_no,
            "reason": reason if isinstance(reason, str) else "",
            "units": units if isinstance(units, int) else 0,
            "header": entry.header.decode(),
            "pub": header.pub,
        }

    def _goes_on_at(self, connection: Connection) -> int:
        """The first number the book lacks. The place reached before is asked about first: counting takes longer."""
        if self._next and self._header(connection, self._next) is None and self._header(connection, self._next - 1):
            return self._next
        count, newest = connection.execute(select(func.count(), func.max(events.c.seq)).where(*self._mine)).one()
        if not count or newest + 1 == count:
            return int(count)
        return self._first_gap(connection)

    def _first_gap(self, connection: Connection) -> int:
        numbered = (
            select(events.c.seq, func.row_number().over(order_by=events.c.seq).label("nth"))
            .where(*self._mine)
            .subquery()
        )
        contiguous = select(func.count()).select_from(numbered).where(numbered.c.seq == numbered.c.nth - 1)
        return int(connection.execute(contiguous).scalar_one())

    def _header(self, connection: Connection, seq: int) -> str | None:
        return connection.execute(select(events.c.header).where(*self._mine, events.c.seq == seq)).scalar()

    @property
    def _mine(self) -> tuple[Any, ...]:
        return events.c.bench == self._bench, events.c.epoch == self._epoch

    def _forked(self, what: str) -> LedgerForked:
        return LedgerForked(
            f"the order book knows {what}; nothing was overwritten",
            remedy="Two benches have one name, or this ledger was put back from a copy: stop, and let a supervisor "
            "begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.",
        )

    def _unreadable(self, seq: int) -> LedgerBroken:
        return LedgerBroken(
            f"entry {seq} of {self._log} is damaged and was not carried to the order book",
            remedy="Run: sealbench evidence audit.",
        )


def _stored(row: Mapping[str, Any]) -> dict[str, Any]:
    return {column.name: row[column.name] for column in events.c}


def _new_ones(dialect: str) -> Any:
    """The same words in both dialects, from two modules; gives the numbers of the rows that were not there."""
    insert: Any = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(events).on_conflict_do_nothing().returning(events.c.seq)
