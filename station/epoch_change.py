"""A supervisor begins a new epoch: what is known elsewhere is gathered, the old ledger set aside, the loss named.

Only when nobody else has the ledger open. Which steps there are on disk stands in ``evidence.epochs``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from station.bench_ledger import all_doubts, build, known_to_book, known_to_memory, memory_of, note_machine, recalled
from station.carrying import carry
from station.clock import Clock
from station.errors import LedgerBroken, LedgerForked, Trouble
from station.evidence.checkpoint import VerifierKey
from station.evidence.epochs import Beginning, Made, begin_epoch, end_epoch, finish_end
from station.evidence.fact import JSON
from station.evidence.key_store import KeyStore, wanted_store
from station.evidence.keys import (
    BENCH_KEY,
    ENROLMENT,
    SigningKey,
    enrolment_note,
    load,
    make_bench_key,
    read_vkey,
    write_enrolment,
)
from station.evidence.knowledge import Cause, Doubt, Known, Own, epoch_of, lost, told
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.ledger_start import FIRST_EPOCH
from station.evidence.memory import Memory
from station.evidence.org_keys import exporter_of, make_exporter, org_key
from station.evidence.past import PastLogs
from station.evidence.remembering import Remembering
from station.home import Home
from station.orders.orderbook import OrderBook
from station.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """The bench gets another key with the epoch, enrolled by ``owner``, or by this home's own organisation key."""

    owner: SigningKey | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was done."""

    log: str
    causes: tuple[Cause, ...]
    known: Sequence[JSON]
    lost: Sequence[JSON]
    kept: Path | None  # where the old ledger lies now
    bench_key: str  # fingerprint
    new_key: bool
    org_key: str  # fingerprint
    new_org: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What this home and others have of the bench's logs."""

    own: Own | None
    at_hand: tuple[Own, ...]
    known: tuple[Known, ...]
    causes: tuple[Cause, ...]

    def news(self) -> Iterator[Known]:
        """What the ledger at hand cannot have named: of older logs its own beginning has told what was lost."""
        logs = [self.own.log] if self.own is not None else [one.log for one in self.at_hand]
        since = max((epoch_of(log) for log in logs), default=FIRST_EPOCH)
        return (known for known in self.known if epoch_of(known.log) >= since)

    def next_epoch(self) -> int:
        logs = [own.log for own in self.at_hand] + [known.log for known in self.known]
        return max((epoch_of(log) for log in logs), default=FIRST_EPOCH - 1) + 1


def change_epoch(
    home: Home, settings: Settings, clock: Clock, book: OrderBook, *, why: str, by: str, new_key: NewKey | None = None
) -> Change:
    """``by`` is a supervisor's pseudonym.

    Raises:
        LedgerInUse: the bench runs.
        Trouble: the keys cannot be used, or a new one cannot be enrolled here. Nothing has changed then.
    """
    bench = settings.bench
    memory = memory_of(settings, home)
    finish_end(home)
    found = _look(home, memory, book, f"{bench.org}/{bench.id}")
    new_key = new_key or _needed(home, bench.org, bench.id)
    owner = _owner(home, new_key) if new_key is not None else None
    new_org = not (home.keys / "org.vkey").exists()
    if Cause.FORKED not in found.causes:
        _carry(home, book)
    keeper = Remembering(memory, home.root)
    made = Made(
        org=bench.org,
        bench=bench.id,
        clock=clock,
        random_bytes=os.urandom,
        build=build(),
        store=_store(home, settings, new_key),
        on_checkpoint=lambda note: keeper.note(_bench_vkey(home), note),
    )
    signs = (home.keys / BENCH_KEY).exists()  # a home put back from a backup has no private key
    kept = end_epoch(home, made, trusted=signs and found.causes == (Cause.ASKED,))
    epoch = found.next_epoch()
    if new_key is not None:
        _renew(home, made, new_key, owner, epoch)
    beginning = _beginning(found, epoch, why)
    try:
        with closing(begin_epoch(home, made, beginning, by=by)) as ledger:
            keys = ledger.keys
            note_machine(home, keys.bench.public, anew=True)
    finally:
        keeper.close()
    return Change(
        log=ledger.log_name,
        causes=found.causes,
        known=beginning.known,
        lost=beginning.lost,
        kept=kept,
        bench_key=keys.bench.public.fingerprint(),
        new_key=new_key is not None,
        org_key=keys.org.fingerprint(),
        new_org=new_org,
    )


def rotate(
    home: Home, settings: Settings, clock: Clock, book: OrderBook, *, owner: SigningKey | None, why: str, by: str
) -> Change:
    """A new key with a new epoch. The old one is gone then: what it alone could sign, an exporter's key signs."""
    org = org_key(home, owner)
    if exporter_of(home) is None:
        make_exporter(home, org, reason="exports of the epochs before a new key", random_bytes=os.urandom)
    return change_epoch(home, settings, clock, book, why=why, by=by, new_key=NewKey(owner=org, reason=why))


def _look(home: Home, memory: Memory, book: OrderBook, name: str) -> _Found:
    with ExitStack() as opened:
        reader = _readable(home)
        if reader is not None:
            opened.callback(reader.close)
        past = PastLogs(home)
        opened.callback(past.close)
        readers = tuple(one for one in (*(log.reader for log in past.all()), reader) if one is not None)
        known = tuple(_known(home, memory, book, name, readers))
        doubted = () if reader is None else tuple(_doubts(home, reader, memory, book))
        causes = tuple(dict.fromkeys(doubt.cause for doubt in doubted)) or (Cause.ASKED if reader else Cause.GONE,)
        return _Found(
            own=None if reader is None else Own(log=reader.log, size=reader.size),
            at_hand=tuple(Own(log=one.log, size=one.size) for one in readers),
            known=known,
            causes=causes,
        )


def _readable(home: Home) -> LedgerReader | None:
    """The ledger, unless it is gone or damaged."""
    if not home.ledger_file.is_file() or home.ledger_file.stat().st_size == 0:
        return None
    try:
        reader = open_reader(home.ledger_file)
        size = reader.size
        if size:
            reader.entry(size - 1)
    except (LedgerBroken, ValueError):
        return None
    return reader


def _known(home: Home, memory: Memory, book: OrderBook, name: str, readers: Sequence[LedgerReader]) -> Iterator[Known]:
    vkey = _public(home)
    remembered = None if vkey is None else recalled(memory, vkey)
    if vkey is not None and remembered is not None:
        yield from known_to_memory(remembered, vkey, readers)
    yield from known_to_book(book, name, readers)


def _doubts(home: Home, reader: LedgerReader, memory: Memory, book: OrderBook) -> Iterator[Doubt]:
    vkey = _public(home)
    if vkey is not None:
        yield from all_doubts(home, reader, vkey, memory, book)


def _public(home: Home) -> VerifierKey | None:
    try:
        return _bench_vkey(home)
    except Trouble:
        return None


def _bench_vkey(home: Home) -> VerifierKey:
    return read_vkey(home.keys / "bench.vkey")


def _needed(home: Home, org: str, bench: str) -> NewKey | None:
    """A key of its own that the bench has lost is replaced; one that lacks only its enrolment is not."""
    try:
        load(home, org=org, bench=bench)
    except Trouble:
        gone = not (home.keys / BENCH_KEY).exists() and not (home.keys / ENROLMENT).exists()
        return None if gone else NewKey(owner=None, reason="the old key was lost")
    return None


def _store(home: Home, settings: Settings, new_key: NewKey | None) -> KeyStore | None:
    """Looked for only when a key is to be made: that alone takes a moment."""
    made = new_key is not None or not (home.keys / BENCH_KEY).exists()
    return wanted_store(settings.evidence.key_store) if made else None


def _owner(home: Home, new_key: NewKey) -> SigningKey:
    """Who enrols the new key, known before anything is changed."""
    return org_key(home, new_key.owner)


def _renew(home: Home, made: Made, new_key: NewKey, owner: SigningKey | None, epoch: int) -> None:
    assert owner is not None
    public = make_bench_key(home, org=made.org, bench=made.bench, random_bytes=made.random_bytes, store=made.store)
    write_enrolment(home.keys, owner.public, enrolment_note(owner, public, epoch, new_key.reason))


def _carry(home: Home, book: OrderBook) -> None:
    """What the old ledger still owes the order book: a log that was set aside is carried later, if not now."""
    try:
        carry(home, book)
    except (LedgerForked, LedgerBroken, Trouble):
        return


def _beginning(found: _Found, epoch: int, why: str) -> Beginning:
    before: dict[str, JSON] | None = None
    if found.own is not None:
        before = {"log": found.own.log, "size": found.own.size}
    return Beginning(
        epoch=epoch,
        causes=found.causes,
        why=why,
        before=before,
        known=told(found.known),
        lost=lost(found.at_hand, found.news()),
    )
