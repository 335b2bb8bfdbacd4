"""``python -m tests.sim SEED`` tells the story of one shift; ``--seeds N --from K`` runs many and tells what broke."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.sim.run import make_shift


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.sim", description=__doc__, allow_abbrev=False)
    parser.add_argument("seed", nargs="?", type=int)
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--from", dest="first", type=int, default=0)
    wanted = parser.parse_args()
    seeds = [wanted.seed] if wanted.seed is not None else range(wanted.first, wanted.first + wanted.seeds)
    broken = [seed for seed in seeds if not _run(seed, tell=wanted.seed is not None)]
    print(f"{len(seeds)} shifts, {len(broken)} broken: {broken}")
    return 1 if broken else 0


def _run(seed: int, *, tell: bool) -> bool:
    with tempfile.TemporaryDirectory(prefix="sealbench-sim-", dir=_memory()) as folder:
        shift = make_shift(seed, Path(folder))
        try:
            shift.work()
        except AssertionError as broken:
            shift.story.append(f"BROKEN: {broken!r}")
            print("\n".join(shift.story if tell else shift.story[-5:]))
            print(f"seed {seed}: {broken}")
            if tell:
                raise
            return False
        if tell:
            print("\n".join(shift.story))
        return True


def _memory() -> str | None:
    """Where fsync costs nothing, when there is such a place."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


if __name__ == "__main__":
    sys.exit(main())
