"""Pages that have a view of their own, put beside the rail: the dispute desk."""

from __future__ import annotations

from PySide6.QtCore import QThread
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from station.case_desk import CaseDesk
from station.dispute_desk import DisputeDesk
from station.dispute_window import DisputeWindow, connect, connect_case
from station.office.asking import STOP_MS
from station.office.page import Around
from station.ui import dispute_opening as opening
from station.ui import keys
from station.ui.office.screen import Page


class DisputesPage:
    """The dispute desk as it is, with its own threads: one for the order book, one for a parcel's evidence."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._window = DisputeWindow(around.home, around.settings, around.clock)
        self._desk = DisputeDesk(around.home, around.settings, around.clock, who=around.who)
        self._thread = QThread()
        self._desk.moveToThread(self._thread)
        self._thread.finished.connect(self._desk.finish)
        connect(self._window, self._desk)
        self._reader, self._beside = (
            CaseDesk(around.home, around.settings, now_us=around.clock.now().wall_us),
            QThread(),
        )
        self._reader.moveToThread(self._beside)
        self._beside.started.connect(self._reader.begin)
        self._beside.finished.connect(self._reader.finish)
        connect_case(self._window, self._reader)
        self._thread.start()
        self._beside.start()
        self._begun = False
        self._window.view.closed.connect(lambda: around.turn(Page.ORDERS))

    @property
    def widget(self) -> QWidget:
        return self._window.view

    def opened(self) -> None:
        look, ground = self._around.look(), self._window.view.ground
        ground.set_language(look.language, look.other)
        ground.set_palette(look.palette)
        if not self._begun:
            self._begun = True
            self._window.start()
        else:
            self._window.again()

    def needs(self, event: QKeyEvent) -> bool:
        """Ctrl and a digit chooses an answer of a form, or whom a page is exported for."""
        screen = self._window.screen
        return (screen.form is not None or opening.is_page(screen)) and keys.choice_of(event) is not None

    def stop(self) -> None:
        self._window.view.blockSignals(True)
        self._window.stop()
        for thread in (self._thread, self._beside):
            thread.quit()
        for thread in (self._thread, self._beside):
            thread.wait(STOP_MS)
