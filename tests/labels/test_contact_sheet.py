"""Contact sheets and pictures made to fit."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from station.labels.contact_sheet import ACROSS, DOWN, Stamped, fitted_jpeg, sheets
from tests.evidence.conftest import PNG
from tests.reports.channel_case import noise

CELL = Stamped(picture=PNG, lines=("#3 · 2026-11-20 18:40:09 · 1052.5 g", "ca6b690847ac · 装入商品"))


@pytest.mark.parametrize(("cells", "made"), [(0, 0), (1, 1), (ACROSS * DOWN, 1), (ACROSS * DOWN + 1, 2)])
def test_as_many_as_are_needed(cells: int, made: int, qapp: QApplication) -> None:
    """A sheet holds twelve pictures; the thirteenth begins another."""
    assert len(sheets("SO-1", [CELL] * cells)) == made


def test_the_stamp_is_on_it(qapp: QApplication) -> None:
    """Below each picture something is written, and a picture that cannot be read leaves its place grey."""
    with_words = sheets("SO-1", [CELL])[0]
    without = sheets("SO-1", [Stamped(picture=b"none", lines=("", ""))])[0]
    below = QImage(with_words).copy(0, 350, 500, 60)
    assert below != QImage(without).copy(0, 350, 500, 60)
    assert without.pixelColor(250, 200) == QColor("#eef1f4")


@pytest.mark.parametrize("most", [400_000, 100_000, 20_000])
def test_made_to_fit(most: int, qapp: QApplication) -> None:
    """A picture of pure noise is made as small as asked."""
    made = fitted_jpeg(noise("a", 1280, 720), most)
    assert made is not None
    assert len(made) <= most
    assert made.startswith(b"\xff\xd8")


def test_not_for_any_price(qapp: QApplication) -> None:
    """What cannot be so small, and what is no picture, is nothing."""
    assert fitted_jpeg(noise("a"), 100) is None
    assert fitted_jpeg(b"no picture", 10**6) is None
