"""The test of fit sees what it must: a text too long for its band is found, whenever the band was measured."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from station.ui.ground import Ground
from station.ui.type import Role
from station.ui.widgets.band import Band
from station.ui.widgets.canvas import Canvas
from tests.ui.trace import faults, measure_anew

pytestmark = pytest.mark.usefixtures("qapp")


class _View(QWidget):
    def __init__(self, *, may_go: bool) -> None:
        super().__init__()
        self.ground = Ground(self, lambda: None)
        self.band: Band[str] = Band(self, "verdict", _second if may_go else _first)
        self.band.setGeometry(0, 0, 60, 24)
        self.band.put("far too long for so little", self.ground.look)


def _first(canvas: Canvas, text: str) -> None:
    canvas.text(QRectF(canvas.area), text, Role.BODY, lines=1, floor=Role.HINT)


def _second(canvas: Canvas, text: str) -> None:
    canvas.second(QRectF(canvas.area), text, Role.BODY, lines=1)


def test_a_text_that_does_not_fit_is_found_though_nothing_was_painted_before() -> None:
    """Texts are measured as bands paint: the misfit is asked for after that."""
    view = _View(may_go=False)
    assert view.ground.misfits == ()
    assert any("does not fit" in fault for fault in faults(view))


def test_what_may_go_is_no_fault_and_is_noted() -> None:
    """A repetition without room is not painted and not squeezed; somebody can ask which it was."""
    view = _View(may_go=True)
    measure_anew(view)
    view.band.put("far too long for so little", view.ground.look)
    assert faults(view) == []
    assert view.ground.look.letters.left_out == ["far too long for so little"]
