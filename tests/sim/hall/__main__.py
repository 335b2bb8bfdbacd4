"""``python -m tests.sim.hall SEED`` tells the story of one day; ``--seeds N --from K`` runs many, tells what broke."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tests.sim.hall.run import Day, make_day
from tests.sim.hall.stock import Stock, make_stock

TELL = 8


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.sim.hall", description=__doc__)
    parser.add_argument("seed", nargs="?", type=int)
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--from", dest="first", type=int, default=0)
    wanted = parser.parse_args()
    application = QCoreApplication.instance() or QCoreApplication([])
    seeds = [wanted.seed] if wanted.seed is not None else range(wanted.first, wanted.first + wanted.seeds)
    began, broken, totals = time.monotonic(), [], [0] * 6
    with tempfile.TemporaryDirectory(prefix="sealbench-hall-", dir=_memory()) as folder:
        stock = make_stock(Path(folder))
        for seed in seeds:
            day = make_day(seed, Path(folder) / str(seed))
            if not _run(day, stock, tell=wanted.seed is not None):
                broken.append(seed)
            totals = [had + more for had, more in zip(totals, day.counted(), strict=True)]
    _report(len(seeds), totals, broken, time.monotonic() - began)
    del application
    return 1 if broken else 0


def _report(days: int, totals: list[int], broken: list[int], took_s: float) -> None:
    steps, boxes, cuts, lost, swallowed, taken_over = totals
    print(
        f"{days} days, {len(broken)} broken: {broken}; {days * 60 / took_s:.0f} seeds a minute, {steps} steps, "
        f"{boxes} parcels, {cuts} power cuts, {lost} requests and {swallowed} answers lost, {taken_over} take-overs"
    )


def _run(day: Day, stock: Stock, *, tell: bool) -> bool:
    day.folder.mkdir()
    try:
        day.work(stock)
    except AssertionError as broken:
        day.story.append(f"BROKEN: {broken}")
        print("\n".join(day.story if tell else day.story[-TELL:]))
        print(f"seed {day.seed}: python -m tests.sim.hall {day.seed}")
        if tell:
            raise
        return False
    if tell:
        print("\n".join(day.story))
    return True


def _memory() -> str | None:
    """Where fsync costs nothing, when there is such a place."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


if __name__ == "__main__":
    sys.exit(main())
