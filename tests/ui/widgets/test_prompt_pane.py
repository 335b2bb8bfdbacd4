"""Where the answers of a question stand: never on each other, whatever their number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF

from station.ui.letters import Letters
from station.ui.look import Look
from station.ui.pictures import Pictures
from station.ui.screen import Words
from station.ui.theme import palette
from station.ui.type import Grid
from station.ui.widgets.prompt_pane import ChoiceView, PromptView, choice_rects, touched_choice


@pytest.fixture
def look(qapp: object) -> Look:
    return Look(palette=palette("light"), grid=Grid(1280, 800), language="zh", letters=Letters(), pictures=Pictures(()))


@pytest.mark.parametrize("count", range(1, 13))
def test_answers_stand_below_each_other(look: Look, count: int) -> None:
    """Each has its own place within the pane, is high enough for a code, and is found by a touch."""
    area = QRectF(776, 250, 504, 416)
    rects = choice_rects(area, look, count)
    assert len(rects) == count
    assert all(area.contains(rect) and rect.height() >= 20 for rect in rects)
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(rects))
    view = PromptView(
        prompt="x", words=Words(zh="?", en="?"), choices=tuple(ChoiceView(value=str(at)) for at in range(count))
    )
    for at, rect in enumerate(rects):
        assert touched_choice(area, look, view, rect.center()) == str(at)
    assert touched_choice(area, look, view, QPointF(0, 0)) is None
