"""The windowless bench: whole conversations, every stage and reason, on a real ledger and order book."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from station.home import Home
from tests.e2e.rig import kinds_on_disk, press, rig, weight
from tests.e2e.warehouse import COASTER, MUG, labels, prepare, state_of

KEYS = ["n", "stage", "verdict", "reason", "headline", "order", "lines", "weight_g", "expected_g", "waybill", "label",
        "prompt", "events", "seq"]  # fmt: skip


def test_whole_parcel(home: Home, qtbot: QtBot) -> None:
    """A parcel goes through every stage to its seal; each line has exactly the documented keys."""
    prepare(home, {"SO-1": {"MUG-330-W": 1, "COASTER-10": 1}})
    with rig(home, qtbot) as bench:
        told = [bench.says(line) for line in ("SO-1", MUG, COASTER, weight(338))]
        printed = bench.waits_for_event("LabelPrinted")
        sealed = bench.says(printed["waybill"])
        for t in bench.told: print(t)
