"""From a scanned code to a verdict that is on disk: the program's own path beside what the disk alone asks."""

from __future__ import annotations

from pathlib import Path

from benchmarks.books import FULL, build
from benchmarks.floors import CommitFloor, DiskFloor
from benchmarks.packer import Packer
from benchmarks.tables import TIMES, Series, ratio, show, sized, times, us
from station.home import Home

SCANS = 12_000
WARM = 200

FLOOR = "floor: 8 KiB + fdatasync"
BARE = "bare SQLite commit of one row"
WHOLE = "scan to committed verdict"


def run(folder: Path, share: float) -> None:
    built = build(folder, sized(FULL, share, least=1_000))
    scans = sized(SCANS, share, least=60)
    with DiskFloor(folder) as disk, CommitFloor(folder) as bare, Packer(Home(folder / "scan-home"), built) as packer:
        _rounds(disk, bare, packer, min(WARM, scans))
        series = _rounds(disk, bare, packer, scans)
    show(f"Scan, {scans} times, order book of {built.orders} orders", TIMES, times(series, floor=FLOOR))
    whole, commit = series[WHOLE], series[BARE]
    print(
        f"  to the bare commit: median {ratio(whole.median, commit.median)}, CPU {ratio(whole.cpu, commit.cpu)};"
        f" own CPU {us(whole.cpu - commit.cpu)}; p99.9 is {ratio(whole.at(0.999), whole.median)} the median"
    )


def _rounds(disk: DiskFloor, bare: CommitFloor, packer: Packer, rounds: int) -> dict[str, Series]:
    """A floor, a bare commit and a scan in turn; what the bench does between two scans is not timed."""
    series = {FLOOR: Series(), BARE: Series(), WHOLE: Series()}
    for _ in range(rounds):
        code = packer.next_code()
        series[FLOOR].take(disk.sync)
        series[BARE].take(bare.commit)
        series[WHOLE].take(lambda code=code: packer.scan(code))  # type: ignore[misc]
        bare.between()
        packer.ledger.between_scans()
    return series
