"""The weight as big as its room, and what is said beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from station.ui.letters import Letters, load_fonts
from station.ui.look import Look
from station.ui.pictures import Pictures
from station.ui.theme import palette
from station.ui.type import Grid
from station.ui.widgets import weight_pane
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.weight_pane import WeightView


def _painted(*, weight_mg: int | None, stable: bool, live: bool) -> QImage:
    load_fonts()
    image = QImage(776, 416, QImage.Format.Format_RGB32)
    image.fill(0)
    look = Look(palette=palette("light"), grid=Grid(1280, 800), language="zh", letters=Letters(), pictures=Pictures(()))
    painter = QPainter(image)
    view = WeightView(weight_mg=weight_mg, stable=stable, live=live, expected_mg=(1_000_000, 2_000_000))
    weight_pane.paint(Canvas(painter, look, QRectF(image.rect())), view)
    painter.end()
    return image


@pytest.mark.parametrize(("stable", "live"), [(True, False), (False, True), (True, True)])
def test_no_weight_is_neither_stable_nor_frozen(qapp: object, stable: bool, live: bool) -> None:
    """Without a weight no word stands beside the dashes; with one, each state looks different."""
    _painted(weight_mg=None, stable=False, live=False)  # Qt draws a process's first large letters otherwise
    empty = _painted(weight_mg=None, stable=False, live=False)
    assert _painted(weight_mg=None, stable=stable, live=live) == empty
    still = _painted(weight_mg=1_284_000, stable=False, live=False)
    assert _painted(weight_mg=1_284_000, stable=stable, live=live) != still
