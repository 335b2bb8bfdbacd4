"""The help of each page, and its code for a phone."""

from __future__ import annotations

import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from station.screen_settings import ScreenSettings
from station.ui.office.help import phone_text, screen_of
from station.ui.office.screen import Page
from station.ui.office.view import OfficeView
from station.ui.supervisor_keys import KEYS_OF
from station.ui.theme import PALETTES, Palette

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("propagateSizeHints")]


def _codes(view: OfficeView) -> list[str]:
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = memoryview(picture.constBits()).cast("B", (picture.height(), picture.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(rows, formats=zxingcpp.BarcodeFormat.QRCode)]  # type: ignore[arg-type]


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height", "percent"), [(1280, 800, 100), (1024, 680, 100), (1920, 1080, 200)])
def test_a_phone_reads_the_help_of_every_page(
    width: int, height: int, percent: int, language: str, palette: Palette
) -> None:
    """The code on the screen holds the very words beside it, at every size and in every palette."""
    view = OfficeView(screen_of(Page.ORDERS), language=language, palette=palette)
    view.resize(QSize(width, height))
    view.ground.use(ScreenSettings(scale_percent=percent))  # type: ignore[arg-type]
    for page in Page:
        view.paint_screen(screen_of(page))
        words = phone_text(page)
        assert _codes(view) == [words.zh if language == "zh" else words.en], page
    view.deleteLater()


def test_todays_help_names_the_keys_of_its_own() -> None:
    """The line at its foot sends to F1 for all keys: each one of the supervisor's card is there."""
    told = phone_text(Page.TODAY)
    keys = {key for card in KEYS_OF.cards for key in card.key.split() if key.startswith(("F", "Pg"))} - {"F11"}
    assert {key for key in keys if key not in told.en or key not in told.zh} == set()
