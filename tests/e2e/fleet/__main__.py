"""``python -m tests.e2e.fleet --benches 20 --minutes 5 --seed 1``: many benches, one server, everything fails in turn.

What went wrong is told as it comes, then what came of it; the exit code is 1 when anything does not add up.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.e2e.fleet.day import Day, spend
from tests.e2e.fleet.faults import Kind, plan
from tests.e2e.fleet.limits import too_long
from tests.e2e.fleet.network import BenchNetwork, NoNetwork, bench_network


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.e2e.fleet", description=__doc__)
    parser.add_argument("--benches", type=int, default=8)
    parser.add_argument("--orders", type=int, default=2_000)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--every", type=float, default=1.5, help="seconds between two faults, on average")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the homes, kept")
    wanted = parser.parse_args()
    length_s = wanted.minutes * 60
    with tempfile.TemporaryDirectory(prefix="sealbench-fleet-") as folder, ExitStack() as lines:
        network = _network(lines)
        kinds = [kind for kind in Kind if kind is not Kind.NETWORK or network is not None]
        faults = plan(wanted.seed, benches=wanted.benches, length_s=length_s, every_s=wanted.every, kinds=kinds)
        day = spend(
            wanted.keep or Path(folder), faults, benches=wanted.benches, orders=wanted.orders, length_s=length_s,
            tell=_say, network=network,
        )  # fmt: skip
    _tell(day, seed=wanted.seed, benches=wanted.benches)
    return 1 if day.reckoned.wrong or day.troubles or too_long(day) else 0


def _network(lines: ExitStack) -> BenchNetwork | None:
    try:
        return lines.enter_context(bench_network())
    except NoNetwork as why:
        _say(f"no network is taken down: {why}")
        return None


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _tell(day: Day, *, seed: int, benches: int) -> None:
    made = ", ".join(f"{count} {kind}" for kind, count in sorted(day.faults.items()))
    _say(f"seed {seed}: {benches} benches, {day.took_s:.0f} s, {day.faults.total()} faults: {made}")
    _say(f"{day.reckoned.parcels} parcels ({day.reckoned.parcels / day.took_s:.1f} a second), {day.left} orders left,")
    _say(f"{day.lines} lines answered, {day.starts} starts, {day.reckoned.entries} entries in ledgers and book,")
    _say(f"{day.reckoned.takeovers} orders taken over, {day.reckoned.late} parcels refused for it")
    waits = ", ".join(f"{kind} {waited_s:.2f} s" for kind, waited_s in sorted(day.longest_s.items()))
    _say(f"longest waits: {waits}; a thread here was woken at most {day.pulse_s:.2f} s late")
    for sentence in (*day.troubles, *too_long(day), *day.reckoned.wrong[:40]):
        _say(f"WRONG: {sentence}")


if __name__ == "__main__":
    sys.exit(main())
