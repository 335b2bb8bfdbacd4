"""The bench window: every stage paints and fits, keys mean what they say, only what changed repaints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from unittest.mock import patch

import pytest
import zxingcpp
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station.packing.effects import Tone
from station.screen_settings import ScreenSettings
from station.ui import gallery
from station.ui.gallery import Shot
from station.ui.refusal_words import WAYS_OUT
from station.ui.screen import Words
from station.ui.texts import REASONS
from station.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Palette
from station.ui.widgets.band import Band
from station.ui.widgets.commands import CommandButton
from station.ui.window import Window

PICTURES = Path(__file__).parents[2] / "config" / "demo" / "pictures"
SIZES = ((1280, 800), (1920, 1080), (1366, 768))

Show = Callable[..., Window]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    made: list[Window] = []

    def build(
        shot: Shot, *, language: str = "zh", palette: Palette = LIGHT, size: tuple[int, int] = SIZES[0]
    ) -> Window:
        window = Window(
            bench="B07",
            pictures=(PICTURES,),
            language=language,
            palette=palette,
            zone=timezone(timedelta(hours=8)),
            answer_code=lambda _prompt, value: f"SB{value.upper()}-00",
        )
        made.append(window)
        window.resize(*size)
        window.set_clock(gallery.NOON_US)
        window.set_devices(shot.devices)
        window.set_day(gallery.DAY)
        window.paint_screen(shot.screen)
        return window

    yield build
    for window in made:
        window.deleteLater()


def _shot(name: str) -> Shot:
    return next(shot for shot in gallery.SHOTS if shot.name == name)


def _codes(window: QWidget) -> set[str]:
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    view = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    return {found.text for found in zxingcpp.read_barcodes(view)}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("shot", gallery.SHOTS, ids=lambda shot: shot.name)
def test_every_stage_fits(show: Show, shot: Shot, size: tuple[int, int], language: str, palette: Palette) -> None:
    """Every stage paints without a word from Qt, and no text is cut or goes below its smallest size."""
    window = show(shot, language=language, palette=palette, size=size)
    window.grab()
    assert window.ground.misfits == ()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("reason", sorted(REASONS))
def test_every_reason_fits(show: Show, reason: str, language: str) -> None:
    """Whatever the bench says no to, its words fit as a stop, as a wrong item and as something to mend."""
    said = REASONS[reason]
    headline, act = Words(zh=said.zh, en=said.en), Words(zh=said.act_zh, en=said.act_en)
    for screen in (gallery.HELD, gallery.STOP, gallery.WEIGHING):
        spoken = replace(screen, headline=headline, detail=act, steps=(act, gallery.STOP.steps[1]))
        window = show(Shot(reason, spoken), language=language)
        window.grab()
        assert window.ground.misfits == ()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("act", WAYS_OUT.values(), ids=WAYS_OUT)
def test_every_way_out_fits(show: Show, act: Words, language: str) -> None:
    """So do the ways out of what is not allowed, beside the clear's code."""
    spoken = replace(gallery.HELD, detail=act, steps=(act, gallery.STOP.steps[1]))
    window = show(Shot("refused", spoken), language=language)
    window.grab()
    assert window.ground.misfits == ()


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_clear_code_reads(show: Show, size: tuple[int, int], palette: Palette) -> None:
    """The clear on the stop screen is a real Code 128: a reader reads it off the screen."""
    assert gallery.CLEAR_CODE in _codes(show(_shot("stop"), palette=palette, size=size))


def test_answer_codes_read(show: Show) -> None:
    """Each answer of an open question can be scanned off the screen."""
    assert {"SBYES-00", "SBNO-00"} <= _codes(show(_shot("prompting"), palette=DARK))


def test_language_switch_repaints(show: Show) -> None:
    """Changing the language changes the picture and what is read aloud, at once."""
    window = show(_shot("packing"))
    before = window.grab().toImage()
    window.ground.set_language("en")
    assert window.grab().toImage() != before
    spoken = {band.objectName(): band.accessibleDescription() for band in window.findChildren(Band)}
    assert spoken["verdict"] == "Correct: White mug 330 ml 1 of 3"


def test_ctrl_l_and_ctrl_d(show: Show, qtbot: QtBot) -> None:
    """Ctrl+L changes the language, Ctrl+D the palette; both are told, to be remembered."""
    window = show(_shot("idle"))
    with qtbot.waitSignal(window.ground.language_changed) as language:
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.ground.palette_changed) as palette:
        QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert (language.args, palette.args) == (["en"], ["dark"])


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_F2, "undo"),
        (Qt.Key.Key_F5, "next"),
        (Qt.Key.Key_F8, "weigh"),
        (Qt.Key.Key_F10, "reprint"),
        (Qt.Key.Key_F12, "help"),
    ],
)
def test_function_keys(show: Show, qtbot: QtBot, key: Qt.Key, command: str) -> None:
    """Each function key asks for its command."""
    window = show(_shot("packing"))
    with qtbot.waitSignal(window.pressed) as pressed:
        QTest.keyClick(window, key)
    assert pressed.args == [command, ""]


def test_f9_clears_only_a_stop(show: Show, qtbot: QtBot) -> None:
    """F9 is the clear while the bench is stopped, and nothing otherwise."""
    window = show(_shot("packing"))
    with qtbot.assertNotEmitted(window.pressed):
        QTest.keyClick(window, Qt.Key.Key_F9)
    window.paint_screen(gallery.STOP)
    with qtbot.waitSignal(window.pressed) as pressed:
        QTest.keyClick(window, Qt.Key.Key_F9)
    assert pressed.args == ["clear", ""]


@pytest.mark.parametrize("name", ["packing", "stop", "prompting"])
def test_enter_does_nothing(show: Show, qtbot: QtBot, name: str) -> None:
    """Enter, Space, Tab and letters, which scanners type, press nothing."""
    window = show(_shot(name))
    with qtbot.assertNotEmitted(window.pressed), qtbot.assertNotEmitted(window.answered):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_1, Qt.Key.Key_L):
            QTest.keyClick(window, key)


def test_nothing_takes_the_focus(show: Show) -> None:
    """No band and no button can be focused, so that no key ends up in one."""
    window = show(_shot("packing"))
    assert all(child.focusPolicy() is Qt.FocusPolicy.NoFocus for child in window.findChildren(QWidget))


def test_buttons_ask(show: Show, qtbot: QtBot) -> None:
    """A command button asks for the command that stands on it, and has its name for a screen reader."""
    window = show(_shot("packing"), language="en")
    button = next(found for found in window.findChildren(CommandButton) if found.accessibleName() == "SPLIT")
    with qtbot.waitSignal(window.pressed) as pressed:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed.args == ["split", ""]


def test_answers_by_key_and_touch(show: Show, qtbot: QtBot) -> None:
    """A question is answered by Ctrl and its number, or by a touch on the card."""
    window = show(_shot("prompting"))
    with qtbot.waitSignal(window.answered) as by_key:
        QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    cards = next(band for band in window.findChildren(Band) if band.objectName() == "beside the work")
    with qtbot.waitSignal(window.answered) as by_touch:
        QTest.mousePress(cards, Qt.MouseButton.LeftButton, pos=cards.rect().center() - cards.rect().center() / 2)
    assert by_key.args == ["price-list", "no"]
    assert by_touch.args == ["price-list", "yes"]


def test_no_answer_while_packing(show: Show, qtbot: QtBot) -> None:
    """A question that is not on the screen yet cannot be answered by accident."""
    window = show(Shot("early", replace(gallery.PACKING, prompt=gallery.PROMPTING.prompt)))
    with qtbot.assertNotEmitted(window.answered):
        QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)


class _Repaints(QObject):
    """Which bands were asked to repaint."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.names: set[str] = set()
        for band in window.findChildren(Band):
            band.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.names.add(watched.objectName())
        return False


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_verdict_repaints_only_what_changed(show: Show, qtbot: QtBot) -> None:
    """A new headline repaints the banner and leaves the other bands alone."""
    window = show(_shot("packing"))
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: not window.grab().isNull())
    repaints = _Repaints(window)
    window.paint_screen(replace(gallery.PACKING, headline=gallery.IDLE.headline))
    qtbot.waitUntil(lambda: bool(repaints.names))
    assert repaints.names == {"verdict"}


def test_tone_flashes_the_edges_once(show: Show) -> None:
    """A verdict with a tone lights the edges; with reduced motion it does not."""
    window = show(_shot("packing"))
    with patch.object(window.ground.edges, "flash") as flash:
        window.paint_screen(replace(gallery.PACKING, tone=Tone.OK))
        window.ground.use(ScreenSettings(reduced_motion=True))
        window.paint_screen(replace(gallery.WEIGHING, tone=Tone.ATTENTION))
    flash.assert_called_once_with(LIGHT.ok)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_flash_ends(show: Show, qtbot: QtBot) -> None:
    """The flash goes off by itself."""
    window = show(Shot("ok", replace(gallery.PACKING, tone=Tone.OK)))
    assert window.ground.edges.shown
    qtbot.waitUntil(lambda: not window.ground.edges.shown)


def test_left_handed_mirrors_the_work(show: Show) -> None:
    """For the left hand the work columns change sides and the commands stay."""
    window = show(_shot("packing"))
    work = next(band for band in window.findChildren(Band) if band.objectName() == "work")
    first = window.findChildren(CommandButton)[0]
    before = work.x(), first.x()
    window.ground.use(ScreenSettings(left_handed=True))
    assert (before, (work.x(), first.x())) == ((0, 0), (504, 0))


def test_typed_keys_show(show: Show) -> None:
    """What is typed by hand is seen, although there is no text field."""
    window = show(_shot("idle"))
    before = window.grab().toImage()
    window.set_typed("SO-1")
    assert window.grab().toImage() != before


def test_sign_in_asks_for_a_badge(show: Show) -> None:
    """A bench that wants a badge says so until someone signs in."""
    window = show(Shot("nobody", replace(gallery.IDLE, packer="")), language="en")
    window.set_sign_in(True)
    work = next(band for band in window.findChildren(Band) if band.objectName() == "work")
    assert work.accessibleDescription() == "B07: Scan your badge to start"
    window.paint_screen(gallery.IDLE)
    assert work.accessibleDescription() == "Order, tote, waybill, wall cell or item"


def test_picture_written(qapp: object, tmp_path: Path) -> None:
    """The gallery writes a picture of the size asked for."""
    path = tmp_path / "packing.png"
    assert gallery.grab(_shot("packing"), (1280, 800), "zh", LIGHT, path, pictures=PICTURES) == ()
    assert (QImage(str(path)).width(), QImage(str(path)).height()) == (1280, 800)
