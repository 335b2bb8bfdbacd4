"""The training window: one coach above the bench, one language for both, hands by key and by touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from station.training import coach
from station.training.judging import MOST, Judged
from station.training.lessons import DRILLS, FIRST, LESSONS
from station.ui import gallery
from station.ui import training_words as say
from station.ui.coach_screen import CoachView, HandView, Spot
from station.ui.screen import Screen
from station.ui.theme import DARK, LIGHT, Palette
from station.ui.training_view import TrainingScreen, TrainingView
from station.ui.troubles.telling import quoted
from station.ui.widgets import coach_band
from station.ui.widgets.band import Band
from station.ui.window import Window
from station.ui.words import Words, beside

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("propagateSizeHints")]
CODE = tuple("1011001110001011010101100" for _ in range(25))
SHOTS = {shot.name: shot for shot in gallery.SHOTS}
GOOD = Judged(found=True, seconds=4, in_time=True, cleared_by="scanner")
SLOW = Judged(found=True, seconds=41, errors=3, cleared_by="keys")
DONE = {lesson.id: GOOD if at % 3 else SLOW if at % 2 else None for at, lesson in enumerate(LESSONS)}


def hand(words: Words, key: str, *, tag: str = "", code: bool = True) -> HandView:
    return HandView(words=words, key=key, tag=tag, code=CODE if code else ())


def band(at: int = 0, /, **changes: object) -> CoachView:
    number = say.OF_LESSONS.filled(number=at + 1, all=len(LESSONS))
    view = CoachView(lesson=LESSONS[at].name, number=number, say=LESSONS[at].scene)
    return replace(view, **changes)  # type: ignore[arg-type]


def shot(name: str) -> Screen:
    """A picture of the bench, without the tone, so that no edge is caught flashing."""
    return replace(SHOTS[name].screen, tone=None)


CHOICES = (hand(say.BEGIN, "Ctrl+7"), hand(say.SKIP, "Ctrl+8", code=False))
OF_THE_PAGE = tuple(
    hand(words, key, code=False) for words, key in zip((say.SAVE, say.REPEAT, say.LEAVE), coach.KEYS, strict=True)
)
NEXT = (hand(say.NEXT, "Ctrl+7"), hand(say.AGAIN, "Ctrl+8", code=False))
SCREENS = {
    "first lesson": TrainingScreen(coach=band(hands=CHOICES), bench=shot("idle")),
    "guided": TrainingScreen(
        coach=band(say=say.SCAN_ITEM, spot=Spot.WORK, hands=(hand(say.FROM_SHELF, "Ctrl+7", tag="白色马克杯 330 ml"),)),
        bench=shot("packing"),
    ),
    "drill": TrainingScreen(
        coach=band(
            2,
            hands=(
                hand(say.FROM_SHELF, "Ctrl+7", tag="纯棉 T 恤 白色 White L"),
                hand(say.FROM_TOTE, "Ctrl+8", tag="纯棉 T 恤 白色 White XL"),
            ),
        ),
        bench=shot("packing"),
    ),
    "stopped": TrainingScreen(
        coach=band(
            2,
            hands=(hand(say.SAME_AGAIN, "Ctrl+7"), hand(say.CLEAR_CODE, "Ctrl+8"), hand(say.FROM_SHELF, "Ctrl+9")),
        ),
        bench=shot("stop"),
    ),
    "hint": TrainingScreen(
        coach=band(
            7,
            say=say.HINT.filled(what=say.PAPER_OUT_WAY),
            spot=Spot.VERDICT,
            hands=(
                hand(say.OTHER_LABEL, "Ctrl+7"),
                hand(say.PAPER, "Ctrl+8", code=False),
                hand(say.SKIP, "Ctrl+9", code=False),
            ),
        ),
        bench=shot("printing"),
    ),
    "done": TrainingScreen(
        coach=band(
            5,
            say=say.FORGOTTEN_CAUGHT,
            why=beside(coach.explained(LESSONS[5], SLOW)[1:]),
            points=1,
            most=MOST,
            hands=NEXT,
        ),
        bench=shot("sealed"),
    ),
    "page": TrainingScreen(
        coach=band(
            11,
            lesson=say.PAGE,
            number=say.NOTHING_REAL,
            say=say.ALL_OVER,
            hands=OF_THE_PAGE,
        ),
        page=coach.page(DONE, {FIRST.id: 1, DRILLS[0].id: 3}, date="2026-11-22 09:00"),
    ),
    "not saved": TrainingScreen(
        coach=band(
            11,
            lesson=say.PAGE,
            number=say.NOTHING_REAL,
            say=say.NOT_SAVED.filled(why=quoted("No space left on device")),
            hands=OF_THE_PAGE,
        ),
        page=coach.page(DONE, {FIRST.id: 1, DRILLS[0].id: 3}, date="2026-11-22 09:00"),
    ),
    "first page": TrainingScreen(
        coach=band(11, lesson=say.PAGE, say=say.ALL_OVER),
        page=coach.page({}, {}, date="2026-11-22 09:00"),
    ),
}  # fmt: skip


def make(language: str, palette: Palette) -> TrainingView:
    pictures = (Path(__file__).parents[2] / "config" / "demo" / "pictures",)
    zone = timezone(timedelta(hours=8))
    bench = Window(bench="TRAIN", pictures=pictures, language=language, palette=palette, zone=zone)
    bench.set_clock(gallery.NOON_US)
    bench.set_devices(SHOTS["packing"].devices)
    return TrainingView(bench, language=language, palette=palette)


@pytest.fixture
def view() -> Iterator[TrainingView]:
    made = make("zh", LIGHT)
    made.paint_screen(SCREENS["stopped"])
    yield made
    made.deleteLater()


def test_keys_are_hands(view: TrainingView) -> None:
    """Ctrl and 7, 8, 9, pressed where the bench has the keyboard; other digits are the bench's own."""
    handed: list[int] = []
    view.handed.connect(handed.append)
    for key in (Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9, Qt.Key.Key_1):
        QTest.keyClick(view.bench, key, Qt.KeyboardModifier.ControlModifier)
    assert handed == [0, 1, 2]


def test_a_touch_is_a_hand(view: TrainingView) -> None:
    """Each card where it is painted, and nothing beside them."""
    handed: list[int] = []
    view.handed.connect(handed.append)
    seen = SCREENS["stopped"].coach
    touched = view.findChild(Band, "coach")
    assert touched is not None
    for rect in coach_band.places(view.ground.look, touched.rect().toRectF(), seen.hands):
        QTest.mouseClick(touched, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    QTest.mouseClick(touched, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert handed == [0, 1, 2]


def test_coach_and_bench_speak_one_language(view: TrainingView) -> None:
    """Whoever is asked, by key, button or code, the other follows; so with the palette."""
    view.bench.ground.next_language()
    assert (view.ground.language, view.bench.ground.language) == ("en", "en")
    view.ground.set_language("zh")
    assert (view.ground.language, view.bench.ground.language) == ("zh", "zh")
    view.bench.ground.set_palette(DARK)
    assert view.ground.look.palette is DARK


def test_the_second_language_is_the_same_too(view: TrainingView) -> None:
    """Of a person whose second language is another: above as below."""
    view.ground.set_language("zh", "de")
    assert (view.ground.look.other, view.bench.ground.look.other) == ("de", "de")


def test_the_ring_lies_on_its_band(view: TrainingView) -> None:
    """Where the coach says to look; away from it on the page, and it takes no touch."""
    view.paint_screen(SCREENS["guided"])
    band_there = view.bench.findChild(Band, "work")
    assert band_there is not None
    ring = view._ring
    assert ring.isVisibleTo(view)
    assert ring.geometry().topLeft() == band_there.mapTo(view, QPoint(0, 0))
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    view.paint_screen(SCREENS["page"])
    assert not ring.isVisibleTo(view)
    assert not view.bench.isVisibleTo(view)


def test_the_page_goes_when_a_lesson_is_told_again(view: TrainingView) -> None:
    """Repeating leads back to the bench."""
    view.paint_screen(SCREENS["page"])
    view.see(SCREENS["drill"].coach)
    assert view.bench.isVisibleTo(view)


def test_it_cannot_be_taken_for_real() -> None:
    """In every palette the coach stands on ink, where every band of a bench stands on panel, tint or verdict."""
    for palette in (LIGHT, DARK):
        view = make("en", palette)
        view.paint_screen(SCREENS["drill"])
        picture = view.grab().toImage()
        assert picture.pixelColor(4, 40).name().upper() == palette.ink
        assert "TRAINING" in view.findChild(Band, "coach").accessibleDescription()  # type: ignore[union-attr]
        view.deleteLater()
