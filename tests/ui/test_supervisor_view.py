"""The supervisor's view: keys and clicks mean what they show, small windows have pages, nothing repaints in vain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.ui import supervisor_screen as pages
from station.ui.supervisor_keys import KEYS_OF
from station.ui.supervisor_screen import Panel, Spot
from station.ui.supervisor_view import SupervisorView, strip_of
from station.ui.theme import LIGHT
from station.ui.widgets import forecast_lines, heat_table, sheet_pane
from station.ui.widgets.marks import Mark
from tests.ui.supervisor_samples import BOARD, NOON_US, of, screens

TODAY = of(BOARD)


@pytest.fixture
def view(qtbot: QtBot) -> SupervisorView:
    made = SupervisorView(TODAY, language="en", palette=LIGHT)
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.paint_screen(TODAY)
    return made


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_Up, "up"),
        (Qt.Key.Key_Right, "right"),
        (Qt.Key.Key_Return, "open"),
        (Qt.Key.Key_Escape, "back"),
        (Qt.Key.Key_Tab, "panel"),
        (Qt.Key.Key_F1, "keys"),
        (Qt.Key.Key_F2, "period"),
        (Qt.Key.Key_F3, "group"),
        (Qt.Key.Key_F4, "earlier"),
        (Qt.Key.Key_F6, "compare"),
        (Qt.Key.Key_F8, "xlsx"),
        (Qt.Key.Key_F10, "rank"),
        (Qt.Key.Key_F12, "reassign"),
    ],
)
def test_keys(view: SupervisorView, key: Qt.Key, command: str, qtbot: QtBot) -> None:
    """Everything has a key."""
    with qtbot.waitSignal(view.pressed) as heard:
        QTest.keyClick(view, key)
    assert heard.args == [command]


def test_a_click_says_which_spot(view: SupervisorView, qtbot: QtBot) -> None:
    """Where a cell is painted is where it is clicked."""
    band = view._bands[Panel.HEAT]
    shown = band.view
    assert shown is not None
    rect = next(
        rect for rect, spot in heat_table.places(view.ground.look, QRectF(band.rect()), shown) if spot == Spot(2, 1)
    )
    with qtbot.waitSignal(view.pointed) as heard:
        QTest.mouseClick(band, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert heard.args == ["heat", 2, 1]


def test_a_click_on_a_switch_asks_for_it(view: SupervisorView, qtbot: QtBot) -> None:
    """Each part of the switches in the head is named as its key would do."""
    from station.ui.widgets import desk_head

    head = view._head
    assert head.view is not None
    places = desk_head.places(view.ground.look, QRectF(head.rect()), head.view)
    found = {command: rect for rect, command in places}
    assert {"period.week", "group.packer", "compare", "xlsx"} <= set(found)
    with qtbot.waitSignal(view.pressed) as heard:
        at: QPoint = found["period.week"].center().toPoint()
        QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == ["period.week"]


@pytest.mark.parametrize(("size", "count"), [((1920, 1080), 1), ((1280, 800), 1), ((1208, 700), 2), ((1024, 680), 3)])
def test_small_windows_have_pages(view: SupervisorView, size: tuple[int, int], count: int) -> None:
    """What has no room comes with PgDn; every panel is on a page, the cards on all."""
    view.resize(*size)
    shown = view._pages()
    assert len(shown) == count
    assert {panel for page in shown for panel in page} == set(Panel)
    seen = set()
    for page in shown:
        focus = next(panel for panel in page if panel is not Panel.CARDS)
        view.paint_screen(pages.pointed(TODAY, focus, Spot()))
        visible = {panel for panel, band in view._bands.items() if band.isVisibleTo(view)}
        assert Panel.CARDS in visible
        seen |= visible
    assert seen == set(Panel)


def test_page_keys_bring_the_next_panels(view: SupervisorView, qtbot: QtBot) -> None:
    """On a small window PgDn goes to the first panel of the next page."""
    view.resize(1024, 680)
    with qtbot.waitSignal(view.turned) as heard:
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert heard.args == ["cut_offs"]


def test_the_same_figures_repaint_nothing(view: SupervisorView) -> None:
    """A look that brings no news does not flicker: no band has anything new."""
    again = pages.looked(TODAY, replace(BOARD))
    for panel, band in view._bands.items():
        from station.ui.supervisor_view import panel_view

        assert not band.put(panel_view(again, panel), view.ground.look), panel


def test_what_is_said_over_everything() -> None:
    """Nothing when all is well; else a mark of its own kind: shape tells as much as words."""
    marks = {}
    for name, screen in screens().items():
        strip = strip_of(screen, lambda _us: "13:46")
        marks[name] = None if strip is None else strip.mark
    assert marks["today"] is None
    assert (marks["loading"], marks["offline"], marks["error"]) == (Mark.WAIT, Mark.OFFLINE, Mark.ATTENTION)
    offline = strip_of(pages.unreachable(TODAY, "x", now_us=NOON_US), lambda _us: "13:46")
    assert offline is not None
    assert offline.words.en == "Order book unreachable since 13:46"


def test_what_is_heard(view: SupervisorView) -> None:
    """Who hears the screen is told the reason first, then every bench with speed and errors."""
    heard = view._bands[Panel.HEAT].accessibleDescription()
    assert heard.startswith("B05 11h 12 parcels. device lost 1 time, idle 14 min")
    assert "first pass 98.2" in heard
    acts = view._bands[Panel.CUT_OFFS].accessibleDescription()
    assert acts.startswith("8 % slower: 25 too late for YTO. B03, B08 to YTO: slack 0:26")


def test_the_button_reassigns(view: SupervisorView, qtbot: QtBot) -> None:
    """A click on it is its key; Ctrl+F10 takes leave to rank back."""
    band = view._bands[Panel.CUT_OFFS]
    assert band.view is not None
    button = forecast_lines._button(view.ground.look, QRectF(band.rect()), band.view)
    assert button is not None
    with qtbot.waitSignal(view.pressed) as heard:
        QTest.mouseClick(band, Qt.MouseButton.LeftButton, pos=button.center().toPoint())
    assert heard.args == ["reassign"]
    with qtbot.waitSignal(view.pressed) as heard:
        QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == ["unrank"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_question_stands_over_everything(language: str) -> None:
    """It is asked in words, with the cut-off's time, and warns."""
    strip = strip_of(screens()["asked to reassign"], lambda _us: "16:00")
    assert strip is not None
    assert strip.mark is Mark.ATTENTION
    assert "16:00" in getattr(strip.words, language)
    assert "554" in getattr(strip.words, language)


def test_a_quiet_day_is_no_first_day() -> None:
    """Where nothing was sealed today the screen says so; that figures are still to begin only in a new house."""
    told = [strip_of(screens()[name], str) for name in ("empty", "first day")]
    assert [strip.words.en for strip in told if strip is not None] == [
        "No parcel has been sealed yet today",
        "No parcel has been sealed yet",
    ]


def test_the_card_of_keys(view: SupervisorView, qtbot: QtBot) -> None:
    """It lies over the figures and names every key that the view takes; a touch on a card is its key."""
    view.paint_screen(replace(TODAY, keys=True))
    assert view._card.isVisibleTo(view)
    assert not any(band.isVisibleTo(view) for band in view._bands.values())
    named = " ".join(card.key for card in KEYS_OF.cards)
    assert all(f"F{number}" in named for number in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
    rects = sheet_pane.card_rects(QRectF(view._card.rect()), view.ground.look, len(KEYS_OF.cards))
    at = next(rect for rect, card in zip(rects, KEYS_OF.cards, strict=True) if card.command == "period")
    with qtbot.waitSignal(view.pressed) as heard:
        QTest.mouseClick(view._card, Qt.MouseButton.LeftButton, pos=at.center().toPoint())
    assert heard.args == ["period"]
    with qtbot.waitSignal(view.pressed) as heard:
        QTest.mouseClick(view._card, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert heard.args == ["keys"]
