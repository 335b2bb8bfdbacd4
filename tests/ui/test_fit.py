"""No text of any view is cut, squeezed below its least size, laid over another or put outside its band."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from station.screen_settings import Percent, ScreenSettings
from station.ui.theme import DARK, LIGHT
from tests.ui.sights import SIGHTS, Sight
from tests.ui.trace import faults, grounds, measure_anew

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("propagateSizeHints")]

GRIDS: tuple[tuple[int, int, Percent], ...] = (
    (1280, 800, 100),
    (1920, 1080, 100),
    (1024, 680, 100),
    (1280, 800, 200),
    (1920, 1080, 125),
    (1920, 1080, 200),
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height", "percent"), GRIDS)
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_every_text_has_its_own_room(sight: Sight, width: int, height: int, percent: Percent, language: str) -> None:
    """Each state of each view, on every size and scale: the widgets themselves are asked where they wrote."""
    view = sight.make(language, LIGHT if language == "zh" else DARK)
    view.resize(QSize(width, height))
    for ground in grounds(view):
        ground.use(ScreenSettings(scale_percent=percent))
    wrong: list[str] = []
    for state, screen in sight.screens.items():
        measure_anew(view)
        sight.put(view, screen)
        wrong += [f"{state}: {fault}" for fault in faults(view)]
    view.deleteLater()
    assert not wrong, "\n".join(wrong)
