"""Every reason to say no, from the scan that causes it to the paper that does not come out."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from station.codes import command_code
from station.home import Home
from station.packing.inputs import Command, OrderAlarm
from station.packing.model import HoldReason, OrderNo
from tests.e2e.parcel import ORDER, PARCEL_G, label, pack
from tests.e2e.rig import press, rig, verdict, weight
from tests.e2e.warehouse import (
    COASTER,
    COASTERS_10,
    FILE_PRINTER,
    MUG,
    NOW_US,
    TRAY,
    add_numbers,
    import_orders,
    labels,
    locked,
    open_orders,
    prepare,
    state_of,
)

OIL = "(01)06900000434215(17){expiry}(10)L1"


@pytest.fixture
def ready_home(home: Home) -> Home:
    """SO-1: a tray and two coasters; five waybill numbers; a printer that writes files."""
    prepare(home, ORDER)
    return home


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (MUG, "not_in_order"),
        ("4006381333931", "not_in_order"),
        ("WHAT-IS-THIS", "unknown_code"),
        ("6900000434132", "bad_check_digit"),
        ("SO-2", "order_open"),
        ("YT0000000000009", "wrong_label"),
        (COASTERS_10, "enough_already"),
        (command_code(Command.UNDO)[:-1] + "?", "bad_check_digit"),
        ("x" * 513, "bad_input"),
    ],
)
def test_wrong_scan_locks_until_cleared(ready_home: Home, qtbot: QtBot, code: str, reason: str) -> None:
    """A wrong scan stops the bench by its reason; then the right item is refused too, until somebody clears."""
    import_orders(ready_home, {"SO-2": {"TRAY-30": 1}}, details={"waybill": "YT0000000000009"})
    with rig(ready_home, qtbot) as bench:
        bench.says("SO-1")
        wrong = bench.says(code)
        still = bench.says(TRAY)
        cleared = bench.says(press("clear"))
        right = bench.says(TRAY)
    assert verdict(wrong) == ("stopped", "stop", reason)
    assert verdict(still) == ("stopped", "stop", "must_clear")
    assert cleared["stage"] == "packing"
    assert verdict(right) == ("packing", "ok", None)
    assert right["lines"][0]["packed"] == 1


def test_carton_code_counts_all_its_units(home: Home, qtbot: QtBot) -> None:
    """The code of a carton of ten counts ten units at one scan."""
    prepare(home, {"SO-1": {"COASTER-10": 12}})
    with rig(home, qtbot) as bench:
        assert bench.all("SO-1", COASTERS_10)["lines"][0]["packed"] == 10
        assert verdict(bench.says(COASTERS_10)) == ("stopped", "stop", "enough_already")


def test_order_unknown(ready_home: Home, qtbot: QtBot) -> None:
    """A code that opens nothing is an unknown order, half-read digits are a misread."""
    with rig(ready_home, qtbot) as bench:
        assert verdict(bench.says("SO-404")) == ("stopped", "stop", "order_unknown")
        bench.says(press("clear"))
        assert verdict(bench.says("6900000434132")) == ("stopped", "stop", "bad_check_digit")


@pytest.mark.parametrize(("status", "reason"), [("unpaid", "order_held"), ("cancelled", "order_cancelled"),
                                                ("shipped", "order_shipped")])  # fmt: skip
def test_order_that_may_not_ship(home: Home, qtbot: QtBot, status: str, reason: str) -> None:
    """An order that is not paid, cancelled or shipped does not open."""
    prepare(home, ORDER, details={"status": status})
    with rig(home, qtbot) as bench:
        told = bench.says("SO-1")
        assert verdict(told) == ("stopped", "stop", reason)
        assert bench.says(press("clear"))["stage"] == "idle"
    assert state_of(home, "SO-1") != "packing"


def test_sealed_order_is_shipped(ready_home: Home, qtbot: QtBot) -> None:
    """The order of a sealed parcel does not open again, not by its number and not by its label."""
    with rig(ready_home, qtbot) as bench:
        waybill = label(bench)
        assert verdict(bench.says(waybill)) == ("sealed", "ok", None)
        assert verdict(bench.says("SO-1")) == ("stopped", "stop", "order_shipped")
        bench.all(press("clear"), press("next"))
        assert verdict(bench.says(waybill)) == ("stopped", "stop", "order_shipped")


def test_order_of_another_bench(ready_home: Home, qtbot: QtBot) -> None:
    """An order that another bench has opened is refused with that bench's name."""
    other = Home(ready_home.root.parent / "other")
    other.root.mkdir()
    address = f'[bench]\nid = "B02"\norderbook = "sqlite:///{ready_home.root / "orders.db"}"\n'
    other.settings_file.write_text(address + FILE_PRINTER, encoding="utf-8")
    with rig(ready_home, qtbot) as first, rig(other, qtbot) as second:
        first.says("SO-1")
        told = second.says("SO-1")
        first.says(press("hold", "later"))
        second.says(press("clear"))
        again = second.waits_until_opened("SO-1")
    assert verdict(told) == ("stopped", "stop", "order_claimed")
    assert again["order"] == "SO-1"


@pytest.mark.parametrize(
    ("grams", "reason", "line"), [(438, "weight_low", "COASTER-10"), (876, "weight_high", "TRAY-30")]
)
def test_wrong_weight_names_the_line(ready_home: Home, qtbot: QtBot, grams: int, reason: str, line: str) -> None:
    """A weight that is off prints nothing and names the line that explains it; the right one goes on by itself."""
    with rig(ready_home, qtbot) as bench:
        pack(bench)
        off = bench.says(weight(grams))
        bench.says(weight(PARCEL_G))
        printed = bench.waits_for_event("LabelPrinted")
    assert verdict(off) == ("weighing", "attention", reason)
    assert f"1 × {line}" in off["headline"]["en"]
    assert off["weight_g"] == grams
    assert printed["label"] == "printed"


def test_weight_of_the_last_parcel_is_stale(home: Home, qtbot: QtBot) -> None:
    """The next parcel is not weighed before the pan was empty."""
    prepare(home, {**ORDER, "SO-2": {"TRAY-30": 1, "COASTER-10": 2}})
    with rig(home, qtbot) as bench:
        bench.says(label(bench))
        pack(bench, "SO-2")
        stale = bench.says(weight(PARCEL_G))
        empty = bench.says(weight(0))
        bench.says(weight(PARCEL_G))
        bench.waits_for_event("LabelPrinted", times=2)
    assert verdict(stale) == ("weighing", "attention", "weight_stale")
    assert empty["verdict"] == "info"


def test_unsteady_weight(ready_home: Home, qtbot: QtBot) -> None:
    """A weight that still moves is not taken."""
    with rig(ready_home, qtbot) as bench:
        pack(bench)
        told = bench.says({"weight": f"{PARCEL_G} g", "stable": False})
    assert verdict(told) == ("weighing", "attention", "weight_unstable")


def test_item_without_barcode(home: Home, qtbot: QtBot) -> None:
    """An item without a barcode is confirmed by hand; one with a barcode never is."""
    prepare(home, {"SO-1": {"CARD-THANKS": 1, "COASTER-10": 1, "E-COUPON": 1}})
    with rig(home, qtbot) as bench:
        by_hand = bench.all("SO-1", press("by_hand"))
        refused = bench.says(press("by_hand"))
        bench.says(press("clear"))
        done = bench.says(COASTER)
    assert by_hand["events"] == ["ItemPacked"]
    assert verdict(refused) == ("stopped", "stop", "not_allowed")
    assert done["stage"] == "weighing"


def test_lot_and_expiry(home: Home, qtbot: QtBot) -> None:
    """A line that records lot and expiry takes no bare code and no expired unit."""
    prepare(home, {"SO-1": {"OIL-LAV-10": 2}})
    with rig(home, qtbot) as bench:
        bare = bench.all("SO-1", "6900000434215")
        expired = bench.says(OIL.format(expiry="200101"))
        bench.says(press("clear"))
        good = bench.says(OIL.format(expiry="400101"))
    assert verdict(bare) == ("packing", "attention", "capture_missing")
    assert verdict(expired) == ("stopped", "stop", "expired")
    assert good["events"] == ["ItemPacked"]


def test_serial_twice(ready_home: Home, qtbot: QtBot) -> None:
    """The same serial number cannot go in twice."""
    serial = "(01)06900000434031(21)S1"
    with rig(ready_home, qtbot) as bench:
        assert verdict(bench.all("SO-1", serial, serial)) == ("stopped", "stop", "duplicate_serial")


def test_wrong_label_on_the_box(ready_home: Home, qtbot: QtBot) -> None:
    """Another label on the box stops the bench; after the clear the right one seals."""
    with rig(ready_home, qtbot) as bench:
        waybill = label(bench)
        wrong = bench.says("YT9999999999999")
        bench.says(press("clear"))
        sealed = bench.says(waybill)
    assert verdict(wrong) == ("stopped", "stop", "wrong_label")
    assert sealed["stage"] == "sealed"


def test_waybill_numbers_run_out(home: Home, qtbot: QtBot) -> None:
    """Without a number the label waits, and goes on by itself when somebody adds some."""
    prepare(home, ORDER, numbers=0)
    with rig(home, qtbot) as bench:
        pack(bench)
        waits = bench.says(weight(PARCEL_G))
        add_numbers(home, 1)
        printed = bench.waits_for_event("LabelPrinted")
    assert verdict(waits) == ("printing", "attention", "no_waybill")
    assert printed["waybill"] == "YT0000000000001"


def test_order_with_two_services_named(home: Home, qtbot: QtBot) -> None:
    """An order whose note names two carriers has none until the office says which."""
    prepare(home, ORDER, details={"note": "圆通或顺丰"})
    with rig(home, qtbot) as bench:
        pack(bench)
        assert verdict(bench.says(weight(PARCEL_G))) == ("printing", "attention", "no_service")


def test_order_held_while_open(ready_home: Home, qtbot: QtBot) -> None:
    """A hold that comes while the box is packed stops it at once, and the clear puts it aside."""
    with rig(ready_home, qtbot) as bench:
        pack(bench)
        book = open_orders(ready_home)
        book.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=NOW_US)
        book.close()
        stopped = bench.waits_for_event("OrderStopped")
        aside = bench.says(press("clear"))
        again = bench.says("SO-1")
    assert verdict(stopped) == ("stopped", "stop", "order_held")
    assert aside["events"] == ["StopCleared", "OrderParked"]
    assert verdict(again) == ("stopped", "stop", "order_held")
    assert labels(ready_home) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"details": {"status": "cancelled"}}, "order_cancelled"),
        ({"orders": {"SO-1": {"TRAY-30": 1, "COASTER-10": 3}}}, "order_changed"),
    ],
)
def test_order_imported_again_while_open(ready_home: Home, qtbot: QtBot, change: dict[str, Any], reason: str) -> None:
    """An order that a new import cancels or changes while it is open stops by itself and gets no label."""
    with rig(ready_home, qtbot) as bench:
        pack(bench)
        import_orders(ready_home, change.get("orders", ORDER), details=change.get("details"))
        stopped = bench.waits_for_event("OrderStopped")
    assert verdict(stopped) == ("stopped", "stop", reason)
    assert labels(ready_home) == []


def test_alarm_stops_at_once(ready_home: Home, qtbot: QtBot) -> None:
    """The order book's alarm stops the open order in the middle of packing."""
    with rig(ready_home, qtbot) as bench:
        bench.all("SO-1", TRAY)
        bench.bench.host.take(OrderAlarm(order=OrderNo("SO-1"), cancelled=True))
        told = bench.waits_for_event("OrderStopped")
    assert (told["n"], *verdict(told)) == (None, "stopped", "stop", "order_cancelled")


def test_knowledge_too_old_without_the_book(home: Home, qtbot: QtBot) -> None:
    """With the book gone and no age allowed, the label waits; it prints by itself when the book is back."""
    prepare(home, ORDER, settings="[packing]\nholds_max_age_s = 0\n" + FILE_PRINTER)
    with rig(home, qtbot) as bench:
        pack(bench)
        with locked(home):
            waits = bench.says(weight(PARCEL_G))
        bench.waits_for_event("LabelPrinted")
    assert verdict(waits) == ("printing", "attention", "holds_unknown")


def test_no_printer_at_all(home: Home, qtbot: QtBot) -> None:
    """A bench without a printer packs, and says that there is none when it wants a label."""
    prepare(home, ORDER, settings="")
    with rig(home, qtbot) as bench:
        pack(bench)
        bench.says(weight(PARCEL_G))
        held = bench.waits_for_event("LabelHeld")
    assert verdict(held) == ("printing", "attention", "printer_not_ready")
