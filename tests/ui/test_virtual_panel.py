"""The virtual bench panel says what was done, and does nothing itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from station.ui.screen import Words
from station.ui.theme import LIGHT
from station.ui.virtual_panel import ScanButton, VirtualPanel

MUG = ScanButton(words=Words(zh="马克杯", en="Mug"), code="6901234534017")


@pytest.fixture
def panel(qtbot: QtBot) -> VirtualPanel:
    made = VirtualPanel(language="en", palette=LIGHT, devices=(("scale", Words(zh="秤", en="Scale")),))
    qtbot.addWidget(made)
    return made


def _button(panel: VirtualPanel, text: str) -> QPushButton:
    return next(found for found in panel.findChildren(QPushButton) if found.text() == text and not found.isHidden())


def test_button_scans_its_code(panel: VirtualPanel, qtbot: QtBot) -> None:
    """A scan button sends exactly its code."""
    panel.set_items((MUG,))
    with qtbot.waitSignal(panel.scanned) as scanned:
        QTest.mouseClick(_button(panel, "Mug"), Qt.MouseButton.LeftButton)
    assert scanned.args == [MUG.code]


def test_new_items_replace_old_ones(panel: VirtualPanel) -> None:
    """The next order's buttons take the place of the last one's."""
    panel.set_items((MUG,))
    panel.set_items((ScanButton(words=Words(zh="茶壶", en="Teapot"), code="1"),))
    visible = [found.text() for found in panel.findChildren(QPushButton) if not found.isHidden()]
    assert "Teapot" in visible
    assert "Mug" not in visible


def test_parcel_goes_on_and_off_the_pan(panel: VirtualPanel, qtbot: QtBot) -> None:
    """The parcel's weight is put on the pan and taken off again, stable."""
    panel.set_expected(1_466_000)
    with qtbot.waitSignal(panel.weighed) as on:
        QTest.mouseClick(_button(panel, "Put the parcel on"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.weighed) as off:
        QTest.mouseClick(_button(panel, "Empty the pan"), Qt.MouseButton.LeftButton)
    assert (on.args, off.args) == ([1_466_000, True], [0, True])


def test_faults(panel: VirtualPanel, qtbot: QtBot) -> None:
    """Paper and cables have switches that name the device."""
    switches = {found.text(): found for found in panel.findChildren(QCheckBox)}
    with qtbot.waitSignal(panel.paper_out) as paper:
        switches["Printer out of paper"].setChecked(True)
    with qtbot.waitSignal(panel.cable_pulled) as cable:
        switches["Pull the cable: Scale"].setChecked(True)
    assert (paper.args, cable.args) == ([True], ["scale", True])


def test_takes_no_focus(panel: VirtualPanel) -> None:
    """The panel never takes the keyboard away from the bench."""
    assert panel.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert all(
        child.focusPolicy() is Qt.FocusPolicy.NoFocus
        for child in panel.findChildren(QWidget)
        if isinstance(child, QPushButton | QCheckBox)
    )
