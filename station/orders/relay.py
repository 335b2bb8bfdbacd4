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
from station.orders import relay_states, set_aside
from station.orders.applying import Applying, NotApplied, retry
from station.orders.engine import reading, writing
from station.orders.figure_late import figure_late
from station.orders.figuring import figure
from station.orders.month_tables import event_logs
from station.orders.months import month_of, open_month
from station.orders.orderbook import OrderBook
from station.orders.parcels import MATTERS
from station.orders.tables import events
from station.packing.deadlines import NO_RULES, DeadlineRules
from station.packing.events import OrderParked

BATCH_ENTRIES = 256
"""Entries in one transaction: a claim of another bench waits for no more than these."""

UNITS_MAX = 2**31 - 1
"""More than the column takes; who says so has no units that anybody could count."""


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
        self._told_left: int | None = None
        self._began = False
        self._months: set[str] = set()

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

    @property
    def log(self) -> str:
        return self._log

    @property
    def next_seq(self) -> int:
        """The first entry that the book is not known to have."""
        return self._next

    def retry(self, book: OrderBook, *, now_us: int) -> int:
        """What was set aside of this log, once more and in order; gives how many entries could be carried out now."""
        with reading(book.engine) as connection:
            if not set_aside.some(connection, self._bench, self._epoch):
                return 0
        rules = book.rules_at(now_us)
        with writing(book.engine) as connection:
            mended = retry(connection, self._again, self._bench, self._epoch, rules, now_us=now_us)
            figure_late(connection, self._bench, self._epoch, mended)
        return len(mended)

    def _again(self, seq: int) -> tuple[Mapping[str, object], Mapping[str, Any]]:
        for entry in self._source.entries(seq, seq):
            return entry.fact().com, self._row(entry, seq)
        raise self._unreadable(seq)

    def _look(self, book: OrderBook) -> int:
        """Where to go on, and the ledger's size; a ledger that does not continue what the book has is refused."""
        with reading(book.engine) as connection:
            before, self._next = self._next, self._goes_on_at(connection)
            newest = self._header(connection, self._next - 1)
            alarmed = not self._began and relay_states.is_forked(connection, self._bench, self._epoch)
        if self._next < before:  # another book is there now, put back from a backup: it may lack months
            self._months.clear()
        size = self._source.size
        if self._next > size:
            raise self._forked(f"{self._next} entries of {self._log}, its ledger only {size}")
        if newest is not None:
            for entry in self._source.entries(self._next - 1, self._next - 1):
                if entry.header != newest.encode():
                    raise self._forked(f"another entry {entry.seq} of {self._log} than its ledger")
        if alarmed:
            with writing(book.engine) as connection:
                relay_states.forget_fork(connection, self._bench, self._epoch)
        self._began = True
        return size

    def _carry(self, book: OrderBook, after: int) -> None:
        """One batch, one transaction: the copies, what they mean, and what they add to the figures."""
        batch = list(self._source.entries(self._next, after - 1))
        rows = [self._row(entry, place) for place, entry in enumerate(batch, start=self._next)]
        if self._next + len(rows) != after:
            raise self._unreadable(self._next + len(rows))
        parked = [row["wall_us"] for row in rows if row["kind"] == OrderParked.__name__]
        rules = book.rules_at(max(parked)) if parked else NO_RULES
        try:
            self._write(book, batch, rows, rules, careful=False)
        except NotApplied:
            self._write(book, batch, rows, rules, careful=True)
        self._next = after

    def _write(
        self, book: OrderBook, batch: Sequence[RelayedEntry], rows: Sequence[Mapping[str, Any]], rules: DeadlineRules,
        *, careful: bool,
    ) -> None:  # fmt: skip
        left = self._source.size - rows[-1]["seq"] - 1
        with writing(book.engine) as connection:
            self._open_months(connection, rows)
            fresh = self._insert(connection, rows)
            applying = Applying(connection, self._bench, self._epoch, rules, careful=careful)
            for entry, row in zip(batch, rows, strict=True):
                if row["seq"] in fresh and row["kind"] in MATTERS:
                    applying.take(entry.fact().com, row)
            figure(connection, self._bench, self._epoch)
            if left != self._told_left:
                oldest_us = rows[-1]["wall_us"] if left else None
                relay_states.tell_waiting(connection, self._bench, self._epoch, left, oldest_us)
        self._told_left = left

    def _insert(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> set[int]:
        """Which of the rows were new to the book; the others must be there word for word."""
        known = self._known(connection, rows)
        lacking = [_stored(row) for row in rows if row["seq"] not in known]
        statement = _new_ones(connection.dialect.name)
        fresh = set(connection.execute(statement, lacking).scalars()) if lacking else set()
        if len(fresh) < len(lacking):  # another relay of this ledger was quicker
            self._known(connection, [row for row in rows if row["seq"] not in fresh])
        return fresh

    def _known(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> set[int]:
        """Which of them the book has, the very same."""
        headers = {row["seq"]: row["header"] for row in rows}
        these = events.c.seq.between(min(headers), max(headers))
        known = connection.execute(select(events.c.seq, events.c.header).where(*self._mine, these)).all()
        for seq, header in known:
            if seq in headers and headers[seq] != header:
                raise self._forked(f"another entry {seq} of {self._log} than its ledger")
        return {seq for seq, _ in known}

    def _open_months(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        moments = {month_of(row["wall_us"]): row["wall_us"] for row in rows}
        for month in sorted(moments.keys() - self._months):
            open_month(connection, moments[month])
        self._months |= moments.keys()

    def _row(self, entry: RelayedEntry, place: int) -> Mapping[str, Any]:
        try:
            header = msgspec.json.decode(entry.header, type=_Header)
        except msgspec.DecodeError as error:
            raise self._unreadable(entry.seq) from error
        if (header.log, header.seq, entry.seq) != (self._log, place, place):
            raise self._unreadable(place)
        reason, units = header.pub.get("reason"), header.pub.get("units")
        sortable = isinstance(units, int) and 0 <= units <= UNITS_MAX
        return {
            "bench": self._bench,
            "epoch": self._epoch,
            "seq": header.seq,
            "kind": _storable(header.kind),
            "wall_us": header.wall_us,
            "packer": _storable(header.by),
            "order_no": None if entry.order_no is None else _storable(entry.order_no),
            "reason": _storable(reason) if isinstance(reason, str) else "",
            "units": units if sortable else 0,
            "header": entry.header.decode(),
            "pub": header.pub,
        }

    def _goes_on_at(self, connection: Connection) -> int:
        """The first number the book lacks. The place reached before is asked about first: counting takes longer."""
        if self._next and self._header(connection, self._next) is None and self._header(connection, self._next - 1):
            return self._next
        first = self._kept_from(connection)
        kept = (*self._mine, events.c.seq >= first)
        count, newest = connection.execute(select(func.count(), func.max(events.c.seq)).where(*kept)).one()
        if not count or newest + 1 == first + count:
            return first + int(count)
        return self._first_gap(connection, first)

    def _kept_from(self, connection: Connection) -> int:
        """What the book had and retired is not carried again."""
        mine = (event_logs.c.bench == self._bench, event_logs.c.epoch == self._epoch)
        return connection.execute(select(event_logs.c.kept_from).where(*mine)).scalar() or 0

    def _first_gap(self, connection: Connection, first: int) -> int:
        numbered = (
            select(events.c.seq, func.row_number().over(order_by=events.c.seq).label("nth"))
            .where(*self._mine, events.c.seq >= first)
            .subquery()
        )
        contiguous = select(func.count()).select_from(numbered).where(numbered.c.seq == numbered.c.nth - 1 + first)
        return first + int(connection.execute(contiguous).scalar_one())

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


def _storable(text: str) -> str:
    """PostgreSQL has no character nought; the header keeps it, escaped."""
    return text.replace("\0", "\ufffd")


def _stored(row: Mapping[str, Any]) -> dict[str, Any]:
    return {column.name: row[column.name] for column in events.c}


def _new_ones(dialect: str) -> Any:
    """The same words in both dialects, from two modules; gives the numbers of the rows that were not there."""
    insert: Any = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(events).on_conflict_do_nothing().returning(events.c.seq)
