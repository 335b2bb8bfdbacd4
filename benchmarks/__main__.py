"""``python -m benchmarks [NAME…]``: each benchmark in a process of its own, on data they share in one folder."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.tables import machine

NAMES = (
    "orderbook", "scan", "scanners", "screen", "verdicts", "labels", "printers", "papers", "importing", "startup",
    "evidence", "figures", "year", "scrolling", "queue", "drilling", "benches", "away",
)  # fmt: skip
LEDGER, MEMORY, EVENTS = "ledger", "memory", "events"
"""Only by their names: at their full sizes they take an hour and more."""

BY_NAME = (LEDGER, MEMORY, EVENTS)
SIZED = ([LEDGER], [EVENTS])


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure; nothing is asserted.")
    parser.add_argument(
        "names", nargs="*", choices=[*NAMES, *BY_NAME, []], metavar="NAME", help=", ".join((*NAMES, *BY_NAME))
    )
    parser.add_argument("--share", type=float, default=1.0, help="of the full sizes, for a quick run")
    parser.add_argument("--folder", type=Path, help="where the data are made, and left; by default a temporary one")
    parser.add_argument(
        "--entries", type=int, nargs="+", default=(), metavar="N", help=f"sizes, for {LEDGER} or {EVENTS} alone"
    )
    args = parser.parse_args(argv)
    if args.entries and args.names not in SIZED:
        parser.error(f"--entries goes with {LEDGER} or {EVENTS} alone")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    names = args.names or NAMES
    if args.folder:
        args.folder.mkdir(parents=True, exist_ok=True)
    if len(names) == 1 and args.folder:
        sizes = (tuple(args.entries),) if args.entries else ()
        import_module(f"benchmarks.{names[0]}").run(args.folder, args.share, *sizes)
        return 0
    print(machine())
    if args.folder:
        return _each(names, args.folder, args.share, args.entries)
    with TemporaryDirectory(prefix="sealbench-benchmarks-") as folder:
        return _each(names, Path(folder), args.share, args.entries)


def _each(names: Sequence[str], folder: Path, share: float, entries: Sequence[int]) -> int:
    """All of them even when one fails; 1 when one has."""
    command = [sys.executable, "-m", "benchmarks", "--folder", str(folder), "--share", str(share)]
    command += ["--entries", *map(str, entries)] if entries else []
    failed = False
    for name in names:
        begun = time.perf_counter()
        failed |= subprocess.run([*command[:3], name, *command[3:]], check=False).returncode != 0
        print(f"\n({name}: {time.perf_counter() - begun:.0f} s)", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
