"""The bench's own thread for a window: everything but painting happens here.

Only values cross, by signals to methods of objects that live in the receiving thread. Ledger, order book and devices
are imported in the thread itself, so that the window stands on the screen half a second before they are there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from station.clock import Clock
from station.codes import load_gs1
from station.errors import Trouble
from station.home import Home
from station.ui.surroundings import CutOffView, DayView, LowNumbers
from station.ui.words import named

if TYPE_CHECKING:
    from station.app import Assembled
    from station.devices.printing import Pace
    from station.orders.habits import CutOff, Habits
    from station.orders.pool import RunningLow
    from station.presenter import Presenter


class BenchThread(QThread):
    """``say`` takes inputs in; the other signals bring values out, to be connected before ``start``."""

    say = Signal(object)
    ask_all = Signal()
    ask_people = Signal()  # somebody came or chose: the order book is told, and asked for the others' choices
    screen = Signal(object)
    devices = Signal(object)
    live = Signal(object, bool)
    outcome = Signal(object)
    preview = Signal(QImage)  # what the first camera sees, a few times a second
    day = Signal(object)  # DayView
    alike = Signal(object)  # SKU -> the variant that is easily taken instead
    people = Signal(object)  # badge -> Person, as the order book has them
    learned = Signal(object)  # reasons for putting aside, the most used first
    language = Signal()
    ready = Signal()  # ``say`` is heard from here on
    failed = Signal(str, int)  # one sentence, exit code

    def __init__(
        self, home: Home, clock: Clock, *, printer_pace: Pace | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._clock = clock
        self._printer_pace = printer_pace
        self._habits: Habits | None = None

    def run(self) -> None:
        from station.app import assemble

        try:
            bench = assemble(self._home, clock=self._clock, printer_pace=self._printer_pace)
        except Trouble as trouble:
            self.failed.emit(trouble.sentence(), trouble.exit_code)
            return
        presenter = self._wire(bench)
        bench.start()
        bench.exposure.start()
        bench.backlog.start()
        bench.copies[0].start()
        self.people.emit(bench.host.bench.rules.roster)
        presenter.show_all()
        self.ready.emit()
        load_gs1()  # nobody waits for it now; the first GS1 scan would
        try:
            self.exec()
        finally:
            bench.stop()

    def _wire(self, bench: Assembled) -> Presenter:
        from station.devices.device import Scale
        from station.idle_lock import IdleLock
        from station.presenter import Presenter

        presenter = Presenter(bench.host, self._clock, bench.home.media, bench.kinds)
        presenter.screen.connect(self.screen)
        presenter.devices.connect(self.devices)
        presenter.language.connect(self.language)
        self.say.connect(bench.host.take)
        idle = IdleLock(bench.settings.bench.lock_after_s, bench.host)
        bench.host.shown.connect(idle.hear)
        idle.due.connect(bench.host.take)
        self.finished.connect(idle.stop)  # said by the thread itself, as the last it does
        self.ask_all.connect(presenter.show_all)
        self.ask_people.connect(bench.desk.look_at_day)
        bench.desk.roster.connect(self.people)
        bench.host.shown.connect(self.outcome)
        bench.desk.alike.connect(self.alike)
        bench.desk.habits.connect(self._know)
        bench.desk.day.connect(self._day)
        bench.desk.called.connect(presenter.show_call)
        bench.exposure.view.connect(presenter.show_anchor)
        bench.backlog.view.connect(presenter.show_relay)
        bench.erasing[0].left.connect(presenter.show_erasing)
        bench.copies[0].view.connect(presenter.show_copies)
        if bench.host.cameras is not None:
            next(iter(bench.host.cameras.seats.values())).camera.preview.connect(self.preview)
        for _, device in bench.devices:
            if isinstance(device, Scale):
                device.live.connect(self.live)
        return presenter

    def _know(self, found: Habits) -> None:
        self._habits = found
        self.learned.emit(found.reasons)

    def _day(self, orders_left: int, cutoff_us: int, low: tuple[RunningLow, ...]) -> None:
        numbers = tuple(LowNumbers(service=named(each.service.zh, each.service.en), left=each.free) for each in low)
        cut_offs = tuple(CutOffView(at_us=each.due_us, orders=each.orders) for each in self._ahead)
        best = tuple(self._habits.best_hours.items()) if self._habits is not None else ()
        view = DayView(orders_left=orders_left, cutoff_us=cutoff_us or None, low=numbers)
        self.day.emit(replace(view, cut_offs=cut_offs, best_hours=best))

    @property
    def _ahead(self) -> tuple[CutOff, ...]:
        return self._habits.cut_offs if self._habits is not None else ()
