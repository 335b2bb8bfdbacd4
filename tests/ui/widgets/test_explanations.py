from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from station.ui.captions import LOOK_IN_BOX, PUT_ON_SCALE
from station.ui.letters import Letters
from station.ui.look import Look
from station.ui.pictures import Pictures
from station.ui.screen import ExplanationView
from station.ui.theme import palette
from station.ui.type import Grid
from station.ui.widgets.explanations import ExplanationsView, question, spoken
from station.ui.words import same

MUG = ExplanationView(name=same("Mug"), units=1, weight_mg=-310_000, picture="", sku="MUG")


@pytest.mark.parametrize(
    ("weight_mg", "explained", "says"),
    [
        (None, (), PUT_ON_SCALE.en),
        (0, (), PUT_ON_SCALE.en),
        (0, (MUG,), PUT_ON_SCALE.en),
        (900_000, (), LOOK_IN_BOX.en),
        (900_000, (MUG,), "1 × Mug missing?"),
    ],
)
def test_says_what_helps_now(
    qapp: QApplication, weight_mg: int | None, explained: tuple[ExplanationView, ...], says: str
) -> None:
    """Only an empty pan is told to take the box; what lies there and does not fit is looked at, or its line named."""
    look = Look(palette=palette("light"), grid=Grid(1280, 800), language="en", letters=Letters(), pictures=Pictures(()))
    view = ExplanationsView(explanations=explained, weight_mg=weight_mg)
    assert spoken(view, look) == says
    assert (question(view) is None) == ("missing" not in says)
