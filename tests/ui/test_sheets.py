"""What a key lays over the work: why put aside, boxes, the page of F1; every card is read back from its picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.codes import command_code, read
from station.packing.inputs import Command
from station.ui import gallery, sheets
from station.ui.present import buttons
from station.ui.screen import Stage
from station.ui.theme import PALETTES, Palette
from station.ui.type import Role
from station.ui.widgets import sheet_pane
from station.ui.widgets.band import Band
from station.ui.widgets.canvas import Canvas
from station.ui.window import Window
from tests.ui.sights import BOXES, SIGHTS

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made: Window = next(sight for sight in SIGHTS if sight.name == "pack").make("en", PALETTES[0])
    made.resize(1280, 800)
    made.set_clock(gallery.NOON_US)
    made.set_boxes(BOXES)
    made.paint_screen(gallery.PACKING)
    made.show()
    yield made
    made.deleteLater()


def _sheet(window: Window) -> Any:
    return next(band for band in window.findChildren(Band) if band.objectName() == "choices")


def _codes(image: QImage) -> set[str]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = grey.width(), grey.height()
    rows = memoryview(grey.constBits()).cast("B", (height, grey.bytesPerLine()))
    return {found.text for found in zxingcpp.read_barcodes(rows) if found.text.startswith("SB-")} if width else set()


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_each_button_shows_a_code_that_can_be_scanned(window: Window, palette: Palette) -> None:
    """In every palette a reader finds the codes of all six buttons in the picture of the screen."""
    window.ground.set_palette(palette)
    assert {view.code for view in buttons(Stage.PACKING)} <= _codes(window.grab().toImage())


def test_reasons_stand_as_the_house_uses_them() -> None:
    """The most used first, the others after it in their own order, none at all last."""
    cards = sheets.hold_sheet(("damaged", "call", "a person's own words")).cards
    assert [card.argument for card in cards] == [
        "DAMAGED", "CALL", "SHORT", "WRONG-ITEM", "NO-BARCODE", "ADDRESS", "CANCELLED", "",
    ]  # fmt: skip
    assert [card.key for card in cards] == [*(f"Ctrl+{number}" for number in range(1, 8)), "F4"]


@pytest.mark.parametrize("size", [(1280, 800), (1366, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.STOPPED])
def test_f1_says_of_each_command_what_it_does(
    window: Window, monkeypatch: pytest.MonkeyPatch, stage: Stage, size: tuple[int, int]
) -> None:
    """What a command does is no repetition that may go; with a note above there is less room, but then all is low."""
    told: list[str] = []
    second = Canvas.second

    def heard(canvas: Canvas, rect: QRectF, text: str, role: Role, **how: Any) -> QRectF:
        put = second(canvas, rect, text, role, **how)
        told.extend(text.splitlines() if put.height() else ())
        return put

    monkeypatch.setattr(Canvas, "second", heard)
    window.resize(*size)
    window.paint_screen(replace(gallery.PACKING, stage=stage, note="", commands=buttons(stage)))
    QTest.keyClick(window, Qt.Key.Key_F1)
    _sheet(window).grab()
    cards = sheets.help_sheet(stage, buttons(stage)).cards[: sheet_pane.CARDS_MAX]
    assert [card.does.en for card in cards if card.does.en not in told] == []


def test_a_reason_by_key_and_by_touch(window: Window, qtbot: QtBot) -> None:
    """F4 asks why; a number or a touch puts the order aside with that reason, and the sheet is gone."""
    QTest.keyClick(window, Qt.Key.Key_F4)
    assert _sheet(window).isVisible()
    with qtbot.waitSignal(window.pressed) as by_key:
        QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert by_key.args == ["hold", "DAMAGED"]
    assert not _sheet(window).isVisible()
    window.press("hold")
    rects = sheet_pane.card_rects(_sheet(window).rect().toRectF(), window.ground.look, 8)
    with qtbot.waitSignal(window.pressed) as by_touch:
        QTest.mouseClick(_sheet(window), Qt.MouseButton.LeftButton, pos=rects[2].center().toPoint())
    assert by_touch.args == ["hold", "WRONG-ITEM"]


def test_f4_again_puts_aside_without_a_reason(window: Window, qtbot: QtBot) -> None:
    """Twice the same key is no mistake."""
    QTest.keyClick(window, Qt.Key.Key_F4)
    with qtbot.waitSignal(window.pressed) as pressed:
        QTest.keyClick(window, Qt.Key.Key_F4)
    assert pressed.args == ["hold", ""]


def test_escape_and_a_scan_end_a_sheet(window: Window, qtbot: QtBot) -> None:
    """Esc goes back; so does anything that changes the parcel, but not a device that speaks."""
    window.press("hold")
    with qtbot.assertNotEmitted(window.pressed):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not _sheet(window).isVisible()
    window.press("hold")
    window.paint_screen(replace(gallery.PACKING, headline=gallery.IDLE.headline))
    assert _sheet(window).isVisible()
    window.paint_screen(replace(gallery.PACKING, scans=gallery.SCANS[1:]))
    assert not _sheet(window).isVisible()


def test_a_box_by_key(window: Window, qtbot: QtBot) -> None:
    """F6 shows the bench's boxes; the second is taken."""
    QTest.keyClick(window, Qt.Key.Key_F6)
    with qtbot.waitSignal(window.pressed) as pressed:
        QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert pressed.args == ["box", "M"]


def test_nothing_is_laid_over_a_stop_or_a_locked_bench(window: Window, qtbot: QtBot) -> None:
    """There the key says what it always said."""
    locked = replace(gallery.PACKING, locked=(gallery.IDLE.headline,))
    for screen in (gallery.STOP, locked, replace(gallery.PACKING, order=None)):
        window.paint_screen(screen)
        with qtbot.waitSignal(window.pressed) as pressed:
            window.press("hold")
        assert pressed.args == ["hold", ""]
        assert not _sheet(window).isVisible()


@pytest.mark.parametrize("stage", Stage, ids=str)
def test_the_page_of_a_screen_has_all_its_buttons(stage: Stage) -> None:
    """F1 explains each button, and every code on it is a command that the bench knows."""
    views = buttons(stage)
    cards = sheets.help_sheet(stage, views).cards
    assert {view.command for view in views} <= {card.command for card in cards}
    assert not [card for card in cards if card.code and read(card.code, device="t").command != card.command]
    assert command_code(Command.LOCK) in {card.code for card in cards}


def test_every_card_of_a_sheet_can_be_scanned(window: Window) -> None:
    """The reasons' codes are found in the picture of the screen."""
    window.press("hold")
    assert {card.code for card in sheets.hold_sheet(()).cards} <= _codes(window.grab().toImage())
