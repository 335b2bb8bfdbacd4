"""The dock's window: every page in both languages fits, keys say what they do, the pad gives a picture."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.ui import handover_screen as pages
from station.ui.handover_screen import DockSight, HandoverScreen, MissingRow, Page, ScanAnswer
from station.ui.handover_view import HandoverView
from station.ui.theme import DARK, LIGHT, Palette
from station.ui.widgets.signature_pad import SignaturePad
from station.ui.words import named

ROWS = tuple(
    MissingRow(order=f"27900000000000{i:05}", waybill=f"YT{7000000000000 + i}", bench="B01", hold="dispute" * (i == 1))
    for i in range(30)
)
SIGHT = DockSight(
    number=7,
    carrier=named("圆通速递", "YTO Express"),
    count=1_187,
    weight_mg=893_512_300,
    unweighed=3,
    missing=ROWS,
)


def screens() -> dict[str, HandoverScreen]:
    """A screen of each page, and the loud ones."""
    seen = pages.looked(HandoverScreen(sight=SIGHT), SIGHT)
    taken = pages.answered(seen, ScanAnswer(code="YT7000000000099", orders=("SO-2026-9",)), SIGHT, at_us=1)
    held = ScanAnswer(code="LX123456785CN", orders=("8190000000000039",), why="held", detail="refund_asked")
    none = replace(SIGHT, missing=())
    signing = pages.named(pages.forward(pages.looked(taken, none)), "Christopher Montgomery-Fitzgerald")
    return {
        "scanning": taken,
        "stopped": pages.answered(taken, held, SIGHT, at_us=2),
        "reasons": replace(pages.explained(pages.forward(taken), "No room in the van"), typed="typed by hand"),
        "signing": signing,
        "unsure": pages.before_close(signing, signed=False) or signing,
        "closed": pages.closed(signing, none, left=0, file="/home/dock/handovers/handover-7.pdf"),
    }


def first() -> HandoverScreen:
    return screens()["scanning"]


@pytest.mark.parametrize(("language", "palette"), list(product(("zh", "en"), (LIGHT, DARK))))
def test_every_page_fits(qtbot: QtBot, language: str, palette: Palette) -> None:
    """No text had to go below the smallest size, on a small screen and on a large one."""
    for size in ((1280, 800), (1920, 1080)):
        view = HandoverView(first(), language=language, palette=palette)
        qtbot.addWidget(view)
        view.resize(*size)
        for screen in screens().values():
            view.paint_screen(replace(screen, tone=None))
            view.grab()
        assert view.ground.misfits == ()


def test_only_the_signing_page_has_the_pad(qtbot: QtBot) -> None:
    """Elsewhere a finger draws nothing."""
    pages_of = screens()
    view = HandoverView(pages_of["scanning"])
    qtbot.addWidget(view)
    view.show()
    for screen in pages_of.values():
        view.paint_screen(replace(screen, tone=None))
        assert view.pad.isVisible() == (screen.page is Page.SIGNING)


def test_keys(qtbot: QtBot) -> None:
    """Each key says its command; letters, which scanners type, say nothing."""
    view = HandoverView(screens()["reasons"])
    qtbot.addWidget(view)
    pressed: list[str] = []
    chosen: list[int] = []
    view.pressed.connect(pressed.append)
    view.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_F9, Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_A)
    assert pressed == ["clear", "undo", "back", "next", "up", "down"]
    assert chosen == [3]
    QTest.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert view.ground.language == "en"


def test_a_stop_shows_nothing_but_the_way_out(qtbot: QtBot) -> None:
    """The only command beside the language is the clear."""
    view = HandoverView(screens()["stopped"])
    qtbot.addWidget(view)
    view.paint_screen(replace(screens()["stopped"], tone=None))
    names = [button.accessibleName() for button in view._commands.buttons if button.isEnabled()]
    assert names == ["清除", "语言"]


def _signed(pad: SignaturePad) -> bool:
    return pad.signed


def test_the_pad_gives_a_picture(qtbot: QtBot) -> None:
    """Strokes become black on white, 900 by 300; a touch alone is no signature; signing again begins anew."""
    view = HandoverView(screens()["signing"])
    qtbot.addWidget(view)
    view.show()
    view.paint_screen(replace(screens()["signing"], tone=None))
    pad = view.pad
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert not _signed(pad)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    for x in range(60, 600, 20):
        QTest.mouseMove(pad, QPoint(x, 80 + x % 40))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(600, 90))
    assert _signed(pad)
    image = QImage.fromData(pad.png())
    assert (image.width(), image.height()) == (900, 300)
    assert any(image.pixelColor(x, y).lightness() < 50 for x in range(0, 900, 3) for y in range(0, 300, 3))
    pad.clear()
    assert not _signed(pad)
