"""The next item: what stands under its name leaves the name alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from station.screen_settings import Percent, ScreenSettings
from station.ui import gallery
from station.ui.captions import GIFT_LINE
from station.ui.window import Window
from tests.ui.trace import texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_gift_without_a_variant_keeps_its_name_readable(qtbot: QtBot, percent: Percent) -> None:
    """Nothing stands beside the free-gift sign then: it goes below both names and covers neither."""
    line = replace(gallery.PACKING.lines[0], variant="", gift=True, packed=0)
    screen = replace(gallery.PACKING, lines=(line,), next_line=0, tone=None)
    window = Window(bench="B07", pictures=(), language="en")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.ground.use(ScreenSettings(scale_percent=percent))
    window.paint_screen(screen)
    window.show()
    window.grab()
    names = {line.name.zh, line.name.en}
    drawn = [text for band in window._panes for text in texts(band)]
    sign = next(text for text in drawn if text.text == GIFT_LINE.en)
    assert not [
        text.text for text in drawn if text.text in names and text.ink.intersects(sign.ink.adjusted(0, -6, 0, 6))
    ]
