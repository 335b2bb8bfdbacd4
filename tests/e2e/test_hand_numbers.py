"""A carrier whose waybills bring their own numbers: the packer scans one, and the label goes on by itself."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from station.cli import main
from station.home import Home
from tests.e2e.rig import rig, verdict, weight
from tests.e2e.warehouse import COASTER, ORDER, TRAY, prepare, state_of

GOOD, MISREAD, STRANGER = "1234567891", "1234567890", "12345"


def test_the_number_is_scanned_at_the_bench(home: Home, qtbot: QtBot) -> None:
    """Asked for, refused when misread, taken when right, printed and sealed; goods and strangers stay what they are."""
    prepare(home, ORDER)
    by_dhl = ["services", "choose", "SO-1", "dhl", "--reason", "buyer pays", "--by", "Wu Example"]
    assert main([*by_dhl, "--home", str(home.root)]) == 0
    with rig(home, qtbot) as bench:
        done = bench.all("SO-1", TRAY, COASTER)
        bench.says(weight(done["expected_g"][0] + 1))
        held = bench.waits_for_event("LabelHeld")
        goods = bench.says(TRAY)
        bench.says({"press": "clear"})
        bench.says(STRANGER)
        stranger = bench.says({"press": "clear"})
        bench.says(MISREAD)
        refused = bench.waits_for(lambda told: told["reason"] == "number_refused")
        bench.says(GOOD)
        printed = bench.waits_for_event("LabelPrinted")
        sealed = bench.says(GOOD)
    assert verdict(held) == ("printing", "attention", "no_waybill")
    assert held["headline"]["en"] == "No waybill number yet"
    assert goods["reason"] == "enough_already"
    assert verdict(stranger) == ("printing", "attention", "no_waybill")
    assert refused["headline"]["en"] == "This number cannot be used"
    assert printed["waybill"] == GOOD
    assert sealed["stage"] == "sealed"
    assert state_of(home, "SO-1") == "sealed"
