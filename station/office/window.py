"""The office's window on its way: the pages that were opened, which of them is in view, keys and words to it.

Nothing waits here: books, files, labels and devices are asked on the desk's thread or in programs of their own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from station.application import application_of
from station.clock import Clock, SystemClock
from station.display import fill_screen
from station.home import Home
from station.office.asking import Asking
from station.office.orders_page import OrdersPage
from station.office.page import Acts, Around, OfficePage
from station.office.pages import MAKERS, OWN, OwnPage
from station.settings import Settings, load
from station.ui import languages
from station.ui.office.screen import OfficeScreen, Page
from station.ui.office.view import OfficeView, page_key
from station.ui.office.words import PAGES
from station.ui.theme import palette

FILES: Final = (Page.IMPORT, Page.DEVICES)
"""Pages that take a file themselves."""

TICK_MS: Final = 30_000
"""Times that are left go on; what others did is read anew with F5, or when a page is opened again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Who works here, what is opened first, and whether the rail is there to leave it."""

    who: str
    page: Page = Page.ORDERS
    order: str = ""
    rail: tuple[Page, ...] = tuple(Page)
    language: str = ""  # what is read here, and its colours; empty: as the house has it
    colours: str = ""


class OfficeWindow(QObject):
    """One window. A page is made when it is first opened."""

    def __init__(
        self, home: Home, settings: Settings, clock: Clock, opening: Opening, leave: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self._opening = opening
        self.asking = Asking(home, settings.bench.orderbook)
        first = OfficeScreen(page=opening.page, title=PAGES[opening.page], rail=opening.rail)
        bench = settings.bench
        self.view = OfficeView(first, language=bench.language, palette=palette(opening.colours or bench.theme))
        here = languages.known(QApplication.instance())
        language = opening.language if opening.language in here else bench.language
        also = languages.second_of(language, house=bench.language, house_second=bench.second_language)
        self.view.ground.set_language(language, also)
        self.view.ground.use(settings.screen)
        self._around = Around(
            home=home,
            settings=settings,
            clock=clock,
            who=opening.who,
            asking=self.asking,
            look=lambda: self.view.ground.look,
            changed=self.show,
            pick_file=self.view.pick_file,
            leave=leave or self._close,
            turn=self.turn,
            before=lambda: self._before,
        )
        self._orders = OrdersPage(self._around)
        self._pages: dict[Page, OfficePage] = {Page.ORDERS: self._orders}
        self._own: dict[Page, OwnPage] = {}
        self.page = self._before = opening.page
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.show)
        self._wire()

    def _wire(self) -> None:
        view = self.view
        view.turned.connect(lambda page: self.turn(Page(page)))
        view.pressed.connect(self._pressed)
        view.typed.connect(lambda text: self._do(lambda acts: acts.typed(text)))
        view.entered.connect(lambda text: self._do(lambda acts: acts.entered(text)))
        view.dropped.connect(self._dropped)
        view.clicked.connect(lambda row: self._do(lambda acts: acts.clicked(row)))
        view.room_changed.connect(lambda room: self._do(lambda acts: acts.sized(room)))

    def start(self) -> None:
        self.turn(self.page)
        if self._opening.order:
            self.open_parcel(self._opening.order)
        self._tick.start()
        self.view.show()

    def stop(self) -> bool:
        """False when something under way did not end in time."""
        self._tick.stop()
        for page in self._pages.values():
            page.acts.stop()
        for own in self._own.values():
            own.stop()
        self.view.close()
        return self.asking.stop()

    def _close(self) -> None:
        self.view.close()

    def turn(self, page: Page) -> None:
        """Bring a page into view; what stands half-done on the others stays."""
        if page is not self.page:
            self._before = self.page
        self.page = page
        if page in OWN:
            own = self._own_page(page)
            self.view.set_own(own.widget)
            own.opened()
            own.widget.setFocus()
            self.show()
        else:
            self.view.set_own(None)
            self._do(self._come)

    def _come(self, acts: Acts) -> None:
        acts.sized(self.view.room)
        acts.opened()

    def open_parcel(self, order: str) -> None:
        """What happened to this one, on the orders' page."""
        self.turn(Page.ORDERS)
        self._orders.show_parcel(order)
        self.show()

    def show(self) -> None:
        if self.page in OWN:
            screen = OfficeScreen(page=self.page, title=PAGES[self.page], own=True)
        else:
            screen = self._now.screen()
        self.view.paint_screen(replace(screen, rail=self._opening.rail))

    @property
    def _now(self) -> OfficePage:
        """The page in view, which is made of parts."""
        if self.page not in self._pages:
            self._pages[self.page] = MAKERS[self.page](self._around)
        return self._pages[self.page]

    def _own_page(self, page: Page) -> OwnPage:
        if page not in self._own:
            made = OWN[page](self._around)
            self._own[page] = made
            for widget in (made.widget, *made.widget.findChildren(QWidget)):
                widget.installEventFilter(self)
        return self._own[page]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On a page with a view of its own: the keys of the rail, where that page does not need them itself."""
        if event.type() is not QEvent.Type.KeyPress or self.page not in self._own:
            return False
        assert isinstance(event, QKeyEvent)
        page = page_key(event, self._opening.rail, self.page)
        if page is None or page is self.page or self._own[self.page].needs(event):
            return False
        self.turn(page)
        return True

    def _do(self, act: Callable[[Acts], None]) -> None:
        """What comes from the view is for the page in view; one with a view of its own has heard it itself."""
        if self.page not in OWN:
            act(self._now.acts)
            self.show()

    def _pressed(self, command: str) -> None:
        command = "out" if command == "back" else command  # the button of Esc
        if command == "out" and not self._opening.rail and not self._orders.asks:
            self._around.leave()  # a window of one parcel is left by Esc, unless something is being asked in it
        else:
            self._do(lambda acts: acts.pressed(command))

    def _dropped(self, file: str) -> None:
        """A file that is dropped on a page without files is one to import."""
        if self.page not in FILES and Page.IMPORT in self._opening.rail:
            self.turn(Page.IMPORT)
        self._do(lambda acts: acts.dropped(file))


def run(home: Home, opening: Opening, *, full_screen: bool = False) -> int:
    """The window until it is closed."""
    application = application_of(home)
    window = OfficeWindow(home, load(home), SystemClock(), opening)
    window.start()
    if full_screen:
        fill_screen(window.view)
    try:
        return application.exec()
    finally:
        if not window.stop():
            sys.stderr.write("sealbench: the order book did not answer; the last act may be there or not.\n")
