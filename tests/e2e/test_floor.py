"""The bench in its hall: bytes of real protocols in, a painted verdict and paper out, cables pulled on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.codes import command_code
from station.devices.virtual.firmware import PrinterFault
from station.home import Home
from station.packing.events import ItemPacked, PanCleared, WeightSeen
from station.packing.inputs import Command
from tests.e2e.floor import floor
from tests.e2e.warehouse import COASTER, MUG, ORDER, PARCEL_G, TRAY, state_of

PARCEL_MG = PARCEL_G * 1000


def test_scanned_bytes_become_a_painted_verdict(home: Home, qtbot: QtBot) -> None:
    """A whole parcel over scanner, scale and printer: each scan is painted, the label comes by itself, the seal too."""
    with floor(home, qtbot, ORDER) as hall:
        hall.scans("SO-1")
        hall.until_event("OrderOpened")
        hall.scans(TRAY)
        assert "竹托盘" in hall.painted("verdict")
        wrong = hall.scans(MUG)
        assert (wrong.stage, wrong.reason) == ("stopped", "not_in_order")
        assert "不要装箱" in hall.painted("stop")
        hall.scans(command_code(Command.CLEAR), COASTER)
        hall.virtual.scale.put(PARCEL_MG)
        printed = hall.until_event("LabelPrinted")
        sealed = hall.scans(printed.waybill or "")
        assert sealed.stage == "sealed"
        assert "封箱完成" in hall.painted("verdict")
        assert len(hall.virtual.printer.paper) == 1
    assert state_of(home, "SO-1") == "sealed"


def test_cables_pulled_in_the_middle(home: Home, qtbot: QtBot) -> None:
    """Scanner, scale and printer go and come back in the middle of a parcel; the parcel is sealed all the same."""
    with floor(home, qtbot, ORDER) as hall:
        hall.scans("SO-1")
        hall.until_event("OrderOpened")
        hall.scans(TRAY)
        hall.virtual.scanner.outlet.unplug()
        hall.until_device("scanner", "attention")
        hall.virtual.scanner.outlet.plug()
        hall.until_device("scanner", "normal")
        hall.virtual.scale.outlet.unplug()
        hall.until_device("scale", "attention")
        assert hall.scans(COASTER).stage == "weighing"
        hall.virtual.scale.put(PARCEL_MG)
        hall.virtual.printer.outlet.unplug()
        hall.until_device("printer", "attention")
        hall.virtual.scale.outlet.plug()
        held = hall.until_event("LabelHeld")
        assert held.reason == "printer_not_ready"
        hall.virtual.printer.outlet.plug()
        printed = hall.until_event("LabelPrinted")
        assert hall.scans(printed.waybill or "").stage == "sealed"
        assert len(hall.virtual.printer.paper) == 1


def test_an_empty_scale_is_zeroed_by_scan(home: Home, qtbot: QtBot) -> None:
    """Dirt on the pan: ZERO is scanned, the scale gets its own command, and shows nothing from then on."""
    with floor(home, qtbot, ORDER) as hall:
        hall.until_device("scale", "normal")
        hall.virtual.scale.put(20_000)
        hall.until(
            lambda: any(isinstance(event, WeightSeen) and event.weight_mg == 20_000 for event in hall.watcher.events)
        )
        hall.scans(command_code(Command.ZERO))
        hall.until_event("ZeroAsked")
        hall.until(lambda: isinstance(hall.watcher.events[-1], PanCleared) and hall.watcher.events[-1].weight_mg == 0)


def test_printer_dies_and_the_packer_answers_by_scan(home: Home, qtbot: QtBot) -> None:
    """A printer that dies in the middle of a label: the screen asks, NO is scanned, and a second copy comes out."""
    with floor(home, qtbot, ORDER) as hall:
        hall.virtual.printer.plan_fault(1, PrinterFault.DIES)
        hall.scans("SO-1")
        hall.until_event("OrderOpened")
        hall.scans(TRAY, COASTER)
        hall.virtual.scale.put(PARCEL_MG)
        asked = hall.until_event("LabelUnknown")
        assert (asked.stage, asked.reason) == ("prompting", "print_unknown")
        hall.virtual.printer.mend()
        hall.scans(command_code(Command.NO))
        printed = hall.until_event("LabelPrinted")
        assert hall.scans(printed.waybill or "").stage == "sealed"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform alone
def test_keys_of_the_window(home: Home, qtbot: QtBot) -> None:
    """A wedge's burst packs an item, keys clear and switch the language, the finder opens an order by its number."""
    with floor(home, qtbot, {**ORDER, "SO-2": {"TRAY-30": 1}}) as hall:
        window = hall.view.window
        QTest.keyClick(window, Qt.Key.Key_F3)
        finder = hall.view._finder
        assert finder is not None
        qtbot.waitUntil(finder.view.isVisible)
        qtbot.waitUntil(lambda: finder.view.model.rowCount() == 2)
        QTest.keyClicks(finder.view._box, "SO-1")
        QTest.keyClick(finder.view._box, Qt.Key.Key_Return)
        opened = hall.until_event("OrderOpened")
        assert opened.order == "SO-1"
        assert not finder.view.isVisible()
        for code in (TRAY, MUG):
            QTest.keyClicks(window, code)
            QTest.keyClick(window, Qt.Key.Key_Return)
        hall.until_event("ScanRefused")
        assert [event.device for event in hall.watcher.events if isinstance(event, ItemPacked)] == ["keyboard"]
        assert hall.screen.stage == "stopped"
        QTest.keyClick(window, Qt.Key.Key_F9)
        hall.until_event("StopCleared")
        before = hall.painted("verdict")
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert window.ground.language == "en"
        assert hall.painted("verdict") != before
