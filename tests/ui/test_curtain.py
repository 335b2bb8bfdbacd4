"""Ctrl+Shift+K where nobody signs in: the whole window is covered, and keys reach nothing behind the cover."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from station.ui.curtain import Curtain
from station.ui.theme import PALETTES
from station.ui.wedge import ScanCatcher, route_keys
from tests.ui.golden import cells, differing
from tests.ui.sights import SIGHTS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
DISPUTES = next(sight for sight in SIGHTS if sight.name == "dispute")


class Disputes:
    """A window full of names, its cover, and what was asked in it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.view = DISPUTES.make("en", PALETTES[0])
        qtbot.addWidget(self.view)
        self.view.resize(1280, 800)
        self.put(*DISPUTES.screens)
        self.view.show()

    def put(self, state: str, *_others: str) -> None:
        DISPUTES.put(self.view, DISPUTES.screens[state])

    def covers(self) -> Curtain:
        QTest.keyClick(self.view, Qt.Key.Key_K, BOTH)
        curtain: Curtain | None = self.view.findChild(Curtain)
        assert curtain is not None
        return curtain

    def picture(self) -> object:
        return cells(self.view.grab().toImage())


@pytest.fixture
def disputes(qtbot: QtBot) -> Disputes:
    return Disputes(qtbot)


def test_whatever_lies_behind_looks_the_same(disputes: Disputes) -> None:
    """Covered screens are one picture, also one that comes meanwhile; the same keys again show the screen."""
    before = disputes.picture()
    curtain = disputes.covers()
    covered = disputes.picture()
    assert curtain.size() == disputes.view.size()
    for state in DISPUTES.screens:
        disputes.put(state)
        assert not differing(disputes.picture(), covered), state  # type: ignore[arg-type]
    disputes.put(*DISPUTES.screens)
    QTest.keyClick(curtain, Qt.Key.Key_K, BOTH)
    assert not differing(disputes.picture(), before)  # type: ignore[arg-type]


def test_a_larger_window_is_covered_too(disputes: Disputes) -> None:
    """The cover grows with the window, and its words change with the language."""
    curtain = disputes.covers()
    disputes.view.resize(1600, 900)
    assert curtain.geometry() == disputes.view.rect()
    assert "Covered" in curtain.accessibleName()
    QTest.keyClick(curtain, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    disputes.view.resize(1280, 800)
    assert "已遮住" in curtain.accessibleName()


def test_keys_reach_nothing_behind(qtbot: QtBot) -> None:
    """Neither a field nor a scanner that types hears anything until the cover is gone; then the field has the focus."""
    whole = QWidget()
    qtbot.addWidget(whole)
    field, catcher = QLineEdit(whole), ScanCatcher(whole)
    QVBoxLayout(whole).addWidget(field)
    whole.show()
    field.setFocus()
    router = route_keys(catcher)
    scanned: list[str] = []
    catcher.scanned.connect(scanned.append)
    catcher.entered.connect(scanned.append)
    curtain = Curtain(whole, lambda: pytest.fail("nothing is painted here"), lambda _event: False)
    curtain.place = lambda: None  # type: ignore[method-assign]
    curtain.setUpdatesEnabled(False)
    curtain.toggle()
    QTest.keyClicks(curtain, "4006381333931")
    QTest.keyClick(curtain, Qt.Key.Key_Return)
    curtain.toggle()
    assert (field.text(), scanned) == ("", [])
    assert whole.focusWidget() is field
    QTest.keyClicks(field, "12")
    assert field.text() == "12"
    router.deleteLater()
