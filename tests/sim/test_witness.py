from __future__ import annotations

from station.packing.rules import Watch
from tests.sim.witness.habits import HABITS
from tests.sim.witness.parcel import GOODS_MG, NO_PAN, one

PARCELS = 3
STEP_MG = 2_000


def test_hands_of_every_habit_are_left_in_peace() -> None:
    """Right parcels of twelve habits and five kinds of goods: hardly one in a hundred is asked about."""
    asked = 0
    for name, habit in HABITS.items():
        for goods in GOODS_MG:
            pan = NO_PAN
            for number in range(PARCELS):
                told = one(f"peace/{name}/{goods}/{number}", habit, goods, STEP_MG, pan=pan)
                pan = told.pan
                asked += told.open
    assert asked <= len(HABITS) * len(GOODS_MG) * PARCELS // 100


def test_what_the_parcels_weight_overlooks_is_caught() -> None:
    """A light piece scanned twice among heavy ones: the parcel's weight overlooks it, the witness does not."""
    habit, goods = HABITS["scans, then puts in"], "one of 30–150 g among 0.8–4 kg"
    seeds = [f"caught/{number}" for number in range(30)]
    told = [one(seed, habit, goods, STEP_MG, pan=NO_PAN, fault="scanned twice") for seed in seeds]
    alone = [one(seed, habit, goods, STEP_MG, pan=NO_PAN, fault="scanned twice", watch=Watch.OFF) for seed in seeds]
    assert sum(not each.printed for each in alone) <= 3
    assert sum(not each.printed for each in told) >= 20
