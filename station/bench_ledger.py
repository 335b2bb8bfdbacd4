"""A home's ledger, opened the one way all of the program opens it: with its memory, and held against what others know.

A ledger that its own memory or the order book knows otherwise is not opened: ``epoch_change`` says how to go on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import platformdirs
from sqlalchemy import Connection

from station.__about__ import __version__
from station.build import build_id
from station.clock import Clock
from station.errors import LedgerBroken, LedgerForked, Trouble
from station.evidence import merkle
from station.evidence.canonical import b64, unb64
from station.evidence.checkpoint import VerifierKey
from station.evidence.epochs import on_its_way
from station.evidence.fact import Fact
from station.evidence.key_store import system_store, wanted_store
from station.evidence.keys import BENCH_KEY, Keys, read_text, write_whole
from station.evidence.knowledge import Cause, Doubt, Known, Own, doubts
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.ledger_start import FIRST_EPOCH, NEW_EPOCH
from station.evidence.machine import machine_mark
from station.evidence.memory import FolderMemory, Memory, Remembered, StoreMemory, spelled
from station.evidence.remembering import Remembering
from station.home import Home
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.relayed import RelayedLog, header_at, relayed_logs, witnessed_logs
from station.settings import Settings

MACHINE = "machine"
"""The file beside the keys that says which machine the ledger is written on."""

NOBODY = "-"


def build() -> str:
    """What an entry says of the program that made it."""
    return f"{__version__} {build_id()}"


def memory_of(settings: Settings, home: Home) -> Memory:
    """Where this bench remembers: as ``evidence.memory`` says."""
    wish = settings.evidence.memory
    if wish == "system":
        store = system_store()
        if store is not None:
            return StoreMemory(store)
    if wish in ("", "system"):
        return FolderMemory(platformdirs.user_state_path("sealbench", appauthor=False) / "memory")
    return FolderMemory(home.root / Path(wish).expanduser())


def open_ledger(home: Home, settings: Settings, clock: Clock, *, book: OrderBook | None = None) -> Ledger:
    """The home's ledger, made at first use.

    Raises:
        LedgerForked: its memory, the order book or the machine say that it is not the one to go on with.
        LedgerBroken, LedgerInUse: it cannot be used at all.
    """
    memory = memory_of(settings, home)
    keeper = Remembering(memory, home.root)
    bench = settings.bench
    refuse_moving(home)
    if not home.ledger_file.exists():
        refuse_used(settings, book)

    def check(reader: LedgerReader, keys: Keys) -> None:
        refuse_if(all_doubts(home, reader, keys.bench.public, memory, book))

    def remember(note: str) -> None:
        keeper.note(ledger.keys.bench.public, note)

    ledger = Ledger.open(
        home,
        org=bench.org,
        bench=bench.id,
        clock=clock,
        random_bytes=os.urandom,
        build=build(),
        on_checkpoint=remember,
        on_close=keeper.close,
        store=None if (home.keys / BENCH_KEY).exists() else wanted_store(settings.evidence.key_store),
        check=check,
    )
    settle_in(home, ledger, memory, keeper)
    return ledger


def settle_in(home: Home, ledger: Ledger, memory: Memory, keeper: Remembering) -> None:
    """The machine is noted; a memory that is gone is an entry, and begins anew."""
    bench = ledger.keys.bench.public
    note_machine(home, bench)
    if ledger.latest_checkpoint is None:
        return
    try:
        remembered = memory.read(bench)
    except Trouble:
        return  # a drive that is not there is no memory that was taken away
    if remembered is None:
        ledger.append([Fact(kind="MemoryMissing")], order_no=None, by=NOBODY, checkpoint=True)
    elif (remembered.note, remembered.home) != (ledger.latest_checkpoint, spelled(home.root)):
        keeper.note(bench, ledger.latest_checkpoint)


def note_machine(home: Home, bench: VerifierKey, *, anew: bool = False) -> None:
    mark = machine_mark(bench.name)
    if mark and (anew or not (home.keys / MACHINE).exists()):
        write_whole(home.keys / MACHINE, mark, mode=0o644)


def recalled(memory: Memory, bench: VerifierKey) -> Remembered | None:
    """What the memory has; nothing where it cannot be reached: it must not keep the bench from packing."""
    try:
        return memory.read(bench)
    except Trouble:
        return None


def refuse_moving(home: Home) -> None:
    """Raises ``LedgerForked`` where a new epoch was begun, and a power cut left the ledger on its way."""
    folder = on_its_way(home)
    if folder is not None:
        raise LedgerForked("a new epoch was begun and not finished", where=str(folder), remedy=NEW_EPOCH)


def refuse_used(settings: Settings, book: OrderBook | None) -> None:
    """Raises ``LedgerForked`` where a home that has no ledger yet has the name of a bench that the book knows."""
    name = f"{settings.bench.org}/{settings.bench.id}"
    refuse_if(doubts(Own(log=f"{name}/{FIRST_EPOCH}", size=0), known_to_book(book, name, ())))


def refuse_if(found: Iterable[Doubt]) -> None:
    causes = list(found)
    if causes:
        words = "; ".join(doubt.words for doubt in causes)
        raise LedgerForked(
            f"this ledger must not be gone on with: {words}",
            remedy=f"Put the newest ledger back if you have it; give a second bench an id of its own. {NEW_EPOCH}",
        )


def all_doubts(
    home: Home, reader: LedgerReader, bench: VerifierKey, memory: Memory, book: OrderBook | None
) -> Iterator[Doubt]:
    """The ledger's own size is asked last: a bench that runs beside whoever looks may have gone on meanwhile."""
    remembered = recalled(memory, bench)
    known = tuple(known_to_memory(remembered, bench, (reader,))) if remembered else ()
    known += tuple(known_to_book(book, bench.name, (reader,)))
    own = Own(log=reader.log, size=reader.size)
    yield from _of_machine(home, bench)
    if remembered is not None:
        yield from _of_copy(home, own, remembered)
    yield from doubts(own, known)


def _of_machine(home: Home, bench: VerifierKey) -> Iterator[Doubt]:
    file, mark = home.keys / MACHINE, machine_mark(bench.name)
    if mark and file.exists() and read_text(file).strip() != mark:
        yield Doubt(cause=Cause.MACHINE, words="it was written on another machine")


def _of_copy(home: Home, own: Own, remembered: Remembered) -> Iterator[Doubt]:
    """The home it was signed in is another one, and still there with the same log: this one is a copy."""
    there = Home(Path(remembered.home))
    if remembered.home == spelled(home.root) or not there.ledger_file.is_file():
        return
    try:
        with closing(open_reader(there.ledger_file)) as reader:
            same = reader.log == own.log
    except Trouble:
        return
    if same:
        yield Doubt(cause=Cause.COPY, words=f"it is a copy of {remembered.home}, which is still there")


def known_to_memory(remembered: Remembered, bench: VerifierKey, at_hand: Sequence[LedgerReader]) -> Iterator[Known]:
    """A memory that this bench has not signed is none."""
    try:
        signed = remembered.checkpoint(bench)
    except ValueError:
        return
    reader = _named(at_hand, signed.log)
    agrees = None if reader is None else agreeing(reader, signed.size, signed.root)
    yield Known(where="its own memory", log=signed.log, size=signed.size, agrees=agrees, root=b64(signed.root))


def agreeing(reader: LedgerReader, size: int, root: bytes) -> int | None:
    """How many first entries a root of ``size`` vouches for; a shorter ledger counts as its beginning."""
    if size > reader.size:
        return reader.size
    try:
        return size if merkle.root_of(reader.nodes, size) == root else None
    except ValueError:
        return None


def known_to_book(book: OrderBook | None, name: str, at_hand: Sequence[LedgerReader]) -> Iterator[Known]:
    """What was carried to the order book, and what its witnesses have cosigned; nothing where it cannot be reached.

    ``name`` is the bench's, ``org/bench``.
    """
    if book is None:
        return
    bench = name.split("/")[1]
    try:
        with reading(book.engine) as connection:
            found = relayed_logs(connection, bench)
            agreed = [_agreed(connection, bench, relayed, _named(at_hand, relayed.log)) for relayed in found]
            seen = [one for one in witnessed_logs(connection) if one.log.rsplit("/", 1)[0] == name]
    except LedgerBroken:
        raise
    except Trouble:
        return
    for relayed, agrees in zip(found, agreed, strict=True):
        yield Known(where="the order book", log=relayed.log, size=relayed.size, agrees=agrees)
    for one in seen:
        reader = _named(at_hand, one.log)
        agrees = None if reader is None else agreeing(reader, one.size, unb64(one.root))
        yield Known(where=f"the witness {one.witness}", log=one.log, size=one.size, agrees=agrees, root=one.root)


def _named(at_hand: Sequence[LedgerReader], log: str) -> LedgerReader | None:
    return next((one for one in at_hand if one.log == log), None)


def _agreed(connection: Connection, bench: str, relayed: RelayedLog, reader: LedgerReader | None) -> int | None:
    """How many first entries are the same: each entry names the one before it, so halving finds the place."""
    if reader is None:
        return None
    same, differs = 0, min(reader.size, relayed.size) + 1
    probe = differs - 1
    while differs - same > 1:
        there = header_at(connection, bench, relayed.epoch, probe - 1)
        if there is not None and there.encode() == _header(reader, probe - 1):
            same = probe
        else:
            differs = probe
        probe = (same + differs) // 2
    return same


def _header(reader: LedgerReader, seq: int) -> bytes:
    """An entry that is missing from a damaged ledger is like no other."""
    try:
        return reader.entry(seq).header
    except ValueError:
        return b""
