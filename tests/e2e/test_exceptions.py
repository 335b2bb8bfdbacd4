"""Exceptions of a working day, from line in to line out: item first, put aside for its owner, stopped by the office."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from station.home import Home
from station.orders.shortages import Outcome, open_shortages, resolve
from station.packing.model import HoldReason
from station.packing.owners import Owner
from tests.e2e.rig import press, rig, verdict, weight
from tests.e2e.warehouse import COASTER, FILE_PRINTER, ORDER, TRAY, import_orders, open_orders, prepare, state_of

SINGLES = {"SO-1": {"TRAY-30": 1}, "SO-2": {"TRAY-30": 1}, "SO-3": {"TRAY-30": 1, "COASTER-10": 1}}
SECOND_BENCH = '[bench]\nid = "B02"\norderbook = "sqlite:///{}"\n' + FILE_PRINTER


def test_item_first_from_scan_to_seal(home: Home, qtbot: QtBot) -> None:
    """One scan opens and verifies, the weight prints, the label seals; then the next one, and then none is left."""
    prepare(home, SINGLES)
    with rig(home, qtbot) as bench:
        opened = bench.says(TRAY)
        bench.says(weight(opened["expected_g"][0] + 1))
        sealed = bench.says(bench.waits_for_event("LabelPrinted")["waybill"])
        second = bench.says(TRAY)
        parked = bench.says(press("hold"))
        none_left = bench.says(TRAY)
    assert opened["events"] == ["OrderAsked", "OrderOpened", "ItemPacked"]
    assert (opened["stage"], opened["order"]) == ("weighing", "SO-1")
    assert sealed["stage"] == "sealed"
    assert (second["order"], parked["stage"]) == ("SO-2", "idle")
    assert verdict(none_left) == ("idle", "attention", "no_order_for_item")
    assert state_of(home, "SO-1") == "sealed"


def test_item_first_can_be_switched_off(home: Home, qtbot: QtBot) -> None:
    """A house that packs by order alone is told that no order has this number."""
    prepare(home, SINGLES, settings="[packing]\nitem_first = false\n" + FILE_PRINTER)
    with rig(home, qtbot) as bench:
        assert bench.says(TRAY)["reason"] == "order_unknown"


def test_put_aside_for_purchasing_and_packed_at_another_bench(home: Home, tmp_path: Path, qtbot: QtBot) -> None:
    """What is verified comes along; the shortage is on its owner's list until the sealed parcel ends it."""
    prepare(home, ORDER)
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY)
        parked = bench.says({"press": "hold", "owner": "purchasing"})
    assert (parked["stage"], parked["headline"]["en"]) == ("idle", "Put aside for purchasing")
    assert state_of(home, "SO-1") == "held"
    home_two = Home(tmp_path / "two")
    home_two.root.mkdir()
    home_two.settings_file.write_text(SECOND_BENCH.format(home.root / "orders.db"), encoding="utf-8")
    with rig(home_two, qtbot) as bench:
        asked = bench.says("SO-1")
        counted = bench.says(press("yes"))
        done = bench.says(COASTER)
        bench.says(weight(done["expected_g"][0] + 1))
        bench.says(bench.waits_for_event("LabelPrinted")["waybill"])
    assert asked["prompt"]["id"] == "brought"
    assert "B01 before: 1" in asked["prompt"]["text"]["en"]
    assert counted["events"] == ["PromptAnswered", "ItemPacked"]
    assert state_of(home, "SO-1") == "sealed"
    book = open_orders(home)
    assert open_shortages(book) == ()
    book.close()


def test_a_shortage_that_is_resolved_offers_its_order_again(home: Home, qtbot: QtBot) -> None:
    """A single put aside is nobody's until its owner has spoken, and then waits for its own piece."""
    prepare(home, {"SO-1": {"TRAY-30": 1}})
    with rig(home, qtbot) as bench:
        bench.all("SO-1", {"press": "hold", "owner": "service", "reason": "call"})
        kept_back = bench.says(TRAY)
        book = open_orders(home)
        assert [found.owner for found in open_shortages(book)] == [Owner.SERVICE]
        resolve(book, "SO-1", Outcome.ARRIVED, who="Wu Example", now_us=1)
        book.close()
        opened = bench.says(TRAY)
    assert kept_back["reason"] == "no_order_for_item"
    assert opened["order"] == "SO-1"


def test_a_hold_at_the_office_stops_the_open_order_by_itself(home: Home, qtbot: QtBot) -> None:
    """Nobody touches the bench: within a second it is locked, and what was packed stays with the order."""
    prepare(home, ORDER)
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY)
        book = open_orders(home)
        book.hold("SO-1", HoldReason.REFUND_ASKED, now_us=1)
        book.close()
        stopped = bench.waits_for_event("OrderStopped")
        cleared = bench.says(press("clear"))
    assert (stopped["n"], *verdict(stopped)) == (None, "stopped", "stop", "order_held")
    assert cleared["events"] == ["StopCleared", "OrderParked"]


def test_a_change_stops_with_both_versions_though_the_label_is_on_paper(home: Home, qtbot: QtBot) -> None:
    """Printed, not yet sealed: the newer file stops it, the stop shows old and new, the clear makes the label void."""
    prepare(home, ORDER)
    with rig(home, qtbot) as bench:
        done = bench.all("SO-1", TRAY, COASTER)
        bench.says(weight(done["expected_g"][0] + 1))
        bench.waits_for_event("LabelPrinted")
        import_orders(home, {"SO-1": {"TRAY-30": 1, "COASTER-10": 4}})
        stopped = bench.waits_for_event("OrderStopped")
        cleared = bench.says(press("clear"))
    assert verdict(stopped) == ("stopped", "stop", "order_changed")
    (change,) = stopped["changes"]
    assert (change["what"], change["before"], change["after"]) == ("quantity", "1", "4")
    assert cleared["events"] == ["StopCleared", "LabelVoided", "OrderParked"]
