"""What a screen reader is told: every control and every band has a name, and says what stands in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QHeaderView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from station.ui.band_words import BANDS
from station.ui.theme import PALETTES
from station.ui.widgets.band import Band
from station.ui.widgets.commands import CommandButton
from tests.ui.sights import SIGHTS, Sight

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("propagateSizeHints")]


def controls(view: QWidget) -> list[QWidget]:
    """What a person can read or use; strips of colour and the insides of Qt's own widgets are none."""
    kinds = (Band, QAbstractButton, QLineEdit, QAbstractScrollArea)
    return [
        child
        for child in view.findChildren(QWidget)
        if child.isVisibleTo(view) and isinstance(child, kinds) and not isinstance(child, QHeaderView)
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_everything_has_a_name(sight: Sight, language: str) -> None:
    """In every state each control has a name of its own, and each enabled one a name and a description."""
    view = sight.make(language, PALETTES[0])
    for state, screen in sight.screens.items():
        sight.put(view, screen)
        for control in controls(view):
            told = QAccessible.queryAccessibleInterface(control)
            assert told is not None
            assert control.accessibleName() or not control.isEnabled(), (state, control)
        assert all(band.objectName() in BANDS for band in view.findChildren(Band)), "station/ui/band_words.py"
        bands = [band.accessibleName() for band in view.findChildren(Band) if band.isVisibleTo(view)]
        assert len(bands) == len(set(bands)), (state, bands)
        buttons = [one for one in view.findChildren(CommandButton) if one.isEnabled()]
        assert all(one.accessibleDescription() for one in buttons), (state, [one.accessibleName() for one in buttons])
    view.deleteLater()


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_bands_say_what_they_show(sight: Sight) -> None:
    """In each state the verdict, or the call, is read aloud; what is read changes with the language."""
    view = sight.make("zh", PALETTES[0])
    for state, screen in sight.screens.items():
        sight.put(view, screen)
        loud = [band for band in view.findChildren(Band) if band.objectName() in ("verdict", "called cell", "stop")]
        shown = [band for band in loud if band.isVisibleTo(view)]
        assert shown, state
        assert all(band.accessibleDescription() for band in shown), state
        before = [band.accessibleDescription() for band in shown]
        view.ground.set_language("en")
        assert [band.accessibleDescription() for band in shown] != before, state
        view.ground.set_language("zh")
    view.deleteLater()


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_no_enter_can_press_a_button(sight: Sight) -> None:
    """A scanner's Enter reaches the view or its field, never a button: buttons take no focus."""
    view = sight.make("zh", PALETTES[0])
    focusable = [child for child in view.findChildren(QWidget) if child.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert not [child for child in focusable if isinstance(child, QAbstractButton | Band)]
    view.deleteLater()


def test_a_field_shows_that_it_has_the_focus(qtbot: QtBot) -> None:
    """The ring is three pixels of ink at least, whatever the palette."""
    sight = next(one for one in SIGHTS if one.name == "dispute")
    for palette in PALETTES:
        view = sight.make("en", palette)
        sight.put(view, sight.screens["late"])
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        field = view.findChild(QLineEdit)
        assert field is not None
        field.setFocus()
        picture = view.grab().toImage()
        corner = QPointF(field.geometry().center().x(), field.geometry().top()).toPoint()
        ring = [picture.pixelColor(corner.x(), corner.y() + down).name().upper() for down in range(-5, 6)]
        assert ring.count(palette.ink) >= 3, (palette.name, ring)
        view.hide()
        view.deleteLater()
