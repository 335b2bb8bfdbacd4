"""An epoch's end and the next one's beginning: the old ledger is set aside, the new one names why and what is lost.

The order of the steps is such that a power cut between any two leaves a home that refuses to pack, and says so: then
the same act is done once more.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from station.clock import Clock
from station.errors import LedgerBroken, SchemaTrouble, Trouble
from station.evidence.entry import Entry, Tip, clock_jump, read_tip
from station.evidence.fact import JSON, Fact
from station.evidence.key_store import KeyStore
from station.evidence.keys import ENROLMENT, lasting_folder, sync_folder
from station.evidence.knowledge import Cause
from station.evidence.ledger import Ledger
from station.evidence.ledger_file import lock
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.merkle import Frontier
from station.evidence.past import LEDGER, PastLogs
from station.home import Home

BEGUN = "EpochBegun"
WHY_MAX = 300
PUBLIC = ("bench.vkey", "org.vkey", ENROLMENT)
"""What a stranger needs to check the log that is set aside; its private key goes on or is destroyed."""

MOVING = "moving"
"""An empty file in the folder of a ledger that is on its way there. Until it is gone nobody writes to the home's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What the first entry of an epoch says. ``why`` is a person's sentence, and so only committed to."""

    epoch: int
    causes: tuple[Cause, ...]
    why: str
    before: dict[str, JSON] | None  # the ledger that was set aside: log, size
    known: Sequence[JSON]
    lost: Sequence[JSON]

    def fact(self) -> Fact:
        pub: dict[str, JSON] = {
            "epoch": self.epoch,
            "causes": [str(cause) for cause in self.causes],
            "before": self.before,
            "known": list(self.known),
            "lost": list(self.lost),
        }
        return Fact(kind=BEGUN, pub=pub, com={"why": self.why[:WHY_MAX]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """With what entries of the new log are made, beside its facts."""

    org: str
    bench: str
    clock: Clock
    random_bytes: Callable[[int], bytes]
    build: str
    store: KeyStore | None
    on_checkpoint: Callable[[str], None]


def on_its_way(home: Home) -> Path | None:
    """Where the ledger is being set aside, after a power cut in the midst of that."""
    return next((mark.parent for mark in home.epochs.glob(f"*/{MOVING}")), None)


def finish_end(home: Home) -> None:
    """A ledger that a power cut left on its way is set aside; else nothing is done."""
    if on_its_way(home) is not None:
        _alone(home)


def end_epoch(home: Home, made: Made, *, trusted: bool) -> Path | None:
    """Set the ledger aside with its public keys; None when there is none. A ``trusted`` one is signed to its end."""
    if trusted:
        with suppress(LedgerBroken, SchemaTrouble):
            Ledger.open(
                home,
                org=made.org,
                bench=made.bench,
                clock=made.clock,
                random_bytes=made.random_bytes,
                build=made.build,
            ).close()
    return _alone(home)


def begin_epoch(home: Home, made: Made, beginning: Beginning, *, by: str) -> Ledger:
    """The new log with its first entry, signed; after ``end_epoch`` only."""
    assert not home.ledger_file.exists(), "the old ledger is still there"
    ledger = Ledger.open(
        home,
        org=made.org,
        bench=made.bench,
        clock=made.clock,
        random_bytes=made.random_bytes,
        build=made.build,
        store=made.store,
        epoch=beginning.epoch,
        on_checkpoint=made.on_checkpoint,
    )
    facts = [beginning.fact()]
    jumped = clock_jump(_end_of_past(ledger.past), made.clock.now(), made.clock.boot)
    ledger.append(facts if jumped is None else [*facts, jumped], order_no=None, by=by, checkpoint=True)
    return ledger


def beginning_of(ledger: Ledger) -> Entry | None:
    """The entry that began this epoch; None in a bench's first one."""
    first = next(ledger.entries(0, 0), None)
    return first if first is not None and first.kind == BEGUN else None


def goes_on_from(begun: Entry, past: PastLogs) -> LedgerReader | None:
    """The log that this epoch takes up where it ended; None where something of it is lost, or it is not trusted."""
    pub = begun.parsed()["pub"]
    if pub["lost"] or pub["before"] is None or not {Cause.FORKED, Cause.GONE}.isdisjoint(pub["causes"]):
        return None
    return next((one.reader for one in past.all() if one.log == pub["before"]["log"]), None)


def _end_of_past(past: PastLogs) -> Tip:
    """When the newest earlier entry was made: the clocks are compared across an epoch too."""
    logs = [one for one in past.all() if one.size]
    if not logs:
        return Tip()
    last = logs[-1].reader.entry(logs[-1].size - 1)
    try:
        at = read_tip(Frontier(), last.header, last.leaf)
    except (ValueError, KeyError, TypeError):
        return Tip()
    return Tip(at=at.at, boot=at.boot)


def _alone(home: Home) -> Path | None:
    writer_lock = lock(home.ledger_file)
    try:
        return _set_aside(home)
    finally:
        writer_lock.release()


def _set_aside(home: Home) -> Path | None:
    """The write-ahead log goes first: beside a new ledger it would be taken for that one's own."""
    wal, begun = _beside(home.ledger_file, "-wal"), on_its_way(home)
    if not home.ledger_file.exists() and wal.exists() and wal.stat().st_size == 0:
        wal.unlink()  # a reader's, that found nothing to fold
    if begun is None and not home.ledger_file.exists() and not wal.exists():
        return None
    folder = begun or _free(home.epochs, _number_of(home.ledger_file))
    lasting_folder(folder, mode=0o700)
    for name in PUBLIC:
        with suppress(FileNotFoundError):
            _copy(home.keys / name, folder / name)
    (folder / MOVING).touch()
    sync_folder(folder)
    _beside(home.ledger_file, "-shm").unlink(missing_ok=True)
    _move(wal, folder / f"{LEDGER}-wal")
    _move(home.ledger_file, folder / LEDGER)
    sync_folder(folder)
    sync_folder(home.root)
    (folder / MOVING).unlink()
    sync_folder(folder)
    return folder


def _move(file: Path, to: Path) -> None:
    """Under both names for a moment: of a move between folders a disk may keep only the half that takes away."""
    if not file.exists():
        return
    if to.exists() and (file.stat().st_size == 0 or file.samefile(to)):
        file.unlink()  # moved already; an empty one is a reader's
        return
    to.unlink(missing_ok=True)
    try:
        os.link(file, to)
    except OSError:  # a disk without links
        file.replace(to)
        return
    sync_folder(to.parent)
    file.unlink()


def _copy(file: Path, to: Path) -> None:
    """On disk for good before the ledger is moved: another key may take the place of this one next."""
    shutil.copyfile(file, to)
    with to.open("r+b") as stream:
        os.fsync(stream.fileno())


def _number_of(file: Path) -> str:
    """The epoch in the ledger's name, for the folder's; a file that cannot be read is ``damaged``."""
    try:
        reader = open_reader(file)
    except Trouble:
        return "damaged"
    try:
        return reader.log.rsplit("/", 1)[1]
    except (Trouble, IndexError):
        return "damaged"
    finally:
        reader.close()


def _free(folder: Path, name: str) -> Path:
    """A folder that holds no ledger yet; one with only a write-ahead log in it waits for the rest."""
    tried, count = folder / name, 1
    while (tried / LEDGER).exists():
        count += 1
        tried = folder / f"{name}.{count}"
    return tried


def _beside(file: Path, suffix: str) -> Path:
    return file.with_name(file.name + suffix)
