"""A ledger of a million entries and more: what an append, a start, a proof, an audit and a parcel's bundle take then.

``--entries`` says at which sizes it is measured, one ledger growing through them; by default at 100,000.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

from PySide6.QtWidgets import QApplication

from benchmarks.appending import Appending
from benchmarks.filmed import SEGMENT_S, SEGMENTS, Filmed
from benchmarks.parcels import BENCH, OF_A_PARCEL, ORG, SkippingClock, fill
from benchmarks.tables import TIMES, Series, ratio, show, sized, times, us
from station.bench_ledger import open_ledger
from station.devices.cameras.stills import stills
from station.evidence import merkle
from station.evidence.audit import Audit, audit
from station.evidence.bundle import Exported, export
from station.evidence.keys import load
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.evidence.media import sweep
from station.evidence.related import parcel_with
from station.evidence_settings import EvidenceSettings
from station.home import Home
from station.journal import restore
from station.labels.pages import html_pdf
from station.settings import Settings

SIZES: Final = (100_000,)
STARTS: Final = 5
PROOFS: Final = 1_000
CASES: Final = 5
ROUNDS: Final = 3_000
AUDITED_THRICE: Final = 200_000
"""Entries up to which the audit is made three times; a longer ledger's is long enough to be told apart from noise."""

PROCESSES: Final = os.cpu_count() or 1
VERIFY: Final = Path(__file__).parent.parent / "station" / "evidence" / "verify.py"


def run(folder: Path, share: float, sizes: Sequence[int] = SIZES) -> None:
    application = QApplication.instance() or QApplication(["benchmarks"])
    home, clock = Home(folder / "ledger-home"), SkippingClock()
    for at, entries in enumerate(sorted(sizes)):
        _fill(home, clock, sized(entries, share, least=OF_A_PARCEL))
        _start(home, clock, sized(STARTS, share, least=2))
        _append(home, clock, folder, sized(ROUNDS, share, least=3))
        _proofs(home, sized(PROOFS, share, least=3))
        _case(home, clock, folder, at, share)
        _audit(home)
    del application


def _settings() -> Settings:
    """The memory lies in the home: nothing is left behind in the user's own folder."""
    return Settings(evidence=EvidenceSettings(memory="memory"))


def _open(home: Home, clock: SkippingClock) -> Ledger:
    return Ledger.open(home, org=ORG, bench=BENCH, clock=clock, random_bytes=os.urandom, build="benchmark")


def _fill(home: Home, clock: SkippingClock, entries: int) -> None:
    with closing(_open(home, clock)) as ledger:
        before = ledger.size
        seconds = fill(ledger, home, entries)
        made = ledger.size - before
    print(f"\n{made} entries made in {seconds:.0f} s ({made / max(seconds, 1e-9):,.0f}/s), {OF_A_PARCEL} a parcel")
    _bytes(home)


def _bytes(home: Home) -> None:
    with closing(open_reader(home.ledger_file)) as reader:
        size = reader.size
        (headers,) = reader.connection.execute("SELECT sum(length(header)) FROM entry").fetchone()
        (nodes,) = reader.connection.execute("SELECT count(*) FROM node").fetchone()
    whole = home.ledger_file.stat().st_size
    told = (("ledger.db", whole), ("of that headers", headers), ("of that stored tree (hashes)", nodes * 32))
    rows = [(name, f"{count / 1e6:,.1f} MB", f"{count / size:,.1f}", f"{count * OF_A_PARCEL / size:,.0f}")
            for name, count in told]  # fmt: skip
    show(f"Bytes of {size} entries", ("", "all", "per entry", "per parcel"), rows)


def _start(home: Home, clock: SkippingClock, rounds: int) -> None:
    """As the bench starts, before its window: ledger with its memory, the job, the files of the media folder."""
    names = (
        "ledger opened, its file out of the system's cache",
        "ledger opened",
        "job restored",
        "media folder swept, only after a crash",
        "ledger closed",
    )
    series = {name: Series() for name in names}
    for cold in (False, True) * rounds:
        _out_of_cache(home.ledger_file, really=cold)
        opened: list[Ledger] = []
        series[names[0] if cold else names[1]].take(lambda: opened.append(open_ledger(home, _settings(), clock)))  # noqa: B023
        (ledger,) = opened
        if not cold:
            series[names[2]].take(lambda: restore(ledger))  # noqa: B023
            series[names[3]].take(lambda: sweep(home.media, ledger.medium_is_named))  # noqa: B023
        series[names[4]].take(ledger.close)
    files = sum(1 for _ in os.scandir(home.media))
    rows = [(name, us(one.median), us(one.at(1.0)), us(one.cpu)) for name, one in series.items()]
    show(f"Start, {files} files in the media folder", ("", "median", "worst", "CPU"), rows)


def _out_of_cache(file: Path, *, really: bool) -> None:
    if really and hasattr(os, "posix_fadvise"):
        descriptor = os.open(file, os.O_RDONLY)
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


def _append(home: Home, clock: SkippingClock, folder: Path, rounds: int) -> None:
    with Appending(home, clock, folder) as appending:
        appending.rounds(max(rounds // 20, 1))
        series = appending.rounds(rounds)
        wal = appending.wal_bytes
    floor = next(iter(series))
    show(f"Append, {rounds} times, all in turns", TIMES, times(series, floor=floor))
    print(f"  write-ahead log at most {wal / 1e6:.1f} MB")


def _proofs(home: Home, rounds: int) -> None:
    with closing(open_reader(home.ledger_file)) as reader:
        size, chance = reader.size, Random(1)
        names = ("inclusion of one entry", "consistency with an earlier size", "an order that is not there, looked for")
        series = {name: Series() for name in names}
        root = merkle.root_of(reader.nodes, size)
        for _ in range(rounds):
            seq = chance.randrange(size)
            found: list[list[bytes]] = []
            series["inclusion of one entry"].take(
                lambda: found.append(merkle.inclusion_path(reader.nodes, seq, size))  # noqa: B023
            )
            assert merkle.root_from_inclusion(reader.entry(seq).leaf, seq, size, found[0]) == root
            series["consistency with an earlier size"].take(
                lambda: merkle.consistency_path(reader.nodes, seq + 1, size)  # noqa: B023
            )
        for _ in range(STARTS):
            series["an order that is not there, looked for"].take(lambda: parcel_with(reader, "nowhere"))
    rows = [(name, us(one.median), us(one.at(0.99)), us(one.cpu)) for name, one in series.items()]
    show(f"Proofs from a tree of {size}, {rounds} times", ("", "median", "p99", "CPU"), rows)


def _case(home: Home, clock: SkippingClock, folder: Path, at: int, share: float) -> None:
    """One parcel with everything, recorded at the ledger's end, and its bundle."""
    segments = sized(SEGMENTS, min(1.0, share * 10), least=1)
    before = _media_bytes(home)
    with closing(_open(home, clock)) as ledger:
        filmed = Filmed(ledger, home, clock, 9_000_000_000 + at)
        filmed.append(home.media / "spool", segments=segments, segment_s=sized(SEGMENT_S, share, least=1))
    stored = _media_bytes(home) - before
    series = {name: Series() for name in ("hash its bytes, bare", "Python started, bare", "export", "verify.py")}
    out, done = folder / "case.zip", list[Exported]()
    for _ in range(sized(CASES, share, least=1)):
        out.unlink(missing_ok=True)
        series["export"].take(
            lambda: done.append(export(home, filmed.order_no, out, make_pdf=html_pdf, take_stills=stills))
        )
        series["hash its bytes, bare"].take(lambda: _hash(out))
        series["Python started, bare"].take(lambda: _python("-c", "pass"))
        series["verify.py"].take(lambda: _python(str(VERIFY), str(out)))
    rows = [(name, us(one.median), us(one.at(1.0))) for name, one in series.items()]
    heads = ("", "median", "worst")
    show(
        f"Bundle of {done[0].entries} entries, {done[0].size / 1e6:.1f} MB, of media {stored / 1e6:.1f} MB", heads, rows
    )


def _media_bytes(home: Home) -> int:
    return sum(entry.stat().st_size for entry in os.scandir(home.media) if entry.is_file())


def _hash(file: Path) -> None:
    import hashlib

    with file.open("rb") as stream:
        hashlib.file_digest(stream, "sha256")


def _python(*words: str) -> None:
    subprocess.run([sys.executable, "-I", *words], check=True, stdout=subprocess.DEVNULL)


def _audit(home: Home) -> None:
    key = load(home, org=ORG, bench=BENCH).bench.public
    names = ("bare rows", "SQLite's own check of the file", "audit, in one process", _AUDIT)
    series, told = {name: Series() for name in names}, list[Audit]()
    with closing(open_reader(home.ledger_file)) as reader:
        count = reader.size
        for _ in range(3 if count <= AUDITED_THRICE else 1):
            series["bare rows"].take(lambda: sum(1 for _ in reader.connection.execute(_ROWS)))
            series["SQLite's own check of the file"].take(reader.integrity)
            series["audit, in one process"].take(lambda: told.append(audit(reader, key, home.media)))
            series[_AUDIT].take(lambda: told.append(audit(reader, key, home.media, processes=PROCESSES)))
    bare = series["bare rows"].median
    rows = [(name, us(one.median), f"{count / one.median * 1e6:,.0f}", ratio(one.median, bare))
            for name, one in series.items()]  # fmt: skip
    heads = ("", "time", "entries/s", "to bare rows")
    show(
        f"Audit of {count} entries, {told[0].entries} told, faults: {', '.join(told[0].faults) or 'none'}", heads, rows
    )


_AUDIT = f"audit, in {PROCESSES}"
_ROWS = "SELECT seq, kind, order_id, leaf, header FROM entry ORDER BY seq"
