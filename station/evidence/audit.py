"""The whole log computed again. A fault is one sentence; nothing is repaired here.

``audit_walk`` computes a run of entries. A long log is walked in as many runs as there are processors, side by side:
each begins where the stored hashes say that the one before it ends, and that one must end there. Should anything be
wrong, it is walked once more in one piece, and that walk tells the faults.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise
from multiprocessing import get_context
from pathlib import Path

from station.errors import LedgerBroken, Trouble
from station.evidence.anchor_reading import NEVER_ANCHORED, Exposure, exposure
from station.evidence.audit_walk import Place, Walk, stored_place
from station.evidence.canonical import b64
from station.evidence.checkpoint import VerifierKey
from station.evidence.erasing import Excuse, excuses
from station.evidence.ledger_reading import LedgerReader, open_reader

FAULTS_MAX = 1000
"""Faults told before the audit stops: a log with more is no log."""

RUN_MIN = 50_000
"""Entries for which another process is worth its start."""

PROCESSES_MAX = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    log: str
    entries: int
    root: str  # base64
    faults: tuple[str, ...]
    exposure: Exposure = NEVER_ANCHORED

    @property
    def ok(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What another process is told: entries from ``first`` up to, not including, ``end``."""

    ledger: Path
    bench: VerifierKey
    media: Path
    excused: frozenset[Excuse]
    elsewhere: frozenset[str]
    first: int
    end: int


def audit(
    reader: LedgerReader,
    bench: VerifierKey,
    media: Path,
    *,
    excused: frozenset[Excuse] = frozenset(),
    elsewhere: frozenset[str] = frozenset(),
    processes: int = 1,
) -> Audit:
    """Reads everything once, in order; hashes every file that an entry names.

    ``excused`` is what later logs say was erased in this one, ``elsewhere`` the files that need not be here. A running
    bench is not disturbed: what it adds meanwhile is not looked at.
    """
    try:
        size = reader.size
        whole = excused | excuses(reader)
        run = _Run(ledger=reader.file, bench=bench, media=media, excused=whole, elsewhere=elsewhere, first=0, end=size)
        complaints, end = _side_by_side(reader, run, min(processes, PROCESSES_MAX, size // RUN_MIN))
        walk = Walk(reader, bench, media, whole, end or Place(), elsewhere)
        faults = tuple(islice(chain(complaints, walk.faults(size), _beside(reader)), FAULTS_MAX))
        covered = NEVER_ANCHORED if faults else exposure(reader)
        tree = walk.place.tree
        return Audit(log=reader.log, entries=tree.size, root=b64(tree.root()), faults=faults, exposure=covered)
    except LedgerBroken as broken:
        return Audit(log="", entries=0, root="", faults=(broken.sentence(),))


def _side_by_side(reader: LedgerReader, whole: _Run, processes: int) -> tuple[list[str], Place | None]:
    """What SQLite says of the file, and the log's end where all its runs are in order and go on from one another."""
    if processes < 2:
        return _complaints(reader), None
    edges = [whole.end * part // processes for part in range(processes + 1)]
    runs = [replace(whole, first=first, end=end) for first, end in pairwise(edges)]
    try:
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            walked = pool.map(_walked, runs)
            complaints = _complaints(reader)
            return complaints, joined(list(walked))
    except BrokenProcessPool:  # no memory for so many
        return _complaints(reader), None


def _walked(run: _Run) -> tuple[Place, Place] | None:
    """Where the run was begun and where it ended; None when something is wrong in it."""
    try:
        with closing(open_reader(run.ledger)) as reader:
            begin = stored_place(reader, run.first)
            walk = Walk(reader, run.bench, run.media, run.excused, begin, run.elsewhere)
            return (begin, walk.place) if next(walk.faults(run.end), None) is None else None
    except (Trouble, ValueError):
        return None


def joined(walked: Sequence[tuple[Place, Place] | None]) -> Place | None:
    """Where the last run ended, if each was in order and began where the one before it ended."""
    at = Place()
    for places in walked:
        if places is None or places[0] != at:
            return None
        at = places[1]
    return at


def _complaints(reader: LedgerReader) -> list[str]:
    return [f"the database says: {row}" for row in reader.integrity()]


def _beside(reader: LedgerReader) -> Iterator[str]:
    """What lies beside the entries: it must be of entries that are there, however many a running bench has added."""
    yield from (f"a checkpoint of size {size} covers entries that are not here" for size in reader.stray_checkpoints())
    if reader.stray_nodes():
        yield "the stored tree has hashes too many or too few"
    for kind, seq in reader.marks().items():
        if not reader.has(seq, kind):
            yield f"the newest {kind} is marked at the wrong entry"
