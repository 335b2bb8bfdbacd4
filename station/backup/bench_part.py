"""A bench's own part of a backup: its ledger, audited, the logs of earlier epochs, public keys and settings.

Private keys stay out, for a stolen backup could sign; so do the memory, which is there to know what the backup does
not, the wave, whose orders may be packed by now, and the files of ``media``, which have a second place of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from station.backup.book_file import add_file, chunks, snapshot
from station.backup.container import Bench, Packing, Unpacked
from station.bench_ledger import known_to_book
from station.errors import VerificationFailed
from station.evidence import audit, keys
from station.evidence.epochs import PUBLIC
from station.evidence.knowledge import Cause, Own, doubts
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.past import CARRIED, LEDGER, past_folders
from station.home import Home
from station.orders.orderbook import OrderBook

FOLDER: Final = "bench/"
_LEDGER: Final = f"{FOLDER}{LEDGER}"
SETTINGS: Final = ("bench.toml",)
"""Put back only where there are none."""


def add_bench(packing: Packing, home: Home, book: OrderBook | None) -> Bench:
    """The home has a ledger. Raises ``VerificationFailed`` where the copy is not a log that the book vouches for."""
    with snapshot(home.ledger_file, home.root) as copy:
        found = _audited(home, copy, book)
        packing.add(_LEDGER, chunks(copy))
    for name, file in _small_files(home):
        packing.add(f"{FOLDER}{name}", chunks(file))
    for folder in past_folders(home):
        add_file(packing, f"{FOLDER}epochs/{folder.name}/{LEDGER}", folder / LEDGER, home.root)
    if home.copies_file.is_file():
        add_file(packing, f"{FOLDER}{home.copies_file.name}", home.copies_file, home.root)
    return found


def _small_files(home: Home) -> Iterator[tuple[str, Path]]:
    """By their names in the home."""
    wanted = [home.root / name for name in SETTINGS] + [home.keys / name for name in PUBLIC]
    wanted += [folder / name for folder in past_folders(home) for name in (*PUBLIC, CARRIED)]
    wanted += sorted(home.mappings.glob("*.toml"))
    return ((file.relative_to(home.root).as_posix(), file) for file in wanted if file.is_file())


def _audited(home: Home, copy: Path, book: OrderBook | None) -> Bench:
    """Every entry computed again; what witnesses and the order book know of the log agrees with it. Files are not
    looked at: ``evidence audit`` does that."""
    with closing(open_reader(copy)) as reader:
        public = keys.read_vkey(home.keys / "bench.vkey")
        found = audit.audit(reader, public, copy.parent / "no-media", elsewhere=frozenset(_media(reader)))
        own, name = Own(log=reader.log, size=reader.size), reader.log.rsplit("/", 1)[0]
        forked = [one.words for one in doubts(own, known_to_book(book, name, (reader,))) if one.cause is Cause.FORKED]
    faults = (*found.faults, *forked)
    if faults:
        remedy = "Run: sealbench evidence audit. No backup was made of it."
        raise VerificationFailed(f"the ledger is not in order: {faults[0]}", where=str(home.ledger_file), remedy=remedy)
    return Bench(log=found.log, size=found.entries, root=found.root)


def _media(reader: LedgerReader) -> Iterator[str]:
    yield from (name for name, *_ in reader.sealed_media())
    yield from (name for name, *_ in reader.plain_media())


def put_back(there: Unpacked, home: Home) -> None:
    """Into a home that has no ledger; files that are there stay as they are, the ledger comes last."""
    assert not home.ledger_file.exists(), "a ledger is never overwritten"
    names = [part.name for part in there.listing.parts if part.name.startswith(FOLDER) and part.name != _LEDGER]
    for name in (*names, _LEDGER):
        to = home.root / name.removeprefix(FOLDER)
        if not to.resolve().is_relative_to(home.root.resolve()):
            raise VerificationFailed(f"the backup names a file outside the home: {name}", where=str(there.path))
        if not to.exists():
            there.put(name, to)
