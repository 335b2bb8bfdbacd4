"""The bench's log: facts in, receipts out. When ``append`` returns, the facts are chained and on disk.

One process writes, on one held connection. How entries look is decided in ``entry``, the file in ``ledger_file``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

from pysqlite3 import dbapi2 as sqlite

from station.clock import Clock
from station.errors import LedgerBroken, LedgerForked
from station.evidence.canonical import b64
from station.evidence.checkpoint import Checkpoint
from station.evidence.commitment import SALT_SIZE
from station.evidence.entry import Drafted, Entry, Stamp, Tip, clock_jump, draft, with_entries
from station.evidence.erasing import scrub
from station.evidence.fact import Fact, Receipt
from station.evidence.key_store import KeyStore
from station.evidence.keys import Keys
from station.evidence.ledger_file import FAILURES, Connection, WriterLock, broken, connect, lock
from station.evidence.ledger_reading import MARK_EVERY, LedgerReader, OrderSalt, StoredCheckpoint
from station.evidence.ledger_rows import Batch, insert_entry, insert_order
from station.evidence.ledger_start import Check, keys_and_name, log_end, nothing_known
from station.evidence.past import PastLogs
from station.home import Home

SEAL = "ParcelSealed"

NEEDS_TRUST = frozenset({SEAL, "LabelRequested"})
"""What a ledger that others contradict no longer takes: no label, and no seal on a box."""

FOLD_AFTER = 64
"""Appends before the pause between two scans is used to fold the write-ahead log into the database."""

UNFOLDED_MAX = 4096
"""Appends without a pause before an append folds first: about 60 MB of write-ahead log."""


class Ledger:
    """Not for two threads at once. After ``LedgerBroken`` compare ``size`` with what you know: see ``append``."""

    def __init__(
        self,
        home: Home,
        *,
        log: str,
        keys: Keys,
        writer_lock: WriterLock,
        clock: Clock,
        random_bytes: Callable[[int], bytes],
        build: str,
        on_checkpoint: Callable[[str], None] | None,
        on_close: Callable[[], None] | None,
    ) -> None:
        self._file = home.ledger_file
        self._log = log
        self._keys = keys
        self._lock = writer_lock
        self._clock = clock
        self._random_bytes = random_bytes
        self._build = build
        self._on_checkpoint = on_checkpoint
        self._on_close = on_close
        self.past = PastLogs(home)
        self.lent = False  # as ``erasing.Erasable`` asks
        self._distrust: LedgerForked | None = None
        self._connection: Connection | None = None
        self._tip = Tip()
        self._latest: StoredCheckpoint | None = None
        self._unfolded = 0
        self._order: OrderSalt | None = None
        self._marks: dict[str, int] = {}

    @classmethod
    def open(
        cls,
        home: Home,
        *,
        org: str,
        bench: str,
        clock: Clock,
        random_bytes: Callable[[int], bytes],
        build: str,
        on_checkpoint: Callable[[str], None] | None = None,
        on_close: Callable[[], None] | None = None,
        store: KeyStore | None = None,
        check: Check = nothing_known,
        epoch: int | None = None,
    ) -> Ledger:
        """The home's ledger, made at first use with its keys. ``on_checkpoint`` gets each note once it is on disk.

        ``store`` keeps a key that is made now; ``epoch`` is for ``epochs`` alone.
        """
        with ExitStack() as undo:
            writer_lock = lock(home.ledger_file)
            undo.callback(writer_lock.release)
            keys, log = keys_and_name(
                home, org=org, bench=bench, epoch=epoch, random_bytes=random_bytes, store=store, check=check
            )
            ledger = cls(
                home,
                log=log,
                keys=keys,
                writer_lock=writer_lock,
                clock=clock,
                random_bytes=random_bytes,
                build=build,
                on_checkpoint=on_checkpoint,
                on_close=on_close,
            )
            ledger._attached()
            undo.pop_all()
        return ledger

    @property
    def log_name(self) -> str:
        return self._log

    @property
    def keys(self) -> Keys:
        return self._keys

    @property
    def size(self) -> int:
        """Entries on disk. Looks again when the last append ended in trouble."""
        self._attached()
        return self._tip.frontier.size

    @property
    def latest_checkpoint(self) -> str | None:
        return self._latest.note if self._latest else None

    def newest_root(self) -> tuple[int, str]:
        """Size and root (base64) of all entries so far: what a label carries."""
        self._attached()
        return self._tip.frontier.size, b64(self._tip.frontier.root())

    def append(
        self,
        facts: Sequence[Fact],
        *,
        order_no: str | None,
        by: str,
        checkpoint: bool = False,
        beside: Callable[[Connection], None] = lambda _connection: None,
    ) -> Receipt:
        """All facts in one transaction, or none. A seal, or ``checkpoint``, signs the log's new end with it.

        ``beside`` is done in the same transaction: what an erasure takes out goes with the entry that says so.

        ``LedgerBroken`` when the disk did not take them: mostly nothing is recorded, but after an error of COMMIT
        it can turn out later that everything is. Whoever goes on must first look at ``size`` and replay what is new.
        """
        assert facts
        if self._distrust is not None and any(fact.kind in NEEDS_TRUST for fact in facts):
            raise self._distrust
        connection = self._attached()
        if self._unfolded >= UNFOLDED_MAX:
            self._fold(connection, "PASSIVE")
        batch = self._drafted(facts, order_no, by, checkpoint)
        self._write(connection, batch, beside)
        return Receipt(first_seq=batch.drafts[0].seq, last_seq=batch.last.seq)

    def distrust(self, why: LedgerForked) -> bool:
        """Others know this log otherwise: from now on no label and no seal is recorded. False when that is no news."""
        news, self._distrust = self._distrust is None, why
        return news

    def checkpoint_now(self, reason: str) -> str | None:
        """Sign the log's end as it is, unless that is done already; the note, or ``None`` for an empty log."""
        connection = self._attached()
        size = self._tip.frontier.size
        if size and self._distrust is None and (self._latest is None or self._latest.size < size):
            signed = self._signed(self._tip)
            self._begin(connection, lambda: self._insert_checkpoint(connection, signed, reason))
            self._commit(connection, self._tip, signed)
            self._publish(signed)
        return self.latest_checkpoint

    def between_scans(self) -> None:
        """Fold the write-ahead log when there is enough of it; call it when the bench is at rest."""
        if self._unfolded >= FOLD_AFTER:
            self._fold(self._attached(), "PASSIVE")

    def scrub(self, *, whole: bool = True) -> bool:
        """Leave nothing of what was erased in the file; as long as writing all of it anew takes, if ``whole``."""
        connection, self._order = self._attached(), None
        try:
            return scrub(connection, self._file, whole=whole)
        except sqlite.DatabaseError as error:
            self._detach()
            raise broken(error, self._file) from error

    def reader(self) -> LedgerReader:
        return self._reader()

    def forget_order(self) -> None:
        """The last order's salt, which is kept at hand, was erased."""
        self._order = None

    def entries(self, from_seq: int = 0, to_seq: int | None = None) -> Iterator[Entry]:
        return self._reader().entries(from_seq, to_seq)

    def last_seq_of(self, kind: str) -> int | None:
        return self._reader().last_seq_of(kind)

    def by_tag(self, order_no: str) -> list[int]:
        return self._reader().by_tag(order_no)

    def medium_is_named(self, name: str) -> bool:
        return self._reader().medium_is_named(name) or self.past.medium_is_named(name)

    def close(self) -> None:
        """Sign the log's end, fold, and let the next program in; the last even when the first two fail."""
        try:
            self.checkpoint_now("exit")
            self._fold(self._attached(), "TRUNCATE")
        finally:
            self.past.close()
            self._detach()
            self._lock.release()
            if self._on_close is not None:
                self._on_close()

    def _drafted(self, facts: Sequence[Fact], order_no: str | None, by: str, checkpoint: bool) -> Batch:
        now, boot = self._clock.now(), self._clock.boot
        stamp = Stamp(log=self._log, at=now, boot=boot, by=by, build=self._build)
        order, is_new = self._order_of(order_no)
        drafts: list[Drafted] = []
        jump = clock_jump(self._tip, now, boot)
        if jump is not None:
            drafts.append(draft(self._tip, jump, stamp, "", self._random_bytes))
        tag = "" if order is None else order.tag
        for fact in facts:
            if fact.kind == SEAL and order is not None:
                fact = with_entries(fact, self._parcel(order, tag, drafts))
            tip = drafts[-1].tip if drafts else self._tip
            drafts.append(draft(tip, fact, stamp, tag, self._random_bytes))
        sealed = any(fact.kind == SEAL for fact in facts)
        return Batch(
            order=order,
            order_is_new=is_new,
            drafts=tuple(drafts),
            checkpoint=self._signed(drafts[-1].tip) if (sealed or checkpoint) and self._distrust is None else None,
            reason="seal" if sealed else "asked",
        )

    def _order_of(self, order_no: str | None) -> tuple[OrderSalt | None, bool]:
        """The order's salt and tag, and whether they are new; the last one's are kept at hand."""
        if order_no is None:
            return None, False
        if self._order is not None and self._order.order_no == order_no:
            return self._order, False
        reader = self._reader()
        known = reader.order_salt(order_no)
        if known is not None:
            self._order = known
            return known, False
        number = unicodedata.normalize("NFC", order_no)
        return OrderSalt(reader.next_order_id(), number, self._random_bytes(SALT_SIZE)), True

    def _parcel(self, order: OrderSalt, tag: str, drafts: Sequence[Drafted]) -> list[tuple[str, int, bytes]]:
        """Of this log, and before it what earlier epochs have of the order: a parcel may go on across one."""
        stored = self.past.entries_of(order.order_no)
        stored += [(self._log, seq, leaf) for seq, leaf in self._reader().leaves_of_order(order.id)]
        return stored + [(self._log, drafted.seq, drafted.leaf) for drafted in drafts if drafted.tag == tag]

    def _signed(self, tip: Tip) -> StoredCheckpoint:
        size = tip.frontier.size
        text = Checkpoint(self._log, size, tip.frontier.root()).text()
        return StoredCheckpoint(size, self._keys.bench.note(text))

    def _write(self, connection: Connection, batch: Batch, beside: Callable[[Connection], None]) -> None:
        def insert() -> None:
            self._insert(connection, batch)
            beside(connection)

        self._begin(connection, insert)
        self._commit(connection, batch.last.tip, batch.checkpoint)
        self._unfolded += 1
        if batch.checkpoint is not None:
            self._publish(batch.checkpoint)

    def _insert(self, connection: Connection, batch: Batch) -> None:
        insert_order(connection, batch)
        for drafted in batch.drafts:
            order_id = batch.order.id if batch.order is not None and drafted.tag else None
            insert_entry(connection, drafted, order_id)
            self._mark(connection, drafted)
        if batch.checkpoint is not None:
            self._insert_checkpoint(connection, batch.checkpoint, batch.reason)

    def _mark(self, connection: Connection, drafted: Drafted) -> None:
        """Where the newest of each kind is, to within ``MARK_EVERY`` entries: a page less to write for most."""
        marked = self._marks.get(drafted.kind)
        if marked is None or drafted.seq - marked >= MARK_EVERY:
            connection.execute("INSERT OR REPLACE INTO mark VALUES (?, ?)", (drafted.kind, drafted.seq))
            self._marks[drafted.kind] = drafted.seq

    def _insert_checkpoint(self, connection: Connection, signed: StoredCheckpoint, reason: str) -> None:
        values = (signed.size, signed.note, reason, self._clock.now().wall_us)
        connection.execute("INSERT INTO checkpoint VALUES (?, ?, ?, ?)", values)

    def _begin(self, connection: Connection, insert: Callable[[], None]) -> None:
        """A transaction up to, not including, its COMMIT. Trouble here means that nothing is recorded."""
        try:
            connection.execute("BEGIN IMMEDIATE")
            insert()
        except FAILURES as error:
            self._detach()  # rolls back, and does not rely on a connection that has seen an error
            raise broken(error, self._file) from error

    def _commit(self, connection: Connection, after: Tip, signed: StoredCheckpoint | None) -> None:
        try:
            connection.execute("COMMIT")
        except sqlite.DatabaseError as error:
            self._settle(after, signed, broken(error, self._file))
        self._tip = after

    def _settle(self, after: Tip, signed: StoredCheckpoint | None, trouble: LedgerBroken) -> None:
        """An error of COMMIT means *unknown*: look for the entry with fresh eyes, and make it last if it is there."""
        self._detach()
        connection = self._attached()
        if self._tip.leaf != after.leaf or (signed is not None and self._latest != signed):
            raise trouble
        self._fold(connection, "TRUNCATE")

    def _publish(self, signed: StoredCheckpoint) -> None:
        self._latest = signed
        if self._on_checkpoint is not None:
            self._on_checkpoint(signed.note)

    def _fold(self, connection: Connection, mode: str) -> None:
        try:
            connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()
        except FAILURES as error:
            self._detach()
            raise broken(error, self._file) from error
        self._unfolded = 0

    def _reader(self) -> LedgerReader:
        return LedgerReader(self._attached(), self._file)

    def _attached(self) -> Connection:
        """The held connection; after trouble a new one, with everything known read from disk again."""
        if self._connection is None:
            with ExitStack() as undo:
                connection = connect(self._file, self._log)
                undo.callback(connection.close)
                reader = LedgerReader(connection, self._file)
                self._tip, self._latest = log_end(reader, self._keys)
                self._marks, self._order = reader.marks(), None
                undo.pop_all()
            self._connection = connection
        return self._connection

    def _detach(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                connection.close()
            except sqlite.DatabaseError:
                return  # the connection is given up either way; the next one tells what is on disk
