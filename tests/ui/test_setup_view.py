"""Every question of set-up fits the window, in both languages, all palettes and sizes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from station.ui.screen import Verdict, Words
from station.ui.setup_screen import ChoiceView, PictureView, SetupScreen, StepState, StepView
from station.ui.setup_view import SetupView
from station.ui.theme import PALETTES
from station.ui.words import named

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("propagateSizeHints")]
STEPS = tuple(
    StepView(
        number=number,
        name=Words(zh="工位和订单库", en="Bench and orders"),
        state=state,
        end=Words(zh="没有设备", en="no hardware") if state is StepState.WITHOUT else Words(zh="", en=""),
    )
    for number, state in enumerate([*StepState, StepState.LATER], start=1)
)
CODE = tuple("10" * 12 + "1" for _ in range(25))
LONG = Words(
    zh="拿一件知道多重的东西，输入它的克数，回车。", en="Take something of known weight; type its grams, then Enter."
)
SHORT = Words(zh="发送 GS 控制字符", en="Send GS and control characters")
MANY = tuple(
    ChoiceView(number=number, words=named(f"第 {number} 种打印机", f"Printer number {number}"), code="C")
    for number in range(1, 11)
)
SCREENS = {
    "many choices": SetupScreen(steps=STEPS, question=LONG, help=LONG, choices=MANY, asides=("skip", "none", "back")),
    "a text": SetupScreen(steps=STEPS, question=LONG, takes_text=True, typed="B07", choices=MANY[:2]),
    "a long code": SetupScreen(
        steps=STEPS, question=LONG, pictures=(PictureView(caption=SHORT, rows=("10" * 150,)),), choices=MANY[:3]
    ),
    "seven choices": SetupScreen(
        steps=STEPS, question=LONG, help=LONG, choices=MANY[:7], asides=("skip", "none", "back")
    ),
    "two codes": SetupScreen(steps=STEPS, question=LONG, pictures=(PictureView(caption=SHORT, rows=CODE),) * 2),
    "places in a manual": SetupScreen(
        steps=STEPS, question=LONG, notes=((SHORT, "Guide, USB Interface: " + "x " * 30),) * 4
    ),
    "a figure": SetupScreen(steps=STEPS, question=LONG, figure="12345.6 g ~", choices=MANY[:1]),
    "waiting": SetupScreen(steps=STEPS, question=LONG, waiting=True),
    "told": SetupScreen(steps=STEPS, question=LONG, told=LONG, way=LONG, verdict=Verdict.STOP),
}


@pytest.mark.parametrize(
    "size",
    [QSize(1024, 680), QSize(1280, 800), QSize(1366, 768), QSize(1920, 1080)],
    ids=lambda size: f"{size.width()}",
)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", SCREENS)
def test_everything_fits(name: str, language: str, size: QSize) -> None:
    """No text is cut or squeezed below its least size; every palette paints."""
    view = SetupView(SCREENS[name], codes={"C": CODE}, language=language)
    view.resize(size)
    for palette in PALETTES:
        view.ground.set_palette(palette)
        view.paint_screen(SCREENS[name])
        assert not view.grab().isNull()
    assert view.ground.misfits == ()
    view.deleteLater()


def test_it_is_spoken() -> None:
    """The question and its choices are said to who cannot see them."""
    view = SetupView(SCREENS["many choices"], codes={}, language="en")
    view.paint_screen(SCREENS["many choices"])
    assert "3. Printer number 3" in view.body.accessibleDescription()
    view.deleteLater()
