"""A dispute's own page: opened and left by keys, never another dispute's, its time in working days."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.ui import dispute_opening as opening
from station.ui import dispute_screen as pages
from station.ui.dispute_case import day_words, left_words, span_words
from station.ui.dispute_screen import Act, DisputeScreen
from station.ui.dispute_view import DisputeView
from station.ui.theme import LIGHT
from station.ui.widgets.band import Band
from station.ui.widgets.case_head import HeadView, clock
from station.ui.words import same
from tests.ui.case_screens import CASE, NOW, PAGE, ROW, TERM, page_of

HOUR = 3_600_000_000


def _view(qtbot: QtBot, screen: DisputeScreen = PAGE) -> DisputeView:
    view = DisputeView(screen, language="en", palette=LIGHT)
    qtbot.addWidget(view)
    view.paint_screen(replace(screen, tone=None))
    return view


def test_opened_and_left() -> None:
    """A page is of the row under the cursor; a form or a search stands before it and it comes back after."""
    listed = pages.looked(DisputeScreen(now_us=NOW), (ROW,))
    assert not opening.is_page(listed)
    page = opening.opened(listed)
    assert opening.is_page(page)
    form = pages.asking(page, Act.ATTACH)
    assert not opening.is_page(form)
    assert opening.is_page(pages.back(form))
    assert not opening.is_page(opening.shut(page))
    assert not opening.is_page(opening.opened(DisputeScreen(now_us=NOW)))


def test_it_never_shows_another_dispute() -> None:
    """A parcel that is read late is not shown under another row; a dispute that ends elsewhere closes its page."""
    other = replace(ROW, id=43)
    two = pages.looked(DisputeScreen(now_us=NOW), (ROW, other))
    moved = pages.moved(opening.told(opening.opened(two), CASE), 1)
    assert moved.case is None
    assert opening.told(moved, CASE).case is None
    assert opening.told(opening.opened(two), CASE).case == CASE
    gone = pages.looked(opening.told(opening.opened(two), CASE), (other,))
    assert (gone.opened, gone.case) == (False, None)
    kept = pages.looked(opening.told(opening.opened(two), CASE), (other, ROW))
    assert (kept.opened, kept.case, kept.cursor) == (True, CASE, 1)


def test_whom_it_is_exported_for() -> None:
    """The dispute's own channel first, then the bank and the court; none of them twice, none beyond the ends."""
    assert opening.profiles(PAGE) == ("paypal", "mastercard-pdf", "court")
    assert opening.chosen_profile(opening.choosing(PAGE, 2)) == "court"
    assert opening.choosing(PAGE, 3) == opening.choosing(PAGE, -1) == PAGE
    assert opening.profiles(page_of(ROW, CASE, profile="court")) == ("court", "mastercard-pdf")
    assert opening.profiles(page_of(ROW, CASE, profile="")) == ("mastercard-pdf", "court")


@pytest.mark.parametrize(
    ("key", "modifier", "command"),
    [
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier, "export_now"),
        (Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier, "profile_2"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "profile_1"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "profile_-1"),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "papers"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "box"),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "out"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "down"),
    ],
)
def test_keys(key: Qt.Key, modifier: Qt.KeyboardModifier, command: str, qtbot: QtBot) -> None:
    """Everything of the page has a key; letters mean nothing."""
    view = _view(qtbot)
    with qtbot.waitSignal(view.pressed) as heard:
        QTest.keyClick(view, key, modifier)
    assert heard.args == [command]
    with qtbot.assertNotEmitted(view.pressed), qtbot.assertNotEmitted(view.typed):
        QTest.keyClick(view, Qt.Key.Key_A)


def test_a_finger_exports(qtbot: QtBot) -> None:
    """The choices and the button answer a touch where they are painted."""
    view = _view(qtbot)
    export = next(band for band in view.findChildren(Band) if band.objectName() == "export")
    middle = export.rect().center()
    with qtbot.waitSignal(view.pressed) as heard:
        QTest.mouseClick(export, Qt.MouseButton.LeftButton, pos=QPoint(export.width() - 10, middle.y() - 20))
    assert heard.args == ["profile_2"]
    with qtbot.waitSignal(view.pressed) as heard:
        QTest.mouseClick(export, Qt.MouseButton.LeftButton, pos=QPoint(middle.x(), export.height() - 20))
    assert heard.args == ["export_now"]


def _head(now_us: int, **fields: object) -> tuple[str, ...]:
    row = replace(ROW, **fields)  # type: ignore[arg-type]
    view = HeadView(
        row=row, term=row.term, channel=same(""), reference="", money="", paid_back="5.00 USD", minute_us=now_us,
        near_hours=24,
    )  # fmt: skip
    return tuple(words.en for words in clock(view))


def test_the_clock() -> None:
    """Working time left, of how many days, and when; a weekend takes none of it; late counts by the calendar."""
    assert _head(NOW) == ("1 d 20 h", "left of 3 working days", "due Mon 11-30 12:00")
    friday, sunday = NOW + 20 * HOUR, NOW + 70 * HOUR
    assert _head(friday)[0] == "1 d 0 h"
    assert _head(sunday)[0] == "12 h 0 min"
    due_us = TERM.due_us
    assert due_us is not None
    assert _head(due_us + 5 * HOUR)[:2] == ("5 h 0 min", "late")
    assert _head(NOW, submitted=True)[0] == "Sent"
    assert _head(NOW, outcome="lost") == ("Lost", "5.00 USD paid back", "")


def test_times_in_words() -> None:
    """One unit each, never rounded up; midnight is the end of a day."""
    assert [span_words(seconds).en for seconds in (0, 31, 119, 120, 7_300, 200_000)] == [
        "0 s", "31 s", "119 s", "2 min", "2 h", "2 days",
    ]  # fmt: skip
    assert left_words(26 * HOUR).en == "1 d 2 h"
    midnight = NOW + 8 * HOUR
    assert day_words(midnight, 480, date=True).en == "Thu 11-26 24:00"


def test_read_aloud(qtbot: QtBot) -> None:
    """A screen reader hears what happened, what is missing and what is proven."""
    view = _view(qtbot)
    told = {band.objectName(): band.accessibleDescription() for band in view.findChildren(Band)}
    assert "Sealed: label scanned" in told["events"]
    assert "chat or mail" in " ".join(
        band.accessibleDescription() for band in view.findChildren(Band) if band.objectName() == "folder"
    )
