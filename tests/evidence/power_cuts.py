"""Power cuts of a bench's whole home, made up from a record of what it wrote and synced; needs no strace.

``python -m tests.evidence.power_cuts --seeds N`` cuts before every sync, rename, delete and receipt of every act, with
N chances each beside the two plain ones (nothing unsynced was kept, all of it was). Each home that is left is opened
by the program itself and judged.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from unittest.mock import patch

from station.errors import Trouble
from station.evidence.checkpoint import VerifierKey
from station.evidence.memory import Remembered
from station.evidence.remembering import Remembering
from station.home import Home
from tests.evidence.cut_act import A_DAY, FIRST_DAY, Act
from tests.evidence.cut_disk import AllKept, Chance, CutDisk, Luck, NoneKept, Said, Wrote
from tests.evidence.cut_epoch import EPOCH
from tests.evidence.cut_erasure import ERASURE, RETENTION
from tests.evidence.file_watch import Recording, recorded, unsynced
from tests.evidence.sqlite_shim import missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """At which event, and by which chance: enough to make it again."""

    event: int
    seed: int  # below zero: one of the plain ones

    def luck(self) -> Luck:
        match self.seed:
            case -2:
                return NoneKept()
            case -1:
                return AllKept()
            case _:
                return Chance(Random(f"{self.event} {self.seed}"))


@dataclass(slots=True)
class Counted:
    events: int = 0
    syncs: int = 0
    homes: int = 0
    acknowledged: int = 0
    published: int = 0
    violations: list[str] = field(default_factory=list)


ACTS: Mapping[str, Act] = {
    "a first day": FIRST_DAY,
    "a day": A_DAY,
    "a new epoch": EPOCH,
    "an erasure": ERASURE,
    "the retention rules": RETENTION,
}


def record(act: Act, folder: Path) -> Recording:
    """The act done once, as it is, with its events; folds come more often than on a bench."""
    home = act.begin(folder)
    home.root.mkdir(parents=True, exist_ok=True)
    with ExitStack() as around:
        for name, value in (("FOLD_AFTER", 2), ("UNFOLDED_MAX", 5)):
            around.enter_context(patch(f"station.evidence.ledger.{name}", value))
        around.enter_context(patch.object(Remembering, "note", _remembered_at_once))
        recording = around.enter_context(recorded(home.root))
        act.do(home, lambda line: recording.tell(Said(line=line)))
    return recording


def _remembered_at_once(remembering: Remembering, bench: VerifierKey, note: str) -> None:
    """In the bench's own thread, so that a seed names the same cut in every run."""
    remembering._memory.write(bench, Remembered(note=note, home=remembering._home))


def cuts(recording: Recording, seeds: int) -> Iterator[Cut]:
    """At every place the two plain ones and as many others as there are seeds."""
    for event in places(recording):
        yield from (Cut(event=event, seed=seed) for seed in range(-2, seeds))


def places(recording: Recording) -> list[int]:
    """Before all that is no write, and at the end: a cut between two writes is among the chances of the next place."""
    events = recording.events
    return [at for at in range(len(events) + 1) if at == len(events) or not isinstance(events[at], Wrote)]


def sample(recording: Recording, count: int, chance: Random) -> list[Cut]:
    """Some cuts, spread over all places; every third is a plain one."""
    some = places(recording)
    return [
        Cut(event=some[(len(some) - 1) * number // (count - 1)], seed=chance.choice((-2, -1, *range(4))))
        for number in range(count)
    ]


def judged(act: Act, recording: Recording, chosen: list[Cut]) -> Counted:
    """Every chosen cut made and judged; they come in the order of their events."""
    disk, counted, at, said = CutDisk(recording.start), Counted(), 0, list[str]()
    counted.events = len(recording.events)
    counted.syncs = sum(type(event).__name__ == "Synced" for event in recording.events)
    for cut in chosen:
        for event in recording.events[at : cut.event]:
            disk.apply(event)
            if isinstance(event, Said):
                said.append(event.line)
        at = cut.event
        home = made(disk.left_by(cut.luck()), recording.root)
        counted.homes += 1
        counted.acknowledged += sum(line.startswith("entry ") for line in said)
        counted.published += sum(line.startswith("note ") for line in said)
        counted.violations += [f"{cut}: {what}" for what in _wrong(act, home, tuple(said), cut)]
    return counted


def _wrong(act: Act, home: Home, said: tuple[str, ...], cut: Cut) -> list[str]:
    try:
        with unsynced():
            return list(act.judge(home, said))
    except Trouble as trouble:
        return [trouble.sentence()]
    except BaseException as error:
        error.add_note(str(cut))
        raise


def made(left: Mapping[Path, bytes | None], root: Path) -> Home:
    """In the place of the home itself: a memory tells a copy from it."""
    shutil.rmtree(root)
    for path, data in left.items():
        if data is None:
            path.mkdir()
        else:
            path.write_bytes(data)
    return Home(root)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=4, metavar="N")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    options = parser.parse_args()
    if why := missing():
        sys.stdout.write(f"power cuts were not made: {why}\n")
        return 0
    bad = 0
    for name, act in ACTS.items():
        with tempfile.TemporaryDirectory() as folder:
            begun = time.monotonic()
            recording = record(act, Path(folder))
            chosen = list(islice(cuts(recording, options.seeds), 0, None, options.every))
            counted = judged(act, recording, chosen)
        bad += len(counted.violations)
        sys.stderr.writelines(f"{name}: {violation}\n" for violation in counted.violations)
        sys.stdout.write(
            f"{name}: {counted.events} events with {counted.syncs} syncs, {counted.homes} homes judged in"
            f" {time.monotonic() - begun:.0f} s, {counted.acknowledged} times an entry was acknowledged and"
            f" {counted.published} times a checkpoint published before the cut, {len(counted.violations)} violations\n"
        )
        sys.stdout.flush()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
