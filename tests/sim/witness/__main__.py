"""``python -m tests.sim.witness --packers N``: how often the second witness is wrong, and what it catches.

The tables of ``docs/second-witness.md`` come from here.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from station.packing.rules import Watch
from tests.sim.witness.habits import HABITS
from tests.sim.witness.parcel import FAULTS, GOODS_MG, NO_PAN, STEPS_MG, Told, one

SHIFT = 5
"""Parcels in a row, in which the bench learns how the packer's hands work."""


@dataclass(slots=True)
class Tally:
    """Of right parcels how many had a word they did not deserve, of wrong ones how many came through."""

    right: int = 0
    early: int = 0
    late: int = 0
    asked: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    through: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)  # what the parcel's weight alone would have let through

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.early += other.early
        self.late += other.late
        self.asked += other.asked
        for mine, theirs in (
            (self.wrong, other.wrong), (self.through, other.through), (self.alone, other.alone),
        ):  # fmt: skip
            mine.update(theirs)


def measure(name: str, goods: str, step_mg: int, packers: int) -> Tally:
    """Shifts of a few parcels; what the bench learned of the packer's hands in one parcel goes on to the next."""
    tally = Tally()
    told = Told()
    for number in range(packers * SHIFT):
        seed = f"{name}/{goods}/{step_mg}/{number}"
        pan = told.pan if number % SHIFT else NO_PAN
        told = one(seed, HABITS[name], goods, step_mg, pan=pan)
        tally.right += 1
        tally.early += told.early > 0
        tally.late += told.late > 0 and not told.open
        tally.asked += told.open
        for fault in FAULTS:
            tally.wrong[fault] += 1
            tally.through[fault] += one(seed, HABITS[name], goods, step_mg, pan=pan, fault=fault).printed
            tally.alone[fault] += one(seed, HABITS[name], goods, step_mg, pan=pan, fault=fault, watch=Watch.OFF).printed
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.sim.witness", description=__doc__)
    parser.add_argument(
        "--packers", type=int, default=100, help=f"shifts of {SHIFT} parcels for each habit, kind of goods and scale"
    )
    packers = parser.parse_args().packers
    tallies = {
        (name, goods, step_mg): measure(name, goods, step_mg, packers)
        for name in HABITS
        for goods in GOODS_MG
        for step_mg in STEPS_MG
    }
    for title, place in (("habit", 0), ("goods", 1), ("division", 2)):
        _table(title, tallies, place)


def _table(title: str, tallies: Mapping[tuple[str, str, int], Tally], place: int) -> None:
    head = (title, "right parcels", "word while packing", "word at the end, gone by itself", "asked", *FAULTS)
    print(_row(head))
    print("|---" * len(head) + "|")
    sums: dict[object, Tally] = {}
    for key, tally in tallies.items():
        sums.setdefault(key[place], Tally()).add(tally)
    for row, tally in sums.items():
        name = f"{row // 1000} g" if isinstance(row, int) else row
        shares = [f"{100 * count / tally.right:.2f} %" for count in (tally.early, tally.late, tally.asked)]
        caught = [
            f"{_stopped(tally, tally.through, fault)} ({_stopped(tally, tally.alone, fault)})" for fault in FAULTS
        ]
        print(_row((name, tally.right, *shares, *caught)))
    print()


def _row(cells: Sequence[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _stopped(tally: Tally, through: Mapping[str, int], fault: str) -> str:
    return f"{100 - 100 * through[fault] / tally.wrong[fault]:.0f} %"


if __name__ == "__main__":
    main()
