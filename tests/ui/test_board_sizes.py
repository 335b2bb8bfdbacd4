"""What can be read from eight metres: heights of ink on a 75 inch screen, in millimetres and minutes of arc."""

from __future__ import annotations

import math
from datetime import timedelta, timezone

import pytest
from PySide6.QtCore import QSize

from station.ui.board_screen import PAGE_TILES
from station.ui.board_view import BoardView
from tests.ui import boards, trace

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("propagateSizeHints")]

SCREEN_MM = 75 * 25.4 * 16 / math.hypot(16, 9)
AWAY_MM = 8_000
PREFERRED, LEAST = 20.0, 16.0
"""Minutes of arc: what ISO 9241-303 prefers, and the least it lets pass."""

ROUNDED = 0.2
SHANGHAI = timezone(timedelta(hours=8))


def minutes(ink_px: float, width_px: int) -> float:
    return math.degrees(math.atan(ink_px * SCREEN_MM / width_px / AWAY_MM)) * 60


def seen(state: str, language: str, width: int = 1920, height: int = 1080) -> dict[str, float]:
    """Each text of the board and how large it is from eight metres; of one that is there twice the smaller."""
    view = BoardView(language=language, zone=SHANGHAI)
    view.resize(QSize(width, height))
    view.paint_screen(boards.SCREENS[state])
    found: dict[str, float] = {}
    for band in (view._head, view._tiles, view._cut_offs):
        for text in trace.texts(band):
            told = minutes(text.ink.height(), width)
            found[text.text] = min(told, found.get(text.text, told))
    view.deleteLater()
    return found


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (3840, 2160)])
def test_numbers_and_state_words_of_eight_benches(width: int, height: int) -> None:
    """Bench numbers, running times, orders left, slack and Chinese state words: twenty minutes of arc or more."""
    heights = seen("hall", "zh", width, height)
    wanted = (
        "B01",
        "B08",
        "04:12",
        "01:37",
        "相机断开",
        "贴错单",
        "叫人",
        "装箱",
        "无人",
        "554",
        "0:05",
        "1,279",
        "13:46",
    )
    small = {text: round(heights[text], 1) for text in wanted if heights[text] < PREFERRED - ROUNDED}
    assert not small
    assert heights["554"] > 30
    assert heights["B01"] > 22


def test_english_state_words() -> None:
    """Their capitals are lower than Chinese characters: seventeen minutes, above the least."""
    heights = seen("hall", "en")
    assert all(heights[word] >= LEAST for word in ("Packing", "Weighing", "Help!", "Nobody"))


def test_the_smallest_tiles() -> None:
    """Sixteen benches on a page: numbers, times and state words keep the least; there are never more."""
    heights = seen("fifty", "zh")
    benches = [text for text in heights if text.startswith("B")]
    assert len(benches) == PAGE_TILES
    wanted = (*benches, "05:41", "没人来", "拿错货", "叫人", "装箱", "554", "+0:05")
    small = {text: round(heights[text], 1) for text in wanted if heights[text] < LEAST - ROUNDED}
    assert not small
